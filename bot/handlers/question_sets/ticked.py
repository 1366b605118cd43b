"""What a client has ticked in the form of their questions: what is unticked is left out."""

from __future__ import annotations

from bot.chat import Submitted
from bot.domain.action_argument import numbers_in
from bot.domain.question import QuestionSet
from bot.handlers import questions
from bot.handlers.conversation import Conversation, Reply
from bot.messages.question_sets.ticks import FIELD
from bot.rules.question_choice import fingerprint_of


async def save(talk: Conversation, engagement_id: str, set_id: str, drawn: str) -> Reply:
    """Handles the form. `drawn` is what was ticked when it was drawn.

    Only what the person changed counts, so that an old form undoes nothing.
    """
    found = await questions.own(talk, engagement_id)
    of = questions.set_shown(found[1], set_id) if found else None
    if found is None or of is None:
        return talk.stale()
    before, ticked = numbers_in(drawn), _ticked(talk)
    left_out, back = _names(talk, of, before - ticked), _names(talk, of, ticked - before)
    struck = (set(found[1].asking.struck) | left_out) - back
    if struck == set(found[1].asking.struck):
        return talk.note("switches-same") + await questions.shown(talk, found[0], of)
    return await questions.strikes(talk, *found, struck, of)


def _ticked(talk: Conversation) -> set[int]:
    what = talk.event.what
    values = what.values if isinstance(what, Submitted) else {}
    given = (one for name in values if name.startswith(FIELD) for one in values[name].split(","))
    return {int(one) for one in given if one.isascii() and one.isdecimal()}


def _names(talk: Conversation, of: QuestionSet, numbers: set[int]) -> set[str]:
    """What a strike of these questions is stored as: the question, and its words."""
    chosen = [one for number, one in enumerate(of.questions, 1) if number in numbers]
    return {name for one in chosen for name in (one.id, fingerprint_of(talk.tx, one))}
