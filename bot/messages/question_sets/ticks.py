"""The form in which a client ticks the questions that they may be asked."""

from __future__ import annotations

from collections.abc import Sequence

from bot.chat import Form, ManyField, Option
from bot.domain import actions
from bot.domain.action_argument import mask_of
from bot.domain.asking import Asking
from bot.domain.question import Question, QuestionSet
from bot.text import Catalogue

# A platform draws so many choices of one field as boxes; more become a menu.
IN_ONE_FIELD = 10
MOST_TICK_FIELDS = 10
# A platform shows so many characters of one choice.
IN_ONE_CHOICE = 75
FIELD = "asked-"


def offered(of: QuestionSet, asking: Asking) -> list[tuple[int, Question]]:
    """The questions that a tick decides on, with their numbers: neither too deep nor in a topic
    that the client has closed.
    """
    return [
        (number, one)
        for number, one in enumerate(of.questions, 1)
        if one.depth <= asking.depth and one.topic not in asking.struck
    ]


def stands_alone(of: QuestionSet, number: int, question: Question) -> bool:
    """True if a choice shows the whole question. A coach's own words are quoted above instead."""
    return not of.by_coach and len(f"{number}. {question.text.text}") <= IN_ONE_CHOICE


def form(say: Catalogue, engagement_id: str, of: QuestionSet, asking: Asking) -> Form | None:
    """The form, with all ticked that is asked now. None where no tick would decide anything."""
    shown = offered(of, asking)
    if not shown:
        return None
    ticked = [number for number, one in shown if one.id not in asking.struck]
    fits = max(IN_ONE_FIELD, -(-len(shown) // MOST_TICK_FIELDS))
    parts = [shown[at : at + fits] for at in range(0, len(shown), fits)]
    fields = tuple(
        ManyField(
            f"{FIELD}{place}",
            _label(say, part, alone=len(parts) == 1),
            tuple(Option(str(number), _choice(say, of, number, one)) for number, one in part),
            tuple(str(number) for number, _ in part if number in ticked),
        )
        for place, part in enumerate(parts, 1)
    )
    carried = actions.TICKED(engagement_id, of.id, mask_of(ticked))
    return Form(carried, fields, say("switches-save"))


def _label(say: Catalogue, part: Sequence[tuple[int, Question]], *, alone: bool) -> str:
    if alone:
        return say("questions-ticks")
    return say("questions-ticks-part", first=part[0][0], last=part[-1][0])


def _choice(say: Catalogue, of: QuestionSet, number: int, question: Question) -> str:
    if stands_alone(of, number, question):
        return say("questions-number", number=number, question=question.text)
    return say("questions-tick-number", number=number)
