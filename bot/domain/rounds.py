"""Decides what the next check-in is: a question, one gentle question, or rest after silence.

It is computed from what arrived and from when the person was last here. No silence is stored.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from bot.domain.delivery import Delivery
from bot.domain.step import Step

QUIET_ROUNDS = 3
COMFORT_EVERY = 4


class NextAsk(StrEnum):
    """The next round: a question as ever, one gentle question, or rest."""

    ASK = "ask"
    GENTLE = "gentle"
    REST = "rest"


@dataclass(frozen=True, slots=True)
class Round:
    """The next round. `number` counts those that were sent before it."""

    next: NextAsk
    number: int
    about_step: bool

    @property
    def comfort(self) -> bool:
        """Tells whether it also asks if rhythm, depth and hour are still right."""
        return self.next is NextAsk.ASK and (self.number + 1) % COMFORT_EVERY == 0


def next_round(past: Sequence[Delivery], heard_at: datetime | None, step: Step | None) -> Round:
    """Returns the next round. `past` holds all check-ins, in any order and state.

    `heard_at` (UTC) is when the person last wrote or tapped, None for never. A step is asked about
    in the first round after it was set, and in every second one from then on.
    """
    sent = [one for one in past if one.state.arrived]
    since = [one for one in sent if heard_at is None or _left(one) > heard_at]
    kind = NextAsk.ASK
    if len(since) >= QUIET_ROUNDS:
        kind = NextAsk.GENTLE if len(since) == QUIET_ROUNDS else NextAsk.REST
    with_step = [one for one in sent if step is not None and _left(one) > step.at]
    about_step = step is not None and len(with_step) % 2 == 0
    return Round(kind, len(sent), about_step)


def _left(delivery: Delivery) -> datetime:
    return delivery.settled_at or delivery.not_before
