"""Opens keys in a test's own folder, breaks them, and makes them crash."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Callable, Mapping
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

from bot.domain.words import Words
from storage.keys.epoch import Epoch
from storage.keys.epoch_files import Epochs
from storage.keys.key_file import KeyFile
from storage.keys.keyring import Keys
from storage.keys.opening import open_keys, open_keys_of
from storage.keys.records import Permit, WrappedKey
from storage.keys.roots import FileRoot

NOW = datetime(2026, 11, 23, tzinfo=UTC)
PLACE = "answer.words|a1"
WORDS = Words("I said no.")


class Crash(BaseException):
    """The process dies here, so no error handler may run."""


class BadEpochs(Epochs):
    """Raises `trouble` just before or just after one step of its work."""

    def __init__(self, folder: Path, step: str = "", trouble: BaseException | None = None) -> None:
        super().__init__(folder, FileRoot(), "org")
        self.step, self.trouble = step, trouble

    def make(self, number: int) -> Epoch:
        self._at("before make", number)
        made = super().make(number)
        self._at("after make", number)
        return made

    def destroy(self, number: int) -> None:
        self._at("before destroy", number)
        super().destroy(number)
        self._at("after destroy", number)

    def _at(self, step: str, number: int) -> None:
        if self.trouble is not None and f"{step} {number}" == self.step:
            raise self.trouble


class BadStore(KeyFile):
    """Raises around the transaction of a turn, or within it."""

    step = ""
    trouble: BaseException | None = None

    def turn(
        self,
        facts: Mapping[str, bytes],
        rewrap: Callable[[WrappedKey], bytes],
        permit: Permit | None = None,
    ) -> int:
        def wrapped(key: WrappedKey) -> bytes:
            self._at("within the transaction")
            return rewrap(key)

        self._at("before the transaction")
        count = super().turn(facts, wrapped, permit)
        self._at("after the transaction")
        return count

    def _at(self, step: str) -> None:
        if self.trouble is not None and step == self.step:
            raise self.trouble


def store_file(folder: Path) -> Path:
    return folder / "keys" / "keys.db"


def epoch_file(folder: Path, number: int) -> Path:
    return folder / "epochs" / f"{number}.key"


def epochs_in(folder: Path) -> list[str]:
    return sorted(file.name for file in (folder / "epochs").iterdir())


def open_house(folder: Path, organisation: str = "org") -> Keys:
    return open_keys(store_file(folder), folder / "epochs", organisation)


def open_failing(folder: Path, step: str, trouble: BaseException) -> Keys:
    """Opens existing keys whose `step` raises `trouble` from now on."""
    epochs = BadEpochs(folder / "epochs")
    keys = open_keys_of(store_file(folder), epochs)
    epochs.step, epochs.trouble = step, trouble
    keys._store.close()
    store = BadStore(store_file(folder))
    store.about()
    store.step, store.trouble = step, trouble
    keys._store = store
    return keys


def copy_of(folder: Path, to: Path) -> None:
    shutil.copytree(folder, to)


def rows(folder: Path, query: str) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(store_file(folder))) as db, db:
        return db.execute(query).fetchall()


async def fill(keys: Keys, owners: int) -> dict[str, bytes]:
    """Seals words for so many owners; returns the bytes by owner."""
    return {f"o{n}": await keys.seal(f"o{n}", PLACE, WORDS, NOW) for n in range(owners)}


async def all_open(keys: Keys, sealed: Mapping[str, bytes]) -> bool:
    return all([await keys.unseal(who, PLACE, one) == WORDS for who, one in sealed.items()])
