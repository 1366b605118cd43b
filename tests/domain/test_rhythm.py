"""Rhythms, checked against a simulated wall clock, minute by minute."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from itertools import islice
from zoneinfo import ZoneInfo, available_timezones

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.domain.days_off import WEEKDAYS
from bot.domain.rhythm import (
    Occurrence,
    Rhythm,
    RhythmError,
    check,
    next_three,
    occurrences,
    window_on,
)
from bot.domain.weekly import weekly
from tests.hanging import in_hand

MINUTE = timedelta(minutes=1)
DAY = timedelta(days=1)
START, END = datetime(2026, 1, 1, tzinfo=UTC), datetime(2036, 1, 1, tzinfo=UTC)
DAYS = st.dates(date(2024, 1, 1), date(2036, 12, 31))
ZONES = sorted(available_timezones() - {"localtime", "Factory"})
CHOSEN_ZONES = [
    "Africa/Cairo",
    "Africa/Casablanca",
    "Africa/El_Aaiun",
    "Africa/Johannesburg",
    "America/Asuncion",
    "America/Caracas",
    "America/Chicago",
    "America/Godthab",
    "America/Havana",
    "America/Los_Angeles",
    "America/Miquelon",
    "America/Nuuk",
    "America/New_York",
    "America/Phoenix",
    "America/Port-au-Prince",
    "America/Santiago",
    "America/Sao_Paulo",
    "America/Scoresbysund",
    "America/St_Johns",
    "America/Tijuana",
    "Antarctica/Troll",
    "Asia/Beirut",
    "Asia/Dhaka",
    "Asia/Gaza",
    "Asia/Jerusalem",
    "Asia/Kathmandu",
    "Asia/Nicosia",
    "Asia/Tehran",
    "Asia/Tokyo",
    "Atlantic/Azores",
    "Australia/Adelaide",
    "Australia/Lord_Howe",
    "Australia/Sydney",
    "Europe/Berlin",
    "Europe/Chisinau",
    "Europe/Dublin",
    "Europe/Lisbon",
    "Europe/London",
    "Pacific/Apia",
    "Pacific/Auckland",
    "Pacific/Chatham",
    "Pacific/Easter",
    "Pacific/Norfolk",
    "UTC",
]


def daily(zone: str, opens: time, closes: time) -> Rhythm:
    return Rhythm("o", "FREQ=DAILY", date(2024, 1, 1), opens, closes, zone, confirmed=True)


Minutes = Sequence[tuple[datetime, datetime]]


def minutes(zone: str, first: datetime, hours: int) -> Minutes:
    """Yields every minute (UTC) from `first` on, with the local time that a wall clock shows."""
    local = ZoneInfo(zone)
    every = (first + MINUTE * number for number in range(60 * hours))
    return [(at, at.astimezone(local).replace(tzinfo=None)) for at in every]


def watched(seen: Minutes, on: date, opens: time, closes: time) -> tuple[datetime, datetime] | None:
    """The first unbroken stretch of minutes inside the window, after a wall clock reaches it."""
    first, last = datetime.combine(on, opens), datetime.combine(on, closes)
    start = next(number for number, (_, shown) in enumerate(seen) if shown >= first)
    if seen[start][1] >= last:
        return None
    stop = next(at for at, shown in seen[start:] if not first <= shown < last)
    return seen[start][0], stop


def clock_changes(zone: str) -> Iterator[datetime]:
    """The first minute (UTC) of each new offset, for ten years."""
    local, at = ZoneInfo(zone), START
    while at < END:
        later = at + timedelta(hours=6)
        if at.astimezone(local).utcoffset() != later.astimezone(local).utcoffset():
            minute = at
            while minute.astimezone(local).utcoffset() == at.astimezone(local).utcoffset():
                minute += MINUTE
            yield minute
        at = later


def windows_around(shown: datetime) -> Iterator[tuple[date, time, time]]:
    """Windows that begin or end before, at, in and after the local times around a clock change."""
    for begins in (-90, -10, 0, 15, 45, 60):
        opens = shown + MINUTE * begins
        for lasts in (10, 50, 150):
            closes = opens + MINUTE * lasts
            if closes.date() == opens.date():
                yield opens.date(), opens.time(), closes.time()


def test_around_every_clock_change_of_ten_years_a_window_is_what_the_wall_shows() -> None:
    compared = 0
    for zone in CHOSEN_ZONES:
        for change in clock_changes(zone):
            seen = minutes(zone, change - timedelta(hours=4), hours=8)
            put_to = min(seen[239][1] + MINUTE, seen[240][1])
            for on, opens, closes in windows_around(put_to):
                found = window_on(daily(zone, opens, closes), on)
                expected = watched(seen, on, opens, closes)
                assert (found and (found.not_before, found.not_after)) == expected
                compared += 1
    assert compared > 9_000


@settings(max_examples=60, deadline=None)
@given(st.sampled_from(ZONES), DAYS, st.integers(0, 1438), st.data())
def test_in_every_zone_a_window_is_what_the_wall_shows(
    zone: str, on: date, opens: int, data: st.DataObject
) -> None:
    closes = data.draw(st.integers(opens + 1, 1439))
    window = (time(*divmod(opens, 60)), time(*divmod(closes, 60)))
    found = window_on(daily(zone, *window), on)
    noon = datetime.combine(on, time(12), UTC)
    seen = minutes(zone, noon - timedelta(hours=28), hours=56)
    assert (found and (found.not_before, found.not_after)) == watched(seen, on, *window)


@pytest.mark.parametrize(
    ("opens", "closes", "expected"),
    [
        (time(2, 30), time(4), ("00:30", "01:00")),
        (time(2, 0), time(4), ("00:00", "03:00")),
        (time(1, 0), time(2, 30), ("23:00", "00:30")),
        (time(2, 15), time(2, 45), ("00:15", "00:45")),
    ],
)
def test_clocks_going_back_never_put_a_message_before_its_hour(
    opens: time, closes: time, expected: tuple[str, str]
) -> None:
    found = window_on(daily("Europe/Berlin", opens, closes), date(2026, 10, 25))
    assert found is not None
    assert (f"{found.not_before:%H:%M}", f"{found.not_after:%H:%M}") == expected


def test_a_window_inside_a_gap_is_left_out_and_the_next_day_comes() -> None:
    rhythm = daily("Europe/Berlin", time(2, 15), time(2, 45))
    assert window_on(rhythm, date(2027, 3, 28)) is None
    coming = occurrences(rhythm, datetime(2027, 3, 27, 12, tzinfo=UTC))
    assert next(coming).on == date(2027, 3, 29)


def test_a_day_that_a_zone_skipped_has_no_occurrence() -> None:
    rhythm = replace(daily("Pacific/Apia", time(9), time(17)), starts_on=date(2011, 12, 1))
    coming = occurrences(rhythm, datetime(2011, 12, 29, 0, tzinfo=UTC))
    days = [one.on for one in islice(coming, 3)]
    assert days == [date(2011, 12, 28), date(2011, 12, 29), date(2011, 12, 31)]


RULES = st.one_of(
    st.integers(1, 40).map(lambda n: f"FREQ=DAILY;INTERVAL={n}"),
    st.builds(
        lambda n, days: f"FREQ=WEEKLY;INTERVAL={n};BYDAY={','.join(sorted(days))}",
        st.integers(1, 8),
        st.sets(st.sampled_from(WEEKDAYS), min_size=1),
    ),
    st.integers(1, 8).map(lambda n: f"FREQ=WEEKLY;INTERVAL={n}"),
    st.integers(1, 8).map(lambda n: f"FREQ=MONTHLY;INTERVAL={n}"),
)


def due_by_hand(rule: str, starts_on: date, on: date) -> bool:
    """The due dates of the simple rules above, counted by hand on a calendar (RFC 5545)."""
    parts = dict(part.split("=") for part in rule.split(";"))
    every = int(parts["INTERVAL"])
    if parts["FREQ"] == "DAILY":
        return (on - starts_on).days % every == 0
    if parts["FREQ"] == "MONTHLY":
        months = (on.year - starts_on.year) * 12 + on.month - starts_on.month
        return on.day == starts_on.day and months % every == 0
    monday, first = (day - DAY * day.weekday() for day in (on, starts_on))
    days = parts.get("BYDAY", WEEKDAYS[starts_on.weekday()]).split(",")
    return (monday - first).days // 7 % every == 0 and WEEKDAYS[on.weekday()] in days


@settings(max_examples=150, deadline=None)
@given(
    st.sampled_from(ZONES),
    RULES,
    DAYS,
    st.integers(-40, 4000),
    st.one_of(st.none(), st.integers(0, 60)),
    st.one_of(st.none(), st.integers(-5, 60)),
)
def test_due_dates_are_those_of_the_calendar_in_order_once_and_none_while_paused(
    zone: str, rule: str, starts_on: date, later: int, pause: int | None, begins: int | None
) -> None:
    now = datetime.combine(starts_on, time(12), UTC) + DAY * later
    paused_until = now.date() + DAY * pause if pause is not None else None
    paused_from = now.date() + DAY * begins if begins is not None else None
    unpaused = Rhythm("o", rule, starts_on, time(9), time(10), zone, paused_until)
    rhythm = replace(unpaused, paused_from=paused_from)
    found = list(islice(occurrences(rhythm, now), 5))
    candidates = (now.date() + DAY * number for number in range(-2, 5000))
    expected = []
    for on in candidates:
        if on < starts_on or (paused_until and (paused_from or on) <= on < paused_until):
            continue
        window = watched_hour(zone, on)
        if due_by_hand(rule, starts_on, on) and window[1] > now:
            expected.append(Occurrence(on, *window))
        if len(expected) == 5:
            break
    assert found == expected[: len(found)]
    assert len(found) == 5 or found == [one for one in expected if one.on <= found_end(now)]


def found_end(now: datetime) -> date:
    return (now + timedelta(days=3652)).date()


def watched_hour(zone: str, on: date) -> tuple[datetime, datetime]:
    """The hour from nine to ten, which no clock change of these years touches."""
    local = ZoneInfo(zone)
    nine, ten = (datetime.combine(on, time(hour), local) for hour in (9, 10))
    return nine.astimezone(UTC), ten.astimezone(UTC)


NINE_TO_FIVE = Rhythm("o", "FREQ=DAILY", date(2026, 11, 1), time(9), time(17), "Europe/Berlin")


def test_an_open_window_is_still_due_and_a_closed_one_is_not() -> None:
    last_minute = datetime(2026, 11, 23, 15, 59, tzinfo=UTC)
    assert next(occurrences(NINE_TO_FIVE, last_minute)).on == date(2026, 11, 23)
    assert next(occurrences(NINE_TO_FIVE, last_minute + MINUTE)).on == date(2026, 11, 24)


@pytest.mark.parametrize(
    ("rule", "days"),
    [
        ("FREQ=DAILY;COUNT=3", [1, 2, 3]),
        ("FREQ=DAILY;UNTIL=20261102", [1, 2]),
        ("FREQ=DAILY;UNTIL=20261102T235959Z", [1, 2]),
        ("FREQ=MONTHLY;BYMONTHDAY=30;BYMONTH=2", []),
        ("FREQ=MONTHLY;BYMONTHDAY=30;BYMONTH=2;COUNT=2", []),
        ("FREQ=WEEKLY;BYDAY=MO,MO;COUNT=2", [2, 9]),
        ("FREQ=MONTHLY;BYDAY=MO,TU;BYSETPOS=1,-1;UNTIL=20261130", [2, 30]),
        ("freq=monthly;byday=3we;count=1", [18]),
    ],
)
def test_finite_rules_end(rule: str, days: list[int]) -> None:
    found = occurrences(replace(NINE_TO_FIVE, rrule=rule), datetime(2026, 10, 1, tzinfo=UTC))
    assert [one.on for one in found] == [date(2026, 11, day) for day in days]


def test_a_count_counts_from_the_start_and_not_from_now() -> None:
    rhythm = replace(NINE_TO_FIVE, rrule="FREQ=DAILY;COUNT=3")
    found = occurrences(rhythm, datetime(2026, 11, 2, 20, tzinfo=UTC))
    assert [one.on for one in found] == [date(2026, 11, 3)]
    assert list(occurrences(rhythm, datetime(2027, 11, 2, tzinfo=UTC))) == []


def test_an_endless_rule_looks_ten_years_ahead() -> None:
    found = list(occurrences(NINE_TO_FIVE, datetime(2026, 11, 23, tzinfo=UTC)))
    assert len(found) == 3654
    assert found[-1].on == date(2036, 11, 23)


def test_a_rhythm_of_long_ago_is_as_quick_as_a_new_one() -> None:
    old = replace(NINE_TO_FIVE, starts_on=date(1926, 11, 1))
    now = datetime(2026, 11, 23, tzinfo=UTC)
    with in_hand():
        for _ in range(50):
            assert next(occurrences(old, now)).on == date(2026, 11, 23)


def test_the_next_three_stop_at_the_last_day() -> None:
    now = datetime(2026, 11, 23, tzinfo=UTC)
    three = next_three(NINE_TO_FIVE, now, date(2026, 12, 31))
    assert [one.on.day for one in three] == [23, 24, 25]
    assert [one.on.day for one in next_three(NINE_TO_FIVE, now, date(2026, 11, 24))] == [23, 24]
    assert next_three(NINE_TO_FIVE, now, date(2026, 11, 22)) == []


def weeks(days: list[str], every: int = 1, zone: str = "Europe/Berlin") -> Rhythm:
    return weekly("o", days, every, (time(9), time(17)), zone, date(2026, 11, 25))


def test_a_weekly_rhythm_is_not_confirmed_and_begins_with_its_first_day() -> None:
    rhythm = weeks(["FR", "MO"], every=4)
    assert not rhythm.confirmed
    coming = next_three(rhythm, datetime(2026, 11, 25, tzinfo=UTC), date(2027, 3, 1))
    assert [one.on.isoformat() for one in coming] == ["2026-11-27", "2026-12-21", "2026-12-25"]


def test_every_second_monday_starts_with_the_coming_monday() -> None:
    coming = occurrences(weeks(["MO"], every=2), datetime(2026, 11, 25, tzinfo=UTC))
    assert [one.on.isoformat() for one in islice(coming, 2)] == ["2026-11-30", "2026-12-14"]


@pytest.mark.parametrize(
    ("days", "every", "zone", "reason"),
    [
        ([], 1, "UTC", "days"),
        (["XX"], 1, "UTC", "days"),
        (["MO", "mo"], 1, "UTC", "days"),
        (["MO"], 0, "UTC", "rule"),
        (["MO"], 53, "UTC", "rule"),
        (["MO"], 1, "Europe/Atlantis", "zone"),
        (["MO"], 1, "../UTC", "zone"),
    ],
)
def test_an_impossible_weekly_rhythm_is_refused_with_its_reason(
    days: list[str], every: int, zone: str, reason: str
) -> None:
    with pytest.raises(RhythmError) as refused:
        weeks(days, every, zone)
    assert refused.value.reason == reason


@pytest.mark.parametrize("window", [(time(17), time(9)), (time(9), time(9))])
def test_a_window_has_to_end_after_it_begins(window: tuple[time, time]) -> None:
    with pytest.raises(RhythmError) as refused:
        weekly("o", ["MO"], 1, window, "UTC", date(2026, 11, 25))
    assert refused.value.reason == "window"


@pytest.mark.parametrize(
    "rule",
    [
        "",
        "nonsense",
        "BYDAY=MO",
        "FREQ=YEARLY",
        "FREQ=HOURLY",
        "FREQ=SECONDLY;COUNT=9",
        "FREQ=DAILY;BYHOUR=3",
        "FREQ=DAILY;INTERVAL=0",
        "FREQ=DAILY;INTERVAL=-1",
        "FREQ=DAILY;",
        "FREQ=DAILY;COUNT=0",
        "FREQ=DAILY;COUNT=2;UNTIL=20270101",
        "FREQ=DAILY;UNTIL=20261399",
        "FREQ=DAILY;FREQ=DAILY",
        "FREQ=WEEKLY;BYDAY=1MO",
        "FREQ=WEEKLY;BYMONTHDAY=3",
        "FREQ=MONTHLY;BYMONTHDAY=0",
        "FREQ=MONTHLY;BYMONTH=13",
        "FREQ=DAILY;BYSETPOS=1",
        "FREQ=DAILY\nDTSTART:20260101",
        "RRULE:FREQ=DAILY",
        "FREQ=DAILY;BYEASTER=1",
        "FREQ=DAILY;INTERVAL=٣",
        "FREQ=WEEKLY;BYDAY=",
        "FREQ=DAILY\n",
    ],
)
def test_a_rule_that_cannot_be_followed_over_dates_is_refused_at_once(rule: str) -> None:
    rhythm = replace(NINE_TO_FIVE, rrule=rule)
    for attempt in (check, lambda one: occurrences(one, datetime(2026, 11, 23, tzinfo=UTC))):
        with pytest.raises(RhythmError) as refused:
            attempt(rhythm)
        assert refused.value.reason == "rule"
        assert str(refused.value) == "rule"


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.tuples(
            st.sampled_from(["FREQ", "INTERVAL", "COUNT", "BYDAY", "BYMONTHDAY", "BYSETPOS", "X"]),
            st.sampled_from(["DAILY", "WEEKLY", "MONTHLY", "1", "2", "31", "-1", "MO", "5FR", "x"]),
        ),
        max_size=5,
    )
)
def test_any_rule_is_refused_or_can_be_followed(parts: list[tuple[str, str]]) -> None:
    rule = ";".join(f"{name}={value}" for name, value in parts)
    rhythm = replace(NINE_TO_FIVE, rrule=rule)
    try:
        check(rhythm)
    except RhythmError:
        return
    found = list(islice(occurrences(rhythm, datetime(2027, 6, 1, tzinfo=UTC)), 4))
    days = [one.on for one in found]
    assert days == sorted(set(days))
