"""Opens the chat platforms that are configured, and imports no other."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import AsyncExitStack
from functools import partial

import structlog
from sqlalchemy.ext.asyncio import AsyncEngine

from adapters.shared.http import Server
from adapters.shared.registration import Handover, Platform, PlatformRefusedError
from bot.ports import SigningIn
from bot.run.assemble import Parts, Platforms, secret
from bot.run.platforms import registered
from bot.settings import Settings
from storage import RefusedError
from storage.data_folder import sqlite_in
from storage.moving.platform_tables import PlatformTables
from storage.sql.engine import make_engine

log = structlog.get_logger()


async def open_platforms(
    stack: AsyncExitStack,
    settings: Settings,
    parts: Parts,
    platforms: Platforms,
    server: Server | None,
    *,
    leave_out_refused: bool = False,
) -> None:
    """Opens each configured platform. Without a `server` nothing is taken in there, only sent.

    Each is asked whether it takes the bot's credentials. One that cannot be reached is opened all
    the same, and asked again later (`bot.upkeep.platform_watch`). Raises RefusedError where a
    platform does not take what it was given; or leaves it out, and the log says so.
    """
    for platform in registered().values():
        if platform.open is None or not is_configured(platform, settings):
            continue
        handover = Handover(
            settings=settings,
            sealer=parts.opened.keys,
            keyed_hash=parts.opened.keys.keyed_hash,
            engine=partial(_engine, stack, settings, platform),
            desk=parts.desk,
            guests=parts.desk,
            server=server,
            join=platforms.join,
            may_destroy=parts.clock_watch.may_destroy,
        )
        try:
            _refuse_without_library(platform, settings)
            await stack.enter_async_context(platform.open(handover))
            await _sign_in(platforms, platform.name)
        except PlatformRefusedError as refused:
            if not leave_out_refused:
                raise RefusedError(str(refused)) from None
            platforms.leave_out(platform.name, str(refused))
            log.error("platform_left_out", platform=platform.name, why=str(refused))


def _refuse_without_library(platform: Platform, settings: Settings) -> None:
    extra = platform.needs(settings)
    if extra is not None and not extra.is_there:
        raise PlatformRefusedError(extra.missing(platform.name))


async def _sign_in(platforms: Platforms, name: str) -> None:
    """Raises PlatformRefusedError where the platform refuses the credentials."""
    adapter = platforms.all.get(name)
    if not isinstance(adapter, SigningIn):
        return
    found = platforms.signed_in[name] = await adapter.sign_in()
    if found.works is False:
        raise PlatformRefusedError(found.sentence)
    if found.works is None:
        log.warning("platform_not_reached", platform=name)


def is_configured(platform: Platform, settings: Settings) -> bool:
    """Tells whether these settings ask for this platform."""
    return isinstance(settings, platform.settings) and platform.is_configured(settings)


def own_tables() -> Sequence[PlatformTables]:
    """Returns the tables that all platforms hold beside the organisation's data."""
    tables = [one.tables for one in registered().values() if one.tables is not None]
    return [PlatformTables(own.file, own.metadata()) for own in tables]


def _engine(stack: AsyncExitStack, settings: Settings, platform: Platform) -> AsyncEngine:
    """Makes the engine of a platform's own tables: in the organisation's database, or in a file."""
    if platform.tables is None:
        raise RuntimeError(f"the platform {platform.name} has registered no tables of its own")
    url = secret(settings.database_url) or sqlite_in(settings.data / platform.tables.file)
    engine = make_engine(url)
    stack.push_async_callback(engine.dispose)
    return engine
