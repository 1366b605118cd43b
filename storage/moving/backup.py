"""Backs an organisation up while Handrail runs: the rows into one file, the keys into another.

The rows are read at one moment, sealed, and stay sealed. Then the keys are copied, sealed to the
recovery key: a later copy of them opens every earlier row, but what was ended in between.
"""

from __future__ import annotations

import asyncio
import shutil
import sqlite3
import tempfile
from collections.abc import AsyncIterator, Sequence
from contextlib import AsyncExitStack, asynccontextmanager, closing
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.data_folder import DATABASE, refuse_to_make_or_upgrade, sqlite_in
from storage.keys.keyring import Keys
from storage.keys.location import KeyLocation
from storage.keys.recovery.folder import COPY, RecoveryFolder
from storage.migrate import migrate, newest_revision
from storage.moving.backup_file import Manifest, checksum_of, write_backup
from storage.moving.platform_tables import PlatformTables, carry_platform_tables
from storage.moving.rows import carry, checksum
from storage.moving.told import Told, nobody
from storage.sql.engine import make_engine
from storage.sql.schema import metadata
from storage.trouble import KeyStoreError, RefusedError

ENDING = ".backup"
ONE_MOMENT = {"isolation_level": "REPEATABLE READ", "postgresql_readonly": True}


@dataclass(frozen=True, slots=True, repr=False)
class Installation:
    """Where everything of one organisation is. `url` is the database; None: SQLite."""

    location: KeyLocation
    url: str | None
    recovery: RecoveryFolder
    platform_tables: Sequence[PlatformTables]
    version: str

    @property
    def folder(self) -> Path:
        return self.location.folder

    @property
    def organisation(self) -> str:
        return self.location.organisation


@dataclass(frozen=True, slots=True)
class BackedUp:
    """Where the two files are. How much is in them would tell what one person did in a day."""

    file: Path
    keys: Path


async def back_up(of: Installation, to: Path, now: datetime, told: Told = nobody) -> BackedUp:
    """Makes a backup in the folder `to`; the copy of the keys goes to the recovery folder.

    Handrail may run meanwhile. Raises RefusedError, and leaves no file in `to`, where there is
    nothing to back up, or where something that must lie apart does not.
    """
    refuse_beside_the_data(of, to)
    keys_url = of.location.url
    await asyncio.to_thread(refuse_to_make_or_upgrade, of.folder, of.url, keys_url)
    file = to / f"handrail-{of.organisation}-{now.astimezone(UTC):%Y%m%dT%H%M%SZ}{ENDING}"
    async with AsyncExitStack() as stack:
        keys = await asyncio.to_thread(of.location.look)
        stack.push_async_callback(keys.close)
        try:
            work = await asyncio.to_thread(_make_work, to)
            stack.callback(shutil.rmtree, work, ignore_errors=True)
            await _rows(of, keys, work, told)
            told("copying the keys", 0, None)
            keys.endings.folder = of.recovery
            await keys.write_copy(datetime.now(UTC))
            manifest = await asyncio.to_thread(_manifest, of, work, now, told)
            await asyncio.to_thread(write_backup, file, work / DATABASE, manifest, told)
            await _note(keys, file, now)
        except (SQLAlchemyError, sqlite3.Error, KeyStoreError) as problem:
            raise RefusedError(
                f"A database did not answer ({type(problem).__name__}). No backup was made; "
                "repeat the command."
            ) from None
        except FileExistsError:
            raise RefusedError(f"{file} is there already; it was left as it is.") from None
        except OSError as problem:
            raise RefusedError(
                f"The backup could not be written ({problem.strerror}). No backup was made."
            ) from None
    return BackedUp(file, of.recovery.folder / COPY)


async def _note(keys: Keys, file: Path, now: datetime) -> None:
    """Notes in the key store that a backup was made. Where that fails, the backup is there."""
    try:
        await keys.note_backup(now)
    except (OSError, SQLAlchemyError, sqlite3.Error, KeyStoreError) as problem:
        raise RefusedError(
            f"The backup was made and is whole: {file}. But the key store could not note it "
            f"({type(problem).__name__}), so `handrail doctor` does not know of it. Is the disk of "
            "the keys full? Make room there, then run `handrail backup` again."
        ) from None


def _make_work(to: Path) -> Path:
    to.mkdir(parents=True, exist_ok=True, mode=0o700)
    return Path(tempfile.mkdtemp("", ".handrail-", to))


def refuse_beside_the_data(of: Installation, *more: Path) -> None:
    """Raises RefusedError for a folder within the data folder: a lost disk takes both."""
    data = of.folder.resolve()
    for folder in (of.recovery.folder, *more):
        if folder.resolve().is_relative_to(data):
            raise RefusedError(
                f"{folder} is in the data folder, so one lost disk takes both. Choose a folder on "
                "another disk or machine. Nothing was changed."
            )


async def _rows(of: Installation, keys: Keys, work: Path, told: Told) -> None:
    """Writes all rows to a new SQLite file in `work`."""
    engine = make_engine(sqlite_in(work / DATABASE))
    try:
        await migrate(engine)
        async with _at_one_moment(of, work, told) as source, engine.begin() as target:
            await carry_all(source, target, of.organisation, told)
            where = work / "source" if of.url is None else None
            await carry_platform_tables(where, source, target, of.platform_tables, keys.has_any)
    finally:
        await engine.dispose()


async def carry_all(
    source: AsyncConnection, target: AsyncConnection, organisation: str, told: Told
) -> None:
    """Copies every table of the data, and compares. Raises RefusedError where they differ."""
    tables = metadata.sorted_tables
    for number, table in enumerate(tables):
        told("copying tables", number, len(tables))
        await carry(source, target, table, organisation)
        sent = await checksum(source, table, organisation)
        if sent != await checksum(target, table, organisation):
            raise RefusedError(f"{table.name} did not arrive as it was. Nothing was changed.")
    told("copying tables", len(tables), len(tables))


@asynccontextmanager
async def _at_one_moment(
    of: Installation, work: Path, told: Told
) -> AsyncIterator[AsyncConnection]:
    """Yields a connection that sees the rows of one moment, whatever is written meanwhile."""
    if of.url is None:
        told("reading the database", 0, None)
        await asyncio.to_thread(_copy_sqlite, of, work / "source")
    engine = make_engine(sqlite_in(work / "source" / DATABASE) if of.url is None else of.url)
    try:
        async with engine.connect() as connection:
            if of.url is not None:
                await connection.execution_options(**ONE_MOMENT)
            async with connection.begin():
                yield connection
    finally:
        await engine.dispose()


def _copy_sqlite(of: Installation, to: Path) -> None:
    """Copies with SQLite's online backup: what lies in the write-ahead log comes along."""
    to.mkdir(mode=0o700)
    for name in (str(DATABASE), *(one.file for one in of.platform_tables)):
        if (of.folder / name).exists():
            (to / name).touch(mode=0o600)
            found = sqlite3.connect(f"{(of.folder / name).resolve().as_uri()}?mode=ro", uri=True)
            with closing(found) as source, closing(sqlite3.connect(to / name)) as copy:
                source.backup(copy)


def _manifest(of: Installation, work: Path, now: datetime, told: Told) -> Manifest:
    with closing(sqlite3.connect(work / DATABASE)) as made:
        # All of it is in one file then.
        made.execute("PRAGMA journal_mode=DELETE").fetchall()
    length, sha256 = checksum_of(work / DATABASE, told)
    return Manifest(
        handrail=of.version,
        schema_revision=newest_revision(),
        organisation=of.organisation,
        made_at=now.astimezone(UTC),
        database="sqlite" if of.url is None else "postgresql",
        length=length,
        sha256=sha256,
    )
