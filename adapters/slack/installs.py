"""Where the app is installed, and with which token: one workspace from the settings, or many."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Protocol

from adapters.slack.arrivals import Install


class Installs(Protocol):
    async def install(self, workspace: str) -> Install | None: ...

    async def token(self, workspace: str) -> str | None: ...

    async def remove(self, workspace: str) -> None:
        """Destroys what is held of its tokens. Nothing is sent there any more. May be repeated."""


@dataclass(slots=True)
class OneInstall:
    """One workspace, with the token that its administrator put into the settings.

    After the app was removed it stays removed here until a restart with a token that works.
    """

    found: Install
    secret: str = field(repr=False)
    removed: bool = False

    async def install(self, workspace: str) -> Install | None:
        return self.found if workspace == self.found.workspace and not self.removed else None

    async def token(self, workspace: str) -> str | None:
        return self.secret if await self.install(workspace) else None

    async def remove(self, workspace: str) -> None:
        self.removed = self.removed or workspace == self.found.workspace
