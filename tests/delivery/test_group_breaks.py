"""What breaks in a group breaks for one: a lost commit, a broken row, a stop, a move, a crash."""

from __future__ import annotations

import asyncio
from contextlib import suppress
from dataclasses import replace
from typing import Any

import pytest

from bot.chat import Message
from bot.delivery import begin
from bot.delivery.gate import compose
from bot.delivery.lanes import Lanes
from bot.domain.delivery import Delivery, DeliveryState
from bot.domain.people import Address
from bot.ports import Outcome
from tests.delivery.groups import GROUP, NAMES, Begins, all_are, came, check_ins, due, states
from tests.fakes import FakePlatform
from tests.proofs.crashes import Crash


@pytest.mark.parametrize("unheard", [False, True])
async def test_where_settling_together_fails_each_is_settled_alone(unheard: bool) -> None:
    """`unheard`: the commit was carried out, and its confirmation was lost."""
    world, store, _, _ = await due()
    store.breaks_settling = 0 if unheard else 1
    store.unheard = {"settle"} if unheard else set()
    await world.bot.tick()
    for _ in range(3):
        world.clock.forward(minutes=2)
        await world.bot.tick()
    assert came(world) == list(NAMES)
    assert states(world) == all_are(DeliveryState.SENT)


async def test_a_beginning_that_was_saved_unheard_sends_each_once() -> None:
    world, store, _, _ = await due()
    store.unheard = {"begin"}
    await world.bot.tick()
    assert came(world) == list(NAMES)
    assert states(world) == all_are(DeliveryState.SENT)


async def test_one_that_cannot_be_composed_sends_its_group_each_its_own_way(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    world, store, _, _ = await due()
    broken = check_ins(store, world.clock.now())["two"].id

    async def breaks(tx: Any, delivery: Delivery, *rest: Any) -> Any:
        if delivery.id == broken:
            raise RuntimeError("zebra")
        return await compose(tx, delivery, *rest)

    monkeypatch.setattr(begin, "compose", breaks)
    assert await world.bot.tick() == GROUP - 1
    assert came(world) == ["one", "three", "four"]
    assert states(world)["two"] is DeliveryState.PLANNED


async def test_a_process_that_is_stopping_finishes_its_group_and_lets_the_rest_go() -> None:
    world, _, platform, _ = await due(Lanes(width=2, batch=GROUP))
    platform.holds = True
    tick = asyncio.create_task(world.bot.tick())
    await platform.came["one"].wait()
    world.bot.deliveries.wind_down()
    platform.holds = False
    for answer in platform.answers.values():
        answer.set()
    await tick
    assert len(came(world)) == 2
    assert sorted(states(world).values()) == [DeliveryState.PLANNED] * 2 + [DeliveryState.SENT] * 2


async def test_whoever_moved_since_the_claim_is_sent_to_at_their_new_lock() -> None:
    """The lock of a group is read with the claim: nobody is sent to under an older one."""
    world, store, _, _ = await due()
    real = world.bot.deliveries._together._locked
    moved = next(d for n, d in check_ins(store, world.clock.now()).items() if n == "two")

    async def then_moves(*given: Any) -> Any:
        locked = await real(*given)
        async with store.transaction() as tx:
            who = await tx.person(moved.to)
            assert who is not None
            address = replace(who.address, user="elsewhere")
            await tx.save_person(replace(who, address=address), world.clock.now())
        return locked

    setattr(world.bot.deliveries._together, "_locked", then_moves)  # noqa: B010
    world.platform.came["elsewhere"] = asyncio.Event()  # type: ignore[attr-defined]
    assert await world.bot.tick() == GROUP
    assert [len(one) for one in store.begun] == [1] * GROUP
    assert sorted(a.to.user for a in world.platform.arrived) == [
        "elsewhere",
        "four",
        "one",
        "three",
    ]


@pytest.mark.parametrize("arrived", range(GROUP + 1))
@pytest.mark.parametrize("settled", ["none", "half"])
async def test_after_a_crash_between_begin_and_each_send_each_comes_once(
    arrived: int, settled: str
) -> None:
    """All of the group have begun; some have arrived, and perhaps some of these are settled."""
    world, _, platform, _ = await due()
    sends = 0

    async def dies(to: Address, message: Message, reference: str) -> Outcome:
        nonlocal sends
        sends += 1
        if sends > arrived:
            raise Crash
        outcome = await FakePlatform.send(platform, to, message, reference)
        if settled == "half" and sends == 2:
            await asyncio.sleep(0.01)
        return outcome

    setattr(platform, "send", dies)  # noqa: B010
    if arrived == GROUP:
        store = world.store
        assert isinstance(store, Begins)
        store.unheard = {"settle"}
    with suppress(Crash):
        await world.bot.tick()
    delattr(platform, "send")
    await world.restart()
    for _ in range(6):
        world.clock.forward(minutes=2)
        await world.bot.tick()
    assert came(world) == list(NAMES)
    assert states(world) == all_are(DeliveryState.SENT)
