"""The deliveries of this process that left, or may have left: none of them leaves twice.

The row of a delivery says so too. Whoever writes to the database could plan it again each minute;
this memory they cannot reach.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from cachetools import TLRUCache

from bot.domain.delivery import Delivery, DeliveryState, Kind
from bot.ports import Clock, Outcome, Sent

# More than one process sends while the window of a delivery is open.
MOST = 100_000


@dataclass(frozen=True, slots=True)
class Arrival:
    """How a delivery ended, and until when (UTC) it could leave once more."""

    state: DeliveryState
    until: datetime


class Arrivals:
    """Remembers each until its window ends: after that the gate lets nothing of it leave."""

    def __init__(self, clock: Clock) -> None:
        self._known: TLRUCache[str, Arrival] = TLRUCache(
            MOST, lambda _id, known, _now: known.until.timestamp(), lambda: clock.now().timestamp()
        )

    def note(self, delivery: Delivery, outcome: Outcome) -> None:
        """Notes an outcome other than `NotSent`. An edit may be made again, and is not noted."""
        if delivery.kind is not Kind.AMEND:
            state = DeliveryState.SENT if isinstance(outcome, Sent) else DeliveryState.UNCONFIRMED
            self._known[delivery.id] = Arrival(state, delivery.not_after)

    def of(self, delivery_id: str) -> DeliveryState | None:
        """Returns how a delivery ended, or None for one that may leave."""
        known: Arrival | None = self._known.get(delivery_id)
        return known.state if known else None
