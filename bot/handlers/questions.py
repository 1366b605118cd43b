"""The questions: the client sees and strikes them, the coach suggests and writes sets."""

from __future__ import annotations

from dataclasses import replace

from bot.domain.engagement import Engagement
from bot.domain.profile import OwnQuestions, Profile
from bot.domain.question import Depth, QuestionSet, Topic
from bot.domain.words import Words
from bot.handlers.clients import version_of
from bot.handlers.conversation import Conversation, Reply
from bot.messages import questions as say_questions
from bot.questions.typed import Problem, read_typed_set
from bot.rules.question_choice import ClientQuestions, asked_of, fingerprint_of, sets_of

MOST_OWN = 10


async def show_one(talk: Conversation, engagement_id: str) -> Reply:
    found = await _own(talk, engagement_id)
    return await _shown(talk, found[0]) if found else talk.stale()


async def show(talk: Conversation) -> Reply:
    """Shows a client every question that may be asked, and a coach their sets."""
    shown: Reply = []
    for engagement in await talk.joined():
        shown += await _shown(talk, engagement)
    if await talk.coaches():
        shown += await _offered(talk)
    return shown or talk.note("hello")


async def strike(talk: Conversation, engagement_id: str, number: int) -> Reply:
    """Strikes out a question by its number, or brings it back."""
    found = await _own(talk, engagement_id)
    if found is None:
        return talk.stale()
    engagement, asked = found
    at = number - 1
    if not 0 <= at < len(asked.of.questions):
        return talk.stale()
    question = asked.of.questions[at]
    return await _toggle(talk, engagement, asked, {question.id, fingerprint_of(talk.tx, question)})


async def topics(talk: Conversation, engagement_id: str) -> Reply:
    found = await _own(talk, engagement_id)
    if found is None:
        return talk.stale()
    return [say_questions.topics(talk.say, found[0].id, found[1].asking)]


async def topic(talk: Conversation, engagement_id: str, name: Topic) -> Reply:
    """Strikes out a whole topic in every set, or brings it back."""
    found = await _own(talk, engagement_id)
    if found is None:
        return talk.stale()
    return await _toggle(talk, *found, {name})


async def depth(talk: Conversation, engagement_id: str, level: Depth) -> Reply:
    """Sets the depth. Only the client can do this."""
    found = await _own(talk, engagement_id)
    if found is None:
        return talk.stale()
    engagement, asked = found
    await talk.tx.save_asking(replace(asked.asking, depth=level, at=talk.now))
    return talk.note("questions-done") + await _shown(talk, engagement)


async def others(talk: Conversation, engagement_id: str) -> Reply:
    found = await _own(talk, engagement_id)
    if found is None:
        return talk.stale()
    sets = await sets_of(talk.tx, found[0].coach_id, talk.say, talk.settings)
    return [say_questions.choose(talk.say, found[0].id, sets)]


async def choose(talk: Conversation, engagement_id: str, set_id: str) -> Reply:
    found = await _own(talk, engagement_id)
    if found is None:
        return talk.stale()
    engagement, asked = found
    sets = await sets_of(talk.tx, engagement.coach_id, talk.say, talk.settings)
    if set_id not in {one.id for one in sets}:
        return talk.stale()
    chosen = replace(asked.asking, question_set=set_id, at=talk.now)
    await talk.tx.save_asking(chosen)
    return talk.note("questions-done") + await _shown(talk, engagement)


async def suggest(talk: Conversation, set_id: str) -> Reply:
    """Sets the coach's suggested set. A client may choose another, and nobody is told."""
    sets = {one.id: one for one in await _coachs_sets(talk)}
    if set_id not in sets:
        return talk.stale()
    card = await _card(talk)
    await talk.tx.save_profile(replace(card, question_set=set_id), version_of(talk, card))
    return talk.note("questions-suggested", title=sets[set_id].title)


async def write(talk: Conversation) -> Reply:
    if not await talk.coaches():
        return talk.stale()
    talk.awaits("questions")
    return [say_questions.write(talk.say)]


async def written(talk: Conversation, text: Words) -> Reply:
    """Saves a coach's own set, one question per line, or explains kindly why it cannot."""
    if not await talk.coaches():
        return talk.stale()
    set_id = "own-" + talk.tx.keyed_hash("question_set", talk.chance.new_id())[:12]
    read = read_typed_set(text.text, set_id)
    if isinstance(read, Problem):
        talk.awaits("questions")
        return talk.note(read.key, line=read.line, limit=read.limit)
    own = await talk.tx.own_questions(talk.person.id)
    for old in own[MOST_OWN - 1 :]:
        await talk.tx.remove_own_questions(talk.person.id, old.id)
    mine = OwnQuestions(set_id, talk.person.id, text, talk.now)
    await talk.tx.save_own_questions(mine)
    return [say_questions.written(talk.say, read)]


async def remove(talk: Conversation, set_id: str) -> Reply:
    own = {one.id for one in await talk.tx.own_questions(talk.person.id)}
    if set_id not in own:
        return talk.stale()
    await talk.tx.remove_own_questions(talk.person.id, set_id)
    return talk.note("questions-removed")


async def _shown(talk: Conversation, engagement: Engagement) -> Reply:
    asked = await asked_of(talk.tx, engagement, talk.say, talk.settings)
    chosen = asked.asking.question_set == asked.of.id
    card = await talk.tx.profile(engagement.coach_id)
    suggested = card is not None and card.question_set == asked.of.id and not chosen
    coach = await talk.coach_name(engagement) if suggested else None
    return [say_questions.show(talk.say, engagement.id, asked.of, asked.asking, asked.left, coach)]


async def _toggle(
    talk: Conversation, engagement: Engagement, asked: ClientQuestions, what: set[str]
) -> Reply:
    before = set(asked.asking.struck)
    struck = before - what if before & what else before | what
    changed = replace(asked.asking, struck=tuple(sorted(struck)), at=talk.now)
    await talk.tx.save_asking(replace(changed, until=engagement.keeps_until))
    return talk.note("questions-done") + await _shown(talk, engagement)


async def _offered(talk: Conversation) -> Reply:
    card = await talk.tx.profile(talk.person.id)
    own = {one.id for one in await talk.tx.own_questions(talk.person.id)}
    now = card.question_set if card else None
    return [say_questions.for_coach(talk.say, await _coachs_sets(talk), own, now)]


async def _coachs_sets(talk: Conversation) -> list[QuestionSet]:
    if not await talk.coaches():
        return []
    return await sets_of(talk.tx, talk.person.id, talk.say, talk.settings)


async def _card(talk: Conversation) -> Profile:
    nothing = Words("")
    empty = Profile(talk.person.id, talk.now, nothing, nothing, nothing, nothing)
    return await talk.tx.profile(talk.person.id) or empty


async def _own(talk: Conversation, engagement_id: str) -> tuple[Engagement, ClientQuestions] | None:
    engagement = next((e for e in await talk.joined() if e.id == engagement_id), None)
    if engagement is None:
        return None
    return engagement, await asked_of(talk.tx, engagement, talk.say, talk.settings)
