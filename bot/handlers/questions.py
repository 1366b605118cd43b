"""The questions: the client sees and strikes them, the coach suggests and writes sets."""

from __future__ import annotations

from dataclasses import replace

from bot.domain.engagement import Engagement, EngagementState
from bot.domain.profile import OwnQuestions, Profile
from bot.domain.question import Depth, QuestionSet, Topic
from bot.domain.words import Words
from bot.handlers.clients import version_of
from bot.handlers.conversation import Conversation, Reply
from bot.messages import questions as say_questions
from bot.questions.typed import Problem, read_typed_set
from bot.rules.question_choice import ClientQuestions, asked_of, fingerprint_of, sets_of

MOST_OWN = 10


async def show_one(conversation: Conversation, engagement_id: str) -> Reply:
    found = await _own(conversation, engagement_id)
    return await _shown(conversation, found[0]) if found else conversation.stale()


async def show(conversation: Conversation) -> Reply:
    """Shows a client every question that may be asked, and a coach their sets."""
    shown: Reply = []
    for engagement in await _joined(conversation):
        shown += await _shown(conversation, engagement)
    if await conversation.tx.has_invited(conversation.person.id):
        shown += await _offered(conversation)
    return shown or conversation.note("hello")


async def strike(conversation: Conversation, engagement_id: str, number: int) -> Reply:
    """Strikes out a question by its number, or brings it back."""
    found = await _own(conversation, engagement_id)
    if found is None:
        return conversation.stale()
    engagement, asked = found
    at = number - 1
    if not 0 <= at < len(asked.of.questions):
        return conversation.stale()
    question = asked.of.questions[at]
    return await _toggle(
        conversation, engagement, asked, {question.id, fingerprint_of(conversation.tx, question)}
    )


async def topics(conversation: Conversation, engagement_id: str) -> Reply:
    found = await _own(conversation, engagement_id)
    if found is None:
        return conversation.stale()
    return [say_questions.topics(conversation.say, found[0].id, found[1].asking)]


async def topic(conversation: Conversation, engagement_id: str, name: Topic) -> Reply:
    """Strikes out a whole topic in every set, or brings it back."""
    found = await _own(conversation, engagement_id)
    if found is None:
        return conversation.stale()
    return await _toggle(conversation, *found, {name})


async def depth(conversation: Conversation, engagement_id: str, level: Depth) -> Reply:
    """Sets the depth. Only the client can do this."""
    found = await _own(conversation, engagement_id)
    if found is None:
        return conversation.stale()
    engagement, asked = found
    await conversation.tx.save_asking(replace(asked.asking, depth=level, at=conversation.now))
    return conversation.note("questions-done") + await _shown(conversation, engagement)


async def others(conversation: Conversation, engagement_id: str) -> Reply:
    found = await _own(conversation, engagement_id)
    if found is None:
        return conversation.stale()
    sets = await sets_of(
        conversation.tx, found[0].coach_id, conversation.say, conversation.settings
    )
    return [say_questions.choose(conversation.say, found[0].id, sets)]


async def choose(conversation: Conversation, engagement_id: str, set_id: str) -> Reply:
    found = await _own(conversation, engagement_id)
    if found is None:
        return conversation.stale()
    engagement, asked = found
    sets = await sets_of(
        conversation.tx, engagement.coach_id, conversation.say, conversation.settings
    )
    if set_id not in {one.id for one in sets}:
        return conversation.stale()
    chosen = replace(asked.asking, question_set=set_id, at=conversation.now)
    await conversation.tx.save_asking(chosen)
    return conversation.note("questions-done") + await _shown(conversation, engagement)


async def suggest(conversation: Conversation, set_id: str) -> Reply:
    """Sets the coach's suggested set. A client may choose another, and nobody is told."""
    sets = {one.id: one for one in await _coachs_sets(conversation)}
    if set_id not in sets:
        return conversation.stale()
    card = await _card(conversation)
    await conversation.tx.save_profile(
        replace(card, question_set=set_id), version_of(conversation, card)
    )
    return conversation.note("questions-suggested", title=sets[set_id].title.text)


async def write(conversation: Conversation) -> Reply:
    if not await conversation.tx.has_invited(conversation.person.id):
        return conversation.stale()
    conversation.awaits("questions")
    return [say_questions.write(conversation.say)]


async def written(conversation: Conversation, text: Words) -> Reply:
    """Saves a coach's own set, one question per line, or explains kindly why it cannot."""
    set_id = "own-" + conversation.tx.keyed_hash("question_set", conversation.chance.new_id())[:12]
    read = read_typed_set(text.text, set_id)
    if isinstance(read, Problem):
        conversation.awaits("questions")
        return conversation.note(read.key, line=read.line, limit=read.limit)
    own = await conversation.tx.own_questions(conversation.person.id)
    for old in own[MOST_OWN - 1 :]:
        await conversation.tx.remove_own_questions(conversation.person.id, old.id)
    mine = OwnQuestions(set_id, conversation.person.id, text, conversation.now)
    await conversation.tx.save_own_questions(mine)
    return [say_questions.written(conversation.say, read)]


async def remove(conversation: Conversation, set_id: str) -> Reply:
    own = {one.id for one in await conversation.tx.own_questions(conversation.person.id)}
    if set_id not in own:
        return conversation.stale()
    await conversation.tx.remove_own_questions(conversation.person.id, set_id)
    return conversation.note("questions-removed")


async def _shown(conversation: Conversation, engagement: Engagement) -> Reply:
    asked = await asked_of(conversation.tx, engagement, conversation.say, conversation.settings)
    chosen = asked.asking.question_set == asked.of.id
    card = await conversation.tx.profile(engagement.coach_id)
    suggested = card is not None and card.question_set == asked.of.id and not chosen
    coach = await conversation.coach_name(engagement) if suggested else None
    return [
        say_questions.show(
            conversation.say, engagement.id, asked.of, asked.asking, asked.left, coach
        )
    ]


async def _toggle(
    conversation: Conversation, engagement: Engagement, asked: ClientQuestions, what: set[str]
) -> Reply:
    before = set(asked.asking.struck)
    struck = before - what if before & what else before | what
    changed = replace(asked.asking, struck=tuple(sorted(struck)), at=conversation.now)
    await conversation.tx.save_asking(replace(changed, until=engagement.keeps_until))
    return conversation.note("questions-done") + await _shown(conversation, engagement)


async def _offered(conversation: Conversation) -> Reply:
    card = await conversation.tx.profile(conversation.person.id)
    own = {one.id for one in await conversation.tx.own_questions(conversation.person.id)}
    now = card.question_set if card else None
    return [say_questions.for_coach(conversation.say, await _coachs_sets(conversation), own, now)]


async def _coachs_sets(conversation: Conversation) -> list[QuestionSet]:
    if not await conversation.tx.has_invited(conversation.person.id):
        return []
    return await sets_of(
        conversation.tx, conversation.person.id, conversation.say, conversation.settings
    )


async def _card(conversation: Conversation) -> Profile:
    nothing = Words("")
    empty = Profile(conversation.person.id, conversation.now, nothing, nothing, nothing, nothing)
    return await conversation.tx.profile(conversation.person.id) or empty


async def _joined(conversation: Conversation) -> list[Engagement]:
    mine = await conversation.engagements()
    return [e for e in mine if e.state is not EngagementState.OFFERED]


async def _own(
    conversation: Conversation, engagement_id: str
) -> tuple[Engagement, ClientQuestions] | None:
    engagement = next((e for e in await _joined(conversation) if e.id == engagement_id), None)
    if engagement is None:
        return None
    return engagement, await asked_of(
        conversation.tx, engagement, conversation.say, conversation.settings
    )
