"""What a halt of the organisation means for one delivery: when it is looked at again, and the last
look before it leaves.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import datetime, timedelta
from zlib import crc32

import structlog

from bot.domain.delivery import Delivery
from bot.domain.reasons import Reason
from bot.metrics import METRICS
from bot.ports import NotSent, Store

# What was read about a halt counts for so many seconds. With the longest time between a look and
# the request that follows it, nothing leaves later than two seconds after a halt.
FRESH_SECONDS = 1.0
MOST_LOOKS = 3
# What waits is looked at again after so long, and after up to as much again.
LOOKS_AGAIN = timedelta(minutes=10)

log = structlog.get_logger()


def looks_again(delivery: Delivery, now: datetime) -> datetime:
    """When a waiting delivery is looked at again (UTC): its own moment, so that nothing bursts."""
    apart = crc32(delivery.id.encode()) % int(LOOKS_AGAIN.total_seconds())
    return now + LOOKS_AGAIN + timedelta(seconds=apart)


class FreshLook:
    """Tells of one message whether it may still leave. Make it before the gate is asked.

    `seconds` is a clock that never goes back.
    """

    def __init__(self, store: Store, seconds: Callable[[], float] = time.monotonic) -> None:
        self._store = store
        self._seconds = seconds
        self._looked = seconds()

    async def look(self) -> NotSent | None:
        """Looks again where the last look is too old. See `bot.ports.LastLook`. Never raises."""
        for _ in range(MOST_LOOKS):
            began = self._seconds()
            if began - self._looked < FRESH_SECONDS:
                return None
            try:
                async with self._store.transaction() as tx:
                    halt = await tx.halt()
            except Exception as problem:
                METRICS.failed("delivery")
                log.error("halt_not_looked_for", error=type(problem).__name__)
                break
            if halt is not None and halt.in_force:
                return NotSent(Reason.HALTED)
            # A look that took long says nothing of its end: then there is another one.
            self._looked = began
        return NotSent("interrupted", timedelta(0))
