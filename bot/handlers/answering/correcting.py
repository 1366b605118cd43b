""" "Not what I meant": the client says it anew, and that is what is kept.

An edit of the client's own message takes the same path (`reworded`): one road for each ending.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from bot.chat import Submitted
from bot.domain.check_in import Answer
from bot.domain.engagement import Engagement
from bot.domain.words import Words
from bot.handlers.answering import keeping_on
from bot.handlers.answering.quoting import shown_kept
from bot.handlers.answers import ending_of_answer, own_answer, source_of
from bot.handlers.conversation import Conversation, Reply
from bot.handlers.hearing import undoing
from bot.messages import endings as say_endings
from bot.messages.answering import quoting as say_quoting

# "Not what I meant" is about what was written within this time.
LAST = timedelta(days=1)


async def ask(talk: Conversation, answer_id: str) -> Reply:
    """Asks for the right words: in a form, or in the next line."""
    found = await own_answer(talk, answer_id)
    if found is None or found[1].words is None:
        return talk.stale()
    if refused := await keeping_on.refused(talk, *found):
        return refused
    talk.awaits("correct", answer_id)
    return [say_quoting.ask_right_words(talk.say, found[1])]


async def ask_last(talk: Conversation) -> Reply:
    """Asks for the right words of what was last written, if it was kept within the last day.

    Where something is asked just now, that is what was not meant: its question is closed.
    """
    if talk.person.dialogue.awaiting is not None:
        return await undoing.undo(talk)
    found = [
        answer
        for engagement in await talk.engagements()
        for answer in await talk.tx.answers(engagement.id)
        if answer.words is not None and talk.now - answer.at < LAST
    ]
    if not found:
        return talk.note("correct-none")
    return await ask(talk, max(found, key=lambda answer: answer.at).id)


async def submitted(talk: Conversation, answer_id: str) -> Reply:
    """Handles the form with the right words."""
    what = talk.event.what
    if not isinstance(what, Submitted):
        return talk.stale()
    words = Words(what.values.get("words", ""))
    if not words.text.strip():
        return await ask(talk, answer_id)
    found = await own_answer(talk, answer_id)
    if found is None or found[1].words is None:
        return talk.stale()
    return await keeping_on.refused(talk, *found) or await _correct(talk, *found, words, None)


async def written(
    talk: Conversation, answer_id: str, words: Words, message: str | None
) -> Reply | None:
    """Handles the right words as the next line.

    None if the answer is gone, or may not be kept any more: then they are words like any others.
    """
    found = await own_answer(talk, answer_id)
    if found is None or found[1].words is None or await keeping_on.is_refused(talk, *found):
        return None
    return await _correct(talk, *found, words, message)


async def _correct(
    talk: Conversation, engagement: Engagement, answer: Answer, words: Words, message: str | None
) -> Reply:
    """Replaces the words. From then on the answer follows the message that corrected it.

    So an edit or a deletion of the message of before changes nothing of it.
    """
    talk.answered = True
    source = source_of(talk, message) if message else None
    right = replace(answer, words=words, source=source, edited_at=None)
    if words == answer.words:
        await talk.tx.save_answer(right)
        return [say_quoting.as_it_was(talk.say, await shown_kept(talk, engagement, right))]
    return await reworded(talk, engagement, answer, right, own_message_stays=True)


async def reworded(
    talk: Conversation,
    engagement: Engagement,
    before: Answer,
    now: Answer,
    *,
    own_message_stays: bool,
) -> Reply:
    """Ends the answer with all that shows it, and stores it with its new words.

    `own_message_stays`: the client's message still says the words of before, and the reply says so.
    """
    ending = await ending_of_answer(talk, engagement, before)
    what = await talk.what_ends(ending)
    if own_message_stays:
        gone = say_endings.corrected(talk.say, what, talk.zone)
    else:
        gone = say_endings.said_before(talk.say, what, talk.zone)
    told = say_quoting.changed(talk.say, await shown_kept(talk, engagement, now), gone)
    await talk.end(ending)
    await talk.tx.save_answer(now)
    return [told]
