"""Never 3 and 10: nobody without the keys can tell a hard week from an ordinary pause.

In one world the client pauses until a day, in the others they rest after words of distress, or
after the bot's gentle question. All else is the same. After each step the test compares every clear
column of every table, the key store, the statements that wrote, the log, the metrics, what left,
and what the coach reads. Only the client's own chat differs.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from pathlib import Path

import pytest
from structlog.testing import capture_logs

from bot.domain import actions
from tests.databases import opened
from tests.proofs.clear_columns import clear_rows, writes
from tests.proofs.test_two_worlds import failures, metrics, read
from tests.world import Chatter, World, joined

# What the client does in each world, by step: a line to type, or ">" and a button to press. Both
# worlds type at the same steps, and press at the same steps.
PRESSES = ">switches"
PAUSE = ("pause until 10 December", PRESSES, "wait", "resume", "wait")
DISTRESS = ("I want to die", ">No", "wait", "resume", "wait")
PAUSE_ENDED_BY_BUTTON = ("pause until 20 December", PRESSES, "wait", ">resume", "wait")
DISTRESS_ENDED_BY_BUTTON = ("I want to die", ">No", "wait", ">Go on as before", "wait")
PAUSE_BY_BUTTON = (">pause:2026-12-10", PRESSES, "wait", "resume", "wait")
GENTLE_REST = (">rest", PRESSES, "wait", "resume", "wait")
# In these the pause ends by its date, and somebody who rests goes on that day.
PAUSE_PASSES = ("pause until 10 December", PRESSES, "until the 10th", PRESSES, "wait")
RESTS_UNTIL_THEN = ("I want to die", ">No", "until the 10th", ">Go on as before", "wait")
# Who had paused before goes back to that pause.
TWO_LINES = ("pause until 20 December", "help", PRESSES, "wait", "wait")
DISTRESS_IN_A_PAUSE = (
    "pause until 20 December",
    "I want to die",
    ">Go on as before",
    "wait",
    "wait",
)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (PAUSE, DISTRESS),
        (PAUSE_ENDED_BY_BUTTON, DISTRESS_ENDED_BY_BUTTON),
        (PAUSE_BY_BUTTON, GENTLE_REST),
        (PAUSE_PASSES, RESTS_UNTIL_THEN),
        (TWO_LINES, DISTRESS_IN_A_PAUSE),
    ],
    ids=["distress", "go on", "gentle rest", "until the day", "in a pause"],
)
async def test_no_clear_column_tells_a_rest_from_a_pause(
    one: Sequence[str], other: Sequence[str], tmp_path: Path
) -> None:
    here, there = await live(one, tmp_path / "one"), await live(other, tmp_path / "other")
    for number, (ours, theirs) in enumerate(zip(here, there, strict=True)):
        assert ours == theirs, f"after step {number}: {one[number]} | {other[number]}"


async def test_the_comparison_sees_what_does_differ(tmp_path: Path) -> None:
    stops = ("stop", *PAUSE[1:])
    here, there = await live(PAUSE, tmp_path / "one"), await live(stops, tmp_path / "other")
    assert here[0] != there[0]


async def live(acts: Sequence[str], folder: Path) -> list[list[str]]:
    """Plays one world; returns what can be read without keys after each step."""
    seen: list[list[str]] = []
    before = failures()
    async with opened("sqlite", folder) as store:
        world = World(store.store)
        client, coach = await joined(world)
        engagement = await engagement_of(world, client)
        await world.bot.tick()
        for act in acts:
            with capture_logs() as logs, writes() as written:
                await does(world, client, act, engagement)
                await coach.writes("digest")
            left = [(a.to.chat_key, a.at.isoformat()) for a in world.platform.arrived]
            told = [read(message) for message in coach.shown]
            outside = [repr(logs), metrics(before), repr(left), *told]
            seen.append([*clear_rows(folder), *written, *outside])
    return seen


async def engagement_of(world: World, client: Chatter) -> str:
    async with world.store.transaction() as tx:
        person = await tx.person_at(client.address)
        assert person is not None
        return (await tx.engagements_of(person.id))[0].id


async def does(world: World, client: Chatter, act: str, engagement: str) -> None:
    now = world.clock.now()
    match act:
        case "wait":
            await world.until(now + timedelta(days=8))
        case "until the 10th":
            await world.until(now.replace(month=12, day=10, hour=6))
        case ">rest":
            await client.presses_raw(actions.COMFORT(engagement, "rest"))
        case ">switches" | ">resume" | ">pause:2026-12-10":
            await client.presses_raw(act.removeprefix(">"))
        case _ if act.startswith(">"):
            await client.presses(act.removeprefix(">"))
        case _:
            await client.writes(act)
