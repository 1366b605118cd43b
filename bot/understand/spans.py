"""Reads stretches of days: "from 5 to 10 December", "Monday to Friday", "24 Dec – 3 Jan"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache

from bot.understand.choices import Templates
from bot.understand.dates import Toward, weekdays_of, written
from bot.understand.days import day_of
from bot.understand.phrases import Phrases, phrases
from bot.understand.plain_line import unaccented

# A stretch that began longer ago than this more likely means next year.
BEGUN = timedelta(days=60)
# The open place of each template.
PLACES = {
    "until": "{day}",
    "start": "{day}",
    "back": "{day}",
    "period": "{period}",
    "during": "{during}",
    "ask": "{moment}",
    "alone": "{moment}",
}

# A dash between two days: a long one, one between spaces, "Dec-3", "5-10 December".
_DASH = re.compile(
    r"\s*[–—―〜~]\s*|(?<=\s)-(?=\s)|(?<=[^\W\d.])\.?-(?=\d)"
    r"|(?<![0-9.-])(?<=[0-9])-(?=[0-9]{1,2}\.? [^\W\d])"
)
_DASHED = re.compile(r"([0-9]{1,2})-([0-9]{1,2} [^\W\d].*)")

Span = tuple[date, date]


def read_span(text: str, language: str, today: date) -> Span | None:
    """Reads a first and a last day, both included. What has begun starts today.

    None for anything else, and for a stretch that is over or that may be read in two ways.
    """
    table = phrases(language)
    line = table.plain(_DASH.sub(f" {table.day['away']['dash']} ", text[:200]))
    return span_of(line, table, today)


def span_of(line: str, table: Phrases, today: date) -> Span | None:
    """The first and the last day that a plain line names (see `read_span`)."""
    if dashed := _DASHED.fullmatch(line):
        found = _between(dashed[1], dashed[2], table, today)
        return found and _from_today(found, today)
    for shape in _ranges(table.language):
        match = shape.fullmatch(line)
        found = _between(match["first"], match["last"], table, today) if match else None
        if found is not None:
            return _from_today(found, today)
    return None


@cache
def _ranges(language: str) -> tuple[re.Pattern[str], ...]:
    """The templates with a first and a last day."""
    patterns = (pattern.replace("(", "(?:") for pattern in phrases(language).day["away"]["range"])
    return tuple(re.compile(re.sub(r"\{(\w+)\}", r"(?P<\1>.+?)", each)) for each in patterns)


def opened(line: str, language: str, section: str, key: str) -> Iterator[str]:
    """Yields the text in the open place of each template of `[day.<section>]`."""
    return _templates(language, section, key).opened(line)


@cache
def _templates(language: str, section: str, key: str) -> Templates:
    day = phrases(language).day
    rest = day["away"]["rest"]
    return Templates((line.replace("{rest}", rest) for line in day[section][key]), PLACES[key])


def _between(first: str, last: str, table: Phrases, today: date) -> Span | None:
    """The days of two texts. A number alone takes the month of the other day."""
    if first.isdecimal() or (not table.spaced and re.fullmatch("[0-9]{1,2}日", first)):
        end = day_of(last, table, today)
        start = _in_month(first.removesuffix("日"), end) if _is_date(last, table) else None
    elif last.isdecimal():
        start = day_of(first, table, today)
        end = _in_month(last, start) if _is_date(first, table) else None
    else:
        start, end = _apart(first, last, table, today)
    return (start, end) if start is not None and end is not None and start <= end else None


def _apart(first: str, last: str, table: Phrases, today: date) -> tuple[date | None, date | None]:
    """Two whole days. A weekday, "the 10th" and a date without a year come after the first day."""
    if _is_date(first, table) and _is_date(last, table):
        end = day_of(last, table, today)
        start = None if end is None else day_of(first, table, end, Toward.PAST)
        return start if start is not None and (end is None or start <= end) else None, end
    start = day_of(first, table, today)
    if start is None:
        return None, None
    follows = unaccented(last) in weekdays_of(table.language) or last.isdecimal()
    counted = follows or re.fullmatch(table.day["month_day"], last) or _is_date(last, table)
    return start, day_of(last, table, start if counted else today)


def _is_date(line: str, table: Phrases) -> bool:
    return any(written(line, table))


def _in_month(number: str, other: date | None) -> date | None:
    try:
        return None if other is None else other.replace(day=int(number))
    except ValueError:
        return None


def _from_today(span: Span, today: date) -> Span | None:
    first, last = span
    if last < today or today - first > BEGUN:
        return None
    return max(first, today), last
