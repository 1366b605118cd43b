"""The bot's own messages, as the chat's history has them: looked for, and taken out."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from dataclasses import dataclass
from datetime import timedelta
from typing import Any, Literal

from adapters.slack.inbound.shapes import Mark, Posted
from adapters.slack.sdk.calls import CallFailedError, Calls
from bot.ports import NotSent, Outcome, Sent, Unknown

Json = Mapping[str, Any]
Access = Literal["own", "limited"]
Sleep = Callable[[float], Awaitable[None]]
Ask = Callable[..., Awaitable[Json]]

# After so long (seconds) a message that was taken is listed, if it ever will be.
LAG = 10.0
BACK = timedelta(hours=26)
PAGE = {"own": 200, "limited": 15}
PAGES = {"own": 20, "limited": 3}
# "limited" is asked once a minute (Slack's limit for newly distributed apps).
PAUSE = {"own": 0.0, "limited": 61.0}
MOST_WAITS = 5
LONGEST_WAIT = 120.0


class NotReadNowError(OSError):
    """Whether something is there could not be seen now. Its text is a fixed word of ours."""


@dataclass(frozen=True, slots=True)
class Span:
    """Seconds since 1970, as Slack's time stamps count them; None is open."""

    oldest: float | None = None
    latest: float | None = None


class History:
    """`access` says whether this app may read histories freely (one's own app), or hardly."""

    def __init__(self, calls: Calls, access: Access, sleep: Sleep = asyncio.sleep) -> None:
        self._calls = calls
        self._access = access
        self._sleep = sleep

    @property
    def readable(self) -> bool:
        return self._access == "own"

    async def find(
        self, workspace: str, channel: str, reference: str, now: float, *, lagging: bool
    ) -> Outcome:
        """Was it posted? `Unknown` where that can never be told.

        What was posted in part is taken out again, so that it may be sent whole; not while the
        history may be `lagging` behind, when the rest may be there as well. Nothing is waited for:
        raises NotReadNowError where a later look may see more.
        """
        if not self.readable:
            return Unknown("history_not_readable")
        try:
            found = await self._look(workspace, channel, reference, now)
            if found and len(found) == next(iter(found.values()))[0].count:
                return Sent(str(_posted(channel, [found[number][1] for number in sorted(found)])))
            if found and lagging:
                raise NotReadNowError("seen in part")
            for _, part in found.values():
                await self._take_out(workspace, channel, part)
        except CallFailedError as failed:
            return never_to_be_told(failed.outcome)
        return NotSent("not_found")

    async def _look(
        self, workspace: str, channel: str, reference: str, now: float
    ) -> dict[int, tuple[Mark, Json]]:
        found: dict[int, tuple[Mark, Json]] = {}
        span = Span(now - BACK.total_seconds())
        async for message in self.messages(workspace, channel, span, ask=self._calls.call):
            mark = Mark.of(message)
            if mark is not None and mark.reference == reference:
                found[mark.number] = mark, message
        return found

    async def messages(
        self, workspace: str, channel: str, span: Span, ask: Ask | None = None
    ) -> AsyncIterator[Json]:
        """Newest first. Raises CallFailedError where a page could not be read.

        Waits as long as Slack asks for, unless `ask` does not.
        """
        ask = ask or self._patiently
        cursor: str | None = None
        for number in range(PAGES[self._access]):
            if number:
                await self._sleep(PAUSE[self._access])
            page = await ask(
                workspace,
                "conversations.history",
                channel=channel,
                limit=PAGE[self._access],
                include_all_metadata=True,
                inclusive=True,
                oldest=None if span.oldest is None else f"{span.oldest:.6f}",
                latest=None if span.latest is None else f"{span.latest:.6f}",
                cursor=cursor,
            )
            for message in page.get("messages") or ():
                if isinstance(message, Mapping) and isinstance(message.get("ts"), str):
                    yield message
            more = page.get("response_metadata")
            cursor = more.get("next_cursor") if isinstance(more, Mapping) else None
            if not cursor:
                return

    async def remove(
        self, workspace: str, channel: str, stamp: str, files: tuple[str, ...] = ()
    ) -> bool:
        """True when it is certain that this posting of ours is no longer there."""
        for file in files:
            await self._done(workspace, "files.delete", file=file)
        return await self._done(workspace, "chat.delete", channel=channel, ts=stamp)

    async def _take_out(self, workspace: str, channel: str, part: Json) -> None:
        """Raises CallFailedError where it may still be there."""
        for file in files_of(part):
            await self._done(workspace, "files.delete", file=file)
        try:
            await self._calls.call(workspace, "chat.delete", channel=channel, ts=part["ts"])
        except CallFailedError as failed:
            if failed.outcome.reason != "gone":
                raise

    async def _done(self, workspace: str, method: str, **arguments: object) -> bool:
        try:
            await self._patiently(workspace, method, **arguments)
        except CallFailedError as failed:
            return failed.outcome.reason == "gone"
        return True

    async def _patiently(self, workspace: str, method: str, **arguments: object) -> Json:
        """For what may be repeated without harm: waits as long as it is told to, within bounds."""
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
    """A look that Slack refuses for good. Raises NotReadNowError where a later one may be heard."""
    if isinstance(outcome, Unknown) or outcome.retry_after is not None:
        raise NotReadNowError(outcome.reason)
    return Unknown("history_not_readable")


def _posted(channel: str, parts: list[Json]) -> Posted:
    stamps = tuple(str(part["ts"]) for part in parts)
    return Posted(channel, stamps, tuple(name for part in parts for name in files_of(part)))


def files_of(message: Json) -> tuple[str, ...]:
    """The files that hang on a message, or are drawn in it."""
    shared = [file for file in message.get("files") or () if isinstance(file, Mapping)]
    drawn = [
        block["slack_file"]
        for block in message.get("blocks") or ()
        if isinstance(block, Mapping) and isinstance(block.get("slack_file"), Mapping)
    ]
    return tuple(str(file["id"]) for file in (*shared, *drawn) if file.get("id"))
