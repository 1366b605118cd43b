"""A coach's own part of the agreement, and what they suggest to those who join."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from bot.domain.sponsoring.sponsor import Sponsor
from bot.domain.words import Words

# What clients agree to changes at most once in this time, so that nobody is asked again and again.
CHANGES_EVERY = timedelta(days=28)
# For this time after a change it can be corrected.
CORRECTED_WITHIN = timedelta(hours=1)


@dataclass(frozen=True, slots=True)
class Profile:
    """A coach's card, in the coach's own words.

    ICF code of ethics: process, fees and the limits of confidentiality are clear before coaching
    begins. `question_set` (an id), `days` (weekdays) and `every` (weeks) are suggestions only.
    `changed_at` (UTC) is when what clients agree to changed last; None for a first card.
    `suggested` holds what one client alone is suggested: the engagement's id, and the set's.
    `sponsor` is who pays, if the coach named somebody, and `sponsor_at` (UTC) when they last did.
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
    changed_at: datetime | None = None
    suggested: tuple[tuple[str, str], ...] = ()
    sponsor: Sponsor | None = None
    sponsor_at: datetime | None = None

    def suggested_to(self, engagement_id: str) -> str | None:
        """The set suggested to one client, or else to all; None where none is."""
        return dict(self.suggested).get(engagement_id, self.question_set)

    @property
    def agreed(self) -> Words:
        """The parts that a client agrees to. When they change, the client is asked again."""
        parts = (self.process, self.fees, self.confidentiality)
        return Words("".join(f"{len(part.text)}:{part.text}" for part in parts))

    def may_change_from(self, now: datetime) -> datetime | None:
        """When (UTC) the agreed parts may change again; None if they may at `now` (UTC)."""
        if self.changed_at is None or self.is_corrected(now):
            return None
        again = self.changed_at + CHANGES_EVERY
        return again if now < again else None

    def is_corrected(self, now: datetime) -> bool:
        """Tells whether a change at `now` (UTC) is a correction of the last one."""
        return self.changed_at is not None and now - self.changed_at <= CORRECTED_WITHIN


@dataclass(frozen=True, slots=True)
class OwnQuestions:
    """A question set that a coach wrote. `body` is the text as the coach typed it."""

    id: str
    coach_id: str
    body: Words
    at: datetime


@dataclass(frozen=True, slots=True)
class Note:
    """A short text from a coach to one client.

    It is deleted once it was sent, or at `until` (UTC). One without words is the fixed line "Read,
    thank you", which each client reads in their own language.
    """

    id: str
    engagement_id: str
    client_id: str
    coach_id: str
    words: Words
    at: datetime
    until: datetime

    @property
    def is_thanks(self) -> bool:
        """True for "Read, thank you". A coach's own words are never empty."""
        return not self.words.text


@dataclass(frozen=True, slots=True)
class BringUp:
    """A share that a coach wants to talk about later. Only the coach sees this."""

    share_id: str
    coach_id: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Listed:
    """The facts that a coach sees about a client who allows it: name, last day, next session, and
    when they last met. Times are UTC.
    """

    engagement_id: str
    client_name: Words
    ends_on: date
    session_at: datetime | None
    met_at: datetime | None = None


def by_name(one: Listed) -> tuple[str, str]:
    """The sort key of a coach's list. It tells nothing but the name."""
    return one.client_name.text.casefold(), one.engagement_id


@dataclass(frozen=True, slots=True)
class LostNote:
    """A note that could not be delivered. `at` is when it was written (UTC)."""

    client_name: Words
    at: datetime
