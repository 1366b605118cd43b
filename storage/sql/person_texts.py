"""A person's own fields as the text that is sealed, and back."""

from __future__ import annotations

import json
from datetime import date, datetime

from bot.domain.pause import Pause
from bot.domain.people import Address, Dialogue, Quiet
from bot.domain.words import Words

# The dialogue is padded to steps of so many characters: its size does not tell what was asked.
DIALOGUE_STEP = 2_000


def address_text(address: Address) -> Words:
    return Words(json.dumps([address.platform, address.workspace, address.user]))


def address_of(text: Words) -> Address:
    return Address(*json.loads(text.text))


def dialogue_text(dialogue: Dialogue) -> Words:
    heard_at = dialogue.heard_at.isoformat() if dialogue.heard_at else None
    asked = [dialogue.awaiting, dialogue.subject, dialogue.offered]
    quiet = [dialogue.quiet.since.isoformat(), dialogue.quiet.went_on] if dialogue.quiet else None
    asked_at = dialogue.asked_at.isoformat() if dialogue.asked_at else None
    text = json.dumps([*asked, heard_at, dialogue.zone_asked, quiet, asked_at])
    return Words(text.ljust(-(-len(text) // DIALOGUE_STEP) * DIALOGUE_STEP))


def dialogue_of(text: Words) -> Dialogue:
    awaiting, subject, offered, *later = json.loads(text.text)
    heard_at, zone_asked, quiet, asked_at = (*later, None, None, None, None)[:4]
    return Dialogue(
        awaiting,
        subject,
        tuple((label, action) for label, action in offered),
        datetime.fromisoformat(heard_at) if heard_at else None,
        zone_asked,
        Quiet(date.fromisoformat(quiet[0]), quiet[1]) if quiet else None,
        datetime.fromisoformat(asked_at) if asked_at else None,
    )


def pause_text(pause: Pause | None) -> Words:
    """A pause as a JSON object; an empty one if there is none. All take the same space, sealed."""
    days: dict[str, date | None] = {}
    if pause is not None:
        days = {"until": pause.until, "then": pause.then, "starts": pause.starts}
    return Words(json.dumps(days, default=date.isoformat))


def pause_of(text: Words) -> Pause | None:
    days = json.loads(text.text)
    found = (days.get(name) for name in ("until", "then", "starts"))
    ends = [date.fromisoformat(day) if day else None for day in found]
    return Pause(*ends) if days else None
