"""Tables of phrases to look for inside a longer text, with and without accents."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cache
from importlib import resources

from bot.understand.phrases import DEFAULT, expand, languages
from bot.understand.plain_line import Typed, plain, typed_line, unaccented

LONGEST = 4_000
# `plain` is made for lines and reads only their beginning, so a text is normalised in pieces.
PIECE = 150
# By so many first characters, at most, a phrase is looked up.
START = 6
# A longer line is the person's own words, however it begins.
LONGEST_TO_BOT = 160


class Addressed(StrEnum):
    """What a line wants of the bot itself. The values name the lists in `addressed.toml`."""

    COMPLAINT = "complaints"
    REQUEST = "requests"


@dataclass(frozen=True, slots=True, repr=False)
class Table:
    """The phrases of one table. They are found by how they begin: there are thousands."""

    found: tuple[str, ...]
    spaced: bool
    _by_start: dict[str, tuple[str, ...]] = field(init=False)
    _shortest: int = field(init=False)

    def __post_init__(self) -> None:
        shortest = min((START, *map(len, self.found)))
        starts: dict[str, list[str]] = {}
        for phrase in self.found:
            starts.setdefault(phrase[:shortest], []).append(phrase)
        object.__setattr__(self, "_shortest", shortest)
        by_start = {start: tuple(phrases) for start, phrases in starts.items()}
        object.__setattr__(self, "_by_start", by_start)

    def is_in(self, folded: str) -> bool:
        """True if a folded text (see `fold`) has one of the phrases."""
        line, size = self._shaped(folded), self._shortest
        return any(
            line.startswith(self._by_start.get(line[at : at + size], ()), at)
            for at in range(len(line) - size + 1)
        )

    def begins(self, folded: str) -> bool:
        """True if a folded text begins with one of them; without spaces, if it has one anywhere."""
        line = self._shaped(folded)
        return line.startswith(self.found) if self.spaced else self.is_in(folded)

    def _shaped(self, folded: str) -> str:
        return f" {folded} " if self.spaced else folded.replace(" ", "")


def in_any(text: str, file: str, language: str) -> bool:
    """True if the text has a phrase of `file`, in this language (BCP 47) or in English."""
    folded = fold(text[:LONGEST])
    return any(table.is_in(folded) for table in _tables(language, file))


def fold(text: str) -> str:
    """Lower case with one space between words, without marks and accents."""
    pieces = (text[at : at + PIECE] for at in range(0, len(text), PIECE))
    return " ".join(unaccented(plain_of(pieces)).split())


def _folded_line(typed: Typed) -> str:
    return typed.once("folded", lambda: fold(typed.text[:LONGEST]))


def plain_of(pieces: Iterable[str]) -> str:
    """Joins plain pieces.

    A word that was cut stays whole; pieces with space between them stay apart.
    """
    joined = ""
    for piece in pieces:
        gap = " " if piece[:1].isspace() or joined[-1:].isspace() else ""
        shown = plain(piece)
        joined += f"{gap}{shown}" + (" " if piece[-1:].isspace() else "")
    return joined


def _tables(language: str, file: str, section: str = "phrases") -> Iterator[Table]:
    """The tables of this language (BCP 47) and of English, as far as they exist."""
    name = language.split("-")[0].lower()
    for one in dict.fromkeys((name, DEFAULT)):
        table = _table(one, file, section)
        if table is not None:
            yield table


@cache
def _table(language: str, file: str, section: str) -> Table | None:
    path = resources.files("bot.locale") / language / file
    if not language.isalpha() or not path.is_file():
        return None
    table = tomllib.loads(path.read_text(encoding="utf-8"))
    spaced = table.get("spaces", True)
    return Table(_all(table[section], spaced=spaced), spaced)


@cache
def _heavy() -> tuple[Table, ...]:
    """What may name a loss, in all languages: one table with spaces between words, one without."""
    each = [_table(language, "heavy.toml", "phrases") for language in sorted(languages())]
    spaced = {phrase for one in each if one and one.spaced for phrase in one.found}
    close = {phrase for one in each if one and not one.spaced for phrase in one.found}
    return Table(tuple(spaced), spaced=True), Table(tuple(close), spaced=False)


def _all(patterns: Iterable[str], *, spaced: bool) -> tuple[str, ...]:
    lines = {_folded(line, spaced=spaced) for pattern in patterns for line in expand(pattern)}
    return tuple(sorted(lines, key=len, reverse=True))


def _folded(text: str, *, spaced: bool) -> str:
    line = fold(text)
    return f" {line} " if spaced else line.replace(" ", "")


def worries_about_privacy(text: str, language: str) -> bool:
    """True if the text may worry about privacy. Never raises.

    It is generous, because it only decides whether the bot explains itself at once.
    """
    return in_any(text, "worries.toml", language)


def names_a_loss(text: str | Typed) -> bool:
    """True if the text may name a loss or distress, in any language. Never raises.

    It judges nothing and is generous: the bot only says less and offers nothing.
    """
    typed = typed_line(text)
    return typed.once("loss", lambda: any(one.is_in(_folded_line(typed)) for one in _heavy()))


def meant_for_bot(text: str | Typed, language: str) -> Addressed | None:
    """What a line wants of the bot, in this language (BCP 47) or in English. Never raises.

    None for a line that is too long for that: it is the person's own words.
    """
    typed = typed_line(text)
    if len(typed.text) > LONGEST_TO_BOT:
        return None
    folded = _folded_line(typed)
    for wanted in Addressed:
        if any(table.begins(folded) for table in _tables(language, "addressed.toml", wanted)):
            return wanted
    return None
