"""A restored database with the keys of today respects each later withdrawal and stop."""

from __future__ import annotations

import shutil
from datetime import timedelta
from pathlib import Path

from structlog.testing import capture_logs

from bot.domain.ledger import WHOLE, Damage, Flaw
from bot.upkeep.ledger_audit import audit
from tests.databases import opened
from tests.world import Chatter, World, joined, text_of

WEEK = timedelta(days=7)


async def before(folder: Path) -> tuple[World, Chatter, Chatter]:
    """Makes a client with everything agreed and a share approved, and backs the database up."""
    async with opened("sqlite", folder, "org") as sql:
        world = World(sql.store)
        client, coach = await joined(world)
        await client.writes("for Daniel")
        await client.asks_to_share()
        await client.presses("Yes")
        await client.presses("Share exactly this")
    shutil.copy(folder / "handrail.db", folder / "last-night.db")
    return world, client, coach


async def restored(world: World, folder: Path) -> None:
    for file in folder.glob("handrail.db-*"):
        file.unlink()
    shutil.copy(folder / "last-night.db", folder / "handrail.db")


async def test_who_stopped_since_the_backup_stays_stopped(tmp_path: Path) -> None:
    world, client, coach = await before(tmp_path)
    async with opened("sqlite", tmp_path, "org") as sql:
        world.store = sql.store
        await world.restart()
        world.clock.forward(minutes=5)
        await client.writes("stop")
    await restored(world, tmp_path)
    shown = len(client.shown)
    with capture_logs() as logs:
        async with opened("sqlite", tmp_path, "org") as sql:
            world.store = sql.store
            await world.restart()
            await world.until(world.clock.now() + 2 * WEEK)
            assert len(client.shown) == shown
            assert "for Daniel" not in coach.sees()
            assert "off, you turned it off" in text_of(await client.writes("receipt"))
            older = Flaw(WHOLE, None, Damage.OLDER_COPY)
            assert (await audit(sql.store)).flaws == (older,), "no other damage, and this is told"
        async with opened("sqlite", tmp_path, "org") as sql:
            assert (await audit(sql.store)).flaws == (older,), "a restart forgets nothing"
            assert await sql.keys.accept_ledger()
            assert (await audit(sql.store)).flaws == ()
        async with opened("sqlite", tmp_path, "org") as sql:
            assert (await audit(sql.store)).flaws == ()
            assert not await sql.keys.accept_ledger()
    assert {"event": "restored_database", "log_level": "warning"} in logs


async def test_what_was_taken_back_since_the_backup_stays_taken_back(tmp_path: Path) -> None:
    world, client, coach = await before(tmp_path)
    async with opened("sqlite", tmp_path, "org") as sql:
        world.store = sql.store
        await world.restart()
        await client.presses("Take it back")
    await restored(world, tmp_path)
    async with opened("sqlite", tmp_path, "org") as sql:
        world.store = sql.store
        await world.restart()
        await world.until(world.clock.now() + WEEK)
        assert "for Daniel" not in coach.sees()


async def test_an_ordinary_restart_withdraws_nothing_again(tmp_path: Path) -> None:
    world, client, _ = await before(tmp_path)
    async with opened("sqlite", tmp_path, "org") as sql:
        world.store = sql.store
        await world.restart()
        await client.writes("my switches")
        await client.presses("Turn off: Keep my choices")
        world.clock.forward(minutes=5)
        await client.writes("my switches")
        await client.presses("Turn on: Keep my choices")
        await client.presses("Yes")
    with capture_logs() as logs:
        async with opened("sqlite", tmp_path, "org") as sql:
            world.store = sql.store
            await world.restart()
            assert "[x] Keep my choices" in text_of(await client.writes("my switches"))
    assert "restored_database" not in [entry["event"] for entry in logs]


async def test_an_erase_leaves_no_trace_in_that_list(tmp_path: Path) -> None:
    world, client, _ = await before(tmp_path)
    async with opened("sqlite", tmp_path, "org") as sql:
        world.store = sql.store
        await world.restart()
        await client.writes("erase everything")
        await client.presses("Erase everything")
        assert await sql.keys.withdrawn() == []
