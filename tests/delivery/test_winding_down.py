"""A process that is told to end claims nothing new, loses nothing and sends nothing twice."""

from __future__ import annotations

import asyncio
from datetime import timedelta

import pytest
from structlog.testing import capture_logs

from adapters import ticker as ticker_module
from adapters.ticker import Ticker
from bot.domain.delivery import DeliveryState, Kind
from tests.memory_store.store import MemoryStore
from tests.world import World, joined


async def states(world: World) -> list[DeliveryState]:
    store = world.store
    assert isinstance(store, MemoryStore)
    check_ins = [d for d in store._tables.deliveries.values() if d.kind is Kind.CHECK_IN]
    return sorted(d.state for d in check_ins if d.due_at <= world.clock.now())


async def three_are_due(world: World) -> None:
    for number in range(3):
        names = (f"Mai{number}", f"Daniel{number}")
        await joined(world, *names, client=f"client-{number}", coach=f"coach-{number}")
    due = await world.bot.deliveries.next_due()
    assert due is not None
    world.clock.at = due + timedelta(minutes=1)


async def test_the_message_under_way_is_finished_and_the_others_are_released() -> None:
    world = World()
    await three_are_due(world)
    world.platform.listeners.append(lambda _: world.bot.deliveries.wind_down())
    assert await world.bot.tick() == 1
    planned, sent = DeliveryState.PLANNED, DeliveryState.SENT
    assert await states(world) == [planned, planned, sent]
    assert await world.bot.tick() == 0


async def test_the_next_process_goes_on_where_the_last_one_ended() -> None:
    world = World()
    await three_are_due(world)
    world.platform.listeners.append(lambda _: world.bot.deliveries.wind_down())
    await world.bot.tick()
    world.platform.listeners.pop()
    await world.restart()
    await world.bot.tick()
    assert await states(world) == [DeliveryState.SENT] * 3
    assert len({a.to for a in world.platform.arrived}) == len(world.platform.arrived) == 3


async def test_a_hanging_tick_is_waited_for_a_limited_time(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    began, forever = asyncio.Event(), asyncio.Event()

    async def hangs() -> None:
        began.set()
        await forever.wait()

    ticker = Ticker(hangs, seconds=0.01)
    ticker.start()
    await began.wait()
    monkeypatch.setattr(ticker_module, "PATIENCE", 0.05)
    with capture_logs() as logs:
        await ticker.stop()
    forever.set()
    assert [log["event"] for log in logs] == ["tick_not_finished"]
