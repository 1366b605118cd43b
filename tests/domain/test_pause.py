"""A pause: from a day to a day, until a day, and a rest in between."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time, timedelta

from hypothesis import given
from hypothesis import strategies as st

from bot.domain.pause import Pause, in_pause
from bot.domain.rhythm import Rhythm

DAY = timedelta(days=1)
RHYTHM = Rhythm("o", "FREQ=DAILY", date(2026, 1, 1), time(9), time(10), "UTC")
DAYS = st.dates(date(2026, 1, 1), date(2027, 12, 31))


@given(DAYS, DAYS, st.one_of(st.none(), DAYS))
def test_a_rhythm_rests_on_just_the_days_that_the_pause_holds(
    day: date, until: date, starts: date | None
) -> None:
    pause = Pause(until, starts=starts)
    assert in_pause(RHYTHM, pause).rests_on(day) == pause.holds_on(day)
    assert pause.holds_on(day) == (day < until and (starts is None or day >= starts))


def test_a_rest_begins_at_once_and_the_pause_before_it_comes_back_with_its_first_day() -> None:
    first, until = date(2026, 12, 5), date(2026, 12, 11)
    rest = Pause(until, starts=first).resting()
    assert rest.holds_on(first - DAY)
    assert in_pause(RHYTHM, rest).rests_on(first - DAY)
    assert rest.before(first - 2 * DAY) == Pause(until, starts=first)
    assert rest.before(until) is None


def test_an_older_pause_in_the_rhythm_itself_is_never_cut_short() -> None:
    older = replace(RHYTHM, paused_until=date(2026, 12, 20))
    shown = in_pause(older, Pause(date(2026, 12, 11), starts=date(2026, 12, 5)))
    assert shown.rests_on(date(2026, 12, 1))
    assert shown.rests_on(date(2026, 12, 19))
