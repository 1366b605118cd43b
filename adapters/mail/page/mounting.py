"""Puts the page together: its rows, its routes, and what it needs of the platform."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Protocol

from aiohttp import web
from sqlalchemy.ext.asyncio import AsyncEngine

from adapters.mail.links import Links
from adapters.mail.page.chatting import Chatting
from adapters.mail.page.devices import Devices
from adapters.mail.page.entering import Entering
from adapters.mail.page.guard import PageGuard
from adapters.mail.page.inviting import Inviting
from adapters.mail.page.needs import ChatOfPage, MailsLinks, PlatformOfPage
from adapters.mail.page.new_links import NewLinks
from adapters.mail.page.secret_rows import SecretRows
from adapters.mail.page.tables import DEVICE, LINK
from adapters.shared.sealed_rows import KeyedHash
from bot.ports import GuestDesk, MayDestroy, Sealer, always


class AdapterOfPage(PlatformOfPage, ChatOfPage, MailsLinks, Protocol):
    """The adapter of the mail platform, as the page sees it."""


@dataclass(frozen=True, slots=True)
class Doors:
    """The links and devices of a platform. The adapter makes links, and ends them at an erase."""

    links: Links
    devices: Devices


def doors_of(
    engine: AsyncEngine,
    sealer: Sealer,
    keyed_hash: KeyedHash,
    public: str,
    may_destroy: MayDestroy = always,
) -> Doors:
    """`public` is this server's address for browsers. The tables must be there."""
    devices = Devices(SecretRows(DEVICE, engine, sealer, keyed_hash), keyed_hash)
    rows = SecretRows(LINK, engine, sealer, keyed_hash)
    return Doors(Links(rows, devices, public.rstrip("/"), may_destroy), devices)


class MailPage:
    """Mount `routes`, and call `close` at the end. `zone` (IANA) is the organisation's."""

    def __init__(
        self,
        adapter: AdapterOfPage,
        doors: Doors,
        public: str,
        zone: str,
        guests: GuestDesk,
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
    ) -> None:
        guard = PageGuard(public)
        self._new_links = NewLinks(doors.links, adapter, now)
        self._entering = Entering(doors.links, doors.devices, self._new_links, guard, now)
        self._chatting = Chatting(
            adapter, adapter, doors.links, doors.devices, self._entering, guard, now, zone
        )

        self._inviting = Inviting(guests, adapter, self._new_links, guard)

    def routes(self, app: web.Application) -> None:
        self._inviting.routes(app)
        self._entering.routes(app)
        self._chatting.routes(app)

    async def close(self) -> None:
        await self._new_links.close()
