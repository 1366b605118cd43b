"""How long data is kept, and the proof that an erase leaves."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime


@dataclass(frozen=True, slots=True)
class Behind:
    """Data or work that is overdue: how many things, and since when at the longest (UTC)."""

    things: int = 0
    since: datetime | None = None


@dataclass(frozen=True, slots=True)
class Certificate:
    """The result of an erase in numbers. It contains no word and no name.

    `proof` is how many ledger entries stay. `taken_out` is how many of the bot's own messages to
    coaches lose the person's words, and `named` to how many coaches messages of the bot's may still
    show the name. By `backups_until` the last backup with the person's data is
    destroyed; without the keys nobody can read it. `turned_by_hand` means that copies of the key
    store stay usable until the operator's next turn. `stays_as_coach` means that the person is
    still stored as a coach, and `kept_of_coach` names the tables that hold something of the coach.
    `proof_damaged` means that the ledger of an engagement could not be read, and is not counted.
    `mailed` is how many lines lie in the mailbox of whoever pays, or perhaps do.
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
    named: int = 0
    kept_of_coach: tuple[str, ...] = ()
    proof_damaged: bool = False
    mailed: int = 0


@dataclass(frozen=True, slots=True)
class ErasedByLetter:
    """What an operator's erase took. `certificate` is None where nobody was stored at the address.

    `before` and `after` count, by table, what is about the address beside the person's own rows:
    the platform's own rows, and traces of somebody whom the bot does not know.
    """

    certificate: Certificate | None
    before: Mapping[str, int] = field(default_factory=dict)
    after: Mapping[str, int] = field(default_factory=dict)
