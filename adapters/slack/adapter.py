"""Slack as a chat platform: the `Answering` port, out of the parts that lie beside this file.

What it cannot take back: what people wrote themselves, what their organisation's export has copied,
and a posting that Slack no longer lets the bot delete. What is written in a thread is answered in
the private chat itself: there `clear` and `find` see every message of the bot's, in its history.
"""

from __future__ import annotations

import asyncio
import json
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

import structlog

from adapters.shared.bounded import Remembering
from adapters.slack.chats import Chats, utc_now
from adapters.slack.clearing import Clearing
from adapters.slack.files import Files
from adapters.slack.history import LAG, Access, History, Sleep, never_to_be_told
from adapters.slack.inbound.arrivals import PLATFORM
from adapters.slack.inbound.presses import HOME
from adapters.slack.inbound.shapes import Posted
from adapters.slack.installs import Installs
from adapters.slack.outbound.render import INVITE, render, render_home, with_link
from adapters.slack.sdk.calls import CallFailedError, Calls
from adapters.slack.sending import Answers, Sending, Target
from bot.chat import Event, Message
from bot.domain.pace import Pace
from bot.domain.people import Address
from bot.ports import Desk, NotSent, Outcome, Own, Sent, Unknown

# "No more than one message per second per channel", and "several hundred messages per minute" in a
# workspace (docs.slack.dev, rate limits).
SLACKS_PACE = Pace(per_second=5, burst=10, between=timedelta(seconds=1))

LONGEST_CLEARING = 600.0
# Who typed a command waits for its acknowledgement, which Slack wants within three seconds.
PATIENCE = 1.0

log = structlog.get_logger()

KeyedHash = Callable[[str, str], str]


@dataclass(frozen=True, slots=True)
class Times:
    """`now` is UTC, `tick` counts seconds and only goes forward, `sleep` waits for some."""

    now: Callable[[], datetime] = utc_now
    tick: Callable[[], float] = time.monotonic
    sleep: Sleep = asyncio.sleep


REAL = Times()


class SlackAdapter:
    """`desk` is set by whoever opens it, before anything is served."""

    platform = PLATFORM
    pace: Pace | None = SLACKS_PACE
    desk: Desk

    def __init__(
        self,
        calls: Calls,
        installs: Installs,
        keyed_hash: KeyedHash,
        access: Access,
        times: Times = REAL,
    ) -> None:
        self._calls = calls
        self._installs = installs
        self._keyed_hash = keyed_hash
        self._times = times
        self._began = times.tick()
        self._chats = Chats(calls, times.tick, times.now)
        self._history = History(calls, access, times.sleep)
        self._sending = Sending(calls, Files(calls, times.sleep), self._history, times.sleep)
        self._answers = Answers(
            self._post_to_sender, self.find, times.sleep, readable=self._history.readable
        )
        self._clearing = Clearing(calls, self._chats, self._history)
        self._tried: Remembering[float] = Remembering(LAG, times.tick)

    async def send(self, to: Address, message: Message, reference: str) -> Outcome:
        """One attempt. What may have arrived is looked for with `find`."""
        quiet = await self._chats.quiet_for(to)
        if quiet is not None:
            return NotSent("do_not_disturb", quiet)
        return await self._post(to, message, reference, unasked=True)

    async def find(self, to: Address, reference: str) -> Outcome:
        """`Unknown` where histories are not to be read, or the app is gone.

        Raises NotReadNowError where a later look may see it.
        """
        if not self._history.readable:
            return Unknown("history_not_readable")
        name = self._name(reference)
        try:
            channel = await self._chats.channel(to)
        except CallFailedError as failed:
            return never_to_be_told(failed.outcome)
        since = self._times.tick() - max(self._began, self._tried.get(name) or 0.0)
        at = self._times.now().timestamp()
        return await self._history.find(to.workspace, channel, name, at, lagging=since < LAG)

    async def edit(self, to: Address, posted: str, message: Message) -> Outcome:
        known = Posted.read(posted)
        if known is None:
            return NotSent("gone")
        return await self._sending.edit(to.workspace, known, render(message))

    async def clear(self, to: Address, which: Own) -> None:
        """Waits a moment; a long chat is cleared in the background."""
        try:
            install = await self._installs.install(to.workspace)
        except Exception as problem:
            log.error("clear_failed", error=type(problem).__name__)
            return
        if install is not None:
            # A moment more than the present: what the bot has just posted goes, too.
            at = self._times.now().timestamp() + 1.0
            await self._clearing.clear(to, which, at, install.bot_user)

    async def answer(self, event: Event, messages: Sequence[Message]) -> None:
        """In the private chat with the sender, wherever it happened. Never raises."""
        try:
            for number, message in enumerate(messages):
                await self._answer(event, await self._linked(event.sender, message), number)
            if _origin_of(event).get("by") == HOME:
                await self.show_home(event)
        except Exception as problem:
            log.error("answer_failed", error=type(problem).__name__)

    async def _linked(self, to: Address, message: Message) -> Message:
        """Where the install cannot be looked up just now, the code goes without the link."""
        if message.template != INVITE:
            return message
        try:
            return with_link(message, await self._installs.install(to.workspace))
        except Exception as problem:
            log.warning("link_left_out", error=type(problem).__name__)
            return message

    async def show_home(self, visitor: Event) -> None:
        """Puts the page about oneself into App Home, as it is now. Never raises."""
        try:
            view = render_home(await self.desk.home(visitor))
            sender = visitor.sender
            await self._calls.call(
                sender.workspace, "views.publish", user_id=sender.user, view=view
            )
        except CallFailedError as failed:
            log.warning("home_not_shown", reason=failed.outcome.reason)
        except Exception as problem:
            log.error("home_not_shown", error=type(problem).__name__)

    async def is_chat_with(self, person: Address, channel: str) -> bool:
        """Whether this is the bot's private chat with them. Never raises; in doubt, it is."""
        if not channel.startswith("D"):
            return False
        try:
            async with asyncio.timeout(PATIENCE):
                return await self._chats.channel(person) == channel
        except (CallFailedError, TimeoutError):
            return True

    async def finish_clearing(self) -> None:
        """Waits, for minutes at most, until what `clear` began is done."""
        await self._clearing.stop(LONGEST_CLEARING)

    async def stop(self) -> None:
        await self._clearing.stop()

    async def _answer(self, event: Event, message: Message, number: int) -> None:
        outcome = await self._answers.show(event, message, number)
        if not isinstance(outcome, Sent):
            log.warning("answer_not_shown", reason=outcome.reason)
        elif message.reference is not None:
            await self.desk.posted(event.sender, message.reference, outcome.message)

    async def _post_to_sender(self, event: Event, message: Message, reference: str) -> Outcome:
        return await self._post(event.sender, message, reference, _origin_of(event))

    async def _post(
        self,
        to: Address,
        message: Message,
        reference: str,
        origin: dict[str, str] | None = None,
        *,
        unasked: bool = False,
    ) -> Outcome:
        name = self._name(reference)
        try:
            channel = (origin or {}).get("channel") or await self._chats.channel(to)
        except CallFailedError as failed:
            return failed.outcome
        postings = render(message, unasked=unasked)
        outcome = await self._sending.post(Target(to.workspace, channel), postings, name)
        if isinstance(outcome, NotSent) and outcome.reason == "chat_closed":
            self._chats.forget(to)
        if isinstance(outcome, Unknown):
            self._tried.put(name, self._times.tick())
        return outcome

    def _name(self, reference: str) -> str:
        """Opaque to whoever reads metadata, also to one who knows the bot's own database."""
        return self._keyed_hash("slack.reference", reference)[:32]


def _origin_of(event: Event) -> dict[str, str]:
    try:
        origin = json.loads(event.origin or "{}")
    except ValueError:
        return {}
    if not isinstance(origin, dict):
        return {}
    return {str(name): str(value) for name, value in origin.items()}
