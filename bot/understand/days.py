"""Finds the day that is meant by "until Monday", "the 3rd", "for two weeks", "a month ago".

This is the one reader of days, for every field and line. Two possible readings are none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta

from dateutil.relativedelta import MO, relativedelta

from bot.domain.limits import DAY
from bot.understand.dates import Toward, date_of, months_of, weekdays_of, written
from bot.understand.phrases import DEFAULT, Phrases, phrases
from bot.understand.plain_line import unaccented

FAR = timedelta(days=366)

_AMOUNT = re.compile(r"([0-9]{1,6}|[一二三四五六七八九十両]+)(.+)")
_WHOLE = re.compile(r"[0-9]{1,6}")
_UNITS = {
    "days": relativedelta(days=1),
    "weeks": relativedelta(weeks=1),
    "fortnights": relativedelta(weeks=2),
    "months": relativedelta(months=1),
    "years": relativedelta(years=1),
}

Read = tuple[date | None, str | None]


def read_day(text: str, language: str, today: date) -> Read:
    """Reads the day that a person typed. Also returns a fault: "past", "far", "unreadable" or None.

    With "past" (today included) and "far" (more than a year ahead) it still returns the day.
    """
    return judge(_typed(text, language, today, Toward.COMING), today)


def read_past_day(text: str, language: str, today: date) -> date | None:
    """Reads today or an earlier day, or None."""
    day = _typed(text, language, today, Toward.PAST)
    return day if day is not None and day <= today else None


def judge(day: date | None, today: date) -> Read:
    if day is None:
        return None, "unreadable"
    if day <= today:
        return day, "past"
    return day, "far" if day - today > FAR else None


def _typed(text: str, language: str, today: date, toward: Toward) -> date | None:
    """The day of a whole field, in the person's language or in English."""
    for name in dict.fromkeys((phrases(language).language, DEFAULT)):
        table = phrases(name)
        for line in _shorter(table.plain(text), table):
            day = day_of(line, table, today, toward)
            if day is not None or any(written(_first(line, table), table)):
                return day
    return None


def _shorter(line: str, table: Phrases) -> Iterator[str]:
    """Yields the line without polite words and without "until", the longest first."""
    for polite in table.strip(line, table.before, table.after):
        yield from table.strip(polite, table.day["lead"])


def day_of(line: str, table: Phrases, today: date, toward: Toward = Toward.COMING) -> date | None:
    """The day that a plain line names, past or future. None if it names none, or not just one."""
    if not line or len(line) > DAY.characters or line.isdecimal():
        return None
    try:
        return (
            named_end(line, table.day["named"], today)
            or date_of(_first(line, table), table, today, toward)
            or _weekday(line, table, today, toward)
            or _away(line, table, today)
            or _month_day(line, table, today, toward)
            or (_until_only(line, table, today) if toward is Toward.COMING else None)
        )
    except (ValueError, OverflowError):
        return None


def _until_only(line: str, table: Phrases, today: date) -> date | None:
    return span_end(line, table, today) or _month(line, table, today)


def named_end(line: str, names: Mapping[str, Sequence[str]], today: date) -> date | None:
    """The day that "next week" or "the end of the month" leads to."""
    ends = {
        "today": relativedelta(),
        "yesterday": relativedelta(days=-1),
        "day_before": relativedelta(days=-2),
        "tomorrow": relativedelta(days=1),
        "day_after": relativedelta(days=2),
        "monday": relativedelta(days=1, weekday=MO(1)),
        "month": relativedelta(months=1, day=1),
        "year": relativedelta(years=1, month=1, day=1),
    }
    return next((today + ends[end] for end, lines in names.items() if line in lines), None)


def span_end(line: str, table: Phrases, today: date) -> date | None:
    """The day after a length of time from today: "two weeks", "3 days". None for anything else.

    Raises OverflowError or ValueError for a length that no calendar holds.
    """
    length = _length(line, table)
    return None if length is None else today + length


def _length(line: str, table: Phrases) -> relativedelta | None:
    amount, _, unit = line.rpartition(" ")
    if not table.spaced and (parted := _AMOUNT.fullmatch(line)):
        amount, unit = parted.groups()
    kind = next((kind for kind, names in table.day["units"].items() if unit in names), None)
    count = number_of(amount, table)
    return None if kind is None or count is None else _UNITS[kind] * count


def number_of(amount: str, table: Phrases) -> int | None:
    """The number that is written in digits or in the language's words."""
    if _WHOLE.fullmatch(amount):
        return int(amount)
    numbers = table.day["numbers"].items()
    return next((int(number) for number, names in numbers if amount in names), None)


def _away(line: str, table: Phrases, today: date) -> date | None:
    """Reads "in a month" and "a month ago" as the same day of the other month."""
    for key, sign in (("ahead", 1), ("ago", -1)):
        for shape in table.day.get(key, ()):
            before, _, after = shape.partition("{span}")
            if line.startswith(before) and line.endswith(after):
                length = _length(line[len(before) : len(line) - len(after)], table)
                if length is not None:
                    return today + sign * length
    return None


def _weekday(line: str, table: Phrases, today: date, toward: Toward) -> date | None:
    """A weekday: the coming or the past one. "next Friday" is next week's."""
    bare = unaccented(line)
    for name, number in weekdays_of(table.language).items():
        if name not in bare or (not table.spaced and len(name) == 1):
            continue  # 日 alone is a day or a Sunday
        ahead = (number - today.weekday() - 1) % 7 + 1
        if bare == name:
            return today + timedelta(days=ahead if toward is Toward.COMING else _past(ahead))
        if _fits(bare, name, table.day.get("coming", ())):
            return today + timedelta(days=ahead)
        if _fits(bare, name, table.day["next_week"]):
            return today + timedelta(days=7 - today.weekday() + number)
        if _fits(bare, name, table.day.get("last", ())):
            return today + timedelta(days=_past(ahead))
    return None


def _past(ahead: int) -> int:
    return ahead - (14 if ahead == 7 else 7)


def _fits(line: str, name: str, shapes: Sequence[str]) -> bool:
    return any(line == unaccented(shape).replace("{weekday}", name) for shape in shapes)


def _month_day(line: str, table: Phrases, today: date, toward: Toward) -> date | None:
    """The next or the last such day of a month, today included: "the 3rd", "Friday the 3rd"."""
    bare = unaccented(line)
    named = (name for name in weekdays_of(table.language) if bare.startswith(f"{name} "))
    name = max(named, key=len, default="")
    day = _numbered(line, table, today, toward)
    if day is not None or not name:
        return day
    day = _numbered(line[len(name) + 1 :], table, today, toward)
    named_day = weekdays_of(table.language)[name]
    return day if day is not None and day.weekday() == named_day else None


def _numbered(line: str, table: Phrases, today: date, toward: Toward) -> date | None:
    match = re.fullmatch(table.day["month_day"], line)
    if match is None:
        return None
    number = int(next(group for group in match.groups() if group))
    if not 1 <= number <= 31:
        return None
    sign = 1 if toward is Toward.COMING else -1
    for months in range(13):
        day = today + relativedelta(months=sign * months, day=number)
        if day.day == number and (day - today).days * sign >= 0:
            return day
    return None


def _month(line: str, table: Phrases, today: date) -> date | None:
    """The first day of a month that has not begun: "until January"."""
    month = months_of(table.language).get(unaccented(line))
    if month is None:
        return None
    first = date(today.year, month, 1)
    return first if first > today else first.replace(year=today.year + 1)


def _first(line: str, table: Phrases) -> str:
    """Reads "premier décembre" as "1 décembre"."""
    return re.sub(table.day["first"], "1", line) if "first" in table.day else line
