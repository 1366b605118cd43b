"""Seven languages say the same things: no key is missing anywhere, and each can be said."""

from __future__ import annotations

import re
from collections import Counter
from datetime import time
from importlib import resources
from pathlib import Path

import pytest

from bot.text import catalogue, languages
from tests.catalogue.sentences import entries, sentences
from tests.understand.catalogues import messages, said

SEVEN = ["de", "en", "es", "fr", "ja", "pt", "vi"]
OTHERS = [language for language in SEVEN if language != "en"]
ROOT = Path(__file__).parents[2]
# What is the same in every language on purpose: names, numbers, patterns, loan words.
SAME = re.compile(r"^[\W\d_]*$|⟨|^(Slack|Microsoft Teams|Coach|Check-ins?|coach|check-in)$")


def test_there_are_seven_languages() -> None:
    assert languages() == SEVEN


@pytest.mark.parametrize("language", OTHERS)
def test_no_key_is_missing_and_none_too_many(language: str) -> None:
    here = {file: list(part) for file, part in entries(language).items()}
    there = {file: list(part) for file, part in entries("en").items()}
    assert set(sentences(language)) == set(sentences("en"))
    assert set(here) == set(there)
    for file, keys in there.items():
        assert Counter(here[file]) == Counter(keys), file


@pytest.mark.parametrize("language", OTHERS)
def test_each_sentence_needs_the_same_values(language: str) -> None:
    assert messages(language) == messages("en")


@pytest.mark.parametrize("language", SEVEN)
def test_every_sentence_can_be_said(language: str) -> None:
    for key in messages("en"):
        for number in (0, 1, 2, 5, 21):
            assert "{" not in said(language, key, number), key


@pytest.mark.parametrize("language", OTHERS)
def test_no_english_is_left(language: str) -> None:
    english = sentences("en")
    left = [
        key
        for key, text in sentences(language).items()
        if text == english[key] and not SAME.search(text) and len(text.split()) > 2
    ]
    assert left == []


def test_every_key_is_said_somewhere() -> None:
    kinds = "bot/**/*.py", "bot/**/*.toml", "bot/**/*.ftl", "adapters/**/*.py"
    sources = [path for kind in kinds for path in ROOT.glob(kind)]
    code = "\n".join(path.read_text(encoding="utf-8") for path in sources)
    whole = set(re.findall(r'"([a-z][a-z0-9-]*)"', code)) | set(re.findall(r"{ ([a-z-]+) }", code))
    parts = set(re.findall(r'f"([a-z][a-z0-9-]*-)\{', code))
    unsaid = [
        key
        for key in sentences("en")
        if key not in whole
        and not any(key.startswith(front) for front in parts)
        and not key.startswith(("q-", "set-"))
    ]
    assert unsaid == []


@pytest.mark.parametrize(
    ("language", "hour", "items", "weekday"),
    [
        ("de", "14:30", "a, b und c", "Donnerstag"),
        ("en", "14:30", "a, b and c", "Thursday"),
        ("es", "14:30", "a, b y c", "jueves"),
        ("fr", "14:30", "a, b et c", "jeudi"),
        ("ja", "14:30", "a、b、c", "木曜日"),
        ("pt", "14:30", "a, b e c", "quinta-feira"),
        ("vi", "14:30", "a, b và c", "Thứ Năm"),
    ],
)
def test_times_and_lists_are_written_as_the_language_writes_them(
    language: str, hour: str, items: str, weekday: str
) -> None:
    say = catalogue(language)
    assert say.hour(time(14, 30)) == hour
    assert say.items(["a", "b", "c"]) == items
    assert say.full_weekday(3) == weekday


@pytest.mark.parametrize(
    ("asked", "spoken"),
    [("pt-BR", "pt"), ("es_MX", "es"), ("DE", "de"), ("zh", "en"), ("", "en"), ("../en", "en")],
)
def test_a_region_falls_back_to_its_language_and_a_stranger_to_english(
    asked: str, spoken: str
) -> None:
    assert catalogue(asked).language == spoken


def test_only_a_folder_with_sentences_is_a_language() -> None:
    folders = {one.name for one in resources.files("bot.locale").iterdir() if one.is_dir()}
    assert set(languages()) <= folders
