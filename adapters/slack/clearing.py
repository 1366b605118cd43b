"""Deletes the bot's own messages from one chat, in the background when there are many."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Mapping, Sequence
from typing import Any

import structlog

from adapters.shared.background import GRACE, BackgroundTasks
from adapters.shared.json_values import text_at
from adapters.slack.chats import Chats
from adapters.slack.history import History, SlackMessage, Span, file_names_of, files_of
from adapters.slack.inbound.threads import ANSWERED_FOR
from adapters.slack.outbound.posting_ids import PostingLabel
from adapters.slack.outbound.render import carried_in
from adapters.slack.sdk.calls import CallFailedError, SlackCalls
from bot.domain.people import Address
from bot.ports import Own

# Seconds that the caller waits: enough for most chats. A longer one is cleared in the background.
AT_ONCE = 3.0
# Characters. A part of a long quote is longer: a posting ends where it is full.
LEAST_PART = 500

log = structlog.get_logger()


class SlackClearing:
    """Finds the messages in the chat's history, so nothing about them has to be stored."""

    def __init__(self, calls: SlackCalls, chats: Chats, history: History) -> None:
        self._calls = calls
        self._chats = chats
        self._history = history
        self._tasks = BackgroundTasks("clear_failed")

    async def clear(self, to: Address, which: Own, now: float, bot_user: str) -> None:
        """Keeps what is posted after `now` (seconds since 1970). Never raises."""
        task = self._tasks.start(self._clear(to, which, now, bot_user))
        await asyncio.wait([task], timeout=AT_ONCE)

    async def stop(self, grace: float = GRACE) -> None:
        """Waits `grace` seconds for what is being cleared, and leaves the rest as it is."""
        await self._tasks.wind_down(grace)

    async def _clear(self, to: Address, which: Own, now: float, bot_user: str) -> None:
        left = 0
        try:
            channel = await self._chats.channel(to)
            # Read all before deleting any, so that no page of the history shifts.
            span = _span(which, now)
            read = self._history.messages(to.workspace, channel, span, to_the_end=True)
            every = [message async for message in read]
            own = [message for message in every if _is_own(message, bot_user)]
            left += await self._remove(to.workspace, channel, _whole(own, which))
            chat = to.workspace, channel
            replies = [
                message
                async for message in self._in_threads(chat, span, every)
                if _is_own(message, bot_user)
            ]
            left += await self._remove(to.workspace, channel, _whole(replies, which))
        except CallFailedError as failed:
            log.error("clear_failed", reason=failed.outcome.reason)
        except Exception as problem:
            log.error("clear_failed", error=type(problem).__name__)
        if left:
            log.error("not_all_cleared")

    async def _in_threads(
        self, chat: tuple[str, str], span: Span, every: Sequence[SlackMessage]
    ) -> AsyncIterator[SlackMessage]:
        """The replies in the threads of a chat (workspace and channel). `every` is what it shows.

        A thread may have begun before the span: the bot answers in one for `ANSWERED_FOR`.
        """
        firsts = {str(one["ts"]) for one in every if _has_replies(one, span)}
        if span.oldest is not None:
            earlier = Span(span.oldest - ANSWERED_FOR.total_seconds(), span.oldest)
            read = self._history.messages(*chat, earlier, to_the_end=True)
            firsts |= {str(one["ts"]) async for one in read if _has_replies(one, span)}
        for first in sorted(firsts):
            there = self._history.messages(*chat, span, to_the_end=True, thread=first)
            async for message in there:
                if message["ts"] != first:
                    yield message

    async def _remove(self, workspace: str, channel: str, going: Sequence[SlackMessage]) -> int:
        """Deletes messages of the bot's. Returns how many may still be there."""
        left = 0
        for message in going:
            stamp, files = str(message["ts"]), files_of(message)
            left += not await self._history.remove(workspace, channel, stamp, files)
        return left


def _has_replies(message: SlackMessage, span: Span) -> bool:
    """True for the first message of a thread that was written in until the span began, or later."""
    if not message.get("reply_count"):
        return False
    last = text_at(message, "latest_reply")
    return span.oldest is None or not last or float(last) >= span.oldest


def _span(which: Own, now: float) -> Span:
    oldest = which.since.timestamp() if which.since else None
    return Span(oldest, min(now, which.until.timestamp()) if which.until else now)


def _is_own(message: Mapping[str, Any], bot_user: str) -> bool:
    return message.get("user") == bot_user or (
        bool(message.get("bot_id")) and message.get("subtype") == "bot_message"
    )


def _whole(own: Sequence[Mapping[str, Any]], which: Own) -> list[Mapping[str, Any]]:
    """Those that are meant, and the other postings of the same message."""
    going = [message for message in own if _is_meant(message, which)]
    parts = {label.reference for message in going if (label := PostingLabel.of(message))}
    stamps = {message["ts"] for message in going}
    return [one for one in own if one["ts"] in stamps or _reference_of(one) in parts]


def _reference_of(message: Mapping[str, Any]) -> str | None:
    label = PostingLabel.of(message)
    return label.reference if label is not None else None


def _is_meant(message: Mapping[str, Any], which: Own) -> bool:
    """Excludes `until` itself, because Slack's own bounds include both ends."""
    if which.until is not None and float(message["ts"]) >= which.until.timestamp():
        return False
    if which.quoting is None or not file_names_of(message).isdisjoint(which.files):
        return True
    carried = carried_in(message.get("blocks") or [])
    return any(_is_of(text, words.text) for text in carried for words in which.quoting)


def _is_of(text: str, words: str) -> bool:
    """True for the words, and for a part of words that were too long for one posting."""
    return text == words or (len(text) >= LEAST_PART and text in words)
