"""Pure: cutting what is too long for one message, where a reader would. Knows no platform.

Whatever is cut is whole when put together again: nothing is added, and nothing falls away.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

import regex

T = TypeVar("T")
Fits = Callable[[str], bool]

# From the best place for a cut to the last resort: a paragraph, a line, a sentence, a word, a
# grapheme (what a reader sees as one character), and only then a code point.
CUTS = (
    regex.compile(r".*?(?:\n[^\S\n]*\n+|\Z)", regex.DOTALL),
    regex.compile(r".*?(?:\n|\Z)", regex.DOTALL),
    regex.compile(r".*?(?:[.!?…]+[\"'”’»)\]]*\s+|[。！？]+[」』）]*|\Z)", regex.DOTALL),
    regex.compile(r".*?(?:\s+|\Z)", regex.DOTALL),
    regex.compile(r"\X"),
    regex.compile(r".", regex.DOTALL),
)


def pieces(text: str, fits: Fits) -> list[str]:
    """`text` in as few pieces as each `fits`, put together exactly `text`. [""] for no text.

    `fits` must hold for a shorter beginning of whatever it holds for. A single code point that
    does not fit stands alone.
    """
    return list(_pieces(text, fits, 0)) or [""]


def _pieces(text: str, fits: Fits, level: int) -> Iterator[str]:
    if not text:
        return
    if fits(text) or level == len(CUTS):
        yield text
        return
    parts = [part for part in CUTS[level].findall(text) if part]
    at = 0
    while at < len(parts):
        taken = _most(parts, at, fits)
        if taken:
            yield "".join(parts[at : at + taken])
            at += taken
        else:
            yield from _pieces(parts[at], fits, level + 1)
            at += 1


def _most(parts: Sequence[str], start: int, fits: Fits) -> int:
    """How many parts from `start` on fit together: by doubling, then by halving."""
    reach = 1
    while start + reach <= len(parts) and fits("".join(parts[start : start + reach])):
        reach *= 2
    low, high = reach // 2, min(reach, len(parts) - start + 1)
    while high - low > 1:
        middle = (low + high) // 2
        if fits("".join(parts[start : start + middle])):
            low = middle
        else:
            high = middle
    return low


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
