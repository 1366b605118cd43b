"""Wake-ups through Procrastinate: a commit makes them visible, a rollback removes them."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager, suppress
from datetime import UTC, datetime, timedelta

import psycopg
import pytest

from adapters import queue
from adapters.queue import TABLES, Wakeups
from tests.databases import new_database


class ClusterWork:
    """Records the calls of the queue. Each workspace has so many turns."""

    def __init__(self, **turns: int) -> None:
        self.left = turns
        self.turns: list[str] = []
        self.looked = self.tended = self.recovered = 0
        self.due: list[str] = []
        self.raises: list[Exception] = []

    async def workspaces_due(self) -> Sequence[str]:
        self.looked += 1
        return self.due

    async def take_batch(self, workspace: str) -> int | None:
        if self.raises:
            raise self.raises.pop()
        if not self.left.get(workspace):
            return None
        self.left[workspace] -= 1
        self.turns.append(workspace)
        return 1

    async def tend(self) -> None:
        self.tended += 1

    async def recover(self) -> None:
        self.recovered += 1


@pytest.fixture
def url() -> str:
    return new_database().replace("postgresql+psycopg", "postgresql")


@asynccontextmanager
async def working(url: str, calls: ClusterWork) -> AsyncIterator[Wakeups]:
    wakeups = Wakeups(url)
    await wakeups.open()
    work = asyncio.create_task(wakeups.work(calls, 4))
    try:
        yield wakeups
    finally:
        work.cancel()
        with suppress(asyncio.CancelledError):
            await work
        await wakeups.close()


async def until(condition: Callable[[], object], seconds: float = 60.0) -> None:
    async with asyncio.timeout(seconds):
        while not condition():  # noqa: ASYNC110 (what it waits for happens in the database)
            await asyncio.sleep(0.02)


async def waiting(url: str) -> list[str]:
    query = f"SELECT queueing_lock FROM {TABLES}.procrastinate_jobs WHERE status = 'todo'"
    async with await psycopg.AsyncConnection.connect(url) as connection:
        found = await connection.execute(query.encode())
        return sorted(str(lock) for (lock,) in await found.fetchall())


async def test_a_wake_up_is_seen_with_its_commit_and_gone_with_a_rollback(url: str) -> None:
    wakeups = Wakeups(url)
    await wakeups.open()
    async with await psycopg.AsyncConnection.connect(url) as connection:
        await wakeups.wake(connection, ["a", "b"])
        assert await waiting(url) == []
        await connection.rollback()
        assert await waiting(url) == []
        await wakeups.wake(connection, ["a", "b"])
        await connection.commit()
        assert await waiting(url) == ["drain:a", "drain:b"]
        # A workspace that waits already is not added twice, and the transaction goes on.
        await wakeups.wake(connection, ["a", "c"])
        await connection.commit()
        assert await waiting(url) == ["drain:a", "drain:b", "drain:c"]
    await wakeups.close()


async def test_a_wake_up_leaves_the_rest_of_its_session_as_it_was(url: str) -> None:
    wakeups = Wakeups(url)
    await wakeups.open()
    async with await psycopg.AsyncConnection.connect(url) as connection:
        await wakeups.wake(connection, ["a"])
        await connection.commit()
        shown = await (await connection.execute("SHOW search_path")).fetchone()
    await wakeups.close()
    assert shown is not None
    assert TABLES not in str(shown[0])


async def test_a_wake_up_starts_the_work_and_the_look_finds_the_rest(url: str) -> None:
    calls = ClusterWork(woken=3, found=2)
    calls.due = ["found"]
    async with working(url, calls) as wakeups:
        async with await psycopg.AsyncConnection.connect(url) as connection:
            await wakeups.wake(connection, ["woken"])
            await connection.commit()
        await until(lambda: not any(calls.left.values()))
        await until(lambda: calls.recovered)
    assert sorted(calls.turns) == ["found"] * 2 + ["woken"] * 3
    assert await waiting(url) in ([], ["look"], ["drain:found"], ["drain:found", "look"])


async def test_a_turn_that_breaks_is_tried_again_by_the_next_look(url: str) -> None:
    calls = ClusterWork(a=1)
    calls.due = ["a"]
    calls.raises = [ConnectionError("zebra")]
    async with working(url, calls):
        await until(lambda: calls.turns == ["a"])


async def test_a_storm_gives_way_to_waiting_workspaces(
    url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(queue, "ONE_SHARE_SECONDS", 0.0)
    calls = ClusterWork(storm=40, a=1)
    wakeups = Wakeups(url)
    await wakeups.open()
    async with await psycopg.AsyncConnection.connect(url) as connection:
        await wakeups.wake(connection, ["storm"])
        await wakeups.wake(connection, ["zz-a"])
        await connection.commit()
    calls.left["zz-a"] = calls.left.pop("a")
    work = asyncio.create_task(wakeups.work(calls, 1))
    await until(lambda: "zz-a" in calls.turns)
    work.cancel()
    with suppress(asyncio.CancelledError):
        await work
    await wakeups.close()
    assert calls.turns.index("zz-a") <= 3


async def test_the_job_of_a_dead_worker_is_released(url: str) -> None:
    wakeups = Wakeups(url)
    await wakeups.open()
    async with await psycopg.AsyncConnection.connect(url) as connection:
        await wakeups.wake(connection, ["a"])
        await connection.commit()
        await connection.execute(f"SET search_path TO {TABLES}".encode())
        await connection.execute("UPDATE procrastinate_jobs SET status = 'doing'")
        await connection.commit()
        await wakeups._end_stalled()
        left = await connection.execute(f"SELECT 1 FROM {TABLES}.procrastinate_jobs".encode())
        assert await left.fetchall() == []
    await wakeups.close()


async def test_the_tables_are_made_once_if_many_processes_start_together(url: str) -> None:
    many = [Wakeups(url) for _ in range(4)]
    await asyncio.gather(*(one.open() for one in many))
    for one in many:
        await one.close()
    assert await waiting(url) == []


def test_only_a_delivery_due_about_now_causes_a_wake_up(url: str) -> None:
    wakeups, now = Wakeups(url), datetime.now(UTC)
    assert wakeups.soon(now)
    assert wakeups.soon(now - timedelta(days=1))
    assert not wakeups.soon(now + timedelta(minutes=1))


async def test_a_queue_that_answers_nobody_is_told_and_its_end_too(url: str) -> None:
    """A process that only serves hears nothing by itself: for it the queue need only be there."""

    async def renames(before: str, after: str) -> None:
        async with await psycopg.AsyncConnection.connect(url) as connection:
            renamed = f"ALTER TABLE {TABLES}.{before} RENAME TO {after}"
            await connection.execute(renamed.encode())

    serves = Wakeups(url)
    await serves.open()
    assert await serves.trouble() is None
    assert await queue.workers_listening(url) == 0
    async with working(url, ClusterWork()) as wakeups:
        await until(lambda: wakeups._hearing.heard_at is not None)
        assert await wakeups.trouble() is None
        assert await queue.workers_listening(url) == 1
        await renames("procrastinate_jobs", "gone")
        await until(lambda: wakeups._hearing.heard_at is None)
        assert await wakeups.trouble() == queue.QUEUE_LOST
        await renames("gone", "procrastinate_jobs")
        await until(lambda: wakeups._hearing.heard_at is not None)
        assert await wakeups.trouble() is None
    await serves.close()


async def test_a_worker_that_has_heard_nothing_for_long_is_deaf(
    url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with working(url, ClusterWork()) as wakeups:
        await until(lambda: wakeups._hearing.heard_at is not None)
        monkeypatch.setattr(queue, "DEAF_SECONDS", -1.0)
        assert await wakeups.trouble() == queue.QUEUE_LOST
