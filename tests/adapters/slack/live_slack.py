"""Runs Handrail with Slack: a real store, a real server, and a clock that the test sets."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from adapters.shared.http import Server
from adapters.slack.adapter import REAL, SlackAdapter, Timing
from adapters.slack.opening import OpenedSlack, open_slack
from adapters.slack.settings import SlackSettings
from bot.chat import Event
from bot.domain.people import Address
from bot.ports import Answering, Store
from bot.run.bot import Bot
from storage.data_folder import sqlite_in
from storage.sql.engine import make_engine
from tests.adapters.support import OpenSealer, keyed_hash
from tests.bot_desk import HandsOn
from tests.databases import any_store
from tests.fakes import FakeClock, SeededChance


@dataclass
class LiveDesk(HandsOn):
    """The real bot: handles events in the background and answers through the adapter."""

    answering: Answering
    gone: list[str] = field(default_factory=list)
    back: list[str] = field(default_factory=list)
    working: set[asyncio.Task[None]] = field(default_factory=set)

    async def accept(self, event: Event) -> None:
        task = asyncio.create_task(self._answer(event))
        self.working.add(task)
        task.add_done_callback(self.working.discard)

    async def left(self, workspace: Address) -> None:
        self.gone.append(workspace.workspace)

    async def returned(self, workspace: Address) -> None:
        self.back.append(workspace.workspace)

    async def done(self) -> None:
        while self.working:
            await asyncio.wait(list(self.working))

    async def _answer(self, event: Event) -> None:
        await self.answering.answer(event, await self.bot.events.handle(event))


@dataclass
class LiveSlack:
    """The parts of the running bot, for a test to look at."""

    clock: FakeClock
    bot: Bot
    store: Store
    slack: SlackAdapter
    desk: LiveDesk
    server: Server

    async def skip(self) -> None:
        """Moves the clock to the next delivery and sends it."""
        due = await self.bot.deliveries.next_due()
        assert due is not None
        self.clock.at = max(self.clock.at, due)
        await self.bot.tick()


@asynccontextmanager
async def opened_slack(
    settings: SlackSettings, folder: Path, times: Timing = REAL, sealer: OpenSealer | None = None
) -> AsyncIterator[OpenedSlack]:
    """Opens Slack alone, on its own SQLite database."""
    folder.mkdir(parents=True, exist_ok=True)
    engine = make_engine(sqlite_in(folder / "slack.db"))
    try:
        async with open_slack(
            settings, sealer or OpenSealer(), keyed_hash, engine, times
        ) as opened:
            yield opened
    finally:
        await engine.dispose()


@asynccontextmanager
async def live_slack(
    settings: SlackSettings, folder: Path, port: int = 0, kind: str = "sqlite"
) -> AsyncIterator[LiveSlack]:
    """Starts everything; listens on `port`."""
    async with AsyncExitStack() as stack:
        store = await stack.enter_async_context(any_store(kind, folder / "store"))
        opened = await stack.enter_async_context(opened_slack(settings, folder))
        clock = FakeClock()
        bot = Bot(store, {"slack": opened.adapter}, clock, SeededChance(), settings)
        desk = LiveDesk(bot, opened.adapter)
        server = Server("127.0.0.1", port)
        await opened.start(desk, server)
        await server.start()
        stack.push_async_callback(server.stop)
        stack.push_async_callback(desk.done)
        yield LiveSlack(clock, bot, store, opened.adapter, desk, server)


def settings_for(api: str, **more: Any) -> SlackSettings:
    return SlackSettings(slack_api=api, **more)
