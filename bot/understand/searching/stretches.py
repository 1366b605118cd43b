"""Reads stretches of days that are past: "last week", "March", "the week of 3 November", "2026"."""

from __future__ import annotations

import re
from datetime import date, timedelta

from dateutil.relativedelta import relativedelta

from bot.understand.dates import Toward, months_of, weekdays_of
from bot.understand.days import day_of, span_end
from bot.understand.phrases import Phrases
from bot.understand.plain_line import unaccented
from bot.understand.searching.table import SearchTable

# The first and the last day, both included.
Stretch = tuple[date, date]

_YEAR = re.compile(r"(?:năm |nam )?((?:19|20)[0-9]{2})年?")
_MONTH_YEAR = re.compile(r"(.+?)(?:[ /]| (?:of|de|del|do|nam) )((?:19|20)[0-9]{2})")
_YEAR_MONTH = re.compile(r"((?:19|20)[0-9]{2})年(.+)")
_NUMBERS = re.compile(r"([0-9]{1,2})[./-]((?:19|20)[0-9]{2})")
_NUMBERS_BACK = re.compile(r"((?:19|20)[0-9]{2})[./-]([0-9]{1,2})")
# An abbreviation is a word of its own more often: "the sun", "mar" (the sea).
SHORT = 3
WHOLE_THOUGH_SHORT = frozenset({"may", "mai"})


def past_stretch(line: str, table: Phrases, own: SearchTable, today: date) -> Stretch | None:
    """The days that a plain line names, none of them ahead. None if it names none."""
    for shorter in table.strip(line, own.lead, own.tail):
        found = _stretch(shorter, table, own, today) if shorter else None
        if found is not None and found[0] <= today:
            return found[0], min(found[1], today)
    return None


def _stretch(line: str, table: Phrases, own: SearchTable, today: date) -> Stretch | None:
    try:
        return (
            _named(own.stretches.get(line), today)
            or _month(line, table, today)
            or _year(line)
            or _week_of(line, table, own, today)
            or _since(line, table, own, today)
            or _ago(line, table, today)
            or _one_day(line, table, today)
        )
    except (ValueError, OverflowError):
        return None


def _named(unit: str | None, today: date) -> Stretch | None:
    """The days of "week1", the week before this one, and so on."""
    if unit is None:
        return None
    kind, back = unit[:-1], int(unit[-1])
    match kind:
        case "week":
            return week_around(today - timedelta(weeks=back))
        case "month":
            return _month_around(today - relativedelta(months=back))
    return _year_around(today.year - back)


def week_around(day: date) -> Stretch:
    """The week of a day, from Monday to Sunday."""
    monday = day - timedelta(days=day.weekday())
    return monday, monday + timedelta(days=6)


def _month_around(day: date) -> Stretch:
    first = day.replace(day=1)
    return first, first + relativedelta(months=1, days=-1)


def _year_around(year: int) -> Stretch:
    return date(year, 1, 1), date(year, 12, 31)


def _year(line: str) -> Stretch | None:
    match = _YEAR.fullmatch(line)
    return _year_around(int(match[1])) if match else None


def _month(line: str, table: Phrases, today: date) -> Stretch | None:
    """A month, with its year or as the last one of that name: "March", "3/2026", "2026年3月"."""
    bare = unaccented(line)
    months = months_of(table.language)
    if match := _NUMBERS.fullmatch(bare):
        return _month_around(date(int(match[2]), int(match[1]), 1))
    if match := _NUMBERS_BACK.fullmatch(bare):
        return _month_around(date(int(match[1]), int(match[2]), 1))
    if (match := _MONTH_YEAR.fullmatch(bare)) and match[1] in months:
        return _month_around(date(int(match[2]), months[match[1]], 1))
    if (match := _YEAR_MONTH.fullmatch(bare)) and match[2] in months:
        return _month_around(date(int(match[1]), months[match[2]], 1))
    if bare not in months or (_is_short(bare) and bare not in WHOLE_THOUGH_SHORT):
        return None
    first = date(today.year, months[bare], 1)
    return _month_around(first if first <= today else first.replace(year=today.year - 1))


def _week_of(line: str, table: Phrases, own: SearchTable, today: date) -> Stretch | None:
    for place in own.week_of.opened(line):
        day = day_of(place, table, today, Toward.PAST)
        if day is not None:
            return week_around(day)
    return None


def _since(line: str, table: Phrases, own: SearchTable, today: date) -> Stretch | None:
    """ "The last two weeks": as many days back as they are ahead."""
    for place in own.since.opened(line):
        end = span_end(place, table, today)
        if end is not None:
            return today - (end - today), today
    return None


def _ago(line: str, table: Phrases, today: date) -> Stretch | None:
    """ "Two weeks ago" is that week, "a month ago" that month: nobody means the one day."""
    for shape in table.day.get("ago", ()):
        before, _, after = shape.partition("{span}")
        if not (line.startswith(before) and line.endswith(after)):
            continue
        inner = line[len(before) : len(line) - len(after)]
        day = day_of(line, table, today, Toward.PAST)
        if day is None or span_end(inner, table, today) is None:
            continue
        if _is_in(inner, "months", table):
            return _month_around(day)
        if _is_in(inner, "weeks", table) or _is_in(inner, "fortnights", table):
            return week_around(day)
    return None


def _is_in(length: str, unit: str, table: Phrases) -> bool:
    return any(length.endswith(name) for name in table.day["units"].get(unit, ()))


def _one_day(line: str, table: Phrases, today: date) -> Stretch | None:
    bare = unaccented(line)
    if bare in weekdays_of(table.language) and _is_short(bare):
        return None
    day = day_of(line, table, today, Toward.PAST)
    return (day, day) if day is not None and day <= today else None


def _is_short(line: str) -> bool:
    return line.isascii() and len(line) <= SHORT
