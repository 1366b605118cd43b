"""The private chat with each person: which one it is, and whether they are to be disturbed now."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

from adapters.shared.bounded import Remembering
from adapters.slack.sdk.calls import CallFailedError, Calls
from bot.domain.people import Address
from bot.ports import NotSent, Unknown

CHAT_SECONDS = 6 * 3600.0
QUIET_SECONDS = 300.0
LONGEST_QUIET = timedelta(hours=24)


class Chats:
    """`now` is UTC; `tick` is in seconds, and only goes forward."""

    def __init__(
        self, calls: Calls, tick: Callable[[], float], now: Callable[[], datetime]
    ) -> None:
        self._calls = calls
        self._now = now
        self._channels: Remembering[str] = Remembering(CHAT_SECONDS, tick)
        self._quiet: Remembering[tuple[float, float]] = Remembering(QUIET_SECONDS, tick)

    async def channel(self, to: Address) -> str:
        """Raises CallFailedError; nothing has left then, whatever it was."""
        known = self._channels.get(to.chat_key)
        if known is not None:
            return known
        try:
            opened = await self._calls.call(to.workspace, "conversations.open", users=to.user)
        except CallFailedError as failed:
            if isinstance(failed.outcome, Unknown):
                raise CallFailedError(NotSent("not_opened", timedelta(0))) from None
            raise
        channel = opened.get("channel")
        found = channel.get("id") if isinstance(channel, dict) else None
        if not isinstance(found, str) or not found:
            raise CallFailedError(NotSent("not_opened", timedelta(0)))
        self._channels.put(to.chat_key, found)
        return found

    def forget(self, to: Address) -> None:
        self._channels.forget(to.chat_key)

    async def quiet_for(self, to: Address) -> timedelta | None:
        """How long they are not to be disturbed (`dnd.info`); None when they may be.

        Where Slack does not say, they may be: Slack itself then keeps the notification quiet.
        """
        span = self._quiet.get(to.chat_key)
        if span is None:
            span = await self._ask(to)
            self._quiet.put(to.chat_key, span)
        begins, ends = span
        at = self._now().timestamp()
        if not begins <= at < ends:
            return None
        return min(LONGEST_QUIET, timedelta(seconds=ends - at))

    async def _ask(self, to: Address) -> tuple[float, float]:
        try:
            told = await self._calls.call(to.workspace, "dnd.info", user=to.user)
        except CallFailedError:
            return 0.0, 0.0
        match told:
            case {
                "dnd_enabled": True,
                "next_dnd_start_ts": int() | float() as begins,
                "next_dnd_end_ts": int() | float() as ends,
            }:
                return float(begins), float(ends)
        return 0.0, 0.0


def utc_now() -> datetime:
    return datetime.now(UTC)
