"""The attempts of this process: deliveries that it claimed and whose end it does not know.

This is the only object that knows them. `send` notes here how far each attempt came, and `recover`
reads it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.delivery.verdict import Covered
from bot.domain.delivery import Delivery
from bot.ports import NotSent, Outcome

# The waits after the first look and after the second. By the third look the platform's history
# had time to catch up (`HISTORY_LAG`), so that "not found" counts and no other look follows.
FIRST_WAITS = (timedelta(seconds=20), timedelta(seconds=40))
# A history that can still not be read is read again after waits that grow up to this.
LONGEST_WAIT = timedelta(minutes=15)


@dataclass
class Attempt:
    """How far one delivery came: the composed message, and the platform's answer.

    `workspace` is the lane that claimed it. `began` is when its start was noted, and `answered_at`
    when the platform answered. `looks` counts how often the platform was asked whether the message
    is there, and `looked_at` is when it was asked last. Times are UTC.
    """

    workspace: str | None = None
    began: datetime | None = None
    composed: Covered | None = None
    outcome: Outcome | None = None
    answered_at: datetime | None = None
    looks: int = 0
    looked_at: datetime | None = None

    @property
    def begun(self) -> bool:
        return self.composed is not None

    def may_look(self, now: datetime) -> bool:
        """True if the platform may be asked (again). A clock that was set back holds nothing up."""
        if self.looked_at is None:
            return True
        return not self.looked_at <= now < self.looked_at + self._wait()

    def looked(self, now: datetime) -> None:
        """Notes that the platform is asked now."""
        self.looks += 1
        self.looked_at = now

    def _wait(self) -> timedelta:
        if self.looks <= len(FIRST_WAITS):
            return FIRST_WAITS[self.looks - 1]
        doubled = FIRST_WAITS[-1] * (1 << min(self.looks - len(FIRST_WAITS), 10))
        return min(LONGEST_WAIT, doubled)


class Attempts:
    """The attempts under way, and the unsure ones whose end must still be looked up, by delivery
    id.

    A delivery may have both, if it was claimed again while an earlier attempt was unsure. Then the
    attempt under way counts.
    """

    def __init__(self) -> None:
        self._under_way: dict[str, Attempt] = {}
        self._unsure: dict[str, Attempt] = {}
        self._left_behind: list[Delivery] = []
        self._claim_unheard = False

    def start(self, claimed: Sequence[Delivery], workspace: str) -> None:
        """Begins a new attempt for each. Forgets the outcome of any earlier attempt."""
        for delivery in claimed:
            self._unsure.pop(delivery.id, None)
            self._under_way[delivery.id] = Attempt(workspace)

    def of(self, delivery_id: str) -> Attempt:
        """Returns the attempt under way. Raises KeyError if there is none."""
        return self._under_way[delivery_id]

    def finish(self, delivery_id: str) -> None:
        del self._under_way[delivery_id]

    def is_under_way(self, delivery_id: str) -> bool:
        return delivery_id in self._under_way

    def look_for(self, delivery_id: str, attempt: Attempt) -> None:
        """Notes that the end of this attempt is unknown, so that it is looked up until it
        is known.
        """
        self._unsure[delivery_id] = attempt

    def look_for_claimed(self, delivery_id: str) -> None:
        """Notes a delivery that this process has claimed, and of which it knows no attempt."""
        if not self.is_under_way(delivery_id):
            self._unsure.setdefault(delivery_id, Attempt())

    def unsure(self) -> list[tuple[str, Attempt]]:
        """The unsure attempts to look up now, without deliveries that are under way again."""
        return [one for one in self._unsure.items() if not self.is_under_way(one[0])]

    def is_last(self, delivery_id: str, attempt: Attempt) -> bool:
        """False if the delivery was claimed again while we waited."""
        is_same = self._unsure.get(delivery_id) is attempt
        return is_same and not self.is_under_way(delivery_id)

    def known(self, delivery_id: str) -> None:
        """Removes an unsure attempt: its end is known and stored."""
        del self._unsure[delivery_id]

    def closed_by(self, workspace: str) -> NotSent | None:
        """Returns a 429 for the whole workspace that may not be stored yet."""
        for known in (self._under_way, self._unsure):
            for one in known.values():
                found = one.outcome
                if isinstance(found, NotSent) and found.for_all and one.workspace == workspace:
                    return found
        return None

    def note_unheard_claim(self) -> None:
        """Notes that the commit of a claim was not confirmed: the claim may exist."""
        self._claim_unheard = True

    @property
    def claim_unheard(self) -> bool:
        return self._claim_unheard

    def claims_read(self) -> None:
        self._claim_unheard = False

    def leave_behind(self, delivery: Delivery) -> None:
        """Notes a claim of a dead process that could not be taken over yet."""
        self._left_behind.append(delivery)

    def take_left_behind(self) -> list[Delivery]:
        left, self._left_behind = self._left_behind, []
        return left
