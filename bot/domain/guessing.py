"""Wrong invitation codes: how many are free, and how long somebody then waits for the next look."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

FREE = 5
# So many wrong codes of others here take one free try away, and lengthen each wait once more.
CROWD = 100
FIRST_WAIT, LONGEST_WAIT = timedelta(minutes=1), timedelta(minutes=15)
OWN_WINDOW, CROWD_WINDOW = timedelta(days=1), timedelta(hours=1)


def waits_until(own: Sequence[datetime], others: int) -> datetime | None:
    """When the next code of somebody is looked up (UTC); None for at once.

    `own` is when they typed wrong codes within `OWN_WINDOW`, oldest first. `others` counts those of
    their whole workspace within `CROWD_WINDOW`. Who has typed no wrong code never waits, whatever
    others do: so nobody can close the door for somebody else. Each wait doubles the one before.
    """
    crowds = others // CROWD
    over = len(own) - max(1, FREE - crowds)
    if not own or over < 0:
        return None
    doubled = FIRST_WAIT * (1 << min(over, 10)) * (1 + crowds)
    return own[-1] + min(LONGEST_WAIT, doubled)
