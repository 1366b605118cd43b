"""What an older button is told where an answer may not be kept any more."""

from __future__ import annotations

from bot.domain import actions
from bot.domain.check_in import Answer
from bot.domain.consent import Purpose
from bot.domain.engagement import Engagement
from bot.handlers import consent, joining
from bot.handlers.conversation import Conversation, Reply


async def is_refused(talk: Conversation, engagement: Engagement, answer: Answer) -> bool:
    """True where the client stopped, or allows no keeping now."""
    if engagement.stopped:
        return True
    return await talk.grant(engagement.id, _purpose(answer)) is None


async def refused(talk: Conversation, engagement: Engagement, answer: Answer) -> Reply:
    """What to say where keeping is off by now; nothing where it is on."""
    if not await is_refused(talk, engagement, answer):
        return []
    if engagement.stopped:
        return talk.note("stopped-still")
    if await talk.grant(engagement.id, Purpose.AGREEMENT) is None:
        return await joining.carry_on(talk, engagement)
    return await consent.ask(talk, engagement, _purpose(answer), actions.SWITCHED)


def _purpose(answer: Answer) -> Purpose:
    return Purpose.KEEP_WORDS if answer.words is not None else Purpose.KEEP_MARKS
