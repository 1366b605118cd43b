"""Reads a time of day, days off and a country, as people type them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date, time
from functools import cache

from babel import Locale

from bot.domain.days_off import WEEKDAYS
from bot.domain.limits import CLOCK, COUNTRY, DAYS_OFF, MOMENT, MOST_DAYS_OFF
from bot.understand.dates import weekdays_of
from bot.understand.days import Read, read_day
from bot.understand.phrases import DEFAULT, languages, phrases
from bot.understand.places import place_key
from bot.understand.plain_line import unaccented
from bot.understand.spans import read_span
from bot.understand.times.grammar import understood
from bot.understand.times.hours import DAY, ClockTime, Hours, NotHoursError
from bot.understand.times.made import at, digits, kinds_of
from bot.understand.times.reading import read_days_off, tables
from bot.understand.times.said import Off
from bot.understand.times.table import NotTimesError, Token
from bot.understand.times.words import cut

# "Dec 24, 2026" is one day.
_BETWEEN = re.compile(r"\s*(?:[;、\n]|,(?!\s*[0-9]{4}(?![0-9./:-])))\s*")
_IN_SIGNS = re.compile("[0-9]{1,2}:[0-9]{2}")
_SPACES = re.compile(r" +")
# Where a time may begin in a language without spaces: at its number, or at 午前, 夜 and the like.
_BEFORE_CLOCK = re.compile(r"(?<![0-9:前後])の?(?=[0-9午正朝昼夕夜深])")
MOST_CUTS, MOST_WORDS = 8, 5

DayOff = str | tuple[date, date]


def read_clock(text: str, language: str) -> time | None:
    """Reads one time of day: "10:00", "10h30", "14 Uhr", "9 am", "1730", "half past 9", "noon".

    A bare hour from 1 to 5 is in the afternoon. None for anything else, such as "before 9", and
    for an hour that its part of the day does not have. Never raises.
    """
    if len(text) > CLOCK.characters:
        return None
    for words in tables(text, language):
        try:
            clock = _clock_of(understood(_digits(cut(text, words)), words.last))
        except (NotTimesError, NotHoursError):
            continue
        if clock is not None:
            exact = _writes_hours_so(words.language) and _IN_SIGNS.fullmatch(text.strip())
            minutes = clock.minutes if exact else clock.choices()[0]
            return time(*divmod(minutes % DAY, 60))
    return None


def _digits(tokens: list[Token]) -> list[Token]:
    """Makes a clock time of a number that is the whole line."""
    kinds = kinds_of(tokens)
    if kinds == "Y":
        return digits(tokens)
    return [Token("c", at(tokens[0]))] if kinds in ("n", "v") else tokens


def _clock_of(tokens: list[Token]) -> ClockTime | None:
    """The clock time of a line that is one time and nothing else."""
    if kinds_of(tokens) != "H":
        return None
    hours = tokens[0].value
    assert isinstance(hours, Hours)
    return hours.first if hours.how == "at" and not hours.bare else None


@cache
def _writes_hours_so(language: str) -> bool:
    """True if the language writes three at night as 3:00, so that 3:00 is not the afternoon."""
    return str(Locale.parse(language).time_formats["short"].pattern).startswith("H:")


def read_moment(text: str, language: str, today: date) -> tuple[Read, time | None]:
    """Reads a coming day with or without a time of day: "Friday", "Friday at 10", "10:00 tomorrow".

    The day and its fault are as `read_day` gives them. A text that can be cut into a day and a time
    in several ways counts only where all of them agree.
    """
    day = read_day(text, language, today)
    if day[0] is not None or len(text) > MOMENT.characters:
        return day, None
    found: set[tuple[Read, time]] = set()
    for first, second in _cuts(text, spaced=phrases(language).spaced):
        clock = read_clock(second, language)
        read = read_day(first, language, today) if clock else day
        if clock is not None and read[0] is not None:
            found.add((read, clock))
    return found.pop() if len(found) == 1 else (day, None)


def _cuts(text: str, *, spaced: bool) -> Iterator[tuple[str, str]]:
    """Yields what may be a day and what may be a time. A number alone may be either, so it is none.

    The time is first or last, and short; in a language without spaces it is last.
    """
    breaks = _SPACES if spaced else _BEFORE_CLOCK
    for place in [match.start() for match in breaks.finditer(text)][:MOST_CUTS]:
        sides = text[:place].strip(" ,"), text[place:].strip(" ,")
        for day, clock in (sides, sides[::-1]) if spaced else (sides,):
            few = clock.count(" ") < MOST_WORDS and len(clock) <= CLOCK.characters
            if few and day and not clock.isdecimal():
                yield day, clock


def read_rest_days(text: str, language: str, today: date) -> tuple[DayOff, ...] | None:
    """Reads "24 December, 27 December to 3 January, Sundays". None if one part is unreadable.

    It returns a weekday as "SU", and anything else as first and last day.
    """
    found: list[DayOff] = []
    if len(text) > DAYS_OFF.characters:
        return None
    parts = [part for part in _BETWEEN.split(text.strip()) if part]
    if len(parts) > MOST_DAYS_OFF:
        return None
    for part in parts:
        weekday = _weekday(part, language)
        spans = _days_off(part, language, today)
        if not weekday and not spans:
            return None
        found += [weekday] if weekday else spans
    return tuple(found) or None


def read_country(text: str, language: str) -> str | None:
    """Reads a country by its name, in any language of the bot, or by its code: "DE", "DE-BY".

    None for anything else. Never raises.
    """
    if len(text) > COUNTRY.characters:
        return None
    typed = text.strip()
    code, _, region = typed.upper().partition("-")
    if re.fullmatch("[A-Z]{2}", code) and re.fullmatch("[A-Z0-9]{0,3}", region):
        return f"{code}-{region}" if region else code
    name, wanted = typed.partition("(")[0], ""
    inside = re.search(r"\(([A-Za-z0-9]{1,3})\)", typed)
    wanted = f"-{inside[1].upper()}" if inside else ""
    key = place_key(name).removeprefix("the ")
    for one in dict.fromkeys((phrases(language).language, DEFAULT, *sorted(languages()))):
        if key in _countries(one):
            return f"{_countries(one)[key]}{wanted}"
    return None


@cache
def _countries(language: str) -> Mapping[str, str]:
    """The codes of countries by their names in a language (CLDR)."""
    named = Locale.parse(language).territories.items()
    return {place_key(str(name)): code for code, name in named if len(code) == 2 and code.isalpha()}


def _days_off(part: str, language: str, today: date) -> Off:
    """One day or one stretch, today or later."""
    day, _ = read_day(part, language, today)
    if day is not None:
        return ((day, day),) if day >= today else ()
    span = read_span(part, language, today)
    return (span,) if span else read_days_off(part, language, today) or ()


def _weekday(part: str, language: str) -> str | None:
    names = weekdays_of(phrases(language).language)
    line = unaccented(phrases(language).plain(part))
    number = names.get(line, names.get(line.removesuffix("s")))
    return None if number is None else WEEKDAYS[number]
