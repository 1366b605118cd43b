"""The session: set by either side, prepared the day before, followed by one small step."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

from icalendar import Calendar

from bot.chat import Document
from tests.world import Chatter, World, joined, text_of

WEEK = timedelta(days=7)


async def sets(person: Chatter, day: str, *, change: bool = False) -> None:
    await person.writes("our next session")
    await person.presses("Change it …" if change else "Set it …")
    await person.submits(day=day, time="10:00")


async def allows(client: Chatter, purpose: str) -> None:
    await client.writes("my switches")
    await client.presses(f"Turn on: {purpose}")
    await client.presses("Yes")


def came(world: World, person: Chatter, template: str) -> list[str]:
    mine = [a for a in world.platform.arrived if a.to == person.address]
    return [a.at.date().isoformat() for a in mine if a.message.template == template]


async def test_the_question_comes_the_day_before_and_the_step_after_it() -> None:
    world = World()
    client, _ = await joined(world)
    await sets(client, "in 9 days")
    await client.presses("Yes")
    await world.until(world.clock.now() + 2 * WEEK)
    assert came(world, client, "prep-ask") == ["2026-12-01"]
    assert came(world, client, "after-ask") == ["2026-12-03"]


async def test_a_session_that_moves_takes_its_questions_along() -> None:
    world = World()
    client, _ = await joined(world)
    await sets(client, "in 9 days")
    await client.presses("Yes")
    await sets(client, "in 12 days", change=True)
    await world.until(world.clock.now() + 3 * WEEK)
    assert came(world, client, "prep-ask") == ["2026-12-04"]
    assert came(world, client, "after-ask") == ["2026-12-06"]


async def test_no_question_is_asked_about_a_session_that_was_removed() -> None:
    world = World()
    client, _ = await joined(world)
    await sets(client, "in 9 days")
    await client.presses("Yes")
    await client.writes("our next session")
    await client.presses("Remove it")
    await world.until(world.clock.now() + 3 * WEEK)
    assert came(world, client, "prep-ask") + came(world, client, "after-ask") == []


async def test_a_no_is_not_asked_again_with_the_next_session() -> None:
    world = World()
    client, _ = await joined(world)
    await sets(client, "in 9 days")
    await client.presses("No")
    await sets(client, "in 12 days", change=True)
    assert client.templates().count("ask-session-prep") == 1
    await world.until(world.clock.now() + 3 * WEEK)
    assert came(world, client, "prep-ask") == []


async def test_a_coach_sets_the_session_of_a_client_who_lets_them_see_it() -> None:
    world = World()
    client, coach = await joined(world)
    assert "Mai" not in text_of(await coach.writes("my clients"))
    await allows(client, "On my coach's list")
    await coach.writes("my clients")
    await coach.presses("Mai …")
    await coach.presses("Set the next session …")
    shown = await coach.submits(day="in 9 days", time="10:00")
    assert "Wednesday, 2 December at 10:00" in text_of(shown)
    assert "Wednesday, 2 December at 10:00" in text_of(await client.writes("our next session"))
    assert "2 December 2026 at 10:00" in text_of(await coach.writes("my clients"))


async def test_the_list_closes_when_the_client_closes_it() -> None:
    world = World()
    client, coach = await joined(world)
    await allows(client, "On my coach's list")
    await coach.writes("my clients")
    await coach.presses("Mai …")
    await client.writes("my switches")
    await client.presses("Turn off: On my coach's list")
    assert "Mai" not in text_of(await coach.writes("my clients"))
    assert "Mai" not in text_of(await coach.presses("Set the next session …"))
    assert "Mai" not in text_of(await coach.presses("End our coaching here …"))


async def test_a_share_for_the_session_comes_first_in_the_digest() -> None:
    world = World()
    client, coach = await joined(world)
    await client.writes("the first thought")
    await client.asks_to_share()
    await client.presses("Yes")
    await client.presses("Share exactly this")
    await sets(client, "in 9 days")
    await client.presses("Yes")
    while client.templates()[-1] != "prep-ask":
        await world.skip()
    await client.writes("what I bring")
    await client.asks_to_share()
    await client.presses("Share exactly this")
    await coach.writes("digest")
    assert coach.quotes()[-2:] == ["what I bring", "the first thought"]


async def test_the_calendar_file_holds_the_hour_and_nobodys_name() -> None:
    world = World()
    client, _ = await joined(world)
    await sets(client, "in 9 days")
    (first,) = await client.presses("As a calendar file")
    await sets(client, "in 12 days", change=True)
    (second,) = await client.presses("As a calendar file")
    events: list[Any] = []
    for message in (first, second):
        (file,) = [block for block in message.blocks if isinstance(block, Document)]
        assert file.name.endswith(".ics")
        assert not [name for name in ("Mai", "Daniel") if name in file.content.text]
        (event,) = Calendar.from_ical(file.content.text).walk("VEVENT")
        events.append(event)
    assert events[0]["DTSTART"].dt == datetime(2026, 12, 2, 9, 0, tzinfo=UTC)
    assert events[0]["DTEND"].dt == datetime(2026, 12, 2, 10, 0, tzinfo=UTC)
    assert events[1]["UID"] == events[0]["UID"]
    assert events[1]["DTSTAMP"].dt >= events[0]["DTSTAMP"].dt


async def test_an_impossible_day_is_answered_with_the_form_again() -> None:
    world = World()
    client, _ = await joined(world)
    for day, template in (
        ("never", "session-unreadable"),
        ("2026-11-01", "session-past"),
        ("in 20 weeks", "session-late"),
    ):
        await client.writes("our next session")
        await client.presses("Set it …")
        (shown,) = await client.submits(day=day, time="10:00")
        assert shown.template == template
    assert "No session" in text_of(await client.writes("our next session"))


async def test_a_day_and_its_time_may_stand_in_one_field() -> None:
    world = World()
    client, _ = await joined(world)
    await client.writes("our next session")
    await client.presses("Set it …")
    shown = await client.submits(day="Friday at 10", time="")
    assert "Friday, 27 November at 10:00" in text_of(shown)


async def test_a_day_and_two_different_times_are_asked_back() -> None:
    world = World()
    client, _ = await joined(world)
    await client.writes("our next session")
    await client.presses("Set it …")
    shown = await client.submits(day="Friday at 10", time="11:00")
    assert shown[0].template == "session-unreadable"


async def test_a_session_in_another_year_is_shown_with_its_year() -> None:
    world = World()
    client, _ = await joined(world)
    await client.writes("our next session")
    await client.presses("Set it …")
    shown = await client.submits(day="5 January", time="half past 9")
    assert "5 January 2027 at 09:30" in text_of(shown)
