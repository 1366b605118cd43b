"""Applies a platform's edit or deletion of a reply to the stored answer."""

from __future__ import annotations

from dataclasses import replace

from bot.domain.check_in import Answer
from bot.domain.consent import Purpose
from bot.domain.engagement import Engagement
from bot.domain.words import Words
from bot.handlers.answers import edited_at, let_go, source_of
from bot.handlers.conversation import Conversation, Reply
from bot.messages import check_ins as say_check_ins


async def edited(conversation: Conversation, message: str, text: Words) -> Reply:
    """Replaces the answer with the newest words.

    Withdraws a share of the old ones that has not left.
    """
    found = await _kept(conversation, message)
    if found is None:
        return []
    engagement, answer = found
    at = edited_at(conversation)
    if at is not None and answer.edited_at is not None and at <= answer.edited_at:
        return []
    await let_go(conversation, engagement, answer)
    if await conversation.grant(engagement.id, Purpose.KEEP_WORDS) is None:
        return conversation.note("removed")
    now_says = replace(answer, words=text, edited_at=at)
    await conversation.tx.save_answer(now_says)
    coach = await conversation.coach_name(engagement)
    return [
        say_check_ins.changed_by_edit(conversation.say, text),
        say_check_ins.quoted_back(conversation.say, now_says, coach),
    ]


async def deleted(conversation: Conversation, message: str) -> Reply:
    found = await _kept(conversation, message)
    if found is None:
        return []
    engagement, answer = found
    await let_go(conversation, engagement, answer)
    return conversation.note("removed")


async def _kept(conversation: Conversation, message: str) -> tuple[Engagement, Answer] | None:
    source = source_of(conversation, message)
    for engagement in await conversation.engagements():
        answer = await conversation.tx.answer_from(engagement.id, source)
        if answer is not None:
            return engagement, answer
    return None
