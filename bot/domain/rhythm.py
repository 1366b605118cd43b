"""When someone is asked: an iCalendar RRULE over dates, a local time window, an IANA zone.

Wall time is resolved per date: a time in a gap moves to the first valid instant after it, in a
fold the first instant counts. Nobody's week depends on the server's zone.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from itertools import islice, takewhile
from zoneinfo import ZoneInfo

from bot.domain.rule import dates, read_rule
from bot.domain.wall_time import is_zone, put_back, resolve

WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
HORIZON = timedelta(days=3653)


class RhythmError(ValueError):
    """Not a rhythm. `reason` is one of "zone", "days", "window", "rule"."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


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


def weekly(
    owner: str,
    days: Sequence[str],
    every: int,
    window: tuple[time, time],
    zone: str,
    starts_on: date,
) -> Rhythm:
    """A rhythm, not yet confirmed, on some `days` (MO to SU) of every first to 52nd week.

    Weeks are counted from the first of those days on or after `starts_on`, so that "every four
    weeks" need not begin with a wait. The window is local time in `zone`. Raises RhythmError.
    """
    chosen = [day for day in WEEKDAYS if day in days]
    if not chosen or not set(days) <= set(WEEKDAYS):
        raise RhythmError("days")
    if not 1 <= every <= 52:
        raise RhythmError("rule")
    week = (starts_on + timedelta(days=ahead) for ahead in range(7))
    first = next(day for day in week if WEEKDAYS[day.weekday()] in chosen)
    rule = f"FREQ=WEEKLY;INTERVAL={every};BYDAY={','.join(chosen)}"
    rhythm = Rhythm(owner, rule, first, window[0], window[1], zone)
    check(rhythm)
    return rhythm


def check(rhythm: Rhythm) -> None:
    """Raises RhythmError unless zone, window and rule can be followed.

    Rules are DAILY, WEEKLY or MONTHLY over dates: no parts below a day.
    """
    if not is_zone(rhythm.zone):
        raise RhythmError("zone")
    if not rhythm.window_from < rhythm.window_to:
        raise RhythmError("window")
    try:
        read_rule(rhythm.rrule)
    except ValueError:
        raise RhythmError("rule") from None


def occurrences(rhythm: Rhythm, after: datetime) -> Iterator[Occurrence]:
    """Every occurrence whose window ends after `after` (aware), by date, for ten years.

    Pauses are left out, and so are dates on which clock changes swallow the window. Raises
    RhythmError at once for a rhythm that cannot be followed.
    """
    check(rhythm)
    today = after.astimezone(ZoneInfo(rhythm.zone)).date()
    first = max(today - timedelta(days=1), rhythm.starts_on, rhythm.paused_until or date.min)
    return _from(rhythm, first, today + HORIZON, after)


def _from(rhythm: Rhythm, first: date, last: date, after: datetime) -> Iterator[Occurrence]:
    for on in dates(rhythm.rrule, rhythm.starts_on, first, last):
        occurrence = window_on(rhythm, on)
        if occurrence is not None and occurrence.not_after > after:
            yield occurrence


def window_on(rhythm: Rhythm, day: date) -> Occurrence | None:
    """The window on one date, whatever the rule says; None if clock changes swallow it.

    It ends early where clocks going back would put the hour before `window_from` into it.
    """
    not_before = resolve(day, rhythm.window_from, rhythm.zone)
    not_after = resolve(day, rhythm.window_to, rhythm.zone)
    seam = put_back(day, rhythm.window_from, rhythm.zone)
    if seam is not None and seam.astimezone(ZoneInfo(rhythm.zone)).time() < rhythm.window_from:
        not_after = min(not_after, seam)
    return Occurrence(day, not_before, not_after) if not_before < not_after else None


def next_three(rhythm: Rhythm, after: datetime, last_day: date) -> list[Occurrence]:
    """The first three occurrences from `after` (aware) to the end of `last_day` (local)."""
    coming = occurrences(rhythm, after)
    return list(islice(takewhile(lambda one: one.on <= last_day, coming), 3))
