"""A store in memory, for tests: the ports' promises and nothing else, fast enough for histories."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Collection, Mapping
from contextlib import AbstractAsyncContextManager, asynccontextmanager

from bot.ports import Release, Transaction
from storage.sql.person_locks import ProcessLocks
from tests.memory_store.about_person import MemoryStored
from tests.memory_store.ledger import MemoryLedger
from tests.memory_store.people import MemoryPeople
from tests.memory_store.retention import MemoryRetention
from tests.memory_store.sides import MemoryClientSide, MemoryCoachSide
from tests.memory_store.sweep import MemoryClaimBatch
from tests.memory_store.tables import Tables
from tests.memory_store.together import MemoryTogether
from tests.memory_store.workspaces import MemoryWorkspaces


class MemoryTransaction(
    MemoryTogether,
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
        self._held = ProcessLocks()

    @asynccontextmanager
    async def transaction(self) -> AsyncIterator[Transaction]:
        async with self._one:
            draft = self._tables.copy()
            yield MemoryTransaction(draft)
            self._tables = draft

    def locked(self, key: str) -> AbstractAsyncContextManager[None]:
        return self._held(key)

    async def lock_free(self, keys: Collection[str]) -> Mapping[str, Release]:
        return await self._held.free_of(keys)
