"""Days, hours, rhythms, pauses and wishes for later as people write them, in seven languages.

`readings.toml` has the lines and what each must be read as.
"""

from __future__ import annotations

import tomllib
from datetime import date, time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.text import languages
from bot.understand import read_clock, read_day, read_past_day, read_times, understand
from bot.understand.clock import read_moment, read_rest_days
from bot.understand.later import read_later
from bot.understand.numeric_dates import checked_order
from bot.understand.phrases import Intent
from tests.hanging import in_hand

TODAY = date(2026, 11, 23)
READINGS: dict[str, list[list[str]]] = tomllib.loads(
    (Path(__file__).parent / "readings.toml").read_text(encoding="utf-8")
)


def lines(kind: str) -> pytest.MarkDecorator:
    return pytest.mark.parametrize(("language", "line", "right"), READINGS[kind])


@lines("coming")
def test_a_coming_day_is_read_or_asked_back(language: str, line: str, right: str) -> None:
    assert str(read_day(line, language, TODAY)[0] or "-") == right


@lines("past")
def test_a_past_day_is_read_or_asked_back(language: str, line: str, right: str) -> None:
    assert str(read_past_day(line, language, TODAY) or "-") == right


def test_a_month_ago_is_the_same_day_of_the_month_before() -> None:
    assert read_past_day("a month ago", "en", date(2026, 11, 30)) == date(2026, 10, 30)


@lines("clock")
def test_one_time_of_day_is_read_or_asked_back(language: str, line: str, right: str) -> None:
    assert shown(read_clock(line, language)) == right


@lines("rhythm")
def test_days_said_before_are_left_out_or_asked_back(language: str, line: str, right: str) -> None:
    times = read_times(line, language, TODAY)
    assert (
        " ".join(
            part
            for part in (
                ",".join(times.days or ()),
                f"/{times.every}" if times.every else "",
                "" if times.days or not times.not_on else f"!{','.join(times.not_on)}",
            )
            if part
        )
        if times
        else "-"
    ) == right


@lines("pause")
def test_a_pause_has_its_first_day_and_its_end(language: str, line: str, right: str) -> None:
    meant = understand(line, language, TODAY)
    assert (meant.intent, meant.sure) == (Intent.PAUSE, True)
    assert f"{meant.starts or 'now'} {meant.until or meant.reason or '?'}" == right


@lines("later")
def test_a_wish_for_later_is_read_and_no_plain_answer(language: str, line: str, right: str) -> None:
    found = read_later(line, language, TODAY)
    if found is None:
        assert right == "-"
        return
    told = ["!"] if found.asked else []
    told.append(str(found.on))
    told += [shown(found.at)] if found.at else []
    told += [f"{shown(found.part[0])}-{shown(found.part[1])}"] if found.part else []
    told += [f"+{found.after.seconds // 60}"] if found.after else []
    assert " ".join(told) == right


def test_every_kind_of_reading_is_shown_in_every_language() -> None:
    for kind, rows in READINGS.items():
        assert {language for language, _, _ in rows} >= set(languages()), kind


def test_a_day_and_its_time_may_stand_together_unless_a_number_may_be_either() -> None:
    friday = (date(2026, 11, 27), None)
    assert read_moment("Friday at 10", "en", TODAY) == (friday, time(10))
    assert read_moment("10:00 on Friday", "en", TODAY) == (friday, time(10))
    assert read_moment("金曜日10時", "ja", TODAY) == (friday, time(10))
    assert read_moment("Friday", "en", TODAY) == (friday, None)
    assert read_moment("Friday 3", "en", TODAY) == ((None, "unreadable"), None)


def test_a_date_with_a_comma_is_one_day_off() -> None:
    christmas = date(2026, 12, 24)
    rest = read_rest_days("Dec 24, 2026, Sundays, 27 December – 3 January", "en", TODAY)
    assert rest == ((christmas, christmas), "SU", (date(2026, 12, 27), date(2027, 1, 3)))
    assert read_rest_days("3/4", "en", TODAY) is None
    assert read_rest_days("3/4, Sundays", "en", TODAY) is None


def test_a_table_with_an_unknown_order_of_day_and_month_is_refused() -> None:
    assert (checked_order("DMY"), checked_order("MDY"), checked_order(None)) == ("DMY", "MDY", None)
    with pytest.raises(ValueError, match="order"):
        checked_order("YMD")


@given(st.text(max_size=120), st.sampled_from([*languages(), "xx"]))
def test_whatever_is_typed_no_reader_raises(text: str, language: str) -> None:
    read_later(text, language, TODAY)
    read_moment(text, language, TODAY)
    read_clock(text, language)
    read_past_day(text, language, TODAY)
    read_rest_days(text, language, TODAY)


@pytest.mark.parametrize("part", ["3 December ", "12/", "10:00 ", "午後3時", "tomorrow at 9 "])
def test_a_long_text_takes_no_time(part: str) -> None:
    text = (part * 4_000)[:4_000]
    with in_hand():
        for language in ("en", "ja"):
            assert read_later(text, language, TODAY) is None
            assert read_day(text, language, TODAY) == (None, "unreadable")
            assert read_moment(text, language, TODAY) == ((None, "unreadable"), None)
            assert read_times(text, language, TODAY) is None


def shown(at: time | None) -> str:
    return f"{at:%H:%M}" if at else "-"
