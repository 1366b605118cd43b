"""Tables of phrases to look for inside a longer text, with and without accents."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib import resources

from bot.understand.phrases import DEFAULT, expand
from bot.understand.plain_line import plain, unaccented

LONGEST = 4_000
# `plain` is made for lines and reads only their beginning, so a text is normalised in pieces.
PIECE = 150


@dataclass(frozen=True, slots=True, repr=False)
class Table:
    """The phrases of one table."""

    found: tuple[str, ...]
    spaced: bool

    def is_in(self, text: str) -> bool:
        line = _folded(text, spaced=self.spaced)
        return any(phrase in line for phrase in self.found)


def in_any(text: str, file: str, language: str) -> bool:
    """True if the text has a phrase of `file`, in this language (BCP 47) or in English."""
    name = language.split("-")[0].lower()
    tables = (_table(one, file) for one in dict.fromkeys((name, DEFAULT)))
    return any(table is not None and table.is_in(text[:LONGEST]) for table in tables)


def fold(text: str) -> str:
    """Lower case with one space between words, without marks and accents."""
    pieces = (text[at : at + PIECE] for at in range(0, len(text), PIECE))
    return " ".join(unaccented(plain_of(pieces)).split())


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


@cache
def _table(language: str, file: str) -> Table | None:
    path = resources.files("bot.locale") / language / file
    if not language.isalpha() or not path.is_file():
        return None
    table = tomllib.loads(path.read_text(encoding="utf-8"))
    spaced = table.get("spaces", True)
    return Table(_all(table["phrases"], spaced=spaced), spaced)


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
