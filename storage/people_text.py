"""How a person's address and open question are written down, before they are sealed."""

from __future__ import annotations

import json

from bot.domain.people import Address, Dialogue
from bot.domain.words import Words


def address_text(address: Address) -> Words:
    return Words(json.dumps([address.platform, address.workspace, address.user]))


def address_of(text: Words) -> Address:
    return Address(*json.loads(text.text))


def dialogue_text(dialogue: Dialogue) -> Words:
    return Words(json.dumps([dialogue.awaiting, dialogue.subject, dialogue.offered]))


def dialogue_of(text: Words) -> Dialogue:
    awaiting, subject, offered = json.loads(text.text)
    return Dialogue(awaiting, subject, tuple((label, action) for label, action in offered))
