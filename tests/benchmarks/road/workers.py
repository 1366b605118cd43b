"""One, two and three workers on one PostgreSQL, each a process as `handrail worker` is.

On a machine of two cores the clock cannot tell how far they would go, because the database needs a
core too. So what counts is processor time: how much dearer a check-in is where several share the
work. Two workers of whom each does it for the same price would do twice as much.
"""

from __future__ import annotations

import asyncio
import json
import os
import sys
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import psycopg

from adapters.queue import Wakeups
from tests.benchmarks.figures import Reporter
from tests.benchmarks.road.population import ORGANISATION, Population, populated
from tests.benchmarks.road.server import Databases, plain, spent_by_postgresql

MOST_WORKERS = 3
WORKSPACES = 24
OF_ONE = 1.7
PATIENCE = 300
LOOK = 0.25


@dataclass(frozen=True, slots=True)
class Shared:
    """What so many workers did together. Processor times are seconds of one check-in."""

    workers: int
    a_second: float
    spent: float
    elsewhere: float
    least: int

    @property
    def whole(self) -> float:
        return self.spent + self.elsewhere


async def measure(
    folder: Path, made: Databases, clients: int, rounds: int, report: Reporter
) -> None:
    keys, epochs = made.new(), folder / "epochs"
    names = [f"T{number}" for number in range(WORKSPACES)]
    population = await populated(
        folder / "data", clients, made, names, lean=True, keys_url=keys, epochs=epochs
    )
    found: dict[int, list[Shared]] = {}
    for _ in range(rounds):
        for workers in range(1, MOST_WORKERS + 1):
            found.setdefault(workers, []).append(
                await _one_run(folder, population, keys, epochs, workers)
            )
    _tell(report, found)


def _tell(report: Reporter, found: dict[int, list[Shared]]) -> None:
    one = found[1]
    for workers, runs in found.items():
        pairs = list(zip(one, runs, strict=True))
        dearer = [workers * alone.whole / many.whole for alone, many in pairs]
        what = f"{workers} workers, × one by processor time"
        if workers == 2:
            report.at_least(what, dearer, OF_ONE)
        elif workers > 2:
            report.told(what, dearer)
        if workers > 1:
            by_clock = [many.a_second / alone.a_second for alone, many in pairs]
            report.told(f"{workers} workers, × one by the clock", by_clock)
            report.told(f"{workers} workers, least share of one", [m.least for m in runs], "sent")
        report.told(f"{workers} workers, a second", [many.a_second for many in runs])
        report.told(f"{workers} workers, processor each", [m.spent * 1000 for m in runs], "ms")
        report.told(f"{workers} workers, of PostgreSQL", [m.elsewhere * 1000 for m in runs], "ms")


async def _one_run(
    folder: Path, population: Population, keys: str, epochs: Path, workers: int
) -> Shared:
    made, count = population.databases, len(population.clients)
    assert made is not None
    assert population.url is not None
    data, own_keys = made.copy(population.url), made.copy(keys)
    made.settle()
    try:
        own = replace(population, url=data)
        async with _working(folder, own, own_keys, epochs, workers) as processes:
            elsewhere = spent_by_postgresql()
            await _wake(data)
            await _until_sent(data, count)
            elsewhere = spent_by_postgresql() - elsewhere
            told = [await _ended(one) for one in processes]
    finally:
        made.drop(data)
        made.drop(own_keys)
    arrived = sorted(at for _, mine in told for at in mine)
    assert len(arrived) == count, (len(arrived), count)
    a_second = (count - 1) / (arrived[-1] - arrived[0])
    spent, least = sum(one for one, _ in told) / count, min(len(mine) for _, mine in told)
    return Shared(workers, a_second, spent, elsewhere / count, least)


@asynccontextmanager
async def _working(
    folder: Path, population: Population, keys: str, epochs: Path, workers: int
) -> AsyncIterator[Sequence[asyncio.subprocess.Process]]:
    processes = []
    for number in range(workers):
        environment = os.environ | {
            "HANDRAIL_DATA": str(folder / f"worker{number}"),
            "HANDRAIL_DATABASE_URL": str(population.url),
            "HANDRAIL_KEYS_URL": keys,
            "HANDRAIL_EPOCHS": str(epochs),
            "HANDRAIL_ORGANISATION": ORGANISATION,
            "HANDRAIL_PORT": "0",
        }
        command = sys.executable, "-m", "tests.benchmarks.road.one_worker"
        pipe = asyncio.subprocess.PIPE
        processes.append(
            await asyncio.create_subprocess_exec(*command, env=environment, stdout=pipe)
        )
    try:
        for one in processes:
            assert one.stdout is not None
            said = await asyncio.wait_for(one.stdout.readline(), PATIENCE)
            assert said.strip() == b"working", said
        yield processes
    finally:
        for one in processes:
            if one.returncode is None:
                one.terminate()
            await one.wait()


async def _wake(url: str) -> None:
    """As a transaction that planned something does: a wake-up for each workspace."""
    wakeups = Wakeups(plain(url))
    await wakeups.open()
    async with await psycopg.AsyncConnection.connect(plain(url)) as connection:
        query = b"SELECT DISTINCT workspace FROM delivery WHERE state = 'planned'"
        rows = await (await connection.execute(query)).fetchall()
        await wakeups.wake(connection, [workspace for (workspace,) in rows])
        await connection.commit()
    await wakeups.close()


async def _until_sent(url: str, count: int) -> None:
    async with (
        asyncio.timeout(PATIENCE),
        await psycopg.AsyncConnection.connect(plain(url), autocommit=True) as connection,
    ):
        left = count
        while left:
            # Other processes do the work, so there is no event to wait for.
            await asyncio.sleep(LOOK)
            left = count - await _sent(connection)


async def _sent(connection: psycopg.AsyncConnection[Any]) -> int:
    query = b"SELECT count(*) FROM delivery WHERE kind = 'check_in' AND state = 'sent'"
    (sent,) = await (await connection.execute(query)).fetchone() or (0,)
    return int(sent)


async def _ended(process: asyncio.subprocess.Process) -> tuple[float, list[float]]:
    """Stops a worker: the processor time it told of, and when its messages arrived."""
    assert process.stdout is not None
    process.terminate()
    told = json.loads(await process.stdout.readline())
    await process.wait()
    return told["spent"], told["at"]
