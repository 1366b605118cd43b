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
    """In seconds. `held` is the longest time without a turn for anybody else on the event loop,
    by the clock on the wall; `busy` is the same in processor time of the loop's own thread, which
    does not count what other programs of this machine took.
    """

    took: float
    held: float
    busy: float


async def timed(work: Callable[[], Awaitable[int]], expected: int) -> Taken:
    """Raises AssertionError when `work` did not do all of it."""
    gc.collect()
    sampler = Sampler()
    watching = asyncio.create_task(sampler.watch())
    await asyncio.sleep(5 * SAMPLED_EVERY)
    sampler.held = sampler.busy = 0.0
    began = time.perf_counter()
    done = await work()
    took = time.perf_counter() - began
    watching.cancel()
    assert done == expected, (done, expected)
    return Taken(took, sampler.held, sampler.busy)


def timed_here(work: Callable[[], int], expected: int) -> float:
    """The same for what knows no event loop; in seconds."""
    gc.collect()
    began = time.perf_counter()
    done = work()
    took = time.perf_counter() - began
    assert done == expected, (done, expected)
    return took


class Sampler:
    held = 0.0
    busy = 0.0

    async def watch(self) -> None:
        while True:
            wall, own = time.perf_counter(), time.thread_time()
            await asyncio.sleep(SAMPLED_EVERY)
            self.held = max(self.held, time.perf_counter() - wall - SAMPLED_EVERY)
            self.busy = max(self.busy, time.thread_time() - own)
