"""How a person's address and open question are written down, before they are sealed."""

from __future__ import annotations

import json
from datetime import datetime

from bot.domain.people import Address, Dialogue
from bot.domain.words import Words


def address_text(address: Address) -> Words:
    return Words(json.dumps([address.platform, address.workspace, address.user]))


def address_of(text: Words) -> Address:
    return Address(*json.loads(text.text))


def dialogue_text(dialogue: Dialogue) -> Words:
    heard_at = dialogue.heard_at.isoformat() if dialogue.heard_at else None
    asked = [dialogue.awaiting, dialogue.subject, dialogue.offered]
    return Words(json.dumps([*asked, heard_at, dialogue.zone_asked]))


def dialogue_of(text: Words) -> Dialogue:
    awaiting, subject, offered, *later = json.loads(text.text)
    heard_at, zone_asked = later or (None, None)
    return Dialogue(
        awaiting,
        subject,
        tuple((label, action) for label, action in offered),
        datetime.fromisoformat(heard_at) if heard_at else None,
        zone_asked,
    )
