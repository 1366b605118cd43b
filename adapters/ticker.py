"""APScheduler, as a ticker and nothing else: no job store, no catching up."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

import structlog
from apscheduler.schedulers.asyncio import AsyncIOScheduler

log = structlog.get_logger()


class Ticker:
    """Calls `tick` every `seconds`, one at a time. What raises is logged; the next one comes."""

    def __init__(self, tick: Callable[[], Awaitable[object]], seconds: float = 1.0) -> None:
        self._tick = tick
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

    def stop(self) -> None:
        self._scheduler.shutdown(wait=False)

    async def _once(self) -> None:
        try:
            await self._tick()
        except Exception as problem:
            log.error("tick_failed", error=type(problem).__name__)
