"""Twelve weeks at two a week: how many different questions, and how many messages."""

from __future__ import annotations

from collections import Counter
from datetime import datetime, timedelta

import pytest

from bot.domain.question import Depth
from bot.questions import standard_set
from bot.text import catalogue
from tests.scenarios.question_sets.weeks import Came, weeks
from tests.world import Chatter, World, joined

SAY = catalogue("en")
WEEK, EIGHT_WEEKS = timedelta(weeks=1), timedelta(weeks=8)
LONG = ["weekly", "career", "habits"]


def title(set_id: str) -> str:
    return SAY(f"set-{set_id}")


async def chooses(client: Chatter, set_id: str) -> None:
    await client.writes("my questions")
    await client.presses(SAY("questions-others"))
    await client.presses(title(set_id))


def questions(came: list[Came]) -> list[tuple[datetime, str]]:
    return [(one.at, one.question) for one in came if one.question is not None]


def repeated(came: list[Came]) -> list[str]:
    """The questions that came twice within eight weeks."""
    last: dict[str, datetime] = {}
    found = []
    for at, name in questions(came):
        if name in last and at - last[name] < EIGHT_WEEKS:
            found.append(name)
        last[name] = at
    return found


def left_of(set_id: str) -> list[str]:
    """What a client is asked who has changed nothing: all but the deep ones, and no open step."""
    of = standard_set(SAY, set_id)
    assert of is not None
    return [one.id for one in of.questions if one.depth <= Depth.MIDDLE and not one.about_step]


@pytest.mark.parametrize("set_id", LONG)
async def test_eight_weeks_at_two_a_week_ask_sixteen_questions_and_none_twice(set_id: str) -> None:
    assert len(left_of(set_id)) >= 16
    world = World()
    client, _ = await joined(world)
    await chooses(client, set_id)
    came = await weeks(world, client, world.clock.now() + 12 * WEEK)
    begun = questions(came)[0][0]
    first = [name for at, name in questions(came) if at - begun < EIGHT_WEEKS]
    assert len(first) == len(set(first)) == 16
    assert repeated(came) == []
    a_week = Counter(one.at.isocalendar()[:2] for one in came)
    assert max(a_week.values()) <= 3
    assert sum(a_week.values()) <= 2 * 12 + 2


async def test_a_short_set_asks_everything_before_it_begins_again() -> None:
    world = World()
    client, _ = await joined(world)
    await chooses(client, "energy")
    of = standard_set(SAY, "energy")
    assert of is not None
    names = [
        name for _, name in questions(await weeks(world, client, world.clock.now() + 9 * WEEK))
    ]
    left = [one.id for one in of.questions if one.depth <= 2]
    assert names[: len(left)] == left
    assert names[len(left) : 2 * len(left)] == left[: len(names) - len(left)]


async def test_a_change_of_set_and_back_repeats_nothing() -> None:
    world = World()
    client, _ = await joined(world)
    came: list[Came] = []
    for set_id in ("weekly", "career", "weekly", "energy", "career"):
        await chooses(client, set_id)
        came += await weeks(world, client, world.clock.now() + 1.5 * WEEK)
    assert len({name.split(".")[0] for _, name in questions(came)}) == 3
    assert repeated(came) == []


async def test_strikes_and_the_dial_in_between_repeat_nothing_and_are_obeyed() -> None:
    world = World()
    client, _ = await joined(world)
    of = standard_set(SAY, "weekly")
    assert of is not None
    came = await weeks(world, client, world.clock.now() + 2 * WEEK)
    for number in (1, 2, 9):
        await client.writes("my questions")
        await client.presses(f"Leave out number {number}")
    await client.presses(SAY("questions-deeper", depth=SAY("depth-3")))
    later = await weeks(world, client, world.clock.now() + 6 * WEEK)
    assert repeated(came + later) == []
    struck = {of.questions[number - 1].id for number in (1, 2, 9)}
    assert not struck & {name for _, name in questions(later)}
    await client.writes("my questions")
    await client.presses("Ask number 9 again")
    last = await weeks(world, client, world.clock.now() + 1 * WEEK)
    assert of.questions[8].id in {name for _, name in questions(came + later + last)}


async def test_another_question_counts_as_asked() -> None:
    world = World()
    client, _ = await joined(world)
    await world.skip()
    first = client.shown[-1]
    await client.presses(SAY("another"))
    second = client.shown[-1]
    came = await weeks(world, client, world.clock.now() + 4 * WEEK)
    assert first.blocks != second.blocks
    of = standard_set(SAY, "weekly")
    assert of is not None
    names = {name for _, name in questions(came)}
    assert not names & {of.questions[0].id, of.questions[1].id}


async def test_the_same_words_in_a_set_typed_anew_are_not_asked_again_soon() -> None:
    world = World()
    client, coach = await joined(world)
    own = ["What gave you room this week?", "What would you like to keep?"]
    came: list[Came] = []
    for heading in ("My first", "My second"):
        await coach.writes("questions")
        await coach.presses(SAY("questions-write"))
        extra = ["What is new in this one?"] if heading == "My second" else []
        await coach.writes("\n".join([heading, *own, *extra]))
        await client.writes("my questions")
        await client.presses(SAY("questions-others"))
        await client.presses(heading)
        until = world.clock.now() + (1 * WEEK if not came else WEEK / 2)
        came += await weeks(world, client, until, [*own, *extra])
    names = [name for _, name in questions(came)]
    assert names == [*own, "What is new in this one?"]
