"""How long things are kept, and what an erase leaves behind."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime


@dataclass(frozen=True, slots=True)
class Behind:
    """What should have gone by now and has not: how many things, and since when (UTC)."""

    things: int = 0
    since: datetime | None = None


@dataclass(frozen=True, slots=True)
class Certificate:
    """What an erase did, in numbers only: it holds no word and no name.

    `proof` is how many ledger entries stay. `backups_until` is the day by which the last backup
    that held anything is destroyed; without the keys none of them can be read. `turned_by_hand`
    says that copies of the keys are useless only after an operator's next turn. `taken_out` is how
    many of the bot's own messages to coaches the words are taken out of. `stays_as_coach` says
    that the person is still known as a coach.
    """

    at: datetime
    answers: int
    steps: int
    shares: int
    proof: int
    taken_out: int
    backups_until: date
    stays_as_coach: bool
    turned_by_hand: bool = False
