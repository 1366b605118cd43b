"""Opens everything that is stored: lock, keys, database, schema, in that order."""

from __future__ import annotations

import asyncio
from contextlib import AsyncExitStack
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import structlog
from sqlalchemy import URL
from sqlalchemy.ext.asyncio import AsyncEngine

from bot.domain.consent import Purpose
from storage.data_folder import (
    DATABASE,
    FolderLock,
    refuse_half_restored,
    refuse_if_moved,
    sqlite_in,
)
from storage.keys.apart import refuse_keys_here, refuse_same_database
from storage.keys.file_modes import close_to_others, own_files_only, refuse_loose
from storage.keys.keyring import Keys
from storage.keys.location import FILE_ROOT, KeyLocation, key_files
from storage.keys.recovery.folder import RecoveryFolder
from storage.keys.roots import RootChoice
from storage.migrate import migrate
from storage.sql.engine import make_engine
from storage.sql.schema import keyring
from storage.sql.store import SqlStore, Waking
from storage.sql.unit_of_work import UnitOfWork
from storage.start import (
    beating,
    has_written,
    refusing_a_silent_database,
    seeing,
    starting_alone,
    withdraw_again,
)
from storage.trouble import RefusedError

log = structlog.get_logger()

TRIES = 3
SEALED = "ledger_sealed"
ROWS_SEALED = "rows_sealed"
# The heads and the tally are sealed with a key that is for nothing else.
SEALED_APART = "ledger_sealed_apart"
NOTED_AT_ONCE = 500


@dataclass(frozen=True, slots=True)
class OpenedStore:
    """The opened store and its keys. `keys` is also the `Sealer`."""

    store: SqlStore
    keys: Keys
    _open: AsyncExitStack

    async def close(self) -> None:
        """Closes the database, then the keys, then the folder."""
        await self._open.aclose()


async def open_store(
    data_folder: Path,
    url: str | None,
    organisation: str,
    root: RootChoice = FILE_ROOT,
    *,
    keys_url: str | None = None,
    epochs: Path | None = None,
    waking: Waking | None = None,
    recovery: RecoveryFolder | None = None,
    restoring: bool = False,
) -> OpenedStore:
    """Opens the store of one organisation; without `url`, on SQLite in `data_folder`.

    Without `keys_url` the keys lie in `data_folder`, and one process has it. With `keys_url` any
    number of processes may open the same store. Each needs the same epochs in a folder (`epochs`,
    or one in `data_folder`): a shared folder on one machine, or files that the operator brings.

    With `recovery` each ending is written down there too, for a lost disk (docs/backup.md).
    `restoring` is true only at the end of a restore, which no other start may come before.

    Raises RefusedError, with a sentence for the operator, when starting would do harm: another
    process has the folder, a key is missing or is not the right one, the schema is newer; and when
    the database does not answer.
    """
    location = KeyLocation(data_folder, organisation, root, keys_url, epochs)
    async with AsyncExitStack() as stack:
        stack.enter_context(refusing_a_silent_database())
        await asyncio.to_thread(_make_folder, data_folder, epochs)
        if not restoring:
            await asyncio.to_thread(refuse_half_restored, data_folder)
        if url is None:
            await asyncio.to_thread(refuse_if_moved, data_folder)
        if keys_url is None:
            stack.callback(FolderLock(data_folder).release)
            keys = await _keys(stack, location, recovery)
            engine = _engine(stack, url or sqlite_in(data_folder / DATABASE))
            store = await _started(engine, keys, organisation)
        else:
            refuse_same_database(url, keys_url)
            engine = _engine(stack, url or "")
            async with starting_alone(engine, organisation):
                known = await has_written(engine, organisation)
                keys = await _keys(stack, location, recovery, known=known)
                async with engine.connect() as connection:
                    await connection.run_sync(refuse_keys_here)
                store = await _started(engine, keys, organisation, waking, shared=True)
            stack.push_async_callback(store.close)
            await stack.enter_async_context(beating(keys))
        if recovery is not None:
            await stack.enter_async_context(seeing(keys))
        return OpenedStore(store, keys, stack.pop_all())


async def _keys(
    stack: AsyncExitStack,
    location: KeyLocation,
    recovery: RecoveryFolder | None,
    *,
    known: bool = False,
) -> Keys:
    keys = await asyncio.to_thread(location.open, known=known)
    stack.push_async_callback(keys.close)
    if recovery is not None:
        await keys.keep_in(recovery)
    return keys


def _engine(stack: AsyncExitStack, url: str | URL) -> AsyncEngine:
    engine = make_engine(url)
    stack.push_async_callback(engine.dispose)
    return engine


async def _started(
    engine: AsyncEngine,
    keys: Keys,
    organisation: str,
    waking: Waking | None = None,
    *,
    shared: bool = False,
) -> SqlStore:
    """Upgrades the schema, then repairs what a crash or a restored backup left."""
    await migrate(engine)
    await _match(engine, keys, organisation)
    store = SqlStore(engine, keys, organisation, shared=shared, waking=waking)
    await keys.seal_withdrawals()
    store.unsealed = not await keys.has_fact(ROWS_SEALED)
    if store.unsealed:
        # Later nothing lies in the clear but what somebody else has written there.
        await _move_into_seals(store)
    await _write_heads_once(store, keys)
    await _note_workspaces(store)
    await _seal_rows_once(store, keys)
    await _compare_ends(store, keys)
    for more in reversed(range(TRIES)):
        try:
            await _put_right(store, keys)
            break
        except ValueError:
            # Another process has appended the very same entry in between.
            if not more:
                raise
    return store


async def _compare_ends(store: SqlStore, keys: Keys) -> None:
    """Finds a ledger that was put back to an older state, before anything is appended to it."""
    async with store.transaction() as tx:
        is_older, end = await tx.is_older_copy(), await tx.end_of_ledger()
    if is_older:
        log.error("ledger_is_an_older_copy")
        await keys.note_older_copy()
        if end is not None:
            await keys.start_ledger_at(end)
    elif end is not None:
        await keys.note_newest_head(end)


async def _put_right(store: SqlStore, keys: Keys) -> None:
    async with store.transaction() as tx:
        await tx.finish_erasing(datetime.now(UTC))
        if await withdraw_again(tx, await keys.withdrawn()):
            log.warning("restored_database")


def _make_folder(folder: Path, epochs: Path | None) -> None:
    """Makes the data folder, or closes it to others. Keys that others could open are refused."""
    own_files_only()
    folder.mkdir(parents=True, exist_ok=True)
    keys = key_files(folder, epochs)
    refuse_loose(*keys)
    close_to_others(folder, but=frozenset(keys))


async def _match(engine: AsyncEngine, keys: Keys, organisation: str) -> None:
    """Refuses a key store that did not write this database.

    With another one Handrail would find nobody, and would erase what it cannot read.
    """
    found = keys.keyed_hash("keyring", organisation)
    async with engine.begin() as connection:
        work = UnitOfWork(connection, keys, organisation)
        if await work.add(keyring, {"keys_hash": found}):
            return
        row = await work.first(work.select(keyring))
    if row is None or row.keys_hash != found:
        raise RefusedError(
            "The database was written with another key store than the one found. Put the right "
            "key store and epoch key back, or use another data folder, then start again. "
            "No data was touched."
        )


async def _note_workspaces(store: SqlStore) -> None:
    """Fills in the workspaces that an earlier version did not store, a few at a time."""
    while True:
        async with store.transaction() as tx:
            if not await tx.note_workspaces(NOTED_AT_ONCE):
                return


async def _move_into_seals(store: SqlStore) -> None:
    """Seals what an earlier version stored in the clear, people a few at a time."""
    async with store.transaction(moving=True) as tx:
        await tx.move_entries()
    more = NOTED_AT_ONCE
    while more:
        async with store.transaction(moving=True) as tx:
            more = await tx.move_settings(datetime.now(UTC), NOTED_AT_ONCE)


async def _write_heads_once(store: SqlStore, keys: Keys) -> None:
    """Makes heads and tally once in a database's life: a tally missing later was removed."""
    if not await keys.has_fact(SEALED):
        async with store.transaction() as tx:
            await tx.write_all_heads()
        await keys.record_fact(SEALED)
    elif not await keys.has_fact(SEALED_APART):
        async with store.transaction() as tx:
            await tx.move_heads()
    await keys.record_fact(SEALED_APART)


async def _seal_rows_once(store: SqlStore, keys: Keys) -> None:
    """Seals, once in a database's life, the rows that an earlier version wrote.

    From then on a row without a seal is one that somebody else wrote.
    """
    if not store.unsealed:
        return
    while True:
        async with store.transaction() as tx:
            if not await tx.seal_rows(NOTED_AT_ONCE):
                break
    async with store.transaction() as tx:
        for chain, purpose, at in await keys.withdrawn():
            await tx.withdraw_for_good(chain, Purpose(purpose), at)
        await tx.note_leaves()
    await keys.record_fact(ROWS_SEALED)
    store.unsealed = False
