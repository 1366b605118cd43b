"""The local page's clock. It can be moved on, and only the local page may do that."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from datetime import UTC, datetime, timedelta

Keep = Callable[[timedelta], Awaitable[None]]


class MovableClock:
    """Real time plus an offset that only grows. `keep` stores the offset for the next start.

    It stands still, rather than go back, while the machine's own clock is being set back.
    """

    def __init__(self, offset: timedelta, keep: Keep) -> None:
        self._offset = offset
        self._keep = keep
        self._latest = datetime.min.replace(tzinfo=UTC)

    def now(self) -> datetime:
        self._latest = max(self._latest, datetime.now(UTC) + self._offset)
        return self._latest

    async def move_to(self, moment: datetime) -> None:
        """Forward to `moment` (aware); a moment that is past changes nothing."""
        ahead = moment - self.now()
        if ahead > timedelta(0):
            self._offset += ahead
            await self._keep(self._offset)
