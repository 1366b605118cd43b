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
from adapters.shared.protected import protected_session
from adapters.teams.adapter import TeamsAdapter
from adapters.teams.calls import TeamsSdk
from adapters.teams.connector import Connector
from adapters.teams.credentials import Credentials, Kind, read_certificate
from adapters.teams.endpoint import TeamsEndpoint, Verifier
from adapters.teams.files import OfferedFiles
from adapters.teams.invokes import Invokes
from adapters.teams.rows import Rows
from adapters.teams.sdk.choosing import chosen_sdk
from adapters.teams.settings import TeamsSettings
from adapters.teams.signing_keys import SigningKeys
from adapters.teams.tabs.opening import tabs_of
from adapters.teams.throttle import Throttle
from adapters.teams.token_desk import TokenDesk
from adapters.teams.tokens import LocalTokens, TokenVerifier
from bot.ports import MayDestroy, Sealer, always


@asynccontextmanager
async def open_teams(
    settings: TeamsSettings,
    sealer: Sealer,
    keyed_hash: Callable[[str, str], str],
    server: Server | None,
    engine: AsyncEngine,
    may_destroy: MayDestroy = always,
) -> AsyncIterator[TeamsAdapter]:
    """Opens Teams. Its route is mounted on `server`, which is not started; set `desk` before.

    Without a `server` nothing is taken in here, only sent. `engine` is a database of its own, or
    one that many processes share, and stays its owner's.

    Raises ValueError or OSError where the certificate cannot be read, and SdkMissingError.
    """
    sdk = chosen_sdk(settings.teams_sdk)
    async with AsyncExitStack() as stack:
        rows = await Rows.on(engine, sealer, keyed_hash, settings.keep_days, may_destroy)
        http = protected_session(cookie_jar=aiohttp.DummyCookieJar())
        stack.push_async_callback(http.close)
        desk = None if settings.teams_local else await _token_desk(settings, sdk)
        connector = _connector(settings, http, desk)
        files = OfferedFiles()
        adapter = TeamsAdapter(
            sdk.voice(connector), rows, files, Throttle(), tenants=settings.teams_tenant_list
        )
        if desk is not None:
            adapter.signing_in = desk.sign_in
        stack.push_async_callback(adapter.close)
        door = TeamsEndpoint(
            adapter,
            _verifier(settings, SigningKeys(settings.microsofts_cloud.keys_at, http=http)),
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
    return TokenVerifier(
        settings.teams_app_id or "",
        keys,
        settings.teams_tenant_list,
        cloud=settings.microsofts_cloud,
    )


def _connector(
    settings: TeamsSettings, http: aiohttp.ClientSession, desk: TokenDesk | None
) -> Connector:
    if desk is None:
        return Connector(http, _no_token, local=True)
    return Connector(http, desk.token, desk.refused, cloud=settings.microsofts_cloud)


async def _token_desk(settings: TeamsSettings, sdk: TeamsSdk) -> TokenDesk:
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
        cloud=settings.microsofts_cloud,
    )
    return TokenDesk(sdk.fetcher(given), _proof(settings), given.cloud.login)


def _proof(settings: TeamsSettings) -> str:
    """The setting that proves to Microsoft who the bot is."""
    if settings.teams_managed_identity:
        return "HANDRAIL_TEAMS_MANAGED_IDENTITY"
    if settings.teams_certificate is not None:
        return "HANDRAIL_TEAMS_CERTIFICATE"
    return "HANDRAIL_TEAMS_SECRET"


def _kind(settings: TeamsSettings) -> Kind:
    if settings.teams_managed_identity:
        return "UserAssignedMSI"
    return "SingleTenant" if settings.teams_tenant else "MultiTenant"


async def _no_token() -> None:
    return None
