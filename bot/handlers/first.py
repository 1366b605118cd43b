"""The first conversation: the client's hope and worry. Both questions can be passed."""

from __future__ import annotations

from bot.domain.actions import FirstQuestion
from bot.domain.engagement import Engagement, EngagementState
from bot.domain.words import Words
from bot.handlers.conversation import Conversation, Reply
from bot.messages import comfort as say_first
from bot.understand import worries_about_privacy

HOPE: FirstQuestion = "first.hope"
WORRY: FirstQuestion = "first.worry"
QUESTIONS = (HOPE, WORRY)


async def begin(conversation: Conversation, engagement_id: str) -> Reply:
    engagement = await conversation.engagement(engagement_id)
    if engagement is None or engagement.state is EngagementState.OFFERED:
        return conversation.stale()
    return _ask(conversation, engagement, HOPE)


async def passed(conversation: Conversation, engagement_id: str, question: FirstQuestion) -> Reply:
    engagement = await conversation.engagement(engagement_id)
    if engagement is None:
        return conversation.stale()
    return await after(conversation, engagement, question)


async def after(conversation: Conversation, engagement: Engagement, question: str | None) -> Reply:
    """Asks the second question after the first one. After the second, asks nothing more."""
    if question == HOPE:
        return _ask(conversation, engagement, WORRY)
    return conversation.note("first-done") if question == WORRY else []


async def plain_answer(
    conversation: Conversation, engagement: Engagement, question: str | None, text: Words
) -> Reply:
    """Answers a worry about privacy at once: who sees what, the employer, how to stop."""
    if question != WORRY or not worries_about_privacy(text.text, conversation.person.language):
        return []
    return [say_first.privacy(conversation.say, await conversation.coach_name(engagement))]


def _ask(conversation: Conversation, engagement: Engagement, question: FirstQuestion) -> Reply:
    conversation.awaits("first", question)
    return [say_first.ask_first(conversation.say, engagement.id, question)]
