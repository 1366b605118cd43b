"""Pure: is this request from Slack? Checked strictly, before anything else has seen its body.

slack_bolt would log the whole body of a request whose signature does not fit, answer 500 to a
time stamp that is no number, and raise on a signature that is not ASCII.
"""

from __future__ import annotations

import hashlib
import hmac
import json
import re
from collections.abc import Mapping
from typing import Any
from urllib.parse import parse_qs

SECONDS_OLD = 300
BODY_LIMIT = 512 * 1024
MOST_DEPTH = 60

_STAMP = re.compile(r"[0-9]{1,12}")
_SIGNATURE = re.compile(r"v0=[0-9a-f]{64}")

Json = dict[str, Any]


class ForgedError(Exception):
    """Not signed by Slack, or too long ago, or too far in the future. It says nothing more."""


class UnreadableError(Exception):
    """It is signed, and it is no payload."""


def check(secret: str, headers: Mapping[str, str], body: bytes, now: float) -> None:
    """Slack's signature, version 0; `now` is in seconds since 1970. Raises ForgedError.

    The time stamp may be 300 seconds away on either side (Slack's advice against replays).
    """
    stamp = headers.get("X-Slack-Request-Timestamp", "")
    signature = headers.get("X-Slack-Signature", "")
    if not _STAMP.fullmatch(stamp) or not _SIGNATURE.fullmatch(signature):
        raise ForgedError
    signed = b"v0:%s:%s" % (stamp.encode(), body)
    expected = hmac.new(secret.encode(), signed, hashlib.sha256).hexdigest()
    if not hmac.compare_digest(f"v0={expected}", signature):
        raise ForgedError
    if abs(now - int(stamp)) > SECONDS_OLD:
        raise ForgedError


def payload_of(body: bytes, content_type: str) -> Json:
    """The payload of an event (JSON), an interaction (JSON in a form) or a command (a form).

    Raises UnreadableError for all else, and for what is nested deeper than Slack ever nests.
    """
    try:
        text = body.decode("utf-8")
        if content_type != "application/x-www-form-urlencoded":
            return _object(text)
        fields = parse_qs(text, keep_blank_values=True, strict_parsing=True, max_num_fields=100)
        if "payload" in fields:
            return _object(fields["payload"][0])
        return {name: values[0] for name, values in fields.items()}
    except (ValueError, RecursionError):
        raise UnreadableError from None


def _object(text: str) -> Json:
    if _deepest(text) > MOST_DEPTH:
        raise UnreadableError
    parsed = json.loads(text)
    if not isinstance(parsed, dict):
        raise UnreadableError
    return parsed


def _deepest(text: str) -> int:
    """At most how deep it is nested; brackets inside of texts count too, which only overstates."""
    opened = text.count("[") + text.count("{")
    if opened <= MOST_DEPTH:
        return opened
    depth = deepest = 0
    for mark in re.findall(r'"(?:[^"\\]|\\.)*"|[][{}]', text):
        if mark in "[{":
            depth += 1
            deepest = max(deepest, depth)
        elif mark in "]}":
            depth -= 1
    return deepest
