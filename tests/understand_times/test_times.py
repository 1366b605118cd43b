"""Rhythms as people type them, in seven languages, and lines that must never be taken for one.

The tables are in `phrasings/<language>.txt`. The meaning of a line is written short: days, "/" and
the weeks, the window, "!" and the weekdays to leave out, the days off, the quiet hours.
"""

from __future__ import annotations

from datetime import date, time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.text import languages
from bot.understand.plain_line import LIMIT
from bot.understand.times.reading import read_days_off, read_times
from bot.understand.times.said import Times
from bot.understand.times.table import words_of
from tests.hanging import in_hand

TODAY = date(2026, 11, 23)
LANGUAGES = tuple(languages())
FOLDER = Path(__file__).parent / "phrasings"


def table(language: str) -> tuple[list[tuple[str, str]], list[str]]:
    text = (FOLDER / f"{language}.txt").read_text(encoding="utf-8")
    meant, _, never = text.partition("\n---\n")
    pairs = [line.split(" => ") for line in meant.splitlines()[1:]]
    return [(typed, means) for typed, means in pairs], never.splitlines()


def short(times: Times | None) -> str:
    if times is None:
        return "nothing"
    parts = [",".join(times.days or ()), f"/{times.every}" if times.every else ""]
    parts.append(hours(times.window) if times.window else "")
    parts.append("!" + ",".join(times.not_on) if times.not_on else "")
    parts += ["off " * bool(times.off) + " ".join(map(span, times.off))]
    parts.append("quiet " + hours(times.quiet) if times.quiet else "")
    return " ".join(part for part in parts if part)


def hours(both: tuple[time, time]) -> str:
    return "-".join(f"{each:%H:%M}" for each in both)


def span(both: tuple[date, date]) -> str:
    return str(both[0]) if both[0] == both[1] else f"{both[0]}..{both[1]}"


UNDERSTOOD = [(lang, *pair) for lang in LANGUAGES for pair in table(lang)[0]]
NEVER = [(lang, typed) for lang in LANGUAGES for typed in table(lang)[1]]


@pytest.mark.parametrize(("language", "typed", "means"), UNDERSTOOD)
def test_a_rhythm_is_understood_as_people_type_it(language: str, typed: str, means: str) -> None:
    assert short(read_times(typed, language, TODAY)) == means


@pytest.mark.parametrize(("language", "typed"), NEVER)
def test_other_words_are_never_taken_for_times(language: str, typed: str) -> None:
    assert read_times(typed, language, TODAY) is None


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_language_has_a_full_table(language: str) -> None:
    understood, never = table(language)
    assert len({typed for typed, _ in understood}) >= 40
    assert len(set(never)) >= 15


@pytest.mark.parametrize("language", LANGUAGES)
def test_english_is_understood_whatever_the_language(language: str) -> None:
    assert short(read_times("every other Tue after lunch", language, TODAY)) != "nothing"
    assert short(read_times("not on Fridays", f"{language}-XX", TODAY)) == "!FR"


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("_", "typed", "means"), UNDERSTOOD[::7])
def test_capitals_and_a_full_stop_change_nothing(
    language: str, _: str, typed: str, means: str
) -> None:
    plain = read_times(typed, language, TODAY)
    assert read_times(f"  {typed.upper()}. ", language, TODAY) == plain


def test_a_language_without_a_table_is_read_as_english() -> None:
    assert short(read_times("Mondays at 9", "xx", TODAY)) == "MO 09:00-11:00"
    assert read_times("lundis à 9h", "xx", TODAY) is None


def test_a_language_counts_as_spoken_only_with_sentences() -> None:
    folders = Path(__file__).parents[2] / "bot" / "locale"
    spoken = {path.parent.name for path in folders.glob("*/*.ftl")}
    assert set(languages()) == spoken


@pytest.mark.parametrize(
    ("typed", "today", "means"),
    [
        ("no messages from 20 December to 3 January", date(2026, 12, 28), "2026-12-28..2027-01-03"),
        ("no messages from 20 December to 3 January", date(2027, 1, 4), "2027-12-20..2028-01-03"),
        ("not on 23 November", date(2026, 11, 23), "2026-11-23"),
        ("not on 22 November", date(2026, 11, 23), "2027-11-22"),
        ("not on 29 February", date(2026, 11, 23), "2028-02-29"),
        ("not on 24 December 2027", date(2026, 11, 23), "2027-12-24"),
    ],
)
def test_days_off_are_the_next_such_days(typed: str, today: date, means: str) -> None:
    assert short(read_times(typed, "en", today)) == f"off {means}"


@pytest.mark.parametrize(
    "typed", ["not on 24 December 2025", "off from 3 January to 20 December", "not on 3/4"]
)
def test_days_off_that_are_past_or_unclear_are_none(typed: str) -> None:
    assert read_times(typed, "en", TODAY) is None


def test_days_off_alone_can_be_read_when_the_bot_asks_for_them() -> None:
    christmas = ((date(2026, 12, 24), date(2026, 12, 24)),)
    holidays = ((date(2026, 12, 27), date(2027, 1, 3)),)
    both = read_days_off("24 December, 27 December to 3 January", "en", TODAY)
    assert both == christmas + holidays
    assert read_days_off("24. Dezember", "de", TODAY) == christmas
    assert read_days_off("12月24日、12月27日から1月3日まで", "ja", TODAY) == both
    assert read_days_off("Mondays", "en", TODAY) is None
    assert read_days_off("lunch on 24 December", "en", TODAY) is None


@pytest.mark.parametrize(
    ("typed", "means"),
    [
        ("at 23:00", "23:00-23:59"),
        ("at 3", "15:00-17:00"),
        ("at 03:00", "03:00-05:00"),
        ("after 20:30", "20:30-22:30"),
        ("after 23:30", "23:30-23:59"),
        ("after 6", "18:00-22:00"),
        ("from 10 to 2", "10:00-14:00"),
        ("from 8 to 8", "08:00-20:00"),
        ("9-11 pm", "21:00-23:00"),
        ("9 to 5 pm", "09:00-17:00"),
        ("not between 10 and 7", "quiet 22:00-07:00"),
        ("not after 9", "quiet 21:00-00:00"),
        ("12 am on Mondays", "MO 00:00-02:00"),
    ],
)
def test_hours_become_a_window(typed: str, means: str) -> None:
    assert short(read_times(typed, "en", TODAY)) == means


@pytest.mark.parametrize(
    "typed",
    [
        "from 5 to 3",
        "from 15:00 to 9:00",
        "at 24:30",
        "25 o'clock",
        "at 14:00 in the morning",
        "Mondays at 9 and at 14:00",
        "mornings and evenings",
        "not on Mondays before 9",
        "Mondays but not Mondays",
        "every 0 weeks",
        "every 53 weeks",
        "every two weeks, every three weeks",
        "not before 9 and not before 10",
        "at 23:59",
    ],
)
def test_an_unclear_line_is_not_guessed(typed: str) -> None:
    assert read_times(typed, "en", TODAY) is None


def test_lines_over_the_limit_are_a_persons_own_words() -> None:
    padded = "Mondays at 9 " + "please " * 40
    assert len(padded) > LIMIT
    assert read_times(padded, "en", TODAY) is None
    assert read_times("Mondays at 9 please please", "en", TODAY) is not None


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("piece", ["not on ", "9-", "Mondays, ", "月", "a", "1", "24/12 "])
def test_very_long_lines_take_no_time(language: str, piece: str) -> None:
    read_times("Monday at 9", language, TODAY)
    with in_hand():
        for size in (LIMIT, 40_000):
            read_times((piece * size)[:size], language, TODAY)
            read_days_off((piece * size)[:size], language, TODAY)


@given(st.text(max_size=LIMIT), st.sampled_from(LANGUAGES))
def test_no_text_makes_it_raise(text: str, language: str) -> None:
    read_times(text, language, TODAY)


@st.composite
def jumbles(draw: st.DrawFn) -> tuple[str, str]:
    """Words of one language's own table, and numbers, in any order."""
    language = draw(st.sampled_from(LANGUAGES))
    words = words_of(language)
    assert words is not None
    numbers = ["0", "9", "24", "31", "2026", "9:30", "24.12", "29/2", "12月31日", "2026-12-24"]
    pieces = st.sampled_from([*sorted(words.exact), *numbers])
    return language, " ".join(draw(st.lists(pieces, max_size=9)))


@given(jumbles())
def test_understood_times_always_make_sense(jumble: tuple[str, str]) -> None:
    language, text = jumble
    times = read_times(text, language, TODAY)
    if times is None:
        return
    assert times != Times()
    assert times.days is None or times.days
    assert times.every is None or 1 <= times.every <= 52
    assert times.window is None or times.window[0] < times.window[1]
    assert times.quiet is None or times.quiet[0] != times.quiet[1]
    assert all(TODAY <= first <= last for first, last in times.off)
