"""The data folder: its paths, its lock, and whether a start or a command may open it."""

from __future__ import annotations

import asyncio
import fcntl
import os
import shutil
import stat
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import URL
from sqlalchemy.exc import SQLAlchemyError

from bot.domain.operator import Standing
from storage.keys.apart import refuse_same_database
from storage.keys.file_modes import inside, loose
from storage.keys.location import KEY_STORE, key_files
from storage.migrate import is_newest
from storage.sql.engine import make_sync_engine
from storage.sql.store import SqlStore
from storage.trouble import RefusedError, database_at

DATABASE = Path("handrail.db")
LOCK = Path("handrail.lock")
MOVED = Path("moved-to-another-database")
# A restore works in this folder, and removes it at its end.
RESTORING = Path("restoring")


@dataclass(frozen=True, slots=True)
class DataFolder:
    """An opened store on its machine (`House` in the ports of the operator's desk)."""

    folder: Path
    store: SqlStore
    epochs: Path | None = None

    async def standing(self) -> Standing:
        mode = stat.S_IMODE(self.folder.stat().st_mode)
        usage = await asyncio.to_thread(shutil.disk_usage, self.folder)
        found = tuple(await asyncio.to_thread(self._loose))
        return Standing(mode, usage.free, await self.store.schema_matches(), found)

    async def free_bytes(self) -> int:
        """How much more can be written on the disk of the data folder."""
        return (await asyncio.to_thread(shutil.disk_usage, self.folder)).free

    def _loose(self) -> list[str]:
        """The commands that close what others can open, keys first. The folder is told apart."""
        paths = [*key_files(self.folder, self.epochs), *inside(self.folder)]
        found = [wrong.command for wrong in map(loose, paths) if wrong is not None]
        return list(dict.fromkeys(found))


def refuse_to_make_or_upgrade(folder: Path, url: str | None, keys_url: str | None = None) -> None:
    """Lets a command open only what is there: no new data folder, no other schema.

    Raises RefusedError, and changes nothing. Call it off the event loop.
    """
    if keys_url:
        refuse_same_database(url, keys_url)
    database = folder / DATABASE
    if not keys_url and not ((folder / KEY_STORE).exists() and (url or database.exists())):
        raise RefusedError(
            f"There is no Handrail in the data folder {folder}. Is HANDRAIL_DATA right? "
            "The first `handrail run` makes it."
        )
    where = database_at(url) if url else URL.create("sqlite", database=str(database))
    engine = make_sync_engine(where)
    try:
        with engine.connect() as connection:
            newest = is_newest(connection)
    except (SQLAlchemyError, UnicodeError):
        raise RefusedError(
            "The database cannot be opened. Is it running, and is HANDRAIL_DATABASE_URL right?"
        ) from None
    finally:
        engine.dispose()
    if not newest:
        raise RefusedError(
            "The database does not have the schema of this version. Make a backup; then "
            "`handrail run` upgrades it, or says why it cannot. Nothing was changed."
        )


def sqlite_in(file: Path) -> URL:
    # SQLite gives its journal the same mode, even in a folder that others can enter.
    """Returns the URL of a SQLite file, and makes the file with mode 0600."""
    file.touch(mode=0o600)
    return URL.create("sqlite", database=str(file))


def note_moved(folder: Path) -> None:
    """Notes that the rows went to another database: no start uses this SQLite again."""
    (folder / MOVED).touch(mode=0o600)


def refuse_half_restored(folder: Path) -> None:
    """Raises RefusedError where a restore was begun and not ended."""
    if (folder / RESTORING).exists():
        raise RefusedError(
            "A restore into this data folder was begun and not ended. Repeat `handrail restore` "
            "with the same file; it goes on from there. Nothing was changed."
        )


def is_moved(folder: Path) -> bool:
    """True if `note_moved` was called for this folder."""
    return (folder / MOVED).exists()


def refuse_if_moved(folder: Path) -> None:
    """Raises RefusedError where `note_moved` was called."""
    if is_moved(folder):
        raise RefusedError(
            "This data folder's database was moved to another one: set HANDRAIL_DATABASE_URL. To "
            f"go back to what it was on the day of the move, remove the file {MOVED} from the "
            "folder; what has happened since then is not in it."
        )


class FolderLock:
    """A lock on the data folder, so that only one process uses it.

    It ends with `release`, or with the process. Raises RefusedError where another process has it.
    """

    def __init__(self, folder: Path) -> None:
        self._file = os.open(folder / LOCK, os.O_RDWR | os.O_CREAT, 0o600)
        try:
            fcntl.flock(self._file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            os.close(self._file)
            raise RefusedError(
                f"Another Handrail is already running on the data folder {folder}. "
                "Stop it first, or set HANDRAIL_DATA to a folder of this one's own."
            ) from None

    def release(self) -> None:
        os.close(self._file)


def is_locked(folder: Path) -> bool:
    """True if a process runs on this data folder."""
    if not folder.is_dir():
        return False
    try:
        FolderLock(folder).release()
    except RefusedError:
        return True
    return False
