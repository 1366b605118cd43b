"""The parts of a day, and the hours that people mean by them (local wall time)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import time

NOON = 12 * 60

Span = tuple[int, int]

# Window from and to. `_QUIET` has the hours of "not in the …" where they are more. A language may
# set its own.
_WINDOWS: dict[str, tuple[str, str]] = {
    "early": ("07:00", "09:00"),
    "before_work": ("07:00", "09:00"),
    "start_of_day": ("08:00", "10:00"),
    "after_breakfast": ("08:00", "10:00"),
    "morning": ("09:00", "12:00"),
    "late_morning": ("10:00", "12:00"),
    "before_lunch": ("10:00", "12:00"),
    "lunch": ("12:00", "14:00"),
    "after_lunch": ("13:00", "15:00"),
    "early_afternoon": ("13:00", "15:00"),
    "work": ("09:00", "17:00"),
    "afternoon": ("14:00", "17:00"),
    "late_afternoon": ("16:00", "18:00"),
    "end_of_day": ("16:00", "18:00"),
    "after_work": ("17:00", "19:00"),
    "before_dinner": ("17:00", "19:00"),
    "evening": ("18:00", "21:00"),
    "after_dinner": ("19:00", "21:00"),
    "late_evening": ("20:00", "22:00"),
    "night": ("20:00", "23:00"),
}
_QUIET: dict[str, tuple[str, str]] = {
    "early": ("00:00", "09:00"),
    "morning": ("00:00", "12:00"),
    "afternoon": ("12:00", "18:00"),
    "evening": ("18:00", "00:00"),
    "late_evening": ("20:00", "00:00"),
    "night": ("22:00", "07:00"),
}


# The hours that "8 in the …" may mean, by the 24-hour clock: wider than the window, for people say
# "5 in the morning". 12 is in no morning, evening or night: nobody knows which day is meant.
_MORNING, _AFTERNOON, _EVENING = range(12), range(12, 20), range(17, 24)
_HOLDS: dict[str, Sequence[int]] = {
    "lunch": range(11, 16),
    "work": range(24),
    "end_of_day": range(12, 24),
    "after_work": range(12, 24),
    "before_dinner": range(12, 24),
    "evening": _EVENING,
    "after_dinner": _EVENING,
    "late_evening": _EVENING,
    "night": (*range(18, 25), *range(6)),
}


@dataclass(frozen=True, slots=True)
class DayPart:
    """A part of the day.

    `half` is the half of the day that it lies in, or None. `holds` are the hours that "8 in the …"
    may mean. Spans are in minutes.
    """

    window: Span
    quiet: Span
    half: str | None
    holds: Sequence[int]


def part_of(name: str, window: Sequence[str] | None = None, until: int | None = None) -> DayPart:
    """Makes a part of the day by its name in the tables.

    `window` is the language's own, if any, and so is `until`, the last hour of its afternoon.
    """
    first, last = _span(window or _WINDOWS[name])
    quiet = _span(_QUIET[name]) if name in _QUIET else (first, last)
    half = "am" if last <= NOON else "pm"
    if name in ("lunch", "work", "night"):
        half = {"lunch": "noon", "work": "", "night": "night"}[name]
    holds = _HOLDS.get(name, _MORNING if last <= NOON else range(12, until or _AFTERNOON.stop))
    return DayPart((first, last), quiet, half or None, holds)


def _span(window: Sequence[str]) -> Span:
    first, last = (time.fromisoformat(each) for each in window)
    return first.hour * 60 + first.minute, last.hour * 60 + last.minute
