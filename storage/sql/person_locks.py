"""Locks one person at a time: within a process, or across all that share a PostgreSQL."""

from __future__ import annotations

import asyncio
import hashlib
from collections import Counter
from collections.abc import AsyncIterator, Collection, Iterable, Mapping
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from functools import partial
from typing import Protocol

import structlog
from sqlalchemy import TextClause, text
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

from bot.ports import Release

FIRST_PAUSE, LONGEST_PAUSE = 0.005, 0.1
EACH = "FROM unnest(CAST(:keys AS bigint[])) AS each(key)"
TRY = text(f"SELECT key {EACH} WHERE pg_try_advisory_lock(key)")
LET_GO = text(f"SELECT key {EACH} WHERE pg_advisory_unlock(key)")

log = structlog.get_logger()


class PersonLocks(Protocol):
    """Locks people by name: one and waits for it, or those of many that are free."""

    def __call__(self, name: str) -> AbstractAsyncContextManager[None]: ...

    async def free_of(self, names: Collection[str]) -> Mapping[str, Release]: ...


class ProcessLocks:
    """Locks within this process."""

    def __init__(self) -> None:
        self._locks: dict[str, asyncio.Lock] = {}
        # How many hold a lock or wait for it.
        self._wanted: Counter[str] = Counter()

    @asynccontextmanager
    async def __call__(self, name: str) -> AsyncIterator[None]:
        self._want(name)
        try:
            async with self._locks[name]:
                yield
        finally:
            self._done(name)

    async def free_of(self, names: Collection[str]) -> Mapping[str, Release]:
        """Locks those that nobody holds or waits for, so that there is nothing to wait for."""
        found: dict[str, Release] = {}
        for name in sorted(set(names)):
            if not self._wanted[name]:
                self._want(name)
                await self._locks[name].acquire()
                found[name] = partial(self._release, name)
        return found

    async def _release(self, name: str) -> None:
        self._locks[name].release()
        self._done(name)

    def _want(self, name: str) -> None:
        self._locks.setdefault(name, asyncio.Lock())
        self._wanted[name] += 1

    def _done(self, name: str) -> None:
        self._wanted[name] -= 1
        if not self._wanted[name]:
            del self._locks[name], self._wanted[name]


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
        # Locks to let go, which share one question.
        self._leaving: set[int] = set()

    @asynccontextmanager
    async def __call__(self, name: str) -> AsyncIterator[None]:
        key = self._key(name)
        async with self._here(name):
            pause = FIRST_PAUSE
            while not await self._ask(TRY, [key]):
                await asyncio.sleep(pause)
                pause = min(pause * 2, LONGEST_PAUSE)
            try:
                yield
            finally:
                await self._let_go(key)

    async def free_of(self, names: Collection[str]) -> Mapping[str, Release]:
        here = await self._here.free_of(names)
        mine: set[int] = set()
        try:
            if here:
                mine = await self._ask(TRY, [self._key(name) for name in here])
        finally:
            for name, release in here.items():
                if self._key(name) not in mine:
                    await release()
        return {
            name: partial(self._release, self._key(name), release)
            for name, release in here.items()
            if self._key(name) in mine
        }

    async def close(self) -> None:
        async with self._asking:
            await self._drop()

    async def _release(self, key: int, here: Release) -> None:
        try:
            await self._let_go(key)
        finally:
            await here()

    async def _let_go(self, key: int) -> None:
        """Lets a lock go. Those that others let go meanwhile go with it."""
        self._leaving.add(key)
        try:
            async with self._asking:
                if key in self._leaving:
                    leaving, self._leaving = self._leaving, set()
                    await self._asked(LET_GO, leaving)
        except (SQLAlchemyError, OSError) as problem:
            # The session is gone, and the lock with it.
            log.warning("lock_session_lost", error=type(problem).__name__)

    async def _ask(self, question: TextClause, keys: Iterable[int]) -> set[int]:
        async with self._asking:
            return await self._asked(question, keys)

    async def _asked(self, question: TextClause, keys: Iterable[int]) -> set[int]:
        """Returns the keys of which the question was true."""
        try:
            if self._connection is None:
                connection = await self._engine.connect()
                self._connection = await connection.execution_options(isolation_level="AUTOCOMMIT")
            answer = await self._connection.execute(question, {"keys": sorted(keys)})
            return set(answer.scalars())
        except BaseException:
            # This includes a cancelled call: nobody knows then which locks the session has.
            await self._drop()
            raise

    def _key(self, name: str) -> int:
        return _number(f"{self._prefix}|{name}")

    async def _drop(self) -> None:
        connection, self._connection = self._connection, None
        if connection is not None:
            try:
                await connection.invalidate()
                await connection.close()
            except (SQLAlchemyError, OSError) as problem:
                log.warning("lock_session_lost", error=type(problem).__name__)


def _number(name: str) -> int:
    found = hashlib.blake2b(name.encode("utf-8", "surrogatepass"), digest_size=8).digest()
    return int.from_bytes(found, "big", signed=True)
