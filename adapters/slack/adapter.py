"""Slack as a chat platform: implements the `Answering` port with the parts beside this file.

It cannot delete what people wrote, what an organisation's export has copied, or a message that
Slack no longer lets the bot delete. A message in a thread of the private chat is answered in that
thread, and `clear` and `find` look there too.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Awaitable, Callable, Collection, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

import structlog

from adapters.shared.answers import AnswersShown, or_plainly
from adapters.shared.bounded import BriefMemory
from adapters.shared.sealed_rows import KeyedHash
from adapters.slack.chats import Chats, utc_now
from adapters.slack.clearing import SlackClearing
from adapters.slack.dialogs import Dialogs
from adapters.slack.files import SlackFiles
from adapters.slack.history import LAG, Access, History, Sleep, never_to_be_told
from adapters.slack.homes import Homes
from adapters.slack.inbound.arrivals import PLATFORM
from adapters.slack.inbound.presses import HOME
from adapters.slack.installs import Installs
from adapters.slack.organisations.ending import EndsSlackWorkspaces
from adapters.slack.origins import is_copy, origin_of, reached_at
from adapters.slack.outbound.posting_ids import PostingIds
from adapters.slack.outbound.render import INVITE, Posting, plainly, render, with_link
from adapters.slack.sdk.calls import CallFailedError, SlackCalls
from adapters.slack.sending import AnswerPoster, MessagePoster, Target
from bot.chat import Event, Message
from bot.domain.operator import Finding, SignIn
from bot.domain.pace import Pace
from bot.domain.people import Address
from bot.ports import Desk, NotSent, Outcome, Own, Sent, Unknown

# "No more than one message per second per channel", and "several hundred messages per minute" in a
# workspace (docs.slack.dev, rate limits).
SLACKS_PACE = Pace(per_second=5, burst=10, between=timedelta(seconds=1))

# Seconds.
LONGEST_CLEARING = 600.0
# Seconds. Slack wants a command acknowledged within three.
PATIENCE = 1.0

log = structlog.get_logger()


@dataclass(frozen=True, slots=True)
class Timing:
    """`now` is UTC, `tick` counts seconds and never goes back, `sleep` waits for seconds."""

    now: Callable[[], datetime] = utc_now
    tick: Callable[[], float] = time.monotonic
    sleep: Sleep = asyncio.sleep


REAL = Timing()


class SlackAdapter(EndsSlackWorkspaces):
    """Set `desk` before anything is served."""

    platform = PLATFORM
    pace: Pace | None = SLACKS_PACE
    looks_up = True
    desk: Desk
    # Asks Slack whether it takes the credentials; and, with many installs, whose it does not.
    signing_in: Callable[[], Awaitable[SignIn]]
    tokens: Callable[[], Awaitable[Finding]] | None = None
    scopes: Callable[[], Awaitable[Finding]] | None = None

    def __init__(
        self,
        calls: SlackCalls,
        installs: Installs,
        keyed_hash: KeyedHash,
        access: Access,
        times: Timing = REAL,
        aloud: Collection[str] = (),
    ) -> None:
        """`aloud`: user ids of people whose screen reader shall read messages whole."""
        self._aloud = frozenset(aloud)
        self._installs = installs
        self._keyed_hash = keyed_hash
        self._times = times
        self._began = times.tick()
        self._chats = Chats(calls, times.tick, times.now)
        self._history = History(calls, access, times.sleep)
        self._sending = MessagePoster(
            calls, SlackFiles(calls, times.sleep), self._history, times.sleep
        )
        self._answers = AnswerPoster(
            self._post_to_sender, self._find_answer, times.sleep, readable=self._history.readable
        )
        self._dialogs = Dialogs(calls)
        self._shown = AnswersShown(self.platform)
        self._clearing = SlackClearing(calls, self._chats, self._history)
        self.homes = Homes(lambda visitor: self.desk.home(visitor), self._history.patiently)
        self._tried: BriefMemory[str, float] = BriefMemory(LAG, times.tick)

    async def send(self, to: Address, message: Message, reference: str) -> Outcome:
        """Makes one attempt. After Unknown, `find` looks whether it arrived."""
        install = await self._installs.install(to.workspace)
        if install is not None and not self._installs.is_allowed(install):
            return NotSent("not_allowed")
        wait = await self._chats.do_not_disturb_for(to)
        if wait is not None:
            return NotSent("do_not_disturb", wait)
        drawn = render(message, unasked=True, aloud=to.user in self._aloud)
        return await self._post(to, drawn, reference)

    async def find(self, to: Address, reference: str) -> Outcome:
        """Looks in the chat's history; Unknown when that cannot be read or the app was removed.

        Raises NotReadNowError when a later call may see more.
        """
        return await self._find(to, reference)

    async def _find_answer(self, event: Event, reference: str) -> Outcome:
        return await self._find(reached_at(event), reference, origin_of(event).get("thread"))

    async def _find(self, to: Address, reference: str, thread: str | None = None) -> Outcome:
        if not self._history.readable:
            return Unknown("history_not_readable")
        name = self._name(reference)
        try:
            channel = await self._chats.channel(to)
        except CallFailedError as failed:
            return never_to_be_told(failed.outcome)
        since = self._times.tick() - max(self._began, self._tried.get(name) or 0.0)
        at = self._times.now().timestamp()
        lagging = since < LAG
        return await self._history.find(
            to.workspace, channel, name, at, lagging=lagging, thread=thread
        )

    async def edit(self, to: Address, posted: str, message: Message) -> Outcome:
        known = PostingIds.read(posted)
        if known is None:
            return NotSent("gone")
        return await self._sending.edit(
            to.workspace, known, render(message, aloud=to.user in self._aloud)
        )

    async def clear(self, to: Address, which: Own) -> None:
        """Waits a moment; clears a long chat in the background. Never raises."""
        try:
            install = await self._installs.install(to.workspace)
        except Exception as problem:
            log.error("clear_failed", error=type(problem).__name__)
            return
        if install is not None:
            # One second more than now, so that what the bot has just posted goes too.
            at = self._times.now().timestamp() + 1.0
            await self._clearing.clear(to, which, at, install.bot_user)

    async def findings(self) -> Sequence[Finding]:
        """Tells the doctor of installs that are not listed, are refused, or lack scopes."""
        more = [await look() for look in (self.tokens, self.scopes) if look is not None]
        return [await self._allowed(), *more]

    async def _allowed(self) -> Finding:
        others = await self._installs.not_allowed()
        if not others:
            return Finding("Slack installs", True, "Every one is in HANDRAIL_SLACK_WORKSPACES.")
        told = (
            f"{others} not in HANDRAIL_SLACK_WORKSPACES: nothing leaves to them, and of what they "
            "send only a stop, an erase and words of distress are heard. Add their ids, or have "
            "their administrators remove the app."
        )
        return Finding("Slack installs", False, told)

    @property
    def answers_fail(self) -> bool:
        return self._shown.fail

    async def sign_in(self) -> SignIn:
        """See `SigningIn.sign_in`."""
        return await self.signing_in()

    async def answer(self, event: Event, messages: Sequence[Message]) -> None:
        """Answers in the private chat with the sender, wherever they wrote. Never raises."""
        try:
            if is_copy(event):
                return
            for number, message in enumerate(messages):
                await self._answer(event, await self._linked(event.sender, message), number)
            if origin_of(event).get("by") == HOME:
                await self.homes.show(event)
        except Exception as problem:
            self._shown.broke(problem)

    async def _linked(self, to: Address, message: Message) -> Message:
        """Adds a link to an invitation; leaves it out when the install cannot be looked up now."""
        if message.template != INVITE:
            return message
        try:
            return with_link(message, await self._installs.install(to.workspace))
        except Exception as problem:
            log.warning("link_left_out", error=type(problem).__name__)
            return message

    async def redraw_home(self, to: Address, language: str | None = None) -> None:
        await self.homes.redraw(to, language)

    async def is_chat_with(self, person: Address, channel: str) -> bool:
        """True if this is the bot's private chat with them; True when unsure. Never raises."""
        if not channel.startswith("D"):
            return False
        try:
            async with asyncio.timeout(PATIENCE):
                return await self._chats.channel(person) == channel
        except (CallFailedError, TimeoutError):
            return True

    async def finish_clearing(self) -> None:
        """Waits until what `clear` began is done, 10 minutes at most."""
        await self._clearing.stop(LONGEST_CLEARING)
        await self.homes.stop(LONGEST_CLEARING)

    async def stop(self) -> None:
        await self._clearing.stop()
        await self.homes.stop()

    async def _answer(self, event: Event, message: Message, number: int) -> None:
        if await self._dialogs.opened(reached_at(event).workspace, message, origin_of(event)):
            return
        outcome = await self._answers.show(event, message, number)
        self._shown.note(outcome)
        if isinstance(outcome, Sent) and message.reference is not None:
            parts = outcome.parts
            await self.desk.posted(event.sender, message.reference, outcome.message, parts)

    async def _post_to_sender(self, event: Event, message: Message, reference: str) -> Outcome:
        origin, to = origin_of(event), reached_at(event)
        drawn = render(message, aloud=to.user in self._aloud)
        outcome = await self._post(to, drawn, reference, origin)
        return await or_plainly(
            outcome, lambda: self._post(to, [plainly(message)], reference, origin)
        )

    async def _post(
        self,
        to: Address,
        postings: list[Posting],
        reference: str,
        origin: dict[str, str] | None = None,
    ) -> Outcome:
        name = self._name(reference)
        told = (origin or {}).get("channel")
        thread = (origin or {}).get("thread")
        was_open = self._chats.is_open(to)
        outcome = await self._post_in(told, to, postings, name, thread)
        if isinstance(outcome, NotSent) and outcome.reason == "chat_closed":
            self._chats.forget(to)
            if was_open and not told:
                # The app was installed anew, and its chat with this person is another.
                outcome = await self._post_in(None, to, postings, name)
        if isinstance(outcome, Unknown):
            self._tried.put(name, self._times.tick())
        return outcome

    async def _post_in(
        self,
        channel: str | None,
        to: Address,
        postings: list[Posting],
        name: str,
        thread: str | None = None,
    ) -> Outcome:
        try:
            where = Target(to.workspace, channel or await self._chats.channel(to), thread)
        except CallFailedError as failed:
            return failed.outcome
        return await self._sending.post(where, postings, name)

    def _name(self, reference: str) -> str:
        """The reference as metadata shows it: opaque, even to a reader of the bot's database."""
        return self._keyed_hash("slack.reference", reference)[:32]
