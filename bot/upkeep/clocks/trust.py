"""Decides whether the clock may decide: nothing irreversible happens on one reading of it.

Three things must agree: the machine's clock, the database's, and the last trusted moment together
with the real seconds since, which nobody can set.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta

# By how much clocks may differ, and one clock may leap, before it counts.
APART = JUMP = timedelta(minutes=5)
# A leap must be outlived: as long as the leap itself, at least and at most this long.
SETTLES = timedelta(minutes=15)
GRACE = timedelta(hours=24)
# A clock that is ahead by more than this also sends nothing: what is due would be dropped, and the
# next question planned for a day that is far away. A stop is rarely as long.
HOLDS = timedelta(days=7)
# A stop that needs nobody's attention: a restart, an update of the machine.
SHORT = timedelta(hours=1)
# The trusted moment is renewed this seldom, so that many small leaps do not add up unseen.
RENEWED = timedelta(hours=1)


@dataclass(frozen=True, slots=True)
class TrustedMoment:
    """The last trusted moment `at` (UTC), and what was counted since then, for the next start.

    `since`: the real time since `at`, as far as a process ran and counted it. `off`: by how much
    the clock differs from `at + since`, and for how long it did so (`waited`). `waiting` is False
    while the clock is trusted. `first`: no moment was kept before, and nothing else is in doubt.
    """

    at: datetime
    since: timedelta = timedelta(0)
    off: timedelta = timedelta(0)
    waited: timedelta = timedelta(0)
    waiting: bool = False
    first: bool = False


@dataclass(frozen=True, slots=True)
class Doubt:
    """Why nothing irreversible happens now.

    `off` is how far the clock is from where it should be, `left` how long it still waits, and
    `apart` how far the database's clock is from the machine's, where they do not agree. `first`: it
    is the first start of a version that keeps a trusted moment, and `off` says nothing.
    """

    off: timedelta
    left: timedelta
    apart: timedelta | None = None
    first: bool = False

    @property
    def serious(self) -> bool:
        """True if an operator must hear of it at once."""
        return self.apart is not None or (not self.first and abs(self.off) >= GRACE)

    @property
    def usual(self) -> bool:
        """True after a first start or a short stop: it goes by, and there is nothing to do."""
        short = timedelta(0) < self.off <= SHORT
        return self.apart is None and (self.first or short)

    @property
    def holds(self) -> bool:
        """True if nothing leaves by itself either."""
        return self.off > HOLDS


def needed(off: timedelta) -> timedelta:
    """How long a leap of the clock by `off` must be outlived."""
    return SETTLES if abs(off) <= JUMP else max(SETTLES, min(GRACE, abs(off)))


class Trust:
    """Follows one machine's clock. `seconds` never goes back, and counts sleep too."""

    def __init__(self, mark: TrustedMoment, seconds: float) -> None:
        self.mark = mark
        self._seconds = seconds
        self._apart: timedelta | None = None
        self._looked = False

    def look(self, now: datetime, seconds: float, there: datetime | None = None) -> Doubt | None:
        """Takes one reading: `now` of the machine, `there` of a database elsewhere, both aware.

        Returns None if the clock is trusted.
        """
        passed = timedelta(seconds=max(0.0, seconds - self._seconds))
        self._seconds = seconds
        was = self.mark
        since = was.since + passed
        off = now - (was.at + since)
        apart = None if there is None else there - now
        self._apart = apart if apart is not None and abs(apart) > APART else None
        if self._apart is not None or abs(off - was.off) > JUMP:
            first = was.first and was.off == timedelta(0) and self._apart is None
            leaped = TrustedMoment(was.at, since, off, timedelta(0), waiting=True)
            self.mark = replace(leaped, first=first)
        elif was.waiting:
            # A restart takes a moment that nobody counts. It is no leap, however many there are.
            rebased = was.off if self._looked else off
            self.mark = replace(was, since=since, off=rebased, waited=was.waited + passed)
        elif self._looked:
            self.mark = replace(was, since=since)
        else:
            self.mark = TrustedMoment(now.astimezone(UTC))
        self._looked = True
        self._renew(now)
        return self.doubt

    @property
    def doubt(self) -> Doubt | None:
        """What the last reading left in doubt."""
        if not self.mark.waiting:
            return None
        left = needed(self.mark.off) - self.mark.waited
        return Doubt(self.mark.off, left, self._apart, self.mark.first)

    def _renew(self, now: datetime) -> None:
        outlived = self.mark.waiting and self.mark.waited >= needed(self.mark.off)
        steady = not self.mark.waiting and self.mark.since >= RENEWED
        if outlived or steady:
            self.mark = TrustedMoment(now.astimezone(UTC))


def begun(mark: TrustedMoment | None, now: datetime) -> TrustedMoment:
    """The mark to start with. Where none was stored, nothing says since when Handrail stood.

    Then it waits for a day. So it is after an upgrade from a version that stored none.
    """
    return mark or TrustedMoment((now - GRACE).astimezone(UTC), first=True)
