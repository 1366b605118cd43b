"""Damaged rows, keys and disks: the bot tells of them, and never claims more than it has done."""

from __future__ import annotations

import resource
from collections.abc import AsyncIterator, Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Table, select, update
from structlog.testing import capture_logs

from storage import OpenedStore
from storage.keys.sealed import Sealed
from storage.sql.schema import answer, person, share
from tests.databases import SQL, opened
from tests.world import Chatter, World, joined, text_of

WEEK = timedelta(days=7)


async def lived(store: OpenedStore) -> tuple[World, Chatter, Chatter]:
    """A client has shared two answers, and no digest has carried them yet."""
    world = World(store.store)
    client, coach = await joined(world)
    for words in ("the first thing", "the second thing"):
        await client.writes(words)
        await client.asks_to_share()
        if client.templates()[-1] == "ask-share-words":
            await client.presses("Yes")
        await client.presses("Share exactly this")
    return world, client, coach


async def damage(store: OpenedStore, table: Table, column: str, *, one: bool = True) -> None:
    """Changes one byte of a sealed value, in the first row or in all."""
    async with store.store._engine.begin() as connection:
        mine = table.c.organisation == store.store._organisation
        rows = (await connection.execute(select(table).where(mine).order_by(table.c.id))).all()
        for row in rows[:1] if one else rows:
            data = bytearray(row._mapping[column].data)
            data[-1] ^= 1
            changed = update(table).where(mine, table.c.id == row.id)
            await connection.execute(changed.values({column: Sealed(bytes(data))}))


@pytest.fixture(params=SQL)
async def store(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[OpenedStore]:
    async with opened(request.param, tmp_path) as made:
        yield made


async def test_one_damaged_answer_leaves_the_others_readable(store: OpenedStore) -> None:
    _, client, _ = await lived(store)
    await damage(store, answer, "words")
    with capture_logs() as logs:
        held = text_of(await client.writes("what do you hold"))
    assert "One answer:" in held
    assert "row_refused" in [entry["event"] for entry in logs]
    assert "thing" not in repr(logs)
    await client.presses("Give me all of it as a file")


async def test_the_coach_gets_the_digest_without_a_damaged_share(store: OpenedStore) -> None:
    world, _, coach = await lived(store)
    await damage(store, share, "body")
    await world.until(world.clock.now() + WEEK)
    digest = [m for m in coach.shown if m.template == "digest"]
    assert len(digest) == 1
    assert text_of(digest).count("thing") == 1


@pytest.mark.parametrize("column", ["name", "address", "dialogue"])
async def test_a_person_whose_row_is_damaged_is_told_so_and_gets_no_more_messages(
    store: OpenedStore, column: str
) -> None:
    world, client, coach = await lived(store)
    await damage(store, person, column, one=False)
    shown = len(client.shown) + len(coach.shown)
    await world.until(world.clock.now() + WEEK)
    assert len(client.shown) + len(coach.shown) == shown
    told = text_of(await client.writes("what do you hold"))
    assert "is damaged" in told


async def test_stopping_and_erasing_everything_work_on_damaged_rows(store: OpenedStore) -> None:
    world, client, coach = await lived(store)
    await damage(store, share, "body", one=False)
    await damage(store, answer, "words", one=False)
    assert "Stopped" in text_of(await client.writes("stop"))
    await client.writes("erase everything")
    assert "Gone: your name" in text_of(await client.presses("Erase everything"))
    await world.until(world.clock.now() + WEEK)
    assert "the first thing" not in coach.sees()


@contextmanager
def files_grow_no_further_than(size: int) -> Iterator[None]:
    """Simulates a full disk: no file of this process grows past `size` bytes."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


async def test_a_disk_that_fills_up_during_an_erase_claims_nothing_and_a_restart_completes_it(
    tmp_path: Path,
) -> None:
    async with opened("sqlite", tmp_path, "org") as store:
        world, client, coach = await lived(store)
        await client.writes("erase everything")
        log = tmp_path / "handrail.db-wal"
        assert log.stat().st_size > 4 * (tmp_path / "keys" / "keys.db").stat().st_size
        with files_grow_no_further_than(log.stat().st_size):
            (told,) = await client.presses("Erase everything")
        assert told.template == "erase-unfinished"
        assert "their keys are destroyed" in text_of([told])
        for row in await _rows(store, answer):
            with pytest.raises(KeyError):
                await store.keys.unseal(row.client_id, f"answer.words|{row.id}", row.words.data)
    async with opened("sqlite", tmp_path, "org") as store:
        assert await _rows(store, answer) == []
        world.store = store.store
        await world.restart()
        assert "nothing about you" in text_of(await client.writes("what do you hold"))
        await world.until(world.clock.now() + WEEK)
        assert "the first thing" not in coach.sees()


async def test_a_disk_that_is_full_before_an_erase_of_a_part_changes_nothing(
    tmp_path: Path,
) -> None:
    async with opened("sqlite", tmp_path, "org") as store:
        world, client, _ = await lived(store)
        await client.writes("erase")
        for label in ("Only a part …", "The last 7 days"):
            await client.presses(label)
        size = (tmp_path / "handrail.db-wal").stat().st_size
        with files_grow_no_further_than(size):
            (told,) = await client.presses("Erase it")
        assert told.template == "trouble"
        assert "the first thing" in text_of(await client.writes("what do you hold"))
        await world.bot.tick()
        await client.presses("Erase it")
        assert "the first thing" not in text_of(await client.writes("what do you hold"))


async def _rows(store: OpenedStore, table: Table) -> list[Any]:
    async with store.store._engine.connect() as connection:
        return list((await connection.execute(select(table))).all())
