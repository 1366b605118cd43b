"""The store on SQLite or PostgreSQL: every port in one transaction."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Collection, Mapping
from contextlib import AbstractAsyncContextManager, asynccontextmanager, nullcontext
from datetime import UTC, datetime
from typing import Any, Protocol

import structlog
from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncEngine

from bot.metrics import METRICS
from bot.ports import Release
from storage.keys.keyring import Keys
from storage.keys.last_seen import NewestHead
from storage.migrate import is_newest
from storage.sql.approvals import SqlApprovals
from storage.sql.client import SqlClientSide
from storage.sql.coach import SqlCoachSide
from storage.sql.guests.links import SqlGuestLinks
from storage.sql.inbox import SqlInbound
from storage.sql.outbox import SqlOutbox
from storage.sql.person_locks import PersonLocks, ProcessLocks, SharedLocks
from storage.sql.reading.at_hand import SqlAtHand
from storage.sql.reading.world import SqlWorld
from storage.sql.retention import SqlRetention
from storage.sql.running.begun import begun
from storage.sql.sealed_rows.moving import SqlMoving
from storage.sql.seals.ledger_end import SqlLedgerEnd
from storage.sql.seals.refused_rows import SqlRefusedRows
from storage.sql.stored import SqlStored
from storage.sql.together.writes import SqlTogether
from storage.sql.unit_of_work import UnitOfWork
from storage.sql.whole_claim import SqlWholeClaim
from storage.sql.workspaces.rows import SqlWorkspaces

log = structlog.get_logger()


class SqlTransaction(
    SqlTogether,
    SqlStored,
    SqlInbound,
    SqlApprovals,
    SqlGuestLinks,
    SqlRetention,
    SqlMoving,
    SqlClientSide,
    SqlCoachSide,
    SqlOutbox,
    SqlWholeClaim,
    SqlRefusedRows,
    SqlLedgerEnd,
    SqlWorkspaces,
    SqlWorld,
    SqlAtHand,
):
    """Implements every port over one unit of work."""


class Waking(Protocol):
    """Tells workers elsewhere that something is due (see `adapters.queue`)."""

    def soon(self, due_at: datetime) -> bool: ...

    async def wake(self, connection: Any, workspaces: Collection[str]) -> None:
        """Wakes workers up. It is the last call in the transaction of this driver connection."""


class SqlStore:
    """One organisation's rows. SQLite takes one transaction at a time, in order.

    `shared` says that other processes use the same PostgreSQL; then people are locked across all.
    """

    def __init__(
        self,
        engine: AsyncEngine,
        keys: Keys,
        organisation: str,
        *,
        shared: bool = False,
        waking: Waking | None = None,
    ) -> None:
        self._engine = engine
        self._keys = keys
        self._organisation = organisation
        self._one = asyncio.Lock() if engine.dialect.name == "sqlite" else None
        self._everywhere = SharedLocks(engine, organisation) if shared else None
        self._lock: PersonLocks = self._everywhere or ProcessLocks()
        self._waking = waking
        # True while a start seals the rows that an older version wrote: see `RowSeals`.
        self.unsealed = False

    @asynccontextmanager
    async def transaction(self, *, moving: bool = False) -> AsyncIterator[SqlTransaction]:
        """One transaction. `moving`: it also reads what an older version stored in the clear."""
        async with self._one or nullcontext(), begun(self._engine) as connection:
            soon = self._waking.soon if self._waking else _never
            keys, whose = self._keys, self._organisation
            work = UnitOfWork(
                connection,
                keys,
                whose,
                soon=soon,
                moving=moving,
                unsealed=self.unsealed,
                defers=True,
            )
            transaction = SqlTransaction(work)
            yield transaction
            await transaction.write_heads()
            await work.note_withdrawals()
            if self._waking and work.wakes:
                raw = await connection.get_raw_connection()
                await self._waking.wake(raw.driver_connection, work.wakes)
        if transaction.newest is not None:
            await self._note_end(transaction.newest)

    async def _note_end(self, newest: NewestHead) -> None:
        """Notes the ledger's new end near the keys. It is saved already, whatever happens here."""
        try:
            await self._keys.note_newest_head(newest)
        except Exception as problem:
            METRICS.failed("keys")
            log.error("ledger_end_not_noted", error=type(problem).__name__)

    async def schema_matches(self) -> bool:
        """True if the database has the schema of this version."""
        async with self._one or nullcontext(), self._engine.connect() as connection:
            return await connection.run_sync(is_newest)

    async def clock(self) -> datetime | None:
        """The clock of the database (UTC); None where it is the machine's own."""
        if self._one is not None:
            return None
        async with self._engine.connect() as connection:
            found: datetime = (
                await connection.execute(select(func.clock_timestamp()))
            ).scalar_one()
            return found.astimezone(UTC)

    def locked(self, key: str) -> AbstractAsyncContextManager[None]:
        return self._lock(key)

    async def lock_free(self, keys: Collection[str]) -> Mapping[str, Release]:
        return await self._lock.free_of(keys)

    async def close(self) -> None:
        """Gives up the locks. The caller disposes of the engine."""
        if self._everywhere is not None:
            await self._everywhere.close()


def _never(due_at: datetime) -> bool:
    return False
