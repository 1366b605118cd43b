"""The attempts of this process: what it has claimed, and does not know the end of.

The one object that knows them. Who sends notes here how far each came; who recovers reads it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.delivery.gate import Covered
from bot.domain.delivery import Delivery
from bot.ports import NotSent, Outcome


@dataclass
class Attempt:
    """How far one delivery has come: what was composed, and what the platform said to it.

    `workspace` is the lane it was claimed in, `began` when it was noted that it is about to leave,
    `answered_at` when the platform's answer came (UTC).
    """

    workspace: str | None = None
    began: datetime | None = None
    composed: Covered | None = None
    outcome: Outcome | None = None
    answered_at: datetime | None = None

    @property
    def begun(self) -> bool:
        return self.composed is not None


class Attempts:
    """By delivery id: those under way, and those that are unsure until they were looked for.

    A delivery may be both: it was claimed anew while an earlier attempt was still unsure. The
    attempt under way is the one that counts then.
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
        """The attempt under way."""
        return self._under_way[delivery_id]

    def finish(self, delivery_id: str) -> None:
        del self._under_way[delivery_id]

    def is_under_way(self, delivery_id: str) -> bool:
        return delivery_id in self._under_way

    def look_for(self, delivery_id: str, attempt: Attempt) -> None:
        """Its end is unknown: it is looked for until it is known."""
        self._unsure[delivery_id] = attempt

    def look_for_claimed(self, delivery_id: str) -> None:
        """It is claimed by this process, and no attempt of it is known."""
        if not self.is_under_way(delivery_id):
            self._unsure.setdefault(delivery_id, Attempt())

    def unsure(self) -> list[tuple[str, Attempt]]:
        """What to look for now: not those that are under way again."""
        return [one for one in self._unsure.items() if not self.is_under_way(one[0])]

    def is_last(self, delivery_id: str, attempt: Attempt) -> bool:
        """False if the delivery was claimed again while we waited."""
        is_same = self._unsure.get(delivery_id) is attempt
        return is_same and not self.is_under_way(delivery_id)

    def known(self, delivery_id: str) -> None:
        """The end of an unsure attempt is known and written down."""
        del self._unsure[delivery_id]

    def closed_by(self, workspace: str) -> NotSent | None:
        """A 429 for the whole workspace that may not be written down yet."""
        known = (*self._under_way.values(), *self._unsure.values())
        for outcome in (one.outcome for one in known if one.workspace == workspace):
            if isinstance(outcome, NotSent) and outcome.for_all:
                return outcome
        return None

    def note_unheard_claim(self) -> None:
        """A commit of a claim was not answered: it may have happened."""
        self._claim_unheard = True

    @property
    def claim_unheard(self) -> bool:
        return self._claim_unheard

    def claims_read(self) -> None:
        self._claim_unheard = False

    def leave_behind(self, delivery: Delivery) -> None:
        """A dead process had claimed it, and it could not be taken over yet."""
        self._left_behind.append(delivery)

    def take_left_behind(self) -> list[Delivery]:
        left, self._left_behind = self._left_behind, []
        return left
