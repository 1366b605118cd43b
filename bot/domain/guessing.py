"""Wrong invitation codes: how many are free, and how long somebody is then asked to wait."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

FREE = 5
# So many wrong codes of others here take one free try away, and lengthen each wait once more.
CROWD = 100
FIRST_WAIT, LONGEST_WAIT = timedelta(minutes=1), timedelta(minutes=15)
OWN_WINDOW, CROWD_WINDOW = timedelta(days=1), timedelta(hours=1)


def waits_until(own: Sequence[datetime], others: int) -> datetime | None:
    """Until when somebody is asked to wait (UTC); None if they are not.

    `own` is when they typed wrong codes within `OWN_WINDOW`, oldest first. `others` counts those of
    their whole workspace within `CROWD_WINDOW`. Whoever has typed no wrong code is never asked to
    wait, whatever others do. Each wait doubles the one before. A right code opens at any time.
    """
    crowds = others // CROWD
    over = len(own) - max(1, FREE - crowds)
    if not own or over < 0:
        return None
    doubled = FIRST_WAIT * (1 << min(over, 10)) * (1 + crowds)
    return own[-1] + min(LONGEST_WAIT, doubled)
