"""The crisis tables of English, German and French: what they find, and what they leave alone.

Only the tables are judged here, without the classifier: lines that no set of any writer holds.
"""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path

import pytest

from bot.understand.classifier.folding import tokens_of
from bot.understand.crisis_phrases import CERTAIN, HARM, machine

LANGUAGES = ("en", "de", "fr")
LINES = Path(__file__).parent / "lines"
LOCALE = Path("bot/locale")
# A compiled table grows with what a phrase stands for, so one phrase stands for no more.
MOST = 25_000
JOKES = ("this deadline is killing me", "ich lach mich tot", "mort de rire")
TRUE = ("and I want to die", "und ich will sterben", "et je veux mourir")


@cache
def table(language: str, key: str) -> tuple[str, ...]:
    text = (LOCALE / language / "crisis.toml").read_text(encoding="utf-8")
    return tuple(tomllib.loads(text)[key])


def is_certain(line: str) -> bool:
    return any(hit.kind in (CERTAIN, HARM) for hit in machine().find(tokens_of(line)))


def stands_for(phrase: str) -> int:
    """How many lines a phrase stands for; the parts around a gap count one by one."""
    return sum(count_choices(part) for part in phrase.split(" … "))


def count_choices(part: str) -> int:
    stack: list[tuple[int, int]] = []
    total, product = 0, 1
    for sign in part:
        if sign == "(":
            stack.append((total, product))
            total, product = 0, 1
        elif sign == "|":
            total, product = total + product, 1
        elif sign == ")":
            inner = total + product
            total, product = stack.pop()
            product *= inner
    assert not stack, part
    return total + product


@pytest.mark.parametrize("language", LANGUAGES)
def test_plain_words_of_distress_are_certain(language: str) -> None:
    lines = (LINES / f"distress_{language}.txt").read_text(encoding="utf-8").splitlines()
    missed = [line for line in lines if not is_certain(line)]
    assert len(missed) <= len(lines) // 10, missed


@pytest.mark.parametrize(
    "line", (LINES / "figures_of_speech.txt").read_text(encoding="utf-8").splitlines()
)
def test_a_figure_of_speech_is_not_certain(line: str) -> None:
    assert not is_certain(line)


@pytest.mark.parametrize("joke", JOKES)
@pytest.mark.parametrize("true", TRUE)
def test_a_true_word_after_a_joke_stays_certain(joke: str, true: str) -> None:
    assert is_certain(f"{joke}, {true}")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("key", ["certain", "maybe", "harm", "harmless"])
def test_a_phrase_stands_for_few_enough_lines(language: str, key: str) -> None:
    assert [each for each in table(language, key) if stands_for(each) > MOST] == []
