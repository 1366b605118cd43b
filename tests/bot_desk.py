"""What every desk of the tests does in the same way: it hands on to a real bot."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bot.chat import Event, Message
from bot.domain.people import Address
from bot.run.bot import Bot


@dataclass
class HandsOn:
    """The part of a `Desk` behind which a bot is. How an event is accepted, each desk says."""

    bot: Bot

    async def handle(self, event: Event) -> Sequence[Message]:
        return await self.bot.events.handle(event)

    async def home(self, visitor: Event) -> Message:
        return await self.bot.events.home(visitor)

    async def posted(
        self, to: Address, reference: str, message: str, parts: tuple[str, ...] = ()
    ) -> None:
        await self.bot.deliveries.posted(to, reference, message, parts)

    async def known(self, addresses: Sequence[Address]) -> Mapping[Address, bool]:
        return await self.bot.known(addresses)
