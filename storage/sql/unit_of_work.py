"""The base of every SQL port: one connection, one organisation, and sealing."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, TypeVar

import structlog
from sqlalchemy import ClauseElement, ColumnElement, Row, String, Table, bindparam, func, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.domain.people import Address
from bot.domain.words import Words
from bot.metrics import METRICS
from bot.ports import DamagedError
from storage.keys.keyring import KeyDestroyedError, Keys
from storage.keys.sealed import Sealed
from storage.sql.reading.memo import Memo
from storage.sql.running.ready import Shape
from storage.sql.running.road import Given
from storage.sql.running.shapes import inserting, insertion
from storage.sql.running.statements import Query, Statements
from storage.sql.seals.row_seals import RowSeals, has_seal, values_of

T = TypeVar("T")

log = structlog.get_logger()

# The workspace of a person whom an older version stored, until it is known.
UNKNOWN = ""
# The owner of the keys that seal accepted events.
INBOX = "inbox"


def _locking(lock: Callable[[ColumnElement[int]], ColumnElement[Any]]) -> Shape:
    name = bindparam("name", type_=String())
    return Shape(lambda _: select(lock(func.hashtextextended(name, 0))))


ALONE = _locking(func.pg_advisory_xact_lock)
TOGETHER = _locking(func.pg_advisory_xact_lock_shared)


@dataclass(frozen=True, slots=True)
class UnitOfWork(Statements):
    """One unit of work on one organisation's rows."""

    # Only statements that this class knows run on it: see `connection`.
    opened: AsyncConnection
    keys: Keys
    organisation: str
    locked: set[tuple[str, bool]] = field(default_factory=set)
    soon: Callable[[datetime], bool] = lambda due_at: False
    wakes: set[str] = field(default_factory=set)
    # True only while a start moves what an older version stored in the clear.
    moving: bool = False
    # Owners whose keys this unit of work has read from the key store.
    trusted: set[str] = field(default_factory=set)
    # Chain, purpose and time (UTC) of what was withdrawn in this unit of work.
    withdrawals: list[tuple[str, str, datetime]] = field(default_factory=list)
    # The client of each engagement that this unit of work has read, and found to fit its seal.
    clients: dict[str, str] = field(default_factory=dict)
    # True where the end of the transaction sends what waits: see `Statements.later`.
    defers: bool = False
    waiting: list[Given] = field(default_factory=list)
    # What this unit of work has read. Everything that may change it forgets it.
    memo: Memo = field(default_factory=Memo)
    seals: RowSeals = field(init=False)
    # True before the rows of an older version are sealed: see `RowSeals`.
    unsealed: bool = False

    def __post_init__(self) -> None:
        seals = RowSeals(self.keys, self.trusted, self.memo.clear, unsealed=self.unsealed)
        object.__setattr__(self, "seals", seals)

    @property
    def ending_keys(self) -> Keys:
        """The keys, for whoever destroys or retires some: what they opened is read no more."""
        self.memo.clear()
        return self.keys

    async def note_withdrawals(self) -> None:
        """Writes the withdrawals and raised floors to the key store, which no rollback undoes.

        It is the last thing before a commit, and before keys are destroyed: a unit of work that
        fails earlier has withdrawn nothing.
        """
        await self.send_waiting()
        await self.seals.write_floors()
        while self.withdrawals:
            await self.keys.note_withdrawn(*self.withdrawals[0])
            del self.withdrawals[0]

    async def sound(self, table: Table, query: Query) -> list[Row[Any]]:
        """Returns the rows of a query over `table`, or over a join with it, that fit their seal.

        Leaves out the others, logs that there are some, and counts them.
        """
        return await self.fitting(table, await self.all(query))

    async def fitting(self, table: Table, rows: Sequence[Row[Any]]) -> list[Row[Any]]:
        """Leaves out the rows that do not fit their seal, or are from before a stop."""
        return [row for row in rows if await self._counts(table, row)]

    async def ours(self, table: Table, query: Query) -> list[Row[Any]]:
        """Returns the rows that fit their seal, also those from before a stop.

        A row that somebody else made keeps no key from being destroyed.
        """
        return [row for row in await self.all(query) if await self.is_ours(table, row)]

    async def is_ours(self, table: Table, row: Row[Any]) -> bool:
        """True if the row fits its seal, also from before a stop."""
        return await self._behind(table, row) is not None

    async def only_sound(self, table: Table, query: Query) -> Row[Any] | None:
        """Returns the one row of a query. Raises DamagedError if it does not fit its seal."""
        row = await self.first(query)
        if row is not None and await self.seals.behind(table, row):
            raise DamagedError(f"a row of {table.name} is from before a stop")
        return row

    async def _counts(self, table: Table, row: Row[Any]) -> bool:
        counts = await self._behind(table, row) == 0
        if not counts:
            _tell_refused(table)
        return counts

    async def _behind(self, table: Table, row: Row[Any]) -> int | None:
        """How many stops have come since the row was written; None if it does not fit its seal."""
        try:
            return await self.seals.behind(table, row)
        except DamagedError:
            return None

    async def change_sealed(
        self, table: Table, *where: ColumnElement[bool], values: Mapping[str, Any]
    ) -> list[Row[Any]]:
        """Changes rows that fit their seal, and seals them anew; returns them as they were.

        A row from before a stop stays one.
        """
        query = self.select(table, *where).order_by(*table.primary_key).with_for_update()
        changed = []
        for row in await self.all(query):
            behind = await self._behind(table, row)
            if behind is None:
                _tell_refused(table)
                continue
            new = {**values_of(table, row), **values}
            left = behind and await self.seals.is_left_so(table, row)
            seal = await (
                self.seals.seal_left(table, new) if left else self.seals.seal(table, new, behind)
            )
            this = {column.key: row._mapping[column] for column in table.primary_key}
            await self.change(self.setting(table, {**values, "seal": seal}, **this))
            changed.append(row)
        return changed

    async def whole(self, table: Table, values: Mapping[str, Any]) -> dict[str, Any]:
        """Returns a whole row with its seal; of a table without seals, the values as they are."""
        row = self._whose(values)
        if not has_seal(table):
            return row
        whole = {column.key: None for column in table.c if column.autoincrement is not True} | row
        return whole | {"seal": await self.seals.seal(table, whole)}

    async def add(self, table: Table, values: Mapping[str, Any]) -> bool:
        """Inserts the row. Returns False, and changes nothing, when a unique key is taken."""
        return await self._put(table, values, replace=False) == 1

    async def add_all(
        self, table: Table, rows: Sequence[Mapping[str, Any]], unique: Sequence[str]
    ) -> None:
        """Inserts rows ON CONFLICT DO NOTHING: the first row per key of `unique` wins.

        Any other conflict raises.
        """
        statement = self.insert(table).on_conflict_do_nothing(index_elements=list(unique))
        whole = [await self.whole(table, row) for row in rows]
        await self.execute(statement, whole)

    async def save(self, table: Table, values: Mapping[str, Any]) -> None:
        """Inserts the row, or replaces the one with the same primary key."""
        await self._put(table, values, replace=True)

    async def save_later(self, table: Table, values: Mapping[str, Any]) -> None:
        """Does so together with the next statement: see `Statements.later`."""
        await self.later(inserting(table, await self.whole(table, values), replace=True))

    async def _put(self, table: Table, values: Mapping[str, Any], *, replace: bool) -> int:
        """Returns how many rows are new or replaced: one or none."""
        row = await self.whole(table, values)
        if any(isinstance(value, ClauseElement) for value in row.values()):
            worked_out = insertion(self.dialect, table, row, replace=replace)
            return (await self.execute(worked_out)).rowcount
        return await self.change(inserting(table, row, replace=replace))

    async def seal(self, column: str, row: str, owner: str, words: Words, at: datetime) -> Sealed:
        """Seals for one column and row. `column` has its table's name in front."""
        await self.lock_keys(owner, alone=False)
        place = f"{column}|{row}"
        return Sealed(await self.keys.seal(owner, place, words, at, trusted=self.trusted))

    async def unseal(self, column: str, row: str, owner: str, sealed: Sealed) -> Words:
        place = f"{column}|{row}"
        return await self.keys.unseal(owner, place, sealed.data, trusted=self.trusted)

    async def warm(self, owners: Collection[str]) -> None:
        """Reads the keys of many owners at once, so that unsealing need not ask for each."""
        await self.keys.warm(owners, trusted=self.trusted)

    async def unseal_own(self, column: str, person_id: str, sealed: Sealed) -> Words:
        """Opens a person's own fields: name, address, dialogue.

        A coach's lie under keys of their own, so that erasing them as a client leaves the coach.
        """
        try:
            return await self.unseal(column, person_id, person_id, sealed)
        except KeyDestroyedError:
            return await self.unseal(column, person_id, coach_owner(person_id), sealed)

    async def lock_keys(self, owner: str, *, alone: bool) -> None:
        """Keeps others from destroying a key of `owner` until the end of the transaction.

        With `alone`, from using one too. SQLite takes one transaction at a time and needs no lock.
        """
        if self.dialect == "sqlite" or self.locked & {
            (owner, alone),
            (owner, True),
        }:
            return
        self.locked.add((owner, alone))
        # Keys and rows that were read before the lock may be out of date.
        self.trusted.discard(owner)
        self.memo.clear()
        lock = ALONE if alone else TOGETHER
        await self.all(lock.filled(name=f"{self.organisation}|{owner}"))

    def workspace(self, where: Address) -> str:
        """Returns the platform's name, a colon, and `workspace_hash`."""
        return f"{where.platform}:{self.workspace_hash(where)}"

    def workspace_hash(self, where: Address) -> str:
        """The keyed hash of a workspace, in hex: it finds one again and names none."""
        return self.keys.keyed_hash("workspace", f"{where.platform}\0{where.workspace}")

    def _whose(self, values: Mapping[str, Any]) -> dict[str, Any]:
        return {"organisation": self.organisation, **values}


def _tell_refused(table: Table) -> None:
    METRICS.failed("keys")
    log.error("row_refused", table=table.name)


def coach_owner(person_id: str) -> str:
    """Returns the owner of the keys that seal how a coach is reached."""
    return f"coach:{person_id}"
