"""A client's own choices about the questions, and which of them were asked lately."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta

from bot.domain.question import Question, QuestionPath

# No question comes twice within this time, as long as the set has another one left.
LATELY = timedelta(weeks=8)
# A question of a path comes once a week: its first one at once, each other one after this time.
PATH_EVERY = timedelta(days=6)
# More than any set has: with fewer, a question that was asked long ago would count as new.
MOST_REMEMBERED = 48
NEVER = datetime.min.replace(tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Asked:
    """One question that was asked, at `at` (UTC), by the delivery of that id.

    `words` is a keyed hash of its words: a set that was typed anew asks the same under another id.
    """

    at: datetime
    question: str
    words: str
    delivery: str


@dataclass(frozen=True, slots=True)
class Asking:
    """One client's choices in one engagement. Only the client changes them.

    `depth` goes from 1 (light) to 3 (deep). `struck` holds ids of questions and names of topics
    that are never asked. With `question_set` None, the bot asks the set that the coach suggests.
    `path` is the id of the path that the client has chosen, and `path_at` the place in it of what
    comes next. `recent` has at most one entry for each question, oldest first. `until` is UTC.
    """

    engagement_id: str
    client_id: str
    at: datetime
    until: datetime
    question_set: str | None = None
    depth: int = 2
    struck: tuple[str, ...] = ()
    path: str | None = None
    path_at: int = 0
    recent: tuple[Asked, ...] = ()

    def was_asked(self, new: Asked) -> Asking:
        """Notes that a question was asked. It was asked before: only the newest time counts."""
        others = [one for one in self.recent if one.question != new.question]
        return replace(self, recent=(*others, new)[-MOST_REMEMBERED:])

    def asked_by(self, delivery: str) -> Asked | None:
        """Returns what a delivery asked last. None if it asked nothing that is remembered."""
        return next((one for one in reversed(self.recent) if one.delivery == delivery), None)


def longest_ago(left: Sequence[Question], asked_at: Mapping[str, datetime]) -> Question | None:
    """Returns the first question that was never asked, else the one asked longest ago.

    `asked_at` is when each question was last asked (UTC), by its id. So nothing comes twice before
    everything else came once, whatever was struck or opened meanwhile. None if nothing is left.
    """
    return min(left, key=lambda one: asked_at.get(one.id, NEVER), default=None)


def next_of_path(path: QuestionPath, at: int, left: Sequence[Question]) -> int | None:
    """Returns the place, from `at` on, of the next question that may be asked. None at the end."""
    may = {one.id for one in left}
    places = range(at, len(path.questions))
    return next((place for place in places if path.questions[place].id in may), None)
