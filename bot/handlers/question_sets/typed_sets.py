"""A coach's question sets: suggested, typed in chat, and looked through before they are saved."""

from __future__ import annotations

from dataclasses import replace

from bot.chat import Submitted
from bot.domain.profile import OwnQuestions, Profile
from bot.domain.question import QuestionSet
from bot.domain.words import Words
from bot.handlers.clients import version_of
from bot.handlers.conversation import Conversation, Reply
from bot.messages.question_sets import typed_sets as say_sets
from bot.questions.typed import Problem, read_typed_set
from bot.questions.ways_of_asking import ways_in
from bot.rules.question_choice import sets_of

MOST_OWN = 10


async def offered(talk: Conversation) -> Reply:
    """Shows a coach the sets that they can suggest."""
    card = await talk.tx.profile(talk.person.id)
    own = {one.id for one in await talk.tx.own_questions(talk.person.id)}
    now = card.question_set if card else None
    return [say_sets.for_coach(talk.say, await coachs_sets(talk), own, now)]


async def suggest(talk: Conversation, set_id: str) -> Reply:
    """Sets the coach's suggested set. A client may choose another, and nobody is told."""
    sets = {one.id: one for one in await coachs_sets(talk)}
    if set_id not in sets:
        return talk.stale()
    card = await card_of(talk)
    await talk.tx.save_profile(replace(card, question_set=set_id), version_of(talk, card))
    return talk.note("questions-suggested", title=sets[set_id].title)


async def write(talk: Conversation) -> Reply:
    if not await talk.coaches():
        return talk.stale()
    talk.awaits("questions")
    return [say_sets.write(talk.say)]


async def written(talk: Conversation, text: Words) -> Reply:
    """Saves a coach's own set, one question per line, or explains kindly why not yet."""
    return await _save(talk, text, sure=False)


async def written_sure(talk: Conversation) -> Reply:
    """Saves a set as its coach wants it, though one of its questions could be asked more openly.

    What blames or attacks is not saved by this either.
    """
    what = talk.event.what
    text = what.values.get(say_sets.SET, "") if isinstance(what, Submitted) else ""
    return await _save(talk, Words(text), sure=True)


async def _save(talk: Conversation, text: Words, *, sure: bool) -> Reply:
    if not await talk.coaches():
        return talk.stale()
    set_id = "own-" + talk.tx.keyed_hash("question_set", talk.chance.new_id())[:12]
    read = read_typed_set(text.text, set_id)
    if isinstance(read, Problem):
        talk.awaits("questions")
        return talk.note(read.key, line=read.line, limit=read.limit)
    found = ways_in(read)
    refused = tuple(one for one in found if one.way.is_refused)
    if refused or (found and not sure):
        talk.awaits("questions")
        return [say_sets.look_again(talk.say, read, text, refused or found)]
    own = await talk.tx.own_questions(talk.person.id)
    for old in own[MOST_OWN - 1 :]:
        await talk.tx.remove_own_questions(talk.person.id, old.id)
    mine = OwnQuestions(set_id, talk.person.id, text, talk.now)
    await talk.tx.save_own_questions(mine)
    return [say_sets.written(talk.say, read)]


async def remove(talk: Conversation, set_id: str) -> Reply:
    own = {one.id for one in await talk.tx.own_questions(talk.person.id)}
    if set_id not in own:
        return talk.stale()
    await talk.tx.remove_own_questions(talk.person.id, set_id)
    return talk.note("questions-removed")


async def coachs_sets(talk: Conversation) -> list[QuestionSet]:
    """The sets that may be somebody's ordinary one, which those around sessions never are."""
    if not await talk.coaches():
        return []
    sets = await sets_of(talk.tx, talk.person.id, talk.say, talk.settings)
    return [one for one in sets if one.around is None]


async def card_of(talk: Conversation) -> Profile:
    """The coach's card, or an empty one for a coach who has written none."""
    nothing = Words("")
    empty = Profile(talk.person.id, talk.now, nothing, nothing, nothing, nothing)
    return await talk.tx.profile(talk.person.id) or empty
