"""The hand-over to workers through Procrastinate: a wake-up per workspace, or a job per message."""

from __future__ import annotations

import time
from collections.abc import Awaitable, Callable

from procrastinate import App, PsycopgConnector
from procrastinate.types import JSONValue

Job = dict[str, JSONValue]
Drain = Callable[[str], Awaitable[int]]


async def seconds_by_wake_up(url: str, workspaces: list[str], drain: Drain, messages: int) -> float:
    """One job to each workspace; `drain` takes batches until nothing is left, and counts them."""
    done = 0

    async def wake(workspace: str) -> None:
        nonlocal done
        drained = await drain(workspace)
        done += drained

    jobs: list[Job] = [{"workspace": workspace} for workspace in workspaces]
    took = await _worked_off(url, wake, jobs)
    assert done == messages, (done, messages)
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
