"""Microsoft Teams as a chat platform: one attempt a message, and every outcome told apart.

Teams has no history that a bot can read, and takes no mark to find a message by: `find` never
knows. `clear` deletes the bot's own messages of which the ids are remembered here; what the person
wrote, what Teams keeps for the organisation (export, retention, audit), and files that were put
into somebody's OneDrive cannot be taken back by a bot.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from datetime import UTC, datetime, timedelta
from typing import Any
from weakref import WeakValueDictionary

import structlog

from adapters.teams.calls import Calls, Speaks
from adapters.teams.clearing import Clearing
from adapters.teams.files import Files
from adapters.teams.inbound.arrivals import Place, from_origin
from adapters.teams.outbound.render import merged, render, ways_on
from adapters.teams.rows import Rows
from adapters.teams.tables import OwnMessage
from adapters.teams.throttle import Throttle
from bot.chat import Document, Event, Message, Quote
from bot.domain.pace import Pace
from bot.domain.people import Address
from bot.ports import Desk, NotSent, Outcome, Own, Sent, Unknown

Json = dict[str, Any]
MOST_TRIES = 6
LONGEST_PATIENCE = timedelta(seconds=30)

log = structlog.get_logger()


# "50 RPS per app per tenant", and in one chat 7 in a second (learn.microsoft.com, rate limits):
# shared by all workers, with room for answers beside what leaves by itself.
MICROSOFTS_PACE = Pace(per_second=30, burst=30, between=timedelta(seconds=0.5))


class TeamsAdapter:
    """The `Answering` port. `desk` is set by the composition root before anything is served."""

    platform = "teams"
    pace: Pace | None = MICROSOFTS_PACE
    desk: Desk

    def __init__(
        self,
        voice: Speaks,
        rows: Rows,
        files: Files,
        throttle: Throttle,
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
    ) -> None:
        self._calls = Calls(voice, throttle)
        self._clearing = Clearing(self._calls, rows, files, sleep)
        self._rows = rows
        self._files = files
        self._now = now
        self._sleep = sleep
        self._talking: WeakValueDictionary[str, asyncio.Lock] = WeakValueDictionary()

    async def send(self, to: Address, message: Message, reference: str) -> Outcome:
        place = await self._rows.place(to)
        if place is None:
            return NotSent("no_chat")
        return await self._send(place, message, reference)

    async def find(self, to: Address, reference: str) -> Outcome:
        """Teams shows a bot nothing of what was said before."""
        return Unknown("no_history")

    async def edit(self, to: Address, posted: str, message: Message) -> Outcome:
        """All parts of it, so that words that were withdrawn are in none of them."""
        place = await self._rows.place(to)
        if place is None:
            return NotSent("gone")
        parts = posted.split(",")
        activities = merged(render(message, place.reader), len(parts))
        if activities is None:
            return NotSent("too_large")
        wait = self._calls.must_wait(place, len(parts), edits=True)
        if wait is not None:
            return NotSent("throttled", wait)
        outcomes = [
            await self._calls.changed(place, part, activities[number : number + 1])
            for number, part in enumerate(parts)
        ]
        outcome = next((one for one in outcomes if not isinstance(one, Sent)), Sent(posted))
        if isinstance(outcome, Sent):
            for known in await self._rows.own(to, posted):
                await self._note(to, posted, message, known.at)
        return outcome

    async def clear(self, to: Address, which: Own) -> None:
        """At once as far as Teams lets a bot, and the rest in the background."""
        await self._clearing.clear(to, which)

    async def answer(self, event: Event, messages: Sequence[Message]) -> None:
        place = from_origin(event) or await self._place_of(event.sender)
        if place is not None:
            await self.tell(place, messages, ways_on(place.locale))

    async def tell_elsewhere(self, place: Place, message: Message) -> None:
        """Once, in a chat that is not one person's own. Nothing of it is kept. Never raises."""
        if self._calls.must_wait(place, 1) is None:
            try:
                await self._calls.said(place, render(message)[0], "elsewhere")
            except Exception as problem:
                log.error("answer_failed", error=type(problem).__name__)

    async def show(self, place: Place, activity: Json) -> None:
        """One activity that is no message of the core's: where a file is now. Never raises."""
        try:
            outcome = await self._calls.said(place, activity, "file")
            if isinstance(outcome, Sent):
                await self._rows.note(place.address, OwnMessage(outcome.message, self._now()))
        except Exception as problem:
            log.error("answer_failed", error=type(problem).__name__)

    async def take_back(self, place: Place, message: str) -> None:
        """One message of the bot's own that has served its purpose. Never raises."""
        try:
            await self._calls.changed(place, message)
        except Exception as problem:
            log.error("not_taken_back", error=type(problem).__name__)

    async def tell(
        self, place: Place, messages: Sequence[Message], ways: Sequence[str] = ()
    ) -> None:
        """In order, with patience for what is known not to have left. Never raises."""
        lock = self._talking.setdefault(place.conversation, asyncio.Lock())
        async with lock:
            for number, message in enumerate(messages):
                last = number == len(messages) - 1
                try:
                    await self._tell(place, message, ways if last else ())
                except Exception as problem:
                    log.error("answer_failed", error=type(problem).__name__)

    async def close(self) -> None:
        """Gives what is still being taken back a moment, and then lets go of it."""
        await self._clearing.close()

    async def _tell(self, place: Place, message: Message, ways: Sequence[str]) -> None:
        reference = message.reference or "answer"
        outcome = await self._send(place, message, reference, ways)
        for _ in range(MOST_TRIES):
            if not isinstance(outcome, NotSent) or outcome.retry_after is None:
                break
            await self._sleep(min(outcome.retry_after, LONGEST_PATIENCE).total_seconds())
            outcome = await self._send(place, message, reference, ways)
        if isinstance(outcome, Sent):
            if message.reference is not None:
                await self.desk.posted(place.address, message.reference, outcome.message)
        else:
            log.warning("answer_not_sent", reason=outcome.reason)

    async def _send(
        self, place: Place, message: Message, reference: str, ways: Sequence[str] = ()
    ) -> Outcome:
        documents = [block for block in message.blocks if isinstance(block, Document)]
        activities = render(message, place.reader, (), ways)
        calls = len(activities) + len(documents)
        wait = self._calls.must_wait(place, calls)
        if wait is not None:
            return NotSent("throttled", wait)
        if documents:
            tickets = [self._files.offer(place.address, document) for document in documents]
            activities = render(message, place.reader, tickets, ways)
        ids: list[str] = []
        for activity in activities:
            outcome = await self._calls.said(place, activity, reference)
            if not isinstance(outcome, Sent):
                # A part of it is there: sent once more, that part would be there twice.
                return Unknown("partly_sent") if ids else outcome
            ids.append(outcome.message)
        posted = ",".join(ids)
        await self._note(place.address, posted, message, self._now())
        return Sent(posted)

    async def _note(self, to: Address, posted: str, message: Message, at: datetime) -> None:
        """It was sent, whatever happens here: so this never fails it."""
        quotes = tuple(
            self._rows.mark(to, block.words.text)
            for block in message.blocks
            if isinstance(block, Quote)
        )
        try:
            await self._rows.note(to, OwnMessage(posted, at, quotes))
        except Exception as problem:
            log.error("message_not_noted", error=type(problem).__name__)

    async def _place_of(self, address: Address) -> Place | None:
        try:
            return await self._rows.place(address)
        except Exception as problem:
            log.error("chat_unknown", error=type(problem).__name__)
            return None
