"""The organisation's red button: while it is pressed, nothing leaves by itself."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

# A resume that is noted later than this after now was noted by a wrong clock.
CLOCKS_APART = timedelta(minutes=2)


class WhileHalted(StrEnum):
    """What becomes of a delivery that falls due while the organisation has halted everything.

    `DROPS`: it is settled, and its next occurrence is planned as always. `WAITS`: something would
    be missed, so it leaves after the resume, in its own window or on the next day. `GOES_ON`: it
    is part of a withdrawal or an erase, which no halt holds up, and says nothing to anybody.
    """

    DROPS = "drops"
    WAITS = "waits"
    GOES_ON = "goes_on"


@dataclass(frozen=True, slots=True)
class Halt:
    """The last halt of the organisation. Times are UTC; `resumed_at` is None while it holds.

    `halted_by` is the operator's account on the machine, and `because` a note to other operators.
    Neither is about a client or a coach.
    """

    halted_at: datetime
    halted_by: str
    because: str | None = None
    resumed_at: datetime | None = None

    @property
    def in_force(self) -> bool:
        return self.resumed_at is None

    def took(self, due_at: datetime, now: datetime) -> bool:
        """Tells whether what was due at `due_at` fell due while this halt held, or waited in it.

        So what nobody claimed by the resume does not follow in a burst. Where a wrong clock noted
        the resume, nobody knows when it was: then whatever is late counts as due in the halt.
        """
        if self.resumed_at is None or due_at <= self.halted_at <= now + CLOCKS_APART:
            return True
        if self.halted_at <= self.resumed_at <= now + CLOCKS_APART:
            return due_at < self.resumed_at
        return due_at < now - CLOCKS_APART
