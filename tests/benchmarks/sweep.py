"""The sweep as Handrail does it, and everything put back afterwards."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import text

from bot.delivery.claim import plan_next_and_filter
from bot.domain import rhythm, wall_time
from bot.domain.delivery import DeliveryState
from bot.run.assemble import Randomness
from storage.sql import columns
from storage.sql.store import SqlStore
from tests.benchmarks.house import NOW, WORKSPACES
from tests.benchmarks.raw import COLUMNS

BATCH = 500
WORKER = "benchmark"
MINE = "owner IN (SELECT owner FROM delivery WHERE state <> 'planned')"


async def sweep(store: SqlStore, now: datetime = NOW, workspace: str = WORKSPACES[0]) -> int:
    """As `Deliveries` claims: gate, what follows, and the outbox, in claims of BATCH.

    Returns how many of one workspace may leave, or were settled because they may not.
    """
    chance, count = Randomness(), 0
    while True:
        async with store.transaction() as tx:
            claimed = await tx.claim(now, BATCH, workspace, by=WORKER)
            await plan_next_and_filter(tx, chance, claimed, now)
        if not claimed:
            return count
        count += len(claimed)


def forget() -> None:
    """What was remembered of one round is of no use to the next: as if these were other people."""
    for remembers in (
        *(columns._utc_text, columns._from_text),
        *(rhythm._window, wall_time._local_date, wall_time._both),
    ):
        remembers.cache_clear()


async def nothing_due(store: SqlStore) -> int:
    return await sweep(store, NOW - timedelta(days=400))


async def following(store: SqlStore) -> dict[str, list[Sequence[Any]]]:
    """What a sweep has just planned, by owner, as rows for the bare driver."""
    found: defaultdict[str, list[Sequence[Any]]] = defaultdict(list)
    columns = ", ".join(f'"{name}"' for name in COLUMNS)
    query = f"SELECT {columns} FROM delivery WHERE state = 'planned' AND {MINE}"
    async with store._engine.begin() as connection:
        for row in await connection.exec_driver_sql(query):
            found[row._mapping["owner"]].append(tuple(row))
    return found


async def put_back(store: SqlStore) -> None:
    """What was planned is gone, and what was claimed or settled is due again."""
    async with store._engine.begin() as connection:
        await connection.execute(text(f"DELETE FROM delivery WHERE state = 'planned' AND {MINE}"))
        again = "state = 'planned', claimed_at = NULL, settled_at = NULL"
        again += ", reason = NULL, claimed_by = NULL, begun_at = NULL"
        await connection.execute(text(f"UPDATE delivery SET {again} WHERE state <> 'planned'"))


async def stop_all(store: SqlStore) -> None:
    """Everybody's engagement says stop: a sweep then settles all that it claims."""
    async with store._engine.begin() as connection:
        await connection.execute(text("UPDATE engagement SET stopped = true"))


async def one_by_one(store: SqlStore, delivery_id: str) -> None:
    """What a sweep does for one client, in a transaction of its own: gate, outbox, next date.

    A job per client has no claim to make: that it runs is its claim.
    """
    async with store.transaction() as tx:
        found = await tx.delivery(delivery_id)
        assert found is not None
        await plan_next_and_filter(tx, Randomness(), [found], NOW)


async def hand_over(store: SqlStore, workspace: str) -> int:
    """A worker's turn but for the messages and their gate: what is due is its own, and done."""
    async with store.transaction() as tx:
        claimed = await tx.claim(NOW, BATCH, workspace, by=WORKER)
    if claimed:
        async with store.transaction() as tx:
            await tx.settle_many([one.id for one in claimed], DeliveryState.SENT, NOW, "")
    return len(claimed)
