"""Finds words in what a person wrote: whatever the capitals, the accents and the spaces.

It works on text in memory, and makes no index: an index over sealed words would tell what they say.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import IntEnum

from bot.understand.plain_line import searchable

# Shorter words are found as whole words only: "art" is not in "start".
WHOLE = 3
# From so many letters on, one letter may be wrong; from twice as many, two.
NEAR_FROM = 5


class Closeness(IntEnum):
    """How well a text holds what is sought. The best that is there at all is shown."""

    NEAR = 1
    ALL_WORDS = 2
    PHRASE = 3


@dataclass(frozen=True, slots=True, repr=False)
class Match:
    """One text that holds the terms. `places` are the first letter and the length of each."""

    number: int
    closeness: Closeness
    places: tuple[tuple[int, int], ...]


def folded(text: str, *, spaced: bool) -> str:
    """The text as it is searched: a language without spaces is searched without them."""
    plain = searchable(text)
    return plain if spaced else plain.replace(" ", "")


def best_matches(texts: Sequence[str], terms: Sequence[str], *, spaced: bool) -> list[Match]:
    """The texts that hold the terms best, by their number, in the given order.

    Those with the terms side by side, or else those with each of them, or else those with words
    that are one or two letters away.
    """
    bare = [folded(text, spaced=spaced) for text in texts]
    sought = [folded(term, spaced=spaced) for term in terms]
    sought = [term for term in sought if term]
    if not sought:
        return []
    found = [
        match for number, text in enumerate(bare) if (match := _exact(number, text, sought, spaced))
    ]
    if not found and spaced:
        found = _near_matches(bare, sought)
    best = max((match.closeness for match in found), default=None)
    return [match for match in found if match.closeness is best]


def _exact(number: int, text: str, terms: Sequence[str], spaced: bool) -> Match | None:
    phrase = (" " if spaced else "").join(terms)
    at = _place(text, phrase, spaced)
    if at is not None:
        return Match(number, Closeness.PHRASE, ((at, len(phrase)),))
    places = [(_place(text, term, spaced), len(term)) for term in terms]
    found = tuple((at, length) for at, length in places if at is not None)
    return Match(number, Closeness.ALL_WORDS, found) if len(found) == len(places) else None


def _place(text: str, term: str, spaced: bool) -> int | None:
    """Where a text holds a term, or None."""
    whole = spaced and term.isascii() and len(term) <= WHOLE
    at = f" {text} ".find(f" {term} ") if whole else text.find(term)
    return None if at < 0 else at


def _near_matches(texts: Sequence[str], terms: Sequence[str]) -> list[Match]:
    """The texts that hold, for each term, a word that is hardly different."""
    vocabulary = {word for text in texts for word in text.split()}
    near = [_near_words(term, vocabulary) for term in terms]
    found = []
    for number, text in enumerate(texts):
        words = set(text.split())
        hits = [min(words & each, default=None) for each in near]
        if None not in hits:
            places = tuple((_place(text, hit, True) or 0, len(hit)) for hit in hits if hit)
            found.append(Match(number, Closeness.NEAR, places))
    return found


def _near_words(term: str, vocabulary: Iterable[str]) -> frozenset[str]:
    """The words that are a typing error or an ending away from a term; the term too."""
    # Imported here, because most starts never need it.
    from rapidfuzz.distance import OSA
    from rapidfuzz.process import extract_iter

    if len(term) < NEAR_FROM:
        return frozenset({term})
    most = 1 if len(term) < 2 * NEAR_FROM else 2
    close = extract_iter(term, list(vocabulary), scorer=OSA.distance, score_cutoff=most)
    return frozenset(word for word, _, _ in close)
