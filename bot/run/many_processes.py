"""Runs one of many processes on PostgreSQL: any number that serve, any number that work.

A process that serves takes events in, handles and answers them. A process that works sends what
is due. None of them is a leader, and none shares a disk with another.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import AsyncExitStack, asynccontextmanager, suppress
from dataclasses import dataclass
from datetime import timedelta

from adapters.queue import Wakeups
from adapters.shared.http import Server
from adapters.ticker import Ticker
from bot.delivery.lanes import WIDTH, Lanes
from bot.observing.traces import TracedRound, traced
from bot.run.assemble import (
    MachineClock,
    Parts,
    Platforms,
    assemble,
    notice_halts,
    opening,
    secret,
    wind_down_with,
)
from bot.run.open_platforms import open_platforms
from bot.run.page_apart import refuse_if_mixed
from bot.run.server_of import mount_view, server_of
from bot.run.warm_up import warm_up_hearing
from bot.settings import Settings
from bot.upkeep.absent import tell_absent
from bot.upkeep.figures import LOOK_SECONDS as FIGURES_SECONDS
from storage import RefusedError
from storage.trouble import psycopg_address

LOOK_SECONDS, BEAT_SECONDS = 10.0, 10.0
AT_ONCE, BATCH = 8, 100
SILENT_FOR = timedelta(seconds=90)
NEEDS_POSTGRESQL = (
    "`handrail {}` is for many processes: it needs PostgreSQL, and the keys in a database of their "
    "own (HANDRAIL_DATABASE_URL, HANDRAIL_KEYS_URL; docs/scaling.md). On SQLite one process does "
    "it all: `handrail run`."
)

Open = Callable[[AsyncExitStack, Settings, Parts, Platforms, Server | None], Awaitable[None]]


@asynccontextmanager
async def serving(settings: Settings, platforms: Open = open_platforms) -> AsyncIterator[Server]:
    """Takes in, handles and answers events, until the block ends.

    Raises RefusedError where it is not configured for many, and what `open_store` raises.
    """
    async with AsyncExitStack() as stack:
        process = await _entered(stack, settings, platforms, "serve")
        await _served(stack, process)
        _tick(stack, process.parts.receiving.look, LOOK_SECONDS)
        _tick(stack, process.parts.policy_watch.look, LOOK_SECONDS)
        _tick(stack, process.parts.platform_watch.look, LOOK_SECONDS)
        warm_up_hearing()
        yield process.server


@asynccontextmanager
async def working(settings: Settings, platforms: Open = open_platforms) -> AsyncIterator[Server]:
    """Sends what is due, and does the periodic work, until the block ends.

    Raises like `serving`.
    """
    async with AsyncExitStack() as stack:
        process = await _entered(stack, settings, platforms, "worker")
        await _served(stack, process)
        alive = SignOfLife(process.parts)
        await alive.give()
        _tick(stack, alive.give, BEAT_SECONDS)
        _tick(stack, process.parts.watch.look, LOOK_SECONDS)
        _tick(stack, process.parts.figures.look, FIGURES_SECONDS)
        _tick(stack, process.parts.policy_watch.look, LOOK_SECONDS)
        _tick(stack, process.parts.platform_watch.look, LOOK_SECONDS)
        _tick(stack, process.parts.clock_watch.look, LOOK_SECONDS)
        _tick(stack, process.parts.bot.deliveries.look_for_unsure, LOOK_SECONDS)
        work = asyncio.create_task(process.wakeups.work(WorkerJobs(process.parts, alive), AT_ONCE))
        stack.push_async_callback(_ended, work)
        stack.callback(process.parts.bot.deliveries.wind_down)
        yield process.server


class SignOfLife:
    """Tells the others that this worker lives, and counts for how long it did so without a gap.

    Only a worker without a gap may take others for dead: after a pause of the whole database
    every worker has been silent. `seconds` is a clock that never goes back.
    """

    def __init__(self, parts: Parts, seconds: Callable[[], float] = time.monotonic) -> None:
        self._parts = parts
        self._seconds = seconds
        self._last = self._since = seconds()

    async def give(self) -> None:
        await self._parts.bot.deliveries.beat()
        self._parts.bot.deliveries.came_round()
        now = self._seconds()
        if now - self._last > SILENT_FOR.total_seconds() / 2:
            self._since = now
        self._last = now

    @property
    def steady(self) -> bool:
        """Tells whether the others have heard of this worker for long enough, without a gap."""
        now = self._seconds()
        silent = SILENT_FOR.total_seconds()
        return now - self._last <= silent / 2 and now - self._since >= silent


@dataclass(frozen=True, slots=True)
class WorkerJobs:
    """Does the work of the cluster's jobs, which call it (`adapters.queue.ClusterWork`)."""

    parts: Parts
    alive: SignOfLife

    async def workspaces_due(self) -> Sequence[str]:
        return await self.parts.bot.workspaces_due()

    @traced(TracedRound.DELIVERIES)
    async def take_batch(self, workspace: str) -> int | None:
        return await self.parts.bot.take_batch(workspace)

    async def tend(self) -> None:
        await self.parts.bot.sweep.now()
        await self.parts.epoch_turns.turn()

    async def recover(self) -> None:
        await self.parts.receiving.look()
        if self.alive.steady:
            await self.parts.bot.deliveries.recover_abandoned(SILENT_FOR)


@dataclass(frozen=True, slots=True)
class Process:
    """One process of many, before it takes in or sends anything."""

    parts: Parts
    server: Server
    wakeups: Wakeups


async def _entered(
    stack: AsyncExitStack, settings: Settings, platforms: Open, command: str
) -> Process:
    url = secret(settings.database_url)
    if url is None or settings.keys_url is None:
        raise RefusedError(NEEDS_POSTGRESQL.format(command))
    wakeups = Wakeups(psycopg_address(url))
    opened = await stack.enter_async_context(opening(settings, wakeups))
    await refuse_if_mixed(settings, opened.store)
    await wakeups.open()
    stack.push_async_callback(wakeups.close)
    known = Platforms()
    parts = assemble(settings, opened, known, MachineClock(), Lanes(width=WIDTH, batch=BATCH))
    server = server_of(settings, parts.readiness(wakeups.trouble), parts.platform_watch.states)
    if command == "serve":
        parts.operator.organisation.readiness = parts.readiness(wakeups.trouble)
        mount_view(server, parts, settings)
    await parts.policy_watch.obey()
    await platforms(stack, settings, parts, known, server if command == "serve" else None)
    await tell_absent(opened.store, known.all)
    return Process(parts, server, wakeups)


async def _served(stack: AsyncExitStack, process: Process) -> None:
    await process.server.start()
    stack.push_async_callback(process.server.stop)
    wind_down_with(stack, process.parts)
    await process.parts.platform_watch.look()
    await process.parts.clock_watch.look()
    await notice_halts(stack, process.parts)


def _tick(stack: AsyncExitStack, what: Callable[[], Awaitable[object]], seconds: float) -> None:
    ticker = Ticker(what, seconds)
    ticker.start()
    stack.push_async_callback(ticker.stop)


async def _ended(work: asyncio.Task[None]) -> None:
    work.cancel()
    with suppress(asyncio.CancelledError):
        await work
