"""Marks what only `make simulate` runs: searches and long random runs.

`make test` has the short form of each.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from typing import TypeVar

import pytest
from _pytest.mark import ParameterSet

LONG = os.environ.get("TESTS_HISTORIES") == "long"
REASON = "this takes long: make simulate"
Test = TypeVar("Test", bound=Callable[..., object])


def some_by_hand(names: Iterable[str], here: int) -> list[ParameterSet]:
    """One parameter for each name; those after the first `here` run in `make simulate` alone."""
    marks = (pytest.mark.by_hand, pytest.mark.skipif(not LONG, reason=REASON))
    return [pytest.param(name, marks=marks if at >= here else ()) for at, name in enumerate(names)]


def by_hand(test: Test) -> Test:
    """Marks a test as long, and skips it where nobody asked for the long form."""
    skipped: Test = pytest.mark.skipif(not LONG, reason=REASON)(test)
    long: Test = pytest.mark.by_hand(pytest.mark.long(skipped))
    return long
