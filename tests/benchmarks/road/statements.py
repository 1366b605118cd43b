"""How many statements a check-in takes in one full claim, and how often an answer waits.

These are counts, so they are the same on a busy machine. `make test` holds them
(`tests/benchmarks/test_statements.py`).
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace

from bot.run.assemble import Parts
from tests.benchmarks.counting import Between, Counted, counted_on, counting
from tests.benchmarks.figures import Reporter
from tests.benchmarks.road.platform import BenchPlatform
from tests.benchmarks.road.population import Population
from tests.benchmarks.road.whole_house import whole_house
from tests.benchmarks.road.work import answers, handled, through_inbox

A_CLAIM = 100
EACH, TRIPS = 0.5, 3.0


@dataclass(frozen=True, slots=True)
class Counts:
    """`each` is statements a check-in. The others are of one answer, by `handle` and by the inbox:
    its statements, and its round trips before the one that commits.
    """

    each: float
    answer: int
    trips: int
    inbox: int
    statements: list[str]


async def counts(population: Population) -> Counts:
    """`population` has a full claim of clients. It is used up."""
    platform = BenchPlatform()
    with counting(), _between(population) as (there, between):
        async with whole_house(there.folder, there.url, platform) as parts:
            each = await _check_ins(parts, platform, len(there.clients))
            warm, one, other = (answers([there.clients[n]], there.zone, f"{n}") for n in range(3))
            await handled(parts, warm)
            counted = Counted()
            if between is not None:
                between.forget()
            with counted_on(counted):
                await handled(parts, one)
            trips = between.trips_to_commit() if between else counted.trips_to_commit()
            inbox = Counted()
            with counted_on(inbox):
                await through_inbox(parts, platform, other)
    found = len(counted.statements), trips, len(inbox.statements), counted.statements
    return Counts(each, *found)


async def measure(population: Population, report: Reporter) -> None:
    found = await counts(population)
    report.at_most("statements a check-in, in one claim of 100", [found.each], EACH)
    report.at_most("round trips of an answer before its commit", [found.trips], TRIPS)
    report.told("statements of an answer", [found.answer])
    report.told("statements of an answer through the inbox", [found.inbox])


async def _check_ins(parts: Parts, platform: BenchPlatform, expected: int) -> float:
    """A worker's turn in one workspace: the claim, and all that follows from it."""
    (workspace,) = await parts.bot.workspaces_due()
    counted = Counted()
    with counted_on(counted):
        await parts.bot.take_batch(workspace)
    assert len(platform.arrived) == expected, (len(platform.arrived), expected)
    return len(counted.statements) / expected


@contextmanager
def _between(population: Population) -> Iterator[tuple[Population, Between | None]]:
    if population.url is None:
        yield population, None
        return
    between = Between(population.url)
    try:
        yield replace(population, url=between.url), between
    finally:
        between.close()
