"""Marks what only `make simulate` runs: searches and long random runs.

`make test` has the short form of each.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from typing import TypeVar

import pytest

LONG = os.environ.get("HANDRAIL_HISTORIES") == "long"
Test = TypeVar("Test", bound=Callable[..., object])


def by_hand(test: Test) -> Test:
    """Marks a test as long, and skips it where nobody asked for the long form."""
    skipped: Test = pytest.mark.skipif(not LONG, reason="this takes long: make simulate")(test)
    long: Test = pytest.mark.by_hand(pytest.mark.long(skipped))
    return long
