"""What the gate says of one delivery: a message that may leave now, or why none may."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from bot.chat import Message
from bot.domain.asking import Asked
from bot.domain.consent import Grant, Purpose
from bot.domain.delivery import DeliveryState
from bot.domain.people import Dialogue, Person
from bot.domain.reasons import REASONS, Reason
from bot.domain.sponsoring.sponsor import Sponsor


@dataclass(frozen=True, slots=True)
class Covered:
    """A message that may leave now, and the grant that covers it.

    `asks` is the purpose that it asks anew: then `grant` is the yes to check-ins, whose sentence
    tells of that question. `asked` is the question of a set that it asks. `mailed_to` is who gets
    it by mail: then `to` is the client who approved it.
    """

    to: Person
    message: Message
    grant: Grant
    dialogue: Dialogue | None
    shares: tuple[str, ...] = ()
    seen: bool = True
    asks: Purpose | None = None
    asked: Asked | None = None
    mailed_to: Sponsor | None = None


@dataclass(frozen=True, slots=True)
class Withheld:
    """Nothing may leave.

    If `until` is given, it may leave later, not before `until` (UTC).
    """

    reason: Reason
    until: datetime | None = None

    @property
    def state(self) -> DeliveryState:
        """The end of the delivery, or PLANNED if it may leave later."""
        return REASONS[self.reason].state


OUTSIDE_WINDOW = Withheld(Reason.OUTSIDE_WINDOW)
CROWDED = Withheld(Reason.CROWDED)
HALTED = Withheld(Reason.HALTED)
