"""Decides what an answer is an answer to, and with that what stands beside its quote."""

from __future__ import annotations

from collections.abc import Collection

from bot.domain.check_in import BESIDE, Answer, AnswerKind, Beside
from bot.domain.question import Question
from bot.domain.words import Words
from bot.understand import names_a_loss

FIRST_QUESTIONS = ("first.hope", "first.worry")
FEEDBACK = "session.feedback"


def is_heavy(words: Words | None, *, heavy: bool, heard: Collection[str] = ()) -> bool:
    """True for words that name a loss; with `heavy`, for any words: they came so. Never raises.

    `heard` are the texts about which `heavy` says it already.
    """
    if words is None:
        return False
    return heavy or (words.text not in heard and names_a_loss(words.text))


def kind_of(name: str | None, question: Question | None, *, heavy: bool) -> AnswerKind:
    """The kind of an answer to the question with the id `name`; None where nobody asked.

    `heavy`: its words name a loss (see `is_heavy`). Feedback is written to be shared, so a loss in
    it does not hide that.
    """
    if name == FEEDBACK:
        return AnswerKind.FEEDBACK
    if heavy:
        return AnswerKind.HEAVY
    if name is None:
        return AnswerKind.FREE
    if name in FIRST_QUESTIONS:
        return AnswerKind.FIRST
    leads = question is not None and question.step
    return AnswerKind.LEADING if leads else AnswerKind.ANSWER


def beside(answer: Answer, question: Question | None, *, heavy: bool) -> Beside:
    """What stands beside a stored answer."""
    heavy = is_heavy(answer.words, heavy=heavy)
    return BESIDE[kind_of(answer.question, question, heavy=heavy)]
