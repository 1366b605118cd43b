"""Pure: splits what is too long for one message, where a reader would. Knows no platform.

The pieces joined are the original: nothing is added and nothing is lost.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

import regex

T = TypeVar("T")
Fits = Callable[[str], bool]

# Boundaries, the best first. A sentence ends as in the root rules of Unicode's text segmentation
# (UAX 29): after its stop, closing quotation marks and spaces.
PARAGRAPH = regex.compile(r"\n\s*\n")
SENTENCE = regex.compile(
    r"(?<![.!?…])[.!?…]++[\p{Pe}\p{Pf}\p{Pi}\"']*+\s+|[。！？｡．]++[\p{Pe}\p{Pf}\"']*+\s*|\n+"
)
SPACE = regex.compile(r"\s+")
WORD = regex.compile(r"\b", flags=regex.WORD)
# A flag is two letters of their own kind. For each of many flags, the rules of graphemes and words
# look back to the first one. So flags are taken as pairs, and many flags are cut like graphemes.
AHEAD = 200
MANY_FLAGS = regex.compile(r"[\U0001F1E6-\U0001F1FF]{20}")
GRAPHEME = regex.compile(
    r"[\U0001F1E6-\U0001F1FF]{2}[\p{GCB=Extend}\p{GCB=ZWJ}\p{GCB=SpacingMark}]*+|\X"
)

# A better boundary counts only if the piece is filled at least this much.
BOUNDARIES = ((PARAGRAPH, 0.6), (SENTENCE, 0.4), (SPACE, 0.0), (WORD, 0.0))


def pieces(text: str, fits: Fits) -> list[str]:
    """Splits a text into pieces that each pass `fits`. Returns no piece for no text.

    Splits between paragraphs, sentences or words where possible; else between graphemes (what a
    reader sees as one character); and inside a grapheme only if it alone does not fit. A single
    code point is always a piece. If `fits` is true for a text, it must be true for each beginning
    of it.
    """
    found: list[str] = []
    start = 0
    while start < len(text):
        end = reach(text, start, fits)
        if end < len(text):
            end = _boundary(text, start, end)
        found.append(text[start:end])
        start = end
    return found


def reach(text: str, start: int, fits: Fits) -> int:
    """The furthest end of a piece from `start` that fits; at least one code point.

    Doubles the length while it fits, then searches by halves.
    """
    length = 1
    while start + length < len(text) and fits(text[start : start + 2 * length]):
        length *= 2
    low, high = length, min(2 * length, len(text) - start + 1)
    while high - low > 1:
        middle = (low + high) // 2
        if fits(text[start : start + middle]):
            low = middle
        else:
            high = middle
    return min(start + low, len(text))


def whole(text: str, start: int, end: int) -> set[int]:
    """The positions from `start` to `end` at which a grapheme ends."""
    return {at for at in _ends(GRAPHEME, text, start, end) if at <= end}


def _boundary(text: str, start: int, end: int) -> int:
    """The best position to end the piece that begins at `start` and reaches `end` at most."""
    graphemes = whole(text, start, end)
    flags = MANY_FLAGS.search(text, start, end) is not None
    for boundary, filled in BOUNDARIES[: -1 if flags else None]:
        least = start + (end - start) * filled
        ends = [at for at in _ends(boundary, text, start, end) if least <= at <= end]
        good = [at for at in ends if at > start and at in graphemes]
        if good:
            return good[-1]
    return max(graphemes, default=end)


def _ends(boundary: regex.Pattern[str], text: str, start: int, end: int) -> Iterator[int]:
    """The position after each match, until one lies behind `end`.

    It looks only a little behind `end`: where a text has no space at all, each piece would look
    for one through all the rest.
    """
    for match in boundary.finditer(text, start, end + AHEAD):
        yield match.end()
        if match.end() > end:
            return


def packed(groups: Sequence[Sequence[T]], fits: Callable[[Sequence[T]], bool]) -> list[list[T]]:
    """Puts groups into few parts that each pass `fits`; splits a group only if it must.

    A group is what a reader would keep together, such as one client in a digest. An item that does
    not fit by itself becomes a part of its own, so split it before.
    """
    parts: list[list[T]] = []
    for group in groups:
        if parts and fits([*parts[-1], *group]):
            parts[-1].extend(group)
            continue
        current: list[T] = []
        for item in group:
            if current and not fits([*current, item]):
                parts.append(current)
                current = []
            current.append(item)
        if current:
            parts.append(current)
    return parts


def sections(items: Sequence[T], is_heading: Callable[[T], bool]) -> list[list[T]]:
    """Groups from heading to heading. Headings directly above each other stay together."""
    found: list[list[T]] = [[]]
    for item in items:
        if is_heading(item) and not all(is_heading(one) for one in found[-1]):
            found.append([])
        found[-1].append(item)
    return found
