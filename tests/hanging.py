"""Limits the processor seconds of a test, so that work which explodes fails it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from time import process_time

# Linear work takes milliseconds. A pattern that backtracks over 40,000 characters takes minutes.
OUT_OF_HAND = 5.0


@contextmanager
def in_hand() -> Iterator[None]:
    began = process_time()
    yield
    assert process_time() - began < OUT_OF_HAND, "the work grows out of hand"
