"""How long things take, and how long the event loop was held meanwhile."""

from __future__ import annotations

import asyncio
import gc
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass

SAMPLED_EVERY = 0.001


@dataclass(frozen=True, slots=True)
class Taken:
    """In seconds. `spent` is processor time of this whole process, threads included.

    `held` is the longest time without a turn for anybody else on the event loop, by the clock on
    the wall; `busy` is the same in processor time of the loop's own thread, which does not count
    what other programs of this machine took.
    """

    took: float
    spent: float
    held: float
    busy: float


async def timed(work: Callable[[], Awaitable[int]], expected: int) -> Taken:
    """Raises AssertionError when `work` did not do all of it."""
    gc.collect()
    sampler = Sampler()
    watching = asyncio.create_task(sampler.watch())
    await asyncio.sleep(5 * SAMPLED_EVERY)
    sampler.held = sampler.busy = 0.0
    began, spent = time.perf_counter(), time.process_time()
    done = await work()
    took, spent = time.perf_counter() - began, time.process_time() - spent
    watching.cancel()
    assert done == expected, (done, expected)
    return Taken(took, spent, sampler.held, sampler.busy)


def timed_here(work: Callable[[], int], expected: int) -> Taken:
    """The same for what knows no event loop, and so holds none."""
    gc.collect()
    began, spent = time.perf_counter(), time.process_time()
    done = work()
    took, spent = time.perf_counter() - began, time.process_time() - spent
    assert done == expected, (done, expected)
    return Taken(took, spent, 0.0, 0.0)


class Sampler:
    held = 0.0
    busy = 0.0

    async def watch(self) -> None:
        while True:
            wall, own = time.perf_counter(), time.thread_time()
            await asyncio.sleep(SAMPLED_EVERY)
            self.held = max(self.held, time.perf_counter() - wall - SAMPLED_EVERY)
            self.busy = max(self.busy, time.thread_time() - own)
