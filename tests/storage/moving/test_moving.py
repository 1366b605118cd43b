"""An organisation moves to another database completely, once, or not at all."""

from __future__ import annotations

import asyncio
import json
import os
import subprocess
import sys
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import make_url, text

from bot.upkeep.ledger_audit import audit
from storage import OpenedStore, RefusedError, RootChoice, open_store
from storage.moving import database as moving_module
from storage.moving.database import Moved, copy_database
from storage.sql.engine import make_engine
from tests.databases import new_database
from tests.world import Chatter, World, joined, text_of

ORGANISATION = "org"
WEEK = timedelta(days=7)


async def opened(folder: Path, url: str | None = None) -> OpenedStore:
    return await open_store(folder, url, ORGANISATION)


async def move(folder: Path, target: str, source: str | None = None) -> Moved:
    return await copy_database(folder, source, target, ORGANISATION, RootChoice(), audit)


async def live(store: Any) -> tuple[World, Chatter, Chatter]:
    """Plays somebody's first week, with a row in nearly every table."""
    world = World(store)
    client, coach = await joined(world)
    await client.writes("kept for me")
    await client.writes("the plan for my team")
    await client.asks_to_share()
    await client.presses("Yes")
    await client.presses("Share exactly this")
    await client.writes("AAAA-2222")
    await coach.writes("digest")
    await client.writes("when I sit down, then I write")
    return world, client, coach


async def test_a_week_begun_on_sqlite_goes_on_on_postgresql(tmp_path: Path) -> None:
    folder, target = tmp_path / "data", new_database()
    first = await opened(folder)
    world, client, coach = await live(first.store)
    held = text_of(await client.writes("what do you hold"))
    await first.close()
    moved = await move(folder, target)
    assert moved.tables["person"] == 2
    assert moved.tables["answer"] == 3
    assert moved.rows > 30
    assert moved.entries > 5
    assert moved.data_keys > 0
    again = await opened(folder, target)
    world.store = again.store
    await world.restart()
    assert text_of(await client.writes("what do you hold")) == held
    await world.until(world.clock.now() + WEEK)
    arrived = [a.reference for a in world.platform.arrived]
    assert arrived
    assert len(arrived) == len(set(arrived))
    await client.writes("ZZZZ-2222")
    assert "the plan for my team" in text_of(await coach.writes("digest"))
    await again.close()


async def test_a_moved_organisation_does_not_start_on_the_old_database(tmp_path: Path) -> None:
    folder, target = tmp_path / "data", new_database()
    first = await opened(folder)
    await live(first.store)
    await first.close()
    await move(folder, target)
    with pytest.raises(RefusedError, match="set HANDRAIL_DATABASE_URL"):
        await opened(folder)
    with pytest.raises(RefusedError, match="holds this organisation already"):
        await move(folder, target)
    (folder / "moved-to-another-database").unlink()
    await (await opened(folder)).close()


async def test_it_is_not_moved_while_handrail_runs(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    first = await opened(folder)
    with pytest.raises(RefusedError, match="already running"):
        await move(folder, new_database())
    await first.close()
    await (await opened(folder)).close()


@pytest.mark.parametrize("where", ["carry", "checksum", "go_on_counting"])
async def test_an_interruption_at_any_point_leaves_nothing_behind_and_can_be_repeated(
    where: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder, target = tmp_path / "data", new_database()
    first = await opened(folder)
    await live(first.store)
    await first.close()
    real, calls = getattr(moving_module, where), 0

    async def dies(*arguments: Any) -> Any:
        nonlocal calls
        calls += 1
        if calls == 9:
            raise asyncio.CancelledError
        return await real(*arguments)

    with monkeypatch.context() as patched:
        patched.setattr(moving_module, where, dies)
        with pytest.raises(asyncio.CancelledError):
            await move(folder, target)
    assert await rows(target) == 0
    await (await opened(folder)).close()
    assert (await move(folder, target)).tables["person"] == 2


async def rows(url: str) -> int:
    engine = make_engine(url)
    async with engine.connect() as connection:
        found = (await connection.execute(text("SELECT count(*) FROM person"))).scalar()
    await engine.dispose()
    return int(found or 0)


async def test_what_does_not_arrive_as_it_was_is_not_moved(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder, target = tmp_path / "data", new_database()
    first = await opened(folder)
    await live(first.store)
    await first.close()
    real = getattr(moving_module, "carry")  # noqa: B009

    async def loses_one(source: Any, to: Any, table: Any, organisation: str) -> None:
        await real(source, to, table, organisation)
        if table.name == "answer":
            await to.execute(text("UPDATE answer SET until = at"))

    monkeypatch.setattr(moving_module, "carry", loses_one)
    with pytest.raises(RefusedError, match="answer did not arrive as it was"):
        await move(folder, target)
    assert await rows(target) == 0


async def test_a_ledger_that_was_tampered_with_is_not_moved(tmp_path: Path) -> None:
    folder, target = tmp_path / "data", new_database()
    first = await opened(folder)
    await live(first.store)
    await first.close()
    engine = make_engine(f"sqlite:///{folder / 'handrail.db'}")
    async with engine.begin() as connection:
        await connection.execute(text("DROP TRIGGER IF EXISTS ledger_is_append_only_update"))
        await connection.execute(text("DELETE FROM ledger_head"))
    await engine.dispose()
    with pytest.raises(RefusedError, match="flaws"):
        await move(folder, target)
    assert await rows(target) == 0


async def test_an_empty_folder_has_nothing_to_move(tmp_path: Path) -> None:
    with pytest.raises(RefusedError, match="There is no Handrail"):
        await move(tmp_path / "nothing", new_database())
    assert not (tmp_path / "nothing").exists()


async def test_a_database_that_does_not_answer_is_told_without_its_password(
    tmp_path: Path,
) -> None:
    folder = tmp_path / "data"
    first = await opened(folder)
    await live(first.store)
    await first.close()
    nowhere = make_url("postgresql://bot:zebra@127.0.0.1:9/nothing")
    with pytest.raises(RefusedError) as refused:
        await move(folder, nowhere.render_as_string(hide_password=False))
    assert "zebra" not in str(refused.value)
    assert "repeat the command" in str(refused.value)
    await (await opened(folder)).close()


async def test_the_command_moves_once(tmp_path: Path) -> None:
    folder, target = tmp_path / "data", new_database()
    first = await opened(folder)
    await live(first.store)
    await first.close()
    done = await asyncio.to_thread(handrail, folder, target)
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout) == {"moved": True}
    again = await asyncio.to_thread(handrail, folder, target)
    assert again.returncode == 1
    assert again.stderr.startswith("The new database holds this organisation already.")
    wrong = await asyncio.to_thread(handrail, folder, "zebra://user:okapi@nowhere")
    assert wrong.returncode == 1
    assert "okapi" not in wrong.stderr + wrong.stdout
    assert "Traceback" not in wrong.stderr


def handrail(folder: Path, target: str) -> subprocess.CompletedProcess[str]:
    settings = {
        "HANDRAIL_DATA": str(folder),
        "HANDRAIL_DATABASE_URL": target,
        "HANDRAIL_ORGANISATION": ORGANISATION,
    }
    return subprocess.run(
        [sys.executable, "-m", "bot", "db", "copy", "--json"],
        env=os.environ | settings,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
