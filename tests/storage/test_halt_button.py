"""The red button works with the database alone: without keys, and while Handrail runs."""

from __future__ import annotations

import shutil
import sqlite3
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from storage import RefusedError, open_store
from storage.sql.halts import button
from storage.sql.halts.button import press, release
from tests.databases import SQL, new_database, opened


def of(kind: str, folder: Path) -> str | None:
    return None if kind == "sqlite" else new_database()


@pytest.mark.parametrize("kind", ["sqlite", "postgresql"])
async def test_it_is_pressed_once_and_released_once_beside_a_running_house(
    kind: str, tmp_path: Path
) -> None:
    url = of(kind, tmp_path)
    house = await open_store(tmp_path / "data", url, "org")
    try:
        async with house.store.transaction() as tx:
            assert await tx.halt() is None
        first, is_new = press(tmp_path / "data", url, "org", "ada", "a wrong message")
        assert (is_new, first.in_force, first.because) == (True, True, "a wrong message")
        assert press(tmp_path / "data", url, "org", "bob", None) == (first, False)
        # Another organisation in the same database goes on.
        assert release(tmp_path / "data", url, "another") is None
        async with house.store.transaction() as tx:
            assert await tx.halt() == first
        assert release(tmp_path / "data", url, "org") == first
        assert release(tmp_path / "data", url, "org") is None
        async with house.store.transaction() as tx:
            over = await tx.halt()
        assert over is not None
        assert over.resumed_at is not None
        assert over.resumed_at >= first.halted_at
        again, is_new = press(tmp_path / "data", url, "org", "bob", None)
        assert (is_new, again.halted_by, again.in_force) == (True, "bob", True)
    finally:
        await house.close()


async def test_a_clock_that_is_behind_the_halt_ends_none_unless_somebody_is_sure(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    url, at = None, datetime(2026, 3, 2, 9, tzinfo=UTC)
    house = await open_store(tmp_path, url, "org")
    await house.close()
    monkeypatch.setattr(button, "_clock", lambda _: at)
    before, _ = press(tmp_path, url, "org", "ada", None)
    monkeypatch.setattr(button, "_clock", lambda _: at - timedelta(days=1))
    with pytest.raises(RefusedError, match="Set the clock right"):
        release(tmp_path, url, "org")
    assert press(tmp_path, url, "org", "bob", None) == (before, False)
    assert release(tmp_path, url, "org", sure=True) == before
    assert release(tmp_path, url, "org") is None


async def test_it_needs_no_key_and_no_process(tmp_path: Path) -> None:
    async with opened(SQL[0], tmp_path / "a") as house:
        assert house is not None
    folder = next(path.parent for path in (tmp_path / "a").rglob("handrail.db"))
    for path in folder.iterdir():
        if path.name != "handrail.db":
            shutil.rmtree(path) if path.is_dir() else path.unlink()
    assert press(folder, None, "organisation", "ada", None)[1]
    assert release(folder, None, "organisation") is not None


def test_it_makes_no_database_and_shows_no_address(tmp_path: Path) -> None:
    with pytest.raises(RefusedError, match="There is no Handrail"):
        press(tmp_path, None, "org", "ada", None)
    assert list(tmp_path.iterdir()) == []
    for url in (
        "postgresql://user:secret@127.0.0.1:1/none?connect_timeout=1",
        "mysql://user:secret@127.0.0.1/none",
        "no address",
    ):
        with pytest.raises(RefusedError) as refused:
            press(tmp_path, url, "org", "ada", None)
        assert "secret" not in str(refused.value)


def test_an_older_schema_is_said_and_left_alone(tmp_path: Path) -> None:
    sqlite3.connect(tmp_path / "handrail.db").close()
    with pytest.raises(RefusedError, match="older version"):
        press(tmp_path, None, "org", "ada", None)
