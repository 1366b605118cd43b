"""A guard against work that grows out of hand: seconds of the processor, however busy it is."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from time import process_time

# Linear work takes milliseconds; what backtracks over 40,000 signs takes minutes.
OUT_OF_HAND = 5.0


@contextmanager
def in_hand() -> Iterator[None]:
    began = process_time()
    yield
    assert process_time() - began < OUT_OF_HAND, "the work grows out of hand"
