"""Remembers which questions were asked lately, so that none comes again soon."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from bot.domain.asking import Asked, Asking
from bot.domain.engagement import Engagement
from bot.domain.question import Question
from bot.ports import Transaction
from bot.questions import path_questions
from bot.rules.question_choice import asking_of, fingerprint_of


def as_asked(tx: Transaction, question: Question, delivery: str, now: datetime) -> Asked:
    """Returns the note that a delivery asks this question. `now` is UTC."""
    return Asked(now, question.id, fingerprint_of(tx, question), delivery)


async def note_question(tx: Transaction, engagement: Engagement, new: Asked) -> None:
    """Remembers that a question was asked, sealed: see `with_question`."""
    await tx.save_asking(with_question(await asking_of(tx, engagement), new))


def with_question(asking: Asking, new: Asked) -> Asking:
    """The client's choices with a question that was asked; one on in the path if it was the next.

    The time of the row stays: it says when the client last chose something, and nothing else.
    """
    asking = asking.was_asked(new)
    path = path_questions().get(asking.path or "", ())
    if new.question in path[asking.path_at :]:
        at = path.index(new.question) + 1
        over = at == len(path)
        asking = replace(asking, path=None if over else asking.path, path_at=0 if over else at)
    return asking
