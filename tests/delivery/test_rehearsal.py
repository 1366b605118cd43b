"""What would be said next is found without saying it, and nothing of the search stays."""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from bot.domain.delivery import DeliveryState, Kind
from tests.databases import any_store
from tests.world import World, joined

BERLIN = ZoneInfo("Europe/Berlin")
KINDS = ("memory", "sqlite", "postgresql")


async def next_said(world: World) -> datetime | None:
    """Looks, and checks that a look changes nothing and says nothing."""
    before = await world.bot.deliveries.next_due()
    sent = len(world.platform.arrived)
    found = await world.bot.deliveries.next_said()
    assert await world.bot.deliveries.next_due() == before
    assert len(world.platform.arrived) == sent
    return found


@pytest.mark.parametrize("kind", KINDS)
async def test_with_a_weekly_digest_alone_nothing_is_ever_said(kind: str, tmp_path: Path) -> None:
    async with any_store(kind, tmp_path) as store:
        world = World(store)
        coach = world.person("coach", "Daniel")
        await coach.writes("invite")
        await coach.presses("Yes, once a week")
        assert await world.bot.deliveries.next_due() is not None
        assert await next_said(world) is None


@pytest.mark.parametrize("kind", KINDS)
async def test_what_is_found_is_what_leaves_and_when(kind: str, tmp_path: Path) -> None:
    """Past digests of which nothing is shared, and past a pause."""
    async with any_store(kind, tmp_path) as store:
        world = World(store)
        client, _ = await joined(world)
        for _ in range(3):
            found = await next_said(world)
            assert found is not None
            before = len(world.platform.arrived)
            await world.until(found - timedelta(seconds=1))
            assert len(world.platform.arrived) == before
            await world.until(found)
            assert len(world.platform.arrived) > before
        await client.writes("please pause until 4 January")
        found = await next_said(world)
        assert found is not None
        assert found.astimezone(BERLIN) == datetime(2027, 1, 4, 9, tzinfo=BERLIN)


async def test_after_a_stop_nothing_is_found() -> None:
    world = World()
    client, coach = await joined(world)
    await client.writes("stop")
    await coach.writes("stop")
    assert await next_said(world) is None


async def test_a_look_leaves_every_delivery_as_it_was() -> None:
    world = World()
    client, _ = await joined(world)
    async with world.store.transaction() as tx:
        person = await tx.person_at(client.address)
        assert person is not None
        (mine,) = await tx.engagements_of(person.id)
        before = await tx.deliveries(mine.id, Kind.CHECK_IN)
    await next_said(world)
    async with world.store.transaction() as tx:
        assert await tx.deliveries(mine.id, Kind.CHECK_IN) == before
    assert [one.state for one in before] == [DeliveryState.PLANNED]
