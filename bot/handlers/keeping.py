"""How long answers are kept: the client's own choice, within the agreement and the organisation's
ceiling.
"""

from __future__ import annotations

from dataclasses import replace

from bot.domain.actions import KEEP_DAYS, KeepFor
from bot.domain.check_in import AnswerState
from bot.domain.engagement import Engagement, EngagementState
from bot.handlers.conversation import Conversation, Reply
from bot.messages import consent as say_keeping


async def show(conversation: Conversation) -> Reply:
    """Shows the current choice and the other choices."""
    shown: Reply = []
    for engagement in await conversation.engagements():
        if engagement.state is not EngagementState.OFFERED:
            shown.append(say_keeping.show(conversation.say, engagement, _offered(conversation)))
    return shown or conversation.note("hello")


async def choose(conversation: Conversation, engagement_id: str, days: KeepFor) -> Reply:
    """Sets the time.

    A shorter one applies at once to stored answers too, a longer one only to new ones.
    """
    engagement = await conversation.engagement(engagement_id)
    if engagement is None or engagement.state is EngagementState.OFFERED:
        return conversation.stale()
    if days != "end" and days not in _offered(conversation):
        return conversation.stale()
    chosen = replace(engagement, keep_days=None if days == "end" else days)
    await conversation.tx.save_engagement(chosen)
    await _shorten(conversation, chosen)
    return [say_keeping.chosen(conversation.say, chosen)]


async def _shorten(conversation: Conversation, engagement: Engagement) -> None:
    for answer in await conversation.tx.answers(engagement.id):
        until = conversation.kept_until(engagement, answer.at)
        if until < answer.until and answer.state is AnswerState.KEPT:
            await conversation.tx.save_answer(replace(answer, until=until))
    for step in await conversation.tx.steps(engagement.id):
        until = conversation.kept_until(engagement, step.at)
        if until < step.until:
            await conversation.tx.save_step(replace(step, until=until))
    for share in await conversation.tx.shares(engagement.id):
        until = conversation.kept_until(engagement, share.approved_at)
        if until < share.until:
            await conversation.tx.save_share(replace(share, until=until))


def _offered(conversation: Conversation) -> list[int]:
    return [days for days in KEEP_DAYS if days < conversation.settings.keep_days]
