"""Moves an organisation from one database to another: all of it in one transaction, or nothing.

The keys stay where they are. Rows go as they lie, sealed; nothing is opened on the way.
"""

from __future__ import annotations

import asyncio
import hashlib
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping, Sized
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from sqlalchemy import Table, func, insert, select
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

from bot.ports import Store
from storage.engine import make_engine
from storage.house import refuse_to_make_or_upgrade
from storage.keys import Keys
from storage.lock import FolderLock
from storage.migrate import migrate
from storage.opening import DATABASE, note_moved, open_the_keys, sqlite_in
from storage.roots import RootChoice
from storage.schema import metadata
from storage.sql import SqlTransaction
from storage.sql_base import Work
from storage.trouble import RefusedError

AT_ONCE = 500
WHOLE = 1 << 256


class Report(Protocol):
    """What an audit of a ledger found."""

    @property
    def chains(self) -> int: ...

    @property
    def entries(self) -> int: ...

    @property
    def flaws(self) -> Sized: ...


Audit = Callable[[Store], Awaitable[Report]]


@dataclass(frozen=True, slots=True)
class Moved:
    """What is in the new database, as it was read back there."""

    tables: Mapping[str, int]
    chains: int
    entries: int
    data_keys: int

    @property
    def rows(self) -> int:
        return sum(self.tables.values())


async def copy_database(
    folder: Path,
    source: str | None,
    target: str,
    organisation: str,
    root: RootChoice,
    audit: Audit,
) -> Moved:
    """From `source` (None: SQLite in `folder`) to `target`, while no Handrail runs on `folder`.

    `audit` reads the ledger where it has arrived (`bot.auditing`).

    May be repeated after an interruption at any point: until the end nothing is in the target.
    Afterwards a start on the SQLite of `folder` is refused, so that nothing is sent from both.
    Raises RefusedError, and changes nothing in either, where that would do harm.
    """
    await asyncio.to_thread(refuse_to_make_or_upgrade, folder, source)
    async with AsyncExitStack() as stack:
        stack.callback(FolderLock(folder).release)
        keys = await asyncio.to_thread(open_the_keys, folder, organisation, root)
        stack.push_async_callback(keys.close)
        old = await _engine(stack, source or str(sqlite_in(folder / DATABASE)))
        new = await _engine(stack, target)
        try:
            await migrate(new)
            moved = await _copy(old, new, keys, organisation, audit)
        except SQLAlchemyError as problem:
            raise RefusedError(
                f"A database did not answer ({type(problem).__name__}). Nothing was moved; "
                "repeat the command."
            ) from None
    if source is None:
        await asyncio.to_thread(note_moved, folder)
    return moved


async def _engine(stack: AsyncExitStack, url: str) -> AsyncEngine:
    engine = make_engine(url)
    stack.push_async_callback(engine.dispose)
    return engine


async def _copy(
    old: AsyncEngine, new: AsyncEngine, keys: Keys, organisation: str, audit: Audit
) -> Moved:
    counts = {}
    async with old.begin() as source, new.begin() as target:
        for table in metadata.sorted_tables:
            await _refuse_what_is_there(target, table, organisation)
        for table in metadata.sorted_tables:
            await _carry(source, target, table, organisation)
            sent = await _sum(source, table, organisation)
            counts[table.name], _ = arrived = await _sum(target, table, organisation)
            if sent != arrived:
                raise RefusedError(f"{table.name} did not arrive as it was. Nothing was moved.")
            await _go_on_counting(target, table)
        report = await audit(_Open(SqlTransaction(Work(target, keys, organisation))))
        if len(report.flaws):
            raise RefusedError(
                f"The ledger has {len(report.flaws)} flaws: see `handrail ledger verify`. "
                "Nothing was moved."
            )
        if unreadable := await keys.check():
            raise RefusedError(
                f"{unreadable} keys cannot be opened: see `handrail keys check`. Nothing was moved."
            )
    return Moved(counts, report.chains, report.entries, (await keys.status()).data_keys)


async def _refuse_what_is_there(target: AsyncConnection, table: Table, organisation: str) -> None:
    there = select(table.c.organisation).where(table.c.organisation == organisation).limit(1)
    if (await target.execute(there)).first() is not None:
        raise RefusedError(
            "The new database holds this organisation already. Was it moved before? Then set "
            "HANDRAIL_DATABASE_URL and start. Nothing was moved."
        )


async def _carry(
    source: AsyncConnection, target: AsyncConnection, table: Table, organisation: str
) -> None:
    rows = await source.stream(select(table).where(table.c.organisation == organisation))
    async for part in rows.partitions(AT_ONCE):
        await target.execute(insert(table), [dict(row._mapping) for row in part])


async def _sum(connection: AsyncConnection, table: Table, organisation: str) -> tuple[int, int]:
    """How many rows, and a sum over all they hold, in whatever order they come."""
    count, total = 0, 0
    rows = await connection.stream(select(table).where(table.c.organisation == organisation))
    async for part in rows.partitions(AT_ONCE):
        for row in part:
            digest = hashlib.sha256(repr([_plain(value) for value in row]).encode())
            total = (total + int.from_bytes(digest.digest())) % WHOLE
            count += 1
    return count, total


def _plain(value: object) -> object:
    """What a repr shows whole: sealed values hide what they hold."""
    return getattr(value, "data", value)


async def _go_on_counting(target: AsyncConnection, table: Table) -> None:
    """PostgreSQL counts beside the table: from the highest number on."""
    column = next((c for c in table.c if c.autoincrement is True), None)
    if column is None or target.dialect.name != "postgresql":
        return
    highest = (await target.execute(select(func.max(column)))).scalar()
    if highest is not None:
        sequence = func.pg_get_serial_sequence(table.name, column.name)
        await target.execute(select(func.setval(sequence, highest)))


@dataclass(frozen=True, slots=True)
class _Open:
    """A `Store` whose every transaction is the one that is open."""

    tx: SqlTransaction

    @asynccontextmanager
    async def transaction(self) -> AsyncIterator[SqlTransaction]:
        yield self.tx

    @asynccontextmanager
    async def holding(self, _: str) -> AsyncIterator[None]:
        yield
