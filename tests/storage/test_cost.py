"""The cost of a tick grows with what is due, never with who is enrolled or was ever asked."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import event, insert

from bot.domain.delivery import DeliveryState
from storage import OpenedStore
from storage.sql.rows import flat
from storage.sql.schema import delivery as delivery_table
from storage.sql.seals.row_seals import facts
from storage.sql.store import SqlTransaction
from tests.things import NOW, delivery

SETTLED = 3000


@pytest.fixture
async def busy(sql: OpenedStore) -> OpenedStore:
    """A store where much was sent long ago, and ten deliveries are due, a second apart."""
    sent = [_row(sql, number, DeliveryState.SENT) for number in range(SETTLED)]
    due = [_row(sql, number, DeliveryState.PLANNED) for number in range(SETTLED, SETTLED + 10)]
    async with sql.store._engine.begin() as connection:
        await connection.execute(insert(delivery_table), sent + due)
        await connection.exec_driver_sql("ANALYZE")
    return sql


@pytest.mark.parametrize("question", ["next_due", "claim", "claimed"])
async def test_a_tick_finds_its_work_through_the_index_of_open_deliveries(
    busy: OpenedStore, kind: str, question: str
) -> None:
    asked: list[tuple[str, Any]] = []

    def note(_: Any, __: Any, statement: str, parameters: Any, *rest: Any) -> None:
        asked.append((statement, parameters))

    engine = busy.store._engine
    event.listen(engine.sync_engine, "before_cursor_execute", note)
    async with busy.store.transaction() as tx:
        await _ask(tx, question)
    event.remove(engine.sync_engine, "before_cursor_execute", note)
    statement, parameters = next(one for one in asked if "FROM delivery" in one[0])
    explain = "EXPLAIN QUERY PLAN" if kind == "sqlite" else "EXPLAIN"
    async with engine.begin() as connection:
        rows = await connection.exec_driver_sql(f"{explain} {statement}", parameters)
        plan = "\n".join(str(tuple(row)) for row in rows.all())
    # Both indexes hold open deliveries only; the server takes whichever it thinks is smaller.
    assert "ix_delivery_open" in plan or "ix_delivery_lane" in plan
    assert "Seq Scan" not in plan


@pytest.mark.parametrize("kind", ["postgresql"], indirect=True)
async def test_two_workers_claim_at_once_without_waiting_or_passing_the_limit(
    busy: OpenedStore,
) -> None:
    async with asyncio.timeout(5), busy.store.transaction() as one:
        first = await one.claim(NOW, 4)
        async with busy.store.transaction() as two:
            second = await two.claim(NOW, 4)
    ids = [one.id for one in first] + [two.id for two in second]
    assert ids == [f"d{number}" for number in range(SETTLED + 9, SETTLED + 1, -1)]


async def _ask(tx: SqlTransaction, question: str) -> Sequence[object]:
    if question == "claim":
        return await tx.claim(NOW, 5)
    if question == "claimed":
        return await tx.claimed()
    return [await tx.next_due()]


def _row(sql: OpenedStore, number: int, state: DeliveryState) -> dict[str, Any]:
    due_at = NOW - timedelta(seconds=number)
    made = delivery(f"d{number}", slot=f"slot-{number}", due_at=due_at, state=state)
    row = {"organisation": sql.store._organisation, **flat(made)}
    return {**row, "seal": sql.keys.row_seal(facts(delivery_table, row))}
