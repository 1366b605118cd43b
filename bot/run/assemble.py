"""Builds the parts that every way of running has: the store, the bot, its desk and its watch."""

from __future__ import annotations

import secrets
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from functools import partial

import structlog
from pydantic import SecretStr

from adapters.mail.alarm import Mail
from adapters.shared.http import Readiness
from adapters.shared.public_address import address_check
from adapters.ticker import Ticker
from bot.contacts import own_contacts
from bot.delivery.lanes import Lanes
from bot.domain.operator import SignIn
from bot.inbound.inbox import InboxWorker
from bot.metrics import METRICS
from bot.ports import Adapter, Answering, Clock
from bot.questions.ways_of_asking import ways_in_file
from bot.rules.policy.in_force import put_in_force, twice_said
from bot.rules.policy.reading import read_policy
from bot.rules.question_choice import organisation_files
from bot.run.bot import Bot
from bot.run.desks import ChatDesk
from bot.run.recovery import recovery_of
from bot.settings import Settings
from bot.upkeep.alarm import Watch
from bot.upkeep.checks.line import Outside
from bot.upkeep.clocks.watch import ClockWatch
from bot.upkeep.epoch_turns import EpochTurns
from bot.upkeep.figures import Figures
from bot.upkeep.halt_watch import HALT_SECONDS, HaltWatch
from bot.upkeep.operator import Operator
from bot.upkeep.platform_watch import PlatformWatch
from bot.upkeep.policy_watch import PolicyWatch
from bot.upkeep.readiness import Check, Ready
from bot.upkeep.workspaces import WorkspaceRemoval
from storage import OpenedStore, RefusedError, RootChoice, Waking, open_store
from storage.data_folder import DataFolder
from storage.trouble import psycopg_address

log = structlog.get_logger()

CODE_LETTERS = "ABCDEFGHJKMNPQRSTUVWXYZ23456789"


class Randomness:
    """Draws on the operating system's randomness (the `Chance` port)."""

    def new_id(self) -> str:
        return secrets.token_urlsafe(16)

    def new_code(self) -> str:
        """A code of 12 letters and digits: 59 bits, so that guessing leads nowhere at any pace."""
        parts = ("".join(secrets.choice(CODE_LETTERS) for _ in range(4)) for _ in range(3))
        return "-".join(parts)


class MachineClock:
    """Reads the machine's own clock, in UTC (the `Clock` port)."""

    def now(self) -> datetime:
        return datetime.now(UTC)


@dataclass
class Platforms:
    """Holds the chat platforms by name; each joins once it can send.

    `signed_in` says of each what it said of the bot's credentials when it was opened.
    """

    all: dict[str, Adapter] = field(default_factory=dict)
    answering: dict[str, Answering] = field(default_factory=dict)
    signed_in: dict[str, SignIn] = field(default_factory=dict)

    def join(self, platform: Answering) -> None:
        self.all[platform.platform] = self.answering[platform.platform] = platform

    def leave_out(self, name: str, why: str) -> None:
        """Leaves out a platform that takes nothing from us; the doctor says `why`."""
        self.signed_in[name] = SignIn(False, why)
        self.all.pop(name, None)
        self.answering.pop(name, None)


@dataclass(frozen=True, slots=True)
class Parts:
    """Holds every part of one process, before anything is served."""

    opened: OpenedStore
    clock: Clock
    bot: Bot
    receiving: InboxWorker
    desk: ChatDesk
    epoch_turns: EpochTurns
    operator: Operator
    watch: Watch
    platform_watch: PlatformWatch
    figures: Figures
    policy_watch: PolicyWatch
    clock_watch: ClockWatch
    halt_watch: HaltWatch
    folder: DataFolder

    def readiness(self, hears: Check | None = None) -> Readiness:
        """What `/readyz` asks. `hears`: why wake-ups do not come through, where there are any."""
        return Ready(
            self.opened.store,
            self.opened.keys,
            self.bot.deliveries.pulse,
            self.platform_watch.can_send,
            self.folder.free_bytes,
            hears,
        ).checks


@asynccontextmanager
async def opening(settings: Settings, waking: Waking | None = None) -> AsyncIterator[OpenedStore]:
    """Opens the store. Raises what `open_store` raises, and RefusedError for a fault in a file of
    the organisation's own.
    """
    read_organisation_files(settings)
    opened = await open_store(
        settings.data,
        secret(settings.database_url),
        settings.organisation,
        RootChoice(settings.epoch_root, settings.kms_key, settings.kms_endpoint),
        keys_url=secret(settings.keys_url),
        epochs=settings.epochs,
        waking=waking,
        recovery=recovery_of(settings),
    )
    try:
        yield opened
    finally:
        await opened.close()


def assemble(
    settings: Settings,
    opened: OpenedStore,
    platforms: Platforms,
    clock: Clock,
    lanes: Lanes | None = None,
) -> Parts:
    """Builds the parts, and starts nothing. `platforms` may be filled later."""
    store, chance = opened.store, Randomness()
    alarms = _alarms(settings)
    clock_watch = ClockWatch(
        MachineClock(), store.clock, opened.keys, alarms, lambda: watch.is_ours_to_tell()
    )
    bot = Bot(
        store,
        platforms.all,
        clock,
        chance,
        settings,
        lanes,
        may_destroy=clock_watch.may_destroy,
        may_send=clock_watch.may_send,
    )
    policy_watch = PolicyWatch(store, clock, chance, settings)
    receiving = InboxWorker(store, bot.events, platforms.answering, clock)
    folder = DataFolder(settings.data, store, settings.epochs)
    patience = timedelta(minutes=settings.alarm_minutes)
    METRICS.least_told = settings.minimum_group
    pulse, worker = bot.deliveries.pulse, bot.deliveries.worker
    watch = Watch(store, pulse, alarms, clock, patience, worker)
    return Parts(
        opened=opened,
        clock=clock,
        bot=bot,
        receiving=receiving,
        desk=ChatDesk(bot, receiving),
        epoch_turns=EpochTurns(bot.tick, opened.keys, clock),
        operator=Operator(
            bot.events,
            store,
            opened.keys,
            clock,
            folder,
            platforms.all,
            platforms.signed_in,
            settings,
            Outside(
                clocks=clock_watch,
                policy=policy_watch.findings,
                address=address_check(settings.public_url),
                listening=_listening(settings),
            ),
            WorkspaceRemoval(bot.events, store, platforms.all, clock, chance, settings),
        ),
        watch=watch,
        policy_watch=policy_watch,
        platform_watch=PlatformWatch(
            platforms.all,
            platforms.signed_in,
            alarms,
            clock,
            patience,
            watch.is_ours_to_tell,
            sends_fail=lambda: pulse.failing,
        ),
        figures=Figures(store, opened.keys, folder.standing),
        clock_watch=clock_watch,
        halt_watch=HaltWatch(store),
        folder=folder,
    )


def _listening(settings: Settings) -> Callable[[], Awaitable[int]] | None:
    """Counts the workers that listen to the queue, where there is one."""
    url = secret(settings.database_url)
    if url is None or settings.keys_url is None:
        return None
    # The library of many processes is imported where they run.
    from adapters.queue import workers_listening

    return partial(workers_listening, psycopg_address(url))


async def notice_halts(stack: AsyncExitStack, parts: Parts) -> None:
    """Notices a halt now and every second, in each way of running, until the stack is closed."""
    await parts.halt_watch.look()
    ticker = Ticker(parts.halt_watch.look, HALT_SECONDS)
    ticker.start()
    stack.push_async_callback(ticker.stop)


def wind_down_with(stack: AsyncExitStack, parts: Parts) -> None:
    """When the block ends, takes nothing new in, and finishes what is under way."""
    stack.push_async_callback(parts.bot.deliveries.at_rest)
    stack.push_async_callback(parts.receiving.stop)


def secret(url: SecretStr | None) -> str | None:
    return url.get_secret_value() if url else None


def _alarms(settings: Settings) -> list[Mail]:
    if settings.alarm_to is None or settings.smtp_url is None:
        return []
    return [Mail.at(settings.alarm_to, settings.smtp_url.get_secret_value())]


def read_organisation_files(settings: Settings) -> None:
    """Tells of a fault now, and not to the first person who meets it. The policy is in force then.

    A question that asks in a way that closes or hurts is no fault: the log names its place.
    """
    twice = twice_said(settings)
    if twice:
        raise RefusedError("\n".join(twice))
    try:
        if settings.policy_file is not None:
            put_in_force(settings, read_policy(settings.policy_file))
        for file in organisation_files(settings.questions):
            for place in ways_in_file(file):
                log.warning("question_to_look_at", set=file.id, place=place)
        if settings.contacts is not None:
            own_contacts(settings.contacts)
    except ValueError as fault:
        raise RefusedError(str(fault)) from None
