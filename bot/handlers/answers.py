"""Drafts, finds, keeps and deletes a client's own answers."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

from bot.chat import Edited
from bot.domain.check_in import Answer, AnswerState
from bot.domain.engagement import Engagement
from bot.domain.words import Words
from bot.handlers.conversation import Conversation

DRAFT_LIVES = timedelta(days=1)


def drafted(
    conversation: Conversation,
    engagement: Engagement,
    text: Words,
    question: str | None,
    check_in: str | None,
    message: str | None,
) -> Answer:
    """Makes a draft from the client's words. It lives for a day, unless the client keeps or shares
    it.

    `check_in` is the id of the delivery that asked. `message` is the platform's id of the words.
    """
    return Answer(
        id=conversation.chance.new_id(),
        engagement_id=engagement.id,
        client_id=conversation.person.id,
        question=question,
        check_in=check_in,
        step_id=None,
        mark=None,
        words=text,
        state=AnswerState.DRAFT,
        at=conversation.now,
        until=draft_until(conversation, engagement),
        source=source_of(conversation, message) if message else None,
        edited_at=edited_at(conversation),
    )


def draft_until(conversation: Conversation, engagement: Engagement) -> datetime:
    """When a draft is deleted (UTC)."""
    kept_until = conversation.kept_until(engagement, conversation.now)
    return min(conversation.now + DRAFT_LIVES, kept_until)


async def own_answer(
    conversation: Conversation, answer_id: str
) -> tuple[Engagement, Answer] | None:
    """The answer, if it is this client's own and its engagement has not ended. Else None."""
    for engagement in await conversation.engagements():
        answer = await conversation.tx.answer(engagement.id, answer_id)
        if answer is not None:
            return engagement, answer
    return None


async def make_kept(conversation: Conversation, engagement: Engagement, answer: Answer) -> Answer:
    until = conversation.kept_until(engagement, answer.at)
    kept = replace(answer, state=AnswerState.KEPT, until=until)
    await conversation.tx.save_answer(kept)
    return kept


async def let_go(conversation: Conversation, engagement: Engagement, answer: Answer) -> None:
    """Erases the answer, and each of its shares that nobody has seen."""
    unseen = [
        share.id
        for share in await conversation.tx.shares(engagement.id)
        if share.answer_id == answer.id and share.seen_at is None
    ]
    await conversation.erase([answer.id, *unseen])


def edited_at(conversation: Conversation) -> datetime | None:
    """The platform's time (UTC) of the edit being handled. None if this is no edit."""
    what = conversation.event.what
    return what.at if isinstance(what, Edited) else None


def source_of(conversation: Conversation, message: str) -> str:
    """A keyed hash of the platform's message id. It reveals nothing by itself."""
    chat_key = conversation.person.address.chat_key
    return conversation.tx.keyed_hash("message", f"{chat_key}|{message}")
