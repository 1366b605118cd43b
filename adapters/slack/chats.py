"""The private chat with each person: its channel id, and whether "do not disturb" is on."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

from adapters.shared.bounded import BriefMemory
from adapters.shared.json_values import text_at
from adapters.slack.sdk.calls import CallFailedError, SlackCalls
from bot.domain.people import Address
from bot.ports import NotSent, Unknown

CHAT_SECONDS = 6 * 3600.0
DO_NOT_DISTURB_SECONDS = 300.0
LONGEST_DO_NOT_DISTURB = timedelta(hours=24)


class Chats:
    """`now` is UTC; `tick` returns seconds and never goes back."""

    def __init__(
        self, calls: SlackCalls, tick: Callable[[], float], now: Callable[[], datetime]
    ) -> None:
        self._calls = calls
        self._now = now
        self._channels: BriefMemory[str, str] = BriefMemory(CHAT_SECONDS, tick)
        self._disturbance: BriefMemory[str, tuple[float, float]] = BriefMemory(
            DO_NOT_DISTURB_SECONDS, tick
        )

    async def channel(self, to: Address) -> str:
        """The id of the private chat. Raises CallFailedError; nothing was sent then."""
        known = self._channels.get(to.chat_key)
        if known is not None:
            return known
        try:
            opened = await self._calls.call(to.workspace, "conversations.open", users=to.user)
        except CallFailedError as failed:
            if isinstance(failed.outcome, Unknown):
                raise CallFailedError(NotSent("not_opened", timedelta(0))) from None
            raise
        found = text_at(opened, "channel", "id")
        if not found:
            raise CallFailedError(NotSent("not_opened", timedelta(0)))
        self._channels.put(to.chat_key, found)
        return found

    def is_open(self, to: Address) -> bool:
        """True if the chat is known, so that `channel` asks nobody."""
        return self._channels.get(to.chat_key) is not None

    def forget(self, to: Address) -> None:
        self._channels.forget(to.chat_key)

    async def do_not_disturb_for(self, to: Address) -> timedelta | None:
        """How long "do not disturb" still lasts (`dnd.info`); None when it is off.

        Returns None when Slack does not say: Slack itself then shows no notification.
        """
        span = self._disturbance.get(to.chat_key)
        if span is None:
            span = await self._ask(to)
            self._disturbance.put(to.chat_key, span)
        begins, ends = span
        at = self._now().timestamp()
        if not begins <= at < ends:
            return None
        return min(LONGEST_DO_NOT_DISTURB, timedelta(seconds=ends - at))

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
