"""The base of every SQL port: one connection, one organisation, and sealing."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, TypeVar

import structlog
from sqlalchemy import (
    Column,
    ColumnElement,
    Delete,
    Executable,
    Row,
    Select,
    Table,
    Update,
    delete,
    func,
    literal,
    select,
    update,
)
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.ext.asyncio import AsyncConnection
from sqlalchemy.sql.dml import ReturningUpdate

from bot.domain.people import Address
from bot.domain.words import Words
from bot.metrics import METRICS
from bot.ports import DamagedError
from storage.keys.keyring import KeyDestroyedError, Keys
from storage.keys.sealed import Sealed
from storage.sql.legible import NOT_A_VALUE, legible
from storage.sql.many import MANY, among, given_as
from storage.sql.reading.memo import Memo
from storage.sql.seals.row_seals import RowSeals, has_seal, values_of

T = TypeVar("T")

log = structlog.get_logger()

# The workspace of a person whom an older version stored, until it is known.
UNKNOWN = ""
# The owner of the keys that seal accepted events.
INBOX = "inbox"


@dataclass(frozen=True, slots=True)
class UnitOfWork:
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
    # What this unit of work has read. Everything that may change it forgets it.
    memo: Memo = field(default_factory=Memo)
    seals: RowSeals = field(init=False)
    # True before the rows of an older version are sealed: see `RowSeals`.
    unsealed: bool = False

    def __post_init__(self) -> None:
        seals = RowSeals(self.keys, self.trusted, self.memo.clear, unsealed=self.unsealed)
        object.__setattr__(self, "seals", seals)

    @property
    def connection(self) -> AsyncConnection:
        """The connection, for statements of one's own. They may change or lock anything."""
        self.memo.clear()
        return self.opened

    @property
    def dialect(self) -> str:
        """ "sqlite" or "postgresql"."""
        return self.opened.dialect.name

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
        await self.seals.write_floors()
        while self.withdrawals:
            await self.keys.note_withdrawn(*self.withdrawals[0])
            del self.withdrawals[0]

    async def sound(self, table: Table, query: Select[Any]) -> list[Row[Any]]:
        """Returns the rows of a query over `table`, or over a join with it, that fit their seal.

        Leaves out the others, logs that there are some, and counts them.
        """
        return await self.fitting(table, await self.all(query))

    async def fitting(self, table: Table, rows: Sequence[Row[Any]]) -> list[Row[Any]]:
        """Leaves out the rows that do not fit their seal, or are from before a stop."""
        return [row for row in rows if await self._counts(table, row)]

    async def ours(self, table: Table, query: Select[Any]) -> list[Row[Any]]:
        """Returns the rows that fit their seal, also those from before a stop.

        A row that somebody else made keeps no key from being destroyed.
        """
        return [row for row in await self.all(query) if await self._behind(table, row) is not None]

    async def only_sound(self, table: Table, query: Select[Any]) -> Row[Any] | None:
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
            this = [column == row._mapping[column] for column in table.primary_key]
            await self.change(self.update(table, *this).values(**values, seal=seal))
            changed.append(row)
        return changed

    async def _sealed(self, table: Table, values: Mapping[str, Any]) -> dict[str, Any]:
        """Returns a whole row with its seal; of a table without seals, the values as they are."""
        row = self._whose(values)
        if not has_seal(table):
            return row
        whole = {column.key: None for column in table.c if column.autoincrement is not True} | row
        return whole | {"seal": await self.seals.seal(table, whole)}

    async def all(self, query: Select[Any]) -> list[Row[Any]]:
        """Returns the rows. Leaves out one with a value that nobody saved: it stops no other."""
        return await self._legible(query, None)

    async def every(self, query: Select[Any]) -> list[Row[Any]]:
        """Returns the rows. Raises one of `NOT_A_VALUE` for a value that nobody saved."""
        self._forget_if_it_locks(query)
        return list((await self.opened.execute(query)).all())

    async def first(self, query: Select[Any]) -> Row[Any] | None:
        self._forget_if_it_locks(query)
        row: Row[Any] | None = (await self.opened.execute(query)).first()
        return row

    async def together(
        self, several: Sequence[tuple[Executable, Mapping[str, Any]]]
    ) -> list[list[Row[Any]] | None]:
        """Runs statements that need nothing of each other, in this order; returns the rows of each.

        None stands for those of a statement with a value that nobody saved.
        """
        found: list[list[Row[Any]] | None] = []
        for statement, given in several:
            result = await self.opened.execute(statement, given)
            try:
                found.append(list(result.all()))
            except NOT_A_VALUE:
                found.append(None)
        return found

    async def change(self, statement: Update | Delete) -> int:
        """Runs the statement; returns how many rows it touched."""
        self.memo.changes(statement.table)
        return (await self.opened.execute(statement)).rowcount

    async def changed(self, statement: ReturningUpdate[Any]) -> Sequence[Row[Any]]:
        """Runs the statement; returns what it returns of the rows it touched."""
        self.memo.changes(statement.table)
        return list((await self.opened.execute(statement)).all())

    def select(self, table: Table, *where: ColumnElement[bool]) -> Select[Any]:
        return select(table).where(table.c.organisation == self.organisation, *where)

    def update(self, table: Table, *where: ColumnElement[bool]) -> Update:
        return update(table).where(table.c.organisation == self.organisation, *where)

    def delete(self, table: Table, *where: ColumnElement[bool]) -> Delete:
        return delete(table).where(table.c.organisation == self.organisation, *where)

    async def of_many(
        self, query: Callable[[str], Select[Any]], ids: Collection[str]
    ) -> Sequence[Row[Any]]:
        """Runs a query of `storage.sql.many` for these ids."""
        name = self.dialect
        given = {"whose": self.organisation, "ids": given_as(name, ids)}
        return await self._legible(query(name), given)

    async def _legible(self, query: Select[Any], given: Mapping[str, Any] | None) -> list[Row[Any]]:
        self._forget_if_it_locks(query)
        try:
            return list((await self.opened.execute(query, given)).all())
        except NOT_A_VALUE:
            METRICS.failed("keys")
            log.error("row_not_legible")
        return legible(await self.opened.execute(query, given))

    def _forget_if_it_locks(self, query: Select[Any]) -> None:
        """A lock waits for others, but on SQLite. What was read before may have changed since."""
        if query._for_update_arg is not None and self.dialect != "sqlite":
            self.memo.clear()

    def among(self, column: Column[str], ids: Collection[str]) -> ColumnElement[bool]:
        name = self.dialect
        return among(column, name, literal(given_as(name, ids), MANY[name]))

    async def add(self, table: Table, values: Mapping[str, Any]) -> bool:
        """Inserts the row. Returns False, and changes nothing, when a unique key is taken."""
        row = await self._sealed(table, values)
        self.memo.changes(table)
        statement = self.insert(table).values(row).on_conflict_do_nothing()
        counted = statement.execution_options(preserve_rowcount=True)
        return bool((await self.opened.execute(counted)).rowcount == 1)

    async def add_all(
        self, table: Table, rows: Sequence[Mapping[str, Any]], unique: Sequence[str]
    ) -> None:
        """Inserts rows ON CONFLICT DO NOTHING: the first row per key of `unique` wins.

        Any other conflict raises.
        """
        statement = self.insert(table).on_conflict_do_nothing(index_elements=list(unique))
        whole = [await self._sealed(table, row) for row in rows]
        self.memo.changes(table)
        await self.opened.execute(statement, whole)

    async def save(self, table: Table, values: Mapping[str, Any]) -> None:
        """Inserts the row, or replaces the one with the same primary key."""
        row = await self._sealed(table, values)
        key = [column.key for column in table.primary_key]
        rest = {name: value for name, value in row.items() if name not in key}
        statement = self.insert(table).values(row)
        self.memo.changes(table)
        await self.opened.execute(statement.on_conflict_do_update(index_elements=key, set_=rest))

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
        lock = func.pg_advisory_xact_lock if alone else func.pg_advisory_xact_lock_shared
        name = func.hashtextextended(f"{self.organisation}|{owner}", 0)
        await self.opened.execute(select(lock(name)))

    def workspace(self, where: Address) -> str:
        """Returns the platform's name, a colon, and `workspace_hash`."""
        return f"{where.platform}:{self.workspace_hash(where)}"

    def workspace_hash(self, where: Address) -> str:
        """The keyed hash of a workspace, in hex: it finds one again and names none."""
        return self.keys.keyed_hash("workspace", f"{where.platform}\0{where.workspace}")

    def _whose(self, values: Mapping[str, Any]) -> dict[str, Any]:
        return {"organisation": self.organisation, **values}

    def insert(self, table: Table) -> Any:
        """Returns an INSERT of this dialect: SQLAlchemy offers ON CONFLICT only per dialect."""
        if self.dialect == "sqlite":
            return sqlite.insert(table)
        return postgresql.insert(table)


def _tell_refused(table: Table) -> None:
    METRICS.failed("keys")
    log.error("row_refused", table=table.name)


def coach_owner(person_id: str) -> str:
    """Returns the owner of the keys that seal how a coach is reached."""
    return f"coach:{person_id}"
