"""A store whose transactions can crash before or after their commit, as when a process dies."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Collection, Mapping
from contextlib import AbstractAsyncContextManager, asynccontextmanager

from bot.ports import Release, Store, Transaction


class Crash(BaseException):
    """The process died. Only the test that planned the crash catches it."""


class CrashingStore:
    """Wraps a store. The n-th transaction from now crashes, with its work saved or lost.

    Before each transaction other tasks run, so that tasks at the same time really interleave.
    """

    def __init__(self, store: Store) -> None:
        self.inner = store
        self.crash_in: int | None = None
        self.saved_first = False

    def plan_crash(self, transactions: int, *, saved_first: bool) -> None:
        self.crash_in, self.saved_first = transactions, saved_first

    def survive(self) -> None:
        self.crash_in = None

    @asynccontextmanager
    async def transaction(self) -> AsyncIterator[Transaction]:
        dies = self._counts_down()
        await asyncio.sleep(0)
        async with self.inner.transaction() as tx:
            yield tx
            if dies and not self.saved_first:
                raise Crash
        if dies:
            raise Crash

    def locked(self, key: str) -> AbstractAsyncContextManager[None]:
        return self.inner.locked(key)

    async def lock_free(self, keys: Collection[str]) -> Mapping[str, Release]:
        return await self.inner.lock_free(keys)

    def _counts_down(self) -> bool:
        if self.crash_in is None:
            return False
        self.crash_in -= 1
        return self.crash_in < 0
