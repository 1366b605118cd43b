"""Measures the work of one call as CPU time of this thread, so that other programs do not count."""

from __future__ import annotations

from collections.abc import Callable
from time import thread_time


def work(read: Callable[[str], object], text: str, tries: int = 3) -> float:
    """The least CPU time of a few calls, in seconds. A first call, which loads, does not count."""
    read(text[:20])
    return min(_once(read, text) for _ in range(tries))


def _once(read: Callable[[str], object], text: str) -> float:
    begun = thread_time()
    read(text)
    return thread_time() - begun
