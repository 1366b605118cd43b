"""Places as people type them, in seven languages: cities, countries, zones."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo, available_timezones

import pytest
from babel import Locale
from babel.core import get_global
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.wall_time import find_zone, resolve
from bot.text import languages
from bot.understand import read_country, read_place
from bot.understand.places import place_key
from tests.understand_places.make_cities import clearest, countries, readable

READ = [
    ("India", "Asia/Kolkata"),
    ("Mumbai", "Asia/Kolkata"),
    ("Hà Nội", "Asia/Ho_Chi_Minh"),
    ("ha noi", "Asia/Ho_Chi_Minh"),
    ("東京", "Asia/Tokyo"),
    ("大阪", "Asia/Tokyo"),
    ("日本", "Asia/Tokyo"),
    ("Deutschland", "Europe/Berlin"),
    ("München", "Europe/Berlin"),
    ("Munich", "Europe/Berlin"),
    ("UK", "Europe/London"),
    ("Boston", "America/New_York"),
    ("San Francisco", "America/Los_Angeles"),
    ("Barcelona", "Europe/Madrid"),
    ("España", "Europe/Madrid"),
    ("Wien", "Europe/Vienna"),
    ("Roma", "Europe/Rome"),
    ("Lisboa", "Europe/Lisbon"),
    ("Genève", "Europe/Zurich"),
    ("the Netherlands", "Europe/Amsterdam"),
    ("Việt Nam", "Asia/Ho_Chi_Minh"),
    ("Rio de Janeiro", "America/Sao_Paulo"),
    ("Ciudad de México", "America/Mexico_City"),
    ("California", "America/Los_Angeles"),
    ("Berlin time", "Europe/Berlin"),
    ("europe/berlin", "Europe/Berlin"),
    ("St. John's", "America/St_Johns"),
    ("ロンドン", "Europe/London"),
]
ASKED_BACK = [
    *("Springfield", "Georgia", "Cambridge", "Valencia", "San Juan", "Washington", "Portsmouth"),
    *("USA", "Canada", "Australia", "México", "Brasil", "Indonesia", "Россия"),
    *("", " ", "central", "EST", "GMT+5", "+05:30", "5", "here", "Monday", "../../etc/passwd"),
    *("x" * 5000, "Berlin\nParis", "\x00", "=GB", "?", "berlin paris", "LA"),
]


@pytest.mark.parametrize(("typed", "zone"), READ)
def test_a_place_is_found_in_the_language_in_which_people_type_it(typed: str, zone: str) -> None:
    assert read_place(typed) == zone
    assert read_place(f"  {typed.lower()} ") == zone or typed == "UK"


@pytest.mark.parametrize("typed", ASKED_BACK)
def test_a_place_that_may_be_several_or_none_is_asked_back(typed: str) -> None:
    assert read_place(typed) is None


@pytest.mark.parametrize("language", languages())
def test_every_country_with_one_clock_is_found_by_its_name(language: str) -> None:
    zones: Mapping[str, list[str]] = get_global("territory_zones")
    for code in ("DE", "FR", "IN", "JP", "VN", "AT", "CH", "IE", "PL", "KR", "TH", "CO", "PE"):
        name = str(Locale.parse(language).territories[code])
        found = read_place(name)
        assert found is not None, name
        assert clock(found) == clock(zones[code][0]), name


def test_every_zone_is_found_by_its_full_name() -> None:
    for zone in available_timezones():
        if "/" in zone:
            assert read_place(zone) == find_zone(zone)


@given(st.text(max_size=120))
def test_whatever_is_typed_a_found_zone_can_be_used(typed: str) -> None:
    found = read_place(typed)
    assert found is None or resolve(date(2026, 1, 1), time(9), found).tzinfo is UTC


def test_the_best_known_place_must_lead_by_far() -> None:
    assert clearest({"Europe/Madrid": 100, "America/Caracas": 9}, 10) == "Europe/Madrid"
    assert clearest({"Europe/Madrid": 100, "America/Caracas": 11}, 10) == "?"
    assert clearest({"Europe/Madrid": 100, "Europe/Paris": 90}, 10) == "Europe/Madrid"


def test_a_country_whose_zones_differ_is_unclear() -> None:
    assert countries({"ES": "Europe/Madrid", "US": "?"})[place_key("Vereinigte Staaten")] == "?"


@pytest.mark.parametrize(
    ("typed", "country"),
    [
        *(("Deutschland", "DE"), ("Alemania", "DE"), ("ドイツ", "DE"), ("de", "DE")),
        *(("DE-BY", "DE-BY"), ("Germany (BY)", "DE-BY"), ("the Netherlands", "NL")),
        *(("Atlantis", None), ("", None), ("London", None)),
    ],
)
def test_a_country_for_holidays_is_read_in_every_language(typed: str, country: str | None) -> None:
    assert [read_country(typed, language) for language in ("en", "ja")] == [country, country]


def test_codes_and_transcriptions_are_no_names() -> None:
    assert [name for name in ("München", "MUC", "mwnykh", "ミュンヘン") if readable(name)] == [
        "München",
        "ミュンヘン",
    ]


def clock(zone: str) -> list[timedelta | None]:
    days = (datetime(2026, month, 15, 12, tzinfo=UTC) for month in range(1, 13))
    return [day.astimezone(ZoneInfo(zone)).utcoffset() for day in days]
