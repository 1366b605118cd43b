"""An installation from before epochs had numbers and keys could be retired."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from storage import RefusedError
from storage.keys.envelope import FORMAT, bind, key_of
from storage.keys.epoch import Wrapping
from storage.keys.key_file import KeyFile
from storage.keys.keyring import month_of
from storage.keys.records import KeyCounts, WrappedKey
from tests.storage.keys.failing_keys import (
    NOW,
    PLACE,
    WORDS,
    epoch_file,
    epochs_in,
    open_house,
    rows,
    store_file,
)

FIRST_TABLES = """
CREATE TABLE about (name TEXT PRIMARY KEY, value BLOB NOT NULL);
CREATE TABLE data_key (
    id BLOB PRIMARY KEY, owner TEXT NOT NULL, month INTEGER NOT NULL, wrapped BLOB NOT NULL,
    UNIQUE (owner, month));
CREATE TABLE forgotten (owner TEXT PRIMARY KEY);
"""
MADE_AT = datetime(2026, 10, 1, tzinfo=UTC)
OWNERS = 50


def _first_version(folder: Path) -> None:
    """Writes the files as the first version did, with the formats spelled out."""
    secret, epoch = bytes(range(32)), epoch_file(folder, 1)
    epoch.parent.mkdir(mode=0o700)
    epoch.write_text(f"handrail-epoch-1:{secret.hex()}\n")
    epoch.chmod(0o600)
    os.utime(epoch, (MADE_AT.timestamp(), MADE_AT.timestamp()))
    store_file(folder).parent.mkdir(mode=0o700)
    wrap = Wrapping(secret).wrap
    keys = [WrappedKey(bytes([n] * 8), f"o{n}", month_of(NOW), b"") for n in range(OWNERS)]
    with closing(sqlite3.connect(store_file(folder))) as db, db:
        db.executescript(FIRST_TABLES)
        index = wrap(b"i" * 32, bind(FORMAT, "index_key", "org"))
        db.execute("INSERT INTO about VALUES ('index_key', ?)", (index,))
        for key in keys:
            wrapped = wrap(bytes([key.id[0]] * 32), key.binding("org"))
            db.execute(
                "INSERT INTO data_key VALUES (?, ?, ?, ?)", (key.id, key.owner, key.month, wrapped)
            )
        db.execute("INSERT INTO forgotten VALUES ('gone')")


async def test_it_starts_in_epoch_1_with_every_key_and_can_turn(tmp_path: Path) -> None:
    _first_version(tmp_path)
    keys = open_house(tmp_path)
    status = await keys.status()
    assert (status.epoch, status.turned_at, status.root) == (1, MADE_AT, "file")
    assert await keys.counts() == KeyCounts(OWNERS, OWNERS, 0)
    assert await keys.check() == 0
    assert await keys.forgotten() == {"gone"}
    sealed = await keys.seal("o7", PLACE, WORDS, NOW)
    assert key_of(sealed)[1] == bytes([7] * 8)
    await keys.retire("o7")
    assert key_of(await keys.seal("o7", PLACE, WORDS, NOW))[1] != bytes([7] * 8)
    digest = keys.keyed_hash("code", "KXPT")
    await keys.close()
    again = open_house(tmp_path)
    assert await again.turn(NOW) == OWNERS + 1
    assert epochs_in(tmp_path) == ["2.key"]
    assert await again.unseal("o7", PLACE, sealed) == WORDS
    assert again.keyed_hash("code", "KXPT") == digest
    await again.close()


async def test_a_refused_start_upgrades_nothing(tmp_path: Path) -> None:
    _first_version(tmp_path)
    before, right = store_file(tmp_path).read_bytes(), epoch_file(tmp_path, 1).read_text()
    epoch_file(tmp_path, 1).write_text("handrail-epoch-1:" + "0" * 64)
    with pytest.raises(RefusedError, match="does not belong"):
        open_house(tmp_path)
    assert store_file(tmp_path).read_bytes() == before
    epoch_file(tmp_path, 1).write_text(right)
    await open_house(tmp_path).close()


async def test_an_upgrade_that_is_cut_short_leaves_the_first_version_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _first_version(tmp_path)
    before = rows(tmp_path, "SELECT * FROM data_key")
    with monkeypatch.context() as harmed:
        harmed.setattr("storage.keys.tables.VERSION", "not a number")
        store = KeyFile(store_file(tmp_path))
        with pytest.raises(sqlite3.OperationalError):
            store.begin({"epoch": b"1"})
        store.close()
    assert rows(tmp_path, "SELECT * FROM data_key") == before
    assert rows(tmp_path, "SELECT name FROM about") == [("index_key",)]
    keys = open_house(tmp_path)
    assert await keys.check() == 0
    await keys.close()


async def test_one_owner_and_month_has_one_key_that_seals_however_many_retired(
    tmp_path: Path,
) -> None:
    _first_version(tmp_path)
    await open_house(tmp_path).close()
    copy = "INSERT INTO data_key SELECT randomblob(8), owner, month, wrapped, {} FROM data_key"
    rows(tmp_path, copy.format(1))
    with pytest.raises(sqlite3.IntegrityError):
        rows(tmp_path, copy.format(0))


async def test_a_key_store_from_a_newer_handrail_is_refused_and_left_alone(tmp_path: Path) -> None:
    await open_house(tmp_path).close()
    rows(tmp_path, "PRAGMA user_version = 3")
    before = store_file(tmp_path).read_bytes()
    with pytest.raises(RefusedError, match="newer Handrail"):
        open_house(tmp_path)
    assert store_file(tmp_path).read_bytes() == before


async def test_a_lost_key_store_beside_a_turned_epoch_is_refused(tmp_path: Path) -> None:
    keys = open_house(tmp_path)
    await keys.turn(NOW + timedelta(days=1))
    await keys.close()
    away = tmp_path / "away"
    for empty in (False, True):
        store_file(tmp_path).rename(away)
        if empty:
            store_file(tmp_path).touch()
        with pytest.raises(RefusedError, match="key store is missing or empty"):
            open_house(tmp_path)
        away.rename(store_file(tmp_path))
    assert epochs_in(tmp_path) == ["2.key"]
    await open_house(tmp_path).close()


@pytest.mark.parametrize("content", ["handrail-epoch-2:file:" + "0" * 64, "handrail-ep", ""])
async def test_a_refused_start_clears_nothing_away(tmp_path: Path, content: str) -> None:
    """After a crash in a turn the epoch in force is damaged, so the other file must stay."""
    keys = open_house(tmp_path)
    sealed = await keys.seal("mai", PLACE, WORDS, NOW)
    keys._epochs.make(2)
    await keys.close()
    file, other = epoch_file(tmp_path, 1), epoch_file(tmp_path, 2).read_text()
    draft = file.with_name("3.abc.draft")
    draft.write_text("half")
    right = file.read_text()
    file.write_text(content)
    with pytest.raises(RefusedError):
        open_house(tmp_path)
    assert epoch_file(tmp_path, 2).read_text() == other
    assert draft.exists()
    file.write_text(right)
    again = open_house(tmp_path)
    assert epochs_in(tmp_path) == ["1.key"]
    assert await again.unseal("mai", PLACE, sealed) == WORDS
    await again.close()


async def test_a_folder_that_cannot_be_cleared_is_said_and_nothing_is_lost(tmp_path: Path) -> None:
    await open_house(tmp_path).close()
    (stray := epoch_file(tmp_path, 2)).mkdir()
    with pytest.raises(RefusedError, match="No key was lost"):
        open_house(tmp_path)
    stray.rmdir()
    await open_house(tmp_path).close()


def test_a_transaction_that_sqlite_ended_by_itself_shows_its_own_error(tmp_path: Path) -> None:
    """On a full database SQLite has rolled back itself, and nothing is left to roll back."""
    store = KeyFile(store_file(tmp_path))
    store.about()
    store.begin({"epoch": b"1"})
    with store._engine.connect() as db:
        db.exec_driver_sql("PRAGMA max_page_count=1")
    with pytest.raises(sqlite3.OperationalError, match="full"):
        store.begin({f"fact{number}": bytes(2000) for number in range(50)})
    assert store.facts() == {"epoch": b"1"}
    store.close()
