"""One seal for each row that decides who reads, who receives, or what leaves.

It is a keyed hash over the whole row, so that nobody without the keys can change a row, or put one
row's values into another. A row that does not fit its seal is never used.

A seal also has a number, which is stored nowhere in the database: the *floor* of the row's thing in
the key store. A stop raises the floor before it is committed. A row that somebody puts back from
before it then fits a lower number only, and counts as stopped.

An event that ends something in this way also raises the floor of its person's events, to the time
at which it was accepted: no event from before it is heard again, whoever puts it back.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, datetime, time, timedelta
from functools import cache
from typing import Any

from sqlalchemy import Column, Row, Table

from bot.ports import CLOCKS_APART, DamagedError
from storage.keys.keyring import Keys
from storage.keys.sealed import Sealed
from storage.sql.columns import as_text
from storage.sql.schema import engagement, ledger_head, ledger_tally, metadata, person, share
from storage.sql.sealed_rows.encoded import encoding

# Columns that a seal does not cover, and why nobody gains by changing them.
LOOSE: Mapping[str, str] = {
    "delivery.due_at": "when the next attempt is, never outside the sealed window",
    "delivery.state": "what became of it; the gate decides anew about each attempt",
    "delivery.attempts": "how often it was tried",
    "delivery.claimed_at": "bookkeeping of a claim",
    "delivery.settled_at": "bookkeeping of the end",
    "delivery.reason": "a fixed word about the end",
    "delivery.workspace": "its lane, which only sets the pace: the recipient's address is sealed",
    "delivery.claimed_by": "bookkeeping of a claim",
    "delivery.begun_at": "bookkeeping of an attempt",
    "inbox.number": "the order of events, given by the database",
    "inbox.handled_at": "whether only the answer is missing",
    "inbox.tries": "how often it was tried",
}

# Tables without such a seal, and why.
UNSEALED: Mapping[str, str] = {
    "keyring": "a keyed hash, compared at each start",
    "ledger": "a chain of hashes, whose head is sealed",
    "ledger_head": "has a seal of its own",
    "ledger_tally": "has a seal of its own",
    "lane": "the pace of a workspace: it only keeps messages back, and `leaves` proves a leave",
    "worker": "random numbers of processes",
    "alarm": "the process that tells the operator",
    "seen_event": "keyed hashes of events that came twice",
    "wrong_code": "counts of wrong codes",
    "coach_approval": "a keyed hash of a keyed hash, which nobody can make without the keys",
    "untidy": "owners whose unused keys the next sweep looks for",
}

# How far below a floor, or above it, a number is looked for.
FARTHEST = 4_000
AHEAD = 8

STOP, PAUSE, EVENTS = "stop", "pause", "events"
# In microseconds, as the floors of events.
APART = CLOCKS_APART // timedelta(microseconds=1)
Named = Callable[[Mapping[str, Any]], tuple[str, str]]
# Whose floor a row stands on, and of which thing.
ON_A_FLOOR: Mapping[Table, Named] = {
    person: lambda row: (row["id"], PAUSE),
    engagement: lambda row: (row["client_id"], STOP),
    share: lambda row: (row["client_id"], row["id"]),
}


@cache
def sealed_columns(table: Table) -> tuple[Column[Any], ...]:
    """Returns the columns that the seal of a row covers: all but `LOOSE` and the seal itself."""
    loose = {"seal", *(name.split(".")[1] for name in LOOSE if name.split(".")[0] == table.name)}
    return tuple(column for column in table.c if column.key not in loose)


def has_seal(table: Table) -> bool:
    return "seal" in table.c and table not in (ledger_head, ledger_tally)


def sealed_tables() -> list[Table]:
    return [table for table in metadata.sorted_tables if has_seal(table)]


def facts(table: Table, values: Mapping[str, Any], number: int = 0) -> str:
    """Returns all that is sealed as text: the same for a row that is written and one that is read.

    `values` are by the keys of the columns; one that is not there is NULL.
    """
    row = [values.get(column.key) for column in sealed_columns(table)]
    return _encoded([table.name, number, *row])


def values_of(table: Table, row: Row[Any]) -> dict[str, Any]:
    """Returns a row of the table, or of a join with it, by the keys of the table's columns."""
    found = row._mapping
    return {column.key: found[column] for column in table.c}


class RowSeals:
    """Makes and checks the seals of one unit of work.

    `unsealed` is True only before the rows of an older version are sealed, at the first start of
    this one: until then a row without a seal is taken.
    """

    def __init__(
        self,
        keys: Keys,
        trusted: set[str],
        risen: Callable[[], None],
        *,
        unsealed: bool = False,
    ) -> None:
        self._keys = keys
        self._trusted = trusted
        # Called where a floor rises: what was read before may count no more.
        self._risen = risen
        self._unsealed = unsealed
        # Floors that this unit of work raises, until `write_floors`.
        self._raised: dict[tuple[str, str], int] = {}
        self._here: dict[tuple[str, str], int] = {}
        # Whose event this unit of work handles, and when it was accepted, in microseconds.
        self._event: tuple[str, int] | None = None

    async def seal(self, table: Table, values: Mapping[str, Any], behind: int = 0) -> str:
        """Returns the seal of a row that counts as written `behind` stops ago."""
        return self._seal(table, values, await self._floor_under(table, values) - behind)

    async def seal_left(self, table: Table, values: Mapping[str, Any]) -> str:
        """Returns the seal of a row from before a stop that a restore has left so knowingly.

        It counts as from before the stop. Its number is below zero, and of this floor alone.
        """
        return self._seal(table, values, _left(await self._floor_under(table, values)))

    async def is_left_so(self, table: Table, row: Row[Any]) -> bool:
        """True for a row that a restore has left knowingly at the floor of now."""
        values = values_of(table, row)
        left = _left(await self._floor_under(table, values))
        return table in ON_A_FLOOR and self._fits(table, values, values["seal"], left)

    async def behind(self, table: Table, row: Row[Any]) -> int:
        """Returns how many stops have come since the row was written: 0 for a row that counts.

        Raises DamagedError for a row that does not fit its seal.
        """
        values = values_of(table, row)
        found = values["seal"]
        if found is None and self._unsealed:
            return 0
        floor = await self._floor_under(table, values)
        if self._fits(table, values, found, floor):
            return 0
        if table in ON_A_FLOOR:
            if self._fits(table, values, found, _left(floor)):
                return 1
            for number in range(floor - 1, max(-1, floor - FARTHEST), -1):
                if self._fits(table, values, found, _left(number)):
                    return floor - number + 1
                if self._fits(table, values, found, number):
                    return floor - number
            # Only a key store that was put back from an older copy has such a floor.
            for number in range(floor + 1, floor + AHEAD):
                if self._fits(table, values, found, number):
                    return 0
        raise DamagedError(f"a row of {table.name} does not fit its seal")

    async def floor(self, owner: str, thing: str) -> int:
        here = self._here.get((owner, thing))
        return await self._keys.floor(owner, thing, trusted=self._trusted) if here is None else here

    async def raise_floor(self, owner: str, thing: str, number: int | None = None) -> None:
        """Raises a floor at the end of this unit of work, by one, or to a number."""
        now = await self.floor(owner, thing)
        higher = now + 1 if number is None else max(now, number)
        self._here[owner, thing] = self._raised[owner, thing] = higher
        self._risen()

    async def hears(self, person_id: str, accepted: int, now: int) -> bool:
        """Notes the event that is handled. False if it is from before one that ended something.

        A clock that is set back, to before that one, tells nothing: then each event counts.
        """
        self._event = person_id, accepted
        ended = await self.floor(person_id, EVENTS)
        return accepted + APART >= ended or now < ended

    @property
    def accepted(self) -> int | None:
        """When the event that is handled was accepted, in microseconds, or None."""
        return self._event[1] if self._event else None

    async def end_events(self) -> None:
        """Raises the floor of the events of the person whose event is handled."""
        if self._event is not None:
            owner, accepted = self._event
            await self.raise_floor(owner, EVENTS, accepted)

    async def write_floors(self) -> None:
        """Writes the raised floors to the key store, which no rollback undoes: see `UnitOfWork`."""
        if self._raised:
            await self.end_events()
            await self._keys.raise_floors(self._raised)
            self._raised.clear()

    async def _floor_under(self, table: Table, values: Mapping[str, Any]) -> int:
        named = ON_A_FLOOR.get(table)
        return await self.floor(*named(values)) if named else 0

    def _seal(self, table: Table, values: Mapping[str, Any], number: int) -> str:
        return self._keys.row_seal(facts(table, values, number))

    def _fits(self, table: Table, values: Mapping[str, Any], found: object, number: int) -> bool:
        # A value that the database gives back may be of any type; it then does not fit.
        return isinstance(found, str) and found == self._seal(table, values, number)


def _plain(value: object) -> object:
    if isinstance(value, datetime):
        return as_text(value) if value.tzinfo else repr(value)
    if isinstance(value, date | time):
        return value.isoformat()
    if isinstance(value, Sealed):
        return value.data.hex()
    return repr(value)


_encoded = encoding(_plain)


def _left(floor: int) -> int:
    """The number of a row that a restore has left from before a stop, at this floor."""
    return -1 - floor
