"""Codes that nobody made, for who guesses."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice, product

LETTERS = "BCDFGHJKMNPQRSTVWXYZ23456789"


def guesses(count: int) -> Iterator[str]:
    """Yields `count` different codes of the right form."""
    for end in islice(product(LETTERS, repeat=3), count):
        yield f"ZZ9Z-9{''.join(end)}"
