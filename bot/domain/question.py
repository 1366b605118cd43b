"""What a client may be asked. The client has the last word: what is struck is never asked."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass
from enum import IntEnum, StrEnum

from bot.domain.words import Words

SET_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*", re.ASCII)
QUESTION_ID = re.compile(rf"{SET_ID.pattern}\.{SET_ID.pattern}", re.ASCII)
FEWEST_OPTIONS, MOST_OPTIONS = 2, 6


class QuestionKind(StrEnum):
    """How a question may be answered, beside the client's own words, which always count."""

    OPEN = "open"
    PROGRESS = "progress"  # done / partly / not yet
    SCALE = "scale"  # 1 to 5
    CHOICES = "choices"


class Depth(IntEnum):
    """How near a question comes. The client's dial is a ceiling that nobody else can lift."""

    LIGHT = 1
    MIDDLE = 2
    DEEP = 3


class Topic(StrEnum):
    """What a question is about, so that a client can close a topic as a whole."""

    WORK = "work"
    PEOPLE = "people"
    FEELINGS = "feelings"
    BODY = "body"
    FUTURE = "future"
    SESSION = "session"


@dataclass(frozen=True, slots=True)
class Question:
    """One question. `id` is "set.name"; `options` belong to CHOICES, `low` and `high` to SCALE.

    Raises ValueError, which names the id at most, when the parts do not fit together.
    """

    id: str
    kind: QuestionKind
    topic: Topic
    depth: Depth
    text: Words
    options: tuple[Words, ...] = ()
    low: Words | None = None
    high: Words | None = None

    def __post_init__(self) -> None:
        if not QUESTION_ID.fullmatch(self.id):
            raise ValueError("a question's id is not of the form set.name")
        if not self.text.text.strip():
            raise ValueError(f"{self.id} has no text")
        if self.kind is QuestionKind.CHOICES:
            self._check_options()
        elif self.options:
            raise ValueError(f"{self.id} has options, which only choices have")
        if (self.low or self.high) and self.kind is not QuestionKind.SCALE:
            raise ValueError(f"{self.id} has ends, which only a scale has")

    def _check_options(self) -> None:
        if not FEWEST_OPTIONS <= len(self.options) <= MOST_OPTIONS:
            raise ValueError(f"{self.id} needs {FEWEST_OPTIONS} to {MOST_OPTIONS} options")
        if len({option.text for option in self.options}) < len(self.options):
            raise ValueError(f"{self.id} offers the same option twice")


@dataclass(frozen=True, slots=True)
class QuestionSet:
    """Questions that belong together, in the order they are asked.

    Raises ValueError when it is empty, an id comes twice, or an id is not under the set's own.
    """

    id: str
    title: Words
    about: Words
    questions: tuple[Question, ...]

    def __post_init__(self) -> None:
        if not SET_ID.fullmatch(self.id):
            raise ValueError("a set's id is lower-case letters, digits and single hyphens")
        ids = [question.id for question in self.questions]
        if not ids or len(set(ids)) < len(ids):
            raise ValueError(f"{self.id} has no question, or one id twice")
        if any(not one.startswith(f"{self.id}.") for one in ids):
            raise ValueError(f"{self.id} holds a question of another set")


def asked(of: QuestionSet, struck: Collection[str], depth: Depth) -> tuple[Question, ...]:
    """What may be asked: neither struck (by question id or topic) nor deeper than the dial."""
    return tuple(
        question
        for question in of.questions
        if question.depth <= depth and question.id not in struck and question.topic not in struck
    )


def next_question(
    of: QuestionSet, struck: Collection[str], depth: Depth, round_number: int
) -> Question | None:
    """Whose turn it is in this round; None when nothing may be asked. The same for the same input.

    Rounds may be counted from any number: consecutive ones go through all that may be asked.
    """
    allowed = asked(of, struck, depth)
    return allowed[round_number % len(allowed)] if allowed else None


def spoken(question: Question) -> str:
    """The question as it is heard: the same words are the same question, whatever its id."""
    return " ".join(question.text.text.casefold().split())
