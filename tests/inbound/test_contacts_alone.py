"""Beside contacts nobody is asked whether their words were meant as a stop."""

from __future__ import annotations

import pytest

from tests.world import World, joined

# By language: its own name, and words of distress that are worded like a stop.
LINES = {
    "en": ("english", "I don't want to live anymore"),
    "de": ("deutsch", "Ich will nicht mehr leben"),
    "es": ("español", "no quiero vivir más"),
    "fr": ("français", "je ne veux plus vivre"),
    "pt": ("português", "não quero mais viver"),
    "ja": ("日本語", "もう生きていたくない"),
    "vi": ("tiếng Việt", "mình không muốn sống nữa"),
}


@pytest.mark.parametrize("language", LINES)
async def test_words_of_distress_get_contacts_and_no_other_question(language: str) -> None:
    name, line = LINES[language]
    client, _ = await joined(World())
    await client.writes(name)
    told = await client.writes(line)
    assert [one.template for one in told] == ["crisis-people"]


@pytest.mark.parametrize(
    "line", ["I want to die\nstop", "stop. I don't want to live anymore", "I want to die. Stop!"]
)
async def test_a_stop_that_stands_alone_beside_them_is_asked_about(line: str) -> None:
    client, _ = await joined(World())
    told = await client.writes(line)
    assert [one.template for one in told] == ["crisis-people", "stop-sure"]
