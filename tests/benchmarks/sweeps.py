"""The claim of a sweep on the real path, against raw SQL, APScheduler and a job per message."""

from __future__ import annotations

import asyncio
import random
import tempfile
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager, closing
from dataclasses import dataclass, field
from pathlib import Path

from storage import OpenedStore, open_store
from tests.benchmarks import handover, raw, scheduler
from tests.benchmarks.figures import Reporter
from tests.benchmarks.house import NOW, WORKSPACES, clients, fill
from tests.benchmarks.measure import Taken, timed, timed_here
from tests.benchmarks.sweep import (
    BATCH,
    following,
    forget,
    hand_over,
    nothing_due,
    one_by_one,
    put_back,
    stop_all,
    sweep,
)
from tests.databases import new_database

DUE = 1_000
HANDED_OVER = 5_000
IDLE_ROUNDS = 30
ORGANISATION = "benchmark"

AT_LEAST_OF_RAW = 0.5
AT_LEAST_OF_SCHEDULER = {"sqlite": 30.0, "postgresql": 15.0}
AT_MOST_WHEN_IDLE = 2.0
AT_MOST_HELD = 0.050
AT_LEAST_OF_JOBS = 20.0


@dataclass
class Swept:
    """The rounds with one number of enrolled clients."""

    ours: list[Taken] = field(default_factory=list)
    raw: list[Taken] = field(default_factory=list)
    stopped: list[Taken] = field(default_factory=list)
    idle: list[Taken] = field(default_factory=list)

    @property
    def best(self) -> float:
        return min(one.took for one in self.ours)

    @property
    def held(self) -> list[float]:
        """Processor time of the loop's own thread without a turn for anybody, in each round."""
        return [one.busy for one in self.ours + self.stopped]


def measure(
    enrolled: Sequence[int], rounds: int, report: Reporter, *, due: int, handed_over: int
) -> None:
    kind, swept = report.kind, dict[int, Swept]()
    for count in enrolled:
        one = swept[count] = asyncio.run(_measured(kind, count, rounds, min(due, count)))
        _tell(report, count, one, min(due, count))
    times = asyncio.run(_of_scheduler(report, min(one.best for one in swept.values()), due))
    report.at_least("× APScheduler", [times], AT_LEAST_OF_SCHEDULER[kind])
    few, many = (_typical(swept[count].idle) for count in (min(swept), max(swept)))
    what = f"nothing due, {max(swept):,} to {min(swept):,} enrolled"
    report.at_most(what, [many / few], AT_MOST_WHEN_IDLE)
    if kind == "postgresql":
        times = asyncio.run(_handed_over(report, handed_over))
        report.at_least("× one job per message", [times], AT_LEAST_OF_JOBS)


def _tell(report: Reporter, enrolled: int, found: Swept, due: int) -> None:
    what = f"{due:,} due of {enrolled:,}"
    pairs = list(zip(found.raw, found.ours, strict=True))
    of_raw = [raw.took / ours.took for raw, ours in pairs]
    report.at_least(f"{what}, × raw SQL", of_raw, AT_LEAST_OF_RAW)
    by_processor = [raw.spent / ours.spent for raw, ours in pairs]
    report.told(f"{what}, × raw SQL, by processor time", by_processor)
    report.at_most(f"{what}, loop held at most", [max(found.held)], AT_MOST_HELD, "s")
    report.told(f"{what}, a second", [due / one.took for one in found.ours])
    report.told(f"{what}, all stopped", [one.took * 1000 for one in found.stopped], "ms")
    report.told(f"nothing due of {enrolled:,}", [_typical(found.idle) * 1000], "ms")


async def _measured(kind: str, enrolled: int, rounds: int, count: int) -> Swept:
    figures = Swept()
    async with _house(kind) as (opened, url):
        due = list(clients(count, random.Random(enrolled)))
        await fill(opened, due, enrolled, WORKSPACES[:1])
        store = opened.store
        await sweep(store)
        rows = await following(store)
        await put_back(store)
        with closing(raw.CONNECT[kind](url)) as bare:
            for _ in range(rounds):
                forget()
                figures.ours.append(await timed(lambda: sweep(store), count))
                await put_back(store)
                by_hand = lambda: raw.SWEEP[kind](  # noqa: E731
                    bare, ORGANISATION, NOW, BATCH, WORKSPACES[0], rows
                )
                figures.raw.append(timed_here(by_hand, count))
                await put_back(store)
        await stop_all(store)
        for _ in range(rounds):
            figures.stopped.append(await timed(lambda: sweep(store), count))
            await put_back(store)
        for _ in range(IDLE_ROUNDS):
            figures.idle.append(await timed(lambda: nothing_due(store), 0))
    return figures


@asynccontextmanager
async def _house(kind: str) -> AsyncIterator[tuple[OpenedStore, str]]:
    with tempfile.TemporaryDirectory(prefix="hr-bench-") as folder:
        url = new_database() if kind == "postgresql" else None
        opened = await open_store(Path(folder), url, ORGANISATION)
        try:
            yield opened, url or str(Path(folder, "handrail.db"))
        finally:
            await opened.close()


async def _of_scheduler(report: Reporter, ours: float, count: int) -> float:
    """With one job per client that does for it what a sweep does: the same work on both sides."""
    kind = report.kind
    async with _house(kind) as (opened, url):
        due = list(clients(count, random.Random(1)))
        await fill(opened, due, count, WORKSPACES[:1])
        names = [one.due.id for one in due]
        jobs = url if kind == "postgresql" else f"sqlite:///{url}.jobs"
        alone = await scheduler.seconds_for(jobs, names)
        jobs = new_database() if kind == "postgresql" else f"sqlite:///{url}.more"
        work = lambda name: one_by_one(opened.store, name)  # noqa: E731
        took = await scheduler.seconds_for(jobs, names, work)
    report.told("× APScheduler with jobs that do nothing", [alone / ours])
    return took / ours


async def _handed_over(report: Reporter, count: int) -> float:
    """Neither side looks at anyone, composes or sends: due messages get to a worker, and are done.

    A job to each message does nothing at all; a wake-up claims and settles what is due.
    """
    async with _house("postgresql") as (opened, url):
        await fill(opened, list(clients(count, random.Random(1))), count, WORKSPACES)
        turn = lambda workspace: hand_over(opened.store, workspace)  # noqa: E731
        together = await handover.seconds_by_wake_up(url, WORKSPACES, turn, count)
        single = await handover.seconds_by_message(url, count)
    report.told("handed over by wake-ups", [count / together], "a second")
    return single / together


def _typical(taken: list[Taken]) -> float:
    return sorted(one.took for one in taken)[len(taken) // 2]
