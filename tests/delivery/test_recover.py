"""A delivery with an unknown end is looked up on a platform with a history, and else
unconfirmed.
"""

from __future__ import annotations

import asyncio
import sqlite3
from collections.abc import AsyncIterator, Awaitable, Callable, Collection, Mapping
from contextlib import asynccontextmanager
from datetime import datetime, timedelta

import pytest

from bot.chat import Message
from bot.delivery.amend import FIRST_RETRY
from bot.delivery.lanes import Lanes
from bot.domain.delivery import Delivery, DeliveryState, Kind
from bot.domain.people import Address
from bot.ports import NotSent, Outcome, Release, Transaction, Unknown
from tests.fakes import FakePlatform
from tests.memory_store.store import MemoryStore
from tests.world import World, joined


class Blind(FakePlatform):
    async def find(self, to: Address, reference: str) -> Outcome:
        return Unknown("no_history")


class Away(FakePlatform):
    """A platform with an unreadable history, which proves nothing."""

    async def find(self, to: Address, reference: str) -> Outcome:
        raise ConnectionRefusedError


async def after_a_drop(platform: type[FakePlatform], *, arrives: bool) -> World:
    world = World()
    await joined(world)
    real, world.platform.__class__ = world.platform.__class__, platform
    if arrives:
        world.platform.break_after_next = [ConnectionResetError()]
    else:
        world.platform.refuse_next = [Unknown("dropped")]
    await world.skip()
    for _ in range(2):
        world.clock.forward(minutes=1)
        await world.bot.tick()
    if platform is Away:
        assert state(world) is DeliveryState.CLAIMED
        world.platform.__class__ = real
        for _ in range(2):
            world.clock.forward(minutes=1)
            await world.bot.tick()
    return world


def state(world: World) -> DeliveryState:
    store = world.store
    assert isinstance(store, MemoryStore)
    check_ins = [d for d in store._tables.deliveries.values() if d.kind is Kind.CHECK_IN]
    return min(check_ins, key=lambda d: d.not_before).state


def came(world: World) -> int:
    return sum(a.message.template == "check-in" for a in world.platform.arrived)


@pytest.mark.parametrize("platform", [FakePlatform, Away])
@pytest.mark.parametrize("arrives", [True, False])
async def test_with_a_history_a_message_arrives_once_whatever_was_heard(
    platform: type[FakePlatform], arrives: bool
) -> None:
    world = await after_a_drop(platform, arrives=arrives)
    assert (state(world), came(world)) == (DeliveryState.SENT, 1)


@pytest.mark.parametrize("arrives", [True, False])
async def test_without_a_history_it_is_never_sent_again(arrives: bool) -> None:
    world = await after_a_drop(Blind, arrives=arrives)
    assert (state(world), came(world)) == (DeliveryState.UNCONFIRMED, int(arrives))


async def test_an_unreadable_history_blocks_neither_the_start_nor_other_messages() -> None:
    world = World()
    await joined(world, client="one", coach="first")
    await joined(world, "Ana", "Ben", client="two", coach="second")
    world.platform.break_after_next = [ConnectionResetError()]
    world.platform.__class__ = Away
    await world.skip()
    await world.restart()
    world.clock.forward(minutes=1)
    await world.bot.tick()
    assert came(world) == 2


async def test_a_platforms_answer_counts_although_it_could_not_be_stored() -> None:
    """A 429 is honoured and a sent message counts as sent, also on a platform without a history."""
    for answer in (NotSent("rate_limited", timedelta(minutes=9)), None):
        store = FailsOnce()
        world = World(store)
        await joined(world)
        world.platform.__class__ = Blind
        world.platform.refuse_next = [answer] if answer else []
        store.fails = ("retry", "settle")
        await world.skip()
        assert state(world) is DeliveryState.CLAIMED
        for _ in range(8):
            world.clock.forward(minutes=1)
            await world.bot.tick()
            assert came(world) == (0 if answer else 1)
        world.clock.forward(minutes=5)
        await world.bot.tick()
        assert (state(world), came(world)) == (DeliveryState.SENT, 1)


async def test_a_closed_workspace_gets_nothing_although_the_429_could_not_be_stored() -> None:
    """This includes the deliveries claimed together with the refused message."""
    store = FailsOnce()
    world = World(store)
    await joined(world, client="one", coach="first")
    await joined(world, "Ana", "Ben", client="two", coach="second")
    world.platform.refuse_next = [NotSent("rate_limited", timedelta(minutes=9), for_all=True)]
    store.fails = ("close_lane",)
    await world.skip()
    for _ in range(9):
        assert came(world) == 0
        world.clock.forward(minutes=1)
        await world.bot.tick()
    world.clock.forward(minutes=1)
    await world.bot.tick()
    assert came(world) == 2


async def test_a_message_past_the_gate_heeds_a_429_beside_it() -> None:
    """Two messages of one workspace are under way, and the refusal is not stored yet."""
    gate = Gate()
    world = World(gate, lanes=Lanes(width=2, batch=2))
    await joined(world, client="one", coach="first")
    await joined(world, "Ana", "Ben", client="two", coach="second")
    world.platform.__class__ = RefusesMeanwhile
    RefusesMeanwhile.gate = gate
    gate.watched = True
    await world.skip()
    assert gate.asked == 1
    for _ in range(9):
        assert (gate.asked, came(world)) == (1, 0)
        world.clock.forward(minutes=1)
        await world.bot.tick()
    world.clock.forward(minutes=1)
    await world.bot.tick()
    assert came(world) == 2


class Gate(MemoryStore):
    """The second message waits in it until the platform has refused the first.

    Nobody is free at once, so the messages do not begin together.
    """

    watched = False
    asked = 0

    def __init__(self) -> None:
        super().__init__()
        self.passed = 0
        self.second_is_in_it, self.first_was_refused = asyncio.Event(), asyncio.Event()

    async def lock_free(self, keys: Collection[str]) -> Mapping[str, Release]:
        return {}

    @asynccontextmanager
    async def transaction(self) -> AsyncIterator[Transaction]:
        async with super().transaction() as tx:
            real = tx.begin

            async def begin(ids: Collection[str], by: str, at: datetime) -> Collection[str]:
                self.passed += self.watched
                if self.passed == 2:
                    self.second_is_in_it.set()
                    await self.first_was_refused.wait()
                return await real(ids, by, at)

            setattr(tx, "begin", begin)  # noqa: B010
            yield tx


class RefusesMeanwhile(FakePlatform):
    gate: Gate

    async def send(self, to: Address, message: Message, reference: str) -> Outcome:
        self.gate.asked += 1
        if self.gate.asked > 1:
            return await super().send(to, message, reference)
        await self.gate.second_is_in_it.wait()
        self.gate.first_was_refused.set()
        return NotSent("rate_limited", timedelta(minutes=9), for_all=True)


async def test_the_worker_that_got_a_429_closes_the_workspace_for_all() -> None:
    world = World()
    await joined(world)
    world.platform.__class__ = TakenOver
    TakenOver.world, TakenOver.everybody = world, True
    await world.skip()
    world.clock.forward(minutes=1)
    await world.bot.tick()
    store = world.store
    assert isinstance(store, MemoryStore)
    assert any(lane.closed(world.clock.now()) for lane in store._tables.lanes.values())


@pytest.mark.parametrize("looks_first", ["who was told", "the other"])
async def test_the_worker_that_was_told_to_wait_spares_the_chat_for_all(
    looks_first: str,
) -> None:
    world = World()
    await joined(world)
    platform, world.platform.__class__ = world.platform.__class__, TakenOver
    TakenOver.world, TakenOver.everybody = world, False
    await world.skip()
    world.platform.__class__ = platform
    told_at = world.clock.now()
    if looks_first == "who was told":
        await world.bot.deliveries.look_for_unsure()
    (delivery,) = await _claimed_by_another(world)
    async with world.store.transaction() as tx:
        await tx.retry(delivery.id, told_at + FIRST_RETRY, "interrupted", by="another")
    for _ in range(12):
        world.clock.forward(minutes=1)
        await world.bot.tick()
    (arrival,) = [a for a in world.platform.arrived if a.message.template == "check-in"]
    assert arrival.at >= told_at + timedelta(minutes=9)


async def _claimed_by_another(world: World) -> list[Delivery]:
    async with world.store.transaction() as tx:
        return [one for one in await tx.claimed() if one.claimed_by == "another"]


class TakenOver(FakePlatform):
    """During a look-up, another worker takes the message over, so that no further look is
    needed.
    """

    world: World
    everybody = True

    async def send(self, to: Address, message: Message, reference: str) -> Outcome:
        async with self.world.store.transaction() as tx:
            delivery = await tx.delivery(reference)
            assert delivery is not None
            await tx.seize(delivery, "another")
        return NotSent("rate_limited", timedelta(minutes=9), for_all=self.everybody)


async def test_the_beginning_is_noted_after_waiting_for_the_store() -> None:
    """Otherwise a look into the history would be believed too soon."""
    store = TakesItsTime()
    world = World(store)
    await joined(world)
    store.world = world
    await world.skip()
    (arrival,) = world.platform.arrived
    begun_at = store._tables.deliveries[arrival.reference].begun_at
    assert begun_at == arrival.at


async def test_a_worker_that_stood_still_after_beginning_does_not_send() -> None:
    """Another worker may have looked it up meanwhile, and believed that it never left."""
    store = AnswersLate()
    world = World(store)
    await joined(world)
    store.world = world
    await world.skip()
    assert came(world) == 0
    for _ in range(3):
        world.clock.forward(minutes=1)
        await world.bot.tick()
    assert (came(world), state(world)) == (1, DeliveryState.SENT)


class AnswersLate(MemoryStore):
    """The first commit of a beginning is confirmed after more than a minute."""

    world: World | None = None

    @asynccontextmanager
    async def transaction(self) -> AsyncIterator[Transaction]:
        called: list[str] = []
        async with super().transaction() as tx:
            setattr(tx, "begin", _noting(tx.begin, called, "begin"))  # noqa: B010
            yield tx
        if called and self.world is not None:
            self.world.clock.forward(seconds=70)
            self.world = None


class TakesItsTime(MemoryStore):
    """Each transaction begins after a wait of more than a minute."""

    world: World | None = None

    @asynccontextmanager
    async def transaction(self) -> AsyncIterator[Transaction]:
        if self.world is not None:
            self.world.clock.forward(seconds=70)
        async with super().transaction() as tx:
            yield tx


class FailsOnce(MemoryStore):
    """The next of these calls fails once."""

    fails: tuple[str, ...] = ()

    @asynccontextmanager
    async def transaction(self) -> AsyncIterator[Transaction]:
        async with super().transaction() as tx:
            for name in self.fails:
                setattr(tx, name, self._fail)
            yield tx

    async def _fail(self, *_: object, **__: object) -> None:
        self.fails = ()
        raise sqlite3.OperationalError("database or disk is full")


class SavedUnheard(FailsOnce):
    """The next of these calls is saved, but the connection is lost before the confirmation."""

    @asynccontextmanager
    async def transaction(self) -> AsyncIterator[Transaction]:
        called: list[str] = []
        async with MemoryStore.transaction(self) as tx:
            for name in self.fails:
                setattr(tx, name, _noting(getattr(tx, name), called, name))
            yield tx
        if called:
            self.fails = ()
            raise ConnectionResetError


def _noting(
    real: Callable[..., Awaitable[object]], called: list[str], name: str
) -> Callable[..., Awaitable[object]]:
    async def call(*arguments: object, **named: object) -> object:
        called.append(name)
        return await real(*arguments, **named)

    return call


@pytest.mark.parametrize("store", [FailsOnce, SavedUnheard])
async def test_a_claim_that_could_not_be_taken_over_at_a_start_is_taken_over_later(
    store: type[FailsOnce],
) -> None:
    fails = store()
    world = World(fails)
    await joined(world)
    world.platform.break_after_next = [ConnectionResetError()]
    await world.skip()
    assert state(world) is DeliveryState.CLAIMED
    fails.fails = ("seize",)
    await world.restart()
    for _ in range(3):
        world.clock.forward(minutes=1)
        await world.bot.tick()
    assert (state(world), came(world)) == (DeliveryState.SENT, 1)


async def test_the_outcome_of_an_earlier_attempt_does_not_count_for_the_next() -> None:
    """A look that waited for the store finds that its own process has claimed the message again."""
    store = Waiting()
    world = World(store)
    await joined(world)
    real, world.platform.__class__ = world.platform.__class__, TakenOver
    TakenOver.world, TakenOver.everybody = world, False
    await world.skip()
    (taken,) = await _claimed_by_another(world)
    await world.bot.deliveries.look_for_unsure()
    async with store.transaction() as tx:
        await tx.retry(taken.id, world.clock.now(), "interrupted", by="another")
        (workspace,) = await tx.workspaces_due(world.clock.now())
    store.waits = look = asyncio.create_task(world.bot.deliveries.look_for_unsure())
    await store.waiting.wait()
    world.platform.__class__, OnItsWay.left = OnItsWay, asyncio.Event()
    OnItsWay.may_answer = asyncio.Event()
    turn = asyncio.create_task(world.bot.deliveries.take_batch(workspace))
    await OnItsWay.left.wait()
    store.goes_on.set()
    await asyncio.sleep(0)
    OnItsWay.may_answer.set()
    await asyncio.gather(turn, look)
    world.platform.__class__ = real
    for _ in range(25):
        world.clock.forward(minutes=1)
        await world.bot.tick()
    assert [a.reference for a in world.platform.arrived].count(taken.id) == 1


class OnItsWay(FakePlatform):
    """The message arrives, but its answer is lost."""

    left: asyncio.Event
    may_answer: asyncio.Event

    async def send(self, to: Address, message: Message, reference: str) -> Outcome:
        self.left.set()
        await self.may_answer.wait()
        await super().send(to, message, reference)
        return Unknown("dropped")


class Waiting(MemoryStore):
    """One task waits for its next transaction."""

    waits: asyncio.Task[None] | None = None

    def __init__(self) -> None:
        super().__init__()
        self.waiting, self.goes_on = asyncio.Event(), asyncio.Event()

    @asynccontextmanager
    async def transaction(self) -> AsyncIterator[Transaction]:
        if self.waits is not None and asyncio.current_task() is self.waits:
            self.waits = None
            self.waiting.set()
            await self.goes_on.wait()
        async with super().transaction() as tx:
            yield tx
