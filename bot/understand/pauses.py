"""Finds a pause in a typed line: "pause until Monday", "ooo from 5 to 10 December"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta

from dateutil.relativedelta import relativedelta

from bot.understand.days import day_of, judge, named_end, span_end
from bot.understand.phrases import Intent, Phrases
from bot.understand.spans import opened, span_of

DAY_WORDS = 5
ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Understood:
    """The meaning of a line. The bot asks the person first unless it is `sure`.

    `until`, `reason` (see `read_day`) and `starts` belong to a pause, `code` to a code. `starts` is
    the first day of a pause that does not begin now, and `until` the day on which it is over.
    """

    intent: Intent | None
    sure: bool = True
    until: date | None = None
    reason: str | None = None
    starts: date | None = None
    code: str | None = field(default=None, repr=False)


def find_pause(line: str, table: Phrases, today: date) -> Understood | None:
    """The pause that a plain line asks for, with its days or what is wrong with them."""
    for shorter in reversed(list(stripped(line, table))):
        for read in (_pause_between, _pause_from, _pause_until, _pause_for, _pause_during):
            pause = read(shorter, table, today)
            if pause is not None:
                return pause
    return None


def _pause_between(line: str, table: Phrases, today: date) -> Understood | None:
    """Reads "pause from 5 to 10 December": the 10th is the last day of the pause."""
    for place in opened(line, table.language, "away", "period"):
        span = span_of(place, table, today)
        if span is not None:
            return _pause(span[0], span[1] + ONE_DAY, today)
    return None


def _pause_from(line: str, table: Phrases, today: date) -> Understood | None:
    """Reads "pause from Monday". Until when is still to be asked."""
    for place in opened(line, table.language, "away", "start"):
        day = next(_days(place, table, today), None)
        if day is not None:
            return Understood(Intent.PAUSE, starts=day if day > today else None)
    return None


def _pause(starts: date, until: date, today: date) -> Understood:
    return Understood(Intent.PAUSE, True, *judge(until, today), starts if starts > today else None)


def _days(place: str, table: Phrases, today: date) -> Iterator[date]:
    lines = table.strip(place, table.day["lead"])
    return (day for line in lines if (day := day_of(line, table, today)) is not None)


def _pause_until(line: str, table: Phrases, today: date) -> Understood | None:
    asked = [*table.until.opened(line), *opened(line, table.language, "away", "until")]
    unread = [place for place in asked if place.count(" ") < DAY_WORDS]
    for place in (*asked, *table.when.opened(line), *opened(line, table.language, "away", "back")):
        day = next(_days(place, table, today), None)
        if day is not None:
            return Understood(Intent.PAUSE, True, *judge(day, today))
    return Understood(Intent.PAUSE, reason="unreadable") if unread else None


def _pause_for(line: str, table: Phrases, today: date) -> Understood | None:
    for place in table.span.opened(line):
        try:
            day = span_end(place, table, today)
        except (ValueError, OverflowError):
            return Understood(Intent.PAUSE, reason="unreadable")
        if day is not None:
            return Understood(Intent.PAUSE, True, *judge(day, today))
    return None


def _pause_during(line: str, table: Phrases, today: date) -> Understood | None:
    """Reads "not this week", which has begun, and "away next week", which begins on Monday."""
    for place in (*table.during.opened(line), *opened(line, table.language, "away", "during")):
        ahead = _ahead(place, table, today)
        if ahead is not None:
            return _pause(*ahead, today)
        day = named_end(place, table.day["during"], today)
        if day is not None:
            return Understood(Intent.PAUSE, until=day)
    return None


def _ahead(place: str, table: Phrases, today: date) -> tuple[date, date] | None:
    """The first day of "next week", and the day after its last one."""
    name = next((name for name, lines in table.day["next"].items() if place in lines), None)
    monday = today + timedelta(days=7 - today.weekday())
    month = today + relativedelta(months=1, day=1)
    spans = {
        "tomorrow": (today + ONE_DAY, today + 2 * ONE_DAY),
        "next_week": (monday, monday + timedelta(weeks=1)),
        "next_month": (month, month + relativedelta(months=1)),
    }
    return spans[name] if name else None


def stripped(line: str, table: Phrases) -> Iterator[str]:
    return table.strip(line, table.before, table.after)
