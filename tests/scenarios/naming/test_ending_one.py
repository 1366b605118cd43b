"""A coach ends one engagement by the client's name, and the client is told once."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

import pytest

from bot.chat import Message
from bot.plain import to_plain
from bot.text import catalogue, languages
from tests.scenarios.naming.acts import (
    DAY,
    WEEK,
    arrived,
    coach_in,
    engagement_of,
    is_listed,
    joins,
    shares,
)
from tests.world import Chatter, World


async def ends(coach: Chatter, name: str) -> list[Message]:
    await coach.writes(name)
    await coach.presses("End our coaching here …")
    return await coach.presses("End it")


async def test_whoever_is_named_to_a_coach_can_be_ended_by_that_name() -> None:
    world = World()
    coach = await coach_in(world)
    mara, omar = await joins(coach, "Mara", "c1"), await joins(coach, "Omar", "c2")
    await shares(mara, "something")
    await shares(omar, "something else")
    assert [one.template for one in await ends(coach, "Mara")] == ["client-ended"]
    await world.until(world.clock.now() + WEEK)
    assert arrived(world, mara) == ["goodbye"]
    assert "goodbye" not in arrived(world, omar)
    assert [one.template for one in await coach.writes("Omar")] == ["client-page"]
    assert "client-page" not in [one.template for one in await coach.writes("Mara")]
    assert [one.template for one in await mara.writes("I liked our Thursdays.")] == [
        "engagement-over"
    ]


async def test_the_goodbye_comes_in_their_hours_and_says_what_is_theirs() -> None:
    world = World()
    coach = await coach_in(world)
    mara = await joins(coach, "Mara", "c1")
    await shares(mara, "something")
    await ends(coach, "Mara")
    await world.until(world.clock.now() + WEEK)
    (came,) = [one for one in world.platform.arrived if one.to == mara.address]
    local = came.at.astimezone(mara.local_zone()) if hasattr(mara, "local_zone") else came.at
    assert local is not None
    told = to_plain(came.message)
    assert "Daniel" in told
    assert mara.has("As a letter to myself")


async def _stops(client: Chatter) -> None:
    await client.writes("stop")


async def _has_a_hard_day(client: Chatter) -> None:
    await client.writes("I want to die")


async def _wants_no_check_ins(client: Chatter) -> None:
    await client.presses_raw(f"switch:{(await engagement_of(client)).id}:check_ins:off")


async def _is_away_for_long(client: Chatter) -> None:
    await client.writes("pause for 8 weeks")


SILENT: dict[str, Callable[[Chatter], Awaitable[None]]] = {
    "stopped": _stops,
    "rests after words of distress": _has_a_hard_day,
    "said no to check-ins": _wants_no_check_ins,
    "is away": _is_away_for_long,
}


@pytest.mark.parametrize("how", SILENT)
@pytest.mark.parametrize("when", ["before the end", "after it"])
async def test_nobody_is_told_who_may_not_be_written_to(how: str, when: str) -> None:
    world = World()
    coach = await coach_in(world)
    mara = await joins(coach, "Mara", "c1")
    await shares(mara, "something")
    await coach.writes("Mara")
    await coach.presses("End our coaching here …")
    before = arrived(world, mara)
    if when == "before the end":
        await SILENT[how](mara)
        await coach.presses("End it")
    else:
        await coach.presses("End it")
        await SILENT[how](mara)
    await world.until(world.clock.now() + 9 * WEEK)
    came = arrived(world, mara)[len(before) :]
    assert came == []
    told = mara.templates().count("goodbye") + mara.templates().count("engagement-over")
    assert told == (when == "after it" and how in ("said no to check-ins", "is away"))
    assert coach.shown[-1].template == "client-ended"


async def test_an_end_in_the_last_days_adds_no_third_notice() -> None:
    world = World()
    coach = await coach_in(world)
    mara = await joins(coach, "Mara", "c1")
    await shares(mara, "something")
    await is_listed(mara)
    while arrived(world, mara).count("ending") < 2 and await world.skip():
        pass
    await ends(coach, "Mara")
    await world.until(world.clock.now() + WEEK)
    told = arrived(world, mara)
    assert told.count("ending") + told.count("goodbye") == 2


async def test_a_coach_who_leaves_tells_each_client_once() -> None:
    world = World()
    coach = await coach_in(world)
    clients = [await joins(coach, f"Client {n}", f"c{n}") for n in range(3)]
    await coach.writes("my clients")
    await coach.presses("End all my coaching here …")
    await coach.presses("End it")
    await world.until(world.clock.now() + 2 * WEEK + DAY)
    assert [arrived(world, one) for one in clients] == [["goodbye"]] * 3


async def test_what_was_seen_stays_named_whatever_the_client_changes() -> None:
    """A stop takes nothing away that the coach has read, so no press tells of it."""
    world = World()
    coach = await coach_in(world)
    mara = await joins(coach, "Mara", "c1")
    await shares(mara, "something")
    await coach.writes("Mara")
    await mara.writes("stop")
    (asked,) = await coach.presses("End our coaching here …")
    assert asked.template == "client-end-ask"
    await coach.presses("Go on")
    await coach.writes("Mara")
    assert coach.shown[-1].template == "client-page"


async def test_who_took_everything_back_is_nobody_again() -> None:
    world = World()
    coach = await coach_in(world)
    mara = await joins(coach, "Mara", "c1")
    await shares(mara, "something")
    await coach.writes("Mara")
    await mara.presses("Take it back")
    assert [one.template for one in await coach.presses("End our coaching here …")] == ["stale"]


def test_the_question_says_in_every_language_that_the_client_is_told() -> None:
    for language in languages():
        say = catalogue(language)
        assert "Mara" in say("client-end-ask", client="Mara", erased="1"), language
        assert "Daniel" in say("goodbye", coach="Daniel", erased="1"), language
