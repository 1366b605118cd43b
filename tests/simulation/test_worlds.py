"""Compares two worlds that differ in one thing only: a neighbour, or a process that died."""

from __future__ import annotations

import re
from collections.abc import Awaitable, Callable
from datetime import timedelta
from random import Random

import pytest

from bot.plain import to_plain
from tests.memory_store.store import MemoryStore
from tests.simulation import deeds
from tests.simulation.history import Plan, gathered, made
from tests.simulation.loop import SteadyClock, SteadyLoop
from tests.simulation.network import BLIND, READABLE
from tests.simulation.people import Pair
from tests.simulation.rules import Rules
from tests.simulation.stage import Stage
from tests.simulation.steps import drawn

DAY = timedelta(days=1)
CODE = re.compile(r"\b[A-Z2-9]{4}(?:-[A-Z2-9]{4}){2}\b")
MARKED = re.compile(r"WORD\d+")
Then = Callable[[Stage], Awaitable[None]]


def lived(seed: int, then: Then, *, pairs: int = 3) -> Stage:
    clock = SteadyClock()
    loop = SteadyLoop(clock)
    truth = MemoryStore()

    async def all_of_it() -> Stage:
        stage = made(Plan(seed, workers=1), clock, truth)
        stage.reacts = lambda *_: None
        await gathered(stage, Random(seed))
        await then(stage)
        return stage

    try:
        return loop.run_until_complete(all_of_it())
    finally:
        loop.end()


def seen(pair: Pair) -> list[str]:
    """Returns all texts shown to client and coach, without random codes and markers."""
    texts = [to_plain(m) for human in (pair.client, pair.coach) for m in human.shown]
    return [MARKED.sub("WORD", CODE.sub("CODE", text)) for text in texts]


@pytest.mark.parametrize("seed", range(1, 7))
def test_one_workspace_sees_the_same_with_and_without_another_and_its_storms(seed: int) -> None:
    async def days(stage: Stage, *, neighbours: bool) -> None:
        mine, others = stage.pairs[0], stage.pairs[1:]
        for number in range(14):
            stage.random = Random(f"{seed}:{number}:mine")
            await drawn(stage.random, deeds.LATE_DEEDS)(stage, mine)
            if neighbours:
                stage.random = Random(f"{seed}:{number}:others")
                stage.installation.platforms[BLIND].unreachable_until = stage.clock.now() + 2 * DAY
                for other in (o for o in others if o.client.address.platform == BLIND):
                    await deeds.stops(stage, other)
                    await deeds.joins_again(stage, other)
                    await deeds.answers(stage, other)
                    await deeds.coach_reads(stage, other)
            await stage.live(2 * DAY)

    async def alone(stage: Stage) -> None:
        await days(stage, neighbours=False)

    async def beside(stage: Stage) -> None:
        await days(stage, neighbours=True)

    one, two = lived(seed, alone), lived(seed, beside)
    assert one.rules.problems == two.rules.problems == []
    assert seen(one.pairs[0]) == seen(two.pairs[0])
    assert len(seen(one.pairs[0])) > 10


@pytest.mark.parametrize("seed", range(1, 5))
def test_a_restart_at_any_call_changes_nothing_but_delay(seed: int) -> None:
    """The process dies at the n-th call while messages leave, and starts again."""

    async def weeks(stage: Stage, dies_at: int) -> None:
        for pair in stage.pairs:
            stage.random = Random(f"{seed}:{pair.number}")
            await deeds.writes(stage, pair)
        due = await stage._next_due()
        assert due is not None
        await stage.live(due - stage.clock.now() - timedelta(seconds=1))
        stage.faults.dies_in(dies_at)
        await stage.live(10 * DAY)

    def told(dies_at: int) -> tuple[list[list[str]], Rules, int]:
        stage = lived(seed, lambda stage: weeks(stage, dies_at))
        readable = [p for p in stage.pairs if p.client.address.platform == READABLE]
        return [seen(pair) for pair in readable], stage.rules, stage.faults.crashes

    undisturbed, rules, none = told(0)
    assert none == 0
    for dies_at in range(1, 40, 2):
        after, rules, crashes = told(dies_at)
        assert rules.problems == []
        assert crashes == 1
        assert after == undisturbed, dies_at
