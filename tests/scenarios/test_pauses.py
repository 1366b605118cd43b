"""A pause lasts until its day or "resume", whatever else changes meanwhile."""

from __future__ import annotations

from datetime import UTC, datetime

from tests.world import World, joined

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
