"""Pure: the thread in which something was written or pressed."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import timedelta
from typing import Any

from adapters.slack.inbound.shapes import message_id, moment, stamp

# A thread that is older than this is answered in the chat itself. The bot finds its own answers
# again (`SlackClearing`) by reading the chat's history back to the first message of their thread.
ANSWERED_FOR = timedelta(days=31)


def thread_of(message: Mapping[str, Any]) -> str | None:
    """The stamp of the message to which this one replies, or None. Raises NotUnderstoodError.

    The first message of a thread bears its own stamp there, and replies to nothing.
    """
    if not message.get("thread_ts"):
        return None
    first = stamp(message, "thread_ts")
    return first if first != message.get("ts") else None


def replied_to(channel: str, message: Mapping[str, Any]) -> str | None:
    """The id of the message to which this one replies, as `Event.in_reply_to` has it."""
    first = thread_of(message)
    return message_id(channel, first) if first is not None else None


def origin_in(channel: str, message: Mapping[str, Any], at: str, /, **more: str) -> str:
    """The event's origin: its chat, and the thread in which it is answered.

    `at` is the stamp of what was done. Raises NotUnderstoodError.
    """
    first = thread_of(message)
    if first is not None and moment(at) - moment(first) < ANSWERED_FOR:
        more["thread"] = first
    return json.dumps({"channel": channel} | more)
