"""APScheduler 3 with one job per client in its own SQLAlchemyJobStore: what it was made for."""

from __future__ import annotations

from datetime import timedelta

from apscheduler.executors.debug import DebugExecutor
from apscheduler.jobstores.sqlalchemy import SQLAlchemyJobStore
from apscheduler.schedulers.base import BaseScheduler
from apscheduler.triggers.cron import CronTrigger
from sqlalchemy import make_url

from storage.engine import make_sync_engine
from tests.benchmarks.measure import timed_here


def nothing() -> None:
    """What a job does: no time at all."""


class ByHand(BaseScheduler):  # type: ignore[misc]
    """Its own round of what is due, without the thread that waits for the next one."""

    ran = 0

    def wakeup(self) -> None:
        """Nobody sleeps."""

    def shutdown(self, wait: bool = True) -> None:
        super().shutdown(wait)

    def round(self) -> int:
        self._process_jobs()
        return self.ran

    def _dispatch_event(self, event: object) -> None:
        self.ran += type(event).__name__ == "JobExecutionEvent"
        super()._dispatch_event(event)


def seconds_for(url: str, due: int) -> float:
    """One round with `due` jobs due and no others: its best case. As durable as our own."""
    engine = make_sync_engine(make_url(url))
    scheduler = ByHand(
        jobstores={"default": SQLAlchemyJobStore(engine=engine)},
        executors={"default": DebugExecutor()},
        job_defaults={"misfire_grace_time": None, "coalesce": True},
    )
    scheduler.start(paused=True)
    for number in range(due):
        weekly = CronTrigger(day_of_week="mon,thu", hour=9, timezone="Europe/Berlin")
        job = scheduler.add_job(nothing, weekly, id=str(number))
        job.modify(next_run_time=job.next_run_time - timedelta(days=14))
    scheduler.state = 1
    try:
        return timed_here(scheduler.round, due).took
    finally:
        scheduler.shutdown()
        engine.dispose()
