"""One trip to SQLite's own thread for each statement.

SQLAlchemy's adapter for aiosqlite makes four: for the cursor, the statement, its rows, and to close
the cursor. On a busy machine it is the trips that a claim waits for.
"""

from __future__ import annotations

import sqlite3
from collections import deque
from collections.abc import Callable
from typing import Any

from sqlalchemy import Engine, event
from sqlalchemy.connectors.asyncio import AsyncAdapt_dbapi_cursor
from sqlalchemy.dialects.sqlite.aiosqlite import (
    AsyncAdapt_aiosqlite_connection,
    AsyncAdapt_aiosqlite_cursor,
)
from sqlalchemy.util.concurrency import await_


def make_one_hop(engine: Engine) -> None:
    """For every connection that `engine` opens from now on."""
    event.listen(engine, "do_connect", _connect)


def _connect(dialect: Any, record: object, arguments: Any, options: Any) -> Any:
    usual = dialect.connect(*arguments, **options)
    return OneHopConnection(usual.dbapi, usual.driver_connection)


class OneHopCursor(AsyncAdapt_aiosqlite_cursor):
    """All rows are fetched with the statement, and the driver's cursor is closed behind them."""

    __slots__ = ("_told",)

    def __init__(self, connection: AsyncAdapt_aiosqlite_connection) -> None:
        self._adapt_connection = connection
        self._connection = connection._connection
        self._rows: deque[Any] = deque()
        self._told: tuple[Any, int, int] = (None, -1, 0)

    @property
    def description(self) -> Any:
        return self._told[0]

    @property
    def rowcount(self) -> int:
        return self._told[1]

    @property
    def lastrowid(self) -> int:
        return self._told[2]

    def execute(self, operation: Any, parameters: Any = None) -> None:
        self._hop(lambda cursor: cursor.execute(operation, parameters or ()))

    def executemany(self, operation: Any, seq_of_parameters: Any) -> None:
        self._hop(lambda cursor: cursor.executemany(operation, seq_of_parameters))

    def close(self) -> None:
        self._rows.clear()

    async def _async_soft_close(self) -> None:
        """The driver's cursor is closed already."""

    def _hop(self, work: Callable[[sqlite3.Cursor], object]) -> None:
        driver: Any = self._connection

        def done() -> tuple[list[Any], tuple[Any, int, int]]:
            cursor = driver._conn.cursor()
            try:
                work(cursor)
                rows = cursor.fetchall() if cursor.description else []
                return rows, (cursor.description, cursor.rowcount, cursor.lastrowid)
            finally:
                cursor.close()

        try:
            rows, self._told = await_(driver._execute(done))
        except Exception as error:
            self._adapt_connection._handle_exception(error)
        self._rows = deque(rows)


class OneHopConnection(AsyncAdapt_aiosqlite_connection):
    __slots__ = ()

    def cursor(self, server_side: bool = False) -> AsyncAdapt_dbapi_cursor:
        return super().cursor(server_side) if server_side else OneHopCursor(self)
