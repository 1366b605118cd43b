"""When a client is asked: an iCalendar RRULE over dates, a local time window, an IANA zone.

Wall time is resolved for each date. A time that clocks skip moves to the first valid instant after
the gap. If a time comes twice, the first one counts. The server's zone plays no part.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from functools import lru_cache
from itertools import islice
from zoneinfo import ZoneInfo

from bot.domain.days_off import is_day_off, is_holiday, knows_holidays
from bot.domain.rule import check_rule, dates
from bot.domain.wall_time import is_zone, local_date, put_back, resolve

HORIZON = timedelta(days=3653)
# The end of a pause that lasts until the client resumes.
UNTIL_ASKED = date(9000, 1, 1)


# A question that is asked again later comes within so many days, with so much of the day left.
WAKING_WITHIN = 15
ROOM = timedelta(minutes=10)
# Where a client named no quiet hours, nobody is asked again in the night, at their own wish either.
NIGHT = time(22), time(7)


class Obeys(StrEnum):
    """Which part of a rhythm a message obeys. None leaves on a day off, a holiday or in a pause.

    `DAYS`: only on the days of the rule, inside the hours. `HOURS`: inside the hours, on the day
    that its own sentence names, such as the day before a session. `WAKING`: outside quiet hours,
    for the person named the moment; without quiet hours, outside the `NIGHT`.
    """

    DAYS = "days"
    HOURS = "hours"
    WAKING = "waking"


class RhythmError(ValueError):
    """The rhythm cannot be followed.

    `reason` is "zone", "days", "window", "rule", "quiet" or "holidays".
    """

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


@dataclass(frozen=True, slots=True)
class Rhythm:
    """When one client is asked, or one coach gets the digest.

    `rrule` is an RFC 5545 rule without DTSTART, counted from `starts_on`. The window is local wall
    time on one date, `window_from < window_to`. Nothing is due before `paused_until` (a local date;
    on that date the pause is over), from `paused_from` on if it is given; `bot.domain.pause` sets
    both, and they are not saved. Nothing is due on `days_off` (see `is_day_off`), or on public
    holidays of the country `holidays` ("DE", "DE-BY"). Nothing leaves in quiet hours, which may
    cross midnight. A rhythm that is not `confirmed` was only shown, and plans nothing.
    """

    owner: str
    rrule: str
    starts_on: date
    window_from: time
    window_to: time
    zone: str
    paused_until: date | None = None
    confirmed: bool = False
    quiet_from: time | None = None
    quiet_to: time | None = None
    days_off: tuple[str, ...] = ()
    holidays: str | None = None
    paused_from: date | None = field(default=None, metadata={"stored": False})

    def rests_on(self, day: date) -> bool:
        """True if nothing may leave on this local date."""
        if self.paused_until is not None and (self.paused_from or day) <= day < self.paused_until:
            return True
        if self.days_off and is_day_off(day, self.days_off):
            return True
        return self.holidays is not None and is_holiday(day, self.holidays)

    def resting_as(self, other: Rhythm | None) -> Rhythm:
        """Returns this rhythm with the quiet hours, days off and holidays of `other`, if given.

        Its own pause stays.
        """
        if other is None:
            return self
        return replace(
            self,
            quiet_from=other.quiet_from,
            quiet_to=other.quiet_to,
            days_off=other.days_off,
            holidays=other.holidays,
        )

    @property
    def hours(self) -> tuple[time, time] | None:
        """The longest part of the window outside quiet hours (the first one of equals), or None."""
        if self.quiet_from is None or self.quiet_to is None:
            return self.window_from, self.window_to
        return _loud(self.window_from, self.window_to, self.quiet_from, self.quiet_to)


@dataclass(frozen=True, slots=True)
class Occurrence:
    """One date of a rhythm, and the instants (UTC) between which a message may leave."""

    on: date
    not_before: datetime
    not_after: datetime


def check(rhythm: Rhythm) -> None:
    """Raises RhythmError unless zone, window, quiet hours, holidays and rule can be followed.

    A rule is DAILY, WEEKLY or MONTHLY over dates, with no part smaller than a day.
    """
    if not is_zone(rhythm.zone):
        raise RhythmError("zone")
    if not rhythm.window_from < rhythm.window_to:
        raise RhythmError("window")
    if rhythm.hours is None:
        raise RhythmError("quiet")
    if rhythm.holidays is not None and not knows_holidays(rhythm.holidays):
        raise RhythmError("holidays")
    try:
        check_rule(rhythm.rrule)
    except ValueError:
        raise RhythmError("rule") from None


def occurrences(
    rhythm: Rhythm, after: datetime, last_day: date | None = None
) -> Iterator[Occurrence]:
    """Yields by date every occurrence whose window ends after `after` (aware).

    It ends after ten years or with `last_day` (local). It leaves out pauses, days off, holidays,
    and dates whose window a clock change skips. Raises RhythmError at once if the rhythm cannot be
    followed.
    """
    check(rhythm)
    today = local_date(after, rhythm.zone)
    paused = rhythm.paused_until if rhythm.paused_from is None else None
    first = max(today - timedelta(days=1), rhythm.starts_on, paused or date.min)
    last = today + HORIZON
    return _from(rhythm, first, min(last, last_day) if last_day else last, after)


def _from(rhythm: Rhythm, first: date, last: date, after: datetime) -> Iterator[Occurrence]:
    hours, zone = rhythm.hours, ZoneInfo(rhythm.zone)
    if first > last or hours is None:
        return
    for on in dates(rhythm.rrule, rhythm.starts_on, first, last):
        window = _window(on, *hours, zone)
        if window is not None and window.not_after > after and not rhythm.rests_on(on):
            yield window


def window_on(rhythm: Rhythm, day: date) -> Occurrence | None:
    """The window on one date, whatever the rule says. None if a clock change skips it or on rest
    days.

    It ends early where clocks go back and would repeat the hour before `window_from`.
    """
    hours = rhythm.hours
    if hours is None or rhythm.rests_on(day):
        return None
    return _window(day, *hours, ZoneInfo(rhythm.zone))


def open_on(rhythm: Rhythm, day: date, obeys: Obeys) -> list[Occurrence]:
    """The stretches of one local date in which a message of this kind may leave, in order."""
    if rhythm.rests_on(day):
        return []
    if obeys is Obeys.WAKING:
        return _waking(rhythm, day)
    if obeys is Obeys.DAYS and not _is_a_day(rhythm, day):
        return []
    window = window_on(rhythm, day)
    return [window] if window is not None else []


def _is_a_day(rhythm: Rhythm, day: date) -> bool:
    """True for a date of the rule, and where the rule can no longer be followed: it plans no more,
    and what it had planned leaves as it was planned.
    """
    try:
        return any(dates(rhythm.rrule, rhythm.starts_on, day, day))
    except ValueError:
        return True


def next_waking(rhythm: Rhythm, at: datetime, last_day: date) -> Occurrence | None:
    """The first stretch outside quiet hours from `at` (aware) on, with at least `ROOM` of it left.

    None where none of the next `WAKING_WITHIN` days has one, or none up to `last_day` (local).
    """
    first = local_date(at, rhythm.zone)
    for day in (first + timedelta(days=ahead) for ahead in range(WAKING_WITHIN)):
        for part in open_on(rhythm, day, Obeys.WAKING) if day <= last_day else ():
            if part.not_after - at >= ROOM:
                return replace(part, not_before=max(part.not_before, at))
    return None


def _waking(rhythm: Rhythm, day: date) -> list[Occurrence]:
    own = rhythm.quiet_from, rhythm.quiet_to
    parts = [(time.min, time.max)]
    for first, last in _quiet(*own) or _quiet(*NIGHT):
        parts = [piece for part in parts for piece in _without(part, first, last)]
    found = (_window(day, *part, ZoneInfo(rhythm.zone)) for part in parts)
    return [one for one in found if one is not None]


@lru_cache(maxsize=8192)
def _window(day: date, window_from: time, window_to: time, zone: ZoneInfo) -> Occurrence | None:
    """Cached by zone object, not by name: a zone whose rules were reloaded is a new object."""
    not_before = resolve(day, window_from, zone.key)
    not_after = resolve(day, window_to, zone.key)
    seam = put_back(day, window_from, zone.key)
    if seam is not None and seam.astimezone(zone).time() < window_from:
        not_after = min(not_after, seam)
    return Occurrence(day, not_before, not_after) if not_before < not_after else None


def next_three(
    rhythm: Rhythm, after: datetime, last_day: date, without: Collection[str] = ()
) -> list[Occurrence]:
    """The first three occurrences from `after` (aware) to the end of `last_day` (local), without
    those on the ISO dates `without`.
    """
    ahead = occurrences(rhythm, after, last_day)
    return list(islice((one for one in ahead if one.on.isoformat() not in without), 3))


@lru_cache(maxsize=4096)
def _loud(start: time, end: time, quiet_from: time, quiet_to: time) -> tuple[time, time] | None:
    parts = [(start, end)]
    for first, last in _quiet(quiet_from, quiet_to):
        parts = [piece for part in parts for piece in _without(part, first, last)]
    return max(parts, key=_minutes, default=None)


def _quiet(start: time | None, end: time | None) -> list[tuple[time, time]]:
    """Splits quiet hours into parts of one day. Equal ends mean no quiet hours."""
    if start is None or end is None or start == end:
        return []
    return [(start, end)] if start < end else [(start, time.max), (time.min, end)]


def _without(part: tuple[time, time], start: time, end: time) -> list[tuple[time, time]]:
    pieces = [(part[0], min(part[1], start)), (max(part[0], end), part[1])]
    return [piece for piece in pieces if piece[0] < piece[1]]


def _minutes(part: tuple[time, time]) -> int:
    return (part[1].hour - part[0].hour) * 60 + part[1].minute - part[0].minute
