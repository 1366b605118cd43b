"""What is measured of the house itself: whole check-ins, and whole answers by both doors."""

from __future__ import annotations

import asyncio
import gc
import time
from collections.abc import Awaitable, Callable, Iterator, Sequence
from dataclasses import dataclass, field

from bot.chat import Event, Wrote
from bot.domain.people import Address
from bot.domain.words import Words
from bot.run.assemble import Parts
from tests.benchmarks.road.floor import WORDS
from tests.benchmarks.road.platform import BenchPlatform, quotes
from tests.benchmarks.road.server import spent_by_postgresql

SIDE_BY_SIDE = 25


@dataclass(frozen=True, slots=True)
class Run:
    """`took` and `each` are seconds by the clock; `each` is of one thing, where it was noted.

    `spent` is processor time (seconds) of this process, and `elsewhere` that of PostgreSQL.
    """

    count: int
    took: float
    spent: float
    elsewhere: float
    each: Sequence[float] = field(default=())

    @property
    def a_second(self) -> float:
        return self.count / self.took

    @property
    def spent_ms(self) -> float:
        return self.spent / self.count * 1000

    @property
    def elsewhere_ms(self) -> float:
        return self.elsewhere / self.count * 1000

    @property
    def median(self) -> float:
        return sorted(self.each)[len(self.each) // 2]

    @property
    def late(self) -> float:
        """The 99th of a hundred."""
        return sorted(self.each)[len(self.each) * 99 // 100]


async def timed(work: Callable[[], Awaitable[int | Sequence[float]]], expected: int) -> Run:
    """`work` returns how many it did, or how long each took. Raises AssertionError if not all."""
    gc.collect()
    elsewhere = spent_by_postgresql()
    began, spent = time.perf_counter(), time.process_time()
    found = await work()
    took, spent = time.perf_counter() - began, time.process_time() - spent
    elsewhere = spent_by_postgresql() - elsewhere
    each = () if isinstance(found, int) else tuple(found)
    count = found if isinstance(found, int) else len(found)
    assert count == expected, (count, expected)
    return Run(count, took, spent, elsewhere, each)


async def check_ins(parts: Parts, platform: BenchPlatform) -> int:
    """One tick, and all that it began. Returns how many messages arrived."""
    await parts.bot.tick()
    await parts.bot.deliveries.at_rest()
    return len(platform.arrived)


def answers(clients: Sequence[Address], zone: str, tag: str) -> list[Event]:
    return [
        Event(
            f"{tag}-{number}",
            client,
            Words(f"Mai {number}"),
            Wrote(Words(WORDS), f"{tag}-message-{number}"),
            zone,
            "en",
        )
        for number, client in enumerate(clients)
    ]


async def handled(parts: Parts, events: Sequence[Event]) -> list[float]:
    """One after the other, by `handle` alone. Returns the seconds of each."""
    took = []
    for event in events:
        began = time.perf_counter()
        shown = await parts.bot.events.handle(event)
        took.append(time.perf_counter() - began)
        assert quotes(shown), [message.template for message in shown]
    return took


async def through_inbox(
    parts: Parts, platform: BenchPlatform, events: Sequence[Event], side_by_side: int = SIDE_BY_SIDE
) -> list[float]:
    """So many people write side by side; returns the seconds from each event to its answer."""
    waiting, took = iter(events), dict[str, float]()

    async def write(events: Iterator[Event]) -> None:
        for event in events:
            began = time.perf_counter()
            await parts.receiving.accept(event)
            await platform.until_answered(event.id)
            took[event.id] = platform.answered[event.id] - began

    await asyncio.gather(*(write(waiting) for _ in range(side_by_side)))
    # An event is done when its row is gone, a moment after its answer.
    while parts.receiving._chats:
        await asyncio.wait(list(parts.receiving._chats.values()))
    assert not platform.unquoted, platform.unquoted
    return [took[event.id] for event in events]
