"""Whole check-ins: claimed, gated, composed, begun, sent and settled, all due at once."""

from __future__ import annotations

from tests.benchmarks.figures import Reporter, ratios
from tests.benchmarks.road import sides
from tests.benchmarks.road.population import Population
from tests.benchmarks.road.work import Run, check_ins, timed

IN_GROUPS = 25
OF_PLAIN = {"sqlite": 3.0, "postgresql": 1.5}
SPENT = {"sqlite": 1.2, "postgresql": 1.8}
OF_FLOOR, OF_GROUPS = 0.8, 0.2


async def measure(population: Population, rounds: int, report: Reporter) -> None:
    count = len(population.clients)
    ours, plain, single, groups = list[Run](), list[Run](), list[Run](), list[Run]()
    await _ours(population, count)
    for _ in range(rounds):
        async with sides.plain(population, count) as bot:
            plain.append(await timed(bot.check_ins, count))
        single.append(await _floor(population, 1, count))
        groups.append(await _floor(population, IN_GROUPS, count))
        ours.append(await _ours(population, count))
    _tell(report, ours, plain, single, groups)


def _tell(
    report: Reporter, ours: list[Run], plain: list[Run], single: list[Run], groups: list[Run]
) -> None:
    def a_second(runs: list[Run]) -> list[float]:
        return [one.a_second for one in runs]

    kind, own = report.kind, a_second(ours)
    report.at_least("× the plain bot", ratios(own, a_second(plain)), OF_PLAIN[kind])
    report.at_least("× the floor one by one", ratios(own, a_second(single)), OF_FLOOR)
    report.at_least("× the floor in groups of 25", ratios(own, a_second(groups)), OF_GROUPS)
    by_processor = [other.spent_ms / one.spent_ms for one, other in zip(ours, plain, strict=True)]
    report.told("× the plain bot, by processor time", by_processor)
    report.at_most("processor time each", [one.spent_ms for one in ours], SPENT[kind], "ms")
    if kind == "postgresql":
        report.told("and of PostgreSQL", [one.elsewhere_ms for one in ours], "ms")
    report.told("a second", own)
    report.told("plain bot, a second", a_second(plain))
    report.told("plain bot, processor time each", [one.spent_ms for one in plain], "ms")
    report.told("floor one by one, a second", a_second(single))
    report.told("floor one by one, processor time each", [one.spent_ms for one in single], "ms")
    report.told("floor in groups of 25, a second", a_second(groups))


async def _ours(population: Population, count: int) -> Run:
    async with sides.house(population) as (parts, platform):
        return await timed(lambda: check_ins(parts, platform), count)


async def _floor(population: Population, group: int, count: int) -> Run:
    async with sides.floor_on(population) as floor:
        return await timed(lambda: floor.check_ins(group), count)
