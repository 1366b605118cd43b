"""Looks through questions for ways of asking that close an answer or hurt, in every language.

`bot/locale/<language>/asking.toml` holds the ways of each language, as patterns. All languages are
tried on every line: a coach may write in another one than the bot speaks with them.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib import resources

from bot.domain.complete import complete
from bot.domain.question import QuestionSet
from bot.domain.words import normal
from bot.questions.files import QuestionFile
from bot.text import languages

FILE = "asking.toml"
# A question that ends inside the line, and another one after it. Japanese may end one with "か。".
TWO_ENDS = re.compile(r"(?:[?]|か。)[^?]*\w[^?]*?(?:[?]|か。?$)")
LAST_BRACKETS = re.compile(r"[(（][^()（）]*[)）]\W*$")
APOSTROPHES = str.maketrans("’‘`´", "''''")


class AskingWay(StrEnum):
    """A way of asking that the bot points out. Its sentence is the catalogue's `asks-<way>`."""

    HOSTILE = "hostile"
    BLAMING = "blaming"
    LEADING = "leading"
    DOUBLE = "double"

    @property
    def is_refused(self) -> bool:
        """True for what hurts whoever reads it. The others are only a hint."""
        return REFUSED[self]


REFUSED: Mapping[AskingWay, bool] = complete(
    {
        AskingWay.HOSTILE: True,
        AskingWay.BLAMING: True,
        AskingWay.LEADING: False,
        AskingWay.DOUBLE: False,
    },
    AskingWay,
)


@dataclass(frozen=True, slots=True)
class FoundWay:
    """One question of a set, by its place (from 0), and the way in which it asks."""

    at: int
    way: AskingWay


def ways_in(of: QuestionSet) -> tuple[FoundWay, ...]:
    """Returns each question of a set that asks in one of these ways, with the first that fits."""
    found = ((at, way_of(question.text.text)) for at, question in enumerate(of.questions))
    return tuple(FoundWay(at, way) for at, way in found if way is not None)


def ways_in_file(file: QuestionFile) -> Iterator[str]:
    """Yields a place for each text of an organisation's set that asks in one of these ways.

    A place is such as "question 2, en: double". It never quotes the text.
    """
    for number, question in enumerate(file.questions, 1):
        for language, text in sorted(question.text.items()):
            if (way := way_of(text)) is not None:
                yield f"question {number}, {language}: {way}"


def way_of(text: str) -> AskingWay | None:
    """Returns the way in which a question asks, the gravest first. None if nothing is to be said.

    `text` is one line, in any of the bot's languages.
    """
    line = _plain(text)
    for way, patterns in _table().items():
        if any(pattern.search(line) for pattern in patterns):
            return way
    return AskingWay.DOUBLE if TWO_ENDS.search(line) else None


def _plain(text: str) -> str:
    """Returns the line as the patterns are written, without the brackets at its end."""
    plain = normal("NFKC", text).translate(APOSTROPHES).casefold()
    return LAST_BRACKETS.sub("", normal("NFC", " ".join(plain.split())))


@cache
def _table() -> Mapping[AskingWay, tuple[re.Pattern[str], ...]]:
    """Returns the patterns of all languages, by way. Raises KeyError where a language lacks one."""
    tables = [_read(language) for language in languages()]
    return complete(
        {way: tuple(one for table in tables for one in _patterns(table, way)) for way in AskingWay},
        AskingWay,
    )


def _read(language: str) -> Mapping[str, object]:
    file = resources.files("bot.locale") / language / FILE
    return tomllib.loads(file.read_text(encoding="utf-8"))


def _patterns(table: Mapping[str, object], way: AskingWay) -> Iterator[re.Pattern[str]]:
    """Yields the patterns of one way. `spaces` says whether the language has them between words."""
    for phrase in _phrases(table[way.value]):
        plain = normal("NFC", phrase)
        whole = rf"(?:(?<!\w)|(?=\W))(?:{plain})(?!\w)" if table["spaces"] else plain
        yield re.compile(whole)


def _phrases(phrases: object) -> Iterator[str]:
    if not isinstance(phrases, list):
        raise TypeError("a way of asking is not a list of patterns")
    for phrase in phrases:
        yield str(phrase)
