"""Deliveries of one lane begin together, and each is sent, settled and released by itself."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable, Collection
from contextlib import asynccontextmanager, suppress
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

import pytest

from bot.chat import Message
from bot.delivery import begin
from bot.delivery.gate import compose
from bot.delivery.lanes import Lanes
from bot.delivery.settle import MOST_TRIES
from bot.domain.delivery import Delivery, DeliveryState, Kind
from bot.domain.people import Address
from bot.ports import NotSent, Outcome, Transaction, Unknown
from tests.fakes import FakePlatform
from tests.memory_store.store import MemoryStore
from tests.proofs.crashes import Crash
from tests.world import Chatter, World, joined

GROUP = 4
NAMES = ("one", "two", "three", "four")


class Slow(FakePlatform):
    """A platform that says when each message comes to it, and answers when it is told to."""

    def wait(self) -> None:
        self.holds = True
        self.at_once = self.most_at_once = 0
        self.came: dict[str, asyncio.Event] = {name: asyncio.Event() for name in NAMES}
        self.answers: dict[str, asyncio.Event] = {name: asyncio.Event() for name in NAMES}
        self.outcomes: dict[str, Outcome] = {}

    async def send(self, to: Address, message: Message, reference: str) -> Outcome:
        self.at_once += 1
        self.most_at_once = max(self.most_at_once, self.at_once)
        self.came[to.user].set()
        await (self.answers[to.user].wait() if self.holds else asyncio.sleep(0.001))
        self.at_once -= 1
        refused = self.outcomes.get(to.user)
        return refused if refused is not None else await super().send(to, message, reference)


class Begins(MemoryStore):
    """Notes who begins in one commit. `meanwhile` happens after the gate and before that."""

    def __init__(self) -> None:
        super().__init__()
        self.begun: list[Collection[str]] = []
        self.settled: list[Collection[str]] = []
        self.meanwhile: Callable[[Any], None] = lambda tx: None
        self.breaks_settling = 0
        self.unheard: set[str] = set()

    @asynccontextmanager
    async def transaction(self) -> AsyncIterator[Transaction]:
        called: set[str] = set()
        async with super().transaction() as tx:
            self._watch(tx, called)
            yield tx
        for name in called & self.unheard:
            self.unheard.discard(name)
            raise ConnectionResetError

    def _watch(self, tx: Any, called: set[str]) -> None:
        begin, settle = tx.begin, tx.settle_sent

        async def began(ids: Collection[str], by: str, at: datetime) -> Collection[str]:
            called.add("begin")
            self.meanwhile(tx)
            mine = await begin(ids, by, at)
            self.begun.append(mine)
            return list(mine)

        async def settled(ids: Collection[str], at: datetime, *, by: str) -> None:
            called.add("settle")
            if len(ids) > 1 and self.breaks_settling:
                self.breaks_settling -= 1
                raise ConnectionResetError
            await settle(ids, at, by=by)
            self.settled.append(list(ids))

        tx.begin, tx.settle_sent = began, settled


async def due(lanes: Lanes | None = None) -> tuple[World, Begins, Slow, list[Chatter]]:
    """Four clients of one workspace whose check-in is due, and a platform that can be slow."""
    store = Begins()
    world = World(store, lanes=lanes or Lanes(width=GROUP, batch=GROUP))
    clients = []
    for name in NAMES:
        client, _ = await joined(world, f"C {name}", f"K {name}", client=name, coach=f"k-{name}")
        clients.append(client)
    first = await world.bot.deliveries.next_due()
    assert first is not None
    world.clock.at = first + timedelta(minutes=1)
    world.platform.__class__ = Slow
    platform = world.platform
    assert isinstance(platform, Slow)
    platform.wait()
    platform.holds = False
    store.begun.clear()
    return world, store, platform, clients


def check_ins(store: MemoryStore, now: datetime) -> dict[str, Delivery]:
    """The check-ins that were due, by the client's name."""
    people = store._tables.people
    every = [d for d in store._tables.deliveries.values() if d.kind is Kind.CHECK_IN]
    return {people[d.to].address.user: d for d in every if d.not_before <= now}


def states(world: World) -> dict[str, DeliveryState]:
    assert isinstance(world.store, MemoryStore)
    return {name: d.state for name, d in check_ins(world.store, world.clock.now()).items()}


def came(world: World) -> list[str]:
    """Who got a message, in their order of joining: twice is twice."""
    got = [a.to.user for a in world.platform.arrived if a.message.template == "check-in"]
    return sorted(got, key=NAMES.index)


def all_are(state: DeliveryState) -> dict[str, DeliveryState]:
    return dict.fromkeys(NAMES, state)


async def test_those_that_are_due_together_begin_and_settle_in_one_commit_each() -> None:
    world, store, _, _ = await due()
    assert await world.bot.tick() == GROUP
    assert [len(one) for one in store.begun] == [GROUP]
    assert [len(one) for one in store.settled] == [GROUP]
    assert came(world) == list(NAMES)
    assert states(world) == all_are(DeliveryState.SENT)


@pytest.mark.parametrize("width", [2, 3])
async def test_a_group_is_never_wider_than_what_sets_out_at_once(width: int) -> None:
    world, store, platform, _ = await due(Lanes(width=width, batch=GROUP))
    await world.bot.tick()
    assert max(len(one) for one in store.begun) == platform.most_at_once == width
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
