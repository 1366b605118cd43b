"""How an accepted event is written down, before it is sealed, and read again."""

from __future__ import annotations

import json
from dataclasses import asdict
from datetime import datetime
from typing import Any

from bot.chat import Deleted, Edited, Event, Happening, Pressed, Submitted, Wrote
from bot.domain.people import Address
from bot.domain.words import Words

KINDS = {kind.__name__: kind for kind in (Wrote, Pressed, Submitted, Edited, Deleted)}


def event_text(event: Event) -> Words:
    written = asdict(event) | {"kind": type(event.what).__name__}
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


def _plain(value: object) -> str:
    if isinstance(value, datetime):
        return value.isoformat()
    raise TypeError(type(value).__name__)
