"""Pure: turns the browser's JSON into an Event. What does not fit is refused, not repaired."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from adapters.shared.json_values import (
    NotUnderstoodError,
    checked_text,
    checked_values,
    dict_at,
    hint,
    need_match,
)
from bot.chat import Deleted, Edited, Event, Happening, Pressed, Submitted, Wrote
from bot.domain.limits import MOST_RECEIVED
from bot.domain.people import Address
from bot.domain.words import Words

PLATFORM = WORKSPACE = "local"
USER = re.compile(r"[a-z0-9][a-z0-9-]{0,31}")
GESTURE = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
NAMES = {"client": "Mai", "coach": "Daniel"}


@dataclass(frozen=True, slots=True, repr=False)
class Gesture:
    """An action of one person on the page; `label` is the text of the pressed button, or ""."""

    user: str
    event: Event
    label: str


def address_of(user: str) -> Address:
    return Address(PLATFORM, WORKSPACE, user)


def name_of(user: str) -> str:
    """The display name: fixed for the page's two people, else made from the user id."""
    return NAMES.get(user) or " ".join(part.capitalize() for part in user.split("-") if part)


def is_user(user: object) -> bool:
    return isinstance(user, str) and USER.fullmatch(user) is not None


def to_gesture(body: object) -> Gesture:
    """Raises NotUnderstoodError, or its kind TooLongError for a text that is too long."""
    given = dict_at(body)
    user, gesture_id = need_match(given, "person", USER), need_match(given, "id", GESTURE)
    event = Event(
        id=gesture_id,
        sender=address_of(user),
        name=Words(name_of(user)),
        what=_happening(given, gesture_id),
        zone=hint(given.get("zone")),
        language=hint(given.get("language")),
    )
    return Gesture(user, event, checked_text(given.get("label", ""), 200))


def _happening(given: Mapping[str, Any], gesture_id: str) -> Happening:
    match given.get("kind"):
        case "wrote":
            return Wrote(_words(given), gesture_id)
        case "pressed":
            return Pressed(_action(given))
        case "submitted":
            return Submitted(_action(given), _values(given.get("values")))
        case "edited":
            return Edited(need_match(given, "message", GESTURE), _words(given))
        case "deleted":
            return Deleted(need_match(given, "message", GESTURE))
    raise NotUnderstoodError("kind")


def _words(given: Mapping[str, Any]) -> Words:
    return Words(checked_text(given.get("text"), MOST_RECEIVED))


def _action(given: Mapping[str, Any]) -> str:
    return checked_text(given.get("action"), 500)


def _values(values: object) -> dict[str, str]:
    if not isinstance(values, dict):
        raise NotUnderstoodError("values")
    return checked_values(values.items())
