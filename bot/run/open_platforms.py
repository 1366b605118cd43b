"""Opens the chat platforms that are configured, and imports no other."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import AsyncExitStack
from functools import partial

from sqlalchemy.ext.asyncio import AsyncEngine

from adapters.shared.http import Server
from adapters.shared.registration import Handover, Platform, PlatformRefusedError
from bot.run.assemble import Parts, Platforms, secret
from bot.run.platforms import registered
from bot.settings import Settings
from storage import RefusedError
from storage.data_folder import sqlite_in
from storage.moving.platform_tables import PlatformTables
from storage.sql.engine import make_engine


async def open_platforms(
    stack: AsyncExitStack,
    settings: Settings,
    parts: Parts,
    platforms: Platforms,
    server: Server | None,
) -> None:
    """Opens each configured platform. Without a `server` nothing is taken in there, only sent.

    Raises RefusedError where a platform does not take what it was given.
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
            server=server,
            join=platforms.join,
        )
        try:
            await stack.enter_async_context(platform.open(handover))
        except PlatformRefusedError as refused:
            raise RefusedError(str(refused)) from None


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
