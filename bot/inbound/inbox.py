"""Stores each event of a platform first; then it is acknowledged, handled and answered.

Many events share one commit. Each chat's events are handled one at a time and in order, also when
several processes accept events. If a process dies, the next look finds its events.
"""

from __future__ import annotations

import asyncio
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime, timedelta

import structlog

from bot.chat import Event, Message
from bot.inbound.events import EventHandler, Handled
from bot.messages.common import trouble
from bot.metrics import METRICS
from bot.observing.traces import TracedRound, traced
from bot.ports import CLOCKS_APART, Answering, Clock, Store, Taken

MOST_WAITING = 10_000
MOST_AT_ONCE = 200
TRIES = 3
LEFT_BEHIND = timedelta(seconds=30)
STOP_SECONDS = 10.0
STILL_EXPECTED = timedelta(minutes=15)

log = structlog.get_logger()


class BusyError(OSError):
    """Too many events are waiting: the platform should send this one again later."""


class InboxWorker:
    """Accepts events for one `EventHandler`, and makes sure that each is handled and answered."""

    def __init__(
        self, store: Store, events: EventHandler, platforms: Mapping[str, Answering], clock: Clock
    ) -> None:
        self._store = store
        self._events = events
        self._platforms = platforms
        self._clock = clock
        self._waiting: list[tuple[Event, asyncio.Future[None]]] = []
        self._writer: asyncio.Task[None] | None = None
        self._chats: dict[str, asyncio.Task[None]] = {}
        self._more: set[str] = set()
        self._stopping = False
        # When the newest event was accepted (UTC).
        self._last = datetime.min.replace(tzinfo=UTC)

    async def accept(self, event: Event) -> None:
        """See `Desk.accept`.

        Raises BusyError if too many events wait, and what the store raises.
        """
        if self._stopping or len(self._waiting) + len(self._chats) >= MOST_WAITING:
            raise BusyError("too much at once")
        written = asyncio.get_running_loop().create_future()
        self._waiting.append((event, written))
        if self._writer is None or self._writer.done():
            self._writer = asyncio.create_task(self._write())
        await written
        self._work_off(event.sender.chat_key)

    @traced(TracedRound.INBOX)
    async def look(self, before: datetime | None = None) -> int:
        """Starts work on events that this or another process left behind. Returns in how many
        chats.

        `before` (UTC) is when they were accepted at the latest; by default, `LEFT_BEHIND` ago.
        """
        if before is None:
            before = self._clock.now() - LEFT_BEHIND
        async with self._store.transaction() as tx:
            chat_keys = await tx.chats_waiting(before, MOST_AT_ONCE)
        for chat_key in chat_keys:
            self._work_off(chat_key)
        return len(chat_keys)

    async def stop(self) -> None:
        """Accepts no more events, and lets go of those still under way after `STOP_SECONDS`.

        A platform that cannot be reached would hold the end up for minutes. What is let go stays in
        the inbox, as after a crash: the next start finds it.
        """
        self._stopping = True
        clock = asyncio.get_running_loop().time
        end = clock() + STOP_SECONDS
        while self._chats and clock() < end:
            await asyncio.wait(list(self._chats.values()), timeout=end - clock())
        late = list(self._chats.values())
        for chat in late:
            chat.cancel()
        if late:
            log.warning("chats_let_go")
            await asyncio.wait(late)

    async def _write(self) -> None:
        """Stores all waiting events in one commit.

        Events that arrive meanwhile wait for the next one.
        """
        while self._waiting:
            batch, self._waiting = self._waiting[:MOST_AT_ONCE], self._waiting[MOST_AT_ONCE:]
            try:
                async with self._store.transaction() as tx:
                    await tx.take_in([event for event, _ in batch], self._time_of(len(batch)))
            except BaseException as problem:
                _fail(batch, problem)
                if not isinstance(problem, Exception):
                    raise
            else:
                _tell(batch)

    def _time_of(self, count: int) -> datetime:
        """Returns when the last of `count` events is accepted: each later than every one before.

        Also where the clock stands still or goes back a little (see `Inbox.still_counts`). A clock
        that was set back further is believed: an event in the future would be found by no look.
        """
        now, earliest = self._clock.now(), self._last + timedelta(microseconds=count)
        self._last = earliest if now < earliest < now + CLOCKS_APART else now
        return self._last

    def _work_off(self, chat_key: str) -> None:
        if chat_key in self._chats:
            self._more.add(chat_key)
        else:
            self._chats[chat_key] = asyncio.create_task(self._chat(chat_key))

    async def _chat(self, chat_key: str) -> None:
        try:
            while True:
                self._more.discard(chat_key)
                async with self._store.locked(chat_key):
                    while (taken := await self._next(chat_key)) is not None:
                        await self._one(taken)
                if chat_key not in self._more:
                    return
        except Exception as problem:
            METRICS.failed("event")
            log.error("chat_left_behind", error=type(problem).__name__)
        finally:
            del self._chats[chat_key]

    async def _next(self, chat_key: str) -> Taken | None:
        async with self._store.transaction() as tx:
            return await tx.next_taken(chat_key)

    async def _one(self, taken: Taken) -> None:
        handled = await self._handled(taken)
        await self._answer(taken.event, handled.messages)
        async with self._store.transaction() as tx:
            await tx.drop_taken(taken.number)
        await self._events.answered(handled)

    async def _handled(self, taken: Taken) -> Handled:
        """Handles an event, up to `TRIES` times.

        A failure may be a commit whose confirmation was lost, so it first reads whether the event
        is handled.
        """
        tries = max(1, TRIES - taken.tries)
        handled = Handled([])
        for wait in range(tries):
            if taken.handled:
                break
            await asyncio.sleep(0.2 * wait)
            handled = await self._events.handle_locked(taken.event, taken)
            if not handled.again:
                return handled
            taken = await self._next(taken.event.sender.chat_key) or taken
        if taken.handled:
            return await self._interrupted(taken)
        await self._events.stop_anyway(taken.event)
        return handled

    async def _interrupted(self, taken: Taken) -> Handled:
        """Answers an event that was saved before the process ended.

        Nobody knows whether its answer was shown, nor whether it erased something.
        """
        await self._events.clear_after_crash(taken.event.sender)
        if self._clock.now() - taken.at > STILL_EXPECTED:
            return Handled([], erased=True)
        return Handled([trouble(taken.event.language, "interrupted")], erased=True)

    async def _answer(self, event: Event, messages: Sequence[Message]) -> None:
        platform = self._platforms.get(event.sender.platform)
        if platform is None or not messages:
            return
        try:
            await platform.answer(event, messages)
        except Exception as problem:
            METRICS.failed("adapter")
            log.error("answer_failed", error=type(problem).__name__)


def _tell(batch: Sequence[tuple[Event, asyncio.Future[None]]]) -> None:
    for _, written in batch:
        if not written.done():
            written.set_result(None)


def _fail(batch: Sequence[tuple[Event, asyncio.Future[None]]], problem: BaseException) -> None:
    for _, written in batch:
        if not written.done():
            written.set_exception(problem)
