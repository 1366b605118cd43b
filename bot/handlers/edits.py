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


async def edited(talk: Conversation, message: str, text: Words) -> Reply:
    """Replaces the answer with the newest words.

    Withdraws a share of the old ones that has not left.
    """
    found = await _kept(talk, message)
    if found is None:
        return []
    engagement, answer = found
    at = edited_at(talk)
    if at is not None and answer.edited_at is not None and at <= answer.edited_at:
        return []
    await let_go(talk, engagement, answer)
    if await talk.grant(engagement.id, Purpose.KEEP_WORDS) is None:
        return talk.note("removed")
    now_says = replace(answer, words=text, edited_at=at)
    await talk.tx.save_answer(now_says)
    coach = await talk.coach_name(engagement)
    return [
        say_check_ins.changed_by_edit(talk.say, text),
        say_check_ins.quoted_back(talk.say, now_says, coach),
    ]


async def ended(talk: Conversation, message: str) -> Reply:
    """Ends the answer of a message whose text became something else. Says what is gone."""
    found = await _kept(talk, message)
    if found is None:
        return []
    await let_go(talk, *found)
    return talk.note("not-kept")


async def deleted(talk: Conversation, message: str) -> Reply:
    found = await _kept(talk, message)
    if found is None:
        return []
    engagement, answer = found
    await let_go(talk, engagement, answer)
    return talk.note("removed")


async def _kept(talk: Conversation, message: str) -> tuple[Engagement, Answer] | None:
    source = source_of(talk, message)
    for engagement in await talk.engagements():
        answer = await talk.tx.answer_from(engagement.id, source)
        if answer is not None:
            return engagement, answer
    return None
