"""Pure: the small values in Slack's payloads: ids, time stamps and texts."""

from __future__ import annotations

import re
from datetime import UTC, datetime

from adapters.shared.json_values import NotUnderstoodError, checked_text, need_match
from adapters.slack.inbound.arrivals import PLATFORM, Install
from bot.domain.limits import MOST_RECEIVED
from bot.domain.people import Address

_IDENTIFIER = re.compile(r"[A-Z][A-Z0-9_]{1,60}")
_STAMP = re.compile(r"[0-9]{1,11}(\.[0-9]{1,6})?")


def identifier(payload: object, name: str) -> str:
    """An id of Slack's, such as U0123ABCD. Raises NotUnderstoodError."""
    return need_match(payload, name, _IDENTIFIER)


def stamp(payload: object, name: str) -> str:
    """The time stamp that names a message in its channel, such as 1700000000.000100.

    Raises NotUnderstoodError.
    """
    return need_match(payload, name, _STAMP)


def moment(value: str) -> datetime:
    """A time stamp from `stamp` as a time in UTC."""
    seconds, _, part = value.partition(".")
    return datetime.fromtimestamp(int(seconds), UTC).replace(microsecond=int(part.ljust(6, "0")))


def sound(text: str) -> str:
    """The text if it can be stored: no NUL, no lone surrogate. Raises NotUnderstoodError."""
    if "\0" in text:
        raise NotUnderstoodError("text")
    return checked_text(text, MOST_RECEIVED)


def address(install: Install, user: str) -> Address:
    return Address(PLATFORM, install.workspace, user)


def message_id(channel: str, at: str) -> str:
    """Adds the channel, because a time stamp is unique in its channel only."""
    return f"{channel}:{at}"
