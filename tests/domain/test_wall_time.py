"""Wall time, checked against a simulated wall clock, minute by minute."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError, available_timezones

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from bot.domain.wall_time import find_zone, is_zone, put_back, resolve

MINUTE = timedelta(minutes=1)
ZONES = sorted(available_timezones() - {"localtime", "Factory"})
DAYS = st.dates(date(2024, 1, 1), date(2036, 12, 31))
TIMES = st.builds(time, st.integers(0, 23), st.integers(0, 59))


def watched(on: date, at: time, zone: str) -> datetime:
    """The first minute in which a wall clock shows `at` on `on`, or has jumped over it."""
    wall = datetime.combine(on, at)
    moment = wall.replace(tzinfo=UTC) - timedelta(hours=15)
    while moment.astimezone(ZoneInfo(zone)).replace(tzinfo=None) < wall:
        moment += MINUTE
    return moment


@settings(max_examples=200, deadline=None)
@given(st.sampled_from(ZONES), DAYS, TIMES)
@example("Europe/Berlin", date(2027, 3, 28), time(2, 30))
@example("Europe/Berlin", date(2026, 10, 25), time(2, 30))
@example("Africa/Cairo", date(2026, 4, 24), time(0, 30))
@example("America/Santiago", date(2026, 9, 6), time(0, 0))
@example("America/Santiago", date(2026, 4, 4), time(23, 30))
@example("Asia/Beirut", date(2026, 3, 29), time(0, 15))
@example("America/Asuncion", date(2024, 10, 6), time(0, 59))
@example("Australia/Lord_Howe", date(2026, 4, 5), time(1, 45))
@example("Australia/Lord_Howe", date(2026, 10, 4), time(2, 15))
@example("America/Havana", date(2026, 11, 1), time(0, 0))
@example("Pacific/Apia", date(2011, 12, 30), time(9, 0))
def test_a_wall_time_is_the_minute_in_which_the_wall_first_shows_it(
    zone: str, on: date, at: time
) -> None:
    assert resolve(on, at, zone) == watched(on, at, zone)


@pytest.mark.parametrize(
    ("zone", "on", "at", "instant"),
    [
        ("Europe/Berlin", date(2027, 3, 28), time(2, 30), "2027-03-28T01:00"),
        ("Europe/Berlin", date(2026, 10, 25), time(2, 30), "2026-10-25T00:30"),
        ("Europe/Berlin", date(2026, 10, 25), time(3, 0), "2026-10-25T02:00"),
        ("Africa/Cairo", date(2026, 4, 24), time(0, 0), "2026-04-23T22:00"),
        ("America/Santiago", date(2026, 9, 6), time(0, 30), "2026-09-06T04:00"),
        ("Australia/Lord_Howe", date(2026, 10, 4), time(2, 10), "2026-10-03T15:30"),
        ("Pacific/Apia", date(2011, 12, 30), time(9, 0), "2011-12-30T10:00"),
        ("Asia/Kathmandu", date(2026, 6, 1), time(0, 0), "2026-05-31T18:15"),
    ],
)
def test_known_clock_changes_are_resolved(zone: str, on: date, at: time, instant: str) -> None:
    assert resolve(on, at, zone) == datetime.fromisoformat(instant).replace(tzinfo=UTC)


def test_a_time_is_read_in_the_zone_whatever_it_carries_itself() -> None:
    plain = resolve(date(2026, 10, 25), time(2, 30), "Europe/Berlin")
    assert resolve(date(2026, 10, 25), time(2, 30, tzinfo=UTC, fold=1), "Europe/Berlin") == plain


def test_only_a_time_that_comes_twice_has_a_moment_when_clocks_are_put_back() -> None:
    back = datetime(2026, 10, 25, 1, tzinfo=UTC)
    assert put_back(date(2026, 10, 25), time(2, 30), "Europe/Berlin") == back
    assert put_back(date(2026, 10, 25), time(3, 0), "Europe/Berlin") is None
    assert put_back(date(2027, 3, 28), time(2, 30), "Europe/Berlin") is None


def test_a_zone_that_does_not_exist_is_an_error() -> None:
    with pytest.raises(ZoneInfoNotFoundError):
        resolve(date(2026, 1, 1), time(9), "Europe/Atlantis")


@given(st.sampled_from(ZONES))
def test_every_zone_is_known_and_found_by_its_full_name(zone: str) -> None:
    assert is_zone(zone)
    if zone not in {"EST", "MST", "HST", "GMT0", "GMT+0", "GMT-0"}:
        found = find_zone(zone.lower())
        assert found is not None
        assert found.casefold() == zone.casefold()


@pytest.mark.parametrize(
    ("typed", "zone"),
    [
        ("ho chi minh", "Asia/Ho_Chi_Minh"),
        ("saigon", "Asia/Saigon"),
        ("berlin", "Europe/Berlin"),
        ("  BERLIN ", "Europe/Berlin"),
        ("Berlin time", "Europe/Berlin"),
        ("New York", "America/New_York"),
        ("new_york", "America/New_York"),
        ("america/new york", "America/New_York"),
        ("São Paulo", "America/Sao_Paulo"),
        ("Asunción", "America/Asuncion"),
        ("St. John's", "America/St_Johns"),
        ("port au prince", "America/Port-au-Prince"),
        ("Buenos Aires", "America/Argentina/Buenos_Aires"),
        ("UTC", "UTC"),
        ("utc", "UTC"),
        ("GMT", "GMT"),
        ("Etc/GMT+5", "Etc/GMT+5"),
    ],
)
def test_a_zone_is_found_by_its_city_as_people_type_it(typed: str, zone: str) -> None:
    assert find_zone(typed) == zone


@pytest.mark.parametrize(
    "typed",
    [
        "",
        " ",
        "+05:30",
        "5",
        "-3",
        "GMT+5",
        "UTC+2",
        "utc -3",
        "GMT0",
        "EST",
        "central",
        "pacific",
        "east",
        "time",
        "Atlantis",
        "europe",
        "../../etc/passwd",
        "Europe/",
        "/",
        "berlin paris",
        "localtime",
        "Factory",
        "\x00",
        "x" * 5000,
        "Europe/Berlin\u2028UTC",
    ],
)
def test_offsets_nonsense_and_places_with_several_candidates_are_not_guessed(typed: str) -> None:
    assert find_zone(typed) is None


@given(st.text())
def test_whatever_is_typed_a_found_zone_can_be_used(typed: str) -> None:
    found = find_zone(typed)
    assert found is None or resolve(date(2026, 1, 1), time(9), found).tzinfo is UTC
