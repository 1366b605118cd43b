"""What goes to PostgreSQL in one message fails as one, and leaves a connection that can be used."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import psycopg
import pytest

from storage import OpenedStore
from storage.sql.running.one_message import begins, in_one_message
from tests.databases import opened

ONE, TWO = ("SELECT 1", None), ("SELECT 2", None)
FAILS = ("SELECT 1 / %(no)s", {"no": 0})
# psycopg prepares a statement that it has met five times.
OFTEN = 8


@pytest.fixture
async def driver(tmp_path: Path) -> AsyncIterator[Any]:
    async with opened("postgresql", tmp_path) as house:
        yield await _driver_of(house)


async def _driver_of(house: OpenedStore) -> Any:
    async with house.store._engine.connect() as connection:
        return (await connection.get_raw_connection()).driver_connection


async def _read(cursors: list[Any]) -> list[Any]:
    return [(await cursor.fetchall())[0][0] for cursor in cursors]


async def test_the_begin_goes_with_the_first_statements(driver: Any) -> None:
    for _ in range(OFTEN):
        assert begins(driver)
        assert await _read(await in_one_message(driver, [ONE, TWO])) == [1, 2]
        assert not begins(driver)
        assert await _read(await in_one_message(driver, [TWO])) == [2]
        await driver.commit()


async def test_after_one_that_fails_none_is_carried_out(driver: Any) -> None:
    for _ in range(OFTEN):
        await in_one_message(driver, [("CREATE TEMP TABLE made (n int)", None)])
        with pytest.raises(psycopg.errors.DivisionByZero):
            await in_one_message(driver, [ONE, FAILS, ("INSERT INTO made VALUES (1)", None)])
        assert driver.info.transaction_status.name == "INERROR"
        await driver.rollback()
        assert await _read(await in_one_message(driver, [ONE, TWO])) == [1, 2]
        await driver.commit()


async def test_values_that_nobody_can_send_leave_everything_as_it_was(driver: Any) -> None:
    with pytest.raises(psycopg.ProgrammingError):
        await in_one_message(driver, [ONE, ("SELECT %(it)s", {"it": object()})])
    assert begins(driver)
    assert await _read(await in_one_message(driver, [ONE])) == [1]
    await driver.commit()


async def test_more_than_fits_between_both_goes_through(driver: Any) -> None:
    """The server writes results while it is still being written to: neither waits for the other."""
    much = ("SELECT repeat(%(it)s, 20)", {"it": "x" * 500_000})
    found = await _read(await in_one_message(driver, [much] * 4))
    assert [len(one) for one in found] == [10_000_000] * 4
    await driver.commit()


async def test_a_cancelled_message_begins_nothing_that_is_left_open(tmp_path: Path) -> None:
    async with opened("postgresql", tmp_path) as house:

        async def waits() -> None:
            async with house.store._engine.begin() as connection:
                raw = await connection.get_raw_connection()
                await in_one_message(raw.driver_connection, [ONE, ("SELECT pg_sleep(60)", None)])

        waiting = asyncio.create_task(waits())
        await asyncio.sleep(0.05)
        waiting.cancel()
        with pytest.raises(asyncio.CancelledError):
            await waiting
        driver = await _driver_of(house)
        assert begins(driver)
        assert await _read(await in_one_message(driver, [ONE])) == [1]
        await driver.rollback()
