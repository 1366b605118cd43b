"""Small statements on SQLite run on the loop, and never hold it for long."""

from __future__ import annotations

import asyncio
import sqlite3
from collections.abc import AsyncIterator
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from time import monotonic
from typing import Any

import pytest
from sqlalchemy import event, text
from sqlalchemy.exc import OperationalError

from storage import OpenedStore
from storage.data_folder import DATABASE
from storage.sql import sqlite_driver
from storage.sql.schema import lane, seen_event
from storage.sql.sqlite_driver import FewTrips
from tests.databases import opened

NOW = datetime(2026, 3, 2, 9, tzinfo=UTC)
MANY = 30_000


@pytest.fixture
async def sqlite(tmp_path: Path) -> AsyncIterator[OpenedStore]:
    async with opened("sqlite", tmp_path, threads=True) as store:
        yield store


@pytest.fixture
def trips(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The name of each function that was run in the driver's thread."""
    seen: list[str] = []
    real: Any = FewTrips._execute

    async def noted(connection: FewTrips, function: Any, *arguments: Any, **named: Any) -> Any:
        handed = function == connection.opening.run_all
        seen.append(arguments[0][0].sql if handed else function.__name__)
        return await real(connection, function, *arguments, **named)

    monkeypatch.setattr(FewTrips, "_execute", noted)
    return seen


async def test_a_transaction_of_small_statements_takes_one_trip(
    sqlite: OpenedStore, tmp_path: Path, trips: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sqlite_driver, "HELD_SECONDS", 60)
    async with sqlite.store.transaction():
        pass
    trips.clear()
    async with sqlite.store.transaction() as tx:
        assert await tx._w.add(seen_event, {"event": "one", "at": NOW})
        assert await tx._w.first(tx._w.where(seen_event, event="one"))
        await tx._w.save(lane, {"workspace": "here", "closed_at": None})
        await tx._w.change(tx._w.setting(lane, {"closed_at": NOW}, workspace="here"))
        await tx._w.change(tx._w.deleting(lane, workspace="here"))
    # Nothing is rolled back that is not open.
    assert trips == ["commit"]
    trips.clear()
    async with sqlite.store.transaction() as tx:
        assert await tx._w.first(tx._w.where(seen_event, event="one"))
    assert trips == [], "nothing to write"
    other = sqlite3.connect(tmp_path / DATABASE, isolation_level=None, timeout=0)
    other.execute("BEGIN IMMEDIATE")
    other.close()


async def test_what_may_touch_many_rows_is_changed_in_the_thread(
    sqlite: OpenedStore, trips: list[str]
) -> None:
    async with sqlite.store.transaction() as tx:
        trips.clear()
        await tx._w.change(tx._w.deleting(seen_event))
        await tx._w.change(tx._w.setting(lane, {"closed_at": NOW}, left_at=None))
        assert len(trips) == 2


async def test_a_long_read_is_given_up_and_read_in_the_thread(
    sqlite: OpenedStore, trips: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sqlite_driver, "HELD_SECONDS", 60)
    async with sqlite.store.transaction() as tx:
        rows = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < :n)"
        fill = f"INSERT INTO lane (organisation, workspace) {rows} SELECT :whose, i FROM n"
        whose = sqlite.store._organisation
        await tx._w.connection.execute(text(fill), {"n": MANY, "whose": whose})
        await tx._w.add(seen_event, {"event": "before", "at": NOW})
        trips.clear()
        assert len(await tx._w.all(tx._w.where(lane))) == MANY
        assert len(trips) == 1, "given up on the loop, and read whole in the thread"
        assert await tx._w.first(tx._w.where(seen_event, event="before")), (
            "still in its transaction"
        )
        assert len(trips) == 1
    async with sqlite.store.transaction() as tx:
        assert await tx._w.first(tx._w.where(seen_event, event="before"))


async def test_many_small_statements_let_others_have_their_turn(sqlite: OpenedStore) -> None:
    gaps, ended = [0.0], False

    async def others() -> None:
        last = monotonic()
        while not ended:
            await asyncio.sleep(0)
            gaps.append(monotonic() - last)
            last = monotonic()

    waiting = asyncio.create_task(others())
    async with sqlite.store.transaction() as tx:
        before, turns = monotonic(), len(gaps)
        while monotonic() - before < 0.1:
            await tx._w.add(seen_event, {"event": "again", "at": NOW})
        assert len(gaps) > turns + 5, "each few milliseconds"
    ended = True
    await waiting


async def test_nothing_runs_on_the_loop_while_a_cancelled_trip_is_under_way(
    sqlite: OpenedStore,
) -> None:
    async with sqlite.store._engine.connect() as connection:
        driver: Any = (await connection.get_raw_connection()).driver_connection
        assert not driver.may_be_in_transaction
        assert not driver._may_run_here(), "a lock of somebody else could be met"
        await connection.begin()
        await driver._execute(int)
        assert driver._may_run_here()
        started, go = asyncio.Event(), asyncio.Event()
        loop = asyncio.get_running_loop()

        def slow() -> None:
            loop.call_soon_threadsafe(started.set)
            asyncio.run_coroutine_threadsafe(go.wait(), loop).result()

        trip = asyncio.create_task(driver._execute(slow))
        await started.wait()
        trip.cancel()
        with suppress(asyncio.CancelledError):
            await trip
        while_busy = driver._may_run_here()
        go.set()
        await driver._execute(int)
        assert not while_busy, "the thread uses the connection"
        assert driver._may_run_here()


async def test_a_locked_database_is_waited_for_off_the_loop(
    sqlite: OpenedStore, tmp_path: Path, trips: list[str]
) -> None:
    other = sqlite3.connect(tmp_path / DATABASE, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")

    async def adds() -> bool:
        async with sqlite.store.transaction() as tx:
            return await tx._w.add(seen_event, {"event": "late", "at": NOW})

    adding = asyncio.create_task(adds())
    for _ in range(20):
        await asyncio.sleep(0.001)
    assert not adding.done()
    assert trips == ["BEGIN IMMEDIATE"]
    other.execute("COMMIT")
    other.close()
    assert await adding
    async with sqlite.store._engine.connect() as connection:
        waits = await connection.exec_driver_sql("PRAGMA busy_timeout")
        assert waits.scalar_one() == 10_000


async def test_a_commit_that_fails_leaves_no_transaction_open(sqlite: OpenedStore) -> None:
    engine = sqlite.store._engine.sync_engine

    def full(_: Any) -> None:
        raise OperationalError("COMMIT", None, sqlite3.OperationalError("disk is full"))

    async def adds() -> bool:
        async with sqlite.store.transaction() as tx:
            return await tx._w.add(seen_event, {"event": "one", "at": NOW})

    event.listen(engine, "commit", full)
    with pytest.raises(OperationalError):
        await adds()
    event.remove(engine, "commit", full)
    assert await adds(), "what failed is not there"
