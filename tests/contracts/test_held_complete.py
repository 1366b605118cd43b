"""Whatever the schema can hold about a person is in their file: planted in every column, and found.

The planting walks the schema. A new table or column is planted by itself; where nobody has said
whose it is, or what it is left out for, a test here fails.
"""

from __future__ import annotations

from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Boolean, Column, Date, Integer, Table, Time

from bot.domain.people import Address, Dialogue
from bot.domain.words import Words
from storage import OpenedStore
from storage.columns import Choice, Moment, Names
from storage.holdings import ABOUT, ABOUT_NOBODY, LEFT_OUT, columns_of
from storage.memory import MemoryStore
from storage.people_text import address_text, dialogue_text
from storage.schema import metadata, posted
from storage.sealed import Sealed, SealedColumn
from storage.sql import SqlTransaction
from storage.sql_base import coach_owner
from tests.contracts.test_store_held import plant
from tests.databases import SQL, opened
from tests.things import NOW

Row = dict[str, Any]
# Which column makes a row theirs. A table that is missing here is planted for nobody.
OWNER: Mapping[str, str] = {
    "person": "id",
    "engagement": "client_id",
    "invitation": "coach_id",
    "ledger": "chain",
    "rhythm": "owner",
    "answer": "client_id",
    "step": "client_id",
    "share": "client_id",
    "posted": "coach_id",
    "delivery": "to",
    "untidy": "owner",
}


class Planting:
    """A value of its own for every column, all of them about `who`; `coach` is their coach."""

    def __init__(self, tx: SqlTransaction, who: str, coach: str) -> None:
        self._tx = tx
        self._who = who
        self._coach = coach
        self._address = Address("local", f"{who}-workspace", f"{who}-user")
        self._count = sum(map(ord, who))
        self.values: dict[str, Row] = {}

    async def plant(self) -> dict[str, Row]:
        for table in metadata.sorted_tables:
            if table not in ABOUT:
                continue
            row: Row = {}
            for column in table.c:
                if column.autoincrement is not True and column.name != "organisation":
                    row[column.name] = self._linked(column) or self._value(column)
            sealed = {name: value for name, value in row.items() if isinstance(value, Words)}
            closed = {name: await self._sealed(table, row, name) for name in sealed}
            assert await self._tx._w.add(table, row | closed), table.name
            self.values[table.name] = row
        return self.values

    def _linked(self, column: Column[Any]) -> Any:
        table, name = column.table.name, column.name
        if OWNER.get(table) == name:
            return self._who
        if (table, name) == ("sighting", "share_id"):
            return self._marker("share", "id")
        if (table, name) == ("wrong_code", "person"):
            return self._tx.digest("guess", self._address.place)
        if name == "engagement_id":
            return self._marker("engagement", "id")
        if name == "coach_id":
            return self._coach
        return None

    def _value(self, column: Column[Any]) -> Any:
        table, name, kind = column.table.name, column.name, column.type
        self._count += 1
        match kind:
            case Boolean():
                return True
            case Integer():
                return self._count
            case Date():
                return (NOW + timedelta(days=self._count)).date()
            case Time():
                return (NOW + timedelta(minutes=self._count)).time()
            case Moment():
                return NOW + timedelta(minutes=self._count)
            case Names():
                return (self._marker(table, name),)
            case Choice():
                return next(iter(kind.options))
            case SealedColumn():
                return self._words(table, name)
        return self._marker(table, name)

    def _words(self, table: str, name: str) -> Words:
        if name == "address":
            return address_text(self._address)
        if name == "dialogue":
            return dialogue_text(Dialogue(self._marker(table, name), None, ()))
        return Words(self._marker(table, name))

    def _marker(self, table: str, column: str) -> str:
        return f"{self._who}-{table}-{column}"

    async def _sealed(self, table: Table, row: Row, name: str) -> Sealed:
        owner = coach_owner(self._who) if table is posted else self._who
        key = row["digest"] if table is posted else row["id"]
        return await self._tx._w.seal(f"{table.name}.{name}", key, owner, row[name], NOW)


@asynccontextmanager
async def two_organisations(kind: str, folder: Path) -> AsyncIterator[tuple[OpenedStore, ...]]:
    """On PostgreSQL both are in one database; on SQLite each has a file of its own."""
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
        held = await tx.held("client")
    assert set(planted) == set(held)
    for table in ABOUT:
        assert len(held[table.name]) == 1, f"{table.name}: say in OWNER and ABOUT whose it is"
        (told,) = held[table.name]
        for name in columns_of(table):
            assert told[name] == planted[table.name][name], f"{table.name}.{name}"


async def test_what_is_left_out_is_nowhere_in_the_file(stores: tuple[OpenedStore, ...]) -> None:
    async with stores[0].store.transaction() as tx:
        planted = await Planting(tx, "client", "coach").plant()
        told = everything(await tx.held("client"))
    for place in LEFT_OUT:
        table, _, name = place.partition(".")
        # A client's own engagement stands elsewhere in the file; a number is no marker.
        if name in ("", "number") or place == "invitation.engagement_id":
            continue
        assert planted[table][name] not in told, place


async def test_coach_client_and_other_organisations_never_meet(
    stores: tuple[OpenedStore, ...],
) -> None:
    """Each is the other's coach; the second organisation has people of the same ids."""
    async with stores[0].store.transaction() as tx:
        await Planting(tx, "zebra", "okapi").plant()
        await Planting(tx, "okapi", "zebra").plant()
    async with stores[1].store.transaction() as tx:
        await Planting(tx, "zebra", "heron").plant()
    for who, other in (("zebra", "okapi"), ("okapi", "zebra")):
        async with stores[0].store.transaction() as tx:
            held = await tx.held(who)
        assert {len(rows) for rows in held.values()} == {1}
        for rows in held.values():
            for row in rows:
                others = {n for n, v in row.items() if other in everything({"": [{n: v}]})}
                assert others <= {"coach_id"}
        assert "heron" not in everything(held)
    async with stores[1].store.transaction() as tx:
        held = await tx.held("zebra")
        assert {len(rows) for rows in held.values()} == {1}
        assert "okapi" not in everything(held)
        assert not any((await tx.held("okapi")).values())


async def test_a_coach_is_told_nothing_of_whether_a_client_takes_part(
    stores: tuple[OpenedStore, ...],
) -> None:
    async with stores[0].store.transaction() as tx:
        await Planting(tx, "client", "coach").plant()
        held = await tx.held("coach")
    assert not any(held.values())


async def test_memory_tells_what_the_databases_tell(tmp_path: Path) -> None:
    memory = MemoryStore()
    async with memory.transaction() as tx:
        await plant(tx)
        in_memory = await tx.held("client")
    async with opened("sqlite", tmp_path) as sql, sql.store.transaction() as on_disk:
        await plant(on_disk)
        in_sql = await on_disk.held("client")
    assert list(in_memory) == list(in_sql)
    for table, rows in in_sql.items():
        assert ordered(in_memory[table]) == ordered(rows), table


@pytest.mark.parametrize("place", sorted(set(LEFT_OUT) - {"organisation"}))
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
    """All values of a file as one text, sealed words opened."""
    cells = [value for rows in held.values() for row in rows for value in row.values()]
    return "\n".join(cell.text if isinstance(cell, Words) else str(cell) for cell in cells)


def ordered(rows: Any) -> list[Any]:
    return sorted(
        (sorted(row.items()) for row in rows), key=lambda row: everything({"": [dict(row)]})
    )
