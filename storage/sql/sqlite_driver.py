"""SQLite with one trip to its thread for nearly each statement.

The driver's own cursor takes four (made, used, read, closed), and such trips are half of what a
small statement costs.
"""

from __future__ import annotations

import sqlite3
from collections.abc import AsyncIterator, Callable, Iterable, Sequence
from functools import partial
from typing import Any

import aiosqlite

FIRST_ROWS = 2_000


class Reading(sqlite3.Connection):
    """Reads the first rows of a statement in the same breath: nearly always all there are."""

    rows: list[Any]

    def execute(self, sql: str, parameters: Any = (), /) -> sqlite3.Cursor:
        cursor = super().execute(sql, parameters)
        self.rows = cursor.fetchmany(FIRST_ROWS) if cursor.description else []
        return cursor


class Opening:
    """Opens it in its thread, and says afterwards what was opened."""

    opened: Reading

    def __init__(self, *arguments: Any, **named: Any) -> None:
        connect: Any = sqlite3.connect
        self._connect: Callable[[], Reading] = partial(
            connect, *arguments, factory=Reading, **named
        )

    def __call__(self) -> sqlite3.Connection:
        self.opened = self._connect()
        return self.opened

    def rows(self) -> list[Any]:
        """What was read with the last statement: nobody else needs it, and it is not kept."""
        rows, self.opened.rows = self.opened.rows, []
        return rows


class FewTrips(aiosqlite.Connection):
    """Its thread, like that of SQLAlchemy's own connections, keeps no process from ending.

    Its own `execute` is for `OneTrip`, which knows that the first rows were read already.
    """

    def __init__(self, opening: Opening) -> None:
        super().__init__(opening, FIRST_ROWS)
        self.opening = opening
        self._thread.daemon = True

    def cursor(self) -> Any:
        return OneTrip(self)


class OneTrip:
    """What SQLAlchemy asks of a cursor; it lets one statement at a time use the connection."""

    arraysize = FIRST_ROWS

    def __init__(self, connection: FewTrips) -> None:
        self._connection = connection
        self._used: aiosqlite.Cursor | None = None
        self._rows: list[Any] = []
        self._has_more = False

    async def __aenter__(self) -> OneTrip:
        return self

    async def execute(self, sql: str, parameters: Sequence[Any] = ()) -> OneTrip:
        self._used = await self._connection.execute(sql, parameters)
        self._rows = self._connection.opening.rows()
        self._has_more = len(self._rows) == FIRST_ROWS
        return self

    async def executemany(self, sql: str, rows: Iterable[Sequence[Any]]) -> OneTrip:
        self._used = await self._connection.executemany(sql, rows)
        return self

    async def fetchall(self) -> Sequence[Any]:
        found, self._rows = self._rows, []
        if self._used is not None and self._has_more:
            found += await self._used.fetchall()
            self._has_more = False
        return found

    async def fetchmany(self, size: int | None = None) -> Sequence[Any]:
        size = size or self.arraysize
        if self._used is not None and self._has_more and len(self._rows) < size:
            more = list(await self._used.fetchmany(size))
            self._has_more = len(more) == size
            self._rows += more
        found, self._rows = self._rows[:size], self._rows[size:]
        return found

    async def fetchone(self) -> Any:
        return next(iter(await self.fetchmany(1)), None)

    async def __aiter__(self) -> AsyncIterator[Any]:
        while rows := await self.fetchmany():
            for row in rows:
                yield row

    async def close(self) -> None:
        """Only what was not read to its end holds something open."""
        used, self._rows = self._used, []
        if used is not None and self._has_more:
            self._has_more = False
            await used.close()

    @property
    def description(self) -> Any:
        return None if self._used is None else self._used.description

    @property
    def rowcount(self) -> int:
        return -1 if self._used is None else self._used.rowcount

    @property
    def lastrowid(self) -> int | None:
        return None if self._used is None else self._used.lastrowid


async def connected(*arguments: Any, **named: Any) -> FewTrips:
    """A new connection; the arguments are those of `sqlite3.connect`."""
    connection = FewTrips(Opening(*arguments, **named))
    await connection
    return connection
