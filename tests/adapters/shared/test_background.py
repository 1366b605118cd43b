"""Background tasks log failures without content, and are wound down."""

from __future__ import annotations

import asyncio

import pytest
from structlog.testing import capture_logs

from adapters.shared.background import BackgroundTasks


async def test_a_failure_is_logged_by_its_class_alone() -> None:
    async def fail() -> None:
        raise ValueError("words of a person")

    tasks = BackgroundTasks("thing_failed")
    with capture_logs() as logs:
        await asyncio.wait([tasks.start(fail())])
    assert logs == [{"event": "thing_failed", "error": "ValueError", "log_level": "error"}]


async def test_winding_down_waits_and_then_cancels() -> None:
    done: list[str] = []

    async def work(name: str, seconds: float) -> None:
        await asyncio.sleep(seconds)
        done.append(name)

    tasks = BackgroundTasks("thing_failed")
    tasks.start(work("short", 0.01))
    late = tasks.start(work("long", 60.0))
    await tasks.wind_down(0.2)
    assert done == ["short"]
    assert late.cancelled()


async def test_work_goes_on_to_its_end_when_its_caller_is_cancelled() -> None:
    done = asyncio.Event()

    async def work() -> None:
        await asyncio.sleep(0.01)
        done.set()

    tasks = BackgroundTasks("thing_failed")
    caller = asyncio.create_task(tasks.finish(work()))
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    caller.cancel()
    with pytest.raises(asyncio.CancelledError):
        await caller
    await tasks.wind_down(grace=None)
    assert done.is_set()


async def test_what_finished_work_returns_or_raises_reaches_its_caller() -> None:
    async def seven() -> int:
        return 7

    async def fail() -> int:
        raise KeyError("x")

    tasks = BackgroundTasks("thing_failed")
    assert await tasks.finish(seven()) == 7
    with pytest.raises(KeyError):
        await tasks.finish(fail())
