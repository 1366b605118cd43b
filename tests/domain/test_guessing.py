"""Wrong codes make their own typist wait, and others only take free tries away."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from bot.domain.guessing import CROWD, FREE, LONGEST_WAIT, waits_until

NOW = datetime(2026, 11, 24, 9, tzinfo=UTC)
TIMES = st.lists(st.integers(0, 3_000).map(lambda s: NOW - timedelta(seconds=s))).map(sorted)


@given(st.integers(0, 10_000_000))
def test_who_typed_no_wrong_code_never_waits(others: int) -> None:
    assert waits_until([], others) is None


@given(TIMES, st.integers(0, 100_000))
def test_nobody_waits_longer_than_the_longest_wait(own: list[datetime], others: int) -> None:
    until = waits_until(own, others)
    assert until is None or until - own[-1] <= LONGEST_WAIT


@given(TIMES, st.integers(0, 2_000))
def test_a_crowd_never_makes_the_wait_shorter(own: list[datetime], others: int) -> None:
    calm, crowded = waits_until(own, 0), waits_until(own, others)
    assert calm is None or (crowded is not None and crowded >= calm)


def test_the_waits_grow_from_a_minute_to_a_quarter_of_an_hour() -> None:
    waits = [waits_until([NOW] * count, 0) for count in range(FREE - 1, FREE + 6)]
    assert waits[0] is None
    minutes = [(one - NOW) / timedelta(minutes=1) for one in waits[1:] if one is not None]
    assert minutes == [1, 2, 4, 8, 15, 15]


def test_a_crowd_leaves_one_free_try() -> None:
    assert waits_until([NOW], CROWD * 3) is None
    assert waits_until([NOW], CROWD * 4) == NOW + timedelta(minutes=5)
