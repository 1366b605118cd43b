"""What may follow an answer: the next of the first questions, a small step, or nothing."""

from __future__ import annotations

from dataclasses import replace

from bot.domain.check_in import BESIDE, AnswerKind
from bot.domain.engagement import Engagement
from bot.handlers import first, steps
from bot.handlers.conversation import Conversation, Reply


async def after(
    talk: Conversation, engagement: Engagement, kind: AnswerKind, question: str | None
) -> Reply:
    """Goes on after an answer of this kind to the question with this id."""
    if BESIDE[kind].asks_next:
        return await first.after(talk, engagement, question)
    return await _step(talk, engagement) if BESIDE[kind].steps else []


async def _step(talk: Conversation, engagement: Engagement) -> Reply:
    """Offers a small step, at most once on each of the person's days."""
    last = talk.person.dialogue.step_offered
    if last is not None and last >= talk.today:
        return []
    offered = await steps.offer(talk, engagement)
    if offered:
        talk.dialogue = replace(talk.dialogue, step_offered=talk.today)
    return offered
