"""How long answers are kept: the client's own choice, within the agreement and the organisation's
ceiling.
"""

from __future__ import annotations

from dataclasses import replace

from bot.domain.actions import KEEP_DAYS, KeepFor
from bot.domain.engagement import Engagement, EngagementState
from bot.handlers.conversation import Conversation, Reply
from bot.messages import consent as say_keeping


async def show(talk: Conversation) -> Reply:
    """Shows the current choice and the other choices."""
    shown: Reply = []
    for engagement in await talk.engagements():
        if engagement.state is not EngagementState.OFFERED:
            shown.append(say_keeping.show(talk.say, engagement, _offered(talk)))
    return shown or talk.note("hello")


async def choose(talk: Conversation, engagement_id: str, days: KeepFor) -> Reply:
    """Sets the time.

    A shorter one applies at once to stored answers too, a longer one only to new ones.
    """
    engagement = await talk.engagement(engagement_id)
    if engagement is None or engagement.state is EngagementState.OFFERED:
        return talk.stale()
    if days != "end" and days not in _offered(talk):
        return talk.stale()
    chosen = replace(engagement, keep_days=None if days == "end" else days)
    await talk.tx.save_engagement(chosen)
    await _shorten(talk, chosen)
    return [say_keeping.chosen(talk.say, chosen)]


async def _shorten(talk: Conversation, engagement: Engagement) -> None:
    written = {answer.id: answer.at for answer in await talk.tx.answers(engagement.id)}
    for answer in await talk.tx.answers(engagement.id):
        until = talk.kept_until(engagement, answer.at)
        if until < answer.until:
            await talk.tx.save_answer(replace(answer, until=until))
    for step in await talk.tx.steps(engagement.id):
        until = talk.kept_until(engagement, step.at)
        if until < step.until:
            await talk.tx.save_step(replace(step, until=until))
    for share in await talk.tx.shares(engagement.id):
        # As long as its answer, by whose message an edit or a deletion finds it.
        until = talk.kept_until(engagement, written.get(share.answer_id, share.approved_at))
        if until < share.until:
            await talk.tx.save_share(replace(share, until=until))


def _offered(talk: Conversation) -> list[int]:
    return [days for days in KEEP_DAYS if days < talk.settings.keep_days]
