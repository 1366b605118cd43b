"""A rhythm always has one delivery planned ahead, however often the one before is tried."""

from __future__ import annotations

from datetime import timedelta

from bot.delivery.claim import plan_next_and_filter
from bot.domain.delivery import DeliveryState, Kind
from bot.ports import NotSent
from tests.memory_store.store import MemoryStore
from tests.world import World, joined


def planned(world: World) -> list[str]:
    store = world.store
    assert isinstance(store, MemoryStore)
    return sorted(
        d.slot
        for d in store._tables.deliveries.values()
        if d.kind is Kind.CHECK_IN and d.state is DeliveryState.PLANNED
    )


async def test_a_check_in_that_is_tried_again_plans_the_next_one_once() -> None:
    world = World()
    await joined(world)
    world.platform.refuse_next = [NotSent("unavailable", timedelta(seconds=20))] * 4
    await world.skip()
    assert planned(world) == ["2026-11-26", "2026-11-30"]
    for _ in range(4):
        await world.skip()
    assert planned(world) == ["2026-11-30"]


async def test_a_check_in_that_was_released_plans_the_next_one_once() -> None:
    world = World()
    await joined(world)
    due = await world.bot.deliveries.next_due()
    assert due is not None
    world.clock.at = due
    async with world.store.transaction() as tx:
        claimed = await tx.claim(due, 10)
        await plan_next_and_filter(tx, world.chance, claimed, due)
        await tx.release([delivery.id for delivery in claimed])
    await world.restart()
    await world.bot.tick()
    assert planned(world) == ["2026-11-30"]
