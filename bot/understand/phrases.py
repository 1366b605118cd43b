"""The phrases of one language, and how a typed line is made comparable with them.

A language needs only its own `locale/<language>/phrases.toml`.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib import resources
from typing import Any

from bot.understand.plain_line import shaped, strip, unaccented

DEFAULT = "en"
FILE = "phrases.toml"


class Intent(StrEnum):
    """The meanings that a typed line can have."""

    STOP = "stop"
    PAUSE = "pause"
    RESUME = "resume"
    HOLD = "hold"
    ERASE = "erase"
    HELP = "help"
    HOME = "home"
    INVITE = "invite"
    DIGEST = "digest"
    STEP = "step"
    SWITCHES = "switches"
    RHYTHM = "rhythm"
    AGREEMENT = "agreement"
    RECEIPT = "receipt"
    SEEN = "seen"
    KEEPING = "keeping"
    NEXT = "next"
    WINS = "wins"
    RECALL = "recall"
    QUESTIONS = "questions"
    COMFORT = "comfort"
    TOO_OFTEN = "too_often"
    TOO_PERSONAL = "too_personal"
    WRONG_TIME = "wrong_time"
    SESSION = "session"
    CALENDAR = "calendar"
    FEEDBACK = "feedback"
    LANGUAGE = "language"
    PROFILE = "profile"
    CLIENTS = "clients"
    UNDO = "undo"
    SNOOZE = "snooze"
    YES = "yes"
    NO = "no"
    PASS = "pass"  # noqa: S105
    CODE = "code"


@dataclass(frozen=True, slots=True, repr=False)
class Phrases:
    """The tables of one language. Patterns contain only choices, so they match in linear time.

    `lines` has one named group per intent. `until`, `when`, `span` and `during` have a group "open"
    around the text in their open place.
    """

    language: str
    lines: re.Pattern[str]
    before: frozenset[str]
    after: frozenset[str]
    wish: frozenset[str]
    code: frozenset[str]
    until: tuple[re.Pattern[str], ...]
    when: tuple[re.Pattern[str], ...]
    span: tuple[re.Pattern[str], ...]
    during: tuple[re.Pattern[str], ...]
    maybe: Mapping[Intent, frozenset[str]]
    asked: re.Pattern[str]
    clear: frozenset[str]
    neutral: frozenset[str]
    unless: frozenset[str]
    others: frozenset[str]
    spaced: bool
    accented: bool
    signs: Mapping[str, Intent]
    day: Mapping[str, Any]

    def plain(self, text: str) -> str:
        """Brings a line into the form of this language's phrases."""
        return shaped(text, accented=self.accented, spaced=self.spaced)

    def strip(self, line: str, before: Iterable[str], after: Iterable[str] = ()) -> Iterator[str]:
        """Works like `strip`. In a language without spaces it removes phrases by their letters."""
        return strip(line, before, after, spaced=self.spaced)

    def intent_of(self, line: str) -> Intent | None:
        """The intent of a whole plain line, or None."""
        match = self.lines.fullmatch(line)
        return Intent(match.lastgroup) if match and match.lastgroup else None


def expand(pattern: str) -> Iterator[str]:
    """Yields every phrase that "(a|b) c( d|)" stands for. Choices may be nested."""
    inner = re.search(r"\(([^()]*)\)", pattern)
    if inner is None:
        yield pattern
        return
    for choice in inner[1].split("|"):
        yield from expand(pattern[: inner.start()] + choice + pattern[inner.end() :])


def phrases(language: str) -> Phrases:
    """The phrases of a language (BCP 47), or the default language's if it has none."""
    name = language.split("-")[0].lower()
    return _load(name if name in _languages() else DEFAULT)


@cache
def _languages() -> frozenset[str]:
    folders = resources.files("bot.locale").iterdir()
    return frozenset(folder.name for folder in folders if (folder / FILE).is_file())


@cache
def _load(name: str) -> Phrases:
    file = resources.files("bot.locale") / name / FILE
    table = tomllib.loads(file.read_text(encoding="utf-8"))
    spaced, accented = table.get("spaces", True), table.get("accents", True)
    table = _shaped(table, accented=accented, spaced=spaced)
    maybe, pause, polite = table["maybe"], table["pause"], table["politeness"]
    return Phrases(
        language=name,
        spaced=spaced,
        accented=accented,
        lines=re.compile(
            "|".join(f"(?P<{Intent(key)}>{_one_of(lot)})" for key, lot in table["intents"].items())
        ),
        before=_all(polite["before"]),
        after=_all(polite["after"]),
        wish=_all(polite["wish"]),
        code=_all(table["code"]["before"]),
        until=_templates(pause["until"], "{day}"),
        when=_templates(pause["when"], "{day}"),
        span=_templates(pause["span"], "{span}"),
        during=_templates(pause["during"], "{during}"),
        maybe={intent: _all(maybe[intent]) for intent in (Intent.STOP, Intent.ERASE)},
        asked=re.compile(_one_of(maybe["lines"])),
        clear=_all(maybe["clear"]),
        neutral=_all(maybe["neutral"]),
        unless=_all(maybe["unless"]),
        others=_all(maybe["others"]),
        signs={sign: Intent(key) for key, lot in table["signs"].items() for sign in lot},
        day=table["day"],
    )


def _shaped(part: Any, *, accented: bool, spaced: bool) -> Any:
    """Brings the table's phrases into the form of typed lines.

    Signs in patterns stay; letters change.
    """
    match part:
        case dict():
            shape = {"accented": accented, "spaced": spaced}
            return {key: _shaped(value, **shape) for key, value in part.items()}
        case list():
            return [_shaped(value, accented=accented, spaced=spaced) for value in part]
        case str():
            line = part if accented else unaccented(part)
            return line if spaced else line.replace(" ", "")
    return part


def _all(patterns: Iterable[str]) -> frozenset[str]:
    return frozenset(line for pattern in patterns for line in expand(pattern))


def _one_of(patterns: Iterable[str]) -> str:
    return "|".join(pattern.replace("(", "(?:") for pattern in patterns)


def _templates(patterns: Iterable[str], place: str) -> tuple[re.Pattern[str], ...]:
    open_place = "(?P<open>.+?)"
    return tuple(re.compile(_one_of([line]).replace(place, open_place)) for line in patterns)
