"""Reads a search in one's own words: "what did I write about the budget", "my words March"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from bot.understand.phrases import DEFAULT, Phrases, phrases
from bot.understand.plain_line import LIMIT, Typed, typed_line, unaccented
from bot.understand.searching.stretches import Stretch, past_stretch
from bot.understand.searching.table import SearchTable, search_table

# More terms than this are a sentence of one's own.
MOST_TERMS = 6
# A few words more than "my words" may be the beginning of an ordinary sentence.
FEW_TERMS = 2
# No days are longer: "the week of Thursday the 26th of November 2026", "2026年11月26日の週に".
MOST_WORDS, MOST_SIGNS = 9, 14
VOWELS = frozenset("aeiouyh")


@dataclass(frozen=True, slots=True, repr=False)
class Sought:
    """What somebody looks for in their words. Never store or log `terms`: they are words, too.

    `first` and `last` are local dates, both included, or both None. `sure` is false where the line
    may as well be ordinary words; `loose` is true where that is likely.
    """

    terms: tuple[str, ...] = ()
    first: date | None = None
    last: date | None = None
    sure: bool = True
    loose: bool = False


def read_search(text: str | Typed, language: str, today: date) -> Sought | None:
    """Reads a line in the person's language or in English. None for anything else. Never raises.

    `today` is the person's local date.
    """
    typed = typed_line(text)
    if len(typed.text) > LIMIT:
        return None
    for name in dict.fromkeys((phrases(language).language, DEFAULT)):
        table, own = phrases(name), search_table(name)
        line = table.plain(typed)
        for shorter in table.strip(line, table.before_wish, table.after):
            found = _search(shorter, table, own, today)
            if found is not None:
                return replace(found, loose=_is_loose(found, typed.text, table))
    return None


def _is_loose(found: Sought, text: str, table: Phrases) -> bool:
    """True for few words that begin like a search, and go on like a sentence."""
    if found.sure or not found.terms:
        return False
    apart = table.spaced or any(sign.isspace() for sign in text.strip())
    parts = len(found.terms) + (found.first is not None)
    return parts > FEW_TERMS or not apart


def _search(line: str, table: Phrases, own: SearchTable, today: date) -> Sought | None:
    if line in own.stretches:
        return None
    for place in own.asks.opened(line):
        if found := _read(place, table, own, today):
            return found
    for place in own.when.opened(line):
        found = _read(place, table, own, today, days=True)
        if found is not None:
            return found
    for place in own.short.opened(line):
        if found := _read(place, table, own, today):
            return replace(found, sure=not found.terms)
    return None


def _read(
    what: str, table: Phrases, own: SearchTable, today: date, *, days: bool = False
) -> Sought | None:
    """Reads days, words, or both. With `days` there are days, and words only after an "about"."""
    whole = past_stretch(what, table, own, today)
    if whole is not None:
        return Sought((), *whole)
    for stretch, rest in _parted(what, table, own, today):
        about = next((one for one in _after_about(rest, table, own)), None)
        if about is None and days:
            continue
        terms = _terms(about or rest, table, own)
        if terms and len(terms) <= MOST_TERMS:
            return Sought(terms, *stretch)
    if days:
        return None
    terms = _terms(next(_after_about(what, table, own), what), table, own)
    return Sought(terms) if terms and len(terms) <= MOST_TERMS else None


def _parted(
    what: str, table: Phrases, own: SearchTable, today: date
) -> Iterator[tuple[Stretch, str]]:
    """Yields days that stand at the end or at the beginning, the longest first, and the rest."""
    parts: list[str] = what.split(" ") if table.spaced else list(what)
    gap, most = (" ", MOST_WORDS) if table.spaced else ("", MOST_SIGNS)
    for size in range(min(len(parts) - 1, most), 0, -1):
        for inner, outer in ((parts[:-size], parts[-size:]), (parts[size:], parts[:size])):
            stretch = past_stretch(gap.join(outer), table, own, today)
            if stretch is not None:
                yield stretch, gap.join(inner)


def _after_about(line: str, table: Phrases, own: SearchTable) -> Iterator[str]:
    """Yields the line without its "about", if it has one before or (in Japanese) after it."""
    around = (own.about, frozenset[str]()) if table.spaced else (frozenset[str](), own.about)
    yield from (shorter for shorter in table.strip(line, *around) if shorter and shorter != line)


def _terms(line: str, table: Phrases, own: SearchTable) -> tuple[str, ...]:
    """The words to look for, without articles. All of them, if they are nothing else."""
    if not table.spaced:
        shortest = list(table.strip(line, (), own.tail))[-1]
        return (shortest,) if shortest else ()
    words = line.split()
    kept = [word for word in words if word not in own.drop]
    return tuple(_without_elided(word, own) for word in kept or words)


def _without_elided(word: str, own: SearchTable) -> str:
    begins = word[:1] in own.elided and len(word) > 4
    return word[1:] if begins and unaccented(word[1:2]) in VOWELS else word
