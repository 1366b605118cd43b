"""Deliveries of one lane begin together, and each is sent, settled and released by itself."""

from __future__ import annotations

import asyncio
from datetime import timedelta
from typing import Any

import pytest

from bot.delivery.deliveries import FEW
from bot.delivery.lanes import Lanes
from bot.delivery.settle import MOST_TRIES
from bot.domain.delivery import DeliveryState
from bot.ports import NotSent, Unknown
from tests.delivery.groups import GROUP, NAMES, all_are, came, check_ins, due, states


async def test_those_that_are_due_together_begin_in_one_commit_and_share_their_settling() -> None:
    world, store, platform, _ = await due()
    # All are answered at one moment. Each after a time of its own would be as many moments.
    platform.holds = True
    tick = asyncio.create_task(world.bot.tick())
    for name in NAMES:
        await platform.came[name].wait()
    for name in NAMES:
        platform.answers[name].set()
    assert await tick == GROUP
    assert [len(one) for one in store.begun] == [GROUP]
    assert [sorted(one) for one in store.settled] == [sorted(store.begun[0])]
    assert came(world) == list(NAMES)
    assert states(world) == all_are(DeliveryState.SENT)


@pytest.mark.parametrize("width", [2, 3])
async def test_a_group_is_never_wider_than_what_sets_out_at_once(width: int) -> None:
    world, store, platform, _ = await due(Lanes(width=width, batch=GROUP))
    await world.bot.tick()
    assert max(len(one) for one in store.begun) == platform.most_at_once == width
    assert came(world) == list(NAMES)


async def test_few_are_under_way_where_nobody_can_look_up_what_a_crash_left() -> None:
    world, store, platform, _ = await due()
    platform.looks_up = False
    await world.bot.tick()
    assert max(len(one) for one in store.begun) == platform.most_at_once == FEW
    assert came(world) == list(NAMES)


async def test_a_slow_one_holds_up_neither_the_others_nor_their_people() -> None:
    world, _, platform, clients = await due()
    platform.holds = True
    tick = asyncio.create_task(world.bot.tick())
    for name in NAMES:
        await platform.came[name].wait()
    for name in NAMES[1:]:
        platform.answers[name].set()
    for client in clients[1:]:
        # Each is locked only until theirs is settled.
        async with asyncio.timeout(5):
            await client.writes("It went well.")
    waiting = dict.fromkeys(NAMES, DeliveryState.SENT) | {"one": DeliveryState.CLAIMED}
    assert states(world) == waiting
    answer = asyncio.create_task(clients[0].writes("It went well."))
    await asyncio.sleep(0.01)
    assert not answer.done()
    platform.answers["one"].set()
    assert await tick == GROUP
    await answer
    assert states(world) == all_are(DeliveryState.SENT)


async def test_whoever_is_busy_is_sent_to_alone_and_holds_up_nobody() -> None:
    world, store, platform, clients = await due()
    async with world.store.locked(clients[1].address.chat_key):
        tick = asyncio.create_task(world.bot.tick())
        async with asyncio.timeout(5):
            for name in ("one", "three", "four"):
                await platform.came[name].wait()
            await asyncio.sleep(0.01)
        assert came(world) == ["one", "three", "four"]
    assert await tick == GROUP
    assert [len(one) for one in store.begun] == [GROUP - 1, 1]
    assert states(world) == all_are(DeliveryState.SENT)


@pytest.mark.parametrize("gone", ["erased", "taken over"])
async def test_one_that_is_lost_between_the_gate_and_the_commit_is_not_sent(gone: str) -> None:
    world, store, _, _ = await due()
    lost = check_ins(store, world.clock.now())["three"]

    def meanwhile(tx: Any) -> None:
        if gone == "erased":
            tx._t.deliveries.pop(lost.id, None)

    async def seized() -> None:
        claimed = {d.id: d for d in store._tables.deliveries.values()}[lost.id]
        async with store.transaction() as tx:
            await tx.seize(claimed, "another")

    store.meanwhile = meanwhile
    if gone == "taken over":
        real = world.bot.deliveries._together._locked

        async def then_seized(*given: Any) -> Any:
            locked = await real(*given)
            await seized()
            return locked

        setattr(world.bot.deliveries._together, "_locked", then_seized)  # noqa: B010
    assert await world.bot.tick() == GROUP - 1
    assert came(world) == ["one", "two", "four"]


async def test_whoever_stops_before_the_gate_gets_nothing_and_the_others_do() -> None:
    world, _, _, clients = await due()
    real = world.bot.deliveries._together._locked

    async def then_stops(*given: Any) -> Any:
        await clients[2].writes("stop")
        return await real(*given)

    setattr(world.bot.deliveries._together, "_locked", then_stops)  # noqa: B010
    assert await world.bot.tick() == GROUP - 1
    assert came(world) == ["one", "two", "four"]
    assert "three" not in {a.to.user for a in world.platform.arrived}


async def test_a_429_to_one_of_a_group_closes_the_lane_and_is_paid_by_nobody_twice() -> None:
    """The others were under way. From then on few set out at once, until all have arrived."""
    world, store, platform, _ = await due()
    wait = NotSent("rate_limited", timedelta(minutes=9), for_all=True)
    platform.outcomes = {"two": wait, "three": wait, "four": wait}
    assert await world.bot.tick() == 1
    assert came(world) == ["one"]
    platform.most_at_once = 0
    world.clock.forward(minutes=10)
    await world.bot.tick()
    assert platform.most_at_once == 2
    platform.outcomes = {}
    for _ in range(3):
        world.clock.forward(minutes=10)
        await world.bot.tick()
    assert came(world) == list(NAMES)
    tries = [one.attempts for one in check_ins(store, world.clock.now()).values()]
    assert max(tries) < MOST_TRIES


async def test_each_of_a_group_has_its_own_outcome() -> None:
    world, _, platform, _ = await due()
    platform.outcomes = {
        "one": NotSent("blocked"),
        "two": NotSent("busy", timedelta(minutes=5)),
        "three": Unknown("timed_out"),
    }
    assert await world.bot.tick() == 1
    assert states(world) == {
        "one": DeliveryState.NOT_DELIVERED,
        "two": DeliveryState.PLANNED,
        "three": DeliveryState.CLAIMED,
        "four": DeliveryState.SENT,
    }
