"""The hand-over to workers through Procrastinate: a wake-up per workspace, or a job per message."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field

import psycopg
from procrastinate import App, PsycopgConnector
from procrastinate.types import JSONValue

from adapters.queue import Wakeups

Job = dict[str, JSONValue]
TakeTurn = Callable[[str], Awaitable[int]]
LANES = 8


@dataclass
class Counting:
    """What the queue's own jobs call (`adapters.queue.Calls`): `turn`, until all were counted."""

    turn: TakeTurn
    messages: int
    done: int = 0
    all_done: asyncio.Event = field(default_factory=asyncio.Event)

    async def workspaces_due(self) -> Sequence[str]:
        return ()

    async def take_batch(self, workspace: str) -> int | None:
        taken = await self.turn(workspace)
        self.done += taken
        if self.done >= self.messages:
            self.all_done.set()
        return taken or None

    async def tend(self) -> None:
        """Nothing is to be tended here."""

    async def recover(self) -> None:
        """Nobody died."""


async def seconds_by_wake_up(
    url: str, workspaces: Sequence[str], turn: TakeTurn, messages: int
) -> float:
    """From the wake-ups, committed, until the real queue's worker has had all turns taken."""
    plain = url.replace("+psycopg", "")
    wakeups, calls = Wakeups(plain), Counting(turn, messages)
    await wakeups.open()
    try:
        async with await psycopg.AsyncConnection.connect(plain) as connection:
            began = time.perf_counter()
            await wakeups.wake(connection, workspaces)
            await connection.commit()
            work = asyncio.create_task(wakeups.work(calls, LANES))
            async with asyncio.timeout(120):
                await calls.all_done.wait()
            took = time.perf_counter() - began
        work.cancel()
        await asyncio.wait({work})
    finally:
        await wakeups.close()
    assert calls.done == messages, (calls.done, messages)
    return took


async def seconds_by_message(url: str, messages: int) -> float:
    """One job to each message, which does nothing at all: the queue's own cost."""
    done = 0

    async def deliver(message: int) -> None:
        nonlocal done
        done += 1

    took = await _worked_off(url, deliver, [{"message": number} for number in range(messages)])
    assert done == messages, (done, messages)
    return took


async def _worked_off(url: str, work: Callable[..., Awaitable[None]], jobs: list[Job]) -> float:
    """From the first row in the queue until the worker has nothing left."""
    app = App(connector=PsycopgConnector(conninfo=url.replace("+psycopg", "")))
    task = app.task(queue="bench", name=work.__name__)(work)
    async with app.open_async():
        if not await app.check_connection_async():
            await app.schema_manager.apply_schema_async()
        began = time.perf_counter()
        await task.batch_defer_async(*jobs)
        await app.run_worker_async(queues=["bench"], wait=False, concurrency=10)
        return time.perf_counter() - began
