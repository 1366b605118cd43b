"""The questions a client may be asked. The client decides: a struck question is never asked."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from enum import IntEnum, StrEnum

from bot.domain.check_in import Mark
from bot.domain.complete import complete
from bot.domain.words import Words

SET_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*", re.ASCII)
QUESTION_ID = re.compile(rf"{SET_ID.pattern}\.{SET_ID.pattern}", re.ASCII)
PROGRESS = (Mark.DONE, Mark.PARTLY, Mark.NOT_YET)
STEADY = (Mark.ONE, Mark.TWO, Mark.THREE, Mark.FOUR, Mark.FIVE)
CHOICES = (Mark.A, Mark.B, Mark.C, Mark.D, Mark.E, Mark.F)
FEWEST_OPTIONS, MOST_OPTIONS = 2, len(CHOICES)
PATH_LENGTHS = range(3, 6)


class QuestionKind(StrEnum):
    """The way a question can be answered, beside the client's own words, which always count."""

    OPEN = "open"
    PROGRESS = "progress"
    SCALE = "scale"
    CHOICES = "choices"


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionKindRow:
    """All that the core needs to know of one kind of question.

    `marks` are the taps that answer it. `has_options`: the question words its taps itself, two to
    six of them, and uses as many of `marks`. `has_ends`: its first and last tap may have a name
    (`low` and `high`). `short` stands for the taps where a list shows the question; empty where
    the list shows each label.

    `bot/questions/brackets.py` has one row per kind that says how a coach types it.
    """

    marks: tuple[Mark, ...]
    has_options: bool
    has_ends: bool
    short: str


QUESTION_KINDS: Mapping[QuestionKind, QuestionKindRow] = complete(
    {
        QuestionKind.OPEN: QuestionKindRow(marks=(), has_options=False, has_ends=False, short=""),
        QuestionKind.PROGRESS: QuestionKindRow(
            marks=PROGRESS, has_options=False, has_ends=False, short=""
        ),
        QuestionKind.SCALE: QuestionKindRow(
            marks=STEADY, has_options=False, has_ends=True, short="1-5"
        ),
        QuestionKind.CHOICES: QuestionKindRow(
            marks=CHOICES, has_options=True, has_ends=False, short=""
        ),
    },
    QuestionKind,
)


class Depth(IntEnum):
    """The depth of a question. The client's dial is a ceiling that nobody else can raise."""

    LIGHT = 1
    MIDDLE = 2
    DEEP = 3


class Around(StrEnum):
    """The side of a session on which a set is asked, and only there."""

    BEFORE = "before"
    AFTER = "after"


class Topic(StrEnum):
    """The topic of a question. A client can close a topic as a whole."""

    WORK = "work"
    PEOPLE = "people"
    FEELINGS = "feelings"
    BODY = "body"
    FUTURE = "future"
    SESSION = "session"


@dataclass(frozen=True, slots=True)
class Question:
    """One question. `id` is "set.name"; its kind's row says if it has `options`, `low` and `high`.

    `by_coach`: a coach worded it, so it is only ever shown as a quotation. `more`: one more
    question about the answer may follow, once. `step`: it leads to a small step. `about_step`: it
    asks about the client's own open step, so without one it is not asked.
    Raises ValueError, which quotes no more than the id, when the parts do not fit together.
    """

    id: str
    kind: QuestionKind
    topic: Topic
    depth: Depth
    text: Words
    options: tuple[Words, ...] = ()
    low: Words | None = None
    high: Words | None = None
    by_coach: bool = False
    more: bool = False
    step: bool = False
    about_step: bool = False

    def __post_init__(self) -> None:
        if not QUESTION_ID.fullmatch(self.id):
            raise ValueError("a question's id is not of the form set.name")
        if not self.text.text.strip():
            raise ValueError(f"{self.id} has no text")
        row = QUESTION_KINDS[self.kind]
        if row.has_options:
            self._check_options()
        elif self.options:
            raise ValueError(f"{self.id} has options, which its kind does not have")
        if (self.low or self.high) and not row.has_ends:
            raise ValueError(f"{self.id} has ends, which its kind does not have")

    @property
    def marks(self) -> tuple[Mark, ...]:
        """The taps that answer this question, in the order in which they are shown."""
        row = QUESTION_KINDS[self.kind]
        return row.marks[: len(self.options)] if row.has_options else row.marks

    def _check_options(self) -> None:
        if not FEWEST_OPTIONS <= len(self.options) <= MOST_OPTIONS:
            raise ValueError(f"{self.id} needs {FEWEST_OPTIONS} to {MOST_OPTIONS} options")
        if len({option.text for option in self.options}) < len(self.options):
            raise ValueError(f"{self.id} offers the same option twice")


@dataclass(frozen=True, slots=True)
class QuestionSet:
    """A set of questions, in the order in which they are asked.

    With `around`, it is asked around sessions only, and is nobody's ordinary set.
    Raises ValueError when it is empty, an id comes twice, or an id is not under the set's own.
    """

    id: str
    title: Words
    about: Words
    questions: tuple[Question, ...]
    around: Around | None = None

    def __post_init__(self) -> None:
        if not SET_ID.fullmatch(self.id):
            raise ValueError("a set's id is lower-case letters, digits and single hyphens")
        ids = [question.id for question in self.questions]
        if not ids or len(set(ids)) < len(ids):
            raise ValueError(f"{self.id} has no question, or one id twice")
        if any(not one.startswith(f"{self.id}.") for one in ids):
            raise ValueError(f"{self.id} holds a question of another set")

    @property
    def by_coach(self) -> bool:
        """True if a coach worded it: its title and its questions are only ever quoted."""
        return any(question.by_coach for question in self.questions)


@dataclass(frozen=True, slots=True)
class QuestionPath:
    """Three to five questions in an order that a client can choose: one a week, and out any time.

    Raises ValueError when it has fewer or more questions, or one twice.
    """

    id: str
    title: Words
    about: Words
    questions: tuple[Question, ...]

    def __post_init__(self) -> None:
        if not SET_ID.fullmatch(self.id):
            raise ValueError("a path's id is lower-case letters, digits and single hyphens")
        if len(self.questions) not in PATH_LENGTHS:
            raise ValueError(f"{self.id} has not three to five questions")
        if len({question.id for question in self.questions}) < len(self.questions):
            raise ValueError(f"{self.id} asks a question twice")


def may_ask(question: Question, struck: Collection[str], depth: Depth) -> bool:
    """Tells if a question is neither struck (by its id or topic) nor deeper than the dial."""
    return question.depth <= depth and question.id not in struck and question.topic not in struck


def asked(
    of: QuestionSet | QuestionPath, struck: Collection[str], depth: Depth
) -> tuple[Question, ...]:
    """Returns the questions that may be asked, in their order."""
    return tuple(question for question in of.questions if may_ask(question, struck, depth))


def spoken(question: Question) -> str:
    """Returns the question in lower case with single spaces, to compare it by its words."""
    return " ".join(question.text.text.casefold().split())
