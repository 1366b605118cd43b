"""Forgets a tenant, as an operator asks. A bot cannot remove itself from Teams."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from adapters.teams.rows import Rows
from bot.domain.people import Address
from bot.domain.workspaces.removal import InstallEnd


class EndsTeamsTenants:
    """The part of the adapter that ends tenants (`bot.ports.EndsWorkspaces`,
    `KeepsRows`)."""

    _rows: Rows

    async def give_back(self, workspace: str) -> InstallEnd:
        """Teams has no call for it, and the bot no token for each tenant."""
        return InstallEnd.ELSEWHERE

    async def rows_about(self, address: Address) -> Mapping[str, int]:
        return await self._rows.counted([address])

    async def forget(self, address: Address) -> None:
        await self._rows.forget(address)

    async def people_kept(self, workspace: str) -> Sequence[Address]:
        return await self._rows.people_in(workspace)

    async def own_rows(self, workspace: str) -> Mapping[str, int]:
        return await self._rows.counted(await self._rows.people_in(workspace))

    async def forget_workspace(self, workspace: str) -> None:
        for address in await self._rows.people_in(workspace):
            await self._rows.forget(address)
