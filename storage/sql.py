"""The store on SQLite or PostgreSQL: every port over one connection and one transaction."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import AbstractAsyncContextManager, asynccontextmanager, nullcontext
from weakref import WeakValueDictionary

from sqlalchemy.ext.asyncio import AsyncEngine

from storage.keys import Keys
from storage.migrate import is_newest
from storage.sql_base import Work
from storage.sql_client import SqlClientSide
from storage.sql_coach import SqlCoachSide
from storage.sql_held import SqlHeld
from storage.sql_inbound import SqlInbound
from storage.sql_outbox import SqlOutbox
from storage.sql_retention import SqlRetention
from storage.sql_sweep import SqlSweep


class SqlTransaction(
    SqlHeld, SqlInbound, SqlRetention, SqlClientSide, SqlCoachSide, SqlOutbox, SqlSweep
):
    """Every port over one unit of work."""


class SqlStore:
    """One organisation's rows. SQLite takes one transaction at a time, in the order of asking."""

    def __init__(self, engine: AsyncEngine, keys: Keys, organisation: str) -> None:
        self._engine = engine
        self._keys = keys
        self._organisation = organisation
        self._one = asyncio.Lock() if engine.dialect.name == "sqlite" else None
        self._held: WeakValueDictionary[str, asyncio.Lock] = WeakValueDictionary()

    @asynccontextmanager
    async def transaction(self) -> AsyncIterator[SqlTransaction]:
        async with self._one or nullcontext(), self._engine.begin() as connection:
            transaction = SqlTransaction(Work(connection, self._keys, self._organisation))
            yield transaction
            await transaction.seal_appended()

    async def schema_matches(self) -> bool:
        """Whether the database has the schema of this version."""
        async with self._one or nullcontext(), self._engine.connect() as connection:
            return await connection.run_sync(is_newest)

    def holding(self, person_id: str) -> AbstractAsyncContextManager[None]:
        """One at a time per person within this process, on PostgreSQL too.

        Several processes on one PostgreSQL need a lock in the database here instead.
        """
        return _hold(self._held.setdefault(person_id, asyncio.Lock()))


@asynccontextmanager
async def _hold(lock: asyncio.Lock) -> AsyncIterator[None]:
    async with lock:
        yield
