"""Answering one event: in no outbox, so each message is looked for before it is posted again."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from datetime import timedelta

from adapters.slack.history import LAG, NotReadNowError, Sleep
from bot.chat import Event, Message
from bot.domain.people import Address
from bot.ports import NotSent, Outcome, Sent, Unknown

WAITS = 5
LONGEST_WAIT = timedelta(seconds=60)
# The core says this where a process ended between handling and answering (bot/receiving.py). It
# alone may come a second time, after a second such end.
INTERRUPTED = "interrupted"

Post = Callable[[Event, Message, str], Awaitable[Outcome]]
Find = Callable[[Address, str], Awaitable[Outcome]]


class Answers:
    """`post` makes one attempt; `find` is the adapter's. `readable`: histories may be read."""

    def __init__(self, post: Post, find: Find, sleep: Sleep, *, readable: bool) -> None:
        self._post = post
        self._find = find
        self._sleep = sleep
        self._readable = readable

    async def show(self, event: Event, message: Message, number: int) -> Outcome:
        """Waits as long as Slack asks for, within bounds."""
        reference = message.reference or f"answer:{event.id}:{number}"
        if message.template == INTERRUPTED:
            reference = f"answer:{event.id}:{INTERRUPTED}"
            if isinstance(known := await self._seen(event.sender, reference), Sent):
                return known
        outcome = await self._once(event, message, reference)
        for _ in range(WAITS):
            if not isinstance(outcome, NotSent) or outcome.retry_after is None:
                break
            if outcome.retry_after > LONGEST_WAIT:
                break
            await self._sleep(max(1.0, outcome.retry_after.total_seconds()))
            outcome = await self._once(event, message, reference)
        return outcome

    async def _once(self, event: Event, message: Message, reference: str) -> Outcome:
        outcome = await self._post(event, message, reference)
        if not isinstance(outcome, Unknown) or not self._readable:
            return outcome
        found = await self._seen(event.sender, reference)
        if not isinstance(found, Sent):
            await self._sleep(LAG)
            found = await self._seen(event.sender, reference)
        return NotSent("not_arrived", timedelta(0)) if isinstance(found, NotSent) else found

    async def _seen(self, to: Address, reference: str) -> Outcome:
        try:
            return await self._find(to, reference)
        except NotReadNowError:
            return Unknown("history_not_read")
