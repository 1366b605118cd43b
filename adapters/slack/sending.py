"""Posting one message: one attempt for each of its parts, and never a part twice."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from datetime import timedelta

import structlog

from adapters.slack.files import Files
from adapters.slack.history import LAG, History, NotReadNowError, Sleep
from adapters.slack.inbound.shapes import Mark, Posted
from adapters.slack.outbound.markup import NEVER_LIVE, NEVER_LIVE_EDITED
from adapters.slack.outbound.outcomes import LIMITED, WITHOUT_WORD
from adapters.slack.outbound.render import Posting
from adapters.slack.sdk.calls import CallFailedError, Calls
from bot.chat import Event, Message
from bot.domain.people import Address
from bot.ports import NotSent, Outcome, Sent, Unknown

# About one message a second in one chat (Slack's rate limits).
BETWEEN_PARTS = 1.1
# What was begun is finished rather than taken back, if the wait is no longer than this.
WORTH_WAITING = timedelta(seconds=30)
MOST_WAITS = 3

log = structlog.get_logger()


@dataclass(frozen=True, slots=True)
class Target:
    workspace: str
    channel: str


class Sending:
    def __init__(
        self, calls: Calls, files: Files, history: History, sleep: Sleep = asyncio.sleep
    ) -> None:
        self._calls = calls
        self._files = files
        self._history = history
        self._sleep = sleep

    async def post(self, to: Target, postings: list[Posting], reference: str) -> Outcome:
        """Every part in its order. `NotSent` says that nothing of it is there (any more)."""
        done = Posted(to.channel)
        for number, posting in enumerate(postings):
            if number:
                await self._sleep(BETWEEN_PARTS)
            mark = Mark(reference, number, len(postings))
            try:
                done = await self._part(to, posting, mark, done)
            except CallFailedError as failed:
                return await self._broken_off(to, done, failed.outcome)
        return Sent(str(done))

    async def edit(self, workspace: str, posted: Posted, postings: list[Posting]) -> Outcome:
        """Puts these in the place of what is there, and takes out what is left over.

        It adds nothing: parts for which there is no place are not shown.
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
        return Sent(str(posted)) if there else NotSent("gone")

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

    async def _part(self, to: Target, posting: Posting, mark: Mark, done: Posted) -> Posted:
        """A file goes first: without its words it is easily taken back, words are not."""

        async def put(drawn: Posting) -> str:
            return await self._posted(to, drawn, mark, begun=bool(done.stamps))

        files = await self._files.documents(to.workspace, to.channel, posting)
        try:
            stamp, pictures = await self._files.shown(to.workspace, posting, put)
        except CallFailedError as failed:
            if isinstance(failed.outcome, NotSent):
                await self._files.remove(to.workspace, files)
            raise
        return done.and_at(stamp, files + pictures)

    async def _posted(self, to: Target, posting: Posting, mark: Mark, *, begun: bool) -> str:
        for _ in range(MOST_WAITS if begun else 1):
            try:
                answer = await self._calls.call(
                    to.workspace,
                    "chat.postMessage",
                    channel=to.channel,
                    text=posting.text,
                    blocks=posting.blocks,
                    metadata=mark.metadata(),
                    **NEVER_LIVE,
                )
            except CallFailedError as failed:
                if not begun or not _soon(failed.outcome):
                    raise
                await self._sleep(max(1.0, _wait(failed.outcome).total_seconds()))
                continue
            return _stamp_of(answer)
        raise CallFailedError(NotSent(LIMITED, WITHOUT_WORD, for_all=True))

    async def _broken_off(self, to: Target, done: Posted, outcome: NotSent | Unknown) -> Outcome:
        """What is there must not come twice: it is taken out, or nothing is sent again."""
        if isinstance(outcome, Unknown) or not done.stamps:
            return outcome
        for stamp in done.stamps:
            if not await self._history.remove(to.workspace, to.channel, stamp):
                return Unknown("posted_in_part")
        await self._files.remove(to.workspace, done.files)
        return outcome


def _stamp_of(answer: Mapping[str, object]) -> str:
    stamp = answer.get("ts")
    if not isinstance(stamp, str) or not stamp:
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


WAITS = 5
LONGEST_WAIT = timedelta(seconds=60)
# The core says this where a process ended between handling and answering (bot/inbound/inbox.py). It
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
