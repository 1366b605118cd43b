"""Back up, end something, lose something, restore: what was ended does not come back."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import select

from bot.domain.delivery import DeliveryState, Kind
from storage import OpenedStore
from storage.data_folder import DATABASE
from storage.moving.backup_file import extract
from storage.moving.told import nobody
from storage.sql.schema import engagement, metadata
from tests.backups.installed import Installed, installed
from tests.databases import SCALED, SQL
from tests.world import Chatter, World, joined, text_of

WEEK = timedelta(days=7)
LOSSES = {"disk": Installed.lose_the_disk, "database": Installed.lose_the_database}
EVERYWHERE = (*SQL, SCALED)


async def lived(org: Installed) -> tuple[World, Chatter, Chatter]:
    """Plays until something is shared, then backs up while it runs; returns the world."""
    async with org.running() as opened:
        world = World(opened.store)
        client, coach = await joined(world)
        await client.writes("for Daniel")
        await client.asks_to_share()
        await client.presses("Yes")
        await client.presses("Share exactly this")
        await org.backed_up()
    return world, client, coach


def the_backup(org: Installed) -> Path:
    (file,) = (org.home / "backups").glob("*.backup")
    return file


@pytest.mark.parametrize("loss", LOSSES)
@pytest.mark.parametrize("kind", EVERYWHERE)
async def test_who_erased_since_does_not_come_back(kind: str, loss: str, tmp_path: Path) -> None:
    org = installed(kind, tmp_path)
    world, client, coach = await lived(org)
    async with org.running() as opened:
        world.store = opened.store
        await world.restart()
        await client.writes("erase everything")
        await client.presses("Erase everything")
        await opened.keys.turn(datetime.now(UTC))
    LOSSES[loss](org)
    done = await org.restored(the_backup(org))
    assert (done.proved_until is None) == (loss == "database")
    shown, seen = len(client.shown), coach.sees()
    async with org.running() as opened:
        world.store = opened.store
        await world.restart()
        await world.until(world.clock.now() + 2 * WEEK)
        assert len(client.shown) == shown
        assert "for Daniel" not in coach.sees().removeprefix(seen)
        assert "I hold nothing about you" in text_of(await client.writes("what do you hold"))


@pytest.mark.parametrize("loss", LOSSES)
@pytest.mark.parametrize("kind", SQL)
async def test_who_stopped_since_stays_stopped(kind: str, loss: str, tmp_path: Path) -> None:
    org = installed(kind, tmp_path)
    world, client, _ = await lived(org)
    async with org.running() as opened:
        world.store = opened.store
        await world.restart()
        world.clock.forward(minutes=5)
        await client.writes("stop")
    LOSSES[loss](org)
    await org.restored(the_backup(org))
    shown = len(client.shown)
    async with org.running() as opened:
        world.store = opened.store
        await world.restart()
        await world.until(world.clock.now() + 2 * WEEK)
        assert len(client.shown) == shown
        assert "off, you turned it off" in text_of(await client.writes("receipt"))
        assert await refused(opened) == {}
        await client.writes("resume")
        await client.writes("stop")
        assert await refused(opened) == {}


@pytest.mark.parametrize("kind", SQL)
async def test_a_row_put_back_by_hand_after_a_restore_is_still_told(
    kind: str, tmp_path: Path
) -> None:
    """Only what the restore left is known: not what somebody puts back later."""
    org = installed(kind, tmp_path)
    world, client, _ = await lived(org)
    async with org.running() as opened:
        world.store = opened.store
        await world.restart()
        before = await engagements(opened)
        world.clock.forward(minutes=5)
        await client.writes("stop")
    org.lose_the_disk()
    await org.restored(the_backup(org))
    async with org.running() as opened:
        assert await refused(opened) == {}
        async with opened.store._engine.begin() as connection:
            await connection.execute(engagement.update().values(seal=before))
        assert await refused(opened) == {"engagement": 1}


async def refused(opened: OpenedStore) -> dict[str, int]:
    async with opened.store.transaction() as tx:
        return dict(await tx.refused_rows())


async def engagements(opened: OpenedStore) -> str:
    async with opened.store._engine.connect() as connection:
        return str((await connection.execute(select(engagement.c.seal))).scalar_one())


@pytest.mark.parametrize("kind", SQL)
async def test_who_ended_nothing_is_back_and_goes_on(kind: str, tmp_path: Path) -> None:
    org = installed(kind, tmp_path)
    world, client, _ = await lived(org)
    org.lose_the_disk()
    done = await org.restored(the_backup(org))
    assert not done.some_not_back
    org.resumed()
    async with org.running() as opened:
        world.store = opened.store
        await world.restart()
        assert "for Daniel" in text_of(await client.writes("what do you hold"))
        await client.writes("resume")
        shown = len(client.shown)
        await world.until(world.clock.now() + 2 * WEEK)
        assert len(client.shown) > shown
        arrived = [one.reference for one in world.platform.arrived]
        assert len(arrived) == len(set(arrived))


async def test_nothing_leaves_whose_time_had_come_before(tmp_path: Path) -> None:
    """As if the backup had been made while its windows were open: what repeats is due in the halt,
    and the rest is over.
    """
    org = installed("sqlite", tmp_path)
    async with org.running() as opened:
        await joined(World(opened.store))
    change = "UPDATE delivery SET not_before = '2020-01-01 00:00:00.000000'"
    with closing(sqlite3.connect(org.data / DATABASE)) as database:
        assert database.execute(change).rowcount > 0
        database.commit()
    done = await org.backed_up()
    org.lose_the_disk()
    await org.restored(done.file)
    with closing(sqlite3.connect(org.data / DATABASE)) as database:
        left = set(database.execute("SELECT kind, state, due_at <= halted_at FROM delivery, halt"))
    assert left == {
        (Kind.CHECK_IN.value, DeliveryState.PLANNED.value, 1),
        (Kind.DIGEST.value, DeliveryState.PLANNED.value, 1),
        (Kind.ENDING.value, DeliveryState.DROPPED.value, 0),
    }


@pytest.mark.parametrize("kind", SQL)
async def test_every_table_is_in_the_backup(kind: str, tmp_path: Path) -> None:
    """Tables that are not in the metadata have no rows of an organisation."""
    org = installed(kind, tmp_path)
    await lived(org)
    manifest = extract(the_backup(org), tmp_path / "rows.db", nobody)
    theirs = {table for one in org.of.platform_tables for table in one.tables.tables}
    with closing(sqlite3.connect(tmp_path / "rows.db")) as database:
        found = database.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
        counted = {
            name: database.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0]
            for (name,) in found
        }
    assert set(counted) >= set(metadata.tables) | theirs
    assert counted["person"] == 2
    assert manifest.handrail == "1.2.3"
    assert manifest.made_at.utcoffset() == timedelta(0)


def count_of(table: str, backup: Path, home: Path) -> int:
    extract(backup, home / "counted.db", nobody)
    with closing(sqlite3.connect(home / "counted.db")) as database:
        found: int = database.execute(f'SELECT count(*) FROM "{table}"').fetchone()[0]
        return found


async def test_a_backup_takes_what_lies_in_the_write_ahead_log(tmp_path: Path) -> None:
    org = installed("sqlite", tmp_path)
    async with org.running() as opened:
        await joined(World(opened.store))
        assert (org.data / f"{DATABASE}-wal").stat().st_size > 0
        done = await org.backed_up()
    assert count_of("person", done.file, tmp_path) == 2


async def test_no_word_and_no_name_is_in_what_lies_elsewhere(tmp_path: Path) -> None:
    org = installed("sqlite", tmp_path)
    await lived(org)
    for file in (*org.recovery.iterdir(), the_backup(org)):
        assert b"Daniel" not in file.read_bytes(), file


async def test_the_copy_keeps_no_key_that_was_destroyed(tmp_path: Path) -> None:
    from storage.keys.recovery.key_copy import open_copy
    from tests.backups.installed import ORGANISATION, SECRET

    org = installed("sqlite", tmp_path)
    world, client, _ = await lived(org)
    before = open_copy((org.recovery / "keys.sealed").read_bytes(), SECRET, ORGANISATION)
    async with org.running() as opened:
        world.store = opened.store
        await world.restart()
        await client.writes("erase everything")
        await client.presses("Erase everything")
        await opened.keys.turn(datetime.now(UTC))
    after = open_copy((org.recovery / "keys.sealed").read_bytes(), SECRET, ORGANISATION)
    assert {key.id for key in before.contents.keys} - {key.id for key in after.contents.keys}
    assert after.secret != before.secret
