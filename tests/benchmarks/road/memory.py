"""How much memory one process has with few and with many people enrolled.

Each size is filled into a SQLite database, on which a process of its own starts, claims the same
number of check-ins that are due, and looks for what is due next.
"""

from __future__ import annotations

import asyncio
import json
import random
import resource
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from storage import open_store
from tests.benchmarks.figures import Reporter
from tests.benchmarks.house import WORKSPACES, clients, fill
from tests.benchmarks.road.platform import BenchPlatform
from tests.benchmarks.road.population import ORGANISATION
from tests.benchmarks.road.whole_house import log_as_in_production, whole_house
from tests.benchmarks.sweep import nothing_due, put_back, sweep

ROOT = Path(__file__).parents[3]
DUE = 1_000
GROWS = 1.2
KIB = 1024


def measure(folder: Path, enrolled: Sequence[int], rounds: int, report: Reporter) -> None:
    """Each size `rounds` times, in a new process each."""
    resident: dict[int, list[float]] = {}
    for count in enrolled:
        place = folder / str(count)
        asyncio.run(_fill(place, count))
        resident[count] = [_resident(place) for _ in range(rounds)]
        report.told(f"resident with {count:,} enrolled", resident[count], "MB")
    few, many = resident[min(resident)], resident[max(resident)]
    times = [more / less for more, less in zip(many, few, strict=True)]
    report.at_most(f"memory, {max(resident):,} to {min(resident):,} enrolled", times, GROWS)


async def _fill(folder: Path, enrolled: int) -> None:
    opened = await open_store(folder, None, ORGANISATION)
    try:
        due = list(clients(min(DUE, enrolled // 2), random.Random(1)))
        await fill(opened, due, enrolled, WORKSPACES[:1])
    finally:
        await opened.close()


def _resident(folder: Path) -> float:
    command = [sys.executable, "-m", __name__, str(folder)]
    made = subprocess.run(command, cwd=ROOT, capture_output=True, check=True, text=True)
    return float(json.loads(made.stdout)) / KIB


async def _in_here(folder: Path) -> None:
    """Claims and plans, and keeps nothing of it, so that the next process finds the same."""
    async with whole_house(folder, None, BenchPlatform()) as parts:
        store = parts.opened.store
        for _ in range(3):
            await nothing_due(store)
            await parts.bot.deliveries.next_due()
        await sweep(store)
        most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        await put_back(store)
        print(json.dumps(most))


if __name__ == "__main__":
    log_as_in_production()
    asyncio.run(_in_here(Path(sys.argv[1])))
