"""A platform that answers at once, or after a while, and forgets what it was sent."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Sequence
from dataclasses import dataclass, field

from bot.chat import Event, Message, Quote
from bot.domain.pace import Pace
from bot.domain.people import Address
from bot.ports import NotSent, Outcome, Own, Sent


@dataclass
class BenchPlatform:
    """`arrived` holds when each message came (seconds of `time.perf_counter`), by its receiver."""

    platform: str = "slack"
    pace: Pace | None = None
    looks_up = True
    delay: float = 0.0
    arrived: list[tuple[Address, float]] = field(default_factory=list)
    answered: dict[str, float] = field(default_factory=dict)
    unquoted: int = 0
    _expected: int = 0
    _all_arrived: asyncio.Event = field(default_factory=asyncio.Event)
    _awaited: dict[str, asyncio.Future[None]] = field(default_factory=dict)

    async def until_arrived(self, count: int) -> None:
        self._expected = count
        if len(self.arrived) < count:
            await self._all_arrived.wait()

    async def until_answered(self, event_id: str) -> None:
        if event_id not in self.answered:
            self._awaited[event_id] = asyncio.get_running_loop().create_future()
            await self._awaited[event_id]
            del self._awaited[event_id]

    async def send(self, to: Address, message: Message, reference: str) -> Outcome:
        await asyncio.sleep(self.delay)
        self.arrived.append((to, time.perf_counter()))
        if len(self.arrived) == self._expected:
            self._all_arrived.set()
        return Sent(reference)

    async def answer(self, event: Event, messages: Sequence[Message]) -> None:
        await asyncio.sleep(self.delay)
        self.answered[event.id] = time.perf_counter()
        self.unquoted += not quotes(messages)
        awaited = self._awaited.get(event.id)
        if awaited is not None:
            awaited.set_result(None)

    async def find(self, to: Address, reference: str) -> Outcome:
        return NotSent("not_found")

    async def edit(self, to: Address, posted: str, message: Message) -> Outcome:
        return Sent(posted)

    async def clear(self, to: Address, which: Own) -> None:
        """There is nothing to delete: nothing was kept."""

    async def redraw_home(self, to: Address, language: str | None = None) -> None:
        """There is no home page."""


def quotes(messages: Sequence[Message]) -> bool:
    """True if an answer shows the words that were kept."""
    return any(isinstance(block, Quote) for message in messages for block in message.blocks)
