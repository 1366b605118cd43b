"""Finds days off: the next such days after today, with or without a year."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from bot.understand.times_table import NotTimesError

# A day off that began longer ago than this more likely means next year.
BEGUN = timedelta(days=60)
YEARS_AHEAD = 8

Off = tuple[tuple[date, date], ...]
DayOfYear = tuple[int, int, int | None]
Span = tuple[DayOfYear, DayOfYear]


def days_off(spans: Sequence[Span], today: date) -> Off:
    """Gives each span its years, in order. Raises NotTimesError for a past or impossible day."""
    return tuple(sorted(_span(first, last, today) for first, last in spans))


def _span(first: DayOfYear, last: DayOfYear, today: date) -> tuple[date, date]:
    """The next such days. A span that has begun starts today."""
    end = next((day for day in _dates(last, today.year) if day >= today), None)
    if end is None:
        raise NotTimesError
    starts = [day for day in _dates(first, end.year - YEARS_AHEAD) if day <= end]
    if not starts or today - starts[-1] > BEGUN:
        raise NotTimesError
    return max(starts[-1], today), end


def _dates(day: DayOfYear, year: int) -> list[date]:
    number, month, said = day
    years = [said] if said else range(year, year + YEARS_AHEAD + 1)
    return [found for each in years if (found := _date(each, month, number)) is not None]


def _date(year: int, month: int, number: int) -> date | None:
    try:
        return date(year, month, number)
    except ValueError:
        return None
