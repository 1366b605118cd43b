"""Rules over dates, checked against dateutil counting from the very first date."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

import pytest
from dateutil.rrule import rrulestr
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.days_off import WEEKDAYS
from bot.domain.rule import dates, read_rule

DAYS = st.lists(st.sampled_from(WEEKDAYS), max_size=7)
DATES = st.dates(date(2020, 1, 1), date(2030, 12, 31))


def by_the_library(rule: str, starts_on: date, first: date, last: date) -> list[date]:
    found = rrulestr(f"{rule};UNTIL={last:%Y%m%d}", dtstart=datetime.combine(starts_on, time()))
    return [moment.date() for moment in found if moment.date() >= first]


@given(
    days=DAYS,
    every=st.integers(1, 9),
    week_starts=st.sampled_from(["", *WEEKDAYS]),
    starts_on=DATES,
    ahead=st.integers(-400, 900),
    span=st.integers(-3, 120),
)
def test_weeks_are_counted_as_the_library_counts_them(
    days: list[str], every: int, week_starts: str, starts_on: date, ahead: int, span: int
) -> None:
    rule = f"FREQ=WEEKLY;INTERVAL={every}"
    rule += f";BYDAY={','.join(days)}" if days else ""
    rule += f";WKST={week_starts}" if week_starts else ""
    first = starts_on + timedelta(days=ahead)
    last = first + timedelta(days=span)
    assert list(dates(rule, starts_on, first, last)) == by_the_library(rule, starts_on, first, last)


def test_changing_a_rule_that_was_read_does_not_change_the_next_read() -> None:
    read_rule("FREQ=DAILY")["FREQ"] = "WEEKLY"
    assert read_rule("FREQ=DAILY") == {"FREQ": "DAILY"}


@pytest.mark.parametrize("rule", ["FREQ=HOURLY", "FREQ=WEEKLY;BYDAY=XX", ""])
def test_a_refused_rule_is_refused_each_time(rule: str) -> None:
    for _ in range(2):
        with pytest.raises(ValueError, match="rule"):
            read_rule(rule)
