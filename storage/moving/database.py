"""Moves an organisation to another database: all of it in one transaction, or nothing.

The keys stay where they are, or go to a server of their own afterwards. The rows stay sealed.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping, Sequence, Sized
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Protocol

from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.ext.asyncio import AsyncEngine

from bot.ports import Store
from storage.data_folder import (
    DATABASE,
    FolderLock,
    is_moved,
    note_moved,
    refuse_to_make_or_upgrade,
    sqlite_in,
)
from storage.keys.apart import refuse_same_database
from storage.keys.keyring import Keys
from storage.keys.location import KeyLocation
from storage.keys.roots import RootChoice
from storage.migrate import migrate
from storage.moving.keys import check_keyring, move_keys
from storage.moving.platform_tables import PlatformTables, carry_platform_tables
from storage.moving.rows import carry, checksum, go_on_counting, refuse_what_is_there
from storage.moving.told import Told, nobody
from storage.sql.engine import make_engine
from storage.sql.schema import metadata
from storage.sql.store import SqlTransaction
from storage.sql.unit_of_work import UnitOfWork
from storage.trouble import RefusedError, database_at


class Report(Protocol):
    """The result of an audit of a ledger."""

    @property
    def chains(self) -> int: ...

    @property
    def entries(self) -> int: ...

    @property
    def flaws(self) -> Sized: ...


AuditLedger = Callable[[Store], Awaitable[Report]]


@dataclass(frozen=True, slots=True)
class Moved:
    """Counts of what is in the new database, as it was read there."""

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
    audit: AuditLedger,
    *,
    keys_url: str | None = None,
    epochs: Path | None = None,
    platform_tables: Sequence[PlatformTables] = (),
    told: Told = nobody,
) -> Moved:
    """Moves from `source` (None: SQLite in `folder`) to `target`; no Handrail may run on `folder`.

    `audit` reads the ledger in the target (`bot.upkeep.ledger_audit`). With `keys_url` the keys
    then go there too, for many processes; rows that are already in `target` stay as they are.

    An interrupted move can be repeated: until its end nothing is in the target. Afterwards a
    start on the SQLite of `folder` is refused, so that nothing is sent from both, and with
    `keys_url` a start on the keys of `folder` too.
    Raises RefusedError, and changes neither database, where moving would do harm.
    """
    if keys_url is not None:
        refuse_same_database(target, keys_url)
    there = keys_url is not None and await _is_there_already(folder, source, target)
    await asyncio.to_thread(refuse_to_make_or_upgrade, folder, target if there else source)
    async with AsyncExitStack() as stack:
        stack.callback(FolderLock(folder).release)
        new = await _engine(stack, target)
        location = KeyLocation(folder, organisation, root, None, epochs)
        moved = Moved({}, 0, 0, 0)
        try:
            if not there:
                keys = await asyncio.to_thread(location.open)
                stack.push_async_callback(keys.close)
                old = await _engine(stack, source or str(sqlite_in(folder / DATABASE)))
                await migrate(new)
                where = folder if source is None else None
                carry = partial(
                    carry_platform_tables, where, all_of=platform_tables, knows=keys.has_any
                )
                moved = await _copy(old, new, keys, organisation, audit, carry, told)
                if source is None:
                    await asyncio.to_thread(note_moved, folder)
            if keys_url is not None:
                told("moving the keys", 0, None)
                keys_hash = await check_keyring(new, organisation)
                count = await asyncio.to_thread(move_keys, location, keys_url, keys_hash)
                moved = replace(moved, data_keys=count)
        except SQLAlchemyError as problem:
            raise RefusedError(
                f"A database did not answer ({type(problem).__name__}). Nothing was moved; "
                "repeat the command."
            ) from None
    return moved


async def _is_there_already(folder: Path, source: str | None, target: str) -> bool:
    """True if only the keys are to go: the rows were moved before, or were never on SQLite."""
    if source is not None:
        return database_at(source) == database_at(target)
    return await asyncio.to_thread(is_moved, folder)


async def _engine(stack: AsyncExitStack, url: str) -> AsyncEngine:
    engine = make_engine(url)
    stack.push_async_callback(engine.dispose)
    return engine


async def _copy(
    old: AsyncEngine,
    new: AsyncEngine,
    keys: Keys,
    organisation: str,
    audit: AuditLedger,
    carry_others: Callable[..., Awaitable[Mapping[str, int]]],
    told: Told,
) -> Moved:
    counts: dict[str, int] = {}
    async with old.begin() as source, new.begin() as target:
        for table in metadata.sorted_tables:
            await refuse_what_is_there(target, table, organisation)
        tables = metadata.sorted_tables
        for number, table in enumerate(tables):
            told("copying tables", number, len(tables))
            await carry(source, target, table, organisation)
            sent = await checksum(source, table, organisation)
            counts[table.name], _ = arrived = await checksum(target, table, organisation)
            if sent != arrived:
                raise RefusedError(f"{table.name} did not arrive as it was. Nothing was moved.")
            await go_on_counting(target, table)
        counts |= await carry_others(source=source, target=target)
        told("reading the ledger", 0, None)
        report = await audit(_Open(SqlTransaction(UnitOfWork(target, keys, organisation))))
        if len(report.flaws):
            raise RefusedError(
                "The ledger has flaws: see `handrail ledger verify`. Nothing was moved."
            )
        if await keys.check():
            raise RefusedError(
                "Some keys cannot be opened: see `handrail keys check`. Nothing was moved."
            )
    return Moved(counts, report.chains, report.entries, (await keys.counts()).data_keys)


@dataclass(frozen=True, slots=True)
class _Open:
    """A `Store` whose every transaction is the open one."""

    tx: SqlTransaction

    @asynccontextmanager
    async def transaction(self) -> AsyncIterator[SqlTransaction]:
        yield self.tx

    @asynccontextmanager
    async def locked(self, _: str) -> AsyncIterator[None]:
        yield
