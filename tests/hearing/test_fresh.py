"""What `make hearing` writes belongs to the tables and sets that are there."""

from __future__ import annotations

import numpy as np
import pytest

from bot.understand.classifier.folding import tokens_of
from bot.understand.classifier.weights import Weights, parse
from bot.understand.classifier.windows import LINES
from bot.understand.crisis_phrases import Hit, PhraseMachine
from bot.understand.questions import TOPICS
from tests.hearing import compile_phrases, train
from tests.hearing.sets import Line

TABLE = """
certain = ["(want|wish) (to die|(no|never) more)", "kill … myself"]
maybe = ["give up"]
harm = ["kill him"]
harmless = ["want to die laughing"]
"""
JAPANESE = 'spaces = false\ncertain = ["死にたい", "死…たい"]'


@pytest.mark.parametrize("name", [LINES, TOPICS])
def test_the_weights_were_trained_from_these_sets(name: str) -> None:
    text = (train.FOLDER / name).read_text(encoding="utf-8")
    assert f"# made from: {train.digest()}\n" in text, "run: make hearing"


def test_the_machine_was_made_from_these_tables() -> None:
    text = compile_phrases.TARGET.read_text(encoding="utf-8")
    assert f"# made from: {compile_phrases.digest()}\n" in text, "run: make hearing"


def _kinds(line: str) -> list[str]:
    machine = PhraseMachine(compile_phrases.compiled([TABLE, JAPANESE], "test"))
    return sorted(hit.kind for hit in machine.find(tokens_of(line)))


@pytest.mark.parametrize(
    ("line", "kinds"),
    [
        ("i want to die", ["certain"]),
        ("wish never more", ["certain"]),
        ("i want to die laughing", []),
        ("i want to die laughing and want to die", ["certain"]),
        ("kill myself", ["certain"]),
        ("kill one two three myself", ["certain"]),
        ("kill one two three four myself", []),
        ("i give up, kill him", ["harm", "maybe"]),
        ("もう死にたい", ["certain", "certain"]),
        ("死んでしまいたい", ["certain"]),
        ("死ぬほど食べて遊んでいたい", []),
        ("wanting to dye", []),
    ],
)
def test_phrases_choices_and_gaps_are_found_and_harmless_words_blank_only_themselves(
    line: str, kinds: list[str]
) -> None:
    assert _kinds(line) == kinds


@pytest.mark.parametrize("phrase", ["(a|b", "a|b)", "(a|)"])
def test_a_phrase_that_cannot_be_meant_is_refused(phrase: str) -> None:
    with pytest.raises(ValueError, match="phrase"):
        compile_phrases.compiled([f'certain = ["{phrase}"]'], "test")


def test_the_same_tables_give_the_same_bytes() -> None:
    once, twice = (compile_phrases.compiled([TABLE, JAPANESE], "x") for _ in range(2))
    assert once == twice


def _few_lines() -> list[Line]:
    kinds = ("distress certain", "harm to others", "stop", "question", "words", "look-alike")
    return [
        Line(f"{kind} {word} line", kind, "writer", "en", kind, "ai" if kind == "question" else "")
        for kind in kinds
        for word in ("one", "two", "three")
    ]


def test_training_twice_gives_the_same_bytes_and_the_file_is_read_back() -> None:
    lines = _few_lines()
    once, twice = (train.as_text(train.trained(lines), "x") for _ in range(2))
    assert once == twice
    read = parse(once)
    assert isinstance(read, Weights)
    assert read.heads == tuple(train.HEADS)
    assert np.isfinite(read.scale).all()


def test_a_hit_names_its_tokens() -> None:
    machine = PhraseMachine(compile_phrases.compiled([TABLE], "test"))
    assert machine.find(["i", "give", "up"]) == [Hit("maybe", 1, 3)]
