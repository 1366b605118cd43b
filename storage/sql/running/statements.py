"""What one unit of work asks its connection: ready statements, and any other of SQLAlchemy."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from functools import lru_cache
from typing import Any

import structlog
from sqlalchemy import (
    Column,
    ColumnElement,
    CursorResult,
    Delete,
    Executable,
    Row,
    Select,
    Table,
    Update,
    delete,
    literal,
    select,
    update,
)
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.metrics import METRICS
from storage.sql.legible import NOT_A_VALUE, legible
from storage.sql.many import MANY, among, given_as
from storage.sql.reading.memo import Memo
from storage.sql.running.effect import Effect
from storage.sql.running.ready import WHOSE, FilledShape, ReadyStatement, Shape
from storage.sql.running.road import Given, run_all
from storage.sql.running.shapes import deleting_any, deleting_where, rows_where, setting_where

Query = Select[Any] | FilledShape

log = structlog.get_logger()


class Statements:
    """The statements of one organisation on one connection, in its transaction.

    What is asked often is asked with `where`, `deleting` and `setting`, or with a `Shape` of its
    own: then nothing is built or compiled again.
    """

    __slots__ = ()
    opened: AsyncConnection
    organisation: str
    memo: Memo
    # Writes whose result nobody needs. They go, in this order, with whatever is asked next.
    waiting: list[Given]
    defers: bool

    @property
    def connection(self) -> AsyncConnection:
        """The connection, for statements of one's own. They may change or lock anything.

        Raises RuntimeError while writes wait: call `send_waiting` first.
        """
        if self.waiting:
            raise RuntimeError("writes wait that these statements must not overtake")
        self.memo.clear()
        return self.opened

    async def later(self, statement: FilledShape) -> None:
        """Runs a write whose result nobody needs together with the next statement, at the latest
        before the commit. Where nobody sends what waits at the end, it runs at once.
        """
        if self.defers:
            self.waiting.append(self._with_values(statement))
        else:
            await self.change(statement)

    async def send_waiting(self) -> None:
        """Runs the writes that wait, in one trip."""
        if self.waiting:
            await self._hand_over([])

    @property
    def dialect(self) -> str:
        """ "sqlite" or "postgresql"."""
        return self.opened.dialect.name

    def where(
        self,
        table: Table,
        *,
        order: tuple[str, ...] = (),
        limit: int | None = None,
        lock: bool = False,
        **same: object,
    ) -> FilledShape:
        """Rows that have these values. None asks for NULL; `-name` in `order` sorts downwards.

        `limit` is a fixed number of the code: each one is compiled for itself. `lock` keeps others
        from changing the rows until the end of the transaction.
        """
        return rows_where(table, same, order, limit, lock=lock)

    def deleting(self, table: Table, **same: object) -> FilledShape:
        return deleting_where(table, same)

    async def remove_any(self, column: Column[Any], ids: Collection[str]) -> int:
        """Removes the rows whose column is one of these; returns how many there were."""
        return await self.change(deleting_any(column).filled(ids=given_as(self.dialect, ids)))

    def setting(self, table: Table, new: Mapping[str, object], **same: object) -> FilledShape:
        """Sets the columns of `new` in the rows that have these values."""
        return setting_where(table, same, new)

    async def all(self, query: Query) -> list[Row[Any]]:
        """Returns the rows. Leaves out one with a value that nobody saved: it stops no other."""
        return await self._legible(query, None)

    async def every(self, query: Query) -> list[Row[Any]]:
        """Returns the rows. Raises one of `NOT_A_VALUE` for a value that nobody saved."""
        if isinstance(query, FilledShape):
            ready, found, _ = await self._carry_out(query)
            return ready.read(found)
        return list((await self.execute(query)).all())

    async def first(self, query: Query) -> Row[Any] | None:
        if isinstance(query, FilledShape):
            ready, found, _ = await self._carry_out(query)
            return ready.read(found[:1])[0] if found else None
        row: Row[Any] | None = (await self.execute(query)).first()
        return row

    async def change(self, statement: Update | Delete | FilledShape) -> int:
        """Runs the statement; returns how many rows it touched."""
        if isinstance(statement, FilledShape):
            return (await self._carry_out(statement))[2]
        return (await self.execute(statement)).rowcount

    async def changed(self, statement: FilledShape) -> list[Row[Any]]:
        """Runs the statement; returns what it returns of the rows it touched."""
        ready, found, _ = await self._carry_out(statement)
        return ready.read(found)

    async def together(self, several: Sequence[FilledShape]) -> list[list[Row[Any]] | None]:
        """Runs statements that need nothing of each other, in this order and in one trip.

        Returns the rows of each: None for one with a value that nobody saved.
        """
        given = [self._with_values(one) for one in several]
        found = await self._hand_over(given)
        both = zip(given, found, strict=True)
        return [_legible_or_none(ready, rows) for (ready, _), (rows, _) in both]

    async def execute(
        self, statement: Executable, given: Mapping[str, Any] | Sequence[Mapping[str, Any]] = ()
    ) -> CursorResult[*tuple[Any, ...]]:
        """Runs any statement of SQLAlchemy, once or for each of the given rows."""
        await self.send_waiting()
        self._forget_what_changes(Effect.of(statement))
        return await self.opened.execute(statement, given or None)

    def select(self, table: Table, *where: ColumnElement[bool]) -> Select[Any]:
        return select(table).where(table.c.organisation == self.organisation, *where)

    def update(self, table: Table, *where: ColumnElement[bool]) -> Update:
        return update(table).where(table.c.organisation == self.organisation, *where)

    def delete(self, table: Table, *where: ColumnElement[bool]) -> Delete:
        return delete(table).where(table.c.organisation == self.organisation, *where)

    def insert(self, table: Table) -> Any:
        """Returns an INSERT of this dialect: SQLAlchemy offers ON CONFLICT only per dialect."""
        if self.dialect == "sqlite":
            return sqlite.insert(table)
        return postgresql.insert(table)

    async def of_many(
        self, query: Callable[[str], Select[Any]], ids: Collection[str]
    ) -> Sequence[Row[Any]]:
        """Runs a query of `storage.sql.many` for these ids. It must be the same at each call."""
        name = self.dialect
        return await self.all(shape_of(query(name)).filled(ids=given_as(name, ids)))

    def among(self, column: Column[str], ids: Collection[str]) -> ColumnElement[bool]:
        name = self.dialect
        return among(column, name, literal(given_as(name, ids), MANY[name]))

    async def _legible(self, query: Query, given: Mapping[str, Any] | None) -> list[Row[Any]]:
        if isinstance(query, FilledShape):
            ready, found, _ = await self._carry_out(query)
            try:
                return ready.read(found)
            except NOT_A_VALUE:
                _tell_illegible()
            return ready.legible(found)
        try:
            return list((await self.execute(query, given or ())).all())
        except NOT_A_VALUE:
            _tell_illegible()
        return legible(await self.execute(query, given or ()))

    async def _carry_out(self, asked: FilledShape) -> tuple[ReadyStatement, list[Any], int]:
        ready, values = self._with_values(asked)
        ((rows, touched),) = await self._hand_over([(ready, values)])
        return ready, rows, touched

    async def _hand_over(self, several: Sequence[Given]) -> list[tuple[list[Any], int]]:
        """Runs the writes that wait, and then these statements, all in one trip."""
        first, self.waiting[:] = list(self.waiting), []
        return (await run_all(self.opened, [*first, *several]))[len(first) :]

    def _with_values(self, asked: FilledShape) -> tuple[ReadyStatement, Mapping[str, object]]:
        ready = asked.shape.ready(self.opened.dialect)
        self._forget_what_changes(ready.effect)
        return ready, {**asked.values, WHOSE: self.organisation}

    def _forget_what_changes(self, effect: Effect) -> None:
        """A lock waits for others, but on SQLite: what was read before may have changed since."""
        if effect.table is not None:
            self.memo.changes(effect.table)
        elif effect.locks and self.dialect != "sqlite":
            self.memo.clear()


@lru_cache(maxsize=256)
def shape_of(query: Select[Any]) -> Shape:
    """The shape of a query of `storage.sql.many`, of which there is one for each dialect."""
    return Shape(lambda _: query)


def _legible_or_none(ready: ReadyStatement, found: Sequence[Any]) -> list[Row[Any]] | None:
    try:
        return ready.read(found)
    except NOT_A_VALUE:
        return None


def _tell_illegible() -> None:
    METRICS.failed("keys")
    log.error("row_not_legible")
