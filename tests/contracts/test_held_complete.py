"""A person's file contains all that the schema can hold about them.

The tests plant a value in every column, by walking the schema, and look for it in the file. A test
fails for a new table or column that nobody has assigned to a person or left out with a reason.
"""

from __future__ import annotations

from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest
from structlog.testing import capture_logs

from bot.domain.words import Words
from storage import OpenedStore
from storage.sql.schema import answer, metadata
from storage.sql.stored import ABOUT, ABOUT_NOBODY, LEFT_OUT, columns_of
from tests.contracts.test_store_held import plant
from tests.databases import SQL, opened
from tests.memory_store.store import MemoryStore
from tests.planting import Planting


@asynccontextmanager
async def two_organisations(kind: str, folder: Path) -> AsyncIterator[tuple[OpenedStore, ...]]:
    """Opens two organisations: in one database on PostgreSQL, in two files on SQLite."""
    async with opened(kind, folder / "a") as first, opened(kind, folder / "b") as second:
        yield first, second


@pytest.fixture(params=SQL)
async def stores(
    request: pytest.FixtureRequest, tmp_path: Path
) -> AsyncIterator[tuple[OpenedStore, ...]]:
    async with two_organisations(request.param, tmp_path) as both:
        yield both


async def test_what_is_planted_in_any_column_is_found_in_the_file(
    stores: tuple[OpenedStore, ...],
) -> None:
    async with stores[0].store.transaction() as tx:
        planted = await Planting(tx, "client", "coach").plant()
    async with stores[0].store.transaction() as tx:
        held = await tx.stored_about("client")
    assert set(planted) == set(held)
    for table in ABOUT:
        assert len(held[table.name]) == 1, f"{table.name}: say in OWNER and ABOUT whose it is"
        (told,) = held[table.name]
        for name in columns_of(table):
            assert told[name] == planted[table.name][name], f"{table.name}.{name}"


async def test_what_is_left_out_is_nowhere_in_the_file(stores: tuple[OpenedStore, ...]) -> None:
    async with stores[0].store.transaction() as tx:
        planted = await Planting(tx, "client", "coach").plant()
        told = everything(await tx.stored_about("client"))
    for place in LEFT_OUT:
        table, _, name = place.partition(".")
        # A client's own engagement is elsewhere in the file. A number or a date is no marker.
        # What is sealed as a whole is told under other names.
        if (
            name in ("", "number", "paused_until", "settings", "body")
            or place == "invitation.engagement_id"
        ):
            continue
        assert planted[table][name] not in told, place


async def test_coach_client_and_other_organisations_never_meet(
    stores: tuple[OpenedStore, ...],
) -> None:
    """Each person is the other's coach. The second organisation has people with the same ids."""
    async with stores[0].store.transaction() as tx:
        await Planting(tx, "zebra", "okapi").plant()
        await Planting(tx, "okapi", "zebra").plant()
    async with stores[1].store.transaction() as tx:
        await Planting(tx, "zebra", "heron").plant()
    for who, other in (("zebra", "okapi"), ("okapi", "zebra")):
        async with stores[0].store.transaction() as tx:
            held = await tx.stored_about(who)
        assert {len(rows) for rows in held.values()} == {1}
        for rows in held.values():
            for row in rows:
                others = {n for n, v in row.items() if other in everything({"": [{n: v}]})}
                assert others <= {"coach_id"}
        assert "heron" not in everything(held)
    async with stores[1].store.transaction() as tx:
        held = await tx.stored_about("zebra")
        assert {len(rows) for rows in held.values()} == {1}
        assert "okapi" not in everything(held)
        assert not any((await tx.stored_about("okapi")).values())


async def test_a_coach_is_told_nothing_of_whether_a_client_takes_part(
    stores: tuple[OpenedStore, ...],
) -> None:
    async with stores[0].store.transaction() as tx:
        await Planting(tx, "client", "coach").plant()
        held = await tx.stored_about("coach")
    assert not any(held.values())


async def test_one_damaged_value_is_reported_and_takes_nothing_else_along(
    stores: tuple[OpenedStore, ...],
) -> None:
    async with stores[0].store.transaction() as tx:
        planted = await Planting(tx, "client", "coach").plant()
        row = await tx._w.first(tx._w.select(answer))
        assert row is not None
        swapped = tx._w.update(answer).values(words=row.mark)
        await tx._w.change(swapped)
    with capture_logs() as logs:
        async with stores[0].store.transaction() as tx:
            (told,) = (await tx.stored_about("client"))["answer"]
    assert told["words"] is None
    assert told["mark"] == planted["answer"]["mark"]
    assert [entry["event"] for entry in logs] == ["sealed_value_refused"]
    assert "client-answer" not in repr(logs)


async def test_what_was_sealed_under_a_destroyed_key_is_not_told(
    stores: tuple[OpenedStore, ...],
) -> None:
    async with stores[0].store.transaction() as tx:
        await Planting(tx, "client", "coach").plant()
    async with stores[0].store.transaction() as tx:
        await tx._w.keys.forget("client")
        held = await tx.stored_about("client")
    assert "client-answer-words" not in everything(held)
    assert held["answer"][0]["words"] is None


async def test_memory_tells_what_the_databases_tell(tmp_path: Path) -> None:
    memory = MemoryStore()
    async with memory.transaction() as tx:
        await plant(tx)
        in_memory = await tx.stored_about("client")
    async with opened("sqlite", tmp_path) as sql, sql.store.transaction() as on_disk:
        await plant(on_disk)
        in_sql = await on_disk.stored_about("client")
    assert list(in_memory) == list(in_sql)
    for table, rows in in_sql.items():
        assert ordered(in_memory[table]) == ordered(rows), table


@pytest.mark.parametrize("place", sorted(set(LEFT_OUT) - {"organisation", "seal"}))
def test_what_is_said_to_be_left_out_is_a_column_of_a_told_table(place: str) -> None:
    table, _, name = place.partition(".")
    assert metadata.tables[table] in ABOUT
    assert name in metadata.tables[table].c


def test_a_table_is_about_somebody_or_about_nobody_and_never_both() -> None:
    about = {table.name for table in ABOUT}
    assert about | set(ABOUT_NOBODY) == set(metadata.tables)
    assert not about & set(ABOUT_NOBODY)
    assert all((*ABOUT_NOBODY.values(), *LEFT_OUT.values()))


def everything(held: Mapping[str, Any]) -> str:
    """Returns all values of a file as one text, with sealed words opened."""
    cells = [value for rows in held.values() for row in rows for value in row.values()]
    return "\n".join(cell.text if isinstance(cell, Words) else str(cell) for cell in cells)


def ordered(rows: Any) -> list[Any]:
    return sorted(
        (sorted(row.items()) for row in rows), key=lambda row: everything({"": [dict(row)]})
    )
