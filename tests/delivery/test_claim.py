"""A claim plans the next deliveries at once, and settles those that may not leave."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any

from structlog.testing import capture_logs

from bot.delivery.lanes import Lanes
from bot.domain.delivery import DeliveryState, Kind
from tests.memory_store.store import MemoryStore
from tests.world import Chatter, World, joined

PAIRS = 6


async def several(world: World) -> list[Chatter]:
    clients = []
    for number in range(PAIRS):
        client, _ = await joined(
            world, f"Mai{number}", client=f"client{number}", coach=f"coach{number}"
        )
        clients.append(client)
    return clients


def tables(world: World) -> Any:
    assert isinstance(world.store, MemoryStore)
    return world.store._tables


def check_ins(world: World, client: Chatter) -> list[tuple[str, DeliveryState]]:
    person = tables(world).at[client.address]
    mine = [d for d in tables(world).deliveries.values() if d.to == person]
    return sorted((d.slot, d.state) for d in mine if d.kind is Kind.CHECK_IN)


async def test_each_of_many_due_clients_gets_one_message_and_a_next_one_planned() -> None:
    world = World()
    clients = await several(world)
    await world.skip()
    for client in clients:
        states = [state for _, state in check_ins(world, client)]
        assert states == [DeliveryState.SENT, DeliveryState.PLANNED]
        assert [a.to for a in world.platform.arrived].count(client.address) == 1


async def test_a_withheld_delivery_is_settled_at_once_and_the_next_one_is_planned() -> None:
    world = World()
    clients = await several(world)
    await clients[0].writes("step")
    for chain, entries in tables(world).ledgers.items():
        tables(world).ledgers[chain] = entries[:1] if entries[0].purpose != "digest" else entries
    await world.skip()
    for client in clients:
        (slot, state), (_, following) = check_ins(world, client)
        assert state is DeliveryState.WITHHELD, slot
        assert following is DeliveryState.PLANNED
    assert not [a for a in world.platform.arrived if a.to in {c.address for c in clients}]


async def test_a_claim_of_which_nothing_may_leave_does_not_end_the_tick() -> None:
    world = World(lanes=Lanes(batch=2))
    clients = await several(world)
    engagements = tables(world).engagements
    for engagement in list(engagements.values())[:4]:
        engagements[engagement.id] = replace(engagement, stopped=True)
    await world.skip()
    arrived = {a.to for a in world.platform.arrived}
    assert arrived == {client.address for client in clients[4:]}


async def test_a_rhythm_that_can_no_longer_be_followed_delays_no_other() -> None:
    world = World()
    clients = await several(world)
    due = await world.bot.deliveries.next_due()
    assert due is not None
    world.clock.at = due + timedelta(minutes=1)
    rhythms = tables(world).rhythms
    owner = next(key for key in rhythms if key[0] in tables(world).engagements)
    rhythms[owner] = replace(rhythms[owner], rrule="FREQ=YEARLY")
    with capture_logs() as logs:
        await world.bot.tick()
    assert [one["event"] for one in logs].count("not_followed") == 1
    planned = [check_ins(world, client)[-1][1] for client in clients]
    assert planned.count(DeliveryState.PLANNED) == PAIRS - 1
