"""A store in memory, for tests: the ports' promises and nothing else, fast enough for histories."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from weakref import WeakValueDictionary

from bot.ports import Transaction
from tests.memory_store.about_person import MemoryStored
from tests.memory_store.ledger import MemoryLedger
from tests.memory_store.people import MemoryPeople
from tests.memory_store.retention import MemoryRetention
from tests.memory_store.sides import MemoryClientSide, MemoryCoachSide
from tests.memory_store.sweep import MemoryClaimBatch
from tests.memory_store.tables import Tables
from tests.memory_store.workspaces import MemoryWorkspaces


class MemoryTransaction(
    MemoryPeople,
    MemoryLedger,
    MemoryClientSide,
    MemoryCoachSide,
    MemoryClaimBatch,
    MemoryRetention,
    MemoryStored,
    MemoryWorkspaces,
):
    """Every port over one set of tables."""


class MemoryStore:
    """One transaction at a time; what raises leaves no trace."""

    def __init__(self) -> None:
        self._tables = Tables()
        self._one = asyncio.Lock()
        self._held: WeakValueDictionary[str, asyncio.Lock] = WeakValueDictionary()

    @asynccontextmanager
    async def transaction(self) -> AsyncIterator[Transaction]:
        async with self._one:
            draft = self._tables.copy()
            yield MemoryTransaction(draft)
            self._tables = draft

    def locked(self, key: str) -> AbstractAsyncContextManager[None]:
        return self._hold(self._held.setdefault(key, asyncio.Lock()))

    @asynccontextmanager
    async def _hold(self, lock: asyncio.Lock) -> AsyncIterator[None]:
        async with lock:
            yield
