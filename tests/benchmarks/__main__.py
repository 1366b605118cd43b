"""`python -m tests.benchmarks`: the sweep on the real path, as ratios measured in one run.

`--enrolled 1000 100000` measures fewer clients, `--database sqlite` one database.
"""

from __future__ import annotations

import argparse
import asyncio
import random
import sys
import tempfile
import warnings
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, closing
from dataclasses import dataclass, field
from pathlib import Path

from storage import OpenedStore, open_store
from tests.benchmarks import handover, raw, scheduler
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
ROUNDS = 5
IDLE_ROUNDS = 30
ENROLLED = (1_000, 100_000, 1_000_000)
DATABASES = ("sqlite", "postgresql")
ORGANISATION = "benchmark"

AT_LEAST_OF_RAW = 0.5
AT_LEAST_OF_SCHEDULER = {"sqlite": 30.0, "postgresql": 15.0}
AT_MOST_WHEN_IDLE = 2.0
AT_MOST_HELD = 0.050
AT_LEAST_OF_JOBS = 20.0


@dataclass
class Figures:
    """Seconds; of several rounds the best, and of what holds the loop the worst."""

    ours: list[Taken] = field(default_factory=list)
    raw: list[Taken] = field(default_factory=list)
    stopped: list[Taken] = field(default_factory=list)
    idle: list[Taken] = field(default_factory=list)

    @property
    def best(self) -> float:
        return min(one.took for one in self.ours)

    @property
    def of_raw(self) -> float:
        return min(one.took for one in self.raw) / self.best

    @property
    def of_raw_spent(self) -> float:
        """By processor time of this process: what others do on this machine changes it little.

        The database of SQLite runs in here and is counted; that of PostgreSQL runs elsewhere.
        """
        return min(one.spent for one in self.raw) / min(one.spent for one in self.ours)


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks")
    parser.add_argument("--enrolled", type=int, nargs="+", default=ENROLLED)
    parser.add_argument("--database", choices=DATABASES, nargs="+", default=DATABASES)
    wanted = parser.parse_args()
    missed = [line for kind in wanted.database for line in _database(kind, wanted.enrolled)]
    print("\nTargets missed:", *(missed or ["none"]), sep="\n  ")
    return bool(missed)


def _database(kind: str, enrolled: list[int]) -> Iterator[str]:
    """Prints the figures of one database, and yields what was missed."""
    figures = {}
    for count in enrolled:
        figures[count] = asyncio.run(_measured(kind, count))
        _print(kind, count, figures[count])
    judged = Judge(kind)
    for count, one in figures.items():
        judged.at_least(f"of raw SQL, {count:,} enrolled", one.of_raw, AT_LEAST_OF_RAW)
        print(f"         by processor time: {one.of_raw_spent:.3g}")
        held = max(taken.busy for taken in one.ours + one.stopped)
        judged.at_most(f"s held, {count:,} enrolled", held, AT_MOST_HELD)
    times = asyncio.run(_of_scheduler(kind, min(one.best for one in figures.values())))
    judged.at_least("x APScheduler", times, AT_LEAST_OF_SCHEDULER[kind])
    few, many = (_typical(figures[count].idle) for count in (min(figures), max(figures)))
    judged.at_most(f"x when idle, {max(figures):,}", many / few, AT_MOST_WHEN_IDLE)
    if kind == "postgresql":
        judged.at_least("x one job per message", asyncio.run(_handed_over()), AT_LEAST_OF_JOBS)
    yield from judged.missed


@dataclass
class Judge:
    kind: str
    missed: list[str] = field(default_factory=list)

    def at_least(self, what: str, found: float, wanted: float) -> None:
        self._note(what, found, f"at least {wanted:g}", well=found >= wanted)

    def at_most(self, what: str, found: float, wanted: float) -> None:
        self._note(what, found, f"at most {wanted:g}", well=found <= wanted)

    def _note(self, what: str, found: float, wanted: str, *, well: bool) -> None:
        line = f"{self.kind}: {found:.3g} {what} ({wanted})"
        print(f"  {'ok    ' if well else 'MISSED'} {line}", flush=True)
        if not well:
            self.missed.append(line)


async def _measured(kind: str, enrolled: int) -> Figures:
    figures = Figures()
    async with _house(kind) as (opened, url):
        due = list(clients(DUE, random.Random(enrolled)))
        await fill(opened, due, enrolled, WORKSPACES[:1])
        store = opened.store
        await sweep(store)
        rows = await following(store)
        await put_back(store)
        with closing(raw.CONNECT[kind](url)) as bare:
            for _ in range(ROUNDS):
                forget()
                figures.ours.append(await timed(lambda: sweep(store), DUE))
                await put_back(store)
                by_hand = lambda: raw.SWEEP[kind](  # noqa: E731
                    bare, ORGANISATION, NOW, BATCH, WORKSPACES[0], rows
                )
                figures.raw.append(timed_here(by_hand, DUE))
                await put_back(store)
        await stop_all(store)
        for _ in range(ROUNDS):
            figures.stopped.append(await timed(lambda: sweep(store), DUE))
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


async def _of_scheduler(kind: str, ours: float) -> float:
    """With one job per client that does for it what a sweep does: the same work on both sides."""
    async with _house(kind) as (opened, url):
        due = list(clients(DUE, random.Random(1)))
        await fill(opened, due, DUE, WORKSPACES[:1])
        names = [one.due.id for one in due]
        jobs = url if kind == "postgresql" else f"sqlite:///{url}.jobs"
        alone = await scheduler.seconds_for(jobs, names)
        jobs = new_database() if kind == "postgresql" else f"sqlite:///{url}.more"
        work = lambda name: one_by_one(opened.store, name)  # noqa: E731
        took = await scheduler.seconds_for(jobs, names, work)
    print(
        f"{kind}: APScheduler 3, {DUE:,} due of {DUE:,} jobs: {took * 1000:.0f} ms; with jobs "
        f"that do nothing {alone * 1000:.0f} ms, {alone / ours:.3g} times ours"
    )
    return took / ours


async def _handed_over() -> float:
    """Neither side looks at anyone, composes or sends: due messages get to a worker, and are done.

    A job to each message does nothing at all; a wake-up claims and settles what is due.
    """
    async with _house("postgresql") as (opened, url):
        await fill(opened, list(clients(HANDED_OVER, random.Random(1))), HANDED_OVER, WORKSPACES)
        turn = lambda workspace: hand_over(opened.store, workspace)  # noqa: E731
        together = await handover.seconds_by_wake_up(url, WORKSPACES, turn, HANDED_OVER)
        single = await handover.seconds_by_message(url, HANDED_OVER)
    print(
        f"postgresql: {HANDED_OVER:,} messages handed over one job each: {single * 1000:.0f} ms; "
        f"by {len(WORKSPACES)} wake-ups that claim and settle: {together * 1000:.0f} ms"
    )
    return single / together


def _print(kind: str, enrolled: int, found: Figures) -> None:
    def ms(seconds: float) -> str:
        return f"{seconds * 1000:.1f} ms"

    print(
        f"{kind}, {DUE:,} due of {enrolled:,}: swept in {ms(found.best)} "
        f"({DUE / found.best:,.0f} a second), raw SQL {ms(min(one.took for one in found.raw))}, "
        f"{found.of_raw:.2f} of raw, by processor time {found.of_raw_spent:.2f}; "
        f"all stopped, so settled too: {ms(min(one.took for one in found.stopped))}; "
        f"nothing due: {ms(_typical(found.idle))}; "
        f"loop held at most {ms(max(one.busy for one in found.ours))} of processor time, "
        f"{ms(max(one.held for one in found.ours))} by the clock",
        flush=True,
    )


def _typical(taken: list[Taken]) -> float:
    return sorted(one.took for one in taken)[len(taken) // 2]


if __name__ == "__main__":
    warnings.simplefilter("ignore")
    sys.exit(main())
