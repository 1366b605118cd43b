"""Reads a question set as a coach types it in chat: a title, then one question on each line."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass

from bot.domain.complete import complete
from bot.domain.question import MOST_OPTIONS, Depth, Question, QuestionSet, Topic
from bot.domain.words import Words
from bot.questions.brackets import Bracketed, ProblemKind, read_brackets
from bot.questions.files import OPTION_LIMIT, TEXT_LIMIT, TITLE_LIMIT, hides

QUESTIONS_LIMIT = 8
BULLET = re.compile(r"(?:[-*•·–—・]|\d{1,2}(?:[)．、]|\.(?!\d))) *(?=\S)")
# The limit that the sentence of each problem names, 0 where it names none.
LIMITS: Mapping[ProblemKind, int] = complete(
    {
        ProblemKind.NO_TITLE: 0,
        ProblemKind.TITLE_TOO_LONG: TITLE_LIMIT,
        ProblemKind.NO_QUESTIONS: 0,
        ProblemKind.TOO_MANY_QUESTIONS: QUESTIONS_LIMIT,
        ProblemKind.QUESTION_TOO_LONG: TEXT_LIMIT,
        ProblemKind.NO_TEXT: 0,
        ProblemKind.NOT_A_SCALE: 0,
        ProblemKind.TOO_MANY_OPTIONS: MOST_OPTIONS,
        ProblemKind.EMPTY_OPTION: 0,
        ProblemKind.OPTION_TOO_LONG: OPTION_LIMIT,
        ProblemKind.SAME_OPTION: 0,
        ProblemKind.SAME_QUESTION: 0,
    },
    ProblemKind,
)


@dataclass(frozen=True, slots=True)
class Problem:
    """The first problem of a typed set; `line` counts from 1, as typed, empty lines included."""

    kind: ProblemKind
    line: int

    @property
    def key(self) -> str:
        """The catalogue's key of its sentence, which takes `line` and `limit`."""
        return f"own-set-{self.kind.value}"

    @property
    def limit(self) -> int:
        """The limit that the sentence names, 0 where it names none."""
        return LIMITS[self.kind]


def read_typed_set(
    text: str,
    set_id: str = "own",
    depth: Depth = Depth.MIDDLE,
    topic: Topic = Topic.SESSION,
) -> QuestionSet | Problem:
    """Reads a coach's own set, with an empty `about`, or returns its first problem.

    Question ids count from `<set_id>.1`, so a set that is typed anew needs an id of its own.
    `depth` and `topic` hold for every question: nothing typed can make one lighter.
    """
    numbered = ((number, _clean(line)) for number, line in enumerate(text.splitlines(), 1))
    lines = [(number, line) for number, line in numbered if line]
    if (problem := _frame_problem(lines)) is not None:
        return problem
    questions: list[Question] = []
    for number, line in lines[1:]:
        question = _question(line, f"{set_id}.{len(questions) + 1}", depth, topic)
        if isinstance(question, ProblemKind):
            return Problem(question, number)
        if any(question.text == other.text for other in questions):
            return Problem(ProblemKind.SAME_QUESTION, number)
        questions.append(question)
    return QuestionSet(set_id, Words(lines[0][1]), Words(""), tuple(questions))


def _frame_problem(lines: list[tuple[int, str]]) -> Problem | None:
    """Returns the problem of the title or of the number of questions, or None."""
    if not lines:
        return Problem(ProblemKind.NO_TITLE, 1)
    first, title = lines[0]
    # A question on the first line means that the title was left out: it must not become the title.
    asks = title.endswith(("?", "？")) or read_brackets(title) != Bracketed(title)
    if asks or not any(sign.isalnum() for sign in title):
        return Problem(ProblemKind.NO_TITLE, first)
    if len(title) > TITLE_LIMIT:
        return Problem(ProblemKind.TITLE_TOO_LONG, first)
    if len(lines) == 1:
        return Problem(ProblemKind.NO_QUESTIONS, first)
    if len(lines) > QUESTIONS_LIMIT + 1:
        return Problem(ProblemKind.TOO_MANY_QUESTIONS, lines[QUESTIONS_LIMIT + 1][0])
    return None


def _question(line: str, question_id: str, depth: Depth, topic: Topic) -> Question | ProblemKind:
    if len(line) > TEXT_LIMIT:
        return ProblemKind.QUESTION_TOO_LONG
    found = read_brackets(line)
    if isinstance(found, ProblemKind):
        return found
    if not any(sign.isalpha() for sign in found.text):
        return ProblemKind.NO_TEXT
    low, high = (Words(end) for end in found.ends) if found.ends else (None, None)
    return Question(
        id=question_id,
        kind=found.kind,
        topic=topic,
        depth=depth,
        text=Words(found.text),
        options=tuple(Words(option) for option in found.options),
        low=low,
        high=high,
        by_coach=True,
        more=found.more,
    )


def _clean(line: str) -> str:
    """Returns the line without a bullet, without signs that hide or turn text, single-spaced."""
    spaced = ("\n" if unicodedata.category(sign) == "Cc" else sign for sign in line)
    shown = "".join(sign for sign in spaced if sign == "\n" or not hides(sign))
    line = " ".join(shown.split())
    bullet = BULLET.match(line)
    return line[bullet.end() :] if bullet else line
