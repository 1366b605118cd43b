"""The bot's own messages in a chat's history: finds them and deletes them."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from dataclasses import dataclass
from datetime import timedelta
from typing import Any, Literal

from adapters.shared.json_values import dict_at, dicts_at, text_at
from adapters.slack.outbound.posting_ids import PostingIds, PostingLabel
from adapters.slack.sdk.calls import CallFailedError, SlackCalls
from bot.ports import NotSent, Outcome, Unknown

SlackMessage = Mapping[str, Any]
Access = Literal["own", "limited"]
Sleep = Callable[[float], Awaitable[None]]
Ask = Callable[..., Awaitable[SlackMessage]]

# Seconds after which Slack lists a message that it accepted, if it ever will.
LAG = 10.0
BACK = timedelta(hours=26)
PAGE = {"own": 200, "limited": 15}
PAGES = {"own": 20, "limited": 3}
ALL_PAGES = 1_000
# Seconds. "limited" reads once a minute (Slack's limit for newly distributed apps).
PAUSE = {"own": 0.0, "limited": 61.0}
MOST_WAITS = 5
LONGEST_WAIT = 120.0


class NotReadNowError(OSError):
    """The history could not be read now. The text is a fixed word of ours."""


@dataclass(frozen=True, slots=True)
class Span:
    """A span in seconds since 1970, as Slack's time stamps count them; None is open."""

    oldest: float | None = None
    latest: float | None = None


class History:
    """`access`: "own" for an organisation's own app, which reads freely; else "limited"."""

    def __init__(self, calls: SlackCalls, access: Access, sleep: Sleep = asyncio.sleep) -> None:
        self._calls = calls
        self._access = access
        self._sleep = sleep

    @property
    def readable(self) -> bool:
        return self._access == "own"

    async def find(
        self,
        workspace: str,
        channel: str,
        reference: str,
        now: float,
        *,
        lagging: bool,
        thread: str | None = None,
    ) -> Outcome:
        """Sent when all parts are there, NotSent when none is, Unknown when nobody can tell.

        A message that is there in part is deleted, so that it can be sent whole. While the history
        may be `lagging` it is not: the rest may be there too. Never waits; raises NotReadNowError
        when a later call may see more. `now` counts seconds since 1970. An answer in a `thread`
        (the stamp of its first message) is looked for only there.
        """
        if not self.readable:
            return Unknown("history_not_readable")
        try:
            found = await self._look(workspace, channel, reference, now, thread)
            if found and len(found) == next(iter(found.values()))[0].count:
                return _posted(channel, [found[number][1] for number in sorted(found)]).sent
            if found and lagging:
                raise NotReadNowError("seen in part")
            for _, part in found.values():
                await self._delete(workspace, channel, part)
        except CallFailedError as failed:
            return never_to_be_told(failed.outcome)
        return NotSent("not_found")

    async def _look(
        self, workspace: str, channel: str, reference: str, now: float, thread: str | None
    ) -> dict[int, tuple[PostingLabel, SlackMessage]]:
        found: dict[int, tuple[PostingLabel, SlackMessage]] = {}
        span = Span(now - BACK.total_seconds())
        ask = self._calls.call
        async for message in self.messages(workspace, channel, span, ask=ask, thread=thread):
            label = PostingLabel.of(message)
            if label is not None and label.reference == reference:
                found[label.number] = label, message
        return found

    async def messages(
        self,
        workspace: str,
        channel: str,
        span: Span,
        ask: Ask | None = None,
        *,
        to_the_end: bool = False,
        thread: str | None = None,
    ) -> AsyncIterator[SlackMessage]:
        """Newest first. Raises CallFailedError when a page cannot be read.

        The chat's own messages, without those in threads; or those of a `thread` (the stamp of its
        first message, which comes too), oldest first.

        Waits as long as Slack asks, unless another `ask` is given. Reads only the newest pages
        unless it is to read `to_the_end`: with "limited" access that takes a minute a page.
        """
        ask = ask or self.patiently
        cursor: str | None = None
        for number in range(ALL_PAGES if to_the_end else PAGES[self._access]):
            if number:
                await self._sleep(PAUSE[self._access])
            page = await ask(
                workspace,
                "conversations.replies" if thread else "conversations.history",
                channel=channel,
                ts=thread,
                limit=PAGE[self._access],
                include_all_metadata=True,
                inclusive=True,
                oldest=None if span.oldest is None else f"{span.oldest:.6f}",
                latest=None if span.latest is None else f"{span.latest:.6f}",
                cursor=cursor,
            )
            for message in dicts_at(page, "messages"):
                if isinstance(message.get("ts"), str):
                    yield message
            cursor = text_at(page, "response_metadata", "next_cursor")
            if not cursor:
                return

    async def remove(
        self, workspace: str, channel: str, stamp: str, files: tuple[str, ...] = ()
    ) -> bool:
        """Returns True when it is certain that this message is no longer there."""
        for file in files:
            await self._done(workspace, "files.delete", file=file)
        return await self._done(workspace, "chat.delete", channel=channel, ts=stamp)

    async def _delete(self, workspace: str, channel: str, part: SlackMessage) -> None:
        """Raises CallFailedError when the message may still be there."""
        for file in files_of(part):
            await self._done(workspace, "files.delete", file=file)
        try:
            await self._calls.call(workspace, "chat.delete", channel=channel, ts=part["ts"])
        except CallFailedError as failed:
            if failed.outcome.reason != "gone":
                raise

    async def _done(self, workspace: str, method: str, **arguments: object) -> bool:
        try:
            await self.patiently(workspace, method, **arguments)
        except CallFailedError as failed:
            return failed.outcome.reason == "gone"
        return True

    async def patiently(self, workspace: str, method: str, **arguments: object) -> SlackMessage:
        """Makes a call that is safe to repeat; waits as long as Slack asks, within bounds."""
        for _ in range(MOST_WAITS):
            try:
                return await self._calls.call(workspace, method, **arguments)
            except CallFailedError as failed:
                wait = getattr(failed.outcome, "retry_after", None)
                if wait is None or wait.total_seconds() > LONGEST_WAIT:
                    raise
                await self._sleep(max(1.0, wait.total_seconds()))
        return await self._calls.call(workspace, method, **arguments)


def never_to_be_told(outcome: NotSent | Unknown) -> Unknown:
    """Unknown when Slack refuses to show the history for good; else raises NotReadNowError."""
    if isinstance(outcome, Unknown) or outcome.retry_after is not None:
        raise NotReadNowError(outcome.reason)
    return Unknown("history_not_readable")


def _posted(channel: str, parts: list[SlackMessage]) -> PostingIds:
    stamps = tuple(str(part["ts"]) for part in parts)
    return PostingIds(channel, stamps, tuple(name for part in parts for name in files_of(part)))


def files_of(message: SlackMessage) -> tuple[str, ...]:
    """The ids of the files that are attached to a message or drawn in it."""
    shared = dicts_at(message, "files")
    drawn = [dict_at(block, "slack_file") for block in dicts_at(message, "blocks")]
    return tuple(str(file["id"]) for file in (*shared, *drawn) if file.get("id"))


def file_names_of(message: SlackMessage) -> frozenset[str]:
    """The names under which the bot handed over the files that are attached to a message."""
    return frozenset(text_at(file, "title") for file in dicts_at(message, "files"))
