"""Slack's limits, kept: what was told to wait is not asked again before its time."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

from adapters.slack.calls import CallFailedError, Calls, Json
from adapters.slack.outcomes import AT_ONCE, LIMITED
from bot.ports import NotSent

MOST_REMEMBERED = 50_000


class Waiting:
    """`Calls`, in front of others. Limits are Slack's: for each workspace and method.

    `tick` is in seconds, and only goes forward.
    """

    def __init__(self, calls: Calls, tick: Callable[[], float]) -> None:
        self._calls = calls
        self._tick = tick
        self._until: dict[tuple[str, str], float] = {}

    async def call(self, workspace: str, method: str, **arguments: object) -> Json:
        """Raises CallFailedError; where it is too early, without a request."""
        left = self._until.get((workspace, method), 0.0) - self._tick()
        if left > 0:
            raise CallFailedError(NotSent(LIMITED, timedelta(seconds=left), for_all=True))
        try:
            return await self._calls.call(workspace, method, **arguments)
        except CallFailedError as failed:
            outcome = failed.outcome
            if isinstance(outcome, NotSent) and outcome.reason == LIMITED:
                wait = (outcome.retry_after or AT_ONCE).total_seconds()
                self._note(workspace, method, self._tick() + wait)
            raise

    async def upload(self, url: str, content: bytes) -> None:
        await self._calls.upload(url, content)

    def _note(self, workspace: str, method: str, until: float) -> None:
        if len(self._until) >= MOST_REMEMBERED:
            now = self._tick()
            self._until = {key: at for key, at in self._until.items() if at > now}
        self._until[workspace, method] = max(until, self._until.get((workspace, method), 0.0))
