"""However a transaction ends, its connection returns to the pool with none open."""

from __future__ import annotations

import asyncio
from contextlib import suppress
from datetime import UTC, datetime
from typing import Any

import pytest
from sqlalchemy import event

from storage import OpenedStore
from storage.sql.schema import seen_event

NOW = datetime(2026, 3, 2, 9, tzinfo=UTC)
TURNS = 25


async def _adds(sql: OpenedStore, name: str) -> bool:
    async with sql.store.transaction() as tx:
        return await tx._w.add(seen_event, {"event": name, "at": NOW})


def _lent(sql: OpenedStore) -> int:
    pool: Any = sql.store._engine.sync_engine.pool
    return int(pool.checkedout())


@pytest.mark.parametrize("name", ["begin", "commit", "before_cursor_execute"])
async def test_what_fails_at_any_step_leaves_nothing(sql: OpenedStore, name: str) -> None:
    engine = sql.store._engine.sync_engine

    def fails(*_: Any) -> None:
        raise RuntimeError(name)

    await _adds(sql, "before")
    event.listen(engine, name, fails)
    with pytest.raises(RuntimeError, match=name):
        await _adds(sql, "one")
    event.remove(engine, name, fails)
    assert _lent(sql) == 0
    assert await _adds(sql, "one"), "what failed is not there"


async def test_one_that_is_cancelled_at_any_turn_is_done_whole_or_not_at_all(
    sql: OpenedStore,
) -> None:
    await _adds(sql, "before")
    for turns in range(TURNS):
        adding = asyncio.create_task(_adds(sql, f"{turns}"))
        for _ in range(turns):
            await asyncio.sleep(0)
        adding.cancel()
        with suppress(asyncio.CancelledError):
            await adding
        assert _lent(sql) == 0, turns
        assert await _adds(sql, f"after {turns}")
    assert not await _adds(sql, "before")
