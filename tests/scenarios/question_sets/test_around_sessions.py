"""The sets around sessions: asked there, and nowhere else."""

from __future__ import annotations

from datetime import timedelta

import pytest

from bot.domain.question import Around
from bot.questions import standard_sets
from bot.text import catalogue
from tests.scenarios.question_sets.weeks import question_in, weeks
from tests.world import Chatter, World, joined, text_of

SAY = catalogue("en")

WEEK = timedelta(weeks=1)
SETS = {one.around: one for one in standard_sets(SAY) if one.around}
SESSION = tuple(SETS.values())


async def with_a_session(world: World) -> Chatter:
    client, _ = await joined(world)
    await client.writes("our next session")
    await client.presses("Set it …")
    await client.submits(day="in 12 days", time="10:00")
    await client.presses("Yes")
    return client


async def until(world: World, client: Chatter, template: str) -> None:
    for _ in range(20):
        await world.skip()
        if client.templates()[-1] == template:
            return
        await client.presses(SAY("pass"))
    raise AssertionError(template)


def test_there_is_one_set_for_each_side_of_a_session() -> None:
    assert set(SETS) == set(Around)


async def test_no_ordinary_check_in_asks_what_belongs_to_a_session() -> None:
    world = World()
    client, coach = await joined(world)
    await client.writes("my questions")
    chosen = client.button(SAY("questions-others")).action.split(":")[1]
    for one in SESSION:
        refused = text_of(await client.presses_raw(f"set:{chosen}:{one.id}"))
        assert refused == text_of(await client.presses_raw("set:x:y"))
        assert text_of(await coach.presses_raw(f"suggest:{one.id}")) == refused
    assert not [
        one for one in SESSION if one.title.text in text_of(await coach.writes("questions"))
    ]
    came = await weeks(world, client, world.clock.now() + 6 * WEEK)
    asked = {one.question.split(".")[0] for one in came if one.question}
    assert not asked & {one.id for one in SESSION}


async def test_before_a_session_another_question_is_of_its_own_set() -> None:
    world = World()
    client = await with_a_session(world)
    await until(world, client, "prep-ask")
    seen = []
    for _ in range(3):
        await client.presses(SAY("another"))
        seen.append(question_in(client.shown[-1]))
    assert len(set(seen)) == 3
    assert all(one and one.startswith("before-session.") for one in seen)


async def test_after_a_session_a_question_of_its_own_set_is_asked_and_answered() -> None:
    world = World()
    client = await with_a_session(world)
    await until(world, client, "after-ask")
    first = SETS[Around.AFTER].questions[0]
    assert question_in(client.shown[-1]) == first.id
    await client.writes("What I take along.")
    await client.presses(SAY("share", coach="Daniel"))
    assert first.text.text in text_of(await client.presses("Yes"))


async def test_a_client_sees_and_strikes_them_before_they_are_asked() -> None:
    world = World()
    client = await with_a_session(world)
    await client.writes("my questions")
    await client.presses(SAY("questions-others"))
    of = SETS[Around.AFTER]
    await client.presses(f"See: {of.title.text}")
    assert all(one.text.text in text_of(client.shown[-1:]) for one in of.questions)
    await client.presses("Leave out number 1")
    assert client.has("Ask number 1 again", last=1)
    await until(world, client, "after-ask")
    assert question_in(client.shown[-1]) == of.questions[1].id


async def test_with_all_of_them_struck_the_small_step_is_asked_about() -> None:
    world = World()
    client = await with_a_session(world)
    await client.writes("my questions")
    of = SETS[Around.AFTER]
    mine = client.button(SAY("questions-others")).action.split(":")[1]
    for number in range(1, len(of.questions) + 1):
        await client.presses_raw(f"strike-in:{mine}:{of.id}:{number}")
    await until(world, client, "after-ask")
    assert SAY("after-ask") in text_of(client.shown[-1:])


@pytest.mark.parametrize("set_id", ["gone", "before-session", "career"])
async def test_a_number_strikes_only_in_a_set_that_may_be_asked(set_id: str) -> None:
    world = World()
    client, _ = await joined(world)
    await client.writes("my questions")
    mine = client.button(SAY("questions-others")).action.split(":")[1]
    told = text_of(await client.presses_raw(f"strike-in:{mine}:{set_id}:1"))
    stale = text_of(await client.presses_raw("set:x:y"))
    assert (told == stale) is (set_id != "before-session")
