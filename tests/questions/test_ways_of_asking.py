"""A question that asks two things, leads, blames or attacks is found, in each language."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.question import QuestionSet
from bot.questions import QuestionFile, read_typed_set, standard_sets
from bot.questions.ways_of_asking import AskingWay, FoundWay, way_of, ways_in, ways_in_file
from bot.text import catalogue, languages
from tests.hanging import in_hand

QUOTED = re.compile("[“„«「]([^”“»」]+)[”“»」]")
FOLDER = Path(__file__).parent / "ways"


@cache
def told(language: str) -> Mapping[str, list[str]]:
    return tomllib.loads((FOLDER / f"{language}.toml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("language", languages())
def test_each_language_finds_what_it_should_and_nothing_else(language: str) -> None:
    rows = told(language)
    assert set(rows) == {*AskingWay, "good"}
    wrong = [
        (text, way_of(text), expected)
        for expected, texts in rows.items()
        for text in texts
        if way_of(text) != (None if expected == "good" else expected)
    ]
    assert wrong == []


@pytest.mark.parametrize("language", languages())
def test_each_language_is_tried_on_enough(language: str) -> None:
    rows = told(language)
    assert all(len(rows[way]) >= 3 for way in AskingWay)
    assert sum(len(rows[way]) for way in AskingWay) >= 8
    assert len(rows["good"]) >= 8


@pytest.mark.parametrize("language", languages())
def test_every_question_of_the_library_asks_one_thing_and_openly(language: str) -> None:
    sets = standard_sets(catalogue(language))
    found = [
        (way_of(question.text.text), question.id) for one in sets for question in one.questions
    ]
    assert [one for one in found if one[0] is not None] == []


@pytest.mark.parametrize("language", languages())
def test_the_example_that_the_bot_gives_is_good_itself(language: str) -> None:
    say = catalogue(language)
    for way in (AskingWay.HOSTILE, AskingWay.BLAMING, AskingWay.LEADING):
        better = QUOTED.findall(say(f"asks-{way}"))[-1]
        assert better.rstrip().endswith(("?", "？"))
        assert way_of(better) is None, better


def test_a_set_names_the_place_of_each_question_that_was_found() -> None:
    read = read_typed_set("A title\nWhat went well?\nWhy are you always late?\nHow, and why? (1-5)")
    assert isinstance(read, QuestionSet)
    assert ways_in(read) == (FoundWay(1, AskingWay.BLAMING), FoundWay(2, AskingWay.DOUBLE))
    assert [one.way.is_refused for one in ways_in(read)] == [True, False]


def test_a_file_of_an_organisation_is_told_its_places_and_never_its_words() -> None:
    texts = {"en": "Why are you always late?", "de": "Was lief gut, und warum?"}
    row = {"kind": "open", "topic": "work", "depth": "light"}
    good = row | {"name": "good", "text": {"en": "What went well?"}}
    bad = row | {"name": "bad", "text": texts}
    file = QuestionFile.model_validate(
        {
            "id": "ours",
            "language": "en",
            "title": {"en": "Ours"},
            "about": {"en": "A few questions."},
            "questions": [good, bad],
        }
    )
    assert list(ways_in_file(file)) == ["question 2, de: double", "question 2, en: blaming"]


@pytest.mark.parametrize("language", languages())
def test_width_case_and_signs_change_nothing(language: str) -> None:
    for text in told(language)[AskingWay.BLAMING]:
        for other in (text.upper(), f"  {text} ", text.replace("?", "？"), text.replace(" ", "  ")):
            assert way_of(other) is AskingWay.BLAMING, other


@given(st.text(max_size=300))
def test_no_text_breaks_it(text: str) -> None:
    way_of(text)


@pytest.mark.parametrize(
    "part", ["why you ", "pourquoi vous ", "なぜ", "warum sie ", "か。", "? a"]
)
def test_a_long_line_takes_no_time(part: str) -> None:
    way_of("What?")
    with in_hand():
        way_of((part * 300)[:300])
