"""The rate limit of one workspace: bursts, averages, and closed times."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from bot.domain.pace import Lane, Pace
from tests.things import NOW

SECOND = timedelta(seconds=1)


@given(
    st.lists(st.tuples(st.integers(0, 5_000), st.integers(1, 50)), max_size=40),
    st.sampled_from([0.5, 1, 3, 10, 50]),
    st.integers(1, 20),
)
def test_in_any_span_no_more_leaves_than_the_pace_allows(
    asks: list[tuple[int, int]], per_second: float, burst: int
) -> None:
    pace, lane, now = Pace(per_second, burst), Lane("w"), NOW
    left = []
    for later, wanted in asks:
        now += timedelta(milliseconds=later)
        count = min(wanted, lane.allows(now, pace))
        left += [now] * count
        lane = replace(lane, used_until=lane.used(now, pace, count))
    for begin in range(len(left)):
        for end in range(begin, len(left)):
            span = (left[end] - left[begin]).total_seconds()
            assert end - begin + 1 <= burst + per_second * span + 1


def test_after_a_rest_a_burst_may_leave_again() -> None:
    pace = Pace(2, 4)
    lane = replace(Lane("w"), used_until=Lane("w").used(NOW, pace, 4))
    assert [lane.allows(NOW + n * SECOND / 2, pace) for n in range(6)] == [0, 1, 2, 3, 4, 4]


def test_a_time_noted_by_a_clock_far_ahead_does_not_stop_a_lane() -> None:
    pace = Pace(1, 1)
    lane = replace(Lane("w"), used_until=NOW + timedelta(days=3))
    assert lane.allows(NOW, pace) == 1


def test_a_lane_stays_closed_until_its_time_unless_the_clock_was_set_back() -> None:
    lane = Lane("w", closed_at=NOW, closed_until=NOW + 10 * SECOND)
    assert lane.closed(NOW)
    assert lane.closed(NOW - SECOND)
    assert not lane.closed(NOW + 10 * SECOND)
    assert not lane.closed(NOW - timedelta(hours=1))
    assert not Lane("w").closed(NOW)
