"""The steps of a history: time passes, a person does something, or something breaks.

Each step draws from a generator of its own, seeded by the history's seed and the step's number.
So a history without some of its steps plays the others as before.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from datetime import timedelta
from random import Random
from typing import TypeVar

from tests.simulation import deeds
from tests.simulation.deeds import DEEDS, LATE_DEEDS
from tests.simulation.leaving_half import a_group_is_left_half
from tests.simulation.loop import turns
from tests.simulation.network import BLIND, READABLE
from tests.simulation.stage import MINUTE, Stage
from tests.simulation.zones import CHANGING, change_rules

Step = Callable[[Stage, bool], Awaitable[None]]
T = TypeVar("T")
DAY = timedelta(days=1)
EDGE = timedelta(hours=3)


async def time_passes(stage: Stage, late: bool) -> None:
    await stage.live(stage.random.choice((1, 3, 7, 14)) * DAY)


async def somebody_acts(stage: Stage, late: bool) -> None:
    deed = drawn(stage.random, LATE_DEEDS if late else DEEDS)
    pair = stage.random.choice(stage.pairs)
    stage.transcript.note(f"{pair.name} {deed.__name__.replace('_', ' ')}")
    await deed(stage, pair)
    await stage.live(stage.random.choice((1, 5, 30)) * MINUTE)


async def somebody_acts_while_it_is_sending(stage: Stage, late: bool) -> None:
    """A person acts at the moment when the next message leaves, in any order."""
    pair = stage.random.choice(stage.pairs)
    deed = stage.random.choice(
        (deeds.stops, deeds.answers, deeds.wants_no_check_ins, deeds.switches, deeds.pauses)
    )
    due = await stage._next_due()
    if due is None or due > stage.clock.now() + 9 * DAY:
        return
    await stage.live(max(timedelta(0), due - stage.clock.now() - timedelta(seconds=1)))
    stage.clock.at = max(stage.clock.at, due)
    stage.transcript.note(f"{pair.name} {deed.__name__} while messages leave")
    await asyncio.gather(stage.tick(), deed(stage, pair))
    await stage.live(MINUTE)


async def a_process_is_away_while_it_is_sending(stage: Stage, late: bool) -> None:
    """A process stands still for minutes while messages leave, and then goes on."""
    due = await stage._next_due()
    if due is None or due > stage.clock.now() + 9 * DAY:
        return
    await stage.live(max(timedelta(0), due - stage.clock.now() - timedelta(seconds=1)))
    stage.faults.hangs_in(stage.random.randint(1, 16), stage.random.choice(("begin", "committed")))
    stage.transcript.note("somebody will be away")
    await stage.live(2 * MINUTE)


async def nobody_is_home(stage: Stage, late: bool) -> None:
    """No process runs for hours to weeks. Then all start again, without a burst of messages."""
    await stage.everything_comes()
    began = stage.clock.now()
    stage.clock.forward(stage.random.choice((2, 9, 30, 24 * 9, 24 * 30)) * 60 * MINUTE)
    stage.transcript.note(f"nobody was home since {began:%Y-%m-%d %H:%M}")
    stage.bad_times.between(began - EDGE, stage.clock.now() + EDGE)
    stage.faults.fired["outage"] += 1
    await stage.installation.restart()
    await stage.live(2 * 60 * MINUTE)


async def it_restarts(stage: Stage, late: bool) -> None:
    stage.faults.fired["restart"] += 1
    stage.transcript.note("everything is started anew")
    await stage.installation.restart()
    await stage.live(5 * MINUTE)


async def a_platform_cannot_be_reached(stage: Stage, late: bool) -> None:
    platform = stage.installation.platforms[stage.random.choice((READABLE, BLIND))]
    span = stage.random.choice((10, 90, 60 * 8, 60 * 24 * 3)) * MINUTE
    now = stage.clock.now()
    platform.unreachable_until = now + span
    stage.bad_times.between(now - EDGE, now + span + EDGE)
    stage.faults.fired["partition"] += 1
    stage.transcript.note(f"{platform.platform} cannot be reached for {span}")
    await stage.live(span + 10 * MINUTE)


async def the_clock_jumps(stage: Stage, late: bool) -> None:
    """The clock jumps by minutes to days, ahead or back. Mostly it is soon put right again."""
    await stage.everything_comes()
    span = stage.random.choice((-24 * 60, -180, -61, -5, 5, 90, 24 * 60, 24 * 60 * 5)) * MINUTE
    began = stage.clock.now()
    stage.clock.jump(span)
    stage.waits.the_clock_was_set()
    stage.bad_times.between(began - EDGE - DAY, stage.clock.now() + EDGE + DAY)
    stage.faults.fired["clock jump"] += 1
    stage.transcript.note(f"the clock jumped by {span}")
    await stage.tick()
    if stage.random.random() < 0.6:
        await stage.live(10 * MINUTE)
        stage.clock.jump(-span)
        stage.waits.the_clock_was_set()
        stage.bad_times.between(began - EDGE - DAY, stage.clock.now() + EDGE + DAY)
        stage.transcript.note("the clock was put right")
        await stage.tick()
    await stage.live(MINUTE)


async def the_rules_of_a_zone_change(stage: Stage, late: bool) -> None:
    """The rules of a zone change while the bot runs. It must check its plans against them."""
    now = stage.clock.now()
    hours = stage.random.choice((-2, 0, 1, 3))
    await stage.audit.rules_change(stage.installation.truth, CHANGING, stage.pairs)
    change_rules(CHANGING, hours)
    stage.bad_times.between(now - 3 * DAY, now + 10 * DAY)
    stage.faults.fired["zone rules"] += 1
    stage.transcript.note(f"from now on {CHANGING} is {hours} hours from UTC")
    await stage.live(DAY)


STEPS: Mapping[Step, int] = {
    time_passes: 30,
    somebody_acts: 36,
    somebody_acts_while_it_is_sending: 8,
    a_process_is_away_while_it_is_sending: 3,
    nobody_is_home: 1,
    it_restarts: 2,
    a_platform_cannot_be_reached: 3,
    the_clock_jumps: 2,
    the_rules_of_a_zone_change: 1,
}
# Where all are due together, groups are left half.
STEPS_ALIKE: Mapping[Step, int] = {**STEPS, a_group_is_left_half: 30}

# Calls of these places are rare beside statements, so faults are planned for them by place.
RARE = (
    *("send", "send", "send", "sent", "edit", "find", "keys", "keys commit"),
    *("answer", "answered", "begin"),
)


def drawn(random: Random, weights: Mapping[T, int]) -> T:
    return random.choices(list(weights), list(weights.values()))[0]


async def play(stage: Stage, seed: int, number: int, *, late: bool, faults: bool) -> None:
    """Plays one step, with the faults that its generator plans for it."""
    random = Random(f"{seed}:{number}")
    stage.random = random
    turns().random = Random(f"{seed}:{number}:turns")
    stage.installation.random = Random(f"{seed}:{number}:house")
    step = drawn(random, STEPS_ALIKE if stage.alike else STEPS)
    stage.faults.none()
    if faults and random.random() < 0.6:
        stage.faults.plan(random, random.randint(1, 3), random.choice((15, 60, 250)))
    if faults and random.random() < 0.5:
        for _ in range(random.randint(1, 2)):
            stage.faults.plan_at(random, random.choice(RARE), random.choice((1, 2, 4)))
    before, began = stage.faults.fired.total(), stage.clock.now()
    await step(stage, late)
    stage.lived(max(timedelta(0), stage.clock.now() - began))
    stage.faults.none()
    if stage.faults.fired.total() > before:
        for _ in range(3):
            stage.clock.forward(MINUTE)
            await stage.tick()
