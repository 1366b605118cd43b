"""Microsoft Teams as a chat platform: one attempt per message, and one outcome per attempt.

A bot can read no history in Teams and cannot label a message, so `find` never knows. `clear`
deletes the bot's own messages by their stored ids. A bot cannot delete what the person wrote, what
Teams keeps for the organisation (export, retention, audit), or files in somebody's OneDrive.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Collection, Sequence
from datetime import UTC, datetime, timedelta

import structlog

from adapters.shared.answers import AnswersShown, or_plainly
from adapters.shared.bounded import KeyedLocks
from adapters.shared.json_values import Json
from adapters.teams.calls import Speaks, TeamsCalls
from adapters.teams.clearing import TeamsClearing
from adapters.teams.ending import EndsTeamsTenants
from adapters.teams.files import OfferedFiles
from adapters.teams.inbound.arrivals import ChatReference, from_origin
from adapters.teams.outbound.invitation import with_link
from adapters.teams.outbound.render import merged, plainly, render, ways_on
from adapters.teams.rows import Rows
from adapters.teams.tables import OwnMessage, SaidMessage
from adapters.teams.throttle import Throttle
from bot.chat import Document, Event, Message, Wrote
from bot.domain.operator import Finding, SignIn
from bot.domain.pace import Pace
from bot.domain.people import Address
from bot.ports import Desk, NotSent, Outcome, Own, Sent, Unknown

MOST_TRIES = 6
LONGEST_PATIENCE = timedelta(seconds=30)

log = structlog.get_logger()
# "50 RPS per app per tenant", and in one chat 7 in a second (learn.microsoft.com, rate limits). All
# workers share this pace, and it leaves room for answers.
MICROSOFTS_PACE = Pace(per_second=30, burst=30, between=timedelta(seconds=0.5))


class TeamsAdapter(EndsTeamsTenants):
    """The `Answering` port. Set `desk` before anything is served.

    `tenants` are those that may use the bot; empty means all. Nothing leaves to others by itself.
    """

    platform = "teams"
    pace: Pace | None = MICROSOFTS_PACE
    looks_up = False
    desk: Desk
    # Asks Microsoft for a token. A test client on this machine wants none.
    signing_in: Callable[[], Awaitable[SignIn]] | None = None

    def __init__(
        self,
        voice: Speaks,
        rows: Rows,
        files: OfferedFiles,
        throttle: Throttle,
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
        tenants: Collection[str] = (),
    ) -> None:
        self._calls = TeamsCalls(voice, throttle)
        self._clearing = TeamsClearing(self._calls, rows, files, sleep)
        self._rows = rows
        self._files = files
        self._now = now
        self._sleep = sleep
        self._tenants = frozenset(tenants)
        self._talking = KeyedLocks()
        self._answers = AnswersShown(self.platform)

    async def send(self, to: Address, message: Message, reference: str) -> Outcome:
        if not self._is_allowed(to.workspace):
            return NotSent("not_allowed")
        chat = await self._rows.chat(to)
        if chat is None:
            return NotSent("no_chat")
        return await self._send(chat, message, reference)

    async def find(self, to: Address, reference: str) -> Outcome:
        """Always Unknown: a bot cannot read a chat's history in Teams."""
        return Unknown("no_history")

    async def edit(self, to: Address, posted: str, message: Message) -> Outcome:
        """Edits every part, so that withdrawn words stand in none of them."""
        chat = await self._rows.chat(to)
        if chat is None:
            return NotSent("gone")
        parts = posted.split(",")
        activities = merged(render(message, chat.reader), len(parts))
        if activities is None:
            return NotSent("too_large")
        wait = self._calls.must_wait(chat, len(parts), edits=True)
        if wait is not None:
            return NotSent("throttled", wait)
        outcomes = [
            await self._calls.changed(chat, part, activities[number : number + 1])
            for number, part in enumerate(parts)
        ]
        outcome = next((one for one in outcomes if not isinstance(one, Sent)), Sent(posted))
        if isinstance(outcome, Sent):
            for known in await self._rows.own(to, posted):
                await self._note(to, posted, message, known.at)
        return outcome

    async def clear(self, to: Address, which: Own) -> None:
        """Deletes now what Teams allows now, and the rest in the background. Never raises."""
        await self._clearing.clear(to, which)

    async def redraw_home(self, to: Address, language: str | None = None) -> None:
        """Does nothing: in Teams the page is a message in the chat, which `clear` finds."""

    async def findings(self) -> Sequence[Finding]:
        """Tells the doctor of chats in tenants that the operator's list does not name."""
        chats = await self._rows.workspaces()
        others = {tenant for tenant in chats if not self._is_allowed(tenant)}
        if not others:
            return [Finding("Teams tenants", True, "Every known one is in HANDRAIL_TEAMS_TENANTS.")]
        told = (
            f"{len(others)} with known chats not in HANDRAIL_TEAMS_TENANTS: nothing leaves to "
            "them, and of what they send only a stop, an erase and words of distress are heard. "
            "Add their ids, or have their administrators remove the app."
        )
        return [Finding("Teams tenants", False, told)]

    @property
    def answers_fail(self) -> bool:
        return self._answers.fail

    async def sign_in(self) -> SignIn:
        """See `SigningIn.sign_in`."""
        if self.signing_in is None:
            return SignIn(True, "A test client on this machine needs no credentials.")
        return await self.signing_in()

    def _is_allowed(self, tenant: str) -> bool:
        return not self._tenants or tenant in self._tenants

    async def answer(self, event: Event, messages: Sequence[Message]) -> None:
        chat = from_origin(event) or await self._chat_of(event.sender)
        if chat is not None:
            await self.tell(chat, messages, ways_on(chat.locale), self._said(event))

    async def tell_elsewhere(self, chat: ChatReference, message: Message) -> None:
        """Sends once into a chat that is not personal, and stores nothing. Never raises."""
        if self._calls.must_wait(chat, 1) is None:
            try:
                await self._calls.said(chat, render(message)[0], "elsewhere")
            except Exception as problem:
                log.error("answer_failed", error=type(problem).__name__)

    async def show(self, chat: ChatReference, activity: Json) -> None:
        """Sends an activity that is no `Message`: where a file is now. Never raises."""
        try:
            outcome = await self._calls.said(chat, activity, "file")
            if isinstance(outcome, Sent):
                await self._rows.note(chat.address, OwnMessage(outcome.message, self._now()))
        except Exception as problem:
            log.error("answer_failed", error=type(problem).__name__)

    async def take_back(self, chat: ChatReference, message: str) -> None:
        """Deletes one message of the bot's that is no longer needed. Never raises."""
        try:
            await self._calls.changed(chat, message)
        except Exception as problem:
            log.error("not_taken_back", error=type(problem).__name__)

    async def tell(
        self,
        chat: ChatReference,
        messages: Sequence[Message],
        ways: Sequence[str] = (),
        said: SaidMessage | None = None,
    ) -> None:
        """Sends the messages in order; repeats what is known not to have left. Never raises.

        `said` is the person's message that they answer.
        """
        async with self._talking.of(chat.conversation):
            for number, message in enumerate(messages):
                last = number == len(messages) - 1
                try:
                    await self._tell(chat, message, ways if last else (), said)
                except Exception as problem:
                    self._answers.broke(problem)

    async def close(self) -> None:
        """Gives the deletions under way a moment, then cancels them."""
        await self._clearing.close()

    def _said(self, event: Event) -> SaidMessage | None:
        """The message that is answered: its id, and a keyed hash of its text."""
        match event.what:
            case Wrote(text, str() as message):
                return SaidMessage(message, self._rows.text_hash(event.sender, text.text))
        return None

    async def _tell(
        self, chat: ChatReference, message: Message, ways: Sequence[str], said: SaidMessage | None
    ) -> None:
        reference = message.reference or "answer"
        outcome = await self._send(chat, message, reference, ways, said)
        for _ in range(MOST_TRIES):
            if not isinstance(outcome, NotSent) or outcome.retry_after is None:
                break
            await self._sleep(min(outcome.retry_after, LONGEST_PATIENCE).total_seconds())
            outcome = await self._send(chat, message, reference, ways, said)
        outcome = await or_plainly(outcome, lambda: self._said_plainly(chat, message, reference))
        self._answers.note(outcome)
        if isinstance(outcome, Sent) and message.reference is not None:
            parts = outcome.parts
            await self.desk.posted(chat.address, message.reference, outcome.message, parts)

    async def _said_plainly(self, chat: ChatReference, message: Message, reference: str) -> Outcome:
        wait = self._calls.must_wait(chat, 1)
        if wait is not None:
            return NotSent("throttled", wait)
        outcome = await self._calls.said(chat, plainly(message), reference)
        if isinstance(outcome, Sent):
            await self._note(chat.address, outcome.message, message, self._now())
        return outcome

    async def _send(
        self,
        chat: ChatReference,
        message: Message,
        reference: str,
        ways: Sequence[str] = (),
        said: SaidMessage | None = None,
    ) -> Outcome:
        message = with_link(message, chat)
        documents = [block for block in message.blocks if isinstance(block, Document)]
        activities = render(message, chat.reader, (), ways)
        calls = len(activities) + len(documents)
        wait = self._calls.must_wait(chat, calls)
        if wait is not None:
            return NotSent("throttled", wait)
        if documents:
            tickets = [self._files.offer(chat.address, document) for document in documents]
            activities = render(message, chat.reader, tickets, ways)
        ids: list[str] = []
        for activity in activities:
            outcome = await self._calls.said(chat, activity, reference)
            if not isinstance(outcome, Sent):
                # The first part is there; another attempt would send it twice.
                return Unknown("partly_sent") if ids else outcome
            ids.append(outcome.message)
        posted = ",".join(ids)
        await self._note(chat.address, posted, message, self._now(), said)
        return Sent(posted, tuple(ids))

    async def noted(self, chat: ChatReference, message: str, shown: Message) -> None:
        """Notes what one of the bot's messages shows now: Teams has drawn it anew. Never raises."""
        try:
            known = await self._rows.own(chat.address, message)
        except Exception as problem:
            log.error("message_not_noted", error=type(problem).__name__)
            return
        at = known[0].at if known else self._now()
        await self._note(chat.address, message, shown, at)

    async def _note(
        self,
        to: Address,
        posted: str,
        message: Message,
        at: datetime,
        said: SaidMessage | None = None,
    ) -> None:
        """Stores the ids for `clear`. Never raises, because the message was sent already."""
        carried = (*message.carried, *message.files)
        hashes = tuple(self._rows.text_hash(to, text) for text in carried)
        of = said if said is not None and said.text_hash in hashes else None
        try:
            await self._rows.note(to, OwnMessage(posted, at, hashes, said=of))
        except Exception as problem:
            log.error("message_not_noted", error=type(problem).__name__)

    async def _chat_of(self, address: Address) -> ChatReference | None:
        try:
            return await self._rows.chat(address)
        except Exception as problem:
            log.error("chat_unknown", error=type(problem).__name__)
            return None
