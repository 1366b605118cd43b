"""Names a client's coach, so that two coaches with one name can be told apart."""

from __future__ import annotations

import unicodedata

from bot.domain.engagement import Engagement
from bot.domain.foreign import LONGEST_NAME, UNKNOWN, short_name
from bot.domain.people import Address, Person
from bot.domain.words import Words, normal
from bot.ports import DamagedError, Transaction

# Of an account this many characters at most stand beside a name, which then still has room.
_LONGEST_ACCOUNT = 40


async def name_of_coach(tx: Transaction, engagement: Engagement) -> Words:
    """The name of an engagement's coach, as its client reads it: "?" if it cannot be read.

    Where another coach of this client has a name like it, also in an engagement that has ended, the
    account stands beside the name. Nobody can choose that, and a name everybody can.
    """
    coach = await _readable(tx, engagement.coach_id)
    if coach is None:
        return Words(UNKNOWN)
    theirs = {one.coach_id for one in await tx.engagements_of(engagement.client_id)}
    for other_id in sorted(theirs - {coach.id}):
        other = await _readable(tx, other_id)
        if other is not None and are_alike(coach.name.text, other.name.text):
            client = await _readable(tx, engagement.client_id)
            return with_account(coach, client.address if client else None)
    return coach.name


def are_alike(one: str, other: str) -> bool:
    """True if the names differ in nothing that is seen at a glance, or one begins with the other.

    So nobody can write what looks like another's account behind that other's name.
    """
    first, second = _folded(one), _folded(other)
    return first.startswith(second) or second.startswith(first)


def with_account(coach: Person, here: Address | None) -> Words:
    """The name, and behind it the account: with its workspace, if that is not the one of `here`."""
    there = coach.address
    at_home = here is not None and here.workspace == there.workspace
    account = there.user if at_home else f"{there.workspace}/{there.user}"
    if len(account) > _LONGEST_ACCOUNT:
        half = _LONGEST_ACCOUNT // 2
        account = f"{account[: half - 1]}…{account[-half:]}"
    # Two more signs may stand around a name that is written from right to left.
    name = short_name(coach.name.text, LONGEST_NAME - len(f"  ({account})") - 1)
    return Words(f"{name} ({account})")


async def _readable(tx: Transaction, person_id: str) -> Person | None:
    try:
        return await tx.person(person_id)
    except DamagedError:
        return None


def _folded(name: str) -> str:
    """The letters and digits of a name in lower case, without accents."""
    spread = normal("NFKD", short_name(name)).casefold()
    return "".join(sign for sign in spread if unicodedata.category(sign)[0] in "LN")
