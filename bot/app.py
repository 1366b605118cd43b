"""The composition root: the only place that knows everyone."""

from __future__ import annotations

import asyncio
import secrets
from collections.abc import AsyncIterator, Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

from adapters.http import Server
from adapters.local.adapter import LocalAdapter
from adapters.local.clock import MovableClock
from adapters.local.guard import Guard
from adapters.local.page import Page
from adapters.local.transcript import Transcript
from adapters.mail import Mail
from adapters.operator import OperatorSocket
from adapters.ticker import Ticker
from bot.chat import Event, Message, Wrote
from bot.contacts import own_contacts
from bot.domain.people import Address
from bot.domain.words import Words
from bot.engine import Bot
from bot.handlers.questioning import house_files
from bot.operating import Operator
from bot.ports import Adapter, Answering
from bot.settings import Settings
from bot.upkeep import Upkeep
from bot.watching import Alarm, Watch
from storage import OpenedStore, RefusedError, RootChoice, open_store
from storage.house import DataFolder, refuse_to_make_or_upgrade
from storage.keys import Keys

CODE_LETTERS = "ABCDEFGHJKMNPQRSTUVWXYZ23456789"
MOST_PASSED_OVER = 100
LOOK_SECONDS = 10.0


class Randomness:
    """The operating system's randomness (the `Chance` port)."""

    def new_id(self) -> str:
        return secrets.token_urlsafe(16)

    def new_code(self) -> str:
        letters = [secrets.choice(CODE_LETTERS) for _ in range(8)]
        return f"{''.join(letters[:4])}-{''.join(letters[4:])}"


@dataclass(frozen=True, slots=True)
class LocalDesk:
    """What the local page may do: talk to the bot, and move its own clock."""

    bot: Bot
    clock: MovableClock

    async def handle(self, event: Event) -> Sequence[Message]:
        return await self.bot.handle(event)

    def now(self) -> datetime:
        return self.clock.now()

    async def zone_of(self, address: Address) -> str | None:
        return await self.bot.zone_of(address)

    async def posted(self, to: Address, reference: str, message: str) -> None:
        await self.bot.posted(to, reference, message)

    async def skip(self) -> bool:
        """On to what comes next. A delivery that turns out to say nothing is passed over."""
        for _ in range(MOST_PASSED_OVER):
            due = await self.bot.next_due()
            if due is None:
                return False
            await self.clock.move_to(due)
            if await self.bot.tick():
                return True
        return False


@dataclass(frozen=True, slots=True)
class Assembled:
    """Everything that is put together, before anything is served."""

    local: LocalAdapter
    bot: Bot
    upkeep: Upkeep
    operator: Operator
    watch: Watch
    keys: Keys
    adapters: dict[str, Adapter]


@asynccontextmanager
async def running(settings: Settings) -> AsyncIterator[Server]:
    """The embedded default, serving until the block ends: one process, with the local page.

    Starting it sends nothing to anyone. Raises what `open_store` and `Server.start` raise.
    """
    async with AsyncExitStack() as stack:
        house = await stack.enter_async_context(_assembled(settings))
        server = Server(settings.host, settings.port, house.watch.readiness)
        server.mount(Page(house.local, Guard(settings.host)).routes)
        await stack.enter_async_context(_teams(settings, house, server))
        await house.bot.recover()
        await server.start()
        stack.push_async_callback(server.stop)
        desk = OperatorSocket(settings.data, house.operator)
        stack.push_async_callback(desk.stop)
        await desk.start()
        for ticker in (Ticker(house.upkeep.tick), Ticker(house.watch.look, LOOK_SECONDS)):
            ticker.start()
            stack.push_async_callback(ticker.stop)
        stack.callback(house.bot.wind_down)
        yield server


@asynccontextmanager
async def operating(settings: Settings) -> AsyncIterator[Operator]:
    """The operator's desk while Handrail does not run. Nothing is served, sent or settled.

    Raises what `open_store` raises, and RefusedError where there is nothing yet or another schema.
    """
    url = settings.database_url
    secret = url.get_secret_value() if url else None
    await asyncio.to_thread(refuse_to_make_or_upgrade, settings.data, secret)
    async with _assembled(settings) as house:
        yield house.operator


@asynccontextmanager
async def _assembled(settings: Settings) -> AsyncIterator[Assembled]:
    _read_house_files(settings)
    async with AsyncExitStack() as stack:
        opened = await _opened(settings)
        stack.push_async_callback(opened.close)
        transcript = await Transcript.open(
            settings.data / "local.db", opened.keys, opened.keys.digest
        )
        stack.push_async_callback(transcript.close)
        clock = MovableClock(await transcript.clock_offset(), transcript.keep_clock_offset)
        local = LocalAdapter(transcript)
        adapters: dict[str, Adapter] = {local.platform: local}
        bot = Bot(opened.store, adapters, clock, Randomness(), settings)
        local.desk = LocalDesk(bot, clock)
        folder = DataFolder(settings.data, opened.store)
        operator = Operator(bot, opened.store, opened.keys, clock, folder)
        upkeep = Upkeep(bot.tick, opened.keys, clock)
        patience = timedelta(minutes=settings.alarm_minutes)
        watch = Watch(opened.store, bot.pulse, _alarms(settings), clock, patience)
        yield Assembled(local, bot, upkeep, operator, watch, opened.keys, adapters)


@dataclass(frozen=True, slots=True)
class StraightDesk:
    """Handles what Teams brings at once, and answers it afterwards."""

    bot: Bot
    adapter: Answering
    working: set[asyncio.Task[None]] = field(default_factory=set)

    async def accept(self, event: Event) -> None:
        messages = await self.bot.handle(event)
        task = asyncio.create_task(self.adapter.answer(event, messages))
        self.working.add(task)
        task.add_done_callback(self.working.discard)

    async def handle(self, event: Event) -> Sequence[Message]:
        return await self.bot.handle(event)

    async def home(self, visitor: Event) -> Message:
        return (await self.bot.handle(replace(visitor, what=Wrote(Words("help")))))[0]

    async def posted(self, to: Address, reference: str, message: str) -> None:
        await self.bot.posted(to, reference, message)

    async def left(self, workspace: Address) -> None:
        raise NotImplementedError

    async def returned(self, workspace: Address) -> None:
        raise NotImplementedError


@asynccontextmanager
async def _teams(settings: Settings, house: Assembled, server: Server) -> AsyncIterator[None]:
    """Microsoft Teams, where it is configured; its SDK is not even imported otherwise."""
    if settings.teams_app_id is None and not settings.teams_local:
        yield
        return
    from adapters.teams.opening import open_teams

    async with open_teams(settings, house.keys, house.keys.digest, server) as adapter:
        adapter.desk = StraightDesk(house.bot, adapter)
        house.adapters[adapter.platform] = adapter
        yield


def _alarms(settings: Settings) -> list[Alarm]:
    if settings.alarm_to is None or settings.smtp_url is None:
        return []
    return [Mail.at(settings.alarm_to, settings.smtp_url.get_secret_value())]


def _read_house_files(settings: Settings) -> None:
    """A fault in them is told now, and not to the first person who meets it."""
    try:
        house_files(settings.questions)
        if settings.contacts is not None:
            own_contacts(settings.contacts)
    except ValueError as fault:
        raise RefusedError(str(fault)) from None


async def _opened(settings: Settings) -> OpenedStore:
    url = settings.database_url
    secret = url.get_secret_value() if url else None
    root = RootChoice(settings.epoch_root, settings.kms_key, settings.kms_endpoint)
    return await open_store(settings.data, secret, settings.organisation, root)
