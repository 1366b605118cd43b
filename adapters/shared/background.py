"""Background tasks of an adapter: started, kept until they end, and wound down at the stop."""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine, Iterable
from typing import Any, TypeVar

import structlog

T = TypeVar("T")

GRACE = 2.0

log = structlog.get_logger()


class BackgroundTasks:
    """Holds a reference to every task, because asyncio itself does not keep one.

    A task that fails is logged as `failed_event`, with the class of its error and no content.
    """

    def __init__(self, failed_event: str) -> None:
        self._failed_event = failed_event
        self._tasks: set[asyncio.Task[Any]] = set()

    def start(self, work: Coroutine[Any, Any, None]) -> asyncio.Task[None]:
        """Runs `work` in the background, and logs its failure."""
        task = self._keep(work)
        task.add_done_callback(self._log_failure)
        return task

    async def finish(self, work: Coroutine[Any, Any, T]) -> T:
        """Runs `work` to its end, even if the caller is cancelled. Raises what it raises."""
        return await asyncio.shield(self._keep(work))

    async def wind_down(self, grace: float | None = GRACE) -> None:
        """Waits `grace` seconds, then cancels what is left. None waits for all of it."""
        await wind_down(self._tasks, grace)

    def _keep(self, work: Coroutine[Any, Any, T]) -> asyncio.Task[T]:
        task = asyncio.create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)
        return task

    def _log_failure(self, task: asyncio.Task[None]) -> None:
        problem = None if task.cancelled() else task.exception()
        if problem is not None:
            log.error(self._failed_event, error=type(problem).__name__)


async def wind_down(tasks: Iterable[asyncio.Task[Any]], grace: float | None = GRACE) -> None:
    """Waits `grace` seconds for the tasks (None: without end), then cancels the others.

    A grace is needed: a call that is cancelled leaves a half-used connection behind.
    """
    left = {task for task in tasks if not task.done()}
    if left:
        _, left = await asyncio.wait(left, timeout=grace)
    for task in left:
        task.cancel()
    if left:
        await asyncio.wait(left)
