"""Locks one person at a time: within a process, or across all that share a PostgreSQL."""

from __future__ import annotations

import asyncio
import hashlib
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from weakref import WeakValueDictionary

import structlog
from sqlalchemy import text
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

FIRST_PAUSE, LONGEST_PAUSE = 0.005, 0.1

log = structlog.get_logger()


class ProcessLocks:
    """Locks within this process."""

    def __init__(self) -> None:
        self._locks: WeakValueDictionary[str, asyncio.Lock] = WeakValueDictionary()

    def __call__(self, name: str) -> AbstractAsyncContextManager[None]:
        return _hold(self._locks.setdefault(name, asyncio.Lock()))


class SharedLocks:
    """Locks across processes, by advisory locks of one PostgreSQL session.

    One connection carries all of them, so many locks need no more connections. It tries and never
    waits inside the database. A lost connection loses its locks: then the next caller locks again,
    and the claim still guards what the first one was about to settle.
    """

    def __init__(self, engine: AsyncEngine, prefix: str) -> None:
        self._engine = engine
        self._prefix = prefix
        self._here = ProcessLocks()
        self._connection: AsyncConnection | None = None
        self._asking = asyncio.Lock()

    @asynccontextmanager
    async def __call__(self, name: str) -> AsyncIterator[None]:
        key = _number(f"{self._prefix}|{name}")
        async with self._here(name):
            pause = FIRST_PAUSE
            while not await self._ask("SELECT pg_try_advisory_lock(:key)", key):
                await asyncio.sleep(pause)
                pause = min(pause * 2, LONGEST_PAUSE)
            try:
                yield
            finally:
                await self._let_go(key)

    async def close(self) -> None:
        async with self._asking:
            await self._drop()

    async def _let_go(self, key: int) -> None:
        try:
            await self._ask("SELECT pg_advisory_unlock(:key)", key)
        except (SQLAlchemyError, OSError) as problem:
            # The session is gone, and the lock with it.
            log.warning("lock_session_lost", error=type(problem).__name__)

    async def _ask(self, question: str, key: int) -> bool:
        async with self._asking:
            try:
                if self._connection is None:
                    connection = await self._engine.connect()
                    self._connection = await connection.execution_options(
                        isolation_level="AUTOCOMMIT"
                    )
                answer = await self._connection.execute(text(question), {"key": key})
                return bool(answer.scalar_one())
            except BaseException:
                # This includes a cancelled call: nobody knows then which locks the session has.
                await self._drop()
                raise

    async def _drop(self) -> None:
        connection, self._connection = self._connection, None
        if connection is not None:
            try:
                await connection.invalidate()
                await connection.close()
            except (SQLAlchemyError, OSError) as problem:
                log.warning("lock_session_lost", error=type(problem).__name__)


PersonLocks = Callable[[str], AbstractAsyncContextManager[None]]


def _number(name: str) -> int:
    found = hashlib.blake2b(name.encode("utf-8", "surrogatepass"), digest_size=8).digest()
    return int.from_bytes(found, "big", signed=True)


@asynccontextmanager
async def _hold(lock: asyncio.Lock) -> AsyncIterator[None]:
    async with lock:
        yield
