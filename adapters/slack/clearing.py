"""Taking the bot's own messages out of one chat, in the background where it takes long."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from typing import Any

import structlog

from adapters.shared.background import GRACE, wind_down
from adapters.slack.chats import Chats
from adapters.slack.history import History, Span, files_of
from adapters.slack.outbound.render import quotes_in
from adapters.slack.sdk.calls import CallFailedError, Calls
from bot.domain.people import Address
from bot.ports import Own

# Long enough for most chats; a longer one is cleared while other things go on.
AT_ONCE = 3.0

log = structlog.get_logger()


class Clearing:
    def __init__(self, calls: Calls, chats: Chats, history: History) -> None:
        self._calls = calls
        self._chats = chats
        self._history = history
        self._working: set[asyncio.Task[None]] = set()

    async def clear(self, to: Address, which: Own, now: float, bot_user: str) -> None:
        """What is posted after `now` (seconds since 1970) stays. Never raises."""
        task = asyncio.create_task(self._clear(to, which, now, bot_user))
        self._working.add(task)
        task.add_done_callback(self._working.discard)
        await asyncio.wait([task], timeout=AT_ONCE)

    async def stop(self, grace: float = GRACE) -> None:
        """What is still being cleared after `grace` (seconds) is left as it is."""
        await wind_down(list(self._working), grace)

    async def _clear(self, to: Address, which: Own, now: float, bot_user: str) -> None:
        left = 0
        try:
            channel = await self._chats.channel(to)
            # All are read before any is deleted, so that no page shifts under the next one.
            going = [
                message
                async for message in self._history.messages(
                    to.workspace, channel, _span(which, now)
                )
                if _is_own(message, bot_user) and _is_meant(message, which)
            ]
            for message in going:
                stamp, files = str(message["ts"]), files_of(message)
                if not await self._history.remove(to.workspace, channel, stamp, files):
                    left += 1
        except CallFailedError as failed:
            log.error("clear_failed", reason=failed.outcome.reason)
        except Exception as problem:
            log.error("clear_failed", error=type(problem).__name__)
        if left:
            log.error("not_all_cleared", left=left)


def _span(which: Own, now: float) -> Span:
    oldest = which.since.timestamp() if which.since else None
    return Span(oldest, min(now, which.until.timestamp()) if which.until else now)


def _is_own(message: Mapping[str, Any], bot_user: str) -> bool:
    return message.get("user") == bot_user or (
        bool(message.get("bot_id")) and message.get("subtype") == "bot_message"
    )


def _is_meant(message: Mapping[str, Any], which: Own) -> bool:
    """`until` itself is outside; Slack's own bounds are told to include both ends."""
    if which.until is not None and float(message["ts"]) >= which.until.timestamp():
        return False
    return which.quoting is None or which.quoting.text in quotes_in(message.get("blocks") or [])
