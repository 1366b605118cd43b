"""SQLite with one trip to its thread for each statement.

The driver's own cursor takes four (made, used, read, closed), and such trips are half of what a
small statement costs.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence
from typing import Any

import aiosqlite

ROWS_AT_ONCE = 64


class Reading(sqlite3.Connection):
    """Reads what a statement gives in the same breath: nothing of it stays open."""

    rows: Sequence[Any] = ()

    def execute(self, sql: str, parameters: Any = (), /) -> sqlite3.Cursor:
        cursor = super().execute(sql, parameters)
        self.rows = cursor.fetchall() if cursor.description else ()
        return cursor


class FewTrips(aiosqlite.Connection):
    """Its thread, like that of SQLAlchemy's own connections, keeps no process from ending."""

    reading: Reading

    def __init__(self, file: str) -> None:
        super().__init__(lambda: self._connected(file), ROWS_AT_ONCE)
        self._thread.daemon = True

    def cursor(self) -> Any:
        return OneTrip(self)

    def _connected(self, file: str) -> sqlite3.Connection:
        self.reading = sqlite3.connect(file, factory=Reading)
        return self.reading


class OneTrip:
    """What SQLAlchemy asks of a cursor; it lets one statement at a time use the connection."""

    arraysize = 1

    def __init__(self, connection: FewTrips) -> None:
        self._connection = connection
        self._rows: Sequence[Any] = ()
        self.description: Any = None
        self.rowcount = -1
        self.lastrowid: int | None = None

    async def __aenter__(self) -> OneTrip:
        return self

    async def execute(self, sql: str, parameters: Sequence[Any] = ()) -> OneTrip:
        used = await self._connection.execute(sql, parameters)
        self._rows = self._connection.reading.rows
        return self._after(used)

    async def executemany(self, sql: str, rows: Iterable[Sequence[Any]]) -> OneTrip:
        return self._after(await self._connection.executemany(sql, rows))

    async def fetchall(self) -> Sequence[Any]:
        return self._rows

    async def close(self) -> None:
        self._rows = ()

    def _after(self, used: aiosqlite.Cursor) -> OneTrip:
        self.description, self.rowcount = used.description, used.rowcount
        self.lastrowid = used.lastrowid
        return self


async def connected(file: str) -> FewTrips:
    connection = FewTrips(file)
    await connection
    return connection
