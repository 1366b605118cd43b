"""Brings a typed line into the form in which phrases are compared, and strips phrases from it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Hashable, Iterable, Iterator
from functools import lru_cache
from typing import Any, TypeVar

from bot.domain.words import normal, unescaped

T = TypeVar("T")

# Commands are shorter than this: a longer line is a person's own words.
LIMIT = 200
# No polite phrase has more words.
MOST_WORDS = 5
_REPEATED = re.compile(r"([^\W\d_])\1{2,}")
# What does not count (see `_counts`) in a line without accents, in lower case.
_NO_WORD = re.compile(r"[^a-z0-9./:-]+")
_NO_NUMBER = re.compile(r"(?<![0-9])[./:-]|[./:-](?![0-9])")
_MARKUP = re.compile(r"<[^<>]{0,80}>|(?<!\w)[@#][\w.-]+")
_APOSTROPHE = re.compile(r"['’ʼ‘`´]")
VOICING = frozenset("\u3099\u309a")


def plain(text: str) -> str:
    """Lower case words and numbers with one space between, without marks, mentions, emoji or
    apostrophes.
    """
    return _words_of(visible(text))


def searchable(text: str) -> str:
    """The same for a text of any length, without accents."""
    return unaccented(_words_of(_simple(text)))


def _words_of(simple: str) -> str:
    bare = _without_marks(simple)
    bare = _REPEATED.sub(r"\1", bare)
    bare = _NO_NUMBER.sub(" ", bare)
    if bare.isascii():
        return " ".join(_NO_WORD.sub(" ", bare).split())
    return " ".join(without(bare, lambda sign: not _counts(sign), " ").split())


def visible(text: str) -> str:
    """The first characters of a line in their simplest form, without invisible ones."""
    return _simple(text[: LIMIT * 4])


def _simple(text: str) -> str:
    if text.isascii():
        return text
    simple = normal("NFKC", text)
    return without(simple, lambda sign: unicodedata.category(sign) in ("Cf", "Cs", "Co"))


def without(text: str, unwanted: Callable[[str], object], instead: str = "") -> str:
    """The text without such characters. Each different one is looked at once."""
    found = [sign for sign in set(text) if unwanted(sign)]
    return text.translate(dict.fromkeys(map(ord, found), instead)) if found else text


class Typed:
    """One typed line in the forms that the tables of different languages need, each made once.

    It belongs to the event that the line came with, and goes with it. Nothing keeps it longer.
    """

    def __init__(self, text: str) -> None:
        self.text = text
        self._plain: str | None = None
        self._bare: str | None = None
        self._found: dict[Hashable, Any] = {}

    @property
    def visible(self) -> str:
        """See `visible`."""
        return self.once("visible", lambda: visible(self.text))

    def once(self, what: Hashable, read: Callable[[], T]) -> T:
        """Returns what a reader finds in this line. `what` names the reader and all it is given."""
        if what not in self._found:
            self._found[what] = read()
        found: T = self._found[what]
        return found

    def shaped(self, *, accented: bool, spaced: bool) -> str:
        """The plain line, without accents or spaces if the language's table has none."""
        if self._plain is None:
            self._plain = _words_of(self.visible)
        line = self._plain if accented else self._unaccented(self._plain)
        return line if spaced else line.replace(" ", "")

    @property
    def has_accents(self) -> bool:
        line = self.shaped(accented=True, spaced=True)
        return self._unaccented(line) != line

    def _unaccented(self, line: str) -> str:
        if self._bare is None:
            self._bare = unaccented(line)
        return self._bare


def typed_line(text: str | Typed) -> Typed:
    """Returns the line as it is handed through hearing: the same one, if it is one already."""
    return Typed(text) if isinstance(text, str) else text


def unaccented(text: str) -> str:
    """Removes accents. Japanese voicing marks stay: without them it is another letter."""
    if text.isascii():
        return text
    bare = normal("NFD", text).replace("đ", "d").replace("ß", "ss")
    bare = without(bare, lambda sign: unicodedata.combining(sign) and sign not in VOICING)
    return normal("NFC", bare)


def strip(
    line: str, before: Iterable[str], after: Iterable[str] = (), *, spaced: bool = True
) -> Iterator[str]:
    """Yields the line, then the line with more and more of these phrases removed from its ends."""
    lead, tail = frozenset(before), frozenset(after)
    shorten = _shorter if spaced else _shorter_by_letters
    yield line
    while (shorter := shorten(line, lead, tail)) is not None:
        line = shorter
        yield line


@lru_cache(maxsize=256)
def _outermost(lead: frozenset[str], tail: frozenset[str]) -> tuple[frozenset[str], frozenset[str]]:
    """The words that phrases in front begin with, and those that phrases at the end close with."""
    return (
        frozenset(one.partition(" ")[0] for one in lead),
        frozenset(one.rpartition(" ")[2] for one in tail),
    )


def _shorter(line: str, lead: frozenset[str], tail: frozenset[str]) -> str | None:
    words = line.split(" ")
    begin, close = _outermost(lead, tail)
    if words[0] not in begin and words[-1] not in close:
        return None
    for size in range(min(MOST_WORDS, len(words)), 0, -1):
        if " ".join(words[:size]) in lead:
            return " ".join(words[size:])
        if " ".join(words[-size:]) in tail:
            return " ".join(words[:-size])
    return None


def _shorter_by_letters(line: str, lead: frozenset[str], tail: frozenset[str]) -> str | None:
    front = max((one for one in lead if one and line.startswith(one)), key=len, default="")
    ends = max((one for one in tail if one and line.endswith(one)), key=len, default="")
    if not front and not ends:
        return None
    return line[len(front) :] if len(front) >= len(ends) else line[: -len(ends)]


def _without_marks(simple: str) -> str:
    bare = unescaped(simple).casefold()
    return _APOSTROPHE.sub("", _MARKUP.sub(" ", bare))


def _counts(sign: str) -> bool:
    return (
        sign in "./:-" or unicodedata.category(sign)[0] in "LN" or unicodedata.combining(sign) > 0
    )
