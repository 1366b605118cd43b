"""Hands a ready statement to the driver, in the transaction and on the connection of SQLAlchemy.

Whoever listens to SQLAlchemy's `before_cursor_execute` hears these statements too, so that a test
can count each one and let each one fail. What the driver raises becomes the error that SQLAlchemy
makes of it, and a lost connection leaves the pool.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import Connection
from sqlalchemy.ext.asyncio import AsyncConnection
from sqlalchemy.util import await_only

from storage.sql.running.one_message import begins, in_one_message
from storage.sql.running.ready import ReadyStatement
from storage.sql.sqlite_driver import FewTrips, Handed, Ran

Given = tuple[ReadyStatement, Mapping[str, object]]


async def run(
    connection: AsyncConnection, ready: ReadyStatement, values: Mapping[str, object]
) -> Ran:
    """Returns the rows as the driver gives them, and how many it touched.

    Raises what `AsyncConnection.execute` raises.
    """
    return (await run_all(connection, [(ready, values)]))[0]


async def run_all(connection: AsyncConnection, several: Sequence[Given]) -> list[Ran]:
    """Runs statements in this order and in one trip; returns of each what `run` does."""
    inner: Connection = connection.sync_connection  # type: ignore[assignment]
    # Raises for a connection that is closed, or was lost in this transaction.
    driver: Any = inner.connection.driver_connection
    asked: list[Handed] = []
    for ready, values in several:
        try:
            asked.append(Handed(ready.sql, ready.bind(values), ready.reads, ready.small))
        except Exception as problem:
            await connection.run_sync(_refused, problem, ready.sql)
    try:
        for at, one in enumerate(asked):
            sql, parameters = one.sql, one.parameters
            for hear in inner.dispatch.before_cursor_execute:
                sql, parameters = hear(inner, None, sql, parameters, None, False)
            asked[at] = one._replace(sql=sql, parameters=parameters)
        if isinstance(driver, FewTrips):
            return await driver.run_all(asked)
        return await _by_psycopg(driver, [(one.sql, one.parameters) for one in asked])
    except BaseException as problem:
        told = "; ".join(one.sql for one in asked) if _is_told(inner, problem) else None
        await connection.run_sync(_refused, problem, told)
        raise


async def _by_psycopg(driver: Any, asked: Sequence[tuple[str, Any]]) -> list[Ran]:
    """The begin of a transaction and all its first statements are one message to the server."""
    if len(asked) == 1 and not begins(driver):
        cursors = [await driver.execute(*asked[0])]
    else:
        cursors = await in_one_message(driver, asked)
    return [await _read(cursor) for cursor in cursors]


async def _read(cursor: Any) -> Ran:
    """`cursor.description` would describe each column, which takes longer than to read a row."""
    return (await cursor.fetchall() if cursor.pgresult.nfields else []), cursor.rowcount


def begin(connection: Connection, sql: str) -> None:
    """Begins a transaction on SQLite, from within a call of SQLAlchemy's own."""
    driver: Any = connection.connection.driver_connection
    try:
        for hear in connection.dispatch.before_cursor_execute:
            sql, _ = hear(connection, None, sql, (), None, False)
        await_only(driver.begin(sql))
    except BaseException as problem:
        _refused(connection, problem, sql if _is_told(connection, problem) else None)


def _is_told(connection: Connection, problem: BaseException) -> bool:
    """True for what the database says. All else stays as it was raised."""
    return isinstance(problem, connection.dialect.loaded_dbapi.Error)


def _refused(connection: Connection, problem: BaseException, sql: str | None) -> None:
    """Raises the error of SQLAlchemy, and gives up a connection of which nobody knows the state.

    Without `sql` an error stays as it is. The values are never told.
    """
    try:
        raise problem
    except BaseException as raised:
        connection._handle_dbapi_exception(raised, sql, None, None, None)
