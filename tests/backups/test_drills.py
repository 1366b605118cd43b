"""A restore beside a Handrail that lives: it neither loses its keys nor what is ended in it."""

from __future__ import annotations

import shutil
from collections.abc import Awaitable, Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bot.domain.operator import Finding
from bot.upkeep.backup import look_at_backup
from storage import OpenedStore, RefusedError
from storage.keys.recovery.folder import BEFORE, COPY
from storage.keys.recovery.lineage import LIVING
from tests.backups.installed import Installed, fresh, installed
from tests.backups.test_backup_and_restore import the_backup
from tests.world import Chatter, World, joined, text_of

LATER = LIVING + timedelta(minutes=1)
WEEK = timedelta(days=7)


def elsewhere(org: Installed, recovery: Path) -> Installed:
    """Another machine with the same settings, but for this recovery folder."""
    of = fresh(org.kind, org.home / "elsewhere")
    return Installed(
        org.kind,
        org.home / "elsewhere",
        replace(of, recovery=replace(of.recovery, folder=recovery)),
    )


async def stops(client: Chatter, opened: OpenedStore) -> None:
    await client.writes("stop")


async def erases(client: Chatter, opened: OpenedStore) -> None:
    await client.writes("erase everything")
    await client.presses("Erase everything")
    await opened.keys.turn(datetime.now(UTC))


End = Callable[[Chatter, OpenedStore], Awaitable[None]]
ENDS: list[End] = [stops, erases]


async def hears_nothing_more(org: Installed, world: World, client: Chatter) -> str:
    """Runs what was restored for two weeks; returns what it holds about the client."""
    shown = len(client.shown)
    async with org.running() as opened:
        world.store = opened.store
        await world.restart()
        await world.until(world.clock.now() + 2 * WEEK)
        assert len(client.shown) == shown
        return text_of(await client.writes("what do you hold"))


async def found(opened: OpenedStore) -> Finding:
    return look_at_backup(await opened.keys.status(), datetime.now(UTC))


@pytest.mark.parametrize("lost", [True, False], ids=["keys lost", "keys in use"])
async def test_a_restore_beside_one_that_lives_is_refused(lost: bool, tmp_path: Path) -> None:
    org = installed("sqlite", tmp_path)
    async with org.running() as opened:
        await joined(World(opened.store))
        done = await org.backed_up()
        drill = elsewhere(org, org.recovery)
        if not lost:
            for part in ("keys", "epochs"):
                shutil.copytree(org.data / part, drill.data / part)
        before = (org.recovery / COPY).read_bytes()
        with pytest.raises(RefusedError, match="For a drill, never use this folder"):
            await drill.restored(done.file)
        assert (org.recovery / COPY).read_bytes() == before
        assert "handrail.db" not in drill.what_is_there()
    await drill.restored(done.file)


@pytest.mark.parametrize("ends", ENDS)
async def test_a_drill_with_a_copy_of_the_folder_changes_nothing(ends: End, tmp_path: Path) -> None:
    org = installed("sqlite", tmp_path)
    async with org.running() as opened:
        world = World(opened.store)
        client, _ = await joined(world)
        await org.backed_up()
        shutil.copytree(org.recovery, tmp_path / "copied")
        before = {one: one.read_bytes() for one in org.recovery.iterdir()}
        drill = elsewhere(org, tmp_path / "copied")
        await drill.restored(the_backup(org), after=LATER)
        assert {one: one.read_bytes() for one in org.recovery.iterdir()} == before
        world.clock.forward(minutes=5)
        await ends(client, opened)
        assert (await found(opened)).ok
    org.lose_the_disk()
    await org.restored(the_backup(org))
    await hears_nothing_more(org, world, client)


@pytest.mark.parametrize("ends", ENDS)
async def test_what_is_ended_in_either_of_two_stays_ended(ends: End, tmp_path: Path) -> None:
    """The house was out of reach, so that another took over its folder; then it is there again."""
    org = installed("sqlite", tmp_path)
    async with org.running() as opened:
        world = World(opened.store)
        client, _ = await joined(world)
        await client.writes("pause")
        await org.backed_up()
        other = elsewhere(org, org.recovery)
        await other.restored(the_backup(org), after=LATER)
        theirs = (org.recovery / COPY).read_bytes()
        world.clock.forward(minutes=5)
        await ends(client, opened)
        await opened.keys.renew_copy(datetime.now(UTC))
        assert "is not of this Handrail" in (await found(opened)).sentence
        with pytest.raises(RefusedError, match="another Handrail that was restored"):
            await org.backed_up(now=datetime.now(UTC) + LATER)
    async with org.running() as opened:
        assert not (await found(opened)).ok
    assert (org.recovery / COPY).read_bytes() == theirs
    org.lose_the_disk()
    await org.restored(the_backup(org))
    await hears_nothing_more(org, world, client)


async def test_the_copy_before_a_restore_stays_until_the_first_start(tmp_path: Path) -> None:
    """It has keys that are destroyed, so it goes then."""
    org = installed("sqlite", tmp_path)
    async with org.running() as opened:
        await joined(World(opened.store))
        done = await org.backed_up()
    before = (org.recovery / COPY).read_bytes()
    org.lose_the_disk()
    await org.restored(done.file)
    assert (org.recovery / BEFORE).read_bytes() == before
    async with org.running() as opened:
        assert not (org.recovery / BEFORE).exists()
        await org.backed_up(now=datetime.now(UTC) + LATER)
        assert (await found(opened)).ok


async def test_keys_that_were_put_back_leave_a_newer_copy(tmp_path: Path) -> None:
    """As after a snapshot of the disk: the copy knows what was ended since."""
    org = installed("sqlite", tmp_path)
    async with org.running() as opened:
        world = World(opened.store)
        client, _ = await joined(world)
        await org.backed_up()
    shutil.copytree(org.data, tmp_path / "snapshot")
    async with org.running() as opened:
        world.store = opened.store
        await world.restart()
        await client.writes("stop")
        await opened.keys.write_copy(datetime.now(UTC))
    newer = (org.recovery / COPY).read_bytes()
    shutil.rmtree(org.data)
    shutil.copytree(tmp_path / "snapshot", org.data)
    async with org.running() as opened:
        assert not (await found(opened)).ok
        with pytest.raises(RefusedError, match="has a newer copy of these keys"):
            await opened.keys.write_copy(datetime.now(UTC))
    assert (org.recovery / COPY).read_bytes() == newer
    org.lose_the_disk()
    await org.restored(the_backup(org))
    await hears_nothing_more(org, world, client)


@pytest.mark.parametrize("disk", ["lost", "there"])
async def test_a_copy_whose_head_is_damaged_is_never_replaced(disk: str, tmp_path: Path) -> None:
    org = installed("sqlite", tmp_path)
    async with org.running() as opened:
        await joined(World(opened.store))
        await org.backed_up()
    copy = org.recovery / COPY
    damaged = b"?" + copy.read_bytes()[1:]
    copy.write_bytes(damaged)
    if disk == "lost":
        org.lose_the_disk()
        with pytest.raises(RefusedError, match="is damaged, so nobody can say whose keys"):
            async with org.running():
                pass
    else:
        async with org.running() as opened:
            assert not (await found(opened)).ok
    assert copy.read_bytes() == damaged
