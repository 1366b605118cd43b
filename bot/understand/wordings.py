"""The phrases that a pattern with choices stands for."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import product

_INNERMOST = re.compile(r"\(([^()]*)\)")


def expand(pattern: str) -> Iterator[str]:
    """Yields every phrase that "(a|b) c( d|)" stands for. Choices may be nested."""
    pieces = _INNERMOST.split(pattern)
    choices = (piece.split("|") if at % 2 else (piece,) for at, piece in enumerate(pieces))
    for chosen in product(*choices):
        line = "".join(chosen)
        if "(" in line:
            yield from expand(line)
        else:
            yield line


def simplest(pattern: str) -> str:
    """The phrase that a pattern stands for where whatever may be left out is left out."""
    while (inner := _INNERMOST.search(pattern)) is not None:
        choices = inner[1].split("|")
        chosen = "" if "" in choices else choices[0]
        pattern = pattern[: inner.start()] + chosen + pattern[inner.end() :]
    return pattern
