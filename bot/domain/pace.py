"""How fast a platform lets one workspace be written to."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

# If the clock was set back by more than this, times noted before are ignored.
SET_BACK = timedelta(minutes=5)


@dataclass(frozen=True, slots=True)
class Pace:
    """A platform's rate limit: at most `burst` messages at once, `per_second` on average, and
    `between` (time) between two messages in one chat.
    """

    per_second: float
    burst: int
    between: timedelta = timedelta(0)

    @property
    def step(self) -> timedelta:
        return timedelta(seconds=1 / self.per_second)


@dataclass(frozen=True, slots=True)
class Lane:
    """The send limits of one workspace, shared by every worker. All times are UTC.

    `used_until` is when the messages sent so far no longer count against the pace (the virtual
    schedule of ITU-T I.371's leaky bucket). The platform accepts no message from `closed_at` to
    `closed_until`. `left_at` is when the app was removed from the workspace.
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
        """Returns how many messages may leave at `now`."""
        ahead = self._begins(now, pace) - now
        return max(0, int((pace.step * pace.burst - ahead) / pace.step + 1e-9))

    def used(self, now: datetime, pace: Pace, count: int) -> datetime:
        """Returns the new `used_until` after `count` more messages."""
        return self._begins(now, pace) + pace.step * count

    def _begins(self, now: datetime, pace: Pace) -> datetime:
        if self.used_until is None or self.used_until > now + pace.step * pace.burst + SET_BACK:
            return now
        return max(now, self.used_until)
