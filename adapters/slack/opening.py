"""Opens Slack: builds its parts from the settings, and closes them again."""

from __future__ import annotations

import asyncio
import time
from base64 import b64encode
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from functools import partial
from typing import Any
from urllib.parse import urljoin

import structlog
from pydantic import SecretStr
from sqlalchemy.ext.asyncio import AsyncEngine

from adapters.shared.background import wind_down
from adapters.shared.http import Server
from adapters.slack.adapter import REAL, SlackAdapter, Timing
from adapters.slack.endpoint import SlackEndpoint
from adapters.slack.inbound.arrivals import PLATFORM
from adapters.slack.installs import (
    AllowedPlaces,
    Installs,
    OneInstall,
    SlackRefusedError,
    one_install,
)
from adapters.slack.intake import Intake
from adapters.slack.many_installs import Exchange, ManyInstalls
from adapters.slack.oauth import OAuth, States
from adapters.slack.profiles import Profiles
from adapters.slack.sdk.app import Bolt
from adapters.slack.sdk.calls import CallFailedError, PausedCalls, WebCalls
from adapters.slack.settings import SlackSettings
from adapters.slack.signing_in import installs_that_refuse, with_installs, with_token
from bot.domain.people import Address
from bot.ports import Desk, Sealer

GREET_AGAIN = 30.0
AT_ONCE = 0.1

log = structlog.get_logger()


@dataclass(frozen=True, slots=True)
class OpenedSlack:
    """Slack, opened. `start` lets events in; until then the adapter can only send."""

    adapter: SlackAdapter
    _intake: Intake
    _settings: SlackSettings
    _bolt: Bolt
    _calls: WebCalls
    _oauth: Callable[[Desk], OAuth] | None
    _one: OneInstall | None
    _stack: AsyncExitStack

    async def start(self, desk: Desk, server: Server) -> None:
        """Mounts the routes on `server`, which has not been started, or connects the socket.

        Raises SlackRefusedError where Slack does not take the app token.
        """
        self.adapter.desk = desk
        self._intake.desk = desk
        settings = self._settings
        if settings.slack_app_token is not None:
            await self._connect(_secret(settings.slack_app_token))
        else:
            server.mount(
                SlackEndpoint(_secret(settings.slack_signing_secret), self._bolt.dispatch).routes
            )
        if self._oauth is not None:
            server.mount(self._oauth(desk).routes)
        if self._one is not None:
            greeting = asyncio.create_task(_greet(self._one, desk))
            self._stack.push_async_callback(wind_down, [greeting], AT_ONCE)

    async def _connect(self, app_token: str) -> None:
        try:
            await self._calls.once("apps.connections.open", {}, f"Bearer {app_token}")
        except CallFailedError as failed:
            if failed.outcome.reason == "app_removed":
                raise SlackRefusedError(
                    "Slack does not take HANDRAIL_SLACK_APP_TOKEN. It begins with xapp- and needs "
                    "the scope connections:write."
                ) from None
        self._stack.push_async_callback(self._bolt.connect(app_token))


async def _greet(one: OneInstall, desk: Desk) -> None:
    """Tells the desk that the app is (again) in that workspace, once the token works."""
    while True:
        try:
            install = await one.known()
            await desk.returned(Address(PLATFORM, install.workspace, ""))
            return
        except Exception as problem:
            log.warning("slack_not_reached", error=type(problem).__name__)
            await asyncio.sleep(GREET_AGAIN)


@asynccontextmanager
async def open_slack(
    settings: SlackSettings,
    sealer: Sealer,
    keyed_hash: Callable[[str, str], str],
    engine: AsyncEngine,
    times: Timing = REAL,
) -> AsyncIterator[OpenedSlack]:
    """Opens Slack, and asks it nothing yet: `SlackAdapter.sign_in` does."""
    async with AsyncExitStack() as stack:
        calls = WebCalls(settings.slack_api)
        await stack.enter_async_context(calls)
        oauth: Callable[[Desk], OAuth] | None = None
        one: OneInstall | None = None
        many: ManyInstalls | None = None
        installs: Installs
        if settings.slack_client_id is not None:
            allowed = AllowedPlaces(settings.slack_workspace_ids)
            many = ManyInstalls(engine, sealer, keyed_hash, allowed)
            await many.ready()
            many.exchange = exchange = _exchange(settings, calls)
            installs, oauth = many, _pages(settings, many, calls, exchange, keyed_hash)
        else:
            installs = one = one_install(_secret(settings.slack_bot_token), calls)
        calls.tokens = installs
        patient = PausedCalls(calls, times.tick)
        access, aloud = settings.slack_history, settings.slack_readers_aloud
        adapter = SlackAdapter(patient, installs, keyed_hash, access, times, aloud)
        _ask_slack(adapter, settings, calls, many)
        people = Profiles(patient, times.tick)
        intake = Intake(adapter, patient, installs, people, times.tick)
        for part in (adapter, people, intake):
            stack.push_async_callback(part.stop)
        bolt = Bolt(intake, settings.slack_api)
        yield OpenedSlack(adapter, intake, settings, bolt, calls, oauth, one, stack)


def _ask_slack(
    adapter: SlackAdapter, settings: SlackSettings, calls: WebCalls, many: ManyInstalls | None
) -> None:
    """Tells the adapter how to ask Slack whether it takes the bot's credentials."""
    if many is None:
        adapter.signing_in = with_token(calls, _secret(settings.slack_bot_token))
    else:
        adapter.signing_in = with_installs(calls)
        adapter.tokens = partial(installs_that_refuse, calls, many.tokens)


def _secret(secret: SecretStr | None) -> str:
    return secret.get_secret_value() if secret else ""


def _exchange(settings: SlackSettings, calls: WebCalls) -> Exchange:
    pair = f"{settings.slack_client_id}:{_secret(settings.slack_client_secret)}"
    basic = f"Basic {b64encode(pair.encode()).decode('ascii')}"

    async def exchange(**arguments: object) -> Mapping[str, Any]:
        return await calls.once("oauth.v2.access", arguments, basic)

    return exchange


def _pages(
    settings: SlackSettings,
    many: ManyInstalls,
    calls: WebCalls,
    exchange: Exchange,
    keyed_hash: Callable[[str, str], str],
) -> Callable[[Desk], OAuth]:
    authorize = urljoin(settings.slack_api, "/oauth/v2/authorize")
    client_id, public = settings.slack_client_id or "", settings.public_url or ""
    allowed = AllowedPlaces(settings.slack_workspace_ids)
    states = States(keyed_hash, time.time)

    async def revoke(token: str) -> None:
        await calls.once("auth.revoke", {}, f"Bearer {token}")

    def pages(desk: Desk) -> OAuth:
        return OAuth(
            client_id,
            public,
            authorize,
            many,
            exchange,
            revoke,
            allowed,
            states,
            desk.returned,
            time.time,
        )

    return pages


__all__ = ["OpenedSlack", "SlackRefusedError", "open_slack"]
