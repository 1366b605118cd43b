"""What a restore refuses: each with one sentence, and nothing is changed."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from storage import RefusedError, open_store
from storage.keys.recovery.recovery_key import new_recovery_key
from storage.moving.backup_file import FORMAT
from tests.backups.installed import ORGANISATION, SECRET, Installed, installed
from tests.backups.lost import again, lost_in
from tests.databases import SQL
from tests.world import World, joined

Spoil = Callable[[Installed, Path], None]


def cut_off(org: Installed, file: Path) -> None:
    file.write_bytes(file.read_bytes()[:-5000])


def changed(org: Installed, file: Path) -> None:
    held = bytearray(file.read_bytes())
    held[-5000] ^= 1
    file.write_bytes(held)


def changed_head(org: Installed, file: Path) -> None:
    file.write_bytes(file.read_bytes().replace(b'"handrail"', b'"Handrail"', 1))


def no_backup(org: Installed, file: Path) -> None:
    file.write_bytes(b"SQLite format 3\0")


def of_a_newer_format(org: Installed, file: Path) -> None:
    newer = FORMAT.replace("1", "2").encode()
    file.write_bytes(file.read_bytes().replace(FORMAT.encode(), newer, 1))


def missing(org: Installed, file: Path) -> None:
    file.unlink()


def no_copy(org: Installed, file: Path) -> None:
    (org.recovery / "keys.sealed").unlink()


def cut_copy(org: Installed, file: Path) -> None:
    copy = org.recovery / "keys.sealed"
    copy.write_bytes(copy.read_bytes()[:-1])


def only_the_copy(org: Installed, file: Path) -> None:
    for one in org.recovery.glob("*-*"):
        one.unlink()


def an_ending_missing(org: Installed, file: Path) -> None:
    (one,) = org.recovery.glob("endings-*")
    one.unlink()


def an_ending_changed(org: Installed, file: Path) -> None:
    (one,) = org.recovery.glob("endings-*")
    one.write_text(one.read_text().replace("a", "b"))


def an_older_folder(org: Installed, file: Path) -> None:
    """The folder as it was at an earlier backup than this one."""
    shutil.rmtree(org.recovery)
    shutil.copytree(org.home / "older", org.recovery)


SPOILED: list[tuple[Spoil, str]] = [
    (cut_off, "is cut off: 5000 bytes are missing"),
    (changed, "its checksum is another"),
    (changed_head, "its checksum is another"),
    (no_backup, "is not a backup"),
    (of_a_newer_format, "was made by a newer Handrail"),
    (missing, "cannot be read"),
    (no_copy, "There is no copy of the keys"),
    (cut_copy, "is cut off or was changed"),
    (only_the_copy, "the files that Handrail wrote are missing"),
    (an_ending_missing, "some of the endings are missing"),
    (an_ending_changed, "a line of it cannot be read"),
    (an_older_folder, "so older than the backup"),
]


@pytest.fixture(scope="module")
def lost(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return lost_in(tmp_path_factory.mktemp("lost"))


@pytest.mark.parametrize(
    ("spoil", "sentence"), SPOILED, ids=lambda one: getattr(one, "__name__", "")
)
async def test_what_cannot_be_restored_is_refused(
    lost: Path, tmp_path: Path, spoil: Spoil, sentence: str
) -> None:
    org, file = again(lost, tmp_path)
    spoil(org, file)
    with pytest.raises(RefusedError, match=sentence):
        await org.restored(file)
    assert org.what_is_there() in ([], ["epochs"])


async def test_another_recovery_key_is_refused(lost: Path, tmp_path: Path) -> None:
    org, file = again(lost, tmp_path)
    other, public = new_recovery_key()
    for secret in (other, public, SECRET[:-1], "", "AGE-SECRET-KEY-1"):
        with pytest.raises(RefusedError) as refused:
            await org.restored(file, secret=secret)
        assert "recovery key" in str(refused.value)
        assert not secret or secret not in str(refused.value)
    assert org.what_is_there() in ([], ["epochs"])


async def test_who_is_not_sure_gets_nothing(lost: Path, tmp_path: Path) -> None:
    org, file = again(lost, tmp_path)
    with pytest.raises(RefusedError, match="as it was when Handrail last ran"):
        await org.restored(file, sure=lambda until: False)
    assert org.what_is_there() in ([], ["epochs"])
    await org.restored(file)


async def test_another_organisation_and_a_newer_schema_are_refused(
    lost: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    org, file = again(lost, tmp_path)
    theirs = replace(org.of, location=replace(org.of.location, organisation="other"))
    with pytest.raises(RefusedError, match="is of the organisation org"):
        await Installed(org.kind, org.home, theirs).restored(file)
    monkeypatch.setattr("storage.moving.restore.knows_revision", lambda name: False)
    with pytest.raises(RefusedError, match="newer Handrail"):
        await org.restored(file)
    assert org.what_is_there() == []


@pytest.mark.parametrize("kind", SQL)
async def test_a_place_that_is_not_empty_is_left_as_it_is(kind: str, tmp_path: Path) -> None:
    org = installed(kind, tmp_path)
    async with org.running() as opened:
        await joined(World(opened.store))
        done = await org.backed_up()
    there = org.what_is_there()
    with pytest.raises(RefusedError, match="never writes over one"):
        await org.restored(done.file)
    assert org.what_is_there() == there


async def test_keys_of_another_installation_are_refused(lost: Path, tmp_path: Path) -> None:
    org, file = again(lost, tmp_path)
    opened = await open_store(org.data, None, ORGANISATION)
    await joined(World(opened.store))
    await opened.close()
    (org.data / "handrail.db").unlink()
    with pytest.raises(RefusedError, match="with other keys than these"):
        await org.restored(file)


async def test_what_must_lie_apart_does(tmp_path: Path) -> None:
    org = installed("sqlite", tmp_path)
    async with org.running():
        beside = replace(org.of, recovery=replace(org.of.recovery, folder=org.data / "recovery"))
        with pytest.raises(RefusedError, match="one lost disk takes both"):
            await Installed(org.kind, org.home, beside).backed_up()


async def test_a_gap_is_found_and_the_next_start_mends_it(tmp_path: Path) -> None:
    """A stop is not written down, because that process had no recovery folder; later ones are."""
    org = installed("sqlite", tmp_path)
    async with org.running() as opened:
        world = World(opened.store)
        client, _ = await joined(world)
        done = await org.backed_up()
    opened = await open_store(org.data, None, ORGANISATION)
    world.store = opened.store
    await world.restart()
    await client.writes("stop")
    opened.keys.endings.folder = org.of.recovery
    await opened.keys.see(datetime.now(UTC))
    await opened.close()
    shutil.copytree(org.data, tmp_path / "kept")
    org.lose_the_disk()
    with pytest.raises(RefusedError, match="some of the endings are missing"):
        await org.restored(done.file)
    shutil.copytree(tmp_path / "kept", org.data, dirs_exist_ok=True)
    async with org.running():
        pass
    org.lose_the_disk()
    assert (await org.restored(done.file)).some_not_back is False


async def test_the_newest_ending_cannot_be_taken_away_unseen(tmp_path: Path) -> None:
    """A stop, and at once the disk is lost, and with it the file in which the stop stood."""
    org = installed("sqlite", tmp_path)
    async with org.running() as opened:
        world = World(opened.store)
        client, _ = await joined(world)
        done = await org.backed_up()
        before = {one.name: one.read_bytes() for one in org.recovery.glob("endings-*")}
        await client.writes("stop")
        as_it_was = shutil.copytree(org.recovery, tmp_path / "at the loss")
    org.lose_the_disk()
    shutil.rmtree(org.recovery)
    shutil.copytree(as_it_was, org.recovery)
    for file in org.recovery.glob("endings-*"):
        file.unlink()
        if file.name in before:
            file.write_bytes(before[file.name])
    with pytest.raises(RefusedError, match="some of the endings are missing"):
        await org.restored(done.file, after=timedelta(hours=1))


async def test_a_folder_that_cannot_be_written_is_owed_and_mended(tmp_path: Path) -> None:
    """A person's stop is never refused for it."""
    org = installed("sqlite", tmp_path)
    async with org.running() as opened:
        world = World(opened.store)
        client, _ = await joined(world)
        done = await org.backed_up()
        away = tmp_path / "away"
        org.recovery.rename(away)
        org.recovery.touch()
        await client.writes("stop")
        assert (await opened.keys.status()).owed
        org.recovery.unlink()
        away.rename(org.recovery)
        await opened.keys.see(datetime.now(UTC))
        assert not (await opened.keys.status()).owed
    org.lose_the_disk()
    assert (await org.restored(done.file)).some_not_back is False
