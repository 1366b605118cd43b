"""A simulated installation: its processes, and how the platforms bring it what people do."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence

from bot.chat import Event, Message
from bot.domain.people import Address
from bot.run.many_processes import LOOK_SECONDS
from tests.simulation.accepted import AcceptedEvent
from tests.simulation.processes import Processes

# So often the platform brings an event again that was not acknowledged.
BROUGHT = 6
# This share of the events goes through the inbox: accepted first, handled later.
BY_THE_INBOX = 0.4
MOST_LOOKS = 40


class Installation(Processes):
    """Takes every event until a process has handled it, or until nobody brings it any more."""

    async def handle(self, event: Event) -> Sequence[Message] | None:
        """Brings an event to the bot. Returns its answers, or None if the person saw none."""
        if self.random.random() < BY_THE_INBOX:
            record = await self._accepted(event)
            if record is None:
                return None
            if not record.failed:
                heard = record.answers[0] if record.answers else []
                return heard if heard or record.nothing_to_say else None
            # The person was told that it did not work, and does it again.
        return await self._handled(event)

    async def _handled(self, event: Event) -> Sequence[Message] | None:
        """Handles an event without the inbox. The platform brings it again until it is answered."""
        heard = True
        for _ in range(BROUGHT):
            one = self.random.choice(self._running)
            try:
                replies = await one.bot.events.handle(event)
            except BaseException:
                if one.process.alive:
                    raise
                heard = False
                await self.revive()
                continue
            if [message.template for message in replies] != ["trouble"]:
                return replies if replies or heard else None
            # It may be done all the same, if a commit was not confirmed.
            heard = False
        return None

    async def _accepted(self, event: Event) -> AcceptedEvent | None:
        """Puts an event into the inbox and waits for its end. None: no process took it."""
        record = self._observers.accepted.brought(event)
        if not await self._acknowledged(event):
            return None
        for _ in range(MOST_LOOKS):
            await asyncio.wait([record.over], timeout=LOOK_SECONDS)
            if record.over.done():
                break
            await self.revive()
            for one in list(self._running):
                await self._run(one, one.receiving.look)
        self._observers.accepted.close(record)
        return record

    async def _acknowledged(self, event: Event) -> bool:
        for _ in range(BROUGHT):
            one = self.random.choice(self._running)
            try:
                await one.receiving.accept(event)
                return True
            except BaseException as problem:
                if one.process.alive and not isinstance(problem, Exception):
                    raise
            await self.revive()
        return False

    async def posted(self, to: Address, reference: str) -> None:
        """Tells the bot which id an answer got on the platform, until a process has taken it."""
        self.platforms[to.platform].answered[reference] = to
        for _ in range(BROUGHT):
            one = self.random.choice(self._running)
            try:
                await one.bot.deliveries.posted(to, reference, reference)
                return
            except BaseException as problem:
                if one.process.alive and not isinstance(problem, Exception):
                    raise
            await self.revive()
