"""Pure: checks Slack's signature and reads the body of a request.

It replaces slack_bolt's check, which logs the whole body of a request with a wrong signature,
answers 500 to a time stamp that is no number, and raises on a signature that is not ASCII.
"""

from __future__ import annotations

import hashlib
import hmac
import json
import re
from collections.abc import Mapping
from urllib.parse import parse_qs

from adapters.shared.json_values import Json

SECONDS_OLD = 300
BODY_LIMIT = 512 * 1024
MOST_DEPTH = 60

_STAMP = re.compile(r"[0-9]{1,12}")
_SIGNATURE = re.compile(r"v0=[0-9a-f]{64}")


# A text in quotes, or a bracket. A text without an end reaches to the end, so that nothing is read
# twice.
_NESTING = re.compile(r'"(?:[^"\\]|\\.)*+(?:"|\Z)|[][{}]', re.S)


class ForgedError(Exception):
    """The request is not signed by Slack, or its time stamp is too old or in the future."""


class UnreadableError(Exception):
    """The request is signed, but it contains no payload."""


def check(secret: str, headers: Mapping[str, str], body: bytes, now: float) -> None:
    """Checks Slack's signature, version 0. Raises ForgedError. `now`: seconds since 1970.

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

    Raises UnreadableError for anything else, and for deeper nesting than Slack ever uses.
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
    """The nesting, or the first that is too deep. Brackets inside texts may be counted too."""
    opened = text.count("[") + text.count("{")
    if opened <= MOST_DEPTH:
        return opened
    depth = deepest = 0
    for match in _NESTING.finditer(text):
        if match[0] in "[{":
            depth += 1
            deepest = max(deepest, depth)
        elif match[0] in "]}":
            depth -= 1
        if deepest > MOST_DEPTH:
            break
    return deepest
