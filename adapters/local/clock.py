"""The local page's clock, which can be moved forward. Only the local page may do that."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from datetime import UTC, datetime, timedelta

Keep = Callable[[timedelta], Awaitable[None]]


class MovableClock:
    """Real time plus an offset that only grows. `keep` stores the offset for the next start.

    When the machine's clock is set back, this clock stands still instead of going back.
    """

    def __init__(self, offset: timedelta, keep: Keep) -> None:
        self._offset = offset
        self._keep = keep
        self._latest = datetime.min.replace(tzinfo=UTC)

    def now(self) -> datetime:
        self._latest = max(self._latest, datetime.now(UTC) + self._offset)
        return self._latest

    async def move_to(self, moment: datetime) -> None:
        """Moves forward to `moment` (with a time zone). A moment in the past changes nothing."""
        ahead = moment - self.now()
        if ahead > timedelta(0):
            self._offset += ahead
            await self._keep(self._offset)
