"""Whole answers of people who let their words be kept: heard, quoted, sealed and saved."""

from __future__ import annotations

from dataclasses import dataclass, field

from tests.benchmarks.figures import Reporter, ratios
from tests.benchmarks.road import sides
from tests.benchmarks.road.platform import BenchPlatform
from tests.benchmarks.road.population import Population
from tests.benchmarks.road.whole_house import whole_house
from tests.benchmarks.road.work import Run, answers, check_ins, handled, through_inbox, timed

IN_ONE_CHAT = 200
IN_GROUPS = 25
WARM = 20
HANDLE_OF_PLAIN = {"sqlite": 0.7, "postgresql": 0.4}
SPENT = {"sqlite": 2.5, "postgresql": 4.0}
HANDLE_OF_FLOOR, INBOX_OF_FLOOR, LATE = 0.35, 0.3, 5.0


@dataclass
class Rounds:
    """Runs by what was run, one of each in a round."""

    plain: list[Run] = field(default_factory=list)
    floor: list[Run] = field(default_factory=list)
    floor_in_groups: list[Run] = field(default_factory=list)
    floor_inbox: list[Run] = field(default_factory=list)
    floor_inbox_in_groups: list[Run] = field(default_factory=list)
    handle: list[Run] = field(default_factory=list)
    inbox: list[Run] = field(default_factory=list)
    one_chat: list[Run] = field(default_factory=list)
    one_chat_inbox: list[Run] = field(default_factory=list)


async def measure(population: Population, rounds: int, report: Reporter) -> None:
    """Everybody was asked before; what is measured begins with their answers."""
    platform, runs = BenchPlatform(), Rounds()
    async with whole_house(population.folder, population.url, platform) as parts:
        await check_ins(parts, platform)
    for _ in range(rounds):
        await _one_round(population, runs)
    _tell(report, runs)


async def _one_round(population: Population, runs: Rounds) -> None:
    count = len(population.clients)
    runs.plain.append(await sides.plain_answers(population, count))
    for group, answered, inbox in (
        (1, runs.floor, runs.floor_inbox),
        (IN_GROUPS, runs.floor_in_groups, runs.floor_inbox_in_groups),
    ):
        async with sides.floor_on(population) as floor:
            answered.append(await timed(lambda: floor.answers(group), count))  # noqa: B023
            inbox.append(await timed(lambda: floor.through_inbox(group), count))  # noqa: B023
    await _ours(population, runs)


async def _ours(population: Population, runs: Rounds) -> None:
    """Each door has a copy of its own. The first answers of each only warm up."""
    warming = min(WARM, len(population.clients) // 2)
    warm, rest = population.clients[:warming], population.clients[warming:]
    one, zone = population.clients[0], population.zone
    many = [one] * min(IN_ONE_CHAT, len(population.clients))
    async with sides.house(population) as (parts, platform):
        await handled(parts, answers(warm, zone, "warm"))
        events = answers(rest, zone, "own")
        runs.handle.append(await timed(lambda: handled(parts, events), len(rest)))
        chat = answers(many, zone, "one")
        runs.one_chat.append(await timed(lambda: handled(parts, chat), len(many)))
    async with sides.house(population) as (parts, platform):
        await through_inbox(parts, platform, answers(warm, zone, "warm"))
        runs.inbox.append(await timed(lambda: through_inbox(parts, platform, events), len(rest)))
        lone = lambda: through_inbox(parts, platform, chat, len(chat))  # noqa: E731
        runs.one_chat_inbox.append(await timed(lone, len(many)))


def _tell(report: Reporter, runs: Rounds) -> None:
    def a_second(found: list[Run]) -> list[float]:
        return [one.a_second for one in found]

    kind, handle, inbox = report.kind, a_second(runs.handle), a_second(runs.inbox)
    of_plain = ratios(handle, a_second(runs.plain))
    report.at_least("handle, × the plain bot", of_plain, HANDLE_OF_PLAIN[kind])
    of_floor = ratios(handle, a_second(runs.floor))
    report.at_least("handle, × the floor one by one", of_floor, HANDLE_OF_FLOOR)
    of_floor = ratios(inbox, a_second(runs.floor_inbox))
    report.at_least("through the inbox, × its floor one by one", of_floor, INBOX_OF_FLOOR)
    late = [one.late / one.median for one in runs.handle]
    report.at_most("handle, p99 in medians", late, LATE)
    late = [one.late / one.median for one in runs.inbox]
    report.at_most("through the inbox, p99 in medians", late, LATE)
    spent = [one.spent_ms for one in runs.handle]
    report.at_most("handle, processor time each", spent, SPENT[kind], "ms")
    report.told("inbox, processor time each", [one.spent_ms for one in runs.inbox], "ms")
    if kind == "postgresql":
        report.told("handle, of PostgreSQL", [one.elsewhere_ms for one in runs.handle], "ms")
        report.told("inbox, of PostgreSQL", [one.elsewhere_ms for one in runs.inbox], "ms")
    report.told("handle, a second", handle)
    report.told("handle, median", [one.median * 1000 for one in runs.handle], "ms")
    report.told("inbox, a second", inbox)
    report.told("inbox, 25 side by side, median", [one.median * 1000 for one in runs.inbox], "ms")
    report.told("in one chat, handle, a second", a_second(runs.one_chat))
    report.told("in one chat, inbox, a second", a_second(runs.one_chat_inbox))
    for name, found in (
        ("plain bot", runs.plain),
        ("floor one by one", runs.floor),
        ("floor in groups of 25", runs.floor_in_groups),
        ("floor one by one, inbox", runs.floor_inbox),
        ("floor in groups of 25, inbox", runs.floor_inbox_in_groups),
    ):
        report.told(f"{name}, a second", a_second(found))
    report.told("plain bot, processor time each", [one.spent_ms for one in runs.plain], "ms")
