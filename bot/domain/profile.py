"""A coach's own part of the agreement, and what they suggest to those who join."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from bot.domain.words import Words


@dataclass(frozen=True, slots=True)
class Profile:
    """A coach's card, in their own words. ICF code of ethics: process, fees and the limits of
    confidentiality are clear before coaching begins.

    `question_set` is an id, `days` are weekdays and `every` is in weeks: suggestions, no more.
    """

    coach_id: str
    at: datetime
    introduction: Words
    process: Words
    fees: Words
    confidentiality: Words
    question_set: str | None = None
    days: tuple[str, ...] = ()
    every: int = 1

    @property
    def agreed(self) -> Words:
        """The parts that a client agrees to: a change of them is asked about again."""
        parts = (self.process, self.fees, self.confidentiality)
        return Words("".join(f"{len(part.text)}:{part.text}" for part in parts))


@dataclass(frozen=True, slots=True)
class OwnQuestions:
    """A question set that a coach wrote: `body` is as they typed it."""

    id: str
    coach_id: str
    body: Words
    at: datetime


@dataclass(frozen=True, slots=True)
class Note:
    """A few words of the coach's for one client, on their way. Gone once they have left."""

    id: str
    engagement_id: str
    client_id: str
    coach_id: str
    words: Words
    at: datetime
    until: datetime


@dataclass(frozen=True, slots=True)
class BringUp:
    """Something shared that a coach wants to come back to. It is for the coach alone."""

    share_id: str
    coach_id: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Listed:
    """What a coach sees of a client who allows it: that it is under way, and until when."""

    engagement_id: str
    client_name: Words
    ends_on: date
    session_at: datetime | None


@dataclass(frozen=True, slots=True)
class LostNote:
    """A note that could not be delivered, and when it was written (UTC)."""

    client_name: Words
    at: datetime
