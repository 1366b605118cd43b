"""Joining: from the code that a client types to the receipt of all that they allowed."""

from __future__ import annotations

import time
from dataclasses import dataclass
from pathlib import Path

from bot.run.assemble import Parts
from tests.benchmarks.figures import Reporter
from tests.benchmarks.road.platform import BenchPlatform
from tests.benchmarks.road.population import PLATFORM
from tests.benchmarks.road.whole_house import whole_house
from tests.world import Chatter, World

A_GESTURE = 4.0
ZONE = "Europe/Berlin"
PRESSED = ("I agree", "Yes", "Yes", "Yes")
LAST = "That's right"
GESTURES = len(PRESSED) + 3


@dataclass(frozen=True, slots=True)
class Joined:
    """Seconds of one joining, all its gestures together."""

    took: float
    spent: float


async def measure(folder: Path, url: str | None, rounds: int, joins: int, report: Reporter) -> None:
    """The first who joins only warms up. A round is the mean of `joins` people."""
    async with whole_house(folder, url, BenchPlatform()) as parts:
        world = _world(parts)
        await _joins(world, "first")
        means: list[Joined] = []
        for number in range(rounds):
            some = [await _joins(world, f"{number}-{n}") for n in range(joins)]
            took, spent = (sum(one.took for one in some), sum(one.spent for one in some))
            means.append(Joined(took / joins, spent / joins))
    ms = 1000 / GESTURES
    report.at_most("a gesture", [one.took * ms for one in means], A_GESTURE, "ms")
    report.told("processor time of a gesture", [one.spent * ms for one in means], "ms")
    report.told("code to receipt", [one.took * 1000 for one in means], "ms")


def _world(parts: Parts) -> World:
    """People who talk to the house's own bot."""
    world = World(store=parts.opened.store)
    world.platform.platform, world.bot = PLATFORM, parts.bot
    return world


async def _joins(world: World, name: str) -> Joined:
    coach = world.person(f"K{name}", "Daniel", ZONE, "T1")
    client = world.person(f"U{name}", "Mai", ZONE, "T1")
    await coach.writes("invite")
    await coach.presses("No, only when I ask")
    began, spent = time.perf_counter(), time.process_time()
    await _join(client, coach.code())
    took, spent = time.perf_counter() - began, time.process_time() - spent
    assert "That's right" in [one.label for one in client.buttons()]
    return Joined(took, spent)


async def _join(client: Chatter, code: str) -> None:
    await client.writes(code)
    for label in PRESSED:
        await client.presses(label)
    chosen = {"from": "09:00", "to": "11:00"}
    await client.submits(days="MO,TH", every="1", zone=ZONE, **chosen)
    await client.presses(LAST)
