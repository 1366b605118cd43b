"""A broken delivery is set aside with a reason, and delays no other."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from structlog.testing import capture_logs

from bot.delivery import send, settle
from bot.delivery.gate import compose
from bot.domain.delivery import Delivery, DeliveryState, Kind
from bot.upkeep.checks.work import set_aside
from tests.memory_store.store import MemoryStore
from tests.operators import installed
from tests.world import World, joined


async def two_are_due() -> tuple[World, str]:
    """Plans two check-ins at one time. Returns the client of the first."""
    world = World()
    first, _ = await joined(world)
    await joined(world, "Tom", "Eva", client="tom", coach="eva")
    due = await world.bot.deliveries.next_due()
    assert due is not None
    world.clock.at = due + timedelta(minutes=1)
    return world, tables(world).at[first.address]


def tables(world: World) -> Any:
    assert isinstance(world.store, MemoryStore)
    return world.store._tables


def of(world: World, person: str) -> Delivery:
    mine = [
        d for d in tables(world).deliveries.values() if d.to == person and d.kind is Kind.CHECK_IN
    ]
    first: Delivery = min(mine, key=lambda d: d.not_before)
    return first


def breaks_for(person: str, real: Callable[..., Any]) -> Callable[..., Any]:
    async def breaks(tx: Any, delivery: Delivery, *rest: Any) -> Any:
        if delivery.to == person and delivery.kind is Kind.CHECK_IN:
            raise RuntimeError("zebra")
        return await real(tx, delivery, *rest)

    return breaks


async def test_a_broken_delivery_delays_no_other_and_is_tried_a_limited_number_of_times(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    world, poisoned = await two_are_due()
    monkeypatch.setattr(send, "compose", breaks_for(poisoned, compose))
    with capture_logs() as logs:
        assert await world.bot.tick() == 1
        assert of(world, poisoned).state is DeliveryState.PLANNED
        await world.until(world.clock.now() + timedelta(days=1))
    ended = of(world, poisoned)
    assert (ended.state, ended.reason) == (DeliveryState.NOT_DELIVERED, "broke")
    assert 1 < ended.attempts + 1 <= settle.MOST_TRIES
    assert "zebra" not in str(logs)
    well, sentence = await set_aside(installed(world.store, world.clock.now()))
    assert not well
    assert sentence.startswith("Some of the last week could not be delivered")


async def test_a_delivery_that_recovers_arrives_after_all(monkeypatch: pytest.MonkeyPatch) -> None:
    world, poisoned = await two_are_due()
    with monkeypatch.context() as broken:
        broken.setattr(send, "compose", breaks_for(poisoned, compose))
        await world.bot.tick()
    await world.until(world.clock.now() + timedelta(minutes=5))
    assert of(world, poisoned).state is DeliveryState.SENT
    assert len(world.platform.arrived) == 2


async def test_a_delivery_that_broke_while_leaving_is_looked_up_and_never_sent_again(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    world, poisoned = await two_are_due()
    real = settle.Settling._settle

    async def breaks(road: Any, tx: Any, delivery: Delivery, *rest: Any) -> None:
        if delivery.to == poisoned:
            raise ConnectionError("the database is gone")
        await real(road, tx, delivery, *rest)

    with monkeypatch.context() as broken:
        broken.setattr(settle.Settling, "_settle", breaks)
        await world.bot.tick()
    assert of(world, poisoned).state is DeliveryState.CLAIMED
    await world.bot.tick()
    assert of(world, poisoned).state is DeliveryState.SENT
    assert len(world.platform.arrived) == 2
