"""Where the app is installed, and with which token: one workspace from the settings, or many."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from typing import Protocol

from adapters.slack.arrivals import Install


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
