"""A platform is not configured for a while: what is due there waits in its window, and no more.

Before, the first tick settled everything as not delivered. Then the operator who had left out one
variable for five minutes had taken away everybody's check-in of that morning.
"""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from structlog.testing import capture_logs

from bot.domain.delivery import Delivery, DeliveryState, Kind
from bot.run.bot import Bot
from bot.upkeep.absent import absent_platforms, find_absent, tell_absent
from tests.fakes import FakePlatform
from tests.memory_store.store import MemoryStore
from tests.world import World, joined

TEN = timedelta(minutes=10)


async def due_at_nine() -> tuple[World, Delivery]:
    """A client who agreed to everything, at the moment at which the next check-in is due."""
    world = World()
    await joined(world)
    due = await world.bot.deliveries.next_due()
    assert due is not None
    world.clock.at = due
    return world, next(one for one in check_ins(world) if one.due_at == due)


def check_ins(world: World) -> list[Delivery]:
    store = world.store
    assert isinstance(store, MemoryStore)
    every = store._tables.deliveries.values()
    return sorted((d for d in every if d.kind is Kind.CHECK_IN), key=lambda d: d.not_before)


async def leaves_out_the_platform(world: World) -> None:
    world.bot = Bot(world.store, {}, world.clock, world.chance, world.settings, world.lanes)
    await world.bot.deliveries.recover()


async def ticks_until(world: World, when: datetime, every: timedelta = TEN) -> None:
    while world.clock.at < when:
        world.clock.at = min(when, world.clock.at + every)
        await world.bot.tick()


def arrived(world: World) -> list[str | None]:
    return [one.message.template for one in world.platform.arrived]


async def test_what_is_due_waits_and_leaves_once_inside_its_window() -> None:
    world, due = await due_at_nine()
    await leaves_out_the_platform(world)
    await ticks_until(world, due.due_at + timedelta(hours=1))
    assert due.due_at + timedelta(hours=1) < due.not_after
    assert check_ins(world)[0].state is DeliveryState.PLANNED
    await world.restart()
    await ticks_until(world, due.not_after - TEN)
    assert check_ins(world)[0].state is DeliveryState.SENT
    assert arrived(world) == ["check-in"]


async def test_past_its_window_it_is_dropped_and_nothing_bursts() -> None:
    world, due = await due_at_nine()
    await leaves_out_the_platform(world)
    back = due.not_after + timedelta(weeks=3, hours=1)
    await ticks_until(world, back, timedelta(hours=1))
    states = {one.state for one in check_ins(world) if one.not_after <= back}
    assert len(check_ins(world)) >= 6
    assert states == {DeliveryState.DROPPED}
    await world.restart()
    (later,) = [d.due_at for d in check_ins(world) if d.state is DeliveryState.PLANNED]
    await ticks_until(world, later - timedelta(seconds=1))
    assert arrived(world) == []
    await ticks_until(world, later + TEN)
    assert arrived(world) == ["check-in"]


async def test_it_is_dropped_in_the_first_round_after_its_window() -> None:
    world, due = await due_at_nine()
    await leaves_out_the_platform(world)
    await ticks_until(world, due.not_after - timedelta(seconds=1))
    assert check_ins(world)[0].state is DeliveryState.PLANNED
    await ticks_until(world, due.not_after)
    assert check_ins(world)[0].state is DeliveryState.DROPPED
    assert check_ins(world)[1].state is DeliveryState.PLANNED


@pytest.mark.parametrize("returns", [True, False])
async def test_what_may_have_left_is_not_settled_before_it_can_be_looked_up(returns: bool) -> None:
    world, due = await due_at_nine()
    world.platform.break_after_next = [ConnectionResetError()]
    await world.bot.tick()
    assert check_ins(world)[0].state is DeliveryState.CLAIMED
    await leaves_out_the_platform(world)
    await ticks_until(world, due.due_at + timedelta(hours=1))
    assert check_ins(world)[0].state is DeliveryState.CLAIMED
    if returns:
        await world.restart()
    await ticks_until(world, due.not_after + timedelta(hours=3))
    ended = DeliveryState.SENT if returns else DeliveryState.UNCONFIRMED
    assert check_ins(world)[0].state is ended
    assert arrived(world) == ["check-in"]


async def test_the_start_and_the_doctor_say_which_platform_is_missing() -> None:
    world, _ = await due_at_nine()
    other = FakePlatform(world.clock)
    assert await absent_platforms(world.store, {other.platform}) == []
    other.platform = "other"
    assert await absent_platforms(world.store, {"other"}) == [world.platform.platform]
    with capture_logs() as logs:
        await tell_absent(world.store, {"other"})
        await tell_absent(world.store, {"other", world.platform.platform})
    (told,) = logs
    assert told["event"] == "platform_not_configured"
    assert "waits until its time is over" in told["told"]
    finding = await find_absent(world.store, {"other"})
    assert (finding.ok, finding.name) == (False, "platforms")
    assert "Set its settings again" in finding.sentence
    assert (await find_absent(world.store, {world.platform.platform})).ok
