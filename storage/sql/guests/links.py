"""SQL for the links by which guest coaches come in.

A row holds keyed hashes, and its seal covers them all. Ending a link raises a floor in the key
store, so a row of before that is put back, as by an older backup, opens nothing.
"""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import ColumnElement

from bot.domain.engagement import GuestLink
from storage.sql.port import SqlPort
from storage.sql.rows import each_thing, flat
from storage.sql.schema import guest_link

ENDED = "ended"


class SqlGuestLinks(SqlPort):
    async def guest_link(self, link_hash: str) -> GuestLink | None:
        return await self._first_open(guest_link.c.link_hash == link_hash)

    async def guest_link_asked_by(self, asked_by: str) -> GuestLink | None:
        return await self._first_open(guest_link.c.asked_by == asked_by)

    async def guest_links_by(self, made_by: str) -> Sequence[GuestLink]:
        return await self._links(guest_link.c.made_by == made_by)

    async def save_guest_link(self, link: GuestLink) -> None:
        await self._w.save(guest_link, flat(link))

    async def end_guest_link(self, link_hash: str) -> bool:
        if await self.guest_link(link_hash) is None:
            return False
        await self._w.seals.raise_floor(link_hash, ENDED)
        return True

    async def _first_open(self, which: ColumnElement[bool]) -> GuestLink | None:
        for link in await self._links(which):
            if await self._w.seals.floor(link.link_hash, ENDED) == 0:
                return link
        return None

    async def _links(self, which: ColumnElement[bool]) -> list[GuestLink]:
        """Newest first. A row that does not fit its seal is left out."""
        query = self._w.select(guest_link, which).order_by(guest_link.c.until.desc())
        return each_thing(GuestLink, await self._w.sound(guest_link, query))
