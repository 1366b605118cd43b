"""Pure: from the JSON of Postbox to an Event. What does not fit is refused, never mended."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from bot.chat import Deleted, Edited, Event, Happening, Pressed, Submitted, Wrote
from bot.domain.people import Address
from bot.domain.words import Words

NAME = "postbox"
TEXT_LIMIT = 40_000


class NotUnderstoodError(ValueError):
    """Postbox sent something that it does not send."""


def to_event(body: Mapping[str, Any]) -> Event:
    """Reads one event. Raises NotUnderstoodError."""
    return Event(
        id=_text(body, "id"),
        sender=Address(NAME, _text(body, "workspace"), _text(body, "user")),
        name=Words(_text(body, "name")),
        what=_happening(body),
        zone=_text(body, "zone") or None,
        language=_text(body, "language") or None,
    )


def _happening(body: Mapping[str, Any]) -> Happening:
    match body.get("type"):
        case "wrote":
            return Wrote(Words(_text(body, "text")), _text(body, "letter"))
        case "edited":
            return Edited(_text(body, "letter"), Words(_text(body, "text")))
        case "deleted":
            return Deleted(_text(body, "letter"))
        case "pressed":
            return Pressed(_text(body, "action"))
        case "filled":
            return Submitted(_text(body, "action"), _values(body.get("values")))
    raise NotUnderstoodError("type")


def _values(values: object) -> dict[str, str]:
    if not isinstance(values, dict):
        raise NotUnderstoodError("values")
    return {str(name): _text(values, name) for name in values}


def _text(body: Mapping[str, Any], name: str) -> str:
    value = body.get(name, "")
    if not isinstance(value, str) or len(value) > TEXT_LIMIT:
        raise NotUnderstoodError(name)
    return value
