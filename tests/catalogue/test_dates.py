"""A date inside a sentence is written out, in every language; short dates stand in lists."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime

import pytest
from babel.dates import get_day_names, get_month_names

from bot.text import Catalogue, catalogue, languages
from tests.catalogue.test_foreign_text import blanks

TODAY = date(2026, 11, 23)
# The 26th and the 1st of a month of this year, and a date of the next year.
DAYS = (date(2026, 11, 26), date(2026, 12, 1), date(2027, 3, 24))
# By language: a date, a first of the month, one with its year, the year without a weekday, a
# moment, and the short form.
WRITTEN = {
    "de": (
        *("Donnerstag, 26. November", "Dienstag, 1. Dezember", "Mittwoch, 24. März 2027"),
        *("24. März 2027", "Donnerstag, 26. November um 14:30 Uhr", "Do., 26. Nov."),
    ),
    "en": (
        *("Thursday, 26 November", "Tuesday, 1 December", "Wednesday, 24 March 2027"),
        *("24 March 2027", "Thursday, 26 November at 14:30", "Thu 26 Nov"),
    ),
    "es": (
        *("jueves 26 de noviembre", "martes 1 de diciembre", "miércoles 24 de marzo de 2027"),
        *("24 de marzo de 2027", "jueves 26 de noviembre a las 14:30", "jue, 26 nov"),
    ),
    "fr": (
        *("jeudi 26 novembre", "mardi 1er décembre", "mercredi 24 mars 2027"),
        *("24 mars 2027", "jeudi 26 novembre à 14:30", "jeu. 26 nov."),
    ),
    "ja": (
        *("11月26日（木）", "12月1日（火）", "2027年3月24日（水）"),
        *("2027年3月24日", "11月26日（木）14:30", "11月26日(木)"),
    ),
    "pt": (
        *("quinta-feira, 26 de novembro", "terça-feira, 1º de dezembro"),
        *("quarta-feira, 24 de março de 2027", "24 de março de 2027"),
        *("quinta-feira, 26 de novembro, às 14:30", "qui., 26 de nov."),
    ),
    "vi": (
        *("thứ Năm, 26 tháng 11", "thứ Ba, 1 tháng 12", "thứ Tư, 24 tháng 3 năm 2027"),
        *("24 tháng 3 năm 2027", "thứ Năm, 26 tháng 11 lúc 14:30", "Th 5, 26 thg 11"),
    ),
}
# Blanks that hold a date or a moment. `from`, `to` and `when` hold hours, and sometimes a moment.
DATED = ("after", "before", "day", "erased", "expires", "first", "last", "moment", "until")
# What makes a date out of its parts, and what stands in a list, on a button or in a table.
PARTS = re.compile("date-|erase-this$|held-")

every_language = pytest.mark.parametrize("say", [*map(catalogue, languages())], ids=languages())


def forms(say: Catalogue) -> tuple[str, ...]:
    first, second, third = (say.named_day(day, TODAY) for day in DAYS)
    at = datetime(2026, 11, 26, 14, 30, tzinfo=UTC)
    moment = say.moment(at, None, TODAY)
    return first, second, third, say.full_day(DAYS[2]), moment, say.short_day(DAYS[0])


def test_every_language_has_its_row() -> None:
    assert sorted(WRITTEN) == languages()


@every_language
def test_a_date_is_written_as_the_language_writes_it(say: Catalogue) -> None:
    assert forms(say) == WRITTEN[say.language]


@every_language
def test_the_year_stands_where_another_year_could_be_meant(say: Catalogue) -> None:
    assert "2027" not in say.day(DAYS[2])
    assert "2027" in say.named_day(DAYS[2])
    assert "2027" in say.named_day(date(2027, 1, 2), date(2027, 11, 26))
    assert "2026" not in say.named_day(date(2026, 11, 2), TODAY)


def shortened(say: Catalogue) -> set[str]:
    """Every shortened name of a month or a weekday that is not also a whole one.

    The Japanese write the weekday of a whole date as one sign in brackets: theirs do not count.
    """
    tables = (get_month_names,) if say.language == "ja" else (get_day_names, get_month_names)
    names = {
        width: {
            str(name)
            for context in ("format", "stand-alone")
            for table in tables
            for name in table(width, context, say.locale).values()
        }
        for width in ("abbreviated", "wide")
    }
    return names["abbreviated"] - names["wide"]


@every_language
@pytest.mark.parametrize("on", [*DAYS, *(date(2027, month, 1) for month in range(1, 13))])
def test_no_sentence_with_a_date_shortens_it(say: Catalogue, on: date) -> None:
    """Each sentence, each of its dated blanks: no "..", nothing of a calendar's grid."""
    short = [re.compile(rf"(?<!\w){re.escape(name)}(?!\w)") for name in shortened(say)]
    told = 0
    for key, found in blanks(say.language):
        if PARTS.match(key) or not found & set(DATED):
            continue
        for written in (say.named_day(on, TODAY), say.moment(noon(on), None, TODAY)):
            text = say(key, **{name: written if name in DATED else "x" for name in found})
            assert ".." not in text, text
            assert not text[0].islower() or not text.startswith(written), text
            assert all(one.search(written) is None for one in short), written
            told += 1
    assert told > 60


def noon(on: date) -> datetime:
    return datetime(on.year, on.month, on.day, 12, tzinfo=UTC)


@every_language
def test_a_date_at_the_head_of_a_sentence_has_a_capital(say: Catalogue) -> None:
    for day in DAYS:
        told = say("form-words", day=say.day(day))
        assert told[0] == told[0].upper()
        assert say.day_alone(day)[0] == told[0]
