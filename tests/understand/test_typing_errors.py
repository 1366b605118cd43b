"""A mistyped command is asked about, and ordinary words never are."""

from __future__ import annotations

from datetime import date

import pytest

from bot.understand import Intent, canonical, nearly, understand
from bot.understand.phrases import phrases
from tests.understand.writers import LANGUAGES, lines_of

MONDAY = date(2026, 11, 23)
ERRORS = {
    "en": "pasue:pause|hlep:help|chek in:next|reusme:resume|swtiches:switches|tsop:stop"
    "|agreemnet:agreement|calender:calendar|rythm:rhythm|lnaguage:language|take a brek:pause",
    "de": "pasue:pause|hlife:help|kalneder:calendar",
    "fr": "reprednre:resume|agneda:calendar",
    "es": "asyuda:help|pasua:pause",
    "pt": "pasua:pause|ajdua:help",
}
NONE = """
step|held|hold|paste|past|paused|pausing|cancer|quiet|quite|teams|times|later|home|hope|text|shop
ship it|stop|help|yes|no|thanks|hello|pass|a|ab||😂|停止|cause|because of the move|hole|helped
"""


@pytest.mark.parametrize("language", sorted(ERRORS))
def test_one_typing_error_in_a_command_is_found(language: str) -> None:
    for typed, intent in (pair.split(":") for pair in ERRORS[language].split("|")):
        assert nearly(typed, language) == Intent(intent), typed
        assert understand(typed, language, MONDAY).intent is None, typed


@pytest.mark.parametrize("line", [one for row in NONE.splitlines() for one in row.split("|")])
def test_ordinary_words_and_commands_are_no_typing_errors(line: str) -> None:
    assert nearly(line, "en") is None


@pytest.mark.parametrize("language", LANGUAGES)
def test_hardly_any_line_of_the_writers_is_asked_about(language: str) -> None:
    lines = lines_of(
        language, "words", "small", "look-alike", "not stop", "distress certain", "distress maybe"
    )
    asked = [line for line in lines if nearly(line, language) is not None]
    assert len(asked) * 500 <= len(lines), asked


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_phrase_that_stands_for_a_command_means_it(language: str) -> None:
    for intent in {intent for intent, _ in phrases(language).patterns()}:
        said = canonical(intent, language)
        assert understand(said, language, MONDAY).intent is intent, said


def test_a_command_that_a_language_lacks_is_shown_in_english() -> None:
    assert canonical(Intent.PAUSE, "xx") == "pause"
    assert canonical(Intent.CODE, "de") == "code"
