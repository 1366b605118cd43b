"""The questions that may be asked: the client's strikes and depth count always."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.question import (
    Depth,
    Question,
    QuestionKind,
    QuestionSet,
    Topic,
    asked,
    spoken,
)
from bot.domain.words import Words

DEPTHS, TOPICS = st.sampled_from(Depth), st.sampled_from(Topic)


def question(name: str, topic: Topic = Topic.WORK, depth: Depth = Depth.LIGHT) -> Question:
    return Question(f"some.{name}", QuestionKind.OPEN, topic, depth, Words(f"About {name}?"))


def some_set(*questions: Question) -> QuestionSet:
    return QuestionSet("some", Words("Some"), Words("A few questions."), questions)


@st.composite
def sets_and_strikes(draw: st.DrawFn) -> tuple[QuestionSet, frozenset[str]]:
    parts = draw(st.lists(st.tuples(TOPICS, DEPTHS), min_size=1, max_size=8))
    of = some_set(*(question(f"q{n}", topic, depth) for n, (topic, depth) in enumerate(parts)))
    can_be_struck = [one.id for one in of.questions] + [str(topic) for topic in Topic]
    return of, draw(st.frozensets(st.sampled_from(can_be_struck)))


@given(sets_and_strikes(), DEPTHS)
def test_what_is_struck_or_deeper_than_the_dial_is_never_asked(
    given: tuple[QuestionSet, frozenset[str]], dial: Depth
) -> None:
    of, struck = given
    free = [
        one
        for one in of.questions
        if not {one.id, one.topic.value} & struck and one.depth.value <= dial.value
    ]
    assert list(asked(of, struck, dial)) == free


@given(sets_and_strikes(), DEPTHS)
def test_striking_more_never_opens_a_question(
    given: tuple[QuestionSet, frozenset[str]], dial: Depth
) -> None:
    of, struck = given
    before = asked(of, struck, dial)
    for one in of.questions:
        assert set(asked(of, struck | {one.id}, dial)) == set(before) - {one}


def test_the_same_words_are_the_same_question() -> None:
    one = question("a")
    again = replace(one, id="new.1", text=Words(f"  {one.text.text.upper()} "))
    assert spoken(one) == spoken(again)
    assert spoken(one) != spoken(question("b"))


WORK, LIGHT = Topic.WORK, Depth.LIGHT
TEXT, TWO = Words("A secret?"), (Words("secret a"), Words("secret b"))


@pytest.mark.parametrize(
    ("id_", "kind", "text", "options", "low"),
    [
        ("noset", QuestionKind.OPEN, TEXT, (), None),
        ("some.Name", QuestionKind.OPEN, TEXT, (), None),
        ("some.a\n", QuestionKind.OPEN, TEXT, (), None),
        ("some.ü", QuestionKind.OPEN, TEXT, (), None),
        ("some.a", QuestionKind.OPEN, Words(" "), (), None),
        ("some.a", QuestionKind.OPEN, TEXT, TWO, None),
        ("some.a", QuestionKind.PROGRESS, TEXT, (), TEXT),
        ("some.a", QuestionKind.CHOICES, TEXT, TWO[:1], None),
        ("some.a", QuestionKind.CHOICES, TEXT, (TWO[0], TWO[0]), None),
        ("some.a", QuestionKind.CHOICES, TEXT, tuple(Words(f"secret {n}") for n in range(7)), None),
    ],
)
def test_a_question_whose_parts_do_not_fit_cannot_be_made(
    id_: str, kind: QuestionKind, text: Words, options: tuple[Words, ...], low: Words | None
) -> None:
    with pytest.raises(ValueError, match=r"^(a question|some)") as error:
        Question(id_, kind, WORK, LIGHT, text, options, low)
    assert "secret" not in str(error.value)


@pytest.mark.parametrize(
    ("set_id", "names"), [("Some", ["a"]), ("some", []), ("some", ["a", "a"]), ("somehow", ["a"])]
)
def test_a_set_whose_parts_do_not_fit_cannot_be_made(set_id: str, names: list[str]) -> None:
    with pytest.raises(ValueError, match=r"^(some|a set)"):
        QuestionSet(set_id, TEXT, TEXT, tuple(question(name) for name in names))
