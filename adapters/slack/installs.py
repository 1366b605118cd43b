"""Where the app is installed, and its tokens. Here: one workspace, from the settings."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Protocol

from adapters.shared.json_values import text_at
from adapters.shared.registration import PlatformRefusedError
from adapters.slack.inbound.arrivals import Install
from adapters.slack.sdk.calls import CallFailedError, WebCalls
from bot.ports import Unknown


class Installs(Protocol):
    """`install` and `token` raise what the lookup raises while the install is not known yet."""

    async def install(self, workspace: str) -> Install | None: ...

    async def token(self, workspace: str) -> str | None: ...

    async def remove(self, workspace: str) -> None:
        """Destroys the tokens of this workspace, so nothing is sent there. Safe to repeat."""

    def is_allowed(self, install: Install) -> bool:
        """False for an install that the operator's list does not name (any more)."""

    async def not_allowed(self) -> int:
        """How many installs the operator's list does not name."""


class ExactInstalls(Installs, Protocol):
    """Finds each install only under the id that it was made for."""

    async def all(self) -> list[Install]:
        """Every install that is known now."""

    def has_places(self) -> bool:
        """True where the app may be, or have been, in more than one place of an organisation."""


class OneInstall:
    """One workspace, with the token that its administrator put into the settings.

    `ask` looks up which workspace that is, when it is first needed, so Slack may be down when
    Handrail starts. A removed app stays removed here until a restart.
    """

    def __init__(self, secret: str, ask: Callable[[], Awaitable[Install]]) -> None:
        self._secret = secret
        self._ask = ask
        self._found: Install | None = None
        self._removed = False
        self._one = asyncio.Lock()

    async def known(self) -> Install:
        async with self._one:
            if self._found is None:
                self._found = await self._ask()
            return self._found

    async def install(self, workspace: str) -> Install | None:
        found = self._found or await self.known()
        return found if workspace == found.workspace and not self._removed else None

    async def token(self, workspace: str) -> str | None:
        return self._secret if await self.install(workspace) else None

    async def remove(self, workspace: str) -> None:
        self._removed = self._removed or workspace == (await self.known()).workspace

    def is_allowed(self, install: Install) -> bool:
        """The operator chose this workspace by its token, so it needs no list."""
        return True

    async def not_allowed(self) -> int:
        return 0

    async def all(self) -> list[Install]:
        return [self._found] if self._found is not None else []

    def has_places(self) -> bool:
        return self._found is not None and bool(self._found.enterprise)


@dataclass(frozen=True, slots=True)
class AllowedPlaces:
    """The workspaces and organisations that may use this Handrail. None at all while it is empty.

    An organisation's id stands for each of its workspaces too.
    """

    ids: frozenset[str] = frozenset()

    def has(self, install: Install) -> bool:
        return not self.ids.isdisjoint((install.workspace, install.enterprise))


class SlackRefusedError(PlatformRefusedError):
    """Slack does not accept the settings. The text says what to do and contains no secret."""


def one_install(token: str, calls: WebCalls) -> OneInstall:
    """Asks nothing yet: who opens Slack asks whether it takes the token (see `signing_in`)."""
    return OneInstall(token, lambda: _ask_where(calls, token))


async def _ask_where(calls: WebCalls, token: str) -> Install:
    """Looks up workspace, bot and app. Raises CallFailedError."""
    bearer = f"Bearer {token}"
    told = await calls.once("auth.test", {}, bearer)
    org_wide = told.get("is_enterprise_install") is True
    workspace = text_at(told, "enterprise_id" if org_wide else "team_id")
    user, bot = text_at(told, "user_id"), text_at(told, "bot_id")
    if not workspace or not user:
        raise CallFailedError(Unknown("no_answer"))
    try:
        app = text_at(await calls.once("bots.info", {"bot": bot or None}, bearer), "bot", "app_id")
    except CallFailedError:
        # The app id is a second check: another app's payloads already fail at the signing secret.
        app = ""
    enterprise = text_at(told, "enterprise_id")
    return Install(workspace, user, bot, app, org_wide, enterprise=enterprise)
