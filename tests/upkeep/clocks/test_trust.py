"""No leap of a clock, of any size and at any moment, lets what time decides happen too early."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.upkeep.clocks.trust import (
    APART,
    GRACE,
    HOLDS,
    JUMP,
    SETTLES,
    Trust,
    TrustedMoment,
    begun,
    needed,
)

START = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)
ROUND = timedelta(seconds=10)
MINUTE, DAY = timedelta(minutes=1), timedelta(days=1)


class Machine:
    """A machine whose clock is `ahead` of the true time, and whose process looks every so often."""

    def __init__(self) -> None:
        self.true = START
        self.ahead = timedelta(0)
        self.trust = Trust(TrustedMoment(START), 0.0)
        self.look()

    @property
    def now(self) -> datetime:
        return self.true + self.ahead

    @property
    def seconds(self) -> float:
        return (self.true - START).total_seconds()

    def look(self, there: datetime | None = None) -> bool:
        """True if what time decides may happen."""
        return self.trust.look(self.now, self.seconds, there) is None

    def runs(self, span: timedelta, each: timedelta = ROUND) -> bool:
        """Looks all the while. True if it may happen at the end."""
        end, well = self.true + span, False
        while self.true < end:
            self.true += min(each, end - self.true)
            well = self.look()
        return well

    def restarts(self, down: timedelta) -> bool:
        """A new process begins with what the one before it kept."""
        self.true += down
        self.trust = Trust(begun(self.trust.mark, self.now), self.seconds)
        return self.look()


def test_a_clock_that_nobody_touches_is_trusted_always() -> None:
    machine = Machine()
    for _ in range(60):
        assert machine.runs(timedelta(hours=2), MINUTE)
        assert machine.restarts(MINUTE)


def test_a_start_400_days_ahead_waits_a_day_and_holds_what_would_leave() -> None:
    machine = Machine()
    machine.ahead = 400 * DAY
    assert not machine.restarts(MINUTE)
    doubt = machine.trust.doubt
    assert doubt is not None
    assert (doubt.serious, doubt.holds) == (True, True)
    assert not machine.runs(GRACE - MINUTE, MINUTE)
    assert machine.runs(2 * MINUTE)


def test_a_clock_set_right_again_goes_on_a_quarter_of_an_hour_later() -> None:
    machine = Machine()
    machine.ahead = 400 * DAY
    machine.runs(timedelta(hours=3), MINUTE)
    machine.ahead = timedelta(0)
    assert not machine.look()
    assert machine.trust.doubt is not None
    assert not machine.trust.doubt.holds, "what is due leaves at once"
    assert not machine.runs(SETTLES - MINUTE)
    assert machine.runs(2 * MINUTE)


@pytest.mark.parametrize("down", [timedelta(hours=7), timedelta(days=3), timedelta(days=40)])
def test_a_long_stop_is_outlived_like_a_leap(down: timedelta) -> None:
    machine = Machine()
    assert not machine.restarts(down)
    doubt = machine.trust.doubt
    assert doubt is not None
    assert doubt.holds is (down > HOLDS)
    assert not machine.runs(min(down, GRACE) - MINUTE, MINUTE)
    assert machine.runs(2 * MINUTE)


def test_a_wait_goes_on_after_a_restart_and_does_not_begin_anew() -> None:
    machine = Machine()
    machine.ahead = 400 * DAY
    machine.look()
    for _ in range(23):
        assert not machine.runs(timedelta(hours=1), MINUTE)
        assert not machine.restarts(MINUTE)
    assert machine.runs(timedelta(hours=2), MINUTE)


def test_a_clock_set_back_is_in_doubt_too_and_holds_nothing() -> None:
    machine = Machine()
    machine.ahead = -400 * DAY
    assert not machine.look()
    assert machine.trust.doubt is not None
    assert not machine.trust.doubt.holds
    assert machine.runs(GRACE, MINUTE)


@pytest.mark.parametrize("by", [APART + MINUTE, -APART - MINUTE, 400 * DAY])
def test_nothing_happens_while_the_database_tells_another_time(by: timedelta) -> None:
    machine = Machine()
    for _ in range(50):
        machine.true += timedelta(hours=1)
        assert not machine.look(machine.now + by)
    assert not machine.look(machine.now)
    machine.true += SETTLES
    assert machine.look(machine.now)


def test_a_first_start_is_no_alarm_and_a_leap_after_it_is_one() -> None:
    trust = Trust(begun(None, START), 0.0)
    first = trust.look(START, 0.0)
    assert first is not None
    assert (first.first, first.usual, first.serious) == (True, True, False)
    again = Trust(trust.mark, 0.0).look(START + timedelta(minutes=2), 0.0)
    assert again is not None
    assert again.usual
    leaped = trust.look(START + timedelta(days=3), 1.0)
    assert leaped is not None
    assert (leaped.first, leaped.usual, leaped.serious) == (False, False, True)


def test_an_installation_without_a_mark_waits_a_day_and_sends() -> None:
    doubt = Trust(begun(None, START), 0.0).look(START, 0.0)
    assert doubt is not None
    assert (doubt.left, doubt.holds) == (GRACE, False)


LEAPS = st.integers(-600 * 24 * 60, 600 * 24 * 60).map(lambda minutes: timedelta(minutes=minutes))
SPANS = st.integers(1, 30 * 60).map(lambda minutes: timedelta(minutes=minutes))
STEPS = st.lists(
    st.one_of(
        st.tuples(st.just("leaps"), LEAPS),
        st.tuples(st.just("runs"), SPANS),
        st.tuples(st.just("stands"), SPANS),
    ),
    max_size=12,
)


@settings(max_examples=150, deadline=None)
@given(STEPS)
def test_whatever_the_clock_does_it_must_be_outlived(steps: list[tuple[str, timedelta]]) -> None:
    """After each leap or stop nothing happens before as long as it was, and at most for a day."""
    machine = Machine()
    unheard = timedelta(0)
    for what, span in steps:
        leapt = span if what == "leaps" else timedelta(0)
        if what == "leaps":
            machine.ahead += span
        elif what == "stands":
            machine.restarts(span)
            leapt = span
        if leapt:
            well = machine.look()
            off = machine.trust.mark.off
            if abs(leapt) > 2 * JUMP:
                assert not well
                unheard = needed(off)
        else:
            end = machine.true + span
            while machine.true < end:
                machine.true += timedelta(minutes=2)
                unheard -= timedelta(minutes=2)
                if machine.look():
                    assert unheard <= JUMP, (unheard, machine.trust.mark)
    machine.ahead = timedelta(0)
    machine.look()
    assert machine.runs(GRACE + MINUTE, MINUTE), "all goes on in the end"


def test_the_wait_is_as_long_as_the_leap_within_its_limits() -> None:
    assert [needed(timedelta(minutes=m)) for m in (1, 10, 120, 9_999, -9_999)] == [
        SETTLES,
        SETTLES,
        timedelta(hours=2),
        GRACE,
        GRACE,
    ]
