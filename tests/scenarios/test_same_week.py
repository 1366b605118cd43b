"""A rhythm of every two weeks keeps its weeks, and a place is typed as people say it."""

from __future__ import annotations

from datetime import UTC, datetime

from tests.world import World, joined, text_of


async def test_every_two_weeks_saved_again_unchanged_stays_in_the_same_weeks() -> None:
    world = World()
    client, _ = await joined(world)
    await client.writes("every 2 weeks on Monday")
    await client.presses("That's right")
    await world.until(datetime(2026, 12, 8, 12, 0, tzinfo=UTC))
    came = [f"{a.at.date()}" for a in world.platform.arrived if a.to == client.address]
    assert came[:1] in (["2026-12-07"], ["2026-11-30"])
    shown = await client.writes("every 2 weeks on Monday at 10")
    await client.presses("That's right")
    await world.until(datetime(2026, 12, 30, tzinfo=UTC))
    later = [f"{a.at.date()}" for a in world.platform.arrived if a.to == client.address]
    weeks = {datetime.fromisoformat(day).isocalendar().week % 2 for day in [*came, *later]}
    assert len(weeks) == 1, later
    assert "Monday" in text_of(shown)


async def test_other_days_begin_in_the_next_week_that_has_them() -> None:
    world = World()
    client, _ = await joined(world)
    await client.writes("every 2 weeks on Monday")
    await client.presses("That's right")
    await world.until(datetime(2026, 12, 8, 12, 0, tzinfo=UTC))
    shown = await client.writes("every 2 weeks on Friday")
    assert "Fri 11 Dec" in text_of(shown)


async def test_a_zone_is_typed_as_a_city_or_a_country_and_an_unclear_one_is_asked_back() -> None:
    world = World()
    client, _ = await joined(world)
    await client.writes("change my times")
    form = {"days": "TU", "every": "1", "from": "09:00", "to": "11:00"}
    assert "zone" in (await client.submits(**form, zone="Springfield"))[0].template
    shown = await client.submits(**form, zone="India")
    assert shown[0].template == "rhythm-next"
    await client.presses("That's right")
    assert "Kolkata" in text_of(await client.writes("what do you hold"))
