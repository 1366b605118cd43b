"""One language's words for times.

A language needs only its own `locale/<language>/times.toml`. A word's kind is one
letter, so that `times_grammar` can describe a line as a pattern of letters:

n number, v number as a word, Y year, c clock time, y date, M month, h "o'clock", m
"minutes", s "and a half", p "half past", a "pm", o "午後" (before its hour), P part of
the day, e "every", E "ごと" (after its number), i "weeks", u "days", j a whole rhythm, 1
"once", w weekday, W weekdays, g several weekdays, r an article that makes a weekday
every one, f "from", d "of", F "から", T "to", U "まで", B "between", K "の間", A "after", Z
"以降", R "before", V "前", @ "at", & "and", "," a comma, ";" a break, BUT and ONLY, N "not", I
"I am" (off), S "yes" (one week yes, one week no).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import time
from functools import cache
from importlib import resources
from typing import Any

import rtoml
from babel.dates import get_day_names, get_month_names

from bot.domain.days_off import WEEKDAYS
from bot.understand.numeric_dates import checked_order
from bot.understand.phrases import expand
from bot.understand.times.hours import ClockTime
from bot.understand.times.parts import DayPart, part_of
from bot.understand.times.text import fold_all, simple, simple_all

FILE = "times.toml"

KINDS = {
    "minute": "m",
    "after_noon": "a",
    "before_noon": "a",
    "every": "e",
    "every_last": "E",
    "days": "u",
    "once": "1",
    "article": "r",
    "from": "f",
    "of": "d",
    "from_last": "F",
    "to": "T",
    "to_last": "U",
    "between": "B",
    "between_last": "K",
    "after": "A",
    "after_last": "Z",
    "before": "R",
    "before_last": "V",
    "at": "@",
    "and": "&",
    "not": "N",
    "yes": "S",
    "hour": "h",
    "absent": "I",
    "light": "",
}
# The values of a ";" between two parts of a line.
BUT, ONLY = "but", "only"
NUMBERED = {"v": "numbers", "i": "weeks", "j": "rhythms", "s": "minutes_last", "p": "minutes_first"}
GROUPS = {"daily": WEEKDAYS, "weekdays": WEEKDAYS[:5], "weekend": WEEKDAYS[5:]}


class NotTimesError(ValueError):
    """The line is not clearly about times. The error contains nothing of it."""


@dataclass(frozen=True, slots=True, repr=False)
class Token:
    """One word of a kind (see above), and its value."""

    kind: str
    value: Any = None


Row = tuple[tuple[Token, ...], list[str]]


@dataclass(frozen=True, slots=True, repr=False, eq=False)
class TimeWords:
    """The tables of one language. `folded` has the phrases without accents, as people may type
    them.

    `last` is True if "not" comes after what it denies.
    """

    language: str
    spaced: bool
    last: bool
    order: str | None
    exact: Mapping[str, tuple[Token, ...]]
    folded: Mapping[str, tuple[Token, ...]]
    longest: int
    greetings: frozenset[str]


def words_of(language: str) -> TimeWords | None:
    """The words of a language (BCP 47), or None if it has no table."""
    name = language.split("-")[0].lower()
    return _load(name) if name in _languages() else None


@cache
def _languages() -> frozenset[str]:
    folders = resources.files("bot.locale").iterdir()
    return frozenset(folder.name for folder in folders if (folder / FILE).is_file())


@cache
def _load(name: str) -> TimeWords:
    file = resources.files("bot.locale") / name / FILE
    table = rtoml.loads(file.read_text(encoding="utf-8"))
    spaced = table.get("spaced", True)
    exact: dict[str, tuple[Token, ...]] = {"-": (Token("T"),), ",": (Token(","),)}
    exact |= {";": (Token(";"),), "&": (Token("&"),)}
    folded: dict[str, tuple[Token, ...]] = {}
    phrases, meanings = zip(*_entries(name, table), strict=True)
    written = simple_all(phrases)
    for line, bare, tokens in zip(written, fold_all(written), meanings, strict=True):
        exact.setdefault(line, tokens)
        folded.setdefault(bare, tokens)
    return TimeWords(
        language=name,
        spaced=spaced,
        last=table.get("not_last", False),
        order=checked_order(table.get("order")),
        exact=exact,
        folded=folded,
        longest=max(map(len, exact)),
        greetings=frozenset(map(simple, table["greetings"])),
    )


def _entries(name: str, table: Mapping[str, Any]) -> Iterator[tuple[str, tuple[Token, ...]]]:
    """Yields every phrase with its tokens. Of two equal phrases the first one counts."""
    for tokens, phrases in (*_words(table), *_numbers(table), *_parts(table)):
        for phrase in phrases:
            for each in expand(phrase):
                yield each, tokens
    yield from _calendar(name, table)


def _calendar(name: str, table: Mapping[str, Any]) -> Iterator[tuple[str, tuple[Token, ...]]]:
    """Yields the names of days and months by CLDR, and the language's own forms of them."""
    for width in table["widths"]:
        for number, day in get_day_names(width, locale=name).items():
            yield str(day), (Token("w", WEEKDAYS[number]),)
            for shape in table.get("plural", ()):
                yield shape.replace("{day}", str(day)), (Token("W", WEEKDAYS[number]),)
            for key, shapes in table.get("joined", {}).items():
                both = (Token("w", WEEKDAYS[number]), Token("P", _part(key, table)))
                yield from ((shape.replace("{day}", str(day)), both) for shape in shapes)
    for number, month in get_month_names("wide", locale=name).items():
        yield str(month), (Token("M", int(number)),)
    for number, month in get_month_names("abbreviated", locale=name).items():
        yield str(month), (Token("M", int(number)),)


def _words(table: Mapping[str, Any]) -> Iterator[Row]:
    for key, phrases in table["words"].items():
        yield _plain_word(key), phrases
    for kind, section in (("w", "weekday"), ("W", "weekdays")):
        for day, phrases in table.get(section, {}).items():
            yield (Token(kind, day),), phrases
    for key, phrases in table["groups"].items():
        every = (Token("j", 1),) if key == "daily" else ()
        yield (*every, Token("g", GROUPS[key])), phrases


def _numbers(table: Mapping[str, Any]) -> Iterator[Row]:
    for kind, section in NUMBERED.items():
        for number, phrases in table.get(section, {}).items():
            yield (Token(kind, int(number)),), phrases


def _parts(table: Mapping[str, Any]) -> Iterator[Row]:
    for clock, phrases in table.get("clocks", {}).items():
        at = time.fromisoformat(clock)
        yield (Token("c", ClockTime.at(at.hour, at.minute, fixed=True)),), phrases
    for key, phrases in table["parts"].items():
        yield (Token("P", _part(key, table)),), phrases


def _plain_word(key: str) -> tuple[Token, ...]:
    if key in ("am", "pm"):
        return (Token("a", key),)
    if key in ("am_first", "pm_first"):
        return (Token("o", key[:2]),)
    if key in (BUT, ONLY):
        return (Token(";", key),)
    kind = KINDS[key]
    return (Token(kind),) if kind else ()


def _part(key: str, table: Mapping[str, Any]) -> DayPart:
    return part_of(key, table.get("windows", {}).get(key), table.get("afternoon_until"))
