"""Hearing a text has bounded work, whatever the text; and a window finds what stands in it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.understand.classifier.folding import PIECE, pieces_of, sentences_of
from bot.understand.classifier.weights import load
from bot.understand.classifier.windows import LINES, weigh, weigh_text
from bot.understand.distress import hear_distress
from bot.understand.heard import Level
from bot.understand.questions import may_be_stop, question_in

FULL = 4_000
HARD = {
    "no spaces": "abcdefghij" * 400,
    "emoji": "😀" * FULL,
    "one-letter words": "a b " * 1_000,
    "Japanese": "死にたいです" * 667,
    "mixed scripts": "aあ" * 2_000,
    "letters that stand for sentences": "ﷺ" * FULL,
    "one long sentence": "i said that we want to die laughing " * 112,
    "short sentences": "i. " * 1_334,
    "accents": "muốn chết " * 400,
}


class _Counted(Mapping[str, str]):
    """A table that counts how often it is asked."""

    def __init__(self, table: Mapping[str, str]) -> None:
        self._table = table
        self.asked = 0

    def __getitem__(self, name: str) -> str:
        return self._table[name]

    def get(self, name: str, other: object = None) -> str | None:  # type: ignore[override]
        self.asked += 1
        return self._table.get(name)

    def __iter__(self) -> Iterator[str]:
        return iter(self._table)

    def __len__(self) -> int:
        return len(self._table)


@pytest.mark.parametrize("text", HARD.values(), ids=HARD)
def test_four_thousand_characters_are_looked_up_a_bounded_number_of_times(text: str) -> None:
    model = load(LINES)
    table = _Counted(model.table)
    for piece in pieces_of(text[:FULL]):
        weigh(sentences_of(piece), replace(model, table=table))
    assert table.asked <= 12 * FULL


@pytest.mark.parametrize("text", HARD.values(), ids=HARD)
def test_windows_overlap_a_bounded_number_of_times(text: str) -> None:
    for piece in pieces_of(text[:FULL]):
        weighed = weigh(sentences_of(piece))
        tokens = sum(len(one) for one in weighed.sentences)
        assert sum(window.end - window.start for window in weighed.windows) <= 4 * tokens + 60


@given(st.text(max_size=5_000))
def test_no_text_makes_it_raise(text: str) -> None:
    hear_distress(text)
    question_in(weigh_text(text))
    may_be_stop(weigh_text(text))


ORDINARY = "The meeting went well and we planned the next release with the team. "


@pytest.mark.parametrize("before", [0, 1, 20, 200], ids=lambda lines: f"after {lines} sentences")
@pytest.mark.parametrize(
    "line", ["I want to kill myself tonight.", "Ich will mich umbringen.", "もう死にたいです。"]
)
def test_plain_words_are_heard_wherever_they_stand(line: str, before: int) -> None:
    heard = hear_distress(ORDINARY * before + line + " " + ORDINARY)
    assert heard is not None
    assert heard.level is Level.CERTAIN


def test_words_at_the_cut_between_two_pieces_are_heard() -> None:
    words = "i want to kill myself tonight "
    for shift in range(0, 60, 7):
        filler = ("we met the team " * PIECE)[: PIECE - 130 + shift]
        assert hear_distress(f"{filler}. {words}. {ORDINARY}") is not None


def test_a_joke_before_does_not_hide_what_follows() -> None:
    heard = hear_distress("I could die laughing at this, and I want to die")
    assert heard is not None
    assert heard.level is Level.CERTAIN


def test_harm_to_others_is_told_apart() -> None:
    heard = hear_distress("I am going to kill him tonight")
    assert heard is not None
    assert heard.harm


def test_ordinary_questions_are_not_for_the_bot() -> None:
    assert question_in(weigh_text("Who can I ask for help with the report?")) is None
    assert question_in(weigh_text("Who reads what I write here?")) is not None
