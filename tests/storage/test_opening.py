"""The store opens again after a restart, never twice at once, and never with wrong keys."""

from __future__ import annotations

import asyncio
import sys
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import Connection, text

from storage import OpenedStore, RefusedError, open_store
from storage.migrate import migrate
from storage.sql.engine import make_engine
from storage.sql.schema import metadata
from tests.databases import new_database
from tests.things import NOW, answer, engagement, person

HOLD = """
import sys, time
from pathlib import Path
from storage.data_folder import FolderLock
lock = FolderLock(Path(sys.argv[1]))
print("held", flush=True)
time.sleep(60)
"""


async def test_a_restart_finds_everything(tmp_path: Path) -> None:
    folder = tmp_path / "new" / "data"
    first = await open_store(folder, None, "org")
    async with first.store.transaction() as tx:
        await tx.save_person(person("client"), NOW)
        await tx.save_engagement(engagement())
        await tx.save_answer(answer())
    await first.close()
    second = await open_store(folder, None, "org")
    async with second.store.transaction() as tx:
        assert await tx.person_at(person("client").address) == person("client")
        assert await tx.answer("e1", "a1") == answer()
    await second.close()
    assert folder.stat().st_mode & 0o777 == 0o700


async def test_nobody_else_can_read_the_files_even_in_a_folder_that_anyone_can_enter(
    tmp_path: Path,
) -> None:
    _open_to_all(tmp_path)
    opened = await open_store(tmp_path, None, "org")
    async with opened.store.transaction() as tx:
        await tx.save_person(person("client"), NOW)
    modes = _modes(tmp_path)
    await opened.close()
    assert {"handrail.db", "handrail.db-wal", "keys", "keys.db", "epochs", "1.key"} <= set(modes)
    assert {name: mode for name, mode in modes.items() if mode & 0o077} == {}


async def test_a_second_start_on_the_same_folder_is_refused_until_the_first_ends(
    tmp_path: Path,
) -> None:
    first = await open_store(tmp_path, None, "org")
    with pytest.raises(RefusedError, match="already running") as refused:
        await open_store(tmp_path, None, "org")
    assert "HANDRAIL_DATA" in str(refused.value)
    await first.close()
    await (await open_store(tmp_path, None, "org")).close()


async def test_the_folder_is_free_again_when_its_process_was_killed(tmp_path: Path) -> None:
    holder = await asyncio.create_subprocess_exec(
        sys.executable, "-c", HOLD, str(tmp_path), stdout=asyncio.subprocess.PIPE
    )
    assert holder.stdout is not None
    assert await holder.stdout.readline() == b"held\n"
    with pytest.raises(RefusedError, match="already running"):
        await open_store(tmp_path, None, "org")
    holder.kill()
    await holder.wait()
    await (await open_store(tmp_path, None, "org")).close()


async def test_without_its_epoch_key_nothing_starts_and_nothing_is_lost(tmp_path: Path) -> None:
    first = await open_store(tmp_path, None, "org")
    async with first.store.transaction() as tx:
        await tx.save_person(person("client"), NOW)
    await first.close()
    epoch = tmp_path / "epochs" / "1.key"
    epoch.rename(tmp_path / "elsewhere")
    for _ in range(2):
        with pytest.raises(RefusedError, match="is missing"):
            await open_store(tmp_path, None, "org")
    (tmp_path / "elsewhere").rename(epoch)
    second = await open_store(tmp_path, None, "org")
    async with second.store.transaction() as tx:
        assert await tx.person("client") == person("client")
    await second.close()


async def test_a_database_without_its_key_store_is_refused(kind: str, tmp_path: Path) -> None:
    url = new_database() if kind == "postgresql" else None
    first = await open_store(tmp_path, url, "org")
    async with first.store.transaction() as tx:
        await tx.save_person(person("client"), NOW)
    await first.close()
    store = tmp_path / "keys" / "keys.db"
    store.rename(tmp_path / "elsewhere")
    with pytest.raises(RefusedError, match="another key store"):
        await open_store(tmp_path, url, "org")
    (tmp_path / "elsewhere").rename(store)
    second = await open_store(tmp_path, url, "org")
    async with second.store.transaction() as tx:
        assert await tx.person("client") == person("client")
    await second.close()


async def test_migrations_make_exactly_the_schema_and_can_be_repeated(
    kind: str, tmp_path: Path
) -> None:
    engine = make_engine(_url(kind, tmp_path))
    await migrate(engine)
    await migrate(engine)
    async with engine.connect() as connection:
        assert await connection.run_sync(_differences) == []
        await connection.execute(text("ALTER TABLE person ADD COLUMN surprise INTEGER"))
        assert len(await connection.run_sync(_differences)) == 1
    await engine.dispose()


async def test_a_schema_from_the_future_is_refused_and_left_alone(
    kind: str, tmp_path: Path
) -> None:
    engine = make_engine(_url(kind, tmp_path))
    await migrate(engine)
    async with engine.begin() as connection:
        await connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    with pytest.raises(RefusedError, match="newer Handrail"):
        await migrate(engine)
    async with engine.connect() as connection:
        found = (await connection.execute(text("SELECT version_num FROM alembic_version"))).all()
        assert [row[0] for row in found] == ["9999"]
        assert await connection.run_sync(_differences) == []
    await engine.dispose()


async def test_sqlite_is_set_up_so_that_a_commit_survives_a_power_cut(tmp_path: Path) -> None:
    opened: OpenedStore = await open_store(tmp_path, None, "org")
    expected = {
        "journal_mode": "wal",
        "synchronous": 2,
        "foreign_keys": 1,
        "secure_delete": 1,
        "busy_timeout": 10000,
    }
    async with opened.store._engine.connect() as connection:
        for pragma, value in expected.items():
            assert (await connection.execute(text(f"PRAGMA {pragma}"))).scalar() == value
    await opened.close()


def _open_to_all(folder: Path) -> None:
    folder.chmod(0o755)


def _modes(folder: Path) -> dict[str, int]:
    return {each.name: each.stat().st_mode & 0o777 for each in folder.rglob("*")}


def _url(kind: str, folder: Path) -> str:
    return new_database() if kind == "postgresql" else f"sqlite:///{folder / 'x.db'}"


def _differences(connection: Connection) -> list[object]:
    context = MigrationContext.configure(connection, opts={"compare_type": True})
    return list(compare_metadata(context, metadata))
