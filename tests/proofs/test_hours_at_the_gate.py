"""Never 6 at the moment of sending: the gate uses the hours and the zone's rules of then."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, time, timedelta

from bot.domain.delivery import DeliveryState, Kind
from tests.memory_store.store import MemoryStore
from tests.world import Chatter, World, joined


async def moved(by: timedelta) -> tuple[World, Chatter, datetime]:
    """Plans a check-in, and then moves its zone by `by`, as if the zone's rules had changed.

    Returns the world, the client and the time of the check-in (UTC).
    """
    world = World()
    client, _ = await joined(world, zone="Etc/GMT-1")
    due = await world.bot.deliveries.next_due()
    assert due is not None
    store = world.store
    assert isinstance(store, MemoryStore)
    hours = -1 + int(by.total_seconds() // 3600)
    for key, rhythm in list(store._tables.rhythms.items()):
        store._tables.rhythms[key] = replace(rhythm, zone=f"Etc/GMT{hours:+d}")
    return world, client, due


def check_in(world: World) -> tuple[DeliveryState, str | None]:
    store = world.store
    assert isinstance(store, MemoryStore)
    first = min(
        (d for d in store._tables.deliveries.values() if d.kind is Kind.CHECK_IN),
        key=lambda d: d.not_before,
    )
    return first.state, first.reason


async def test_a_message_too_early_by_new_rules_waits_and_then_leaves_once() -> None:
    world, client, due = await moved(timedelta(hours=1))
    world.clock.at = due
    await world.bot.tick()
    assert check_in(world) == (DeliveryState.PLANNED, "too_early")
    await world.until(due + timedelta(hours=3))
    (arrived,) = [a for a in world.platform.arrived if a.to == client.address]
    assert arrived.at == due + timedelta(hours=1)


async def test_a_message_too_late_by_new_rules_is_dropped() -> None:
    world, client, due = await moved(timedelta(hours=-3))
    await world.until(due + timedelta(hours=5))
    assert check_in(world) == (DeliveryState.DROPPED, "outside_window")
    assert [a for a in world.platform.arrived if a.to == client.address] == []


async def test_changed_hours_hold_for_messages_planned_before() -> None:
    world = World()
    client, _ = await joined(world)
    await client.writes("my switches")
    await client.presses("Turn on: Check-in reminder")
    await client.presses("Yes")
    await world.skip()
    store = world.store
    assert isinstance(store, MemoryStore)
    for key, rhythm in list(store._tables.rhythms.items()):
        store._tables.rhythms[key] = replace(rhythm, window_from=time(15), window_to=time(17))
    await world.until(datetime(2026, 11, 28, tzinfo=UTC))
    reminders = [a for a in world.platform.arrived if a.message.template == "reminder-hello"]
    assert reminders == []
