"""Runs one lane per workspace side by side, so that a slow workspace delays no other."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Sequence

import structlog

from bot.metrics import METRICS

# So many messages of one workspace are under way at once, and begin in one commit. A claim takes no
# more than the platform's pace allows at that moment, so it may be fewer.
WIDTH = 25
# Takes one batch of a lane. Returns how many messages left, or None if nothing was left to do.
TakeBatch = Callable[[str], Awaitable[int | None]]

log = structlog.get_logger()


class Lanes:
    """Works on `at_once` workspaces, with `width` messages under way in each. One batch claims up
    to `batch`.

    After a batch, a lane goes to the end of the queue. `run` waits for all lanes for up to
    `patience` seconds (None: until they end). Slower lanes go on, and are not started a second
    time.
    """

    def __init__(
        self, at_once: int = 1, width: int = 1, batch: int = 500, patience: float | None = None
    ) -> None:
        self.width = width
        self.batch = batch
        self._in_one = at_once == 1
        self._slots = asyncio.Semaphore(at_once)
        self._patience = patience
        self._under_way: dict[str, asyncio.Task[int]] = {}

    async def run(self, names: Sequence[str], take_batch: TakeBatch) -> int:
        """Runs the lanes. Returns how many messages are known to have left by then."""
        if self._in_one:
            return sum([await _to_its_end(name, take_batch) for name in names])
        for name in names:
            if name not in self._under_way:
                self._under_way[name] = asyncio.create_task(self._lane(name, take_batch))
        return await self._wait(self._patience)

    async def rest(self) -> int:
        """Waits until no lane is under way. Returns how many messages left meanwhile."""
        return await self._wait(None)

    async def _wait(self, patience: float | None) -> int:
        if not self._under_way:
            return 0
        done, _ = await asyncio.wait(self._under_way.values(), timeout=patience)
        self._under_way = {n: task for n, task in self._under_way.items() if task not in done}
        return sum(task.result() for task in done)

    async def _lane(self, name: str, take_batch: TakeBatch) -> int:
        sent = 0
        try:
            while True:
                async with self._slots:
                    left = await take_batch(name)
                if left is None:
                    return sent
                sent += left
        except Exception as problem:
            METRICS.failed("delivery")
            log.error("lane_failed", error=type(problem).__name__)
            return sent


async def _to_its_end(name: str, take_batch: TakeBatch) -> int:
    sent = 0
    while (left := await take_batch(name)) is not None:
        sent += left
    return sent
