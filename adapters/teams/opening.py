"""Opens Teams: builds its parts from the settings, and closes them again."""

from __future__ import annotations

import asyncio
import secrets
from collections.abc import AsyncIterator, Callable
from contextlib import AsyncExitStack, asynccontextmanager
from pathlib import Path

import aiohttp
from sqlalchemy.ext.asyncio import AsyncEngine

from adapters.shared.http import Server
from adapters.shared.protected import PROTECTED
from adapters.teams.adapter import TeamsAdapter
from adapters.teams.connector import Connector
from adapters.teams.credentials import Credentials, Kind, read_certificate
from adapters.teams.endpoint import TeamsEndpoint, Verifier
from adapters.teams.files import OfferedFiles
from adapters.teams.invokes import Invokes
from adapters.teams.rows import Rows
from adapters.teams.sdk.botbuilder import TokenDesk, Voice, tame_loggers
from adapters.teams.settings import TeamsSettings
from adapters.teams.signing_keys import METADATA, SigningKeys
from adapters.teams.tabs.opening import tabs_of
from adapters.teams.throttle import Throttle
from adapters.teams.tokens import LocalTokens, TokenVerifier
from bot.ports import Sealer


@asynccontextmanager
async def open_teams(
    settings: TeamsSettings,
    sealer: Sealer,
    keyed_hash: Callable[[str, str], str],
    server: Server | None,
    engine: AsyncEngine,
    metadata: str = METADATA,
) -> AsyncIterator[TeamsAdapter]:
    """Opens Teams. Its route is mounted on `server`, which is not started; set `desk` before.

    Without a `server` nothing is taken in here, only sent. `engine` is a database of its own, or
    one that many processes share, and stays its owner's.

    Raises ValueError or OSError where the certificate cannot be read.
    """
    tame_loggers()
    async with AsyncExitStack() as stack:
        rows = await Rows.on(engine, sealer, keyed_hash, settings.keep_days)
        http = aiohttp.ClientSession(
            cookie_jar=aiohttp.DummyCookieJar(), trust_env=True, middlewares=PROTECTED
        )
        stack.push_async_callback(http.close)
        connector = await _connector(settings, http)
        files = OfferedFiles()
        adapter = TeamsAdapter(
            Voice(connector), rows, files, Throttle(), tenants=settings.teams_tenant_list
        )
        stack.push_async_callback(adapter.close)
        door = TeamsEndpoint(
            adapter,
            _verifier(settings, SigningKeys(metadata, http=http)),
            rows,
            Invokes(adapter, rows, files, connector),
            local=secrets.token_urlsafe(32) if settings.teams_local else None,
        )
        stack.push_async_callback(door.close)
        if server is not None:
            server.mount(door.routes, door.way_in)
            if settings.teams_tabs:
                server.mount(tabs_of(settings, adapter, rows, http).routes)
        yield adapter


def _verifier(settings: TeamsSettings, keys: SigningKeys) -> Verifier:
    if settings.teams_local:
        return LocalTokens()
    return TokenVerifier(settings.teams_app_id or "", keys, settings.teams_tenant_list)


async def _connector(settings: TeamsSettings, http: aiohttp.ClientSession) -> Connector:
    if settings.teams_local:
        return Connector(http, _no_token, local=True)
    certificate = None
    if settings.teams_certificate is not None:
        certificate = await asyncio.to_thread(read_certificate, Path(settings.teams_certificate))
    secret = settings.teams_secret
    given = Credentials(
        app_id=settings.teams_app_id or "",
        tenant=settings.teams_tenant or "",
        kind=_kind(settings),
        secret=secret.get_secret_value() if secret else "",
        certificate=certificate,
    )
    desk = TokenDesk(given)
    return Connector(http, desk.token, desk.refused)


def _kind(settings: TeamsSettings) -> Kind:
    if settings.teams_managed_identity:
        return "UserAssignedMSI"
    return "SingleTenant" if settings.teams_tenant else "MultiTenant"


async def _no_token() -> None:
    return None
