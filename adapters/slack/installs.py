"""Where the app is installed, and with which token: one workspace from the settings, or many."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from typing import Protocol

import structlog

from adapters.shared.registration import PlatformRefusedError
from adapters.slack.inbound.arrivals import Install
from adapters.slack.sdk.calls import CallFailedError, WebCalls
from bot.ports import Unknown


class Installs(Protocol):
    """Both raise what asking for it raises, where it is not known yet."""

    async def install(self, workspace: str) -> Install | None: ...

    async def token(self, workspace: str) -> str | None: ...

    async def remove(self, workspace: str) -> None:
        """Destroys what is held of its tokens. Nothing is sent there any more. May be repeated."""


class OneInstall:
    """One workspace, with the token that its administrator put into the settings.

    `ask` finds out which workspace that is, when that is first needed: Slack need not be there when
    Handrail starts. After the app was removed it stays removed here until a restart.
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


log = structlog.get_logger()


class SlackRefusedError(PlatformRefusedError):
    """Slack cannot be opened like this. The text says what to do, and holds no secret."""


async def one_install(token: str, calls: WebCalls) -> OneInstall:
    """Only a token that Slack does not take keeps it from starting; Slack may be away for now.

    Raises SlackRefusedError.
    """
    one = OneInstall(token, lambda: _ask_where(calls, token))
    try:
        await one.known()
    except CallFailedError as failed:
        if failed.outcome.reason == "app_removed":
            raise SlackRefusedError(
                "Slack does not take HANDRAIL_SLACK_BOT_TOKEN. Copy it once more from the app's "
                "page “OAuth & Permissions”; it begins with xoxb-."
            ) from None
        log.warning("slack_not_reached", reason=failed.outcome.reason)
    return one


async def _ask_where(calls: WebCalls, token: str) -> Install:
    """Raises CallFailedError."""
    bearer = f"Bearer {token}"
    told = await calls.once("auth.test", {}, bearer)
    org_wide = told.get("is_enterprise_install") is True
    workspace = told.get("enterprise_id" if org_wide else "team_id")
    user, bot = told.get("user_id"), told.get("bot_id")
    if not isinstance(workspace, str) or not isinstance(user, str):
        raise CallFailedError(Unknown("no_answer"))
    try:
        about = (await calls.once("bots.info", {"bot": bot}, bearer)).get("bot")
    except CallFailedError:
        # Its own id only keeps out what another app's signing secret would have kept out already.
        about = None
    app = about.get("app_id") if isinstance(about, dict) else None
    return Install(workspace, user, str(bot or ""), str(app or ""), org_wide)
