"""Clears the chats that the local page keeps: of one person, or of everybody."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from adapters.local.inbound import WORKSPACE
from adapters.local.transcript import Transcript
from bot.domain.people import Address
from bot.domain.workspaces.removal import InstallEnd

TABLE = "local_entry"


class EndsLocalChats:
    """The part of the adapter that ends chats (`bot.ports.KeepsRows`, `EndsWorkspaces`)."""

    _transcript: Transcript

    async def rows_about(self, address: Address) -> Mapping[str, int]:
        here = address.workspace == WORKSPACE
        return {TABLE: await self._transcript.count(address.user) if here else 0}

    async def people_kept(self, workspace: str) -> Sequence[Address]:
        """The rows name nobody: `forget_workspace` clears them all."""
        return ()

    async def give_back(self, workspace: str) -> InstallEnd:
        """Nobody installs the page."""
        return InstallEnd.GONE

    async def own_rows(self, workspace: str) -> Mapping[str, int]:
        return {TABLE: await self._transcript.count(None) if workspace == WORKSPACE else 0}

    async def forget_workspace(self, workspace: str) -> None:
        if workspace == WORKSPACE:
            await self._transcript.clear_all()
