"""Hours as people say them, and the window or quiet hours that they mean.

Windows, in local wall time: "at 9" is 9 to 11. "after 14:00" is four hours, but not past 22:00 (two
hours from 20:00 on, 23:59 at most). "before 10" is the two hours before it. A bare hour from 1 to 5
is in the afternoon, and so is 6 in "after 6" and "before 6"; "not after 9" means 21:00. Quiet
hours: "not before 9" is from midnight to 9:00, "not after 18:00" from 18:00 to midnight.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import time
from itertools import product

from bot.understand.times.parts import NOON, DayPart, Span

DAY = 24 * 60
LATEST = DAY - 1
TWO_HOURS, FOUR_HOURS = 120, 240
TEN = 22 * 60
MORE_LIKELY_LATER = 6

# For am and pm: the hours by the 24-hour clock, and the meaning of hours by the 12-hour clock.
_EXACT = {"am": range(12), "pm": range(12, 25)}
_SPOKEN = {
    "am": {12: 0} | {hour: hour for hour in range(1, 12)},
    "pm": {12: 12} | {hour: hour + 12 for hour in range(1, 12)},
}


class NotHoursError(ValueError):
    """The text names no time, or not clearly. The error contains nothing of what was typed."""


@dataclass(frozen=True, slots=True)
class ClockTime:
    """A time of day, in minutes. If it is not `fixed`, it may mean twelve hours later.

    `half` is the half of the day that was named: "am", "pm", "noon" or "night".
    """

    minutes: int
    fixed: bool
    half: str | None = None

    @classmethod
    def at(cls, hour: int, minute: int = 0, fixed: bool = False) -> ClockTime:
        """Raises NotHoursError if no day has such a time."""
        if hour > 24 or minute > 59 or (hour == 24 and minute):
            raise NotHoursError
        return cls(hour * 60 + minute, fixed or not 1 <= hour <= 11)

    def moved(self, minutes: int) -> ClockTime:
        """Moves the time, for half past or a quarter to."""
        return replace(self, minutes=(self.minutes + minutes) % DAY)

    def in_half(self, half: str) -> ClockTime:
        """The same hour, "am" or "pm". Raises NotHoursError if the hour is not in it."""
        hour = self.minutes // 60
        if self.fixed and hour != 12:
            if hour not in _EXACT[half]:
                raise NotHoursError
            return replace(self, half=half)
        meant = _SPOKEN[half].get(hour)
        if meant is None:
            raise NotHoursError
        return ClockTime(meant * 60 + self.minutes % 60, True, half)

    def in_part(self, part: DayPart) -> ClockTime:
        """The same hour in this part of the day. Raises NotHoursError unless just one fits."""
        hour = self.minutes // 60
        fitting = [
            each for each in ((hour,) if self.fixed else (hour, hour + 12)) if each in part.holds
        ]
        if len(fitting) == 2 and part.half is None:
            return self
        if len(fitting) != 1 or (hour == 12 and part.half == "night"):
            raise NotHoursError
        return ClockTime(fitting[0] * 60 + self.minutes % 60, True, part.half)

    def choices(self, later_from: int = 5) -> list[int]:
        """The minutes that may be meant, the more likely first."""
        if self.fixed:
            return [self.minutes]
        if self.minutes // 60 <= later_from:
            return [self.minutes + NOON]
        return [self.minutes, self.minutes + NOON]


@dataclass(frozen=True, slots=True)
class Hours:
    """Hours of a day as said: "between" two times, "at", "after" or "before" one, or a "part".

    They are `bare` if only two numbers were typed, which may mean anything.
    """

    how: str
    first: ClockTime | None = None
    second: ClockTime | None = None
    part: DayPart | None = None
    bare: bool = False


def window_of(hours: Hours) -> tuple[time, time]:
    """The window in which to write. Raises NotHoursError if it is not clear."""
    if hours.part is not None:
        return _times(*hours.part.window)
    if hours.first is None:
        raise NotHoursError
    if hours.second is not None:
        return _times(*_between(hours.first, hours.second))
    if hours.how == "at":
        start = hours.first.choices()[0]
        return _times(start, start + TWO_HOURS)
    said = hours.first.choices(MORE_LIKELY_LATER)[0]
    if hours.how == "before":
        return _times(max(0, said - TWO_HOURS), said)
    return _times(said, max(min(said + FOUR_HOURS, TEN), said + TWO_HOURS))


def quiet_of(hours: Sequence[Hours]) -> tuple[time, time] | None:
    """The quiet hours; "not before …" and "not after …" together make one night. None if empty.

    Raises NotHoursError if they are not clear, or are more than one stretch.
    """
    if len(hours) == 2 and {each.how for each in hours} == {"before", "after"}:
        evening, morning = sorted(map(_quiet, hours), key=lambda span: span[0], reverse=True)
        if morning[1] >= evening[0]:
            raise NotHoursError
        return _time(evening[0]), _time(morning[1])
    if len(hours) > 1:
        raise NotHoursError
    return (_time(_quiet(hours[0])[0]), _time(_quiet(hours[0])[1])) if hours else None


def _quiet(hours: Hours) -> Span:
    if hours.part is not None:
        return hours.part.quiet
    if hours.first is None or hours.how == "at":
        raise NotHoursError
    if hours.second is not None:
        return _quiet_between(hours.first, hours.second)
    if hours.how == "before":
        return 0, hours.first.choices()[0]
    return hours.first.choices()[-1], 0


def _quiet_between(first: ClockTime, second: ClockTime) -> Span:
    if first.fixed and second.fixed and first.minutes != second.minutes:
        return first.minutes, second.minutes % DAY
    if not first.fixed and not second.fixed and second.minutes <= first.minutes:
        # "between 10 and 7" is a night if it means quiet hours.
        if first.minutes < 6 * 60 or second.minutes < 5 * 60:
            raise NotHoursError
        return first.minutes + NOON, second.minutes
    if first.fixed and not second.fixed and first.minutes >= 18 * 60 and second.half is None:
        return first.minutes, second.minutes
    return _between(first, second)


def _between(first: ClockTime, second: ClockTime) -> Span:
    starts = first.choices()
    if second.half == "pm" and not first.fixed:
        # "7 to 9 pm" is in the evening, "9 to 5 pm" is a day.
        starts = [first.minutes + NOON, first.minutes]
    ends = [DAY] if second.fixed and second.minutes == 0 else second.choices()
    if first.half is None and first.minutes > NOON + 59:
        # A person who writes 15:00 uses the 24-hour clock.
        ends = [second.minutes or DAY]
    for start, end in product(starts, ends):
        if start < end:
            return start, end
    raise NotHoursError


def _times(start: int, end: int) -> tuple[time, time]:
    end = min(end, LATEST)
    if not 0 <= start < end:
        raise NotHoursError
    return _time(start), _time(end)


def _time(minutes: int) -> time:
    return time(*divmod(minutes % DAY, 60))
