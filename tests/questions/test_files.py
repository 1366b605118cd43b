"""Reviewed files: the good ones are read, and each fault is one sentence that quotes nothing."""

from __future__ import annotations

import json
import tomllib
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from bot.domain.question import Depth, QuestionKind
from bot.questions import QuestionFilesError, read_sets
from bot.questions.files import QuestionFile, schema

DOCS = Path(__file__).parents[2] / "docs"
PUBLISHED = DOCS / "schemas" / "question-set.schema.json"
HEAD = """
id = "secret-garden"
language = "en"
title = { en = "A secret title", de = "Ein secret Titel" }
about = { en = "A secret line" }
"""
OPEN = """
[[questions]]
name = "first"
kind = "open"
topic = "work"
depth = "light"
text = { en = "A secret question?", "de-CH" = "Eine secret Frage?" }
"""
CHOICES = """
[[questions]]
name = "second"
kind = "choices"
topic = "people"
depth = "deep"
text = { en = "Which secret?" }
options = [ { en = "secret a", de = "secret eins" }, { en = "secret b" } ]
"""
GOOD = HEAD + OPEN + CHOICES


def problems(folder: Path) -> list[str]:
    with pytest.raises(QuestionFilesError) as error:
        read_sets(folder)
    assert error.value.__cause__ is None
    assert "secret" not in str(error.value).replace("secret-garden", "")
    return str(error.value).splitlines()


def test_the_example_is_read_in_each_of_its_languages() -> None:
    (file,) = read_sets(DOCS / "examples")
    english, german = file.in_language("en"), file.in_language("de-AT")
    assert (english.title.text, german.title.text) == (
        "The first ninety days",
        "Die ersten neunzig Tage",
    )
    assert {one.kind for one in english.questions} == set(QuestionKind)
    assert [one.id for one in english.questions] == [one.id for one in german.questions]
    assert english.questions[0].id == "first-ninety-days.learned"


def test_a_text_that_lacks_a_language_is_said_in_the_sets_own(tmp_path: Path) -> None:
    (tmp_path / "good.toml").write_text(GOOD)
    (file,) = read_sets(tmp_path)
    for language, first, option in (
        ("de-CH", "Eine secret Frage?", "secret eins"),
        ("de", "A secret question?", "secret eins"),
        ("ja", "A secret question?", "secret a"),
    ):
        one, two = file.in_language(language).questions
        assert (one.text.text, two.options[0].text) == (first, option)
        assert (two.options[1].text, two.depth) == ("secret b", Depth.DEEP)


def test_files_are_read_by_name_and_others_are_left_alone(tmp_path: Path) -> None:
    assert read_sets(tmp_path) == ()
    (tmp_path / "b.toml").write_text(GOOD)
    (tmp_path / "a.toml").write_text(GOOD.replace("secret-garden", "another"), "utf-8-sig")
    (tmp_path / "notes.txt").write_text("secret")
    assert [file.id for file in read_sets(tmp_path)] == ["another", "secret-garden"]


def test_no_text_shows_when_a_file_is_printed(tmp_path: Path) -> None:
    (tmp_path / "good.toml").write_text(GOOD)
    (file,) = read_sets(tmp_path)
    assert "secret" not in repr(file).replace("secret-garden", "")


ID, LINE, B = 'id = "secret-garden"', '{ en = "A secret line" }', '{ en = "secret b" }'
KIND, TOPIC, DEPTH = 'kind = "open"', 'topic = "work"', 'depth = "light"'
NOT_A_NAME = "is not made of lower-case letters and digits, with single hyphens."
NOT_A_LANGUAGE = "is not a language code such as en or pt-BR."
NOT_PER_LANGUAGE = 'is not written per language, e.g. { en = "…" }.'
NOT_A_LINE = "is not one plain line of text."
KINDS = "'open', 'progress', 'scale' or 'choices'"
TOPICS = "'work', 'people', 'feelings', 'body', 'future' or 'session'"
WHOLE = [
    (ID, "", "id: is missing."),
    (ID, 'id = "Secret!"', f"id: {NOT_A_NAME}"),
    (ID, 'id = "weekly"', "id: is the id of a set in the standard library already."),
    ('language = "en"', 'language = "secret language"', f"language: {NOT_A_LANGUAGE}"),
    ('language = "en"', 'language = "de"', "about has no text in de, the set's own language."),
    (LINE, '"A secret line"', f"about: {NOT_PER_LANGUAGE}"),
    (LINE, '{ "my secret" = "x" }', f"about: {NOT_A_LANGUAGE}"),
    (LINE, "{ en = 3 }", "about, en: is not text in quotes."),
    (LINE, '{ en = "  " }', "about, en: is empty."),
    (LINE, '{ en = "secret\\nline" }', f"about, en: {NOT_A_LINE}"),
    (LINE, '{ en = "secret \\u202e" }', f"about, en: {NOT_A_LINE}"),
    (LINE, '{ en = "…" }', f"about, en: {NOT_A_LINE}"),
    ("A secret title", "secret " * 20, "title, en: is longer than 80 characters."),
    (OPEN + CHOICES, "questions = []", "questions: is empty."),
    (OPEN + CHOICES, "questions = 3", "questions: is not a list."),
    (OPEN + CHOICES, 'questions = ["secret"]', "question 1: is not a table."),
    (OPEN, OPEN * 21, "questions: has more than 20 entries."),
    (OPEN, OPEN * 2, "question 2 has the name of a question above."),
    (TOPIC, "topic = secret", "line 10: is not valid TOML."),
    (TOPIC, 'topic = "secret', "line 10: is not valid TOML."),
    (DEPTH, 'topic = "secret"', "line 11: is not valid TOML."),
    (f"{B} ]", B, "at its end: is not valid TOML."),
]
ONE_QUESTION = [
    ("A secret question?", "secret " * 50, "1, text, en: is longer than 300 characters."),
    ('name = "first"', 'name = "a secret"', f"1, name: {NOT_A_NAME}"),
    (KIND, 'kind = "secret"', f"1, kind: is not one of {KINDS}."),
    (TOPIC, 'topic = "secret"', f"1, topic: is not one of {TOPICS}."),
    (DEPTH, 'depth = "secret"', "1, depth: is not one of 'light', 'middle' or 'deep'."),
    (DEPTH, f'{DEPTH}\nsecret = "secret"', "1: has a field that is not known."),
    (KIND, 'kind = "choices"', "1: needs 2 to 6 options, and has 0."),
    ('kind = "choices"', KIND, "2: has options, which only a question of the kind choices has."),
    (
        KIND,
        f"{KIND}\nlow = {B}",
        "1: has low or high, which only a question of the kind scale has.",
    ),
    (B, '{ de = "secret b" }', "2, option 2 has no text in en, the set's own language."),
    (B, '{ en = "secret a" }', "2 offers the same option twice in en."),
    (B, '{ en = "secret eins" }', "2 offers the same option twice in de."),
    (B, B.replace("b", "b " * 30 + "c"), "2, option 2, en: is longer than 60 characters."),
    (B, '"secret b"', f"2, option 2: {NOT_PER_LANGUAGE}"),
]


@pytest.mark.parametrize(
    ("was", "now", "problem"),
    WHOLE + [(was, now, f"question {problem}") for was, now, problem in ONE_QUESTION],
)
def test_a_fault_is_named_with_its_file_and_place(
    tmp_path: Path, was: str, now: str, problem: str
) -> None:
    assert GOOD.count(was) == 1
    (tmp_path / "bad.toml").write_text(GOOD.replace(was, now))
    (found,) = problems(tmp_path)
    assert found in (f"bad.toml, {problem}", f"bad.toml: {problem}")


def test_one_bad_question_does_not_make_the_set_an_empty_one(tmp_path: Path) -> None:
    (tmp_path / "bad.toml").write_text(HEAD + OPEN.replace('"light"', '"secret"'))
    assert problems(tmp_path) == [
        "bad.toml, question 1, depth: is not one of 'light', 'middle' or 'deep'."
    ]


def test_all_the_faults_of_all_the_files_are_named_at_once(tmp_path: Path) -> None:
    (tmp_path / "a.toml").write_text(GOOD.replace('"open"', "3").replace('"light"', '"secret"'))
    (tmp_path / "b.toml").write_bytes(b"id = '\xff secret'")
    (tmp_path / "c.toml").write_text(GOOD)
    (tmp_path / "d.toml").write_text(GOOD)
    (tmp_path / "e.toml").write_text(GOOD + "# secret" * 20_000)
    (tmp_path / "f.toml").write_text("a = " + "[" * 20_000)
    (tmp_path / "g.toml").mkdir()
    found = problems(tmp_path)
    assert [one.partition(":")[0] for one in found[:2]] == [
        "a.toml, question 1, kind",
        "a.toml, question 1, depth",
    ]
    assert found[2:] == [
        "b.toml: is not saved as UTF-8 text.",
        "e.toml: is larger than 100 kB.",
        "f.toml: is nested too deeply.",
        "g.toml: cannot be read; does Handrail have the right to?",
        "d.toml, id: is the id of a set in c.toml already.",
    ]


def test_a_folder_that_is_not_there_is_a_fault(tmp_path: Path) -> None:
    assert problems(tmp_path / "none") == ["none: there is no such folder."]


def test_the_published_schema_is_the_one_that_files_are_read_by() -> None:
    assert json.loads(PUBLISHED.read_text()) == schema()


def test_the_published_schema_takes_the_example_and_refuses_a_strange_one() -> None:
    example = tomllib.loads((DOCS / "examples" / "first-ninety-days.toml").read_text("utf-8"))
    check = Draft202012Validator(json.loads(PUBLISHED.read_text()))
    assert check.is_valid(example)
    assert QuestionFile.model_validate(example).id == example["id"]
    assert not check.is_valid(example | {"language": "no language"})
    assert not check.is_valid(example | {"reader": "somebody"})
