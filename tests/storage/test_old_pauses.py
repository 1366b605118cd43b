"""Pauses that an older version stored in the clear are sealed at the next start."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import date, timedelta
from pathlib import Path

import pytest

from bot.domain.pause import Pause
from storage.data_folder import DATABASE
from storage.keys.location import KEY_STORE
from storage.sql.seals.row_seals import sealed_tables
from tests.databases import opened
from tests.world import World, joined

OF_OLD = "9000-01-01"


@pytest.mark.parametrize(
    ("stored", "pause"),
    [(OF_OLD, Pause(None)), ("2026-12-10", Pause(date(2026, 12, 10)))],
)
async def test_a_pause_in_the_clear_is_sealed_and_goes_on(
    stored: str, pause: Pause, tmp_path: Path
) -> None:
    async with opened("sqlite", tmp_path, "org-old") as store:
        world = World(store.store)
        client, _ = await joined(world, digest=False)
    with closing(sqlite3.connect(tmp_path / DATABASE)) as database, database:
        database.execute("UPDATE rhythm SET paused_until = ?", (stored,))
        # A rest of the older version left nothing planned.
        database.execute("DELETE FROM delivery")
        for table in sealed_tables():
            database.execute(f"UPDATE {table.name} SET seal = NULL")
    with closing(sqlite3.connect(tmp_path / KEY_STORE)) as keys, keys:
        keys.execute("DELETE FROM about WHERE name = 'rows_sealed'")
    async with opened("sqlite", tmp_path, "org-old") as store:
        world.store = store.store
        await world.restart()
        async with store.store.transaction() as tx:
            person = await tx.person_at(client.address)
        assert person is not None
        assert person.pause == pause
        await world.until(world.clock.now() + timedelta(days=8))
        assert world.platform.arrived == []
        told = await client.writes("resume")
        assert told[0].template == "resumed"
        await world.until(world.clock.now() + timedelta(days=8))
        assert world.platform.arrived
    with closing(sqlite3.connect(tmp_path / DATABASE)) as database:
        assert database.execute("SELECT paused_until FROM rhythm").fetchall() == [(None,)]
