"""German, French, Vietnamese and Japanese: lines that are understood, and lines that must not be.

The lines are in `lines/<language>.txt`: an intent, or "until", or "words" that are no command.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from bot.text import languages
from bot.understand import Intent, understand
from tests.understand.catalogues import (
    MONDAY,
    NAMES_A_BUTTON,
    ONLY_SPEAKS_OF,
    files,
    meant_by,
    messages,
    said,
)
from tests.understand.test_lines import SURE as ENGLISH

# English, Spanish and Portuguese have test files of their own.
LANGUAGES = tuple(one for one in languages() if one not in ("en", "es", "pt"))
FOLDER = Path(__file__).parent / "lines"
QUOTED = re.compile(r"[“„]([^”“]+)[”“]|« ?([^»]+?) ?»|「([^」]+)」")


def told(language: str) -> Iterator[tuple[str, str]]:
    for row in (FOLDER / f"{language}.txt").read_text(encoding="utf-8").splitlines():
        kind, _, lines = row.partition(": ")
        yield from ((kind, line.strip()) for line in lines.split(" | "))


LINES = [(language, kind, line) for language in LANGUAGES for kind, line in told(language)]
SURE = [one for one in LINES if one[1] not in ("until", "words")]
UNTIL = [(one, *line.split(" => ")) for one, kind, line in LINES if kind == "until"]
WORDS = [(language, line) for language, kind, line in LINES if kind == "words"]


@pytest.mark.parametrize(("language", "intent", "line"), SURE)
def test_a_line_that_says_one_thing_is_understood_for_sure(
    language: str, intent: str, line: str
) -> None:
    meant = understand(line, language, MONDAY)
    assert (meant.intent, meant.sure, meant.until) == (Intent(intent), True, None)


@pytest.mark.parametrize(("language", "line", "until"), UNTIL)
def test_a_pause_ends_on_the_day_that_was_meant(language: str, line: str, until: str) -> None:
    meant = understand(line, language, MONDAY)
    if until == "-":
        assert meant.intent is not Intent.STOP
        return
    assert (meant.intent, meant.sure, meant.reason) == (Intent.PAUSE, True, None)
    assert meant.until == date.fromisoformat(until)


@pytest.mark.parametrize(("language", "line"), WORDS)
def test_a_persons_own_words_are_no_command(language: str, line: str) -> None:
    assert understand(line, language, MONDAY).intent is None


@pytest.mark.parametrize("language", LANGUAGES)
def test_there_are_forty_lines_and_twenty_that_are_no_command(language: str) -> None:
    assert sum(one[0] == language for one in SURE) >= 40
    assert sum(one[0] == language for one in WORDS) >= 20


@pytest.mark.parametrize("language", LANGUAGES)
def test_english_always_works_too(language: str) -> None:
    wrong = [
        line for intent, line in ENGLISH if understand(line, language, MONDAY).intent is not intent
    ]
    assert wrong == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_catalogue_has_the_files_keys_and_values_of_english(language: str) -> None:
    assert sorted(files(language)) == sorted(files("en"))
    assert messages(language) == messages("en")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_sentence_can_be_said_and_what_it_tells_to_type_is_understood(language: str) -> None:
    for key in messages("en"):
        assert all(said(language, key, number) for number in (0, 1, 2, 5, 1_000_000)), key
        if key not in NAMES_A_BUTTON | ONLY_SPEAKS_OF.keys():
            assert asked_for(language, key) == asked_for("en", key), key


def asked_for(language: str, key: str) -> list[str]:
    """What the texts that a sentence quotes are understood as, sorted."""
    found = (next(filter(None, match)) for match in QUOTED.findall(said(language, key, 2)))
    return sorted(filter(None, (meant_by(line, language) for line in found)))
