"""Ends the app in one workspace, as an operator asks: gives its token back, and forgets it."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping

import structlog

from adapters.slack.installs import ExactInstalls, Installs
from adapters.slack.organisations.places import Places
from adapters.slack.sdk.calls import CallFailedError
from bot.domain.workspaces.removal import InstallEnd

Revoke = Callable[[str], Awaitable[None]]
Rows = Callable[[str], Awaitable[int]]

log = structlog.get_logger()


class WorkspaceEnding:
    """`exact` knows each install under its own id, `installs` whoever serves an address.

    `rows` counts the rows of the table of installs; None where the settings hold the one install.
    """

    def __init__(
        self,
        exact: ExactInstalls,
        installs: Installs,
        places: Places,
        revoke: Revoke,
        rows: Rows | None,
    ) -> None:
        self._exact = exact
        self._installs = installs
        self._places = places
        self._revoke = revoke
        self._rows = rows

    async def give_back(self, workspace: str) -> InstallEnd:
        """Revokes the token, so that Slack counts the app as removed there, and destroys it here.

        A workspace that the whole organisation's install serves is ended by an administrator: that
        token is for the others, too. Raises OSError where Slack cannot be asked.
        """
        try:
            if await self._exact.install(workspace) is None:
                served = await self._installs.install(workspace)
                return InstallEnd.GONE if served is None else InstallEnd.ELSEWHERE
            token = await self._exact.token(workspace)
            if token is not None:
                await self._given_back(token)
        except CallFailedError as failed:
            raise OSError(failed.outcome.reason) from None
        await self._exact.remove(workspace)
        log.warning("slack_app_removed")
        return InstallEnd.GONE if token is None else InstallEnd.GIVEN_BACK

    async def own_rows(self, workspace: str) -> Mapping[str, int]:
        installs = {} if self._rows is None else {"slack_install": await self._rows(workspace)}
        if not self._exact.has_places():
            return installs
        return {**installs, "slack_place": await self._places.rows(workspace)}

    async def forget_workspace(self, workspace: str) -> None:
        if self._exact.has_places():
            await self._places.remove(workspace)

    async def _given_back(self, token: str) -> None:
        try:
            await self._revoke(token)
        except CallFailedError as failed:
            if failed.outcome.reason != "app_removed":
                raise


class EndsSlackWorkspaces:
    """The part of the adapter that ends workspaces. Set `ending` before it is used."""

    ending: WorkspaceEnding

    async def give_back(self, workspace: str) -> InstallEnd:
        """See `bot.ports.EndsWorkspaces`."""
        return await self.ending.give_back(workspace)

    async def own_rows(self, workspace: str) -> Mapping[str, int]:
        return await self.ending.own_rows(workspace)

    async def forget_workspace(self, workspace: str) -> None:
        await self.ending.forget_workspace(workspace)
