"""Reads when a question is wanted again: "later today", "remind me tomorrow at 9", "in two hours".

Whether a line is that or the answer to the question ("Tuesday at 9"), only the conversation knows.
So without a word that asks, only lines count that name today, tomorrow or a length of time.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, time, timedelta

from bot.understand.clock import read_clock, read_moment
from bot.understand.days import number_of, read_day
from bot.understand.phrases import DEFAULT, Phrases, phrases
from bot.understand.plain_line import Typed, typed_line
from bot.understand.spans import opened
from bot.understand.times.reading import read_part

LONGEST = 80
MOST_HOURS = 24


@dataclass(frozen=True, slots=True)
class LaterAsked:
    """When to ask again. `after` is a length of time from now; otherwise it is a local date.

    `at` is local wall time, and `part` the local window of a part of the day. Without both, any
    hour of the day `on` suits. `asked` is true if the line has a word that asks, as "remind me".
    """

    on: date
    at: time | None = None
    part: tuple[time, time] | None = None
    after: timedelta | None = None
    asked: bool = False


def read_later(text: str | Typed, language: str, today: date) -> LaterAsked | None:
    """Reads a line, in the person's language or in English. Never raises.

    `today` is the person's local date. The time may be past: the caller knows the hour. None for
    anything else, and for a day that is not ahead.
    """
    typed = typed_line(text)
    if len(typed.text) > LONGEST:
        return None
    return typed.once(("later", language, today), lambda: _later(typed, language, today))


def _later(typed: Typed, language: str, today: date) -> LaterAsked | None:
    for name in dict.fromkeys((phrases(language).language, DEFAULT)):
        table = phrases(name)
        line = table.plain(typed)
        if line in table.day["later"]["bye"]:
            return None
        for polite in table.strip(line, table.before, table.after):
            for place, asked in _places(polite, name):
                found = _moment(place, table, today, asked=asked)
                if found is not None:
                    return found
    return None


def asks_when(question: str, language: str) -> bool:
    """True for a question that may ask when something is, so that a moment is its answer."""
    table = phrases(language)
    line = table.plain(question)
    return any(word in line for word in table.day["later"]["when"])


def _places(line: str, language: str) -> Iterator[tuple[str, bool]]:
    """Yields what may be a moment, and whether a word asks for it."""
    yield from ((place, True) for place in opened(line, language, "later", "ask"))
    yield line, False
    yield from ((place, False) for place in opened(line, language, "later", "alone"))


def _moment(place: str, table: Phrases, today: date, *, asked: bool) -> LaterAsked | None:
    for line in table.strip(place, table.day["lead"]) if asked else (place,):
        found = _length(line, table, today, asked) or _today(line, table, today, asked)
        found = found or _day(line, table, today, asked)
        if found is not None:
            return found
    return None


def _length(line: str, table: Phrases, today: date, asked: bool) -> LaterAsked | None:
    """Reads "in two hours", "half an hour". Hours of one day only."""
    for words in _lengths(line, table):
        if words in table.day["later"]["half"]:
            return LaterAsked(today, after=timedelta(minutes=30), asked=asked)
        for unit in ("minutes", "hours"):
            for name in table.day["later"][unit]:
                count = number_of(words.removesuffix(name).strip(), table)
                if words.endswith(name) and count and count <= 60 * MOST_HOURS:
                    after = timedelta(**{unit: count})
                    return LaterAsked(today, after=after, asked=asked) if after.days < 1 else None
    return None


def _lengths(line: str, table: Phrases) -> Iterator[str]:
    """Yields the length in "in two hours" and "two hours later"."""
    for shape in table.day["ahead"]:
        before, _, after = shape.partition("{span}")
        if line.startswith(before) and line.endswith(after):
            yield line[len(before) : len(line) - len(after)]


def _today(line: str, table: Phrases, today: date, asked: bool) -> LaterAsked | None:
    """Reads "later today", "tonight", and after a word that asks "at 5" and "in the evening"."""
    if line in table.day["later"]["later"]:
        return LaterAsked(today, asked=asked)
    parts = table.day["later"]["parts"].items()
    named = next((phrase for phrase, lines in parts if line in lines), line if asked else "")
    part = read_part(named, table.language)
    if part is not None:
        return LaterAsked(today, part=part, asked=asked)
    clock = read_clock(line, table.language) if asked and not line.isdecimal() else None
    return LaterAsked(today, clock, asked=asked) if clock else None


def _day(line: str, table: Phrases, today: date, asked: bool) -> LaterAsked | None:
    """Reads "tomorrow at 9", "tomorrow morning", and after a word that asks "Friday"."""
    if not asked and not any(word in line for word in table.day["named"]["tomorrow"]):
        return None
    (on, fault), clock = read_moment(line, table.language, today)
    split = _with_part(line, table, today) if clock is None else None
    if split is not None:
        return LaterAsked(split[0], part=split[1], asked=asked) if split[0] >= today else None
    if on is None or (fault is not None and (fault == "far" or on < today or clock is None)):
        return None
    return LaterAsked(on, clock, asked=asked)


def _with_part(line: str, table: Phrases, today: date) -> tuple[date, tuple[time, time]] | None:
    """Reads "tomorrow morning" and "Friday evening" as a day and a part of it."""
    places = [at for at, sign in enumerate(line) if sign == " "]
    for at in places if table.spaced else range(1, len(line)):
        for first, second in ((line[:at], line[at:]), (line[at:], line[:at])):
            part = read_part(second.strip(), table.language)
            day, _ = read_day(first.strip(), table.language, today) if part else (None, None)
            if part is not None and day is not None:
                return day, part
    return None
