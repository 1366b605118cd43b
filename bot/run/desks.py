"""The desks through which adapters call the core: for chat platforms, and for the local page."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from adapters.local.clock import MovableClock
from bot.chat import Event, Message
from bot.domain.people import Address
from bot.inbound.inbox import InboxWorker
from bot.run.bot import Bot


class ChatDesk:
    """The `Desk` that a chat platform gets."""

    def __init__(self, bot: Bot, inbox: InboxWorker) -> None:
        self._bot = bot
        self._inbox = inbox

    async def accept(self, event: Event) -> None:
        await self._inbox.accept(event)

    async def handle(self, event: Event) -> Sequence[Message]:
        return await self._bot.events.handle(event)

    async def home(self, visitor: Event) -> Message:
        return await self._bot.events.home(visitor)

    async def posted(
        self, to: Address, reference: str, message: str, parts: tuple[str, ...] = ()
    ) -> None:
        await self._bot.deliveries.posted(to, reference, message, parts)

    async def known(self, addresses: Sequence[Address]) -> Mapping[Address, bool]:
        return await self._bot.known(addresses)

    async def guest_link_opens(self, secret: str) -> bool:
        return await self._bot.guests.opens(secret)

    async def guest_asks(self, secret: str, guest: Address) -> bool:
        return await self._bot.guests.asks(secret, guest)

    async def left(self, workspace: Address) -> None:
        await self._bot.events.left(workspace)

    async def returned(self, workspace: Address) -> None:
        await self._bot.events.returned(workspace)


@dataclass(frozen=True, slots=True)
class LocalDesk:
    """The `PageDesk` of the local page: it talks to the bot, and moves the page's own clock."""

    bot: Bot
    clock: MovableClock

    async def handle(self, event: Event) -> Sequence[Message]:
        return await self.bot.events.handle(event)

    def now(self) -> datetime:
        return self.clock.now()

    async def zone_of(self, address: Address) -> str | None:
        return await self.bot.events.zone_of(address)

    async def language_of(self, address: Address) -> str | None:
        return await self.bot.events.language_of(address)

    async def posted(self, to: Address, reference: str, message: str) -> None:
        await self.bot.deliveries.posted(to, reference, message)

    async def skip(self) -> bool:
        """Moves the clock to the next moment at which something is said, and says it.

        Returns False, and leaves the clock alone, where nothing is planned that would be said.
        """
        said_at = await self.bot.deliveries.next_said()
        if said_at is None:
            return False
        await self.clock.move_to(said_at)
        await self.bot.tick()
        await self.bot.deliveries.at_rest()
        return True
