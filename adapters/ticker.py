"""APScheduler as a ticker and nothing else: no job store, and no catching up."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable

import structlog
from apscheduler.schedulers.asyncio import AsyncIOScheduler

PATIENCE = 20.0

log = structlog.get_logger()
# It warns when a tick takes longer than its interval, which does no harm here.
logging.getLogger("apscheduler").setLevel(logging.ERROR)


class Ticker:
    """Calls `tick` every `seconds`, one call at a time. Logs a failure and goes on."""

    def __init__(self, tick: Callable[[], Awaitable[object]], seconds: float = 1.0) -> None:
        self._tick = tick
        self._running = asyncio.Lock()
        self._scheduler = AsyncIOScheduler()
        self._scheduler.add_job(
            self._once,
            "interval",
            seconds=seconds,
            coalesce=True,
            max_instances=1,
            misfire_grace_time=None,
        )

    def start(self) -> None:
        self._scheduler.start()

    async def stop(self) -> None:
        """Starts no new tick and waits up to PATIENCE seconds for the present one.

        The next process settles, or looks for, what it had claimed.
        """
        self._scheduler.pause()
        try:
            async with asyncio.timeout(PATIENCE), self._running:
                pass
        except TimeoutError:
            log.warning("tick_not_finished")
        self._scheduler.shutdown(wait=False)

    async def _once(self) -> None:
        async with self._running:
            try:
                await self._tick()
            except Exception as problem:
                log.error("tick_failed", error=type(problem).__name__)
