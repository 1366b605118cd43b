"""Ctrl-C at every step of a long command: nothing half done, and the command can be repeated."""

from __future__ import annotations

import asyncio
import sqlite3
from pathlib import Path

import pytest

from bot.upkeep.ledger_audit import audit
from storage import RefusedError, RootChoice
from storage.keys.keyring import Keys
from storage.moving.database import copy_database
from tests.backups.installed import ORGANISATION, Installed, Stopper, installed
from tests.databases import new_database
from tests.world import World, joined

ENDING = "ending what was ended since"
BACKUP = (
    *("reading the database", "copying tables", "copying the keys"),
    *("taking the checksum", "writing the file"),
)
RESTORE = (
    *("reading the backup", "opening the copy of the keys", "copying tables"),
    *(ENDING, "looking at what is there"),
)
COPY = ("copying tables", "reading the ledger")


async def there(kind: str, home: Path) -> Installed:
    org = installed(kind, home)
    async with org.running() as opened:
        await joined(World(opened.store))
    return org


async def test_a_backup_interrupted_at_each_step_leaves_nothing(tmp_path: Path) -> None:
    org = await there("sqlite", tmp_path)
    backups = org.home / "backups"
    for step in BACKUP:
        with pytest.raises(asyncio.CancelledError):
            await org.backed_up(Stopper(step))
        assert list(backups.iterdir()) == []
    whole = Stopper()
    await org.backed_up(whole)
    assert tuple(whole.steps) == BACKUP
    assert len(list(backups.iterdir())) == 1


async def test_a_backup_that_cannot_be_noted_is_not_denied(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As on a full disk of the keys: the file is there, and the sentence says so."""
    org = await there("sqlite", tmp_path)

    async def full(*_: object) -> None:
        raise sqlite3.OperationalError("database or disk is full")

    monkeypatch.setattr(Keys, "note_backup", full)
    with pytest.raises(RefusedError, match="was made and is whole") as refused:
        await org.backed_up()
    (file,) = (org.home / "backups").iterdir()
    assert str(file) in str(refused.value)
    assert "No backup was made" not in str(refused.value)
    org.lose_the_disk()
    await org.restored(file)


@pytest.mark.parametrize("kind", ["sqlite", "postgresql"])
async def test_a_restore_interrupted_at_each_step_is_repeated(kind: str, tmp_path: Path) -> None:
    org = await there(kind, tmp_path)
    done = await org.backed_up()
    org.lose_the_disk()
    for step in RESTORE:
        with pytest.raises(asyncio.CancelledError):
            await org.restored(done.file, Stopper(step))
        if step in RESTORE[-2:]:
            with pytest.raises(RefusedError, match="was begun and not ended"):
                async with org.running():
                    pass
    assert not (await org.restored(done.file)).some_not_back
    async with org.running() as opened:
        found = await audit(opened.store)
    assert found.chains > 0
    assert found.flaws == ()


async def test_every_step_of_a_restore_is_interrupted_above(tmp_path: Path) -> None:
    org = await there("sqlite", tmp_path)
    done = await org.backed_up()
    org.lose_the_disk()
    whole = Stopper()
    await org.restored(done.file, whole)
    assert tuple(whole.steps) == RESTORE


async def test_a_copy_interrupted_at_each_step_moves_nothing_and_is_repeated(
    tmp_path: Path,
) -> None:
    org, target = await there("sqlite", tmp_path), new_database()
    copy = (org.data, None, target, ORGANISATION, RootChoice(), audit)
    for step in COPY:
        with pytest.raises(asyncio.CancelledError):
            await copy_database(*copy, told=Stopper(step))
        async with org.running():
            pass
    moved = await copy_database(*copy)
    assert moved.tables["person"] == 2
