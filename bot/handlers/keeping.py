"""How long answers are kept: the client's own choice, within the agreement and the organisation's
ceiling.
"""

from __future__ import annotations

from dataclasses import replace

from bot.domain.actions import KEEP_DAYS, KeepFor
from bot.domain.engagement import EngagementState
from bot.handlers.conversation import Conversation, Reply
from bot.messages import consent as say_keeping
from bot.rules.policy.shortening import binding, shorten


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
    most = binding(engagement, talk.settings.keep_days)
    chosen = replace(engagement, keep_days=most if days == "end" else days)
    await talk.tx.save_engagement(chosen)
    await shorten(talk.tx, chosen, talk.settings.keep_days)
    return [say_keeping.chosen(talk.say, chosen)]


def _offered(talk: Conversation) -> list[int]:
    return [days for days in KEEP_DAYS if days < talk.settings.keep_days]
