"""After an erase nothing is readable, even if the erase was interrupted."""

from __future__ import annotations

import asyncio
import shutil
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import func, select

from bot.domain.consent import Act
from bot.domain.people import Dialogue, Person
from bot.domain.words import Words
from storage import OpenedStore
from storage.sql.schema import engagement, metadata, person
from tests.databases import opened
from tests.storage.planted import WHO, plant
from tests.things import NOW, chain


async def test_after_an_erase_an_older_copy_of_the_database_shows_nothing(tmp_path: Path) -> None:
    live, backup = tmp_path / "live", tmp_path / "backup"
    async with opened("sqlite", live, "org") as sql, sql.store.transaction() as tx:
        await plant(tx)
    shutil.copytree(live, backup)
    async with opened("sqlite", live, "org") as sql, sql.store.transaction() as tx:
        assert await tx.person("client") == WHO
        await tx.erase_client("client", NOW)
    shutil.copy(backup / "handrail.db", live / "handrail.db")
    async with opened("sqlite", live, "org") as sql, sql.store.transaction() as tx:
        assert await tx.person("client") is None
        assert await tx.person_at(WHO.address) is None
        assert await tx.engagement("e1") is None
        assert list(await tx.shared_with("coach", NOW, since=NOW)) == []


async def test_an_erase_leaves_no_row_that_names_the_person(sql: OpenedStore) -> None:
    async with sql.store.transaction() as tx:
        await plant(tx)
        await tx.erase_client("client", NOW)
    async with sql.store._engine.connect() as connection:
        for table in metadata.sorted_tables:
            for row in (await connection.execute(select(table))).all():
                if row._mapping["organisation"] == tx._w.organisation:
                    assert "client" not in [str(value) for value in row], table.name


async def test_an_erase_cut_short_after_the_keys_is_finished_at_the_next_start(
    kind: str, tmp_path: Path
) -> None:
    async with opened(kind, tmp_path, f"org-{tmp_path.name[-20:].lower()}") as sql:
        organisation = sql.store._organisation
        async with sql.store.transaction() as tx:
            await plant(tx)
        await sql.keys.forget("client")
        async with sql.store.transaction() as tx:
            assert await tx.person("client") is None
            assert await tx.answers("e1") == []
            assert await tx.shared_with("coach", NOW, since=NOW) == []
            assert await tx._w.all(tx._w.select(engagement))
    async with opened(kind, tmp_path, organisation) as sql, sql.store.transaction() as tx:
        assert await tx._w.all(tx._w.select(engagement)) == []
        rows = select(func.count()).select_from(person)
        mine = await tx._w.all(rows.where(person.c.organisation == organisation))
        assert mine[0][0] == 0


async def test_an_erase_that_was_rolled_back_is_finished_by_the_next_sweep(
    sql: OpenedStore,
) -> None:
    async def fail() -> None:
        async with sql.store.transaction() as tx:
            await tx.erase_client("client", NOW)
            raise RuntimeError

    async with sql.store.transaction() as tx:
        await plant(tx)
    with pytest.raises(RuntimeError):
        await fail()
    async with sql.store.transaction() as tx:
        assert await tx._w.all(tx._w.select(engagement))
        await tx.sweep(NOW, 100)
    async with sql.store.transaction() as tx:
        assert await tx._w.all(tx._w.select(engagement)) == []
        await tx.sweep(NOW + timedelta(minutes=15), 100)
    assert await sql.keys.forgotten() == set()


async def test_someone_can_begin_again_while_an_erase_is_unfinished(sql: OpenedStore) -> None:
    again = Person("new", WHO.address, Words("New"))
    async with sql.store.transaction() as tx:
        await plant(tx)
    await sql.keys.forget("client")
    async with sql.store.transaction() as tx:
        await tx.save_person(again, NOW)
    async with sql.store.transaction() as tx:
        assert await tx.person_at(WHO.address) == again


async def test_a_sweep_during_an_erase_leaves_a_coach_reachable(sql: OpenedStore) -> None:
    async with sql.store.transaction() as tx:
        await plant(tx)
        await tx.append(chain(Act.ASKED, of="client")[0])

    async def sweep() -> None:
        async with sql.store.transaction() as tx:
            await tx.sweep(NOW, 100)

    async with sql.store.transaction() as tx:
        await tx.erase_client("client", NOW)
        sweeping = asyncio.create_task(sweep())
        await asyncio.sleep(0.2)
    await sweeping
    async with sql.store.transaction() as tx:
        assert await tx.person("client") == replace(WHO, dialogue=Dialogue())


async def test_a_cancelled_transaction_leaves_nothing_and_blocks_nobody(sql: OpenedStore) -> None:
    async def endless() -> None:
        async with sql.store.transaction() as tx:
            await plant(tx)
            await asyncio.sleep(60)

    working = asyncio.create_task(endless())
    await asyncio.sleep(0.2)
    working.cancel()
    with pytest.raises(asyncio.CancelledError):
        await working
    async with asyncio.timeout(5), sql.store.transaction() as tx:
        assert await tx.person("client") is None
