"""A phrase is told by its first letters, and says the same as if it were followed to its end."""

from __future__ import annotations

from itertools import product

from bot.understand.anywhere import greetings
from bot.understand.choices import Choices, Choosing, Templates
from bot.understand.phrases import every_phrases, expand
from bot.understand.plain_line import Typed

PATTERNS = (
    "pause",
    "(a|bc) d( e|)",
    "(|please )stop( now|)",
    "((i am|i'm|im) |)away( from|)( work|)",
    "(one|two|)(three|)",
    "",
)
BEHIND = ("", " ", " x", "e", " for a week")


def test_fronts_keep_every_phrase() -> None:
    for pattern, behind in product(PATTERNS, BEHIND):
        choices = Choices(pattern)
        for phrase in expand(pattern):
            assert len(phrase) in choices.ends(f"{phrase}{behind}"), (pattern, phrase)


def test_fronts_add_no_phrase() -> None:
    for pattern, other in product(PATTERNS, PATTERNS):
        phrases = set(expand(pattern))
        for line in (f"{one}{more}" for one in expand(other) for more in BEHIND):
            ends = {at for at in range(len(line) + 1) if line[:at] in phrases}
            assert Choices(pattern).ends(line) == ends, (pattern, line)


def test_the_first_of_two_phrases_is_found_whatever_their_length() -> None:
    choosing = Choosing([(1, "ab(c|)"), (2, "abc"), (3, "abcdef")])
    found = [choosing.key_of(line) for line in ("ab", "abc", "abcd", "abcdef", "abcdefg", "", "x")]
    assert found == [1, 1, None, 3, None, None, None]


def test_an_open_place_at_the_beginning_fits_any_letter_in_its_order() -> None:
    templates = Templates(["to {day}", "{day} it is", "(till|to) {day} it is"], "{day}")
    assert list(templates.opened("to monday it is")) == ["monday it is", "to monday", "monday"]
    assert list(templates.opened("monday it is")) == ["monday"]
    assert list(templates.opened("")) == []


def test_a_greeting_is_never_lost_by_its_first_letter() -> None:
    for table in every_phrases():
        for lines in table._table.get("greeting", {}).values():
            for line in (one for pattern in lines for one in expand(pattern)):
                for typed in (line, line.upper(), f"  {line}, what now"):
                    begins = greetings._languages_of(Typed(line))
                    assert not begins or greetings.greeting_in(typed) is not None, typed
