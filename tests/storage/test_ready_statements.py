"""Ready statements go past SQLAlchemy's own execution, but not past whoever counts or fails them.

`tests/proofs/test_every_call_fails_once.py` lets each statement fail that it hears of. So it must
hear of every statement that the database carries out, on whichever road it goes.
"""

from __future__ import annotations

import sqlite3
from collections.abc import AsyncIterator, Iterator, Sequence
from contextlib import asynccontextmanager, contextmanager, nullcontext
from datetime import UTC, datetime
from typing import Any

import psycopg
import pytest
from sqlalchemy import event, select
from sqlalchemy.dialects import sqlite
from sqlalchemy.exc import IntegrityError, OperationalError, StatementError

from storage import OpenedStore
from storage.sql.running.ready import ReadyStatement, Shape, given
from storage.sql.running.road import Given, run, run_all
from storage.sql.schema import lane, person, seen_event
from tests.world import Chatter, World, joined

NOW = datetime(2026, 3, 2, 9, tzinfo=UTC)
# SQLAlchemy asks so whether a connection still lives. It is no statement of a transaction.
ALIVE = (";", "SELECT 1")


@contextmanager
def heard(opened: OpenedStore) -> Iterator[list[str]]:
    """The first word of each statement and commit that a listener to SQLAlchemy's events hears."""
    words: list[str] = []
    engine = opened.store._engine.sync_engine

    def statement(_1: Any, _2: Any, sql: str, values: Any, _3: Any, many: bool) -> None:
        # What is told once and carried out for many rows is begun once, and can fail once.
        words.extend([_first(sql)] * (len(values) if many and engine.name == "sqlite" else 1))

    def commit(_: Any) -> None:
        words.append("COMMIT")

    event.listen(engine, "before_cursor_execute", statement)
    event.listen(engine, "commit", commit)
    try:
        yield words
    finally:
        event.remove(engine, "before_cursor_execute", statement)
        event.remove(engine, "commit", commit)


@asynccontextmanager
async def carried_out(kind: str, opened: OpenedStore) -> AsyncIterator[list[str]]:
    """The same, as the database itself has them (SQLite), or as its driver sends them."""
    words: list[str] = []
    async with opened.store._engine.connect() as connection:
        driver: Any = (await connection.get_raw_connection()).driver_connection
    if kind == "sqlite":
        last = ""

        def trace(sql: str) -> None:
            nonlocal last
            # SQLite tells a deletion anew for each foreign key that leads to the row. How long a
            # begin waits is set around it, which reads and writes nothing.
            if not (sql == last and sql.startswith("DELETE")) and not sql.startswith("PRAGMA"):
                words.append(_first(sql))
            last = sql

        driver.opening.opened.set_trace_callback(trace)
        yield words
        driver.opening.opened.set_trace_callback(None)
        return
    with pytest.MonkeyPatch.context() as patch:
        # Each statement passes here, whether alone or with others in one message.
        real: Any = psycopg.AsyncCursor._maybe_prepare_gen

        def sends(cursor: Any, query: Any, **how: Any) -> Any:
            if query.query.decode() not in ALIVE:
                words.append(_first(query.query))
            return real(cursor, query, **how)

        patch.setattr(psycopg.AsyncCursor, "_maybe_prepare_gen", sends)
        yield words


def _first(sql: Any) -> str:
    text = sql if isinstance(sql, str) else bytes(sql).decode()
    return text.split()[0].upper()


async def test_whoever_listens_hears_each_statement_that_is_carried_out(
    kind: str, sql: OpenedStore
) -> None:
    world = World(sql.store)
    client, _ = await joined(world)
    async with carried_out(kind, sql) as done:
        with heard(sql) as told:
            await converses(world, client)
    if kind == "postgresql":
        # Its driver begins and commits by itself.
        told = [word for word in told if word != "COMMIT"]
    assert len(done) > 100
    assert done == told


async def converses(world: World, client: Chatter) -> None:
    assert await world.skip()
    assert await client.writes("It went well.")
    await client.asks_to_share()
    await client.presses("Yes")
    await client.presses("Share exactly this")
    await client.writes("stop")


async def test_every_ready_statement_can_be_made_to_fail(
    kind: str, sql: OpenedStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each one that runs in a whole conversation: a listener that raises keeps it from running."""
    world = World(sql.store)
    client, _ = await joined(world)
    seen: dict[str, ReadyStatement] = {}

    async def noted(connection: Any, several: Sequence[Given]) -> Any:
        seen.update({ready.sql: ready for ready, _ in several})
        return await run_all(connection, several)

    monkeypatch.setattr("storage.sql.running.statements.run_all", noted)
    await converses(world, client)
    assert len(seen) > 20
    async with carried_out(kind, sql) as done:
        for ready in seen.values():
            monkeypatch.setattr(ready, "bind", lambda _: [])
            with failing(sql), pytest.raises(OperationalError):
                async with sql.store.transaction() as tx:
                    await run(tx._w.connection, ready, {})
    assert set(done) <= {"BEGIN", "ROLLBACK"}


@contextmanager
def failing(opened: OpenedStore) -> Iterator[None]:
    """Each statement but the one that begins fails, before it runs."""
    engine = opened.store._engine.sync_engine
    problem = sqlite3 if engine.dialect.name == "sqlite" else psycopg

    def statement(_1: Any, _2: Any, sql: str, *_: Any) -> None:
        if not sql.startswith("BEGIN"):
            raise problem.OperationalError("it fails")

    event.listen(engine, "before_cursor_execute", statement)
    try:
        yield
    finally:
        event.remove(engine, "before_cursor_execute", statement)


async def test_a_statement_that_fails_undoes_its_transaction(sql: OpenedStore) -> None:
    async def two(*, bad: bool) -> None:
        async with sql.store.transaction() as tx:
            await tx._w.add(seen_event, {"event": "first", "at": NOW})
            with failing(sql) if bad else nullcontext():
                await tx._w.add(seen_event, {"event": "second", "at": NOW})

    with pytest.raises(OperationalError):
        await two(bad=True)
    async with sql.store.transaction() as tx:
        assert await tx._w.all(tx._w.where(seen_event)) == []
        assert await tx._w.add(seen_event, {"event": "first", "at": NOW})
        assert not await tx._w.add(seen_event, {"event": "first", "at": NOW})


async def test_an_error_is_the_one_of_sqlalchemy_and_names_no_value(sql: OpenedStore) -> None:
    empty = {"id": "a secret name", "address_hash": None}
    with pytest.raises(IntegrityError) as caught:
        async with sql.store.transaction() as tx:
            await tx._w.save(person, empty)
    assert "secret" not in str(caught.value)
    with pytest.raises(StatementError) as naive:
        async with sql.store.transaction() as tx:
            await tx._w.add(seen_event, {"event": "secret", "at": datetime(2026, 3, 2)})  # noqa: DTZ001
    assert "secret" not in str(naive.value)


async def test_rows_are_those_of_sqlalchemy(sql: OpenedStore) -> None:
    async with sql.store.transaction() as tx:
        for name in ("one", "two"):
            await tx._w.save(lane, {"workspace": name, "closed_at": NOW})
        query = tx._w.select(lane).order_by(lane.c.workspace.desc())
        before = list((await tx._w.connection.execute(query)).all())
        after = await tx._w.all(tx._w.where(lane, order=("-workspace",)))
        assert after == before
        assert [row.workspace for row in after] == ["two", "one"]
        assert after[0]._fields == before[0]._fields
        assert dict(after[0]._mapping) == dict(before[0]._mapping)
        assert after[0]._mapping[lane.c.closed_at] == NOW
        none = await tx._w.all(tx._w.where(lane, closed_at=None))
        assert none == []


def test_a_statement_whose_text_depends_on_its_values_is_refused() -> None:
    dialect = sqlite.dialect()
    shape = Shape(lambda _: select(lane).where(lane.c.workspace.in_(["a", "b"])))
    with pytest.raises(ValueError, match="depends on its values"):
        shape.ready(dialect)
    later = lane.c.closed_at > given("then", lane.c.closed_at)
    ready = Shape(lambda _: select(lane).where(later)).ready(dialect)
    with pytest.raises(KeyError):
        ready.bind({"whose": "me"})
