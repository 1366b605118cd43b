"""A thief of the files finds no words."""

from __future__ import annotations

import traceback
from pathlib import Path

import pytest
from sqlalchemy import insert, select, update
from sqlalchemy.exc import DBAPIError
from structlog.testing import capture_logs

from bot.domain.words import Words
from storage import OpenedStore
from storage.sql.schema import answer as answer_table
from storage.sql.schema import metadata, person
from tests.databases import opened
from tests.storage.planted import MARKERS, files_in, found_in, plant
from tests.things import answer, engagement


async def test_no_word_lies_in_any_file_while_running_or_afterwards(tmp_path: Path) -> None:
    async with opened("sqlite", tmp_path) as sql:
        async with sql.store.transaction() as tx:
            await plant(tx)
        assert {"handrail.db-wal", "keys.db"} <= {file.name for file in files_in(tmp_path)}
        assert found_in(tmp_path) == []
    assert found_in(tmp_path) == []


async def test_the_search_itself_would_find_a_word(tmp_path: Path) -> None:
    async with opened("sqlite", tmp_path) as sql:
        async with sql.store.transaction() as tx:
            await tx.save_engagement(engagement(agreement_version=MARKERS[0]))
        assert ("handrail.db-wal", MARKERS[0]) in found_in(tmp_path)


async def test_no_word_lies_in_any_row(sql: OpenedStore) -> None:
    async with sql.store.transaction() as tx:
        await plant(tx)
    engine = sql.store._engine
    async with engine.connect() as connection:
        for table in metadata.sorted_tables:
            for row in (await connection.execute(select(table))).all():
                content = b"".join(_bytes(value) for value in row)
                assert not [marker for marker in MARKERS if marker.encode() in content]


async def test_words_moved_between_rows_or_columns_are_refused(sql: OpenedStore) -> None:
    async with sql.store.transaction() as tx:
        await plant(tx)
        await tx.save_answer(answer("a3", words=Words("another")))
    words = select(answer_table.c.words).where(answer_table.c.id == "a1")
    mine = answer_table.c.organisation == tx._w.organisation
    moved = update(answer_table).where(answer_table.c.id == "a3", mine)
    async with sql.store._engine.begin() as connection:
        await connection.execute(moved.values(words=words.where(mine).scalar_subquery()))
    async with sql.store.transaction() as tx:
        with capture_logs() as logs:
            assert await tx.answer("e1", "a3") is None
            assert "a3" not in [answer.id for answer in await tx.answers("e1")]
    assert [entry["event"] for entry in logs] == ["row_refused"] * 2


async def test_a_database_error_shows_no_parameters(sql: OpenedStore) -> None:
    async with sql.store.transaction() as tx:
        await plant(tx)
    values = {"organisation": "o", "id": MARKERS[0], "language": MARKERS[1]}
    with pytest.raises(DBAPIError) as failed:
        async with sql.store._engine.begin() as connection:
            await connection.execute(insert(person), [values])
    shown = "".join(traceback.format_exception(failed.value)) + repr(failed.value.orig)
    assert "language" in shown
    assert not [marker for marker in MARKERS if marker in shown]


def _bytes(value: object) -> bytes:
    data = getattr(value, "data", value)
    return data if isinstance(data, bytes) else str(data).encode()
