"""Reads lines about a small step: how it went, and the day or the days that it is about."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from importlib import resources
from typing import Any

from bot.domain.check_in import Mark
from bot.domain.step import Repeat
from bot.understand.choices import Choosing
from bot.understand.dates import weekdays_of
from bot.understand.phrases import DEFAULT, Phrases, phrases
from bot.understand.plain_line import LIMIT, Typed, typed_line, unaccented
from bot.understand.wordings import expand

FILE = "steps.toml"
# A name of a weekday that is shorter is also an abbreviation, or another word.
SHORTEST = 5
SHORTEST_WITHOUT_SPACES = 2
MARKS: Mapping[str, Mark] = {"done": Mark.DONE, "partly": Mark.PARTLY, "not_yet": Mark.NOT_YET}
# What belongs to a weekday is no plural: "after Tuesday's round" is once.
_OWNED = re.compile(r"(?<=\w)['’]s\b")
# More than one sentence, or a question, is no step.
_SENTENCES = re.compile(r"[.!?…。！？]\s*(?=\S)|[?？]\s*$|\n\s*\S")


@dataclass(frozen=True, slots=True)
class StepDays:
    """The local date that a step is about, and how it repeats. None for what was not said."""

    day: date | None = None
    repeat: Repeat | None = None


def progress_in(text: str | Typed, language: str) -> Mark | None:
    """What a whole line says of how a step went: "done", "half of it", "not yet". Never raises.

    It reads the person's language (BCP 47) and English.
    """
    typed = typed_line(text)
    if len(typed.text) > LIMIT:
        return None
    for name in _languages(language):
        table = phrases(name)
        known = _progress(name)
        for line in table.strip(table.plain(typed), table.before, table.after):
            mark = known.key_of(unaccented(line))
            if mark is not None:
                return mark
    return None


def step_days(text: str, language: str, today: date) -> StepDays:
    """The day or days that a step names: "on Monday", "every Monday", "tomorrow". Never raises.

    `today` is the person's local date. Two weekdays are none: then the builder asks.
    """
    if len(text) > 4 * LIMIT:
        return StepDays()
    typed = Typed(_OWNED.sub("", text))
    for name in _languages(language):
        table = phrases(name)
        line = unaccented(table.plain(typed))
        found = _days(line, table, today)
        if found != StepDays():
            return found
    return StepDays()


def is_one_sentence(text: str) -> bool:
    """True for a line that may be a step: one sentence that is no question, and not long."""
    return 0 < len(text.strip()) <= LIMIT and _SENTENCES.search(text.strip()) is None


def _days(line: str, table: Phrases, today: date) -> StepDays:
    if any(_has(line, phrase, table) for phrase in _repeats(table.language, "day")):
        return StepDays(today, Repeat.DAY)
    named = {name: at for name, at in _names(table.language).items() if _has(line, name, table)}
    numbers = set(named.values())
    if len(numbers) == 1:
        (number,) = numbers
        day = today + timedelta(days=(number - today.weekday() - 1) % 7 + 1)
        weekly = any(_has(line, every, table) for every in _weekly(table.language, named))
        return StepDays(day, Repeat.WEEK if weekly else None)
    return StepDays() if numbers else StepDays(_named(line, table, today))


def _named(line: str, table: Phrases, today: date) -> date | None:
    """Today or tomorrow, where one of them is named inside a sentence."""
    for other in _repeats(table.language, "ignore"):
        line = line.replace(other, "")
    names = table.day["named"]
    if any(_has(line, unaccented(one), table) for one in names["tomorrow"]):
        return today + timedelta(days=1)
    return today if _has(line, unaccented(names["today"][0]), table) else None


def _has(line: str, phrase: str, table: Phrases) -> bool:
    return f" {phrase} " in f" {line} " if table.spaced else phrase in line


@cache
def _names(language: str) -> Mapping[str, int]:
    """The names of weekdays that can mean nothing else inside a sentence. 0 is Monday."""
    shortest = SHORTEST if phrases(language).spaced else SHORTEST_WITHOUT_SPACES
    names = {one: at for one, at in weekdays_of(language).items() if len(one) >= shortest}
    plural = _read(language)["every"].get("plural", ())
    return names | {f"{one}{end}": at for end in plural for one, at in names.items()}


def _weekly(language: str, names: Iterable[str]) -> Iterator[str]:
    """What says that one of these weekdays comes again: "every monday", "mondays"."""
    plural = tuple(_read(language)["every"].get("plural", ()))
    for name in names:
        yield from (shape.replace("{weekday}", name) for shape in _repeats(language, "week"))
        if name.endswith(plural) and plural:
            yield name


@cache
def _repeats(language: str, key: str) -> tuple[str, ...]:
    return tuple(_plain(_read(language)["every"].get(key, ()), language))


@cache
def _progress(language: str) -> Choosing[Mark]:
    said = _read(language)["progress"]
    return Choosing(
        (mark, _shaped(line, language)) for key, mark in MARKS.items() for line in said[key]
    )


def _plain(patterns: Iterable[str], language: str) -> Iterator[str]:
    return (_shaped(line, language) for pattern in patterns for line in expand(pattern))


def _shaped(line: str, language: str) -> str:
    """A line of the table in the form of typed lines, without accents."""
    return unaccented(line if phrases(language).spaced else line.replace(" ", ""))


def _languages(language: str) -> Iterable[str]:
    return dict.fromkeys((phrases(language).language, DEFAULT))


@cache
def _read(language: str) -> Mapping[str, Any]:
    file = resources.files("bot.locale") / language / FILE
    return tomllib.loads(file.read_text(encoding="utf-8"))
