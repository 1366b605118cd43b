"""Chooses the questions a client is asked: their own choice, or what their coach suggests."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from bot.domain.asking import Asking
from bot.domain.engagement import Engagement
from bot.domain.question import Depth, Question, QuestionSet, asked, next_question, spoken
from bot.domain.wall_time import to_the_hour
from bot.domain.words import Words
from bot.ports import Transaction
from bot.questions import standard_sets
from bot.questions.files import QuestionFile
from bot.questions.reading import read_sets
from bot.questions.typed import read_typed_set
from bot.rules.coaches import whose_coach_may
from bot.settings import Settings
from bot.text import Catalogue

DEFAULT_SET = "weekly"
# Questions outside any set, each with the key of its sentence.
OUTSIDE = {
    "first.hope": "first-hope",
    "first.worry": "first-worry",
    "session.bring": "prep-question",
    "session.feedback": "feedback-question",
}


@dataclass(frozen=True, slots=True)
class ClientQuestions:
    """One client's questions: the set, what the client changed about it, and what is left."""

    of: QuestionSet
    asking: Asking

    @property
    def depth(self) -> Depth:
        return Depth(self.asking.depth)

    @property
    def left(self) -> tuple[Question, ...]:
        return asked(self.of, self.asking.struck, self.depth)

    def of_round(self, number: int) -> Question | None:
        """Returns the question of this round. None when nothing is left."""
        return next_question(self.of, self.asking.struck, self.depth, number)


async def asked_of(
    tx: Transaction, engagement: Engagement, say: Catalogue, settings: Settings
) -> ClientQuestions:
    """Returns the client's questions in this engagement, in the language of `say`."""
    asking = await tx.asking(engagement.id)
    if asking is None:
        began = to_the_hour(engagement.started_at)
        asking = Asking(engagement.id, engagement.client_id, began, engagement.keeps_until)
    sets = {one.id: one for one in await sets_of(tx, engagement.coach_id, say, settings)}
    profile = await tx.profile(engagement.coach_id)
    wanted = (asking.question_set, profile.question_set if profile else None)
    chosen = next((sets[one] for one in wanted if one in sets), sets[DEFAULT_SET])
    return ClientQuestions(chosen, replace(asking, struck=_struck(tx, chosen, asking.struck)))


def fingerprint_of(tx: Transaction, question: Question) -> str:
    """Returns a keyed hash of the words, so that a strike outlives a new version of its set."""
    return f"words:{tx.keyed_hash('question', spoken(question))[:24]}"


def _struck(tx: Transaction, of: QuestionSet, struck: Sequence[str]) -> tuple[str, ...]:
    again = (one.id for one in of.questions if fingerprint_of(tx, one) in struck)
    return tuple(sorted({*struck, *again}))


async def sets_of(
    tx: Transaction, coach_id: str, say: Catalogue, settings: Settings
) -> list[QuestionSet]:
    """Returns all sets that this coach's clients can choose from.

    First the coach's own, then the organisation's, then the standard library. What somebody wrote
    who may not coach now is asked of nobody, so it is left out.
    """
    sets = await _stored_sets(tx, coach_id, say, settings)
    may = await whose_coach_may(tx, settings, coach_id)
    return [one for one in sets if may or not one.by_coach]


async def _stored_sets(
    tx: Transaction, coach_id: str, say: Catalogue, settings: Settings
) -> list[QuestionSet]:
    own = [read_typed_set(one.body.text, one.id) for one in await tx.own_questions(coach_id)]
    files = [one.in_language(say.language) for one in organisation_files(settings.questions)]
    written = [one for one in own if isinstance(one, QuestionSet)]
    return [*written, *files, *standard_sets(say)]


async def question_named(
    tx: Transaction,
    engagement: Engagement,
    say: Catalogue,
    settings: Settings,
    name: str | None,
) -> Question | None:
    """Finds the question of that id in any set of this engagement. None where it is gone.

    It was asked already, so it is found also while its coach may not coach.
    """
    if name is None or name in OUTSIDE:
        return None
    sets = await _stored_sets(tx, engagement.coach_id, say, settings)
    questions = (question for one in sets for question in one.questions)
    return next((question for question in questions if question.id == name), None)


async def all_questions(
    tx: Transaction, engagement: Engagement, say: Catalogue, settings: Settings
) -> Mapping[str, Question]:
    """Returns every question of a set that this engagement's client can choose from, by its id."""
    sets = await _stored_sets(tx, engagement.coach_id, say, settings)
    return {question.id: question for one in sets for question in one.questions}


def wording_of(say: Catalogue, name: str | None, question: Question | None) -> Words | None:
    """Returns the words that were asked, also of a question outside any set. None if unknown."""
    if question is not None:
        return question.text
    return Words(say(OUTSIDE[name])) if name in OUTSIDE else None


@cache
def organisation_files(folder: Path | None) -> tuple[QuestionFile, ...]:
    """Reads the organisation's reviewed sets once. Raises QuestionFilesError, as `read_sets`."""
    return read_sets(folder) if folder else ()
