"""What one unit of work asks its connection: ready statements, and any other of SQLAlchemy."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from functools import lru_cache
from typing import Any

import structlog
from sqlalchemy import (
    Column,
    ColumnElement,
    Delete,
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
from storage.sql.running.ready import WHOSE, FilledShape, ReadyStatement, Shape
from storage.sql.running.road import run
from storage.sql.running.shapes import deleting_where, rows_where, setting_where

Query = Select[Any] | FilledShape

log = structlog.get_logger()


class Statements:
    """The statements of one organisation on one connection, in its transaction.

    What is asked often is asked with `where`, `deleting` and `setting`, or with a `Shape` of its
    own: then nothing is built or compiled again.
    """

    __slots__ = ()
    connection: AsyncConnection
    organisation: str

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
        return list((await self.connection.execute(query)).all())

    async def first(self, query: Query) -> Row[Any] | None:
        if isinstance(query, FilledShape):
            ready, found, _ = await self._carry_out(query)
            return ready.read(found[:1])[0] if found else None
        row: Row[Any] | None = (await self.connection.execute(query)).first()
        return row

    async def change(self, statement: Update | Delete | FilledShape) -> int:
        """Runs the statement; returns how many rows it touched."""
        if isinstance(statement, FilledShape):
            return (await self._carry_out(statement))[2]
        return (await self.connection.execute(statement)).rowcount

    def select(self, table: Table, *where: ColumnElement[bool]) -> Select[Any]:
        return select(table).where(table.c.organisation == self.organisation, *where)

    def update(self, table: Table, *where: ColumnElement[bool]) -> Update:
        return update(table).where(table.c.organisation == self.organisation, *where)

    def delete(self, table: Table, *where: ColumnElement[bool]) -> Delete:
        return delete(table).where(table.c.organisation == self.organisation, *where)

    def insert(self, table: Table) -> Any:
        """Returns an INSERT of this dialect: SQLAlchemy offers ON CONFLICT only per dialect."""
        if self.connection.dialect.name == "sqlite":
            return sqlite.insert(table)
        return postgresql.insert(table)

    async def of_many(
        self, query: Callable[[str], Select[Any]], ids: Collection[str]
    ) -> Sequence[Row[Any]]:
        """Runs a query of `storage.sql.many` for these ids. It must be the same at each call."""
        name = self.connection.dialect.name
        return await self.all(_shape_of(query(name)).filled(ids=given_as(name, ids)))

    def among(self, column: Column[str], ids: Collection[str]) -> ColumnElement[bool]:
        name = self.connection.dialect.name
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
            return list((await self.connection.execute(query, given)).all())
        except NOT_A_VALUE:
            _tell_illegible()
        return legible(await self.connection.execute(query, given))

    async def _carry_out(self, asked: FilledShape) -> tuple[ReadyStatement, list[Any], int]:
        ready = asked.shape.ready(self.connection.dialect)
        values = {**asked.values, WHOSE: self.organisation}
        return (ready, *await run(self.connection, ready, values))


@lru_cache(maxsize=256)
def _shape_of(query: Select[Any]) -> Shape:
    return Shape(lambda _: query)


def _tell_illegible() -> None:
    METRICS.failed("keys")
    log.error("row_not_legible")
