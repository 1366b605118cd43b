"""How fast a platform lets one workspace be written to."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

# A clock that was set back further than this has made nonsense of what was noted by it.
SET_BACK = timedelta(minutes=5)


@dataclass(frozen=True, slots=True)
class Pace:
    """At most `burst` messages at once and `per_second` on average; in one chat `between` apart."""

    per_second: float
    burst: int
    between: timedelta = timedelta(0)

    @property
    def step(self) -> timedelta:
        return timedelta(seconds=1 / self.per_second)


@dataclass(frozen=True, slots=True)
class Lane:
    """What is known of one workspace's road, all times UTC, shared by every worker.

    `used_until`: what has been sent so far uses up the pace until then (the virtual schedule of
    ITU-T I.371's leaky bucket). From `closed_at` to `closed_until` the platform wants no message.
    `left_at`: the app was removed there.
    """

    workspace: str
    used_until: datetime | None = None
    closed_at: datetime | None = None
    closed_until: datetime | None = None
    left_at: datetime | None = None

    def closed(self, now: datetime) -> bool:
        if self.closed_at is None or self.closed_until is None:
            return False
        return self.closed_at - SET_BACK <= now < self.closed_until

    def allows(self, now: datetime, pace: Pace) -> int:
        """How many messages may leave at this moment."""
        ahead = self._begins(now, pace) - now
        return max(0, int((pace.step * pace.burst - ahead) / pace.step + 1e-9))

    def used(self, now: datetime, pace: Pace, count: int) -> datetime:
        """`used_until`, after `count` more."""
        return self._begins(now, pace) + pace.step * count

    def _begins(self, now: datetime, pace: Pace) -> datetime:
        if self.used_until is None or self.used_until > now + pace.step * pace.burst + SET_BACK:
            return now
        return max(now, self.used_until)
