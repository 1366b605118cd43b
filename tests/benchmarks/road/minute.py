"""Ten thousand check-ins due at one moment, in 200 workspaces, on a platform that takes 80 ms.

The platform has Slack's pace in each workspace. How late a message is counts from the moment at
which all were due, which is when the house's own ticker begins.
"""

from __future__ import annotations

import asyncio
import statistics
import time
from collections import defaultdict
from collections.abc import Sequence

from adapters.slack.adapter import SLACKS_PACE
from adapters.ticker import Ticker
from bot.domain.pace import Pace
from tests.benchmarks.figures import Reporter
from tests.benchmarks.road.platform import BenchPlatform
from tests.benchmarks.road.population import Population
from tests.benchmarks.road.whole_house import whole_house

TAKES = 0.080
BEYOND_PACE, BEHIND = 2.0, 2.0
PATIENCE = 600.0


async def measure(population: Population, report: Reporter) -> None:
    count = len(population.clients)
    platform = BenchPlatform(pace=SLACKS_PACE, delay=TAKES)
    async with whole_house(population.folder, population.url, platform) as parts:
        spent = time.process_time()
        began = time.perf_counter()
        ticker = Ticker(parts.epoch_turns.tick)
        ticker.start()
        try:
            async with asyncio.timeout(PATIENCE):
                await platform.until_arrived(count)
        finally:
            await ticker.stop()
            await parts.bot.deliveries.at_rest()
        spent = time.process_time() - spent
    _tell(report, population, platform, began, spent)


def _tell(
    report: Reporter, population: Population, platform: BenchPlatform, began: float, spent: float
) -> None:
    late: dict[str, list[float]] = defaultdict(list)
    for to, at in platform.arrived:
        late[to.workspace].append(at - began)
    every = sorted(one for mine in late.values() for one in mine)
    by_workspace = [statistics.median(mine) for mine in late.values()]
    bound = _bound(SLACKS_PACE, [len(mine) for mine in late.values()])
    report.at_most("late, p99", [every[len(every) * 99 // 100]], bound + BEYOND_PACE, "s")
    report.told("late, median", [statistics.median(every)], "s")
    report.told("the pace's own bound", [bound], "s")
    report.at_most("missed", [len(population.clients) - len(platform.arrived)], 0)
    behind = max(by_workspace) - statistics.median(by_workspace)
    report.at_most("the last workspace behind the middle one", [behind], BEHIND, "s")
    report.told("a second", [len(every) / every[-1]])
    report.told("processor time each", [spent / len(every) * 1000], "ms")


def _bound(pace: Pace, counts: Sequence[int]) -> float:
    """How long the fullest workspace takes where nothing but the pace holds it back, in seconds."""
    return max(0, max(counts) - pace.burst) / pace.per_second + TAKES
