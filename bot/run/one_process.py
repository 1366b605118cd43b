"""Runs everything in one process: the chat platforms, or the local page where there is none.

Only the modules of `bot.run` know the core, the adapters and the storage at once.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass

from adapters.local.adapter import LocalAdapter
from adapters.local.clock import MovableClock
from adapters.local.guard import Guard
from adapters.local.page import Page
from adapters.local.transcript import Transcript
from adapters.operator.server import OperatorSocket
from adapters.shared.http import Server
from adapters.ticker import Ticker
from bot.delivery.lanes import Lanes
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
from bot.run.desks import LocalDesk
from bot.run.open_platforms import open_platforms
from bot.run.page_apart import TRANSCRIPT, is_page_alone, refuse_if_mixed
from bot.run.server_of import mount_view, server_of
from bot.run.warm_up import warm_up_hearing
from bot.settings import Settings
from bot.upkeep.absent import tell_absent
from bot.upkeep.figures import LOOK_SECONDS as FIGURES_SECONDS
from bot.upkeep.operator import Operator
from storage import OpenedStore, RefusedError
from storage.data_folder import refuse_to_make_or_upgrade

LOOK_SECONDS = 10.0
ONE_OF_MANY = (
    "HANDRAIL_KEYS_URL says that many processes share the keys: start `handrail serve` and "
    "`handrail worker`, or unset it for one process that does it all."
)


@dataclass(frozen=True, slots=True)
class House:
    """Holds the parts of the process, and its local page where it has one."""

    parts: Parts
    platforms: Platforms
    page: LocalAdapter | None


@asynccontextmanager
async def running(settings: Settings) -> AsyncIterator[Server]:
    """Serves until the block ends: each chat platform that is configured, or else the local page.

    Starting it sends nothing to anyone. Raises what `open_store` and `Server.start` raise, and
    RefusedError where the page and a real platform would come together.
    """
    if settings.keys_url is not None:
        raise RefusedError(ONE_OF_MANY)
    async with AsyncExitStack() as stack:
        opened = await stack.enter_async_context(opening(settings))
        await refuse_if_mixed(settings, opened.store)
        house = await put_together(stack, settings, opened, with_page=is_page_alone(settings))
        yield await serve_house(stack, settings, house)


async def serve_house(stack: AsyncExitStack, settings: Settings, house: House) -> Server:
    """Serves what the house has, and lets time pass in it, until the stack is closed."""
    parts = house.parts
    server = server_of(settings, parts.readiness(), parts.platform_watch.states)
    parts.operator.organisation.readiness = parts.readiness()
    mount_view(server, parts, settings)
    if house.page is not None:
        guard = Guard(settings.host)
        server.mount(Page(house.page, guard).routes, guard.way_in)
    await open_platforms(stack, settings, parts, house.platforms, server)
    await tell_absent(parts.opened.store, house.platforms.all)
    await parts.policy_watch.obey()
    await parts.bot.deliveries.recover()
    await server.start()
    stack.push_async_callback(server.stop)
    wind_down_with(stack, parts)
    desk = OperatorSocket(settings.data, parts.operator)
    stack.push_async_callback(desk.stop)
    await desk.start()
    await parts.receiving.look(parts.clock.now())
    await parts.platform_watch.look()
    await parts.clock_watch.look()
    await notice_halts(stack, parts)
    for ticker in (
        Ticker(parts.epoch_turns.tick),
        Ticker(parts.watch.look, LOOK_SECONDS),
        Ticker(parts.platform_watch.look, LOOK_SECONDS),
        Ticker(parts.clock_watch.look, LOOK_SECONDS),
        Ticker(parts.receiving.look, LOOK_SECONDS),
        Ticker(parts.figures.look, FIGURES_SECONDS),
        Ticker(parts.policy_watch.look, LOOK_SECONDS),
    ):
        ticker.start()
        stack.push_async_callback(ticker.stop)
    stack.callback(parts.bot.deliveries.wind_down)
    warm_up_hearing()
    return server


@asynccontextmanager
async def operating(settings: Settings, *, with_platforms: bool = False) -> AsyncIterator[Operator]:
    """Yields the operator's desk while Handrail does not run. Nothing is served, sent or settled.

    `with_platforms`: to delete there what the bot has written, or to ask whether they take the
    bot's credentials; one that refuses them is left out.
    Raises what `open_store` raises, and RefusedError where there is nothing yet or another schema.
    """
    url, keys = secret(settings.database_url), secret(settings.keys_url)
    await asyncio.to_thread(refuse_to_make_or_upgrade, settings.data, url, keys)
    async with AsyncExitStack() as stack:
        opened = await stack.enter_async_context(opening(settings))
        house = await put_together(stack, settings, opened, with_page=is_page_alone(settings))
        if with_platforms:
            await open_platforms(
                stack, settings, house.parts, house.platforms, None, leave_out_refused=True
            )
        yield house.parts.operator


async def put_together(
    stack: AsyncExitStack, settings: Settings, opened: OpenedStore, *, with_page: bool
) -> House:
    """Builds the parts, and starts nothing. Without a page the clock is the machine's own."""
    # A second's patience: a platform that hangs holds up no other, and no later round.
    lanes = Lanes(at_once=16, width=2, batch=100, patience=1.0)
    if not with_page:
        platforms = Platforms()
        parts = assemble(settings, opened, platforms, MachineClock(), lanes)
        return House(parts, platforms, None)
    keys = opened.keys
    transcript = await Transcript.open(settings.data / TRANSCRIPT, keys, keys.keyed_hash)
    stack.push_async_callback(transcript.close)
    clock = MovableClock(await transcript.clock_offset(), transcript.keep_clock_offset)
    page = LocalAdapter(transcript)
    platforms = Platforms({page.platform: page})
    parts = assemble(settings, opened, platforms, clock, lanes)
    page.desk = LocalDesk(parts.bot, clock)
    return House(parts, platforms, page)
