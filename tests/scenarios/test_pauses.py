"""A pause lasts until its day or "resume", whatever else changes meanwhile."""

from __future__ import annotations

from datetime import UTC, datetime

from tests.world import World, joined, text_of

SUNDAY = datetime(2026, 11, 29, 23, 0, tzinfo=UTC)


async def test_new_times_do_not_end_a_pause() -> None:
    world = World()
    client, _ = await joined(world)
    await client.writes("pause until 2026-11-30")
    await client.writes("on Tuesdays, Fridays and Sundays")
    await client.presses("That's right")
    await world.until(SUNDAY)
    assert not [a for a in world.platform.arrived if a.to == client.address]
    await world.until(datetime(2026, 12, 1, 12, 0, tzinfo=UTC))
    assert [a.at.date().isoformat() for a in world.platform.arrived if a.to == client.address] == [
        "2026-12-01"
    ]


async def test_times_that_were_shown_before_a_pause_do_not_end_it_either() -> None:
    world = World()
    client, _ = await joined(world)
    await client.writes("on Tuesdays, Fridays and Sundays")
    await client.writes("pause until 2026-11-30")
    await client.presses("That's right")
    await world.until(SUNDAY)
    assert not [a for a in world.platform.arrived if a.to == client.address]


async def test_a_resting_client_is_told_so_when_they_change_their_times() -> None:
    world = World()
    client, _ = await joined(world)
    await client.writes("my switches")
    engagement_id = next(client.buttons()).action.split(":")[1]
    await client.presses_raw(f"comfort:{engagement_id}:rest")
    shown = await client.writes("on Tuesdays")
    assert [message.template for message in shown] == ["rested", "rhythm-next"]
    await client.presses("That's right")
    await world.until(datetime(2027, 1, 20, tzinfo=UTC))
    assert not [a for a in world.platform.arrived if a.to == client.address]
    await client.writes("resume")
    await world.until(datetime(2027, 1, 27, tzinfo=UTC))
    assert [a.at.isoformat() for a in world.platform.arrived if a.to == client.address] == [
        "2027-01-26T08:00:00+00:00"
    ]


async def test_no_date_ends_a_pause_that_was_promised_until_resume() -> None:
    world = World()
    client, _ = await joined(world)
    await client.writes("I want to die")
    shown = await client.writes("pause until 2026-12-10")
    assert [message.template for message in shown] == ["rested"]
    await world.until(datetime(2027, 1, 20, tzinfo=UTC))
    assert not [a for a in world.platform.arrived if a.to == client.address]


async def test_a_pause_from_a_day_to_a_day_lets_what_is_before_it_arrive() -> None:
    world = World()
    client, _ = await joined(world)
    await client.writes("on Tuesdays, Fridays and Sundays")
    await client.presses("That's right")
    shown = await client.writes("pause from 28 November to 4 December")
    assert [message.template for message in shown] == ["paused-from"]
    await world.until(datetime(2026, 12, 7, tzinfo=UTC))
    days = [f"{a.at.date()}" for a in world.platform.arrived if a.to == client.address]
    assert days[:2] == ["2026-11-24", "2026-11-27"]
    assert [day for day in days if "2026-11-28" <= day < "2026-12-05"] == []
    assert "2026-12-06" in days


async def test_a_pause_from_a_day_asks_until_when_and_counts_from_that_day() -> None:
    world = World()
    client, _ = await joined(world)
    await client.writes("on Tuesdays, Fridays and Sundays")
    await client.presses("That's right")
    shown = await client.writes("pause from Monday")
    assert "From Monday, 30 November. Until when?" in text_of(shown)
    shown = await client.writes("Friday")
    assert "Monday, 30 November" in text_of(shown)
    assert "Friday, 4 December" in text_of(shown)
    await world.until(datetime(2026, 12, 5, tzinfo=UTC))
    days = [f"{a.at.date()}" for a in world.platform.arrived if a.to == client.address]
    assert "2026-11-29" in days
    assert "2026-12-01" not in days
    assert "2026-12-04" in days


async def test_the_end_of_a_pause_is_after_its_first_day() -> None:
    world = World()
    client, _ = await joined(world)
    await client.writes("pause from Monday")
    shown = await client.writes("28 November 2026")
    assert "The pause begins on Monday, 30 November" in text_of(shown)
    shown = await client.writes("resume")
    assert [message.template for message in shown] == ["resume-nothing"]


async def test_the_buttons_under_until_when_count_from_the_first_day() -> None:
    world = World()
    client, _ = await joined(world)
    await client.writes("pause from Monday")
    shown = await client.presses("1 week")
    assert "Monday, 30 November" in text_of(shown)
    assert "Monday, 7 December" in text_of(shown)
    assert (await client.writes("home"))[0].template == "home-heading"


async def test_the_end_of_a_pause_is_told_with_its_year_where_that_is_another() -> None:
    world = World()
    client, _ = await joined(world)
    shown = await client.writes("pause until 4 January")
    assert "4 January 2027" in text_of(shown)
