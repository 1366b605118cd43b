"""The brief comes before the session, outside quiet hours, in every zone and rhythm."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.domain.rhythm import Obeys, Rhythm, open_on
from bot.domain.wall_time import local_date, resolve
from bot.rules.briefs import DAYS_BEFORE, Before, brief_window
from tests.things import rhythm

# From eleven hours behind UTC to fourteen ahead, with a zone of each odd kind: half an hour,
# a quarter, clock changes at midnight, of half an hour, and in the other half of the year.
ZONES = (
    "Pacific/Pago_Pago",
    "Pacific/Honolulu",
    "America/Los_Angeles",
    "America/Santiago",
    "America/St_Johns",
    "America/Asuncion",
    "Atlantic/Azores",
    "UTC",
    "Europe/London",
    "Europe/Berlin",
    "Africa/Cairo",
    "Asia/Beirut",
    "Asia/Kathmandu",
    "Asia/Tokyo",
    "Australia/Lord_Howe",
    "Pacific/Chatham",
    "Pacific/Apia",
    "Pacific/Kiritimati",
)
FIRST, LAST = datetime(2026, 1, 1, tzinfo=UTC), datetime(2028, 1, 1, tzinfo=UTC)
minutes = st.integers(0, int((LAST - FIRST).total_seconds() // 60))
hours = st.one_of(st.none(), st.integers(0, 23).map(time))
days_off = st.sets(st.sampled_from(["MO", "TU", "WE", "TH", "FR", "SA", "SU"]), max_size=5)


def of_coach(zone: str, quiet: tuple[time | None, time | None], off: set[str]) -> Rhythm:
    start, end = quiet if None not in quiet else (None, None)
    return rhythm("coach", zone=zone, quiet_from=start, quiet_to=end, days_off=tuple(sorted(off)))


@settings(deadline=None, max_examples=400)
@given(st.sampled_from(ZONES), hours, hours, days_off, minutes, st.integers(1, 60 * 24 * 14))
def test_a_brief_leaves_before_the_session_and_only_in_waking_hours(
    zone: str,
    quiet_from: time | None,
    quiet_to: time | None,
    off: set[str],
    begins: int,
    ahead: int,
) -> None:
    coach = of_coach(zone, (quiet_from, quiet_to), off)
    now = FIRST + timedelta(minutes=begins)
    session = now + timedelta(minutes=ahead)
    window = brief_window(coach, session, now)
    if window is None:
        return
    assert now <= window.not_before < window.not_after <= session
    for at in (window.not_before, window.not_after - timedelta(microseconds=1)):
        open_then = open_on(coach, local_date(at, zone), Obeys.WAKING)
        assert any(one.not_before <= at < one.not_after for one in open_then)


@settings(deadline=None, max_examples=300)
@given(st.sampled_from(ZONES), minutes, st.integers(0, 24 * 60 - 1))
def test_set_in_time_it_comes_on_the_evening_before_by_the_coachs_own_clock(
    zone: str, day: int, minute: int
) -> None:
    on = (FIRST + timedelta(minutes=day)).date()
    session = resolve(on, time(minute // 60, minute % 60), zone)
    coach = of_coach(zone, (None, None), set())
    window = brief_window(coach, session, session - timedelta(days=5))
    assert window is not None
    local = window.not_before.astimezone(ZoneInfo(zone))
    assert window.not_before < window.not_after <= session
    assert local.hour >= 17
    assert local.date() == local_date(session, zone) - timedelta(days=1)


@pytest.mark.parametrize("clock", [time(0), time(0, 30), time(5), time(9), time(23, 30)])
@pytest.mark.parametrize("zone", ["Europe/Berlin", "America/Santiago"])
def test_around_each_clock_change_it_is_before_a_session_at_any_hour(
    zone: str, clock: time
) -> None:
    coach = of_coach(zone, (None, None), set())
    for on in (date(2026, 1, 1) + timedelta(days=day) for day in range(730)):
        session = resolve(on, clock, zone)
        window = brief_window(coach, session, session - timedelta(days=3))
        assert window is not None
        assert window.not_after <= session
        assert window.not_before.astimezone(ZoneInfo(zone)).hour == 17


def test_where_the_coach_rests_on_the_eve_it_comes_on_the_evening_before_that() -> None:
    coach = of_coach("Europe/Berlin", (None, None), {"SA", "SU"})
    monday = datetime(2026, 11, 30, 9, tzinfo=UTC)
    window = brief_window(coach, monday, monday - timedelta(days=6))
    assert window is not None
    assert window.not_before == datetime(2026, 11, 27, 16, tzinfo=UTC)


def test_where_the_evening_is_over_it_comes_in_the_next_waking_hours() -> None:
    coach = of_coach("Europe/Berlin", (None, None), set())
    session = datetime(2026, 11, 26, 9, tzinfo=UTC)
    window = brief_window(coach, session, session - timedelta(hours=10))
    assert window is not None
    assert window.not_before == datetime(2026, 11, 26, 6, tzinfo=UTC)
    assert window.not_after == session


def test_where_the_coach_sleeps_until_the_session_none_comes() -> None:
    coach = of_coach("Europe/Berlin", (None, None), set())
    session = datetime(2026, 11, 26, 5, tzinfo=UTC)
    assert brief_window(coach, session, session - timedelta(hours=6)) is None


def test_a_coach_who_is_off_for_longer_is_looked_for_only_so_many_days_before() -> None:
    days = tuple((date(2026, 11, 1) + timedelta(days=day)).isoformat() for day in range(30))
    coach = rhythm("coach", days_off=days)
    session = datetime(2026, 11, 26, 9, tzinfo=UTC)
    assert brief_window(coach, session, session - timedelta(days=DAYS_BEFORE + 3)) is None


def test_a_slot_reads_back_as_it_was_written() -> None:
    session = datetime(2026, 11, 26, 9, tzinfo=UTC)
    for since in (None, session - timedelta(days=14)):
        before = Before("e1", session, since)
        assert Before.of(before.slot) == before
    with pytest.raises(ValueError, match="unpack"):
        Before.of("2026-11-26")
