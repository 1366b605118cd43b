"""Which chat platforms are opened: one case each, and nothing imported that is not configured."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import AsyncExitStack

from sqlalchemy.ext.asyncio import AsyncEngine

from adapters.shared.http import Server
from bot.run.assemble import Parts, Platforms, secret
from bot.settings import Settings
from storage import RefusedError
from storage.data_folder import sqlite_in
from storage.moving.platform_tables import PlatformTables
from storage.sql.engine import make_engine

SLACK, TEAMS = "slack.db", "teams.db"


async def open_platforms(
    stack: AsyncExitStack,
    settings: Settings,
    parts: Parts,
    platforms: Platforms,
    server: Server | None,
) -> None:
    """Opens what is configured. Without a `server` nothing is taken in there, only sent.

    Raises RefusedError where a platform does not take what it was given.
    """
    if settings.slack_bot_token is not None or settings.slack_client_id is not None:
        await _slack(stack, settings, parts, platforms, server)
    if settings.teams_app_id is not None or settings.teams_local:
        await _teams(stack, settings, parts, platforms, server)


async def _slack(
    stack: AsyncExitStack,
    settings: Settings,
    parts: Parts,
    platforms: Platforms,
    server: Server | None,
) -> None:
    from adapters.slack.registration import SlackRefusedError, open_slack

    engine, keys = _engine(stack, settings, SLACK), parts.opened.keys
    try:
        slack = await stack.enter_async_context(open_slack(settings, keys, keys.keyed_hash, engine))
        slack.adapter.desk = parts.desk
        platforms.join(slack.adapter)
        if server is not None:
            await slack.start(parts.desk, server)
        else:
            # A command ends when it is done: what it began to delete is deleted first.
            stack.push_async_callback(slack.adapter.finish_clearing)
    except SlackRefusedError as refused:
        raise RefusedError(str(refused)) from None


async def _teams(
    stack: AsyncExitStack,
    settings: Settings,
    parts: Parts,
    platforms: Platforms,
    server: Server | None,
) -> None:
    from adapters.teams.registration import open_teams

    engine, keys = _engine(stack, settings, TEAMS), parts.opened.keys
    try:
        opening = open_teams(settings, keys, keys.keyed_hash, server, engine)
        teams = await stack.enter_async_context(opening)
    except (ValueError, OSError) as fault:
        raise RefusedError(
            f"Teams cannot be opened: its certificate could not be read ({type(fault).__name__}). "
            "See HANDRAIL_TEAMS_CERTIFICATE."
        ) from None
    teams.desk = parts.desk
    platforms.join(teams)


def own_tables() -> Sequence[PlatformTables]:
    """What the platforms hold beside the organisation's data, whichever of them is configured."""
    from adapters.slack.many_installs import METADATA
    from adapters.teams.tables import META

    return PlatformTables(SLACK, METADATA), PlatformTables(TEAMS, META)


def _engine(stack: AsyncExitStack, settings: Settings, file: str) -> AsyncEngine:
    """For a platform's own tables: in the organisation's database, or a file in its folder."""
    engine = make_engine(secret(settings.database_url) or sqlite_in(settings.data / file))
    stack.push_async_callback(engine.dispose)
    return engine
