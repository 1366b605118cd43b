"""Pure: cutting what is too long for one message, where a reader would. Knows no platform.

Whatever is cut is whole when put together again: nothing is added, and nothing falls away.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

import regex

T = TypeVar("T")
Fits = Callable[[str], bool]

# From the best place to divide a text to the last resort. A sentence ends as in the root rules of
# Unicode's text segmentation (UAX 29): after its stop, closing marks and spaces.
PARAGRAPH = regex.compile(r"\n\s*\n")
SENTENCE = regex.compile(
    r"(?<![.!?…])[.!?…]++[\p{Pe}\p{Pf}\p{Pi}\"']*+\s+|[。！？｡．]++[\p{Pe}\p{Pf}\"']*+\s*|\n+"
)
SPACE = regex.compile(r"\s+")
WORD = regex.compile(r"\b", flags=regex.WORD)
GRAPHEME = regex.compile(r"\X")

# A nicer place counts only where it does not leave the piece mostly empty.
NICE = ((PARAGRAPH, 0.6), (SENTENCE, 0.4), (SPACE, 0.0), (WORD, 0.0))


def pieces(text: str, fits: Fits) -> list[str]:
    """The text in pieces that each `fits`: joined, they are the text. None for no text.

    Divided between paragraphs, sentences or words, where there is such a place; else between
    graphemes (what a reader sees as one character); and inside of one only where it alone does not
    fit. A single code point stands alone, whatever `fits` says. `fits` must hold for every
    beginning of what it holds for.
    """
    found: list[str] = []
    start = 0
    while start < len(text):
        end = reach(text, start, fits)
        if end < len(text):
            end = _place(text, start, end)
        found.append(text[start:end])
        start = end
    return found


def reach(text: str, start: int, fits: Fits) -> int:
    """How far the text from `start` can go, at least one code point: doubled, and then halved."""
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
    """Where graphemes end, from `start` to `end`."""
    return {at for at in _ends(GRAPHEME, text, start, end) if at <= end}


def _place(text: str, start: int, end: int) -> int:
    """Where the piece that begins at `start` and reaches to `end` at most is to be divided."""
    graphemes = whole(text, start, end)
    for boundary, filled in NICE:
        least = start + (end - start) * filled
        places = [at for at in _ends(boundary, text, start, end) if least <= at <= end]
        good = [at for at in places if at > start and at in graphemes]
        if good:
            return good[-1]
    return max(graphemes, default=end)


def _ends(boundary: regex.Pattern[str], text: str, start: int, end: int) -> Iterator[int]:
    """Where each match ends, in the text as a whole, until one lies behind `end`."""
    for match in boundary.finditer(text, start):
        yield match.end()
        if match.end() > end:
            return


def packed(groups: Sequence[Sequence[T]], fits: Callable[[Sequence[T]], bool]) -> list[list[T]]:
    """What stands together, in as few parts as each `fits`; a group is cut only when it must be.

    The groups are what a reader would keep together, one client of a digest, say. An item that
    does not fit by itself stands alone: cut it before.
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
