"""Finds damage in the ledger: entries that were changed, removed, reordered, cut off or added.

Anyone can compute an entry's hash. So each chain has a *head* and the whole ledger has one *tally*,
and both are sealed with a key that is not in the database.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from bot.domain.consent import START, Entry, entry_hash

WHOLE = "*"


@dataclass(frozen=True, slots=True)
class Head:
    """The last entry of a chain, as sealed.

    `number` is how many entries the whole ledger had when this one was appended. `sound` is False
    if this organisation's key did not seal the head.
    """

    chain: str
    seq: int
    hash: str
    number: int
    sound: bool = True


@dataclass(frozen=True, slots=True)
class Tally:
    """How many chains and entries were ever appended, as sealed. `sound` is as in `Head`."""

    chains: int
    entries: int
    sound: bool = True


@dataclass(frozen=True, slots=True)
class Counted:
    """How many chains (counted by their heads) and entries the database has now."""

    chains: int
    entries: int


class Damage(StrEnum):
    """A kind of damage to a chain or to the whole ledger."""

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
    OLDER_COPY = "older_copy"


@dataclass(frozen=True, slots=True)
class Flaw:
    """One damage found. `chain` is a pseudonym, or "*" for the whole ledger.

    `seq` is the entry where it shows. It is None when the damage concerns the whole chain or cannot
    be placed.
    """

    chain: str
    seq: int | None
    what: Damage


def continues(head: Head | None, entry: Entry) -> bool:
    """True if `entry` directly follows `head`. An entry that does not is never sealed."""
    if head is None:
        return entry.seq == 1 and entry.previous == START
    return head.sound and entry.seq == head.seq + 1 and entry.previous == head.hash


def flaws(ledger: Sequence[Entry], head: Head | None) -> list[Flaw]:
    """Finds the damage to one chain (sorted by `seq`). An empty list means that it is intact."""
    inside = list(_inside(ledger))
    at_the_end = _at_the_end(ledger, head)
    if at_the_end is None and not inside and ledger and head and ledger[-1].hash != head.hash:
        # Every hash fits, but the last one was never sealed: someone computed the whole chain anew.
        at_the_end = Flaw(head.chain, None, Damage.CHANGED)
    return inside + ([at_the_end] if at_the_end else [])


def whole_flaws(tally: Tally | None, now: Counted) -> list[Flaw]:
    """Finds damage to the whole ledger: too few or too many chains or entries."""
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
    """Finds a head that is newer than the tally.

    Then the tally, and with it other rows, is an old copy.
    """
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
    """Numbers each hash by following the links between entries, not the entries' own numbers."""
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
