"""The first conversation: the client's hope and worry. Both questions can be passed."""

from __future__ import annotations

from dataclasses import replace

from bot.domain.actions import FirstQuestion
from bot.domain.engagement import Engagement, EngagementState
from bot.domain.words import Words
from bot.handlers.conversation import Conversation, Reply
from bot.messages import comfort as say_first
from bot.rules.replies import asks
from bot.understand import worries_about_privacy

HOPE: FirstQuestion = "first.hope"
WORRY: FirstQuestion = "first.worry"
QUESTIONS = (HOPE, WORRY)


async def begin(talk: Conversation, engagement_id: str) -> Reply:
    engagement = await talk.engagement(engagement_id)
    if engagement is None or engagement.state is EngagementState.OFFERED:
        return talk.stale()
    return _ask(talk, engagement, HOPE)


async def passed(talk: Conversation, engagement_id: str, question: FirstQuestion) -> Reply:
    engagement = await talk.engagement(engagement_id)
    if engagement is None:
        return talk.stale()
    talk.answered = True
    return await after(talk, engagement, question)


async def after(talk: Conversation, engagement: Engagement, question: str | None) -> Reply:
    """Asks the second question after the first one. After the second, asks nothing more."""
    if question == HOPE:
        return _ask(talk, engagement, WORRY)
    return talk.note("first-done") if question == WORRY else []


async def plain_answer(
    talk: Conversation, engagement: Engagement, question: str | None, text: Words
) -> Reply:
    """Answers a worry about privacy at once: who sees what, the employer, how to stop."""
    if question != WORRY or not worries_about_privacy(text.text, talk.person.language):
        return []
    return [say_first.privacy(talk.say, await talk.coach_name(engagement))]


def _ask(talk: Conversation, engagement: Engagement, question: FirstQuestion) -> Reply:
    talk.awaits("first", question)
    shown = say_first.ask_first(talk.say, engagement.id, question)
    return [replace(shown, reference=asks("first", question))]
