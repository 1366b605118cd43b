"""Tells the alarms of one trouble: once when it has lasted too long, and once when it is over."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from datetime import datetime
from typing import Protocol

import structlog

from bot.metrics import METRICS

# A worker that fails to alert waits this long (seconds), so that its lease lapses and another may
# try.
BETWEEN_TRIES = 180.0

log = structlog.get_logger()


class Alarm(Protocol):
    """A receiver of alarms. It gets times, and nothing about a message or a person."""

    async def raised(self, since: datetime, platform: str | None = None) -> None:
        """Alerts that nothing could be sent since `since` (UTC): at all, or to one platform.

        Raises OSError if it could not alert.
        """

    async def over(self, since: datetime, until: datetime, platform: str | None = None) -> None:
        """Tells that sending works again after `since` to `until` (UTC).

        Raises OSError if it could not.
        """


class Bell:
    """Rings every alarm once for each trouble. One that did not hear is told again later.

    `is_ours` says whether this worker may alert; it is asked each time. `beat` counts seconds and
    never goes back. `platform` is the one that the trouble is about; None: all of them.
    """

    def __init__(
        self,
        alarms: Sequence[Alarm],
        is_ours: Callable[[], Awaitable[bool]],
        beat: Callable[[], float],
        platform: str | None = None,
    ) -> None:
        self._alarms = alarms
        self._is_ours = is_ours
        self._beat = beat
        self._platform = platform
        self._untold: list[Alarm] = []
        self._tries_at = 0.0
        self.rung = False

    async def ring(self, since: datetime) -> None:
        """Call it at each look while the trouble lasts. `since` is UTC."""
        if not self.rung:
            self.rung, self._untold, self._tries_at = True, list(self._alarms), 0.0
        waits = self._untold and self._beat() < self._tries_at
        if waits or not self._alarms or not await self._is_ours():
            return
        if self._untold:
            about = self._platform
            self._untold = [
                alarm for alarm in self._untold if not await _heard(alarm.raised(since, about))
            ]
            self._tries_at = self._beat() + BETWEEN_TRIES

    async def end(self, since: datetime, until: datetime) -> bool:
        """Tells those that were told, and returns True, if the bell has rung."""
        if not self.rung:
            return False
        self.rung = False
        for alarm in self._alarms:
            if alarm not in self._untold:
                await _heard(alarm.over(since, until, self._platform))
        return True


async def _heard(telling: Awaitable[None]) -> bool:
    try:
        await telling
    except OSError as problem:
        METRICS.failed("alarm")
        log.error("alarm_not_told", error=type(problem).__name__)
        return False
    return True
