"""APScheduler 3 with one job per client in its own SQLAlchemyJobStore: what it was made for."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Awaitable, Callable, Sequence
from datetime import timedelta

from apscheduler.jobstores.sqlalchemy import SQLAlchemyJobStore
from apscheduler.schedulers.asyncio import AsyncIOScheduler
from apscheduler.triggers.cron import CronTrigger
from sqlalchemy import make_url

from storage.sql.engine import make_sync_engine

Work = Callable[[str], Awaitable[None]]


async def nothing(name: str) -> None:
    """A job that takes no time at all: the scheduler's own cost."""


class Doing:
    """A job is kept as the name of a function: what that does is put here."""

    work: Work = staticmethod(nothing)


async def job(name: str) -> None:
    await Doing.work(name)


class ByHand(AsyncIOScheduler):  # type: ignore[misc]
    """Its own round of what is due, without the timer that waits for the next one."""

    def __init__(self, **options: object) -> None:
        self.ran = self.wanted = 0
        self.all_ran = asyncio.Event()
        super().__init__(**options)

    def wakeup(self) -> None:
        """Nobody sleeps."""

    async def round(self, wanted: int) -> None:
        self.wanted = wanted
        self._process_jobs()
        await self.all_ran.wait()

    def _dispatch_event(self, event: object) -> None:
        self.ran += type(event).__name__ == "JobExecutionEvent"
        if self.wanted and self.ran >= self.wanted:
            self.all_ran.set()
        super()._dispatch_event(event)


async def seconds_for(url: str, names: Sequence[str], work: Work = nothing) -> float:
    """One round with a job to each of these due, and no others: its best case.

    As durable as our own. Raises AssertionError when a job failed.
    """
    engine = make_sync_engine(make_url(url))
    scheduler = ByHand(
        jobstores={"default": SQLAlchemyJobStore(engine=engine)},
        job_defaults={"misfire_grace_time": None, "coalesce": True},
    )
    done: set[str] = set()

    async def counted(name: str) -> None:
        await work(name)
        done.add(name)

    Doing.work = staticmethod(counted)
    scheduler.start(paused=True)
    for name in names:
        weekly = CronTrigger(day_of_week="mon,thu", hour=9, timezone="Europe/Berlin")
        added = scheduler.add_job(job, weekly, id=name, args=[name])
        added.modify(next_run_time=added.next_run_time - timedelta(days=14))
    scheduler.state = 1
    try:
        began = time.perf_counter()
        await scheduler.round(len(names))
        took = time.perf_counter() - began
    finally:
        scheduler.shutdown()
        engine.dispose()
    assert done == set(names), len(done)
    return took
