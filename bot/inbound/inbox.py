"""Stores each event of a platform first; then it is acknowledged, handled and answered.

Many events share one commit, and so do those that are answered. Each chat's events are handled one
at a time and in order, also when several processes accept events. An event that was just accepted
is taken and handled in one transaction, if it is the next one of its chat; else the inbox says
which one is. If a process dies, the next look finds its events.
"""

from __future__ import annotations

import asyncio
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import structlog

from bot.chat import Event, Message
from bot.inbound.events import EventHandler
from bot.inbound.handling import Handled
from bot.messages.common import trouble
from bot.metrics import METRICS
from bot.observing.traces import TracedRound, traced
from bot.ports import CLOCKS_APART, Accepted, Answering, Clock, Store, Taken, one_by_one

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
        self._waiting: list[tuple[Event, asyncio.Future[datetime]]] = []
        self._answered: list[tuple[int, asyncio.Future[datetime]]] = []
        self._writer: asyncio.Task[None] | None = None
        self._chats: dict[str, asyncio.Task[None]] = {}
        # What came meanwhile for each chat at work. None: the inbox is to be asked.
        self._more: dict[str, list[Accepted | None]] = {}
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
        self._start_writing()
        self._work_off(event.sender.chat_key, Accepted(event, await written))

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

    def _start_writing(self) -> None:
        if self._writer is None or self._writer.done():
            self._writer = asyncio.create_task(self._write())
            self._writer.add_done_callback(_everybody_was_told)

    async def _write(self) -> None:
        """Stores all waiting events, and removes all that were answered, in one commit.

        What comes meanwhile waits for the next one.
        """
        while self._waiting or self._answered:
            new, self._waiting = self._waiting[:MOST_AT_ONCE], self._waiting[MOST_AT_ONCE:]
            done, self._answered = self._answered[:MOST_AT_ONCE], self._answered[MOST_AT_ONCE:]
            at = self._time_of(len(new)) if new else self._last
            waiting: list[asyncio.Future[datetime]] = [one for _, one in (*new, *done)]
            try:
                await self._save([event for event, _ in new], at, [number for number, _ in done])
            except Exception as problem:
                if new:
                    # An event that cannot be stored keeps no other one in the inbox.
                    self._answered[:0] = done
                for one in waiting[: len(new)] or waiting:
                    _fail(one, problem)
            except BaseException as ended:
                # Nobody writes any more: also those who came meanwhile hear of it.
                later = [one for _, one in (*self._waiting, *self._answered)]
                self._waiting, self._answered = [], []
                for one in (*waiting, *later):
                    _fail(one, ended)
                raise
            else:
                times = [*one_by_one(len(new), at), *(at for _ in done)]
                for one, when in zip(waiting, times, strict=True):
                    _tell(one, when)

    async def _save(self, new: Sequence[Event], at: datetime, done: Sequence[int]) -> None:
        async with self._store.transaction() as tx:
            if new:
                await tx.take_in(new, at)
            if done:
                await tx.drop_taken(*done)

    def _time_of(self, count: int) -> datetime:
        """Returns when the last of `count` events is accepted: each later than every one before.

        Also where the clock stands still or goes back a little (see `Inbox.still_counts`). A clock
        that was set back further is believed: an event in the future would be found by no look.
        """
        now, earliest = self._clock.now(), self._last + timedelta(microseconds=count)
        self._last = earliest if now < earliest < now + CLOCKS_APART else now
        return self._last

    def _work_off(self, chat_key: str, accepted: Accepted | None = None) -> None:
        if chat_key not in self._chats:
            self._chats[chat_key] = asyncio.create_task(self._chat(chat_key, accepted))
            return
        more = self._more.setdefault(chat_key, [])
        # In a flood the inbox itself says what comes next, so that little is kept in memory.
        more[:] = [*more, accepted] if len(more) < MOST_AT_ONCE else [None]

    async def _chat(self, chat_key: str, accepted: Accepted | None = None) -> None:
        more = self._more.setdefault(chat_key, [])
        more.insert(0, accepted)
        try:
            while more:
                async with self._store.locked(chat_key):
                    tried = await self._accepted(more.pop(0))
                    if tried is not None:
                        # Whatever was accepted until now is among what the inbox has.
                        more.clear()
                        await self._all_of(chat_key, tried)
        except Exception as problem:
            METRICS.failed("event")
            log.error("chat_left_behind", error=type(problem).__name__)
        finally:
            del self._chats[chat_key], self._more[chat_key]

    async def _accepted(self, accepted: Accepted | None) -> int | None:
        """Handles and answers an event that was just accepted, if it is the next one of its chat.

        Else it returns how often it has tried that, and the inbox is to be asked what is next.
        """
        if accepted is None:
            return 0
        handled = await self._events.handle_locked(accepted.event, accepted)
        if handled.waits or handled.again or handled.number is None:
            return 0 if handled.waits else 1
        await self._done(accepted.event, handled, handled.number)
        return None

    async def _all_of(self, chat_key: str, tried: int) -> None:
        """Handles and answers all events of a chat. The first one was `tried` so often before."""
        while (taken := await self._next(chat_key)) is not None:
            await self._one(replace(taken, tries=taken.tries + tried))
            tried = 0

    async def _next(self, chat_key: str) -> Taken | None:
        async with self._store.transaction() as tx:
            return await tx.next_taken(chat_key)

    async def _one(self, taken: Taken) -> None:
        await self._done(taken.event, await self._handled(taken), taken.number)

    async def _done(self, event: Event, handled: Handled, number: int) -> None:
        """Answers an event, and removes it from the inbox before anybody takes the next one."""
        await self._answer(event, handled.messages)
        removed = asyncio.get_running_loop().create_future()
        self._answered.append((number, removed))
        self._start_writing()
        await removed
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


def _tell(waiting: asyncio.Future[datetime], at: datetime) -> None:
    if not waiting.done():
        waiting.set_result(at)


def _everybody_was_told(writer: asyncio.Task[None]) -> None:
    """Takes the error of a writer that ended: whoever waited for it has it, so no log needs it."""
    if not writer.cancelled():
        writer.exception()


def _fail(waiting: asyncio.Future[datetime], problem: BaseException) -> None:
    if not waiting.done():
        waiting.set_exception(problem)
