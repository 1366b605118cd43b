"""Four clients of one workspace whose check-ins are due, a store and a platform to watch."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable, Collection
from contextlib import asynccontextmanager
from datetime import datetime, timedelta
from typing import Any

from bot.chat import Message
from bot.delivery.lanes import Lanes
from bot.domain.delivery import Delivery, DeliveryState, Kind
from bot.domain.people import Address
from bot.ports import Outcome, Transaction
from tests.fakes import FakePlatform
from tests.memory_store.store import MemoryStore
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
