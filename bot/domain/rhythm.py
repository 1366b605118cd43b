"""When someone is asked: an iCalendar RRULE over dates, a local time window, an IANA zone.

Wall time is resolved per date: a time in a gap moves to the first valid instant after it, in a
fold the first instant counts. Nobody's week depends on the server's zone.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time


@dataclass(frozen=True, slots=True)
class Rhythm:
    """`rrule` is an RFC 5545 rule without DTSTART, counted from `starts_on`.

    The window is local wall time, `window_from < window_to`, on one date. Until
    `paused_until` (a local date, itself no longer paused) nothing is due. A rhythm that is
    not `confirmed` has only been shown to the person, and plans nothing.
    """

    owner: str
    rrule: str
    starts_on: date
    window_from: time
    window_to: time
    zone: str
    paused_until: date | None = None
    confirmed: bool = False


@dataclass(frozen=True, slots=True)
class Occurrence:
    """One date of a rhythm, and the instants (UTC) between which a message may leave."""

    on: date
    not_before: datetime
    not_after: datetime
