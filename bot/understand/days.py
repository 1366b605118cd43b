"""Finds the day that is meant by "until Monday", "the 3rd", "for two weeks", "3 December"."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date, datetime, time, timedelta
from functools import cache
from typing import Any

from babel.dates import get_day_names
from dateutil.relativedelta import MO, relativedelta

from bot.understand.phrases import Phrases, phrases

FAR = timedelta(days=366)
LONGEST = 40

_NUMERIC = re.compile(r"([0-9]{1,2})[./-]([0-9]{1,2})(?:[./-]([0-9]{4}|[0-9]{2}))?")
_AMOUNT = re.compile(r"([0-9]{1,6}|[一二三四五六七八九十両]+)(.+)")
_WHOLE = re.compile(r"[0-9]{1,6}")

Read = tuple[date | None, str | None]


def read_day(text: str, language: str, today: date) -> Read:
    """Reads the day that a person typed. Also returns a fault: "past", "far", "unreadable" or None.

    With "past" (today included) and "far" (more than a year ahead) it still returns the day.
    """
    table = phrases(language)
    line = list(table.strip(table.plain(text), table.before, table.after))[-1]
    day = None
    for shorter in table.strip(line, table.day["lead"]):
        day = day or day_of(shorter, table, today)
    return judge(day, today)


def read_past_day(text: str, language: str, today: date) -> date | None:
    """Reads today or an earlier day, or None."""
    table = phrases(language)
    line = list(table.strip(table.plain(text), table.before, table.after))[-1]
    if not line or len(line) > LONGEST or (line.isdecimal() and len(line) != 4):
        return None
    day = _numeric(line, table.day.get("order"), today) if _NUMERIC.fullmatch(line) else None
    if day is not None and day > today:
        day -= relativedelta(years=1)
    try:
        day = day or _dateparser(line, table, today, "past")
    except (ValueError, OverflowError):
        return None
    return day if day is not None and day <= today else None


def judge(day: date | None, today: date) -> Read:
    if day is None:
        return None, "unreadable"
    if day <= today:
        return day, "past"
    return day, "far" if day - today > FAR else None


def day_of(line: str, table: Phrases, today: date) -> date | None:
    """The day that a plain line names, past or future. None if it names none."""
    if not line or len(line) > LONGEST or (line.isdecimal() and len(line) != 4):
        return None
    named = named_end(line, table.day["named"], today)
    if named is not None:
        return named
    if "dated" in table.day and (dated := re.fullmatch(table.day["dated"], line)):
        return _numeric(f"{dated[1]}/{dated[2]}", "MDY", today)
    if _NUMERIC.fullmatch(line):
        return _numeric(line, table.day.get("order"), today)
    try:
        return (
            _weekday(line, table, today)
            or span_end(line, table, today)
            or _month_day(line, table, today)
            or _parsed(line, table, today)
        )
    except (ValueError, OverflowError):
        return None


def named_end(line: str, names: Mapping[str, Sequence[str]], today: date) -> date | None:
    """The day that "next week" or "the end of the month" leads to."""
    ends = {
        "tomorrow": relativedelta(days=1),
        "day_after": relativedelta(days=2),
        "monday": relativedelta(days=1, weekday=MO(1)),
        "month": relativedelta(months=1, day=1),
        "year": relativedelta(years=1, month=1, day=1),
    }
    return next((today + ends[end] for end, lines in names.items() if line in lines), None)


def span_end(line: str, table: Phrases, today: date) -> date | None:
    """The day after a length of time from today: "two weeks", "3 days". None for anything else."""
    amount, _, unit = line.rpartition(" ")
    if not table.spaced and (parted := _AMOUNT.fullmatch(line)):
        amount, unit = parted.groups()
    units = {name: kind for kind, names in table.day["units"].items() for name in names}
    numbers = {name: int(n) for n, names in table.day["numbers"].items() for name in names}
    if unit not in units or not amount:
        return None
    count = int(amount) if _WHOLE.fullmatch(amount) else numbers.get(amount)
    if count is None:
        return None
    if units[unit] == "fortnights":
        return today + timedelta(weeks=2 * count)
    lengths: dict[str, relativedelta] = {
        "days": relativedelta(days=count),
        "weeks": relativedelta(weeks=count),
        "months": relativedelta(months=count),
        "years": relativedelta(years=count),
    }
    return today + lengths[units[unit]]


def _numeric(line: str, order: str | None, today: date) -> date | None:
    """Reads a day in numbers. 3/4 is None unless the language settles it; 3.4. is in April."""
    match = _NUMERIC.fullmatch(line)
    if match is None:
        return None
    first, second = int(match[1]), int(match[2])
    order = order or ("DMY" if "." in line else None)
    if order is None and first != second and first <= 12 and second <= 12:
        return None
    month_first = second > 12 or (order == "MDY" and first <= 12)
    day, month = (second, first) if month_first else (first, second)
    try:
        if match[3]:
            return date(int(match[3]) + (2000 if len(match[3]) == 2 else 0), month, day)
        this_year = date(today.year, month, day)
        return this_year if this_year >= today else date(today.year + 1, month, day)
    except ValueError:
        return None


def _weekday(line: str, table: Phrases, today: date) -> date | None:
    """The coming weekday. "next Friday" is next week's; "el viernes que viene" the coming one."""
    coming = table.day.get("coming", ())
    for name, number in weekdays_of(table.language).items():
        if line == name or any(line == shape.replace("{weekday}", name) for shape in coming):
            return today + timedelta(days=(number - today.weekday() - 1) % 7 + 1)
        if any(line == shape.replace("{weekday}", name) for shape in table.day["next_week"]):
            return today + timedelta(days=7 - today.weekday() + number)
    return None


@cache
def weekdays_of(language: str) -> Mapping[str, int]:
    """The names of weekdays in a language, as plain lines. 0 is Monday."""
    names = {}
    for width in ("abbreviated", "wide"):
        for number, name in get_day_names(width, locale=language).items():
            names[phrases(language).plain(str(name))] = number
    spoken = phrases(language).day.get("weekdays", {})
    return names | {name: int(number) for number, several in spoken.items() for name in several}


def _month_day(line: str, table: Phrases, today: date) -> date | None:
    """The next such day of a month, today included."""
    match = re.fullmatch(table.day["month_day"], line)
    if match is None:
        return None
    number = int(next(group for group in match.groups() if group))
    if not 1 <= number <= 31:
        raise ValueError("no month has such a day")
    months = (today + relativedelta(months=ahead, day=number) for ahead in range(13))
    return next((day for day in months if day.day == number and day >= today), None)


def _parsed(line: str, table: Phrases, today: date) -> date | None:
    day = _dateparser(line, table, today, "future")
    if day == today + relativedelta(years=1):
        # dateparser reads today's own date as next year's. That would be an unwanted pause of a
        # year.
        return _dateparser(line, table, today, "past")
    return day


def _dateparser(line: str, table: Phrases, today: date, prefer: str) -> date | None:
    import dateparser  # a quarter of a second that most starts never need

    settings: Any = {
        "PREFER_DATES_FROM": prefer,
        "PREFER_DAY_OF_MONTH": "first",
        "RELATIVE_BASE": datetime.combine(today, time()),
        "DATE_ORDER": table.day.get("order", "DMY"),
        "RETURN_AS_TIMEZONE_AWARE": False,
    }
    for simple, spelled in table.day.get("spelled", {}).items():
        line = line.replace(simple, spelled)
    if "first" in table.day:
        line = re.sub(table.day["first"], "1", line)
    found = dateparser.parse(line, languages=[table.language], settings=settings)
    return found.date() if found else None
