"""Posts, edits and answers: one attempt for each part of a message, and no part twice."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from datetime import timedelta

import structlog

from adapters.shared.json_values import text_at
from adapters.slack.files import SlackFiles
from adapters.slack.history import LAG, History, NotReadNowError, Sleep
from adapters.slack.outbound.markup import NEVER_LIVE, NEVER_LIVE_EDITED
from adapters.slack.outbound.outcomes import LIMITED, WITHOUT_WORD
from adapters.slack.outbound.posting_ids import PostingIds, PostingLabel
from adapters.slack.outbound.render import Posting
from adapters.slack.sdk.calls import CallFailedError, SlackCalls
from bot.chat import Event, Message
from bot.ports import NotSent, Outcome, Sent, Unknown

# Seconds. Slack allows about one message a second in one chat.
BETWEEN_PARTS = 1.1
# A message that is there in part is finished after a wait of at most this; else it is deleted.
WORTH_WAITING = timedelta(seconds=30)
MOST_WAITS = 3
# An answer waits this often and this long for Slack.
ANSWER_WAITS = 5
LONGEST_WAIT = timedelta(seconds=60)
# Looks in the history for one answer. Slack counts them for the whole workspace.
MOST_LOOKS = 3
# The template of the message that the core sends when a process ended between handling and
# answering (bot/inbound/inbox.py). It alone may be planned twice, so it is looked for first.
INTERRUPTED = "interrupted"

Post = Callable[[Event, Message, str], Awaitable[Outcome]]
Find = Callable[[Event, str], Awaitable[Outcome]]

log = structlog.get_logger()


@dataclass(frozen=True, slots=True)
class Target:
    """A chat to post into, and the thread in it (the stamp of its first message), or None."""

    workspace: str
    channel: str
    thread: str | None = None


class MessagePoster:
    """Posts and edits the parts of one message in one chat."""

    def __init__(
        self, calls: SlackCalls, files: SlackFiles, history: History, sleep: Sleep = asyncio.sleep
    ) -> None:
        self._calls = calls
        self._files = files
        self._history = history
        self._sleep = sleep

    async def post(self, to: Target, postings: list[Posting], reference: str) -> Outcome:
        """Posts every part in order. After NotSent no part of the message is in the chat."""
        done = PostingIds(to.channel)
        for number, posting in enumerate(postings):
            if number:
                await self._sleep(BETWEEN_PARTS)
            label = PostingLabel(reference, number, len(postings))
            try:
                done = await self._part(to, posting, label, done)
            except CallFailedError as failed:
                return await self._broken_off(to, done, failed.outcome)
        return done.sent

    async def edit(self, workspace: str, posted: PostingIds, postings: list[Posting]) -> Outcome:
        """Replaces the parts that are there and deletes those that are left over.

        It posts nothing new: when there are more parts than before, the last ones are not shown.
        """
        if len(postings) > len(posted.stamps):
            log.warning("edit_cut_short")
        there = 0
        for number, stamp in enumerate(posted.stamps):
            try:
                if number < len(postings):
                    await self._put(workspace, posted.channel, stamp, postings[number])
                else:
                    await self._calls.call(
                        workspace, "chat.delete", channel=posted.channel, ts=stamp
                    )
            except CallFailedError as failed:
                if failed.outcome.reason == "gone":
                    continue
                return failed.outcome
            there += number < len(postings)
        await self._files.remove(workspace, posted.files)
        return posted.sent if there else NotSent("gone")

    async def _put(self, workspace: str, channel: str, stamp: str, posting: Posting) -> None:
        async def put(drawn: Posting) -> object:
            return await self._calls.call(
                workspace,
                "chat.update",
                channel=channel,
                ts=stamp,
                text=drawn.text,
                blocks=drawn.blocks,
                **NEVER_LIVE_EDITED,
            )

        await self._files.shown(workspace, posting, put)

    async def _part(
        self, to: Target, posting: Posting, label: PostingLabel, done: PostingIds
    ) -> PostingIds:
        """Uploads files first: a file alone is easy to delete again, words are not."""

        async def put(drawn: Posting) -> str:
            return await self._posted(to, drawn, label, begun=bool(done.stamps))

        files = await self._files.documents(to.workspace, to.channel, posting, to.thread)
        try:
            stamp, pictures = await self._files.shown(to.workspace, posting, put)
        except CallFailedError as failed:
            if isinstance(failed.outcome, NotSent):
                await self._files.remove(to.workspace, files)
            raise
        return done.and_at(stamp, files + pictures)

    async def _posted(
        self, to: Target, posting: Posting, label: PostingLabel, *, begun: bool
    ) -> str:
        for _ in range(MOST_WAITS if begun else 1):
            try:
                answer = await self._calls.call(
                    to.workspace,
                    "chat.postMessage",
                    channel=to.channel,
                    thread_ts=to.thread,
                    text=posting.text,
                    blocks=posting.blocks or None,
                    metadata=label.metadata(),
                    **NEVER_LIVE,
                )
            except CallFailedError as failed:
                if not begun or not _soon(failed.outcome):
                    raise
                await self._sleep(max(1.0, _wait(failed.outcome).total_seconds()))
                continue
            return _stamp_of(answer)
        raise CallFailedError(NotSent(LIMITED, WITHOUT_WORD, for_all=True))

    async def _broken_off(
        self, to: Target, done: PostingIds, outcome: NotSent | Unknown
    ) -> Outcome:
        """Deletes the parts that are there, or returns Unknown, so that nothing comes twice."""
        if isinstance(outcome, Unknown) or not done.stamps:
            return outcome
        for stamp in done.stamps:
            if not await self._history.remove(to.workspace, to.channel, stamp):
                return Unknown("posted_in_part")
        await self._files.remove(to.workspace, done.files)
        return outcome


@dataclass
class Looks:
    """How often the history may still be read for one answer."""

    left: int


class AnswerPoster:
    """Answers the person who wrote. `post` makes one attempt; `find` looks for it.

    `readable`: the app may read histories.
    """

    def __init__(self, post: Post, find: Find, sleep: Sleep, *, readable: bool) -> None:
        self._post = post
        self._find = find
        self._sleep = sleep
        self._readable = readable

    async def show(self, event: Event, message: Message, number: int) -> Outcome:
        """Posts one answer; waits as long as Slack asks, within bounds.

        The history is read at most MOST_LOOKS times, however often Slack is unsure.
        """
        looks = Looks(MOST_LOOKS)
        reference = message.reference or f"answer:{event.id}:{number}"
        if message.template == INTERRUPTED:
            reference = f"answer:{event.id}:{INTERRUPTED}"
            if isinstance(known := await self._seen(event, reference, looks), Sent):
                return known
        outcome = await self._once(event, message, reference, looks)
        for _ in range(ANSWER_WAITS):
            if not isinstance(outcome, NotSent) or outcome.retry_after is None:
                break
            if outcome.retry_after > LONGEST_WAIT:
                break
            await self._sleep(max(1.0, outcome.retry_after.total_seconds()))
            outcome = await self._once(event, message, reference, looks)
        return outcome

    async def _once(self, event: Event, message: Message, reference: str, looks: Looks) -> Outcome:
        outcome = await self._post(event, message, reference)
        if not isinstance(outcome, Unknown) or not self._readable or not looks.left:
            return outcome
        found: Outcome = outcome
        if looks.left > 1:
            found = await self._seen(event, reference, looks)
        if not isinstance(found, Sent):
            await self._sleep(LAG)
            found = await self._seen(event, reference, looks)
        return NotSent("not_arrived", timedelta(0)) if isinstance(found, NotSent) else found

    async def _seen(self, event: Event, reference: str, looks: Looks) -> Outcome:
        looks.left -= 1
        try:
            return await self._find(event, reference)
        except NotReadNowError:
            return Unknown("history_not_read")


def _stamp_of(answer: Mapping[str, object]) -> str:
    stamp = text_at(answer, "ts")
    if not stamp:
        raise CallFailedError(Unknown("no_answer"))
    return stamp


def _soon(outcome: NotSent | Unknown) -> bool:
    wait = _wait(outcome)
    return (
        isinstance(outcome, NotSent) and outcome.retry_after is not None and (wait <= WORTH_WAITING)
    )


def _wait(outcome: NotSent | Unknown) -> timedelta:
    found = outcome.retry_after if isinstance(outcome, NotSent) else None
    return found or timedelta(0)
