"""Simulated time, which passes only when every task waits."""

from __future__ import annotations

import asyncio
import heapq
from collections.abc import AsyncIterator, Collection, Coroutine, Mapping
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from dataclasses import dataclass, field
from itertools import count
from typing import Any, TypeVar

from bot.ports import Release, Store, Transaction
from tests.fakes import FakeClock

T = TypeVar("T")
A_LITTLE = 0.0002


@dataclass
class VirtualTime:
    """`sleep` waits by `clock`, which moves to the next waking time when no task can run.

    `busy` counts work outside of the event loop; no time passes while there is any.
    """

    clock: FakeClock
    busy: int = 0
    _sleepers: list[tuple[float, int, asyncio.Future[None]]] = field(default_factory=list)
    _numbers: count[int] = field(default_factory=count)

    def tick(self) -> float:
        return self.clock.at.timestamp()

    async def sleep(self, seconds: float) -> None:
        woken = asyncio.get_running_loop().create_future()
        heapq.heappush(self._sleepers, (self.tick() + seconds, next(self._numbers), woken))
        await woken

    async def run(self, work: Coroutine[Any, Any, T]) -> T:
        """Runs work to its end. The work may wait only for `sleep` and for what `busy` counts."""
        task = asyncio.create_task(work)
        loop: Any = asyncio.get_running_loop()
        while not task.done():
            await asyncio.sleep(A_LITTLE if self.busy and not loop._ready else 0)
            if not loop._ready and not self.busy and self._sleepers:
                until, _, woken = heapq.heappop(self._sleepers)
                self.clock.forward(seconds=max(0.0, until - self.tick()))
                if not woken.done():
                    woken.set_result(None)
        return task.result()


@dataclass(frozen=True, slots=True)
class StoreInTime:
    """A store whose work takes no simulated time."""

    store: Store
    time: VirtualTime

    @asynccontextmanager
    async def transaction(self) -> AsyncIterator[Transaction]:
        self.time.busy += 1
        try:
            async with self.store.transaction() as tx:
                yield tx
        finally:
            self.time.busy -= 1

    def locked(self, key: str) -> AbstractAsyncContextManager[None]:
        return self.store.locked(key)

    async def lock_free(self, keys: Collection[str]) -> Mapping[str, Release]:
        return await self.store.lock_free(keys)
