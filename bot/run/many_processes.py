"""Many processes on PostgreSQL: any number that serve, any number that work.

Who serves takes events in, handles and answers them. Who works sends what is due. None of them is
a leader, and none shares a disk with another.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import AsyncExitStack, asynccontextmanager, suppress
from dataclasses import dataclass
from datetime import timedelta

from sqlalchemy import make_url

from adapters.queue import Wakeups
from adapters.shared.http import Server
from adapters.ticker import Ticker
from bot.delivery.lanes import Lanes
from bot.run.assemble import (
    MachineClock,
    Parts,
    Platforms,
    assemble,
    opening,
    secret,
    wind_down_with,
)
from bot.run.platforms import open_platforms
from bot.settings import Settings
from storage import RefusedError

LOOK_SECONDS, BEAT_SECONDS = 10.0, 10.0
AT_ONCE, WIDTH, BATCH = 8, 2, 100
SILENT_FOR = timedelta(seconds=90)
NEEDS_POSTGRESQL = (
    "`handrail {}` is for many processes: it needs PostgreSQL, and the keys in a database of their "
    "own (HANDRAIL_DATABASE_URL, HANDRAIL_KEYS_URL; docs/scaling.md). On SQLite one process does "
    "it all: `handrail run`."
)

Open = Callable[[AsyncExitStack, Settings, Parts, Platforms, Server | None], Awaitable[None]]


@asynccontextmanager
async def serving(settings: Settings, platforms: Open = open_platforms) -> AsyncIterator[Server]:
    """Takes in, handles and answers what people do, until the block ends.

    Raises RefusedError where it is not configured for many, and what `open_store` raises.
    """
    async with AsyncExitStack() as stack:
        replica = await _entered(stack, settings, platforms, "serve")
        await _served(stack, replica)
        _tick(stack, replica.parts.receiving.look, LOOK_SECONDS)
        yield replica.server


@asynccontextmanager
async def working(settings: Settings, platforms: Open = open_platforms) -> AsyncIterator[Server]:
    """Sends what is due, and does what has to be done every so often, until the block ends.

    Raises like `serving`.
    """
    async with AsyncExitStack() as stack:
        replica = await _entered(stack, settings, platforms, "worker")
        await _served(stack, replica)
        heart = Heartbeat(replica.parts)
        await heart.beat()
        _tick(stack, heart.beat, BEAT_SECONDS)
        _tick(stack, replica.parts.watch.look, LOOK_SECONDS)
        _tick(stack, replica.parts.bot.deliveries.look_for_unsure, LOOK_SECONDS)
        work = asyncio.create_task(replica.wakeups.work(Work(replica.parts, heart), AT_ONCE))
        stack.push_async_callback(_ended, work)
        stack.callback(replica.parts.bot.deliveries.wind_down)
        yield replica.server


class Heartbeat:
    """Says that this worker lives, and knows for how long that has been said without a gap.

    Only who has been heard of all the while may take others for dead: after a pause of the whole
    database everybody has been silent.
    """

    def __init__(self, parts: Parts, seconds: Callable[[], float] = time.monotonic) -> None:
        self._house = parts
        self._seconds = seconds
        self._last = self._since = seconds()

    async def beat(self) -> None:
        await self._house.bot.deliveries.beat()
        self._house.bot.deliveries.came_round()
        now = self._seconds()
        if now - self._last > SILENT_FOR.total_seconds() / 2:
            self._since = now
        self._last = now

    @property
    def steady(self) -> bool:
        now = self._seconds()
        silent = SILENT_FOR.total_seconds()
        return now - self._last <= silent / 2 and now - self._since >= silent


@dataclass(frozen=True, slots=True)
class Work:
    """What the cluster's jobs call (`adapters.queue.Calls`)."""

    parts: Parts
    heart: Heartbeat

    async def workspaces_due(self) -> Sequence[str]:
        return await self.parts.bot.deliveries.workspaces_due()

    async def take_batch(self, workspace: str) -> int | None:
        return await self.parts.bot.deliveries.take_batch(workspace)

    async def tend(self) -> None:
        await self.parts.bot.sweep.now()
        await self.parts.epoch_turns.turn()

    async def recover(self) -> None:
        await self.parts.receiving.look()
        if self.heart.steady:
            await self.parts.bot.deliveries.recover_abandoned(SILENT_FOR)


@dataclass(frozen=True, slots=True)
class Replica:
    parts: Parts
    server: Server
    wakeups: Wakeups


async def _entered(
    stack: AsyncExitStack, settings: Settings, platforms: Open, command: str
) -> Replica:
    url = secret(settings.database_url)
    if url is None or settings.keys_url is None:
        raise RefusedError(NEEDS_POSTGRESQL.format(command))
    wakeups = Wakeups(make_url(url).set(drivername="postgresql").render_as_string(False))
    opened = await stack.enter_async_context(opening(settings, wakeups))
    await wakeups.open()
    stack.push_async_callback(wakeups.close)
    known = Platforms()
    parts = assemble(settings, opened, known, MachineClock(), Lanes(width=WIDTH, batch=BATCH))
    server = Server(settings.host, settings.port, parts.watch.readiness)
    await platforms(stack, settings, parts, known, server if command == "serve" else None)
    return Replica(parts, server, wakeups)


async def _served(stack: AsyncExitStack, replica: Replica) -> None:
    await replica.server.start()
    stack.push_async_callback(replica.server.stop)
    wind_down_with(stack, replica.parts)


def _tick(stack: AsyncExitStack, what: Callable[[], Awaitable[object]], seconds: float) -> None:
    ticker = Ticker(what, seconds)
    ticker.start()
    stack.push_async_callback(ticker.stop)


async def _ended(work: asyncio.Task[None]) -> None:
    work.cancel()
    with suppress(asyncio.CancelledError):
        await work
