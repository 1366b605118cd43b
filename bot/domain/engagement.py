"""One coach with one client, from a start to an agreed end."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum


class EngagementState(StrEnum):
    OFFERED = "offered"
    ACTIVE = "active"
    RESTING = "resting"
    ENDED = "ended"


@dataclass(frozen=True, slots=True)
class Invitation:
    """A code that a coach hands over in their own words. It opens one engagement, once.

    `code_hash` is a keyed hash: the code itself is shown once and never stored.
    `expires_at` is UTC; `ends_on` is the agreed last day of the engagement.
    """

    id: str
    code_hash: str
    coach_id: str
    ends_on: date
    expires_at: datetime
    engagement_id: str | None = None


@dataclass(frozen=True, slots=True)
class Engagement:
    """`ends_on` is the last day, `ends_at` (UTC) the midnight after it in the client's zone.

    `keeps_until` (UTC) ends all keeping; `keep_days` is the client's own, shorter, choice.

    `agreement_version` names the coach's own part of the agreement (see `Profile`). `listed` lets
    the coach see that it is under way, and `session_at` (UTC) with it: the next session.

    `stopped` says that the client asked for silence: whatever else is true, nothing is sent.
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

    def kept_until(self, at: datetime, most_days: int) -> datetime:
        """When something from `at` goes: the client's choice, within the organisation's ceiling
        of `most_days`, and never past the end of all keeping. UTC.
        """
        days = min(most_days, self.keep_days or most_days)
        return min(self.keeps_until, at + timedelta(days=days))
