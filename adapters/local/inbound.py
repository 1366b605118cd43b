"""Pure: from the browser's JSON to an Event. What does not fit is refused, never mended."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from bot.chat import Deleted, Edited, Event, Happening, Pressed, Submitted, Wrote
from bot.domain.people import Address
from bot.domain.words import Words

PLATFORM = WORKSPACE = "local"
USER = re.compile(r"[a-z0-9][a-z0-9-]{0,31}")
GESTURE = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
LONE_SURROGATE = re.compile("[\ud800-\udfff]")
HINT = re.compile(r"[A-Za-z0-9_+/-]{1,64}")
TEXT_LIMIT = 40_000
FIELD_LIMIT = 5_000
MOST_FIELDS = 20
NAMES = {"client": "Mai", "coach": "Daniel"}


class NotUnderstoodError(ValueError):
    """The browser sent something that no button or box of the page sends."""


class TooLongError(NotUnderstoodError):
    """A person wrote more than fits into one message of this platform."""


@dataclass(frozen=True, slots=True, repr=False)
class Gesture:
    """What one person did on the page; `label` is what they saw on what they pressed."""

    user: str
    event: Event
    label: str


def address_of(user: str) -> Address:
    return Address(PLATFORM, WORKSPACE, user)


def name_of(user: str) -> str:
    """The display name: two people are introduced by the page, others name themselves."""
    return NAMES.get(user) or " ".join(part.capitalize() for part in user.split("-") if part)


def is_user(user: object) -> bool:
    return isinstance(user, str) and USER.fullmatch(user) is not None


def to_gesture(body: object) -> Gesture:
    """Raises NotUnderstoodError, and TooLongError for what a person may well have tried."""
    if not isinstance(body, dict) or not is_user(body.get("person")):
        raise NotUnderstoodError("person")
    gesture_id = body.get("id")
    if not isinstance(gesture_id, str) or not GESTURE.fullmatch(gesture_id):
        raise NotUnderstoodError("id")
    user: str = body["person"]
    event = Event(
        id=gesture_id,
        sender=address_of(user),
        name=Words(name_of(user)),
        what=_happening(body, gesture_id),
        zone=_hint(body.get("zone")),
        language=_hint(body.get("language")),
    )
    return Gesture(user, event, _text(body.get("label", ""), 200))


def _happening(body: Mapping[str, Any], gesture_id: str) -> Happening:
    match body.get("kind"):
        case "wrote":
            return Wrote(Words(_text(body.get("text"), TEXT_LIMIT)), gesture_id)
        case "pressed":
            return Pressed(_text(body.get("action"), 500))
        case "submitted":
            return Submitted(_text(body.get("action"), 500), _values(body.get("values")))
        case "edited":
            return Edited(_message(body), Words(_text(body.get("text"), TEXT_LIMIT)))
        case "deleted":
            return Deleted(_message(body))
    raise NotUnderstoodError("kind")


def _message(body: Mapping[str, Any]) -> str:
    message = body.get("message")
    if not isinstance(message, str) or not GESTURE.fullmatch(message):
        raise NotUnderstoodError("message")
    return message


def _values(values: object) -> dict[str, str]:
    if not isinstance(values, dict) or len(values) > MOST_FIELDS:
        raise NotUnderstoodError("values")
    return {_text(name, 50): _text(value, FIELD_LIMIT) for name, value in values.items()}


def _text(value: object, limit: int) -> str:
    # Half of a pair is no character: nothing after this could encode it.
    if not isinstance(value, str) or LONE_SURROGATE.search(value):
        raise NotUnderstoodError("text")
    if len(value) > limit:
        raise TooLongError("text")
    return value


def _hint(value: object) -> str | None:
    return value if isinstance(value, str) and HINT.fullmatch(value) else None
