"""Says to a platform which addresses belong to people whom the bot knows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from bot.domain.people import Address
from bot.ports import DamagedError, Transaction


async def known_at(tx: Transaction, addresses: Sequence[Address]) -> Mapping[Address, bool]:
    """The addresses at which somebody is stored; True where they have ever agreed to something.

    Somebody whose rows are damaged counts as known: a stop of theirs must still be heard.
    """
    found = {}
    for address in dict.fromkeys(addresses):
        try:
            person = await tx.person_at(address)
            if person is not None:
                found[address] = await _has_agreed(tx, person.id)
        except DamagedError:
            found[address] = True
    return found


async def _has_agreed(tx: Transaction, person_id: str) -> bool:
    if await tx.ledger(person_id):
        return True
    engagements = await tx.engagements_of(person_id)
    return any([await tx.ledger(one.id) for one in engagements])
