"""An organisation that is backed up, loses something, and is restored: for the tests of backups."""

from __future__ import annotations

import asyncio
import secrets
import shutil
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from bot.run.open_platforms import own_tables
from bot.upkeep.ledger_audit import audit
from storage import OpenedStore, RootChoice, open_store
from storage.keys.location import KeyLocation
from storage.keys.recovery.folder import RecoveryFolder
from storage.keys.recovery.recovery_key import new_recovery_key
from storage.moving.backup import BackedUp, Installation, back_up
from storage.moving.restore import Restored, RestoreQuestions, restore
from storage.moving.told import Told, nobody
from storage.sql.halts.button import release
from tests.databases import SCALED, new_database
from tests.engines import sqlite_without_threads

ORGANISATION = "org"
SECRET, PUBLIC = new_recovery_key()


def yes(until: datetime) -> bool:
    return True


@dataclass
class Installed:
    """One organisation on one kind of database, in the folders of one test."""

    kind: str
    home: Path
    of: Installation

    @property
    def data(self) -> Path:
        return self.home / "data"

    @property
    def recovery(self) -> Path:
        return self.home / "recovery"

    @asynccontextmanager
    async def running(self) -> AsyncIterator[OpenedStore]:
        """Opens the store as a start does."""
        of = self.of.location
        with sqlite_without_threads():
            opened = await open_store(
                *(self.data, self.of.url, ORGANISATION),
                keys_url=of.url,
                epochs=of.epochs,
                recovery=replace(self.of.recovery, process=secrets.token_hex(8)),
            )
        try:
            yield opened
        finally:
            await opened.close()

    async def backed_up(self, told: Told = nobody, now: datetime | None = None) -> BackedUp:
        at = now or datetime.now(UTC)
        with sqlite_without_threads():
            return await back_up(self.of, self.home / "backups", at, told)

    async def restored(
        self,
        file: Path,
        told: Told = nobody,
        secret: str = SECRET,
        sure: Callable[[datetime], bool] = yes,
        after: timedelta = timedelta(0),
        now: datetime | None = None,
    ) -> Restored:
        """Restores the backup at `now`, or `after` the moment of whoever runs."""
        asking, at = RestoreQuestions(lambda: secret, sure), now or datetime.now(UTC) + after
        with sqlite_without_threads():
            return await restore(self.of, file, audit, asking, at, told)

    def resumed(self) -> None:
        """Ends the halt that a restore leaves, as `handrail resume` does."""
        assert release(self.data, self.of.url, ORGANISATION) is not None

    def lose_the_disk(self) -> None:
        """Everything is gone but the backups and the recovery folder."""
        shutil.rmtree(self.data)
        self.of = fresh(self.kind, self.home)

    def lose_the_database(self) -> None:
        """The keys in use stay."""
        if self.of.url is None:
            for file in self.data.glob("*.db*"):
                file.unlink()
        else:
            self.of = replace(self.of, url=new_database())

    def what_is_there(self) -> list[str]:
        """Returns the files of the data folder, but for the lock."""
        found = self.data.rglob("*") if self.data.exists() else ()
        return sorted(str(f.relative_to(self.data)) for f in found if f.suffix != ".lock")


def fresh(kind: str, home: Path) -> Installation:
    keys = new_database() if kind == SCALED else None
    return Installation(
        KeyLocation(home / "data", ORGANISATION, RootChoice(), keys),
        None if kind == "sqlite" else new_database(),
        RecoveryFolder(home / "recovery", PUBLIC),
        own_tables(),
        "1.2.3",
    )


def installed(kind: str, home: Path) -> Installed:
    return Installed(kind, home, fresh(kind, home))


LATER = timedelta(minutes=5)


class Stopper:
    """Stands for Ctrl-C: stops a command in the middle of the step `at`. Empty: it only looks."""

    def __init__(self, at: str = "") -> None:
        self.at = at
        self.steps: list[str] = []

    def __call__(self, what: str, done: int, of: int | None) -> None:
        if what not in self.steps:
            self.steps.append(what)
        if what == self.at and done * 2 >= (of or 0):
            raise asyncio.CancelledError
