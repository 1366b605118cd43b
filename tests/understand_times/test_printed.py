"""What the bot prints is read back as itself: dates, hours, examples, in every language.

A date that the bot prints beside a field is what a person copies into it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta

import pytest

from bot.domain.wall_time import is_zone
from bot.messages.hours import day_off, place
from bot.text import Catalogue, catalogue, languages
from bot.understand import (
    Intent,
    read_clock,
    read_country,
    read_day,
    read_past_day,
    read_place,
    read_rest_days,
    understand,
)
from bot.understand.clock import read_moment

TODAY = date(2026, 11, 23)
YEAR = [TODAY + timedelta(days=ahead) for ahead in range(366)]
QUOTED = re.compile("[“„«「]\\s*(.+?)\\s*[”“»」]")
# Sentences whose quoted words a person may type to pause.
OF_PAUSES = ("pause-ask", "pause-unreadable", "rhythm-none-left", "worry-stop")

every_language = pytest.mark.parametrize("say", [*map(catalogue, languages())], ids=languages())


def printed(say: Catalogue, day: date) -> Iterator[str]:
    yield from (say.day(day), say.full_day(day), say.named_day(day, TODAY), say.short_day(day))


@every_language
def test_each_coming_day_is_read_back(say: Catalogue) -> None:
    for day in YEAR:
        for line in printed(say, day):
            assert read_day(line, say.language, TODAY)[0] == day, line


@every_language
def test_each_past_day_is_read_back(say: Catalogue) -> None:
    for day in YEAR:
        day -= timedelta(days=365)
        for line in printed(say, day):
            assert read_past_day(line, say.language, TODAY) == day, line


@every_language
def test_each_day_is_read_back_on_that_day_itself(say: Catalogue) -> None:
    for day in YEAR:
        assert read_past_day(say.day(day), say.language, day) == day
        assert read_day(say.day(day), say.language, day) == (day, "past")


@every_language
def test_each_moment_is_read_back(say: Catalogue) -> None:
    for day in YEAR[1::3]:
        at = datetime(day.year, day.month, day.day, 9, 5, tzinfo=UTC)
        assert read_moment(say.moment(at, "UTC"), say.language, TODAY) == ((day, None), time(9, 5))


@every_language
def test_each_hour_and_minute_is_read_back(say: Catalogue) -> None:
    for minute in range(24 * 60):
        at = time(*divmod(minute, 60))
        assert read_clock(say.hour(at), say.language) == at
        assert read_clock(f"{at:%H:%M}", say.language) == at


@every_language
def test_the_days_off_that_a_form_shows_are_saved_unchanged(say: Catalogue) -> None:
    for first in YEAR[:350]:
        last = first + timedelta(days=12)
        shown = [day_off(say, one) for one in (f"{first}", f"{first}/{last}", "SU", "FR")]
        read = read_rest_days(", ".join(shown), say.language, TODAY)
        assert read == ((first, first), (first, last), "SU", "FR"), shown


@every_language
def test_each_example_in_a_field_is_read_on_each_day_of_a_year(say: Catalogue) -> None:
    for today in YEAR[::5]:
        assert read_day(say("session-day-example"), say.language, today)[1] is None
        assert read_past_day(say("erase-to-example"), say.language, today) is not None
        began = read_past_day(say("erase-from-example"), say.language, today)
        assert began is not None
        assert (began.month, began.day) == (11, 3)
        off = read_rest_days(say("rhythm-off-example"), say.language, today)
        assert off is not None
        assert len(off) == 2
    assert read_clock(say("session-time-example"), say.language) == time(10)
    assert read_country(say("rhythm-holidays-example"), say.language) is not None


@every_language
def test_each_example_in_a_sentence_is_read(say: Catalogue) -> None:
    day, clock = QUOTED.findall(say("session-unreadable"))
    assert read_day(day, say.language, TODAY)[1] is None
    assert read_clock(clock, say.language) == time(10)
    (off,) = QUOTED.findall(say("rhythm-bad-off"))
    assert read_rest_days(off, say.language, TODAY) is not None
    for key in OF_PAUSES:
        meant = [understand(line, say.language, TODAY) for line in QUOTED.findall(say(key))]
        pauses = [one for one in meant if one.intent is Intent.PAUSE]
        assert pauses, key
        assert all(one.until is not None and one.reason is None for one in pauses)


def test_each_zone_that_a_form_shows_is_saved_unchanged() -> None:
    for zone in ("Europe/Berlin", "Asia/Ho_Chi_Minh", "America/Argentina/Buenos_Aires", "UTC"):
        assert is_zone(zone)
        assert read_place(zone) == zone
        assert read_place(place(zone)) == zone


@every_language
def test_a_day_of_another_year_is_told_with_its_year(say: Catalogue) -> None:
    assert "2027" not in say.named_day(date(2026, 12, 31), TODAY)
    assert "2027" in say.named_day(date(2027, 1, 1), TODAY)
