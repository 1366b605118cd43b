"""Small talk is the whole line; a greeting before a sentence is none."""

from __future__ import annotations

import pytest

from bot.understand.heard import Small
from bot.understand.small_talk import small_talk
from tests.understand.writers import LANGUAGES, lines_of

SAID = {
    Small.THANKS: "thanks|Thank you so much!|cheers|ta|🙏|thanks 👍|much appreciated|🙏🏽🙏🏽",
    Small.HELLO: "hi|Hello there|good morning|hey|👋|how are you today?",
    Small.FINE: "👍|👍🏽|ok|okay cool|k|great|nice one|❤️|fine|got it|😊|np",
    Small.LAUGH: "lol|haha|😂😂|hahaha!",
    Small.BYE: "bye|see you tomorrow|good night|have a nice weekend",
}
NONE = """
Hi, today was hard|thanks to my boss I slept|good morning meetings are too long|fine but tired
👍 talked to Jonas|🛑|😢|🔪|💀|thanks but no thanks|great, we lost the tender|5|
okay, then I told her
"""


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", SAID)
def test_english_small_talk_is_heard_in_every_chat(kind: Small, language: str) -> None:
    for line in SAID[kind].split("|"):
        assert small_talk(line, language) is not None, line
        if language == "en":
            assert small_talk(line, language) is kind, line


@pytest.mark.parametrize("line", [one for row in NONE.splitlines() for one in row.split("|")])
def test_a_real_sentence_is_no_small_talk(line: str) -> None:
    assert small_talk(line, "en") is None


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_words_and_no_distress_of_the_writers_are_small_talk(language: str) -> None:
    kinds = ("words", "look-alike", "distress certain", "distress maybe", "harm to others", "stop")
    lines = lines_of(language, *kinds)
    taken = [line for line in lines if small_talk(line, language) is not None]
    assert len(taken) * 500 <= len(lines), taken
