"""What the answers to questions to the bot depend on: who asks, and what is true for them now."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from bot.contacts import Contact
from bot.domain.purposes import Purpose
from bot.domain.words import Words


class WhoAsks(StrEnum):
    """How the person who asks stands with the bot.

    `STRANGER`: neither made nor entered a code. `JOINING`: entered one, and has not agreed.
    `STOPPED`: a client who stopped, or withdrew the agreement. `OVER`: every engagement has ended.
    `COACH`: coaches, and is nobody's client. A client who also coaches is a `CLIENT`.
    """

    STRANGER = "stranger"
    JOINING = "joining"
    CLIENT = "client"
    STOPPED = "stopped"
    OVER = "over"
    COACH = "coach"


@dataclass(frozen=True, slots=True, kw_only=True)
class WithCoach:
    """One engagement of the person who asks.

    `erased` is the local date by which all of it is erased. `keep_days` is how long each thing is
    kept, or None if that is the whole time. `on` are the purposes in force. `shared` counts shares.
    `fees` is the coach's own note about fees, or empty.
    """

    coach: Words
    stopped: bool
    erased: date
    keep_days: int | None
    on: frozenset[Purpose]
    shared: int
    fees: Words

    def allows(self, *purposes: Purpose) -> bool:
        """True if any of these purposes is in force."""
        return not self.on.isdisjoint(purposes)

    @property
    def keeps(self) -> bool:
        return self.allows(Purpose.KEEP_WORDS, Purpose.KEEP_MARKS)


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """What is true for the person who asks, on this installation, now.

    `mine` are the engagements that have not ended; after all have, the newest one. `next` is when
    the bot next writes to this client, and `digest` when a coach's next digest could come: both as
    a text in the person's language and zone. `rests` is true in a pause, `times` if there are
    times to change. `most_days` is the organisation's ceiling for keeping. `run_by` is how the
    organisation names the people who run the bot; `contacts` are its own contacts for hard times.
    `platform` names the chat platform, and `chat` is the sentence about who keeps the chat there.
    """

    who: WhoAsks
    mine: Sequence[WithCoach]
    coaches: bool
    next: str | None
    digest: str | None
    rests: bool
    times: bool
    most_days: int
    run_by: str | None
    contacts: Sequence[Contact]
    emergency: str
    platform: str
    chat: str
    languages: Sequence[str]

    def allows(self, *purposes: Purpose) -> bool:
        return any(one.allows(*purposes) for one in self.mine)
