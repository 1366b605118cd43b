"""One coach with one client, from a start to an agreed end."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from enum import StrEnum


class EngagementState(StrEnum):
    OFFERED = "offered"
    ACTIVE = "active"
    RESTING = "resting"
    ENDED = "ended"


DAY = timedelta(days=1)
# More than a clock change: two midnights are a whole number of days apart, give or take that.
SHIFT = timedelta(hours=2)


@dataclass(frozen=True, slots=True)
class Invitation:
    """A code that a coach hands over in their own words. It opens one engagement with each person.

    `code_hash` is a keyed hash: the code itself is shown once and never stored. Nothing says who
    used it, or whether anybody did. `expires_at` is UTC; `ends_on` is the agreed last day of an
    engagement.
    """

    id: str
    code_hash: str
    coach_id: str
    ends_on: date
    expires_at: datetime


@dataclass(frozen=True, slots=True)
class GuestLink:
    """A link that is handed over to a coach who has no account here. One coach comes in by it.

    `link_hash` is a keyed hash of its secret, which is shown once and never stored. `made_by` is a
    keyed hash of the client's address; "" for a link of the operator's, which also `approves` the
    coach. `asked_by` is a keyed hash of the address that its owner typed last ("" before), and
    `asks` how many were typed. It opens nothing from `until` (UTC) on.
    """

    link_hash: str
    made_by: str
    until: datetime
    approves: bool = False
    asked_by: str = ""
    asks: int = 0


@dataclass(frozen=True, slots=True)
class Engagement:
    """One coach with one client.

    `ends_on` is the last day, and `ends_at` (UTC) the midnight after it in the client's zone.
    Nothing is kept past `keeps_until` (UTC). `keep_days` is a shorter limit that the client chose.

    `agreement_version` names the coach's own part of the agreement (see `Profile`). If `listed`,
    the coach sees that the engagement is under way, its next session, `session_at` (UTC), and when
    the one before was, `met_at` (UTC): only one that the coach saw while it was the next.
    `sponsor` names who pays, as the client was last shown it (a keyed hash; "" for nobody).
    `stopped` means that the client asked for silence: nothing is sent, whatever else is true.
    """

    id: str
    coach_id: str
    client_id: str
    state: EngagementState
    started_at: datetime
    ends_on: date
    ends_at: datetime
    keeps_until: datetime
    agreement_version: str
    stopped: bool = False
    keep_days: int | None = None
    listed: bool = False
    session_at: datetime | None = None
    # These two have no column of their own: they are sealed with the other settings.
    met_at: datetime | None = field(default=None, metadata={"stored": False})
    sponsor: str = field(default="", metadata={"stored": False})

    def with_session(self, at: datetime | None, now: datetime) -> Engagement:
        """The engagement with its next session at `at` (UTC), or with none.

        One that has been by `now` (UTC), and that the coach saw, is when they last met.
        """
        return replace(self, session_at=at, met_at=self.last_met(now))

    def last_met(self, now: datetime) -> datetime | None:
        """When the coach saw that they last met before `now` (UTC); None if that is not known."""
        if self.listed and self.session_at is not None and self.session_at <= now:
            return self.session_at
        return self.met_at

    def last_day(self, until: datetime) -> date:
        """The last local date before `until` (UTC), counted from the engagement's own last day.

        Every sentence says this date, wherever the client is by now: a date that was told stays.
        """
        return self.ends_on + DAY * ((until - self.ends_at + SHIFT) // DAY)

    @property
    def erased_on(self) -> date:
        """The local date by which everything is erased: it begins when the keeping is over."""
        return self.gone_on(self.keeps_until)

    def gone_on(self, until: datetime) -> date:
        """The local date that begins when something is no longer kept after `until` (UTC)."""
        return self.last_day(until) + DAY

    def ended(self, now: datetime, keeps_until: datetime) -> Engagement:
        """The engagement as it is when its coach ends it `now` (UTC): today is its last day."""
        return replace(
            self,
            state=EngagementState.ENDED,
            ends_at=now,
            ends_on=self.gone_on(now),
            keeps_until=min(self.keeps_until, keeps_until),
            listed=False,
        )

    def kept_until(self, at: datetime, most_days: int) -> datetime:
        """When to delete something of `at` (UTC): the soonest of the client's choice, the
        organisation's ceiling of `most_days`, and the end of all keeping.
        """
        days = min(most_days, self.keep_days or most_days)
        return min(self.keeps_until, at + timedelta(days=days))


def seen_session(one: Engagement) -> datetime | None:
    """The next session (UTC), if the client lets the coach see it."""
    return one.session_at if one.listed else None
