"""Chooses the questions a client is asked: their own choice, or what their coach suggests."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from functools import cache, lru_cache
from pathlib import Path

from bot.domain.asking import NEVER, PATH_EVERY, Asking, longest_ago, next_of_path
from bot.domain.engagement import Engagement
from bot.domain.question import (
    Around,
    Depth,
    Question,
    QuestionPath,
    QuestionSet,
    asked,
    spoken,
)
from bot.domain.wall_time import to_the_hour
from bot.domain.words import Words
from bot.ports import Transaction
from bot.questions import standard_paths, standard_sets
from bot.questions.files import QuestionFile
from bot.questions.reading import read_sets
from bot.questions.typed import read_typed_set
from bot.rules.coaches import whose_coach_may
from bot.rules.open_steps import open_steps
from bot.settings import Settings
from bot.text import Catalogue

DEFAULT_SET = "weekly"
MOST_OF_OURS = 4_096
# Questions outside any set, each with the key of its sentence.
OUTSIDE = {
    "first.hope": "first-hope",
    "first.worry": "first-worry",
    "session.bring": "prep-question",
    "session.feedback": "feedback-question",
    "step.helped": "step-helped-ask",
}


@dataclass(frozen=True, slots=True)
class ClientQuestions:
    """One client's questions: the set, what the client changed about it, and what is left.

    `around` are the sets that are asked around sessions only, and `path` is the one that the client
    has chosen. `asked_at` is when each question was last asked (UTC), by its id.
    `has_step`: the client has an open step.
    """

    of: QuestionSet
    asking: Asking
    around: Mapping[Around, QuestionSet]
    path: QuestionPath | None
    asked_at: Mapping[str, datetime]
    has_step: bool

    @property
    def depth(self) -> Depth:
        return Depth(self.asking.depth)

    @property
    def left(self) -> tuple[Question, ...]:
        return self.askable(self.of)

    def left_of(self, of: QuestionSet | QuestionPath) -> tuple[Question, ...]:
        return asked(of, self.asking.struck, self.depth)

    def askable(self, of: QuestionSet | QuestionPath) -> tuple[Question, ...]:
        """What is left, without questions about the client's step where none is open."""
        return tuple(one for one in self.left_of(of) if self.has_step or not one.about_step)

    def next(self, now: datetime) -> Question | None:
        """Returns what the next check-in asks: the path once a week, else the set. None if nothing
        is left. `now` is UTC.
        """
        return self._of_path(now) or self.another()

    def another(self, around: Around | None = None) -> Question | None:
        """Returns a question of the set, or of the one around sessions: the longest ago first."""
        of = self.around.get(around) if around else self.of
        left = self.askable(of) if of else ()
        coming = self.coming
        return longest_ago([one for one in left if one not in coming] or left, self.asked_at)

    @property
    def place(self) -> int | None:
        """The place (from 0) of what comes next in the path; None without a path or at its end."""
        if self.path is None:
            return None
        return next_of_path(self.path, self.asking.path_at, self.askable(self.path))

    @property
    def coming(self) -> tuple[Question, ...]:
        """What is still to come in the path."""
        return self.path.questions[self.asking.path_at :] if self.path else ()

    def _of_path(self, now: datetime) -> Question | None:
        place = self.place
        if self.path is None or place is None:
            return None
        before = self.path.questions[: self.asking.path_at]
        last = max((self.asked_at.get(one.id, NEVER) for one in before), default=NEVER)
        return self.path.questions[place] if now - last >= PATH_EVERY else None


async def asked_of(
    tx: Transaction, engagement: Engagement, say: Catalogue, settings: Settings
) -> ClientQuestions:
    """Returns the client's questions in this engagement, in the language of `say`."""
    asking = await asking_of(tx, engagement)
    every = await sets_of(tx, engagement.coach_id, say, settings)
    sets = {one.id: one for one in every if one.around is None}
    around = {one.around: one for one in every if one.around is not None}
    profile = await tx.profile(engagement.coach_id)
    for_one = profile.suggested_to(engagement.id) if profile else None
    wanted = (asking.question_set, for_one, profile.question_set if profile else None)
    chosen = next((sets[one] for one in wanted if one in sets), sets[DEFAULT_SET])
    path = next((one for one in standard_paths(say) if one.id == asking.path), None)
    shown = {one.id: one for of in (chosen, *around.values(), path) if of for one in of.questions}
    prints = {one.id: fingerprint_of(tx, one) for one in shown.values()}
    struck = {*asking.struck, *(one for one, words in prints.items() if words in asking.struck)}
    asking = replace(asking, struck=tuple(sorted(struck)))
    has_step = bool(await open_steps(tx, engagement.id))
    return ClientQuestions(chosen, asking, around, path, _asked_at(asking, prints), has_step)


async def asking_of(tx: Transaction, engagement: Engagement) -> Asking:
    """Returns the client's own choices, or those of somebody who has chosen nothing."""
    asking = await tx.asking(engagement.id)
    began = to_the_hour(engagement.started_at)
    return asking or Asking(engagement.id, engagement.client_id, began, engagement.keeps_until)


def _asked_at(asking: Asking, prints: Mapping[str, str]) -> Mapping[str, datetime]:
    """Returns when each question was asked last, whichever set its words were in then."""
    by_words = {one.words: one.at for one in asking.recent}
    by_id = {one.question: one.at for one in asking.recent}
    newest = {
        name: max(by_id.get(name, NEVER), by_words.get(words, NEVER))
        for name, words in prints.items()
    }
    return {name: at for name, at in newest.items() if at > NEVER}


def fingerprint_of(tx: Transaction, question: Question) -> str:
    """Returns a keyed hash of the words, so that a strike outlives a new version of its set."""
    ours = not question.by_coach
    said = _spoken_by_us(question) if ours else spoken(question)
    return f"words:{tx.keyed_hash('question', said, ours=ours)[:24]}"


@lru_cache(maxsize=MOST_OF_OURS)
def _spoken_by_us(question: Question) -> str:
    """As `spoken`, of a question that no coach worded: those are few, and nobody's words."""
    return spoken(question)


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
    return [*await _typed_sets(tx, coach_id), *_given_sets(say, settings)]


async def _typed_sets(tx: Transaction, coach_id: str) -> list[QuestionSet]:
    """Returns what the coach typed. The id of a question in it begins with a random id."""
    own = [read_typed_set(one.body.text, one.id) for one in await tx.own_questions(coach_id)]
    return [one for one in own if isinstance(one, QuestionSet)]


def _given_sets(say: Catalogue, settings: Settings) -> list[QuestionSet]:
    """Returns the organisation's sets and the standard library, for which nothing is read."""
    files = [one.in_language(say.language) for one in organisation_files(settings.questions)]
    return [*files, *standard_sets(say)]


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
    given = _named(_given_sets(say, settings), name)
    return given or _named(await _typed_sets(tx, engagement.coach_id), name)


def _named(sets: Iterable[QuestionSet], name: str) -> Question | None:
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
