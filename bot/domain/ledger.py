"""Whether the ledger is whole: what was changed, removed, reordered, cut off or slipped in.

An entry's hash can be computed by anyone. So each chain has a *head*, and the ledger one *tally*,
sealed with a key that does not lie in the database.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from bot.domain.consent import START, Entry, entry_hash

WHOLE = "*"


@dataclass(frozen=True, slots=True)
class Head:
    """Where a chain ends. `number` says how many entries the whole ledger had with this one.

    `sound` is false when it was not sealed by this organisation's key.
    """

    chain: str
    seq: int
    hash: str
    number: int
    sound: bool = True


@dataclass(frozen=True, slots=True)
class Tally:
    """How many chains and entries were ever appended. `sound` is as in `Head`."""

    chains: int
    entries: int
    sound: bool = True


@dataclass(frozen=True, slots=True)
class Counted:
    """How many chains (by their heads) and entries there are now."""

    chains: int
    entries: int


class Damage(StrEnum):
    """What is wrong with a chain, or with the ledger as a whole."""

    CHANGED = "changed"
    REMOVED = "removed"
    REORDERED = "reordered"
    CUT_OFF = "cut_off"
    ADDED = "added"
    UNREADABLE = "unreadable"
    NO_HEAD = "no_head"
    FORGED_HEAD = "forged_head"
    NO_TALLY = "no_tally"
    FORGED_TALLY = "forged_tally"
    ROLLED_BACK = "rolled_back"


@dataclass(frozen=True, slots=True)
class Flaw:
    """One thing found. `chain` is pseudonymous, or "*" for the ledger as a whole.

    `seq` is where it shows; None when it is about the chain, or somewhere in it.
    """

    chain: str
    seq: int | None
    what: Damage


def continues(head: Head | None, entry: Entry) -> bool:
    """Whether `entry` is the one that comes after `head`; what does not continue is not sealed."""
    if head is None:
        return entry.seq == 1 and entry.previous == START
    return head.sound and entry.seq == head.seq + 1 and entry.previous == head.hash


def flaws(ledger: Sequence[Entry], head: Head | None) -> list[Flaw]:
    """What is wrong with one chain (sorted by `seq`); nothing, when it is as it was appended."""
    inside = list(_inside(ledger))
    at_the_end = _at_the_end(ledger, head)
    if at_the_end is None and not inside and ledger and head and ledger[-1].hash != head.hash:
        # Every hash fits, and yet it is not what was sealed: all of it was computed again.
        at_the_end = Flaw(head.chain, None, Damage.CHANGED)
    return inside + ([at_the_end] if at_the_end else [])


def whole_flaws(tally: Tally | None, now: Counted) -> list[Flaw]:
    """What is wrong with the ledger as a whole: chains or entries too few or too many."""
    if tally is None:
        return [Flaw(WHOLE, None, Damage.NO_TALLY)]
    if not tally.sound:
        return [Flaw(WHOLE, None, Damage.FORGED_TALLY)]
    if now.chains < tally.chains or now.entries < tally.entries:
        return [Flaw(WHOLE, None, Damage.REMOVED)]
    if now.chains > tally.chains or now.entries > tally.entries:
        return [Flaw(WHOLE, None, Damage.ADDED)]
    return []


def rolled_back(head: Head | None, tally: Tally | None) -> list[Flaw]:
    """A head that is newer than the tally: the tally, and so something else, is an old one."""
    if head is None or tally is None or not (head.sound and tally.sound):
        return []
    return [Flaw(head.chain, None, Damage.ROLLED_BACK)] if head.number > tally.entries else []


def _inside(ledger: Sequence[Entry]) -> Iterator[Flaw]:
    places = _places(ledger)
    expected, previous = 1, START
    for entry in ledger:
        if entry.seq > expected:
            yield Flaw(entry.chain, expected, Damage.REMOVED)
        if entry.hash != entry_hash(entry):
            place = places.get(entry.hash)
            moved = place is not None and entry_hash(replace(entry, seq=place)) == entry.hash
            yield Flaw(entry.chain, entry.seq, Damage.REORDERED if moved else Damage.CHANGED)
        elif entry.seq == expected and entry.previous != previous:
            yield Flaw(entry.chain, entry.seq, Damage.CHANGED)
        expected, previous = max(expected, entry.seq + 1), entry.hash


def _places(ledger: Sequence[Entry]) -> dict[str, int]:
    """Each hash's place in the chain, found by following the links and not the numbers."""
    after = {entry.previous: entry.hash for entry in ledger}
    places: dict[str, int] = {}
    found = after.get(START)
    while found is not None and found not in places:
        places[found] = len(places) + 1
        found = after.get(found)
    return places


def _at_the_end(ledger: Sequence[Entry], head: Head | None) -> Flaw | None:
    last = ledger[-1] if ledger else None
    if head is None:
        return Flaw(last.chain, None, Damage.NO_HEAD) if last else None
    if not head.sound:
        return Flaw(head.chain, None, Damage.FORGED_HEAD)
    if last is None or last.seq < head.seq:
        return Flaw(head.chain, (last.seq if last else 0) + 1, Damage.CUT_OFF)
    if last.seq > head.seq:
        return Flaw(head.chain, head.seq + 1, Damage.ADDED)
    return None
