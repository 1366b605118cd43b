"""The brief comes the evening before a session, and shows what was shared, and nothing else."""

from __future__ import annotations

from datetime import timedelta

from tests.scenarios.before_session.brief_world import (
    by_reference,
    came,
    lets_see,
    pair,
    sets,
    shares,
    wants_briefs,
)
from tests.world import World, joined, text_of

WEEK = timedelta(days=7)
BRIEF = "brief"


async def test_a_brief_comes_the_evening_before_with_what_was_shared() -> None:
    world = World()
    client, coach = await pair(world)
    await client.writes("never shared")
    await sets(client, "in 9 days")
    await shares(client, "what I want to say")
    await world.until(world.clock.now() + 2 * WEEK)
    assert came(world, coach, BRIEF) == [("2026-12-01T16:00", BRIEF)]
    brief = next(one for one in coach.shown if one.template == BRIEF)
    told = text_of([brief])
    assert "what I want to say" in told
    assert "BEFORE YOUR SESSION WITH MAI" in told
    assert "2 December" in told
    assert "never shared" not in coach.sees()


async def test_it_is_off_until_the_coach_wants_it() -> None:
    world = World()
    client, coach = await joined(world)
    await lets_see(client)
    await sets(client, "in 2 days")
    await shares(client, "what I want to say")
    await world.until(world.clock.now() + timedelta(days=3))
    assert came(world, coach, BRIEF) == []


async def test_a_coach_without_a_digest_gets_a_brief_all_the_same() -> None:
    world = World()
    client, coach = await pair(world, digest=False)
    await sets(client, "in 2 days")
    await shares(client, "what I want to say")
    await world.until(world.clock.now() + 2 * WEEK)
    assert [one for _, one in came(world, coach)] == [BRIEF]


async def test_nothing_comes_of_a_client_who_shared_nothing_or_is_not_listed() -> None:
    world = World()
    client, coach = await pair(world)
    await sets(client, "in 2 days")
    await world.until(world.clock.now() + timedelta(days=3))
    assert came(world, coach, BRIEF) == []
    other = World()
    client, coach = await pair(other, listed=False)
    await sets(client, "in 2 days")
    await shares(client, "what I want to say")
    await other.until(other.clock.now() + timedelta(days=3))
    assert came(other, coach, BRIEF) == []


async def test_a_session_that_moves_takes_its_brief_along() -> None:
    world = World()
    client, coach = await pair(world)
    await sets(client, "in 9 days")
    await shares(client, "what I want to say")
    await sets(client, "in 4 days")
    await world.until(world.clock.now() + 2 * WEEK)
    assert came(world, coach, BRIEF) == [("2026-11-26T16:00", BRIEF)]


async def test_no_brief_comes_before_a_session_that_was_removed() -> None:
    world = World()
    client, coach = await pair(world)
    await sets(client, "in 9 days")
    await shares(client, "what I want to say")
    await client.writes("our next session")
    await client.presses("Remove it")
    await world.until(world.clock.now() + 2 * WEEK)
    assert came(world, coach, BRIEF) == []


async def test_a_session_moved_after_its_brief_has_one_more_with_all_of_it_again() -> None:
    world = World()
    client, coach = await pair(world)
    await sets(client, "in 2 days")
    await shares(client, "the first thought")
    await world.until(world.clock.now() + timedelta(days=1, hours=10))
    await sets(client, "in 6 days")
    await world.until(world.clock.now() + WEEK)
    first, second = (one for one in coach.shown if one.template == BRIEF)
    assert "the first thought" in text_of([second])
    assert "You have seen this before." in text_of([second])
    assert "You have seen this before." not in text_of([first])


async def test_the_next_brief_begins_at_the_session_before() -> None:
    world = World()
    client, coach = await pair(world)
    await sets(client, "in 2 days")
    await shares(client, "before the first")
    await world.until(world.clock.now() + timedelta(days=3))
    await sets(client, "in 7 days")
    await shares(client, "after the first")
    await world.until(world.clock.now() + 2 * WEEK)
    _, second = (one for one in coach.shown if one.template == BRIEF)
    assert "after the first" in text_of([second])
    assert "before the first" not in text_of([second])


async def test_what_a_brief_showed_is_in_no_digest_as_new() -> None:
    world = World()
    client, coach = await pair(world)
    await sets(client, "in 2 days")
    await shares(client, "the only thought")
    await world.until(world.clock.now() + 3 * WEEK)
    assert [one for _, one in came(world, coach)] == [BRIEF]


async def test_what_a_digest_showed_is_said_to_be_seen_in_the_brief() -> None:
    world = World()
    client, coach = await pair(world)
    await sets(client, "in 9 days")
    await shares(client, "the only thought")
    await world.until(world.clock.now() + 2 * WEEK)
    assert [one for _, one in came(world, coach)] == ["digest", BRIEF]
    assert "You have seen this before." in text_of(coach.shown[-1:])


async def test_what_the_coach_noted_stands_in_the_brief_until_it_was_brought_up() -> None:
    world = World()
    client, coach = await pair(world)
    await shares(client, "an old thought")
    await coach.writes("digest")
    await coach.presses("Bring up next time")
    await world.until(world.clock.now() + 5 * WEEK)
    await sets(client, "in 2 days")
    await world.until(world.clock.now() + timedelta(days=2))
    brief = text_of([one for one in coach.shown if one.template == BRIEF])
    assert "To bring up" in brief
    assert "an old thought" in brief


async def test_what_is_taken_back_leaves_a_brief_that_has_come() -> None:
    world = World()
    client, coach = await pair(world)
    await sets(client, "in 2 days")
    await shares(client, "taken back later")
    await world.until(world.clock.now() + timedelta(days=1, hours=10))
    assert "taken back later" in coach.sees()
    await client.presses("Take it back")
    await world.until(world.clock.now() + timedelta(hours=1))
    assert "taken back later" not in coach.sees()
    assert "has been taken back" in coach.sees()


async def test_what_is_taken_back_before_is_not_in_it_and_then_none_comes() -> None:
    world = World()
    client, coach = await pair(world)
    await sets(client, "in 2 days")
    await shares(client, "taken back at once")
    await client.presses("Take it back")
    await world.until(world.clock.now() + timedelta(days=3))
    assert came(world, coach, BRIEF) == []


async def test_a_brief_by_reference_opens_as_a_brief() -> None:
    world = by_reference()
    client, coach = await pair(world)
    await sets(client, "in 2 days")
    await shares(client, "what I want to say")
    await world.until(world.clock.now() + timedelta(days=2))
    assert came(world, coach) == [("2026-11-24T16:00", "brief-waiting")]
    assert "what I want to say" not in coach.sees()
    opened = await coach.presses("Open it")
    assert [one.template for one in opened] == [BRIEF]
    assert "what I want to say" in text_of(opened)


async def test_a_coach_who_stops_or_turns_it_off_gets_none() -> None:
    for off in ("stop", "no"):
        world = World()
        client, coach = await pair(world)
        await sets(client, "in 2 days")
        await shares(client, "what I want to say")
        if off == "stop":
            await coach.writes("stop")
        else:
            await coach.writes("my switches")
            await coach.presses("Turn the brief off")
        await world.until(world.clock.now() + timedelta(days=3))
        assert came(world, coach, BRIEF) == []


async def test_a_brief_switched_on_late_covers_sessions_that_are_set() -> None:
    world = World()
    client, coach = await joined(world)
    await lets_see(client)
    await sets(client, "in 2 days")
    await shares(client, "what I want to say")
    await wants_briefs(coach)
    await world.until(world.clock.now() + timedelta(days=3))
    assert came(world, coach, BRIEF) == [("2026-11-24T16:00", BRIEF)]


async def test_a_client_who_leaves_the_list_is_in_no_brief() -> None:
    world = World()
    client, coach = await pair(world)
    await sets(client, "in 2 days")
    await shares(client, "what I want to say")
    await client.writes("my switches")
    await client.presses("Turn off: On my coach's list")
    await world.until(world.clock.now() + timedelta(days=3))
    assert came(world, coach, BRIEF) == []


async def test_a_digest_is_ordered_by_next_session() -> None:
    world = World()
    client, coach = await joined(world)
    for number, day in enumerate(("in 9 days", None, "in 3 days", "in 6 days")):
        one = client
        if number:
            one = world.person(f"client{number}", f"Client {number}")
            await coach.writes("invite")
            await one.writes(coach.code())
            for label in ("I agree", "Yes", "Yes", "Yes"):
                await one.presses(label)
            await one.submits(
                days="MO,TH", every="1", zone="Europe/Berlin", **{"from": "09:00", "to": "11:00"}
            )
            await one.presses("That's right")
        await shares(one, f"thought of {number}")
        if day is not None:
            await lets_see(one)
            await sets(one, day)
    told = text_of(await coach.writes("digest"))
    places = [told.index(f"thought of {number}") for number in (2, 3, 0, 1)]
    assert places == sorted(places)
