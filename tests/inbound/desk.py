"""A desk with an inbox in a test: a platform that is answered, and stores that count and break."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Collection, Mapping, Sequence
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from dataclasses import dataclass, field

from bot.chat import Event, Message, Wrote
from bot.domain.words import Words
from bot.inbound.inbox import InboxWorker
from bot.ports import Release, Store, Transaction
from tests.fakes import FakePlatform
from tests.memory_store.store import MemoryStore
from tests.world import World


@dataclass
class Answered(FakePlatform):
    """A platform that gets answers afterwards, and notes their order."""

    answers: list[tuple[str, list[str]]] = field(default_factory=list)
    breaks: bool = False

    async def answer(self, event: Event, messages: Sequence[Message]) -> None:
        if self.breaks:
            raise ConnectionError("zebra")
        self.answers.append((event.id, [message.template for message in messages]))

    def ids(self) -> list[str]:
        return [event for event, _ in self.answers]


class Counting:
    """A store that counts its transactions and can refuse them."""

    def __init__(self, inner: Store) -> None:
        self.inner = inner
        self.count = 0
        self.refuse = 0

    @asynccontextmanager
    async def transaction(self) -> AsyncIterator[Transaction]:
        self.count += 1
        if self.refuse:
            self.refuse -= 1
            raise ConnectionError("the database is gone")
        await asyncio.sleep(0)
        async with self.inner.transaction() as tx:
            yield tx

    def locked(self, key: str) -> AbstractAsyncContextManager[None]:
        return self.inner.locked(key)

    async def lock_free(self, keys: Collection[str]) -> Mapping[str, Release]:
        return await self.inner.lock_free(keys)


class Unheard(Counting):
    """A store that commits one transaction and then loses the connection before the
    confirmation.
    """

    unheard_at = 0

    @asynccontextmanager
    async def transaction(self) -> AsyncIterator[Transaction]:
        async with super().transaction() as tx:
            yield tx
        if self.count == self.unheard_at:
            raise ConnectionError("the database is gone")


class Desk:
    def __init__(self, store: Store | None = None) -> None:
        self.world = World(store)
        self.platform = Answered(self.world.clock)
        self.restart()

    def restart(self) -> None:
        self.world.bot = self.world._start()
        self.receiving = InboxWorker(
            self.world.store, self.world.bot.events, {"local": self.platform}, self.world.clock
        )

    def event(self, id: str, text: str = "hello", user: str = "mai") -> Event:
        sender = self.world.person(user, user.title()).address
        return Event(id, sender, Words(user), Wrote(Words(text), f"message-{id}"), None, "en")

    async def left(self) -> int:
        store = self.world.store
        while not isinstance(store, MemoryStore):
            store = store.inner  # type: ignore[attr-defined]
        return len(store._tables.inbox)
