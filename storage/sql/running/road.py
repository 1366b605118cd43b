"""Hands a ready statement to the driver, in the transaction and on the connection of SQLAlchemy.

Whoever listens to SQLAlchemy's `before_cursor_execute` hears these statements too, so that a test
can count each one and let each one fail. What the driver raises becomes the error that SQLAlchemy
makes of it, and a lost connection leaves the pool.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sqlalchemy import Connection
from sqlalchemy.ext.asyncio import AsyncConnection
from sqlalchemy.util import await_only

from storage.sql.running.ready import ReadyStatement
from storage.sql.sqlite_driver import FewTrips


async def run(
    connection: AsyncConnection, ready: ReadyStatement, values: Mapping[str, object]
) -> tuple[list[Any], int]:
    """Returns the rows as the driver gives them, and how many it touched.

    Raises what `AsyncConnection.execute` raises.
    """
    inner: Connection = connection.sync_connection  # type: ignore[assignment]
    # Raises for a connection that is closed, or was lost in this transaction.
    driver: Any = inner.connection.driver_connection
    sql = ready.sql
    try:
        parameters = ready.bind(values)
    except Exception as problem:
        await connection.run_sync(_refused, problem, sql)
    try:
        for hear in inner.dispatch.before_cursor_execute:
            sql, parameters = hear(inner, None, sql, parameters, None, False)
        if isinstance(driver, FewTrips):
            return await driver.run(sql, parameters, reads=ready.reads, small=ready.small)
        cursor = await driver.execute(sql, parameters)
        return (await cursor.fetchall() if cursor.description else []), cursor.rowcount
    except BaseException as problem:
        told = sql if _is_told(inner, problem) else None
        await connection.run_sync(_refused, problem, told)
        raise


def run_at_once(connection: Connection, sql: str) -> None:
    """Runs a statement without values on SQLite, from within a call of SQLAlchemy's own."""
    driver: Any = connection.connection.driver_connection
    parameters: Any = ()
    try:
        for hear in connection.dispatch.before_cursor_execute:
            sql, parameters = hear(connection, None, sql, parameters, None, False)
        await_only(driver.run(sql, parameters))
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
