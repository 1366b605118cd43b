"""Procrastinate: does across many machines what the ticker does on one. It carries wake-ups only.

One small job per workspace drains batches of the outbox, which owns claims, retries and pace. A
lost or repeated wake-up changes nothing, because the periodic `look` finds what is due.
"""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import Collection, Sequence
from datetime import UTC, datetime, timedelta
from typing import Any, Protocol

import procrastinate
import psycopg
import structlog
from procrastinate.exceptions import AlreadyEnqueued, ProcrastinateException

LOOK, TEND, RECOVER = "* * * * * */2", "* * * * * */30", "* * * * * */15"
SOON = timedelta(seconds=2)
# After this long a workspace's job lets the other workspaces go first.
ONE_SHARE_SECONDS = 5.0
GOODBYE_SECONDS = 20.0
AGAIN_SECONDS = 1.0
HEARTBEAT_SECONDS = 10.0
SILENT_SECONDS = 60.0
CONNECT_SECONDS = 5
JUMP_SECONDS = 30.0
# A worker asks every two seconds, and after each job. When all of its lanes are busy, it does not.
DEAF_SECONDS = 30.0
QUEUE_LOST = "queue lost"
FIRST = 10
# Each version of Procrastinate has its own tables, so old and new replicas can run side by side.
# Nothing is lost: the outbox knows everything that is in them.
TABLES = "wakeups_" + procrastinate.__version__.replace(".", "_")

log = structlog.get_logger()
logging.getLogger("procrastinate").setLevel(logging.CRITICAL)


class ClusterWork(Protocol):
    """The work that the cluster does without being asked."""

    async def workspaces_due(self) -> Sequence[str]:
        """The workspaces in which something is due now."""

    async def take_batch(self, workspace: str) -> int | None:
        """Sends one batch; returns None when nothing can leave there now."""

    async def tend(self) -> None:
        """Does the periodic work of one process: erases what has expired, checks the keys."""

    async def recover(self) -> None:
        """Settles the deliveries that dead workers had claimed."""


class _Hearing(procrastinate.manager.JobManager):
    """Notes when this process last asked the queue for a job, and was answered."""

    def __init__(self, connector: Any) -> None:
        super().__init__(connector)
        self.heard_at: float | None = None

    async def fetch_job(self, *asked: Any, **more: Any) -> Any:
        job = await super().fetch_job(*asked, **more)
        self.heard_at = time.monotonic()
        return job


class Wakeups:
    """The queue in the PostgreSQL at `url`; also the store's `Waking` port."""

    def __init__(self, url: str) -> None:
        self._url = url
        connector = procrastinate.PsycopgConnector(
            conninfo=url, min_size=1, max_size=4, kwargs={"options": f"-c search_path={TABLES}"}
        )
        self._app = procrastinate.App(connector=connector)
        self._app.job_manager = self._hearing = _Hearing(connector)
        self._works = False

    async def open(self) -> None:
        """Creates the queue's own tables if they do not exist, and connects."""
        await asyncio.to_thread(_make_tables, self._url)
        await self._app.open_async()

    async def close(self) -> None:
        await self._app.close_async()

    async def trouble(self) -> str | None:
        """Why no wake-up comes through here now, in two words; None if they do.

        A process that works must have been answered by the queue lately, too. Raises what the
        database raises.
        """
        if not await self._app.check_connection_async():
            return QUEUE_LOST
        heard = self._hearing.heard_at
        deaf = heard is None or time.monotonic() - heard > DEAF_SECONDS
        return QUEUE_LOST if self._works and deaf else None

    def soon(self, due_at: datetime) -> bool:
        """True if something that is due then needs its own wake-up."""
        return due_at <= datetime.now(UTC) + SOON

    async def wake(self, connection: Any, workspaces: Collection[str]) -> None:
        """Wakes in the transaction of `connection` (psycopg): nobody sees it before the commit."""
        await connection.execute(f"SET LOCAL search_path TO {TABLES}, public")
        for workspace in sorted(workspaces):
            try:
                async with connection.transaction():
                    await self._wake_up(workspace, connection)
            except AlreadyEnqueued:
                continue

    async def work(self, calls: ClusterWork, lanes: int) -> None:
        """Works until it is cancelled, and then has 20 seconds to finish what is under way.

        Starts again after the database was away, and after the machine's clock was set: then
        Procrastinate would catch up on every look that it seems to have missed, or wait for a time
        that has passed already.
        """
        self._tell(calls)
        self._works = True
        while True:
            async with asyncio.TaskGroup() as both:
                worker = both.create_task(self._work(lanes))
                both.create_task(_end_when_the_clock_jumps(worker))
            self._hearing.heard_at = None
            await asyncio.sleep(AGAIN_SECONDS)

    async def _work(self, lanes: int) -> None:
        try:
            await self._app.run_worker_async(
                concurrency=lanes,
                install_signal_handlers=False,
                delete_jobs="always",
                fetch_job_polling_interval=2.0,
                shutdown_graceful_timeout=GOODBYE_SECONDS,
                update_heartbeat_interval=HEARTBEAT_SECONDS,
                stalled_worker_timeout=SILENT_SECONDS,
            )
        except (ProcrastinateException, psycopg.Error, OSError) as problem:
            self._hearing.heard_at = None
            log.error("queue_lost", error=type(problem).__name__)

    def _tell(self, calls: ClusterWork) -> None:
        app = self._app

        @app.periodic(cron=LOOK)
        @app.task(name="look", queue="periodic", queueing_lock="look", priority=FIRST)
        async def look(timestamp: int) -> None:
            with _failures_logged("look"):
                await self._wake_all(await calls.workspaces_due())

        @app.periodic(cron=TEND)
        @app.task(name="tend", queue="periodic", queueing_lock="tend", priority=FIRST)
        async def tend(timestamp: int) -> None:
            with _failures_logged("tend"):
                await calls.tend()

        @app.periodic(cron=RECOVER)
        @app.task(name="recover", queue="periodic", queueing_lock="recover", priority=FIRST)
        async def recover(timestamp: int) -> None:
            with _failures_logged("stalled"):
                await self._end_stalled()
            with _failures_logged("recover"):
                await calls.recover()

        @app.task(name="drain", queue="outbox")
        async def drain(workspace: str) -> None:
            with _failures_logged("drain"):
                began = time.monotonic()
                while await calls.take_batch(workspace) is not None:
                    if time.monotonic() - began > ONE_SHARE_SECONDS:
                        # Its share is over: it continues after the workspaces that have waited.
                        await self._wake_all([workspace])
                        return

    async def _wake_all(self, workspaces: Sequence[str]) -> None:
        for workspace in workspaces:
            try:
                await self._wake_up(workspace)
            except AlreadyEnqueued:
                continue

    async def _wake_up(self, workspace: str, connection: Any = None) -> None:
        job = self._app.configure_task(
            "drain",
            queue="outbox",
            queueing_lock=f"drain:{workspace}",
            connection=connection,
            allow_unknown=True,
        )
        await job.defer_async(workspace=workspace)

    async def _end_stalled(self) -> None:
        """Ends dead workers' jobs, which Procrastinate leaves as "doing". `look` repeats them."""
        manager = self._app.job_manager
        for job in await manager.get_stalled_jobs(seconds_since_heartbeat=SILENT_SECONDS):
            await manager.finish_job(job, procrastinate.jobs.Status.FAILED, delete_job=True)


class _failures_logged:  # noqa: N801
    """Logs the class of a job's error, never its text, and lets the next look go on."""

    def __init__(self, job: str) -> None:
        self._job = job

    def __enter__(self) -> None:
        return None

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> bool:
        if kind is None or not issubclass(kind, Exception):
            return False
        log.error("job_failed", job=self._job, error=kind.__name__)
        return True


async def _end_when_the_clock_jumps(worker: asyncio.Task[None]) -> None:
    """Cancels `worker` when the machine's clock was set; returns when `worker` has ended."""
    ahead = time.time() - time.monotonic()
    while not worker.done():
        await asyncio.wait({worker}, timeout=AGAIN_SECONDS)
        if abs(time.time() - time.monotonic() - ahead) > JUMP_SECONDS:
            log.warning("clock_was_set")
            worker.cancel()
            return


async def workers_listening(url: str) -> int:
    """How many workers have lately said that they listen to the queue in this PostgreSQL.

    Raises psycopg.Error where the database or the queue's tables are not there.
    """
    heard = "SELECT count(*) FROM procrastinate_workers WHERE last_heartbeat > %s"
    since = datetime.now(UTC) - timedelta(seconds=SILENT_SECONDS)
    connecting = psycopg.AsyncConnection.connect(url, connect_timeout=CONNECT_SECONDS)
    async with await connecting as connection:
        await connection.execute("SELECT set_config('search_path', %s, false)", (TABLES,))
        found = await connection.execute(heard, (since,))
        row = await found.fetchone()
    return int(row[0]) if row else 0


def _make_tables(url: str) -> None:
    with psycopg.connect(url) as connection:
        connection.execute("SELECT pg_advisory_xact_lock(hashtext(%s))", (TABLES,))
        found = connection.execute("SELECT to_regclass(%s)", (f"{TABLES}.procrastinate_jobs",))
        if (row := found.fetchone()) is not None and row[0] is not None:
            return
        connection.execute(f"CREATE SCHEMA IF NOT EXISTS {TABLES}")
        connection.execute(f"SET LOCAL search_path TO {TABLES}")
        connection.execute(procrastinate.schema.SchemaManager.get_schema())
