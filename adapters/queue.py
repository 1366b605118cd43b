"""Procrastinate: the same calls as the ticker's, across many machines. It carries wake-ups only.

One small job per workspace drains batches of the outbox, which owns claims, retries and pace. A
wake-up that is lost or repeated changes nothing: the periodic look finds what is due.
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
ONE_SHARE_SECONDS = 5.0
GOODBYE_SECONDS = 20.0
AGAIN_SECONDS = 1.0
HEARTBEAT_SECONDS = 10.0
SILENT_SECONDS = 60.0
JUMP_SECONDS = 30.0
FIRST = 10
# A version of Procrastinate keeps to tables of its own: old and new replicas can run side by side,
# and nothing is lost, because nothing is in there that the outbox does not know.
TABLES = "wakeups_" + procrastinate.__version__.replace(".", "_")

log = structlog.get_logger()
logging.getLogger("procrastinate").setLevel(logging.CRITICAL)


class ClusterWork(Protocol):
    """What the cluster does by itself."""

    async def workspaces_due(self) -> Sequence[str]: ...

    async def take_batch(self, workspace: str) -> int | None:
        """One batch; None where nothing can leave there now."""

    async def tend(self) -> None:
        """What has to be done every so often by any one process: sweeping, turning keys."""

    async def recover(self) -> None:
        """Settles what dead workers held."""


class Wakeups:
    """The queue on the PostgreSQL at `url`, also as the store's `Waking` port."""

    def __init__(self, url: str) -> None:
        self._url = url
        connector = procrastinate.PsycopgConnector(
            conninfo=url, min_size=1, max_size=4, kwargs={"options": f"-c search_path={TABLES}"}
        )
        self._app = procrastinate.App(connector=connector)

    async def open(self) -> None:
        """Makes the queue's own tables where they are not there yet."""
        await asyncio.to_thread(_make_tables, self._url)
        await self._app.open_async()

    async def close(self) -> None:
        await self._app.close_async()

    def soon(self, due_at: datetime) -> bool:
        """Whether something due then is worth a wake-up of its own."""
        return due_at <= datetime.now(UTC) + SOON

    async def wake(self, connection: Any, workspaces: Collection[str]) -> None:
        """Within the transaction of `connection` (psycopg's): seen by nobody before its commit."""
        await connection.execute(f"SET LOCAL search_path TO {TABLES}, public")
        for workspace in sorted(workspaces):
            try:
                async with connection.transaction():
                    await self._wake_up(workspace, connection)
            except AlreadyEnqueued:
                continue

    async def work(self, calls: ClusterWork, lanes: int) -> None:
        """Works until it is cancelled; what is under way is then finished, up to 20 seconds.

        When the database goes away it begins anew once it is back; so it does when the clock was
        set, because Procrastinate would catch up on every look it thinks it missed, or wait for
        the time that it has seen already.
        """
        self._tell(calls)
        while True:
            async with asyncio.TaskGroup() as both:
                worker = both.create_task(self._work(lanes))
                both.create_task(_end_when_the_clock_jumps(worker))
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
            log.error("queue_lost", error=type(problem).__name__)

    def _tell(self, calls: ClusterWork) -> None:
        app = self._app

        @app.periodic(cron=LOOK)
        @app.task(name="look", queue="upkeep", queueing_lock="look", priority=FIRST)
        async def look(timestamp: int) -> None:
            with _quietly("look"):
                await self._wake_all(await calls.workspaces_due())

        @app.periodic(cron=TEND)
        @app.task(name="tend", queue="upkeep", queueing_lock="tend", priority=FIRST)
        async def tend(timestamp: int) -> None:
            with _quietly("tend"):
                await calls.tend()

        @app.periodic(cron=RECOVER)
        @app.task(name="recover", queue="upkeep", queueing_lock="recover", priority=FIRST)
        async def recover(timestamp: int) -> None:
            with _quietly("stalled"):
                await self._let_go_of_stalled()
            with _quietly("recover"):
                await calls.recover()

        @app.task(name="drain", queue="outbox")
        async def drain(workspace: str) -> None:
            with _quietly("drain"):
                began = time.monotonic()
                while await calls.take_batch(workspace) is not None:
                    if time.monotonic() - began > ONE_SHARE_SECONDS:
                        # Its share is over: it goes on behind whoever has waited meanwhile.
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

    async def _let_go_of_stalled(self) -> None:
        """Procrastinate leaves a dead worker's jobs "doing" for ever. The look replaces them."""
        manager = self._app.job_manager
        for job in await manager.get_stalled_jobs(seconds_since_heartbeat=SILENT_SECONDS):
            await manager.finish_job(job, procrastinate.jobs.Status.FAILED, delete_job=True)


class _quietly:  # noqa: N801
    """What a job raises may hold anything: only its kind is told, and the next look goes on."""

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
    """Ends `worker` then, and ends with it in any case."""
    ahead = time.time() - time.monotonic()
    while not worker.done():
        await asyncio.wait({worker}, timeout=AGAIN_SECONDS)
        if abs(time.time() - time.monotonic() - ahead) > JUMP_SECONDS:
            log.warning("clock_was_set")
            worker.cancel()
            return


def _make_tables(url: str) -> None:
    with psycopg.connect(url) as connection:
        connection.execute("SELECT pg_advisory_xact_lock(hashtext(%s))", (TABLES,))
        found = connection.execute("SELECT to_regclass(%s)", (f"{TABLES}.procrastinate_jobs",))
        if (row := found.fetchone()) is not None and row[0] is not None:
            return
        connection.execute(f"CREATE SCHEMA IF NOT EXISTS {TABLES}")
        connection.execute(f"SET LOCAL search_path TO {TABLES}")
        connection.execute(procrastinate.schema.SchemaManager.get_schema())
