"""A committed claim without a confirmation is found again, and does not stay claimed for ever."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest

from bot.domain.delivery import DeliveryState, Kind
from bot.ports import Transaction
from tests.memory_store.store import MemoryStore
from tests.world import World, joined


class LosesItsConnection(MemoryStore):
    """A store that, once told to, saves the next claim and loses the answer."""

    loses = False
    unread = 0

    @asynccontextmanager
    async def transaction(self) -> AsyncIterator[Transaction]:
        async with super().transaction() as tx:
            if self.unread:
                self.unread -= 1
                raise ConnectionResetError
            yield tx
            claims = any(
                d.state is DeliveryState.CLAIMED
                for d in tx._t.deliveries.values()  # type: ignore[attr-defined]
            )
        if self.loses and claims:
            self.loses = False
            raise ConnectionResetError


@pytest.mark.parametrize("unread", [0, 1])
async def test_an_unconfirmed_claim_is_sent_with_the_next_ticks(unread: int) -> None:
    """It is sent even if the first look fails because the store failed again."""
    store = LosesItsConnection()
    world = World(store)
    await joined(world)
    store.loses = True
    with pytest.raises(ConnectionResetError):
        await world.skip()
    store.unread = unread
    if unread:
        with pytest.raises(ConnectionResetError):
            await world.bot.tick()
    for _ in range(3):
        world.clock.forward(minutes=1)
        await world.bot.tick()
    check_ins = [d for d in store._tables.deliveries.values() if d.kind is Kind.CHECK_IN]
    assert min(check_ins, key=lambda d: d.not_before).state is DeliveryState.SENT
    assert [a.message.template for a in world.platform.arrived] == ["check-in"]
