"""The composition root: the only place that knows everyone."""

from __future__ import annotations

import secrets
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import datetime

import structlog
from adapters.http import Server
from adapters.local.clock import MovableClock

from bot.chat import Event, Message
from bot.domain.people import Address
from bot.engine import Bot
from bot.settings import Settings

CODE_LETTERS = "ABCDEFGHJKMNPQRSTUVWXYZ23456789"

log = structlog.get_logger()


class Randomness:
    """The operating system's randomness (the `Chance` port)."""

    def new_id(self) -> str:
        return secrets.token_urlsafe(16)

    def new_code(self) -> str:
        letters = [secrets.choice(CODE_LETTERS) for _ in range(8)]
        return f"{''.join(letters[:4])}-{''.join(letters[4:])}"


@dataclass
class LocalDesk:
    """What the local page may do: talk to the bot, and move its own clock."""

    bot: Bot
    clock: MovableClock
    _moved: list[datetime] = field(default_factory=list)

    async def handle(self, event: Event) -> Sequence[Message]:
        return await self.bot.handle(event)

    def now(self) -> datetime:
        return self.clock.now()

    async def zone_of(self, address: Address) -> str | None:
        return await self.bot.zone_of(address)

    async def skip(self) -> bool:
        """Moves on to what comes next; a delivery that turns out empty is passed over."""
        for _ in range(100):
            due = await self.bot.next_due()
            if due is None:
                return False
            await self.clock.move_to(due)
            if await self.bot.tick():
                return True
        return True


@asynccontextmanager
async def running(settings: Settings) -> AsyncIterator[Server]:
    """The embedded default: one process, with the local page. Sends nothing by starting."""
    settings.data.mkdir(parents=True, exist_ok=True, mode=0o700)
    raise NotImplementedError
    yield
