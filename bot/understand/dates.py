"""Reads a date as it is written: "3 December", "Thu 26 Nov 2026", "11月3日(火)", "24/12".

The names of months and weekdays come from CLDR. A date without a year is the next or the last such
date, as the caller wants it. A weekday beside a date must be the date's own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cache

from babel.dates import get_day_names, get_month_names

from bot.domain.days_off import WEEKDAYS
from bot.understand.numeric_dates import checked_order, days_of, year_of
from bot.understand.phrases import Phrases, phrases
from bot.understand.plain_line import unaccented
from bot.understand.times.table import words_of

# 29 February comes within so many years.
YEARS = 9
FAR = 366

_ISO = re.compile(r"([0-9]{4})[./-]([0-9]{1,2})[./-]([0-9]{1,2})")
_NUMERIC = re.compile(r"([0-9]{1,2})([./-])([0-9]{1,2})(?:[./-]([0-9]{4}|[0-9]{2}))?")
_KANJI = r"(?:(?P<year>[0-9]{4})年)?(?P<month>[0-9]{1,2})月(?P<day>[0-9]{1,2})日?"
_DAY = r"(?P<day>[0-9]{1,2}) ?(?:st|nd|rd|th|er|ro|o|a)?"
_OF = r"(?: (?:of|de|do|d))?"
_YEAR = r"(?:(?: (?:of|de|del|do|nam))? (?P<year>[0-9]{4}))?"


class Toward(StrEnum):
    """Whether a day without a year, or a bare weekday, is the coming one or the past one."""

    COMING = "coming"
    PAST = "past"


@dataclass(frozen=True, slots=True)
class Written:
    """A date as it was written. `weekday` is 0 for Monday. None is what was not written."""

    day: int
    month: int
    year: int | None = None
    weekday: int | None = None

    def meant(self, today: date, toward: Toward) -> date | None:
        """The next such date or the last one, today included. None if there is none.

        The weekday tells the year where the date comes twice within 366 days.
        """
        if self.year is not None:
            return self._on(self.year, self.weekday)
        sign = 1 if toward is Toward.COMING else -1
        found = [
            day
            for ahead in range(YEARS)
            if (day := self._on(today.year + sign * ahead, None)) is not None
            and (day - today).days * sign >= 0
        ]
        near = found[:1] + [day for day in found[1:2] if abs((day - today).days) <= FAR]
        return next((day for day in near if self.weekday in (None, day.weekday())), None)

    def _on(self, year: int, weekday: int | None) -> date | None:
        try:
            found = date(year, self.month, self.day)
        except ValueError:
            return None
        return found if weekday in (None, found.weekday()) else None


def date_of(line: str, table: Phrases, today: date, toward: Toward) -> date | None:
    """The date that a whole plain line is. None for anything else, and if two may be meant."""
    meant = {one.meant(today, toward) for one in written(line, table)}
    return meant.pop() if len(meant) == 1 else None


def written(line: str, table: Phrases) -> Iterator[Written]:
    """Yields each date that a plain line may be: two for 3/4 where the language does not tell."""
    if match := _ISO.fullmatch(line):
        yield Written(int(match[3]), int(match[2]), int(match[1]))
    elif match := _NUMERIC.fullmatch(line):
        yield from _in_numbers(match, table)
    elif match := _shapes(table.language).fullmatch(unaccented(line)):
        yield _named(match, table.language)


def _in_numbers(match: re.Match[str], table: Phrases) -> Iterator[Written]:
    order = checked_order(table.day.get("order"))
    found = days_of(int(match[1]), int(match[3]), order, dotted=match[2] == ".")
    yield from (Written(day, month, year_of(match[4])) for day, month in found)


def _named(match: re.Match[str], language: str) -> Written:
    parts = match.groupdict()
    month = parts["month"] or parts.get("month_first", "")
    day, year = parts["day"] or parts.get("day_last", ""), parts["year"] or parts.get("year_last")
    weekday = parts.get("before") or parts.get("after")
    return Written(
        int(day),
        int(month) if month.isdecimal() else months_of(language)[month],
        int(year) if year else None,
        weekdays_of(language)[weekday] if weekday else None,
    )


@cache
def _shapes(language: str) -> re.Pattern[str]:
    days = _any_of(weekdays_of(language))
    if not phrases(language).spaced:
        return re.compile(f"(?P<before>{days})?{_KANJI}(?P<after>{days})?")
    months = _any_of(months_of(language))
    day_first = f"(?:the )?{_DAY}{_OF} (?P<month>{months}){_YEAR}"
    last = _DAY.replace("<day>", "<day_last>"), _YEAR.replace("<year>", "<year_last>")
    month_first = f"(?P<month_first>{months}) (?:the )?{last[0]}{last[1]}"
    return re.compile(
        f"(?:(?P<before>{days}) )?(?:{day_first}|{month_first})(?: (?P<after>{days}))?"
    )


def _any_of(names: object) -> str:
    assert isinstance(names, dict)
    return "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True))


@cache
def months_of(language: str) -> dict[str, int]:
    """The names of months as plain lines without accents, also their first three or four letters.

    A beginning that two months share is left out.
    """
    table = phrases(language)
    named: dict[str, int] = {}
    for context in ("format", "stand-alone"):
        for width in ("wide", "abbreviated"):
            for number, name in get_month_names(width, context, language).items():
                named[unaccented(table.plain(str(name)))] = int(number)
    for length in (3, 4):
        short: dict[str, set[int]] = {}
        for name, number in named.items():
            if name.isalpha() and len(name) > length:
                short.setdefault(name[:length], set()).add(number)
        named = {name: min(of) for name, of in short.items() if len(of) == 1} | named
    return named


@cache
def weekdays_of(language: str) -> dict[str, int]:
    """The names of weekdays in a language, as plain lines without accents. 0 is Monday."""
    table, words = phrases(language), words_of(language)
    names: dict[str, int] = {}
    for context in ("format", "stand-alone"):
        for width in ("abbreviated", "wide"):
            for number, name in get_day_names(width, context, language).items():
                names[unaccented(table.plain(str(name)))] = int(number)
    for phrase, tokens in (words.exact if words else {}).items():
        if len(tokens) == 1 and tokens[0].kind == "w":
            names[unaccented(table.plain(phrase))] = WEEKDAYS.index(tokens[0].value)
    for number, several in table.day.get("weekdays", {}).items():
        names |= {unaccented(name): int(number) for name in several}
    return names
