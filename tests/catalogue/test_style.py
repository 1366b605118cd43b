"""No sentence shames, counts, praises out of proportion, pushes, or pretends to be human."""

from __future__ import annotations

import pytest

from tests.catalogue.style import all_faults, banned, faults
from tests.catalogue.test_catalogues import SEVEN


@pytest.mark.parametrize("language", SEVEN)
def test_no_sentence_speaks_in_a_banned_way(language: str) -> None:
    assert all_faults(language) == []


@pytest.mark.parametrize("language", SEVEN)
def test_every_banned_way_is_found_inside_a_sentence(language: str) -> None:
    assert len(banned(language)) >= 12
    for _, phrase in banned(language):
        planted = f"— {phrase}, —"
        assert [one.found for one in faults(language, "planted", planted)] == [phrase] or any(
            one.found == phrase for one in faults(language, "planted", planted)
        ), phrase


@pytest.mark.parametrize(
    ("language", "bad"),
    [
        ("en", "Great job, a 5 day streak!"),
        ("en", "You haven't answered yet."),
        ("de", "Sie haben vergessen zu antworten."),
        ("fr", "Bravo, trois jours de suite."),
        ("es", "¡Estoy orgulloso de ti!"),
        ("pt", "Parabéns, continue assim."),
        ("vi", "Bạn quên trả lời rồi."),
        ("ja", "すごい、5日連続です。"),
    ],
)
def test_a_planted_sentence_is_caught(language: str, bad: str) -> None:
    assert list(faults(language, "planted", bad))


@pytest.mark.parametrize("language", SEVEN)
def test_plain_sentences_pass(language: str) -> None:
    assert list(faults(language, "plain", "Handrail, 10:00, 3.")) == []
