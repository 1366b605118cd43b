"""Restores a backup into an empty place: all of it, or nothing; and nothing that was ended since.

Until the end it works in a folder of its own, so an interrupted restore can be repeated. A start is
refused while that folder is there.
"""

from __future__ import annotations

import asyncio
import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import AsyncExitStack, contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import select
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.ext.asyncio import AsyncEngine

from storage.data_folder import DATABASE, RESTORING, FolderLock, refuse_if_moved, sqlite_in
from storage.keys.apart import refuse_same_database
from storage.keys.file_modes import own_files_only
from storage.keys.keyring import Keys
from storage.keys.location import KEY_STORE
from storage.keys.recovery.key_copy import open_copy
from storage.migrate import knows_revision, migrate
from storage.moving.backup import Installation, refuse_beside_the_data
from storage.moving.backup_file import Manifest, extract, newer, read_manifest
from storage.moving.database import AuditLedger
from storage.moving.left_behind import seal_left_behind
from storage.moving.plain_tables import refuse_all_but_tables
from storage.moving.recovered_keys import recover_keys
from storage.moving.restore_place import BACKUP, NEW, READY, begun, engine_of, place
from storage.moving.restored_rows import carry_into
from storage.moving.settling import settle_rows
from storage.moving.since_backup import rest_everyone
from storage.moving.told import Told, nobody
from storage.opening import open_store
from storage.sql.schema import keyring
from storage.sql.unit_of_work import UnitOfWork
from storage.trouble import KeyStoreError, RefusedError

LIVING = (
    "A Handrail wrote to {folder} (HANDRAIL_RECOVERY) in the last ten minutes, and did not end. "
    "Stop every Handrail; where it was lost and not stopped, wait ten minutes, then repeat the "
    "command. For a drill, never use this folder: set HANDRAIL_RECOVERY to a copy of it, and wait "
    "ten minutes after copying. Nothing was changed."
)
OTHER_KEYS = (
    "The backup was written with other keys than these. Put the right ones back, or give the "
    "restore an empty data folder and the recovery folder. Nothing was changed."
)


@dataclass(frozen=True, slots=True)
class Restored:
    """What is there now. How much of it would tell what one person did: so it counts nothing.

    `some_not_back` means that there are people whose keys are gone: they were erased since.
    `proved_until` is the moment (UTC) until which the endings are known; None: the keys were never
    lost, and know all of them.
    """

    made_at: datetime
    proved_until: datetime | None
    some_not_back: bool


@dataclass(frozen=True, slots=True)
class RestoreQuestions:
    """What a restore asks, only where the keys are lost.

    `secret` returns the secret half of the recovery key. `sure` gets the moment (UTC) until which
    the endings are known, and returns whether Handrail did not run after it.
    """

    secret: Callable[[], str]
    sure: Callable[[datetime], bool]


async def restore(
    into: Installation,
    file: Path,
    audit: AuditLedger,
    asking: RestoreQuestions,
    now: datetime,
    told: Told = nobody,
) -> Restored:
    """Restores the backup in `file`; no Handrail may run. Raises RefusedError, and changes nothing,
    for a bad file, a place that is not empty, and where nobody can prove what was ended since.
    """
    refuse_beside_the_data(into)
    if into.location.url is not None:
        refuse_same_database(into.url, into.location.url)
    await asyncio.to_thread(_make_folder, into.folder)
    work, manifest = into.folder / RESTORING, read_manifest(file)
    _refuse_other(manifest, file, into.organisation)
    try:
        with _locked(into):
            proved_until = await begun(into, work)
            if not (work / READY).exists():
                proved_until = await _prepare(into, file, manifest, asking, now, told)
            await place(into, work)
            # A clock that is behind must not hide what left before the loss.
            moment = max(now, manifest.made_at, proved_until or now)
            gone = await _settle(into, manifest.made_at, moment, told)
        await _look_at(into, audit, told)
    except (SQLAlchemyError, sqlite3.Error, KeyStoreError) as problem:
        raise RefusedError(
            f"A database did not answer ({type(problem).__name__}). Repeat the command; it "
            "begins anew or goes on, as is right."
        ) from None
    await asyncio.to_thread(shutil.rmtree, work)
    return Restored(manifest.made_at, proved_until, bool(gone))


@contextmanager
def _locked(into: Installation) -> Iterator[None]:
    """Keeps every other process away. Raises RefusedError where one has the data folder."""
    lock = FolderLock(into.folder)
    try:
        if into.url is None:
            refuse_if_moved(into.folder)
        yield
    finally:
        lock.release()


def _make_folder(folder: Path) -> None:
    own_files_only()
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)


def _refuse_other(manifest: Manifest, file: Path, organisation: str) -> None:
    if not knows_revision(manifest.schema_revision):
        raise RefusedError(newer(file))
    if manifest.organisation != organisation:
        raise RefusedError(
            f"{file} is of the organisation {manifest.organisation}, and HANDRAIL_ORGANISATION is "
            f"{organisation}. Nothing was changed."
        )


async def _prepare(
    into: Installation,
    file: Path,
    manifest: Manifest,
    asking: RestoreQuestions,
    now: datetime,
    told: Told,
) -> datetime | None:
    """Brings rows and keys into the working folder, or the rows into the server, all at once."""
    work = into.folder / RESTORING
    (work / NEW).mkdir(parents=True, mode=0o700)
    try:
        await asyncio.to_thread(extract, file, work / BACKUP, told)
        await asyncio.to_thread(refuse_all_but_tables, work / BACKUP, file)
        async with engine_of(str(sqlite_in(work / BACKUP))) as old, AsyncExitStack() as stack:
            await migrate(old)
            whose = await _whose(old, into.organisation)
            keys, until = await _keys(into, manifest, asking, now, told, whose)
            stack.push_async_callback(keys.close)
            if not _wrote(keys, into.organisation, whose):
                raise RefusedError(OTHER_KEYS)
            note = (work / READY, "" if until is None else until.isoformat())
            await carry_into(into, old, keys, note, told)
        return until
    except BaseException:
        if not (work / READY).exists():
            shutil.rmtree(work, ignore_errors=True)
        raise


async def _keys(
    into: Installation,
    manifest: Manifest,
    asking: RestoreQuestions,
    now: datetime,
    told: Told,
    whose: str | None,
) -> tuple[Keys, datetime | None]:
    """Opens the keys in use, or makes them again from their copy and the endings since.

    `whose` is the keyed hash of the keys that wrote the backup. Other keys that nothing was ever
    sealed with, as a refused start leaves them, count as none: the recovered ones take their place.
    """
    location = into.location
    if await asyncio.to_thread(location.has_keys):
        keys = await _keys_in_use(into, now)
        if _wrote(keys, into.organisation, whose):
            return keys, None
        await keys.close()
        if not await asyncio.to_thread(location.has_unused_keys):
            raise RefusedError(OTHER_KEYS)
    told("opening the copy of the keys", 0, None)
    sealed = await asyncio.to_thread(into.recovery.read_copy)
    copy = open_copy(sealed, asking.secret(), into.organisation)
    file = into.folder / RESTORING / NEW / KEY_STORE
    epochs = await asyncio.to_thread(location.make_epochs)
    found = await asyncio.to_thread(recover_keys, copy, into.recovery, file, epochs, now)
    until = found.proved.until
    try:
        if until < manifest.made_at:
            raise RefusedError(
                f"The recovery folder is of {until:%Y-%m-%d %H:%M} UTC, and so older than the "
                "backup. Put it back as it was when Handrail last ran. Nothing was changed."
            )
        await _refuse_living(into, found.keys, now)
        if not asking.sure(until):
            raise RefusedError(
                "Put the recovery folder back as it was when Handrail last ran, then repeat the "
                "command. Nothing was changed."
            )
    except BaseException:
        await found.keys.close()
        epochs.destroy(found.epoch)
        raise
    return found.keys, until


async def _keys_in_use(into: Installation, now: datetime) -> Keys:
    keys = await asyncio.to_thread(into.location.look)
    try:
        await _refuse_living(into, keys, now)
    except BaseException:
        await keys.close()
        raise
    return keys


async def _refuse_living(into: Installation, keys: Keys, now: datetime) -> None:
    """Raises RefusedError while a Handrail runs with this recovery folder: it would be two."""
    if await asyncio.to_thread(keys.endings.is_living, into.recovery, now):
        raise RefusedError(LIVING.format(folder=into.recovery.folder))


async def _whose(old: AsyncEngine, organisation: str) -> str | None:
    """Returns the keyed hash of the keys that wrote these rows."""
    mine = select(keyring.c.keys_hash).where(keyring.c.organisation == organisation)
    async with old.connect() as connection:
        found: str | None = (await connection.execute(mine)).scalar()
    return found


def _wrote(keys: Keys, organisation: str, whose: str | None) -> bool:
    return whose == keys.keyed_hash("keyring", organisation)


async def _settle(into: Installation, made_at: datetime, moment: datetime, told: Told) -> set[str]:
    """Ends what was ended since, and halts; returns the people who are not brought back."""
    told("ending what was ended since", 0, None)
    keys = await asyncio.to_thread(into.location.open)
    try:
        keys.endings.folder = into.recovery
        url = into.url or str(sqlite_in(into.folder / DATABASE))
        async with engine_of(url) as engine, engine.begin() as connection:
            work = UnitOfWork(connection, keys, into.organisation)
            known = await asyncio.to_thread(keys.ids)
            await keys.accept_ledger()
            gone = await settle_rows(work, known, moment)
            await rest_everyone(work, gone, made_at, moment)
            await seal_left_behind(work)
        for person in sorted(gone):
            await keys.forget(person)
    finally:
        await keys.close()
    return gone


async def _look_at(into: Installation, audit: AuditLedger, told: Told) -> None:
    """Starts once, as the next start does, and looks; then renews the copy of the keys."""
    told("looking at what is there", 0, None)
    of = into.location
    opened = await open_store(
        *(into.folder, into.url, into.organisation, of.root),
        keys_url=of.url,
        epochs=of.epochs,
        recovery=into.recovery,
        restoring=True,
    )
    try:
        report = await audit(opened.store)
        unreadable = await opened.keys.check()
        if report.flaws or unreadable:
            raise RefusedError(
                "The backup is restored, but the ledger has flaws, or keys cannot be opened: see "
                "`handrail ledger verify` and `handrail keys check` before you start."
            )
        await opened.keys.write_copy(datetime.now(UTC))
    finally:
        await opened.close()
