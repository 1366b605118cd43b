"""Decides who may coach: everybody, those on the organisation's list, or those it approved.

Both roads ask it: the handlers of what a coach types and presses, and the gate before what leaves.
"""

from __future__ import annotations

import re

from bot.domain.people import Address
from bot.ports import Transaction
from bot.rules.policy.reach import may_come_by_mail, works_in
from bot.settings import ONE_COACH, Settings

EVERYONE, APPROVAL = "everyone", "approval"
_GROUP = 4
_REFERENCE = re.compile("[0-9a-f]{16}")


async def may_coach(tx: Transaction, settings: Settings, address: Address) -> bool:
    """Tells whether the person at this address may coach now."""
    if not (works_in(settings, address) and may_come_by_mail(settings, address)):
        return False
    if settings.coaches == EVERYONE:
        return True
    if settings.coaches == APPROVAL:
        return await tx.coach_approved(address)
    return as_listed(address) in settings.listed_coaches


async def whose_coach_may(tx: Transaction, settings: Settings, coach_id: str) -> bool:
    """The same for a coach by their id. False where they cannot be read."""
    if settings.coaches == EVERYONE and settings.policy is None:
        return True
    coach = await tx.person(coach_id)
    return coach is not None and await may_coach(tx, settings, coach.address)


def to_hand_over(tx: Transaction, settings: Settings, address: Address) -> str:
    """What somebody gives to an operator who is to let them coach: a reference, or the address."""
    if settings.coaches == APPROVAL:
        return written(tx.coach_reference(address))
    return as_listed(address)


def reference_in(tx: Transaction, typed: str) -> str:
    """The reference that an operator typed: with or without its hyphens, or as an address.

    Raises ValueError for a text that is neither.
    """
    text = typed.strip()
    if ONE_COACH.fullmatch(text):
        return tx.coach_reference(Address(*text.split("/")))
    bare = text.replace("-", "").lower()
    if not _REFERENCE.fullmatch(bare):
        raise ValueError("neither a reference nor an address")
    return bare


def as_listed(address: Address) -> str:
    """An address as HANDRAIL_COACHES lists it: "platform/workspace/user"."""
    return "/".join((address.platform, address.workspace, address.user))


def written(reference: str) -> str:
    """A reference as a person reads it: "1a2b-3c4d-…"."""
    return "-".join(reference[at : at + _GROUP] for at in range(0, len(reference), _GROUP))
