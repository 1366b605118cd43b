"""The questions that a client may be asked: they see them, strike them, and choose others."""

from __future__ import annotations

from dataclasses import replace

from bot.domain.engagement import Engagement
from bot.domain.question import Depth, QuestionSet, Topic
from bot.handlers.conversation import Conversation, Reply
from bot.handlers.question_sets import typed_sets
from bot.messages import questions as say_questions
from bot.rules.question_choice import ClientQuestions, asked_of, fingerprint_of, sets_of


async def show_one(talk: Conversation, engagement_id: str) -> Reply:
    found = await own(talk, engagement_id)
    return await shown(talk, found[0]) if found else talk.stale()


async def show(talk: Conversation) -> Reply:
    """Shows a client every question that may be asked, and a coach their sets."""
    reply: Reply = []
    for engagement in await talk.joined():
        reply += await shown(talk, engagement)
    if await talk.coaches():
        reply += await typed_sets.offered(talk)
    return reply or talk.note("hello")


async def look(talk: Conversation, engagement_id: str, set_id: str) -> Reply:
    """Shows a set that is asked around sessions: the client strikes there, too."""
    found = await own(talk, engagement_id)
    of = _around(found[1], set_id) if found else None
    return await shown(talk, found[0], of) if found and of else talk.stale()


async def strike(talk: Conversation, engagement_id: str, number: int) -> Reply:
    """Strikes out a question of the client's own set by its number, or brings it back."""
    found = await own(talk, engagement_id)
    return await _strike(talk, *found, found[1].of, number) if found else talk.stale()


async def strike_in(talk: Conversation, engagement_id: str, set_id: str, number: int) -> Reply:
    """Strikes out a question of the set that was shown, while the client may still be asked it."""
    found = await own(talk, engagement_id)
    if found is None:
        return talk.stale()
    of = set_shown(found[1], set_id)
    return await _strike(talk, *found, of, number) if of else talk.stale()


async def _strike(
    talk: Conversation,
    engagement: Engagement,
    asked: ClientQuestions,
    of: QuestionSet,
    number: int,
) -> Reply:
    at = number - 1
    if not 0 <= at < len(of.questions):
        return talk.stale()
    question = of.questions[at]
    struck = {question.id, fingerprint_of(talk.tx, question)}
    return await _toggle(talk, engagement, asked, struck, of)


def set_shown(asked: ClientQuestions, set_id: str) -> QuestionSet | None:
    """The set with this id, if the client may be asked it: their own, or one around sessions."""
    return asked.of if asked.of.id == set_id else _around(asked, set_id)


def _around(asked: ClientQuestions, set_id: str) -> QuestionSet | None:
    return next((one for one in asked.around.values() if one.id == set_id), None)


async def topics(talk: Conversation, engagement_id: str) -> Reply:
    found = await own(talk, engagement_id)
    if found is None:
        return talk.stale()
    return [say_questions.topics(talk.say, found[0].id, found[1].asking)]


async def topic(talk: Conversation, engagement_id: str, name: Topic) -> Reply:
    """Strikes out a whole topic in every set, or brings it back."""
    found = await own(talk, engagement_id)
    if found is None:
        return talk.stale()
    return await _toggle(talk, *found, {name})


async def depth(talk: Conversation, engagement_id: str, level: Depth) -> Reply:
    """Sets the depth. Only the client can do this."""
    found = await own(talk, engagement_id)
    if found is None:
        return talk.stale()
    engagement, asked = found
    await talk.tx.save_asking(replace(asked.asking, depth=level, at=talk.now))
    return talk.note("questions-done") + await shown(talk, engagement)


async def others(talk: Conversation, engagement_id: str) -> Reply:
    found = await own(talk, engagement_id)
    if found is None:
        return talk.stale()
    sets = await sets_of(talk.tx, found[0].coach_id, talk.say, talk.settings)
    return [say_questions.choose(talk.say, found[0].id, sets)]


async def choose(talk: Conversation, engagement_id: str, set_id: str) -> Reply:
    found = await own(talk, engagement_id)
    if found is None:
        return talk.stale()
    engagement, asked = found
    sets = await sets_of(talk.tx, engagement.coach_id, talk.say, talk.settings)
    if set_id not in {one.id for one in sets if one.around is None}:
        return talk.stale()
    chosen = replace(asked.asking, question_set=set_id, at=talk.now)
    await talk.tx.save_asking(chosen)
    return talk.note("questions-done") + await shown(talk, engagement)


async def shown(talk: Conversation, engagement: Engagement, of: QuestionSet | None = None) -> Reply:
    """Shows the client's set, or `of`, one that is asked around sessions."""
    asked = await asked_of(talk.tx, engagement, talk.say, talk.settings)
    of = of or asked.of
    chosen = asked.asking.question_set == of.id or of.around is not None
    card = await talk.tx.profile(engagement.coach_id)
    suggested = card is not None and card.suggested_to(engagement.id) == of.id and not chosen
    coach = await talk.coach_name(engagement) if suggested else None
    left = asked.left_of(of)
    return [say_questions.show(talk.say, engagement.id, of, asked.asking, left, coach)]


async def _toggle(
    talk: Conversation,
    engagement: Engagement,
    asked: ClientQuestions,
    what: set[str],
    of: QuestionSet | None = None,
) -> Reply:
    before = set(asked.asking.struck)
    struck = before - what if before & what else before | what
    return await strikes(talk, engagement, asked, struck, of)


async def strikes(
    talk: Conversation,
    engagement: Engagement,
    asked: ClientQuestions,
    struck: set[str],
    of: QuestionSet | None,
) -> Reply:
    """Saves all that the client leaves out, and shows the questions again."""
    changed = replace(asked.asking, struck=tuple(sorted(struck)), at=talk.now)
    await talk.tx.save_asking(replace(changed, until=engagement.keeps_until))
    return talk.note("questions-done") + await shown(talk, engagement, of)


async def own(talk: Conversation, engagement_id: str) -> tuple[Engagement, ClientQuestions] | None:
    engagement = next((e for e in await talk.joined() if e.id == engagement_id), None)
    if engagement is None:
        return None
    return engagement, await asked_of(talk.tx, engagement, talk.say, talk.settings)
