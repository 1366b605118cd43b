"""Makes, finds, keeps and deletes a client's own answers."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from bot.chat import Edited
from bot.domain.check_in import Answer, AnswerState
from bot.domain.engagement import Engagement
from bot.domain.words import Words
from bot.handlers.conversation import Conversation
from bot.rules.endings import Ending, ending_of
from bot.rules.erase_scope import shares_only, with_shares


def new_answer(
    talk: Conversation,
    engagement: Engagement,
    text: Words,
    question: str | None,
    check_in: str | None,
    message: str | None,
) -> Answer:
    """Makes an answer from the client's words. It is kept from now on, for the client's own time.

    `check_in` is the id of the delivery that asked. `message` is the platform's id of the words.
    """
    return Answer(
        id=talk.chance.new_id(),
        engagement_id=engagement.id,
        client_id=talk.person.id,
        question=question,
        check_in=check_in,
        step_id=None,
        mark=None,
        words=text,
        state=AnswerState.KEPT,
        at=talk.now,
        until=talk.kept_until(engagement, talk.now),
        source=source_of(talk, message) if message else None,
        edited_at=edited_at(talk),
    )


async def own_answer(talk: Conversation, answer_id: str) -> tuple[Engagement, Answer] | None:
    """The answer, if it is this client's own and its engagement has not ended. Else None."""
    for engagement in await talk.engagements():
        answer = await talk.tx.answer(engagement.id, answer_id)
        if answer is not None:
            return engagement, answer
    return None


async def make_kept(talk: Conversation, engagement: Engagement, answer: Answer) -> Answer:
    """Keeps a draft of an older version. An answer that is kept stays as it is."""
    if answer.state is AnswerState.KEPT:
        return answer
    until = talk.kept_until(engagement, answer.at)
    kept = replace(answer, state=AnswerState.KEPT, until=until)
    await talk.tx.save_answer(kept)
    return kept


async def any_own_answer(talk: Conversation, answer_id: str) -> tuple[Engagement, Answer] | None:
    """The answer, if it is this client's own, also of an engagement that has ended: what is still
    stored can be ended.
    """
    for engagement in await talk.tx.engagements_of(talk.person.id):
        answer = await talk.tx.answer(engagement.id, answer_id)
        if answer is not None:
            return engagement, answer
    return None


async def ending_of_answer(talk: Conversation, engagement: Engagement, answer: Answer) -> Ending:
    """What ends with the answer: the answer itself, and each of its shares."""
    return await ending_of(talk.tx, talk.say, [await with_shares(talk.tx, engagement, [answer])])


async def ending_of_shares(talk: Conversation, engagement: Engagement, answer_id: str) -> Ending:
    """The shares of an answer, which itself stays."""
    return await ending_of(talk.tx, talk.say, [await shares_only(talk.tx, engagement, answer_id)])


def edited_at(talk: Conversation) -> datetime | None:
    """The platform's time (UTC) of the edit being handled. None if this is no edit."""
    what = talk.event.what
    return what.at if isinstance(what, Edited) else None


def source_of(talk: Conversation, message: str) -> str:
    """A keyed hash of the platform's message id. It reveals nothing by itself."""
    chat_key = talk.person.address.chat_key
    return talk.tx.keyed_hash("message", f"{chat_key}|{message}")
