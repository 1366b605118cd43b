"""Hears a greeting in every language: as the whole line, or in front of a longer one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from bot.understand.phrases import Phrases, every_phrases
from bot.understand.plain_line import LIMIT, Typed, typed_line

# A greeting has at most so many words.
MOST_WORDS = 4
_END = re.compile(r"[,.!?;:\n、。！？…–—-]+\s*|\s+(?=[^\w\s])")


@dataclass(frozen=True, slots=True, repr=False)
class Greeted:
    """A greeting: the languages (BCP 47) it belongs to, and the text behind it, "" for none."""

    languages: tuple[str, ...]
    rest: str = ""

    def only_in(self, language: str) -> str | None:
        """The language that the greeting speaks, or None where it may be the chat's or several."""
        if language in self.languages or len(self.languages) != 1:
            return None
        return self.languages[0]


def greeting_in(text: str | Typed) -> Greeted | None:
    """The greeting that a line is, or begins with. None without one. Never raises."""
    typed = typed_line(text)
    return typed.once("greeting", lambda: _greeting(typed))


def _greeting(typed: Typed) -> Greeted | None:
    begins = typed.visible.lstrip()[:1].lower()
    # A line whose first sign is a plain letter begins with it in every form.
    if begins.isascii() and begins.isalpha() and begins not in _letters():
        return None
    for front, rest in _fronts(typed):
        found = _languages_of(front)
        if found:
            return Greeted(found, rest)
    return None


@cache
def _letters() -> frozenset[str]:
    """The letters that the greetings of all languages begin with, with accents and without."""
    both = (one for table in every_phrases() for one in (table, table.as_written))
    return frozenset().union(*(one.greetings.letters for one in both))


def _fronts(line: Typed) -> Iterator[tuple[Typed, str]]:
    """Yields beginnings of a line with what stands behind them, the longest first."""
    if len(line.text) <= LIMIT:
        yield line, ""
    shown = line.visible.strip()
    first = _END.search(shown)
    if first is not None and first.end() < len(shown):
        yield Typed(shown[: first.start()]), shown[first.end() :]
    words = shown.split(maxsplit=MOST_WORDS)
    for size in range(min(MOST_WORDS, len(words) - 1), 0, -1):
        yield Typed(" ".join(words[:size])), " ".join(words[size:])


def _languages_of(front: Typed) -> tuple[str, ...]:
    if not front.text or len(front.text) > LIMIT:
        return ()
    return tuple(table.language for table in every_phrases() if _greets(front, table))


def _greets(typed: Typed, table: Phrases) -> bool:
    """True for a greeting of this language. Accents that were typed must be the right ones.

    Without its accents, a single word is often a word of another language: "chao".
    """
    if table.accented:
        return table.greetings.key_of(table.plain(typed)) is not None
    if typed.has_accents:
        table = table.as_written
        return table.greetings.key_of(table.plain(typed)) is not None
    line = table.plain(typed)
    return " " in line and table.greetings.key_of(line) is not None
