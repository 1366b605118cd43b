"""How check-ins go on over time. Silence is an answer: after three silent rounds and one gentle
question, the bot rests.

This follows from the sent check-ins and the person's last activity. Nothing else is stored.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from bot.domain.delivery import ASKED_ANEW, Delivery

QUIET_ROUNDS = 3
COMFORT_EVERY = 4


class NextAsk(StrEnum):
    """The next round: ask as usual, ask one gentle question, or rest."""

    ASK = "ask"
    GENTLE = "gentle"
    REST = "rest"


@dataclass(frozen=True, slots=True)
class Round:
    """The next round. `number` counts the rounds that were sent before it."""

    next: NextAsk
    number: int
    about_step: bool

    @property
    def comfort(self) -> bool:
        """True if this round also asks whether rhythm, depth and hour are still right."""
        return self.next is NextAsk.ASK and (self.number + 1) % COMFORT_EVERY == 0


def next_round(
    past: Sequence[Delivery], heard_at: datetime | None, step_since: datetime | None
) -> Round:
    """Decides the next round from all past check-ins, in any order and state.

    `heard_at` (UTC) is the person's last activity, or None. The first round after
    `step_since` (aware), from which on a step may be asked about, asks about the open steps, and
    then every second one; None asks about no step. A question about what had changed, which took a
    check-in's place, is no round; it counts only where the person was silent since.
    """
    sent = [one for one in past if one.state.arrived]
    since = [one for one in sent if heard_at is None or _left(one) > heard_at]
    kind = NextAsk.ASK
    if len(since) >= QUIET_ROUNDS:
        kind = NextAsk.GENTLE if len(since) == QUIET_ROUNDS else NextAsk.REST
    sent = [one for one in sent if one.reason != ASKED_ANEW]
    with_step = [one for one in sent if step_since is not None and _left(one) > step_since]
    about_step = step_since is not None and len(with_step) % 2 == 0
    return Round(kind, len(sent), about_step)


def _left(delivery: Delivery) -> datetime:
    return delivery.settled_at or delivery.not_before
