"""Statements on SQLite take one trip to its thread, and lose no row on it."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncEngine

from storage.sql.engine import make_engine
from storage.sql.sqlite_driver import FIRST_ROWS, FewTrips

COUNTS = [0, 1, FIRST_ROWS - 1, FIRST_ROWS, FIRST_ROWS + 1, 2 * FIRST_ROWS, 2 * FIRST_ROWS + 7]


@pytest.fixture
async def engine(tmp_path: Path) -> AsyncIterator[AsyncEngine]:
    made = make_engine(f"sqlite:///{tmp_path / 'x.db'}")
    async with made.begin() as connection:
        await connection.execute(text("CREATE TABLE n (i INTEGER PRIMARY KEY, said TEXT)"))
    yield made
    await made.dispose()


async def fill(engine: AsyncEngine, count: int) -> None:
    async with engine.begin() as connection:
        numbered = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < :n)"
        if count:
            made = text(f"INSERT INTO n {numbered} SELECT i, 'x' FROM n")
            assert (await connection.execute(made, {"n": count})).rowcount == count


@pytest.mark.parametrize("count", COUNTS)
async def test_all_rows_are_read_at_once_or_part_by_part(engine: AsyncEngine, count: int) -> None:
    await fill(engine, count)
    wanted = list(range(1, count + 1))
    async with engine.connect() as connection:
        query = text("SELECT i FROM n ORDER BY i")
        assert [row.i for row in await connection.execute(query)] == wanted
        parts = (await connection.stream(query)).partitions(500)
        assert [row.i async for part in parts for row in part] == wanted
        assert [row.i async for row in await connection.stream(query)] == wanted
        first = (await connection.stream(query)).first
        assert await first() == ((1,) if count else None)


async def test_rows_that_nobody_reads_hold_nothing_open(engine: AsyncEngine) -> None:
    await fill(engine, 3 * FIRST_ROWS)
    async with engine.begin() as connection:
        rows = await connection.stream(text("SELECT i FROM n"))
        assert await rows.fetchone() is not None
        await rows.close()
        await connection.execute(text("DROP TABLE n"))


async def test_what_a_change_gives_back_is_whole(engine: AsyncEngine) -> None:
    await fill(engine, 2 * FIRST_ROWS)
    async with engine.begin() as connection:
        changed = await connection.execute(text("UPDATE n SET said = 'y' RETURNING i"))
        assert len(changed.all()) == 2 * FIRST_ROWS
        left = await connection.execute(text("SELECT count(*) FROM n WHERE said = 'x'"))
        assert left.scalar() == 0


async def test_a_refused_statement_leaves_the_connection_usable(engine: AsyncEngine) -> None:
    await fill(engine, 1)
    async with engine.begin() as connection:
        with pytest.raises(IntegrityError):
            await connection.execute(text("INSERT INTO n VALUES (1, 'again')"))
        assert (await connection.execute(text("SELECT count(*) FROM n"))).scalar() == 1


async def test_a_statement_takes_one_trip(
    engine: AsyncEngine, monkeypatch: pytest.MonkeyPatch
) -> None:
    trips = 0
    real: Any = FewTrips._execute

    async def counted(connection: FewTrips, *arguments: object, **named: object) -> object:
        nonlocal trips
        trips += 1
        return await real(connection, *arguments, **named)

    async with engine.connect() as connection:
        await connection.execute(text("SELECT 1"))
        monkeypatch.setattr(FewTrips, "_execute", counted)
        (await connection.execute(text("SELECT i FROM n"))).all()
        assert trips == 1
        await connection.execute(text("INSERT INTO n VALUES (:i, 'a')"), [{"i": 5}, {"i": 6}])
        assert trips == 2
