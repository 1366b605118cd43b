"""Opens Slack: builds its parts from the settings, and closes them again."""

from __future__ import annotations

import asyncio
import time
from base64 import b64encode
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping, Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from functools import partial
from typing import Any
from urllib.parse import urljoin, urlsplit

import structlog
from pydantic import SecretStr
from sqlalchemy.ext.asyncio import AsyncEngine

from adapters.shared.background import wind_down
from adapters.shared.hosts import prefix_of
from adapters.shared.http import Server
from adapters.slack.adapter import REAL, SlackAdapter, Timing
from adapters.slack.endpoint import SlackEndpoint
from adapters.slack.inbound.arrivals import PLATFORM
from adapters.slack.installing.pages import InstallPages
from adapters.slack.installing.states import States
from adapters.slack.installs import (
    AllowedPlaces,
    ExactInstalls,
    OneInstall,
    SlackRefusedError,
    one_install,
)
from adapters.slack.intake import Intake
from adapters.slack.many_installs import Exchange, ManyInstalls
from adapters.slack.oauth import OAuth
from adapters.slack.organisations.ending import WorkspaceEnding
from adapters.slack.organisations.places import Places
from adapters.slack.organisations.serving import Served
from adapters.slack.profiles import Profiles
from adapters.slack.sdk.app import Bolt
from adapters.slack.sdk.calls import CallFailedError, PausedCalls, WebCalls
from adapters.slack.settings import SlackSettings
from adapters.slack.signing_in import (
    installs_that_refuse,
    scopes_that_lack,
    with_installs,
    with_token,
)
from bot.domain.people import Address
from bot.ports import Desk, MayDestroy, Sealer, always

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
    _installs: Served
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
            greeting = asyncio.create_task(_greet(self._one, self._installs, desk))
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


async def _greet(one: OneInstall, installs: Served, desk: Desk) -> None:
    """Tells the desk that the app is (again) in that workspace, once the token works."""
    while True:
        try:
            for place in await installs.began(await one.known()):
                await desk.returned(Address(PLATFORM, place, ""))
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
    may_destroy: MayDestroy = always,
) -> AsyncIterator[OpenedSlack]:
    """Opens Slack, and asks it nothing yet: `SlackAdapter.sign_in` does."""
    async with AsyncExitStack() as stack:
        calls = WebCalls(settings.slack_api)
        await stack.enter_async_context(calls)
        oauth: Callable[[Desk], OAuth] | None = None
        one: OneInstall | None = None
        many: ManyInstalls | None = None
        exact: ExactInstalls
        if settings.slack_client_id is not None:
            allowed = AllowedPlaces(settings.slack_workspace_ids)
            many = ManyInstalls(engine, sealer, keyed_hash, allowed)
            await many.ready()
            many.exchange = exchange = _exchange(settings, calls)
            exact = many
        else:
            exact = one = one_install(_secret(settings.slack_bot_token), calls)
        places = Places(engine, sealer, keyed_hash, settings.grace_days, may_destroy=may_destroy)
        calls.tokens = installs = Served(exact, places)
        await installs.ready()
        if many is not None:
            oauth = _pages(settings, many, installs, calls, exchange, keyed_hash)
        patient = PausedCalls(calls, times.tick)
        access, aloud = settings.slack_history, settings.slack_readers_aloud
        adapter = SlackAdapter(patient, installs, keyed_hash, access, times, aloud)
        _ask_slack(adapter, settings, calls, many)
        rows = many.rows if many is not None else None
        adapter.ending = WorkspaceEnding(exact, installs, places, _revoking(calls), rows)
        people = Profiles(patient, times.tick)
        intake = Intake(adapter, patient, installs, people, times.tick)
        for part in (adapter, people, intake):
            stack.push_async_callback(part.stop)
        bolt = Bolt(intake, settings.slack_api)
        yield OpenedSlack(adapter, intake, settings, bolt, calls, oauth, one, installs, stack)


def _ask_slack(
    adapter: SlackAdapter, settings: SlackSettings, calls: WebCalls, many: ManyInstalls | None
) -> None:
    """Tells the adapter how to ask Slack whether it takes the bot's credentials."""
    if many is None:
        token = _secret(settings.slack_bot_token)
        adapter.signing_in = with_token(calls, token)
        adapter.scopes = partial(scopes_that_lack, calls, partial(_only, token))
    else:
        adapter.signing_in = with_installs(calls)
        adapter.tokens = partial(installs_that_refuse, calls, many.tokens)
        adapter.scopes = partial(scopes_that_lack, calls, many.tokens)


async def _only(token: str) -> Sequence[str]:
    return (token,)


def _secret(secret: SecretStr | None) -> str:
    return secret.get_secret_value() if secret else ""


def _exchange(settings: SlackSettings, calls: WebCalls) -> Exchange:
    pair = f"{settings.slack_client_id}:{_secret(settings.slack_client_secret)}"
    basic = f"Basic {b64encode(pair.encode()).decode('ascii')}"

    async def exchange(**arguments: object) -> Mapping[str, Any]:
        return await calls.once("oauth.v2.access", arguments, basic)

    return exchange


def _revoking(calls: WebCalls) -> Callable[[str], Awaitable[None]]:
    async def revoke(token: str) -> None:
        await calls.once("auth.revoke", {}, f"Bearer {token}")

    return revoke


def _administration(api: str) -> str:
    """Slack's address for administrators of organisations; GovSlack has one of its own."""
    host = urlsplit(api).hostname or ""
    app = "app.slack-gov.com" if host.endswith("slack-gov.com") else "app.slack.com"
    return f"https://{app}/manage"


def _pages(
    settings: SlackSettings,
    many: ManyInstalls,
    installs: Served,
    calls: WebCalls,
    exchange: Exchange,
    keyed_hash: Callable[[str, str], str],
) -> Callable[[Desk], OAuth]:
    authorize = urljoin(settings.slack_api, "/oauth/v2/authorize")
    client_id, public = settings.slack_client_id or "", settings.public_url or ""
    allowed = AllowedPlaces(settings.slack_workspace_ids)
    states = States(keyed_hash, time.time)
    links = {"Privacy": settings.slack_privacy_url, "Support": settings.slack_support_url}
    shown = InstallPages(
        {name: link for name, link in links.items() if link},
        _administration(settings.slack_api),
        prefix_of(public),
    )

    def pages(desk: Desk) -> OAuth:
        return OAuth(
            client_id,
            public,
            authorize,
            many,
            installs.began,
            exchange,
            _revoking(calls),
            allowed,
            states,
            shown,
            desk.returned,
            time.time,
        )

    return pages


__all__ = ["OpenedSlack", "SlackRefusedError", "open_slack"]
