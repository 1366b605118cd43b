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
    talk: Conversation,
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
        id=talk.chance.new_id(),
        engagement_id=engagement.id,
        client_id=talk.person.id,
        question=question,
        check_in=check_in,
        step_id=None,
        mark=None,
        words=text,
        state=AnswerState.DRAFT,
        at=talk.now,
        until=draft_until(talk, engagement),
        source=source_of(talk, message) if message else None,
        edited_at=edited_at(talk),
    )


def draft_until(talk: Conversation, engagement: Engagement) -> datetime:
    """When a draft is deleted (UTC)."""
    kept_until = talk.kept_until(engagement, talk.now)
    return min(talk.now + DRAFT_LIVES, kept_until)


async def own_answer(talk: Conversation, answer_id: str) -> tuple[Engagement, Answer] | None:
    """The answer, if it is this client's own and its engagement has not ended. Else None."""
    for engagement in await talk.engagements():
        answer = await talk.tx.answer(engagement.id, answer_id)
        if answer is not None:
            return engagement, answer
    return None


async def make_kept(talk: Conversation, engagement: Engagement, answer: Answer) -> Answer:
    until = talk.kept_until(engagement, answer.at)
    kept = replace(answer, state=AnswerState.KEPT, until=until)
    await talk.tx.save_answer(kept)
    return kept


async def let_go(talk: Conversation, engagement: Engagement, answer: Answer) -> None:
    """Erases the answer, and each of its shares that nobody has seen."""
    unseen = [
        share.id
        for share in await talk.tx.shares(engagement.id)
        if share.answer_id == answer.id and share.seen_at is None
    ]
    await talk.erase([answer.id, *unseen])


def edited_at(talk: Conversation) -> datetime | None:
    """The platform's time (UTC) of the edit being handled. None if this is no edit."""
    what = talk.event.what
    return what.at if isinstance(what, Edited) else None


def source_of(talk: Conversation, message: str) -> str:
    """A keyed hash of the platform's message id. It reveals nothing by itself."""
    chat_key = talk.person.address.chat_key
    return talk.tx.keyed_hash("message", f"{chat_key}|{message}")
