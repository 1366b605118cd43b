"""A SQLite driver that makes one trip to its thread for nearly each statement.

The cursor of aiosqlite makes four (make, use, read, close), which is half the cost of a small
statement.
"""

from __future__ import annotations

import sqlite3
from collections.abc import AsyncIterator, Callable, Iterable, Sequence
from functools import partial
from typing import Any

import aiosqlite

FIRST_ROWS = 2_000


class Reading(sqlite3.Connection):
    """A connection that reads the first rows together with the statement: nearly always all."""

    rows: list[Any]

    def execute(self, sql: str, parameters: Any = (), /) -> sqlite3.Cursor:
        cursor = super().execute(sql, parameters)
        self.rows = cursor.fetchmany(FIRST_ROWS) if cursor.description else []
        return cursor


class Opening:
    """Opens the connection in its thread, and then has it as `opened`."""

    opened: Reading

    def __init__(self, *arguments: Any, **named: Any) -> None:
        connect: Any = sqlite3.connect
        self._connect: Callable[[], Reading] = partial(
            connect, *arguments, factory=Reading, **named
        )

    def __call__(self) -> sqlite3.Connection:
        self.opened = self._connect()
        return self.opened

    def run(self, sql: str, parameters: Sequence[Any]) -> tuple[list[Any], int]:
        """Returns all rows of a statement, and how many it touched."""
        cursor = sqlite3.Connection.execute(self.opened, sql, parameters)
        return (cursor.fetchall() if cursor.description else []), cursor.rowcount

    def run_all(self, several: Sequence[tuple[str, Sequence[Any]]]) -> list[tuple[list[Any], int]]:
        return [self.run(sql, parameters) for sql, parameters in several]

    def rows(self) -> list[Any]:
        """Returns the rows that were read with the last statement, and forgets them."""
        rows, self.opened.rows = self.opened.rows, []
        return rows


class FewTrips(aiosqlite.Connection):
    """The connection that SQLAlchemy gets. Its thread does not keep the process from ending.

    `OneTrip` is the only caller of `execute`: it knows that the first rows are read already.
    """

    def __init__(self, opening: Opening) -> None:
        super().__init__(opening, FIRST_ROWS)
        self.opening = opening
        self._thread.daemon = True

    def cursor(self) -> Any:
        return OneTrip(self)

    async def run(self, sql: str, parameters: Sequence[Any]) -> tuple[list[Any], int]:
        """Runs a statement in one trip. Returns all its rows, and how many it touched."""
        return (await self.run_all([(sql, parameters)]))[0]

    async def run_all(
        self, several: Sequence[tuple[str, Sequence[Any]]]
    ) -> list[tuple[list[Any], int]]:
        """Runs statements in one trip. Returns the rows of each, and how many it touched."""
        if not self._running or not self._connection:
            raise sqlite3.OperationalError("the connection is closed")
        trip: Any = self._execute
        found: list[tuple[list[Any], int]] = await trip(self.opening.run_all, several)
        return found


class OneTrip:
    """The cursor that SQLAlchemy gets. One statement at a time uses the connection."""

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
        """Closes the real cursor, which is open only if rows were left."""
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
    """Opens a new connection; the arguments are those of `sqlite3.connect`."""
    connection = FewTrips(Opening(*arguments, **named))
    await connection
    return connection
