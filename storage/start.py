"""Starts one of several processes on PostgreSQL: one after the other, then with a heartbeat."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Iterator, Sequence
from contextlib import asynccontextmanager, contextmanager, suppress
from datetime import UTC, datetime
from itertools import groupby

import structlog
from sqlalchemy import func, select
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.ext.asyncio import AsyncEngine

from bot.domain.consent import Act, Purpose, latest
from bot.metrics import METRICS
from storage.keys.apart import has_table
from storage.keys.keyring import Keys
from storage.sql.ledger import withdrawn_again
from storage.sql.schema import keyring
from storage.sql.store import SqlTransaction
from storage.trouble import KeyStoreError, RefusedError

BEAT_SECONDS = 10.0
SEE_SECONDS = 300.0

log = structlog.get_logger()


@contextmanager
def refusing_a_silent_database() -> Iterator[None]:
    """Raises RefusedError where the database fails in the block: a start ends with a sentence."""
    try:
        yield
    except (SQLAlchemyError, UnicodeError) as problem:
        kind = type(getattr(problem, "orig", None) or problem).__name__
        raise RefusedError(
            f"The database cannot be reached, or does not let Handrail in ({kind}). See that it "
            "runs, and that address, user and password are right (HANDRAIL_DATABASE_URL; without "
            "it, that the data folder can be written), then start again."
        ) from None


@asynccontextmanager
async def starting_alone(engine: AsyncEngine, organisation: str) -> AsyncIterator[None]:
    """Makes other processes wait until the block ends, or this process dies."""
    name = func.hashtextextended(f"{organisation}|starting", 0)
    async with engine.connect() as connection, connection.begin():
        await connection.execute(select(func.pg_advisory_xact_lock(name)))
        yield


async def has_written(engine: AsyncEngine, organisation: str) -> bool:
    """True if this database has anything that keys of the organisation sealed."""
    async with engine.connect() as connection:
        if not await connection.run_sync(has_table, keyring.name):
            return False
        mine = select(keyring.c.keys_hash).where(keyring.c.organisation == organisation)
        return (await connection.execute(mine)).first() is not None


Withdrawal = tuple[str, str, datetime]


async def withdraw_again(tx: SqlTransaction, withdrawals: Sequence[Withdrawal]) -> int:
    """Appends the withdrawals that the ledger lacks; returns how many.

    `withdrawals` are sorted by chain, with aware times. A chain that cannot be read is left out:
    nothing can be sent under it.
    """
    count = 0
    for chain, mine in groupby(withdrawals, key=lambda one: one[0]):
        try:
            ledger = list(await tx.entries(chain))
        except ValueError:
            log.error("ledger_unreadable")
            continue
        for _, purpose, at in mine:
            given = latest(ledger, Purpose(purpose))
            if given is not None and given.act is Act.GIVEN and given.at < at:
                entry = withdrawn_again(ledger, given, at)
                await tx.append(entry)
                ledger.append(entry)
                count += 1
    return count


@asynccontextmanager
async def beating(keys: Keys) -> AsyncIterator[None]:
    """Tells the other processes at once, and then every ten seconds, that this one is alive."""
    await keys.beat()
    heartbeat = asyncio.create_task(_beat(keys))
    try:
        yield
    finally:
        heartbeat.cancel()
        with suppress(asyncio.CancelledError):
            await heartbeat
        with suppress(KeyStoreError):
            await keys.leave()


@asynccontextmanager
async def seeing(keys: Keys) -> AsyncIterator[None]:
    """Notes every few minutes, and at the end, until when all endings are written down."""
    keys.living = True
    await keys.see(datetime.now(UTC))
    looking = asyncio.create_task(_see(keys))
    try:
        yield
    finally:
        looking.cancel()
        with suppress(asyncio.CancelledError):
            await looking
        keys.living = False
        with suppress(KeyStoreError):
            await keys.see(datetime.now(UTC))


async def _see(keys: Keys) -> None:
    while True:
        await asyncio.sleep(SEE_SECONDS)
        try:
            await keys.see(datetime.now(UTC))
        except Exception as problem:
            METRICS.failed("keys")
            log.error("keys_out_of_reach", error=type(problem).__name__)


async def _beat(keys: Keys) -> None:
    while True:
        await asyncio.sleep(BEAT_SECONDS)
        try:
            await keys.beat()
        except Exception as problem:
            METRICS.failed("keys")
            log.error("keys_out_of_reach", error=type(problem).__name__)
