"""The database itself guards the ledger, and keeps two organisations in it apart."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy.exc import DBAPIError

from bot.domain.consent import Act
from storage import OpenedStore, RefusedError, open_store
from storage.sql.engine import make_engine
from tests.databases import postgresql_url
from tests.storage.planted import WHO, plant
from tests.things import NOW, chain


@pytest.mark.parametrize("change", ["UPDATE ledger SET act = 'given'", "DELETE FROM ledger"])
async def test_the_database_itself_refuses_to_change_the_ledger(
    sql: OpenedStore, change: str
) -> None:
    async with sql.store.transaction() as tx:
        for entry in chain(Act.ASKED, Act.REFUSED):
            await tx.append(entry)

    async def tamper() -> None:
        async with sql.store._engine.begin() as connection:
            await connection.exec_driver_sql(change)

    with pytest.raises(DBAPIError, match="append-only"):
        await tamper()
    async with sql.store.transaction() as tx:
        assert len(await tx.ledger("e1")) == 2


async def test_the_ledger_cannot_be_replaced_or_emptied_either(sql: OpenedStore, kind: str) -> None:
    async with sql.store.transaction() as tx:
        for entry in chain(Act.ASKED, Act.REFUSED):
            await tx.append(entry)
    replaced = "INSERT OR REPLACE INTO ledger SELECT * FROM ledger"
    change = replaced if kind == "sqlite" else "TRUNCATE ledger"

    async def tamper() -> None:
        async with sql.store._engine.begin() as connection:
            await connection.exec_driver_sql(change)

    with pytest.raises(DBAPIError, match="append-only"):
        await tamper()


async def test_two_organisations_in_one_database_never_meet(tmp_path: Path) -> None:
    url = postgresql_url()
    one = await open_store(tmp_path / "one", url, "tenant-one")
    two = await open_store(tmp_path / "two", url, "tenant-two")
    try:
        async with one.store.transaction() as tx:
            await plant(tx)
        async with two.store.transaction() as tx:
            assert await tx.person("client") is None
            assert await tx.person_at(WHO.address) is None
            assert await tx.engagement("e1") is None
            assert list(await tx.shared_with("coach", NOW, since=NOW)) == []
            assert await tx.invitation("digest-i1") is None
            await plant(tx)
            await tx.erase_client("client", NOW)
            await tx.sweep(NOW + timedelta(days=400), 100)
        async with one.store.transaction() as tx:
            assert await tx.person("client") == WHO
            assert len(await tx.answers("e1")) == 2
            assert len(await tx.shared_with("coach", NOW, since=NOW)) == 1
    finally:
        await one.close()
        await two.close()


def test_only_two_databases_are_spoken() -> None:
    with pytest.raises(RefusedError, match="not the address of a PostgreSQL or SQLite database"):
        make_engine("mysql://localhost/x")
