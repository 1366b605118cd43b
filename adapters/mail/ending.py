"""Clears what mail keeps in rows of its own: of one guest coach, or of everybody."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from adapters.mail.addresses import WORKSPACE
from adapters.mail.postman import MakesLinks
from adapters.mail.transcript import MailTranscript
from bot.domain.people import Address
from bot.domain.workspaces.removal import InstallEnd
from bot.ports import Own


class EndsMail:
    """The part of the adapter that ends chats (`bot.ports.KeepsRows`, `EndsWorkspaces`).

    Somebody may have typed their address or opened the page whom the bot does not know yet.
    """

    _transcript: MailTranscript
    _links: MakesLinks

    async def rows_about(self, address: Address) -> Mapping[str, int]:
        names = (self._transcript.name_of(address), self._links.name_of(address))
        return await self._transcript.counted(names)

    async def forget(self, address: Address) -> None:
        await self._links.end(address)
        await self._transcript.clear(address, Own())

    async def people_kept(self, workspace: str) -> Sequence[Address]:
        if workspace != WORKSPACE:
            return ()
        found = (*await self._transcript.people(), *await self._links.people())
        return tuple(dict.fromkeys(found))

    async def give_back(self, workspace: str) -> InstallEnd:
        """Nobody installs mail."""
        return InstallEnd.GONE

    async def own_rows(self, workspace: str) -> Mapping[str, int]:
        """Every row is of the one workspace that mail has."""
        return await self._transcript.counted(None if workspace == WORKSPACE else ())

    async def forget_workspace(self, workspace: str) -> None:
        if workspace == WORKSPACE:
            await self._links.end_all()
            await self._transcript.clear_all()
