"""Days off, public holidays and quiet hours: nothing leaves then, whatever the rhythm says."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from itertools import islice
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.days_off import is_day_off, is_holiday, knows_holidays
from bot.domain.rhythm import RhythmError, check, occurrences, window_on
from bot.domain.weekly import sparser
from tests.things import rhythm

START = datetime(2026, 11, 23, 12, tzinfo=UTC)
hours = st.one_of(st.none(), st.times().map(lambda at: at.replace(second=0, microsecond=0)))


def days(one: object, count: int = 5) -> list[str]:
    return [o.on.isoformat() for o in islice(occurrences(one, START), count)]  # type: ignore[arg-type]


def test_days_off_are_left_out_and_end_by_themselves() -> None:
    daily = rhythm(rrule="FREQ=DAILY")
    off = replace(daily, days_off=("SA", "SU", "2026-11-25", "2026-11-30/2026-12-02"))
    assert days(off) == ["2026-11-24", "2026-11-26", "2026-11-27", "2026-12-03", "2026-12-04"]


def test_public_holidays_of_a_country_and_its_region_are_left_out() -> None:
    assert is_holiday(date(2026, 12, 25), "DE")
    assert not is_holiday(date(2026, 12, 25), None)
    assert is_holiday(date(2027, 1, 6), "DE-BY")
    assert not is_holiday(date(2027, 1, 6), "DE-BE")
    assert is_holiday(date(2026, 9, 2), "VN")
    assert knows_holidays("JP")
    assert not knows_holidays("XX")
    at_christmas = replace(rhythm(rrule="FREQ=DAILY"), holidays="DE", starts_on=date(2026, 12, 24))
    assert days(at_christmas, 2) == ["2026-12-24", "2026-12-27"]


@pytest.mark.parametrize("wrong", ["holiday", "2026-13-01", "SUN"])
def test_text_that_names_no_day_off_is_refused(wrong: str) -> None:
    with pytest.raises(ValueError, match=r".+"):
        is_day_off(date(2026, 11, 23), (wrong,))


@pytest.mark.parametrize(
    ("quiet", "left"),
    [
        ((time(22), time(7)), (time(9), time(11, 30))),
        ((time(8), time(10)), (time(10), time(11, 30))),
        ((time(11), time(13)), (time(9), time(11))),
        ((time(9, 30), time(10)), (time(10), time(11, 30))),
        ((time(20), time(10)), (time(10), time(11, 30))),
    ],
)
def test_quiet_hours_cut_the_window(quiet: tuple[time, time], left: tuple[time, time]) -> None:
    assert replace(rhythm(), quiet_from=quiet[0], quiet_to=quiet[1]).hours == left


def test_quiet_hours_that_leave_nothing_are_refused() -> None:
    with pytest.raises(RhythmError) as refused:
        check(replace(rhythm(), quiet_from=time(8), quiet_to=time(20)))
    assert refused.value.reason == "quiet"


@given(start=hours, end=hours, day=st.integers(0, 800))
def test_no_window_reaches_into_quiet_hours(start: time | None, end: time | None, day: int) -> None:
    quiet = replace(rhythm(), window_from=time(0), window_to=time(23, 59))
    quiet = replace(quiet, quiet_from=start, quiet_to=end)
    window = window_on(quiet, date(2026, 1, 1) + timedelta(days=day))
    if window is None or start is None or end is None or start == end:
        return
    local = window.not_before.astimezone(ZoneInfo(quiet.zone))
    last = (window.not_after - timedelta(seconds=1)).astimezone(ZoneInfo(quiet.zone))
    for at in (local.time(), last.time()):
        inside = start <= at < end if start < end else at >= start or at < end
        assert not inside


def test_a_rhythm_gets_rarer_by_days_first_and_then_by_weeks_until_every_four() -> None:
    seen = [rhythm(rrule="FREQ=WEEKLY;INTERVAL=1;BYDAY=MO,TU,WE,TH,FR")]
    while (fewer := sparser(seen[-1])) is not None:
        seen.append(fewer)
    rules = [one.rrule.removeprefix("FREQ=WEEKLY;INTERVAL=") for one in seen]
    assert rules == [
        "1;BYDAY=MO,TU,WE,TH,FR",
        "1;BYDAY=MO,WE,FR",
        "1;BYDAY=MO,FR",
        "1;BYDAY=MO",
        "2;BYDAY=MO",
        "4;BYDAY=MO",
    ]
