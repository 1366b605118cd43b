"""How an accepted event is written down, before it is sealed, and read again."""

from __future__ import annotations

import json
from dataclasses import fields
from datetime import datetime
from typing import Any

from bot.chat import Deleted, Edited, Event, Happening, Pressed, Submitted, Wrote
from bot.domain.people import Address
from bot.domain.words import Words

KINDS = {kind.__name__: kind for kind in (Wrote, Pressed, Submitted, Edited, Deleted)}


# What `dataclasses.asdict` would find, without its copies: every event passes here.
_NAMES: dict[type[Any], list[str]] = {
    kind: [one.name for one in fields(kind)] for kind in (Event, Address, Words, *KINDS.values())
}


def event_text(event: Event) -> Words:
    written = _by_name(event) | {"kind": type(event.what).__name__}
    return Words(json.dumps(written, default=_plain))


def event_of(text: Words) -> Event:
    written = json.loads(text.text)
    what = _happening(KINDS[written.pop("kind")], written.pop("what"))
    sender = Address(**written.pop("sender"))
    name = Words(**written.pop("name"))
    return Event(sender=sender, name=name, what=what, **written)


def _happening(kind: type[Any], fields: dict[str, Any]) -> Happening:
    if isinstance(fields.get("text"), dict):
        fields["text"] = Words(**fields["text"])
    if fields.get("at") is not None:
        fields["at"] = datetime.fromisoformat(fields["at"])
    happening: Happening = kind(**fields)
    return happening


def _plain(value: object) -> object:
    if isinstance(value, datetime):
        return value.isoformat()
    return _by_name(value)


def _by_name(value: object) -> dict[str, object]:
    names = _NAMES.get(type(value))
    if names is None:
        raise TypeError(type(value).__name__)
    return {name: getattr(value, name) for name in names}
