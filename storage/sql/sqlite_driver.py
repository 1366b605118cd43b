"""A SQLite driver that makes one trip to its thread for nearly each statement.

The cursor of aiosqlite makes four (make, use, read, close), which is half the cost of a small
statement.
"""

from __future__ import annotations

import asyncio
import sqlite3
from collections.abc import AsyncIterator, Callable, Iterable, Sequence
from functools import partial
from time import monotonic
from typing import Any, NamedTuple

import aiosqlite

FIRST_ROWS = 2_000
# What one connection returns for a statement: all rows, and how many were touched.
Ran = tuple[list[Any], int]


class Handed(NamedTuple):
    """A statement as a driver takes it. It only `reads`, or is `small`: see `Shape`."""

    sql: str
    parameters: Any
    reads: bool = False
    small: bool = False


# Steps of SQLite's own machine after which a statement on the loop is given up: about 1 ms.
STEPS = 20_000
# How long a transaction may hold the loop before a trip lets others have their turn.
HELD_SECONDS = 0.005
# True if SQLite lets two threads use a connection by turns.
SHARED = sqlite3.threadsafety == 3


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
            connect, *arguments, factory=Reading, **(named | {"check_same_thread": not SHARED})
        )
        # How often a reading statement on the loop was met after `STEPS`; None for others.
        self._times: int | None = None

    def __call__(self) -> sqlite3.Connection:
        self.opened = self._connect()
        self.opened.set_progress_handler(self._takes_long, STEPS)
        return self.opened

    def run(self, sql: str, parameters: Sequence[Any]) -> Ran:
        """Returns all rows of a statement, and how many it touched."""
        cursor = sqlite3.Connection.execute(self.opened, sql, parameters)
        return (cursor.fetchall() if cursor.description else []), cursor.rowcount

    def run_all(self, several: Sequence[Handed]) -> list[Ran]:
        return [self.run(one.sql, one.parameters) for one in several]

    def run_soon(self, sql: str, parameters: Sequence[Any], *, reads: bool) -> Ran | None:
        """Does so, but gives up (None) a reading statement that takes more than a few steps."""
        self._times = 0 if reads else None
        try:
            return self.run(sql, parameters)
        except sqlite3.OperationalError as problem:
            if reads and problem.sqlite_errorcode == sqlite3.SQLITE_INTERRUPT:
                return None
            raise
        finally:
            self._times = None

    def _takes_long(self) -> bool:
        """Called after each `STEPS`; the first ones may have been those of an earlier statement."""
        if self._times is None:
            return False
        self._times += 1
        return self._times > 1

    def begin_soon(self, sql: str) -> bool:
        """Begins a transaction that waits for nobody; False if somebody else has the lock."""
        waits = self.run("PRAGMA busy_timeout", ())[0][0][0]
        self.run("PRAGMA busy_timeout=0", ())
        try:
            self.run(sql, ())
        except sqlite3.OperationalError as problem:
            if problem.sqlite_errorcode == sqlite3.SQLITE_BUSY:
                return False
            raise
        finally:
            self.run(f"PRAGMA busy_timeout={waits}", ())
        return True

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
        # Trips that were asked for, and those that the thread is done with.
        self._asked = self._done = 0
        self._last_trip = monotonic()
        # True while nothing but reads on the loop has run since a begin on the loop.
        self._only_reads = False

    def cursor(self) -> Any:
        return OneTrip(self)

    async def run_all(self, several: Sequence[Handed]) -> list[Ran]:
        """Returns of each statement all its rows, and how many it touched.

        Those that only read, or are small, need no trip (see `_may_run_here`). From the first one
        on that does, all go in one trip.
        """
        if not self._running or not self._connection:
            raise sqlite3.OperationalError("the connection is closed")
        ran: list[Ran] = []
        for one in several:
            if not (one.reads or one.small) or not self._may_run_here():
                break
            soon = self.opening.run_soon(one.sql, one.parameters, reads=one.reads)
            self._only_reads &= one.reads
            if soon is None:
                break
            ran.append(soon)
        rest = several[len(ran) :]
        trip: Any = self._execute
        return ran + (await trip(self.opening.run_all, rest) if rest else [])

    async def begin(self, sql: str) -> None:
        """Begins a transaction on the loop, which has had a turn; in the thread if it must wait."""
        if not self._running or not self._connection:
            raise sqlite3.OperationalError("the connection is closed")
        if SHARED and not self.may_be_in_transaction:
            await asyncio.sleep(0)
            if not self._is_busy and self.opening.begin_soon(sql):
                self._last_trip, self._only_reads = monotonic(), True
                return
        await self._execute(self.opening.run_all, [Handed(sql, ())])

    async def commit(self) -> None:
        """Ends the transaction; on the loop if there is nothing to write to the disk."""
        if self._only_reads and self.opening.opened.in_transaction:
            self.opening.opened.commit()
        else:
            await super().commit()

    @property
    def may_be_in_transaction(self) -> bool:
        """True if one has begun, or if a trip is under way of which nobody knows what it does."""
        return bool(self._connection) and (self._is_busy or self.opening.opened.in_transaction)

    @property
    def _is_busy(self) -> bool:
        return self._asked != self._done

    def _may_run_here(self) -> bool:
        """True if a small statement can run on the loop, which it holds for less than a trip would.

        In a transaction that has begun, nobody else's lock can be met, and nothing waits for the
        disk to write. Now and then there is a trip all the same, so that others have their turn.
        """
        return (
            SHARED
            and not self._is_busy
            and self.opening.opened.in_transaction
            and monotonic() - self._last_trip < HELD_SECONDS
        )

    async def _execute(self, fn: Any, *args: Any, **kwargs: Any) -> Any:
        """Makes a trip. A trip whose caller was cancelled is under way until the thread is done."""
        self._asked, self._only_reads = self._asked + 1, False
        trip: Any = super()._execute
        try:
            return await trip(self._in_thread, fn, *args, **kwargs)
        finally:
            self._last_trip = monotonic()

    def _in_thread(self, fn: Any, *args: Any, **kwargs: Any) -> Any:
        try:
            return fn(*args, **kwargs)
        finally:
            self._done += 1


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
