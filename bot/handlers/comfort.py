"""Comfort checks: each answer changes the settings at once, and the bot shows the change."""

from __future__ import annotations

from dataclasses import replace

from bot.domain.actions import Comfort
from bot.domain.engagement import Engagement, EngagementState
from bot.domain.question import Depth
from bot.domain.rhythm import Rhythm
from bot.domain.weekly import sparser
from bot.handlers import privacy, rhythm
from bot.handlers.conversation import Conversation, Reply
from bot.messages import comfort as say_comfort
from bot.messages import joining as say_joining
from bot.rules.planning import coming_three, replan
from bot.rules.question_choice import asked_of


async def ask(conversation: Conversation) -> Reply:
    """Shows the comfort check at the client's request."""
    mine = await _under_way(conversation)
    return [say_comfort.ask(conversation.say, e.id) for e in mine] or conversation.note("hello")


async def too_often(conversation: Conversation) -> Reply:
    return await _typed(conversation, "too-often")


async def too_personal(conversation: Conversation) -> Reply:
    return await _typed(conversation, "too-personal")


async def wrong_time(conversation: Conversation) -> Reply:
    return await _typed(conversation, "wrong-time")


async def answered(conversation: Conversation, engagement_id: str, what: Comfort) -> Reply:
    """Handles a button of the comfort check or of the gentle question."""
    mine = await _under_way(conversation)
    engagement = next((e for e in mine if e.id == engagement_id), None)
    if engagement is None:
        return conversation.stale()
    return await _change(conversation, engagement, what)


async def _typed(conversation: Conversation, what: Comfort) -> Reply:
    changed: Reply = []
    for engagement in await _under_way(conversation):
        changed += await _change(conversation, engagement, what)
    return changed or conversation.note("hello")


async def _change(conversation: Conversation, engagement: Engagement, what: Comfort) -> Reply:
    match what:
        case "fine":
            return conversation.note("comfort-stays")
        case "too-often":
            return await _less_often(conversation, engagement)
        case "too-personal":
            return await _lighter(conversation, engagement)
        case "wrong-time":
            return await rhythm.ask(conversation, engagement)
        case "rest":
            return await privacy.rest(conversation)


async def _less_often(conversation: Conversation, engagement: Engagement) -> Reply:
    current = await conversation.tx.rhythm(engagement.id)
    if current is None:
        return conversation.note("rhythm-no-check-ins")
    fewer = sparser(current)
    if fewer is None:
        return [say_comfort.least(conversation.say, engagement.id, _weeks(current))]
    await conversation.tx.save_rhythm(fewer)
    await replan(conversation.tx, conversation.chance, engagement, fewer, conversation.now)
    coming = await coming_three(conversation.tx, fewer, conversation.now, engagement.ends_on)
    if not coming:
        return conversation.note("next-none")
    return [say_joining.next_sends(conversation.say, "comfort-less", fewer, coming)]


async def _lighter(conversation: Conversation, engagement: Engagement) -> Reply:
    asking = (
        await asked_of(conversation.tx, engagement, conversation.say, conversation.settings)
    ).asking
    if asking.depth <= Depth.LIGHT:
        return conversation.note("comfort-lightest")
    until = engagement.keeps_until
    lighter = replace(asking, depth=asking.depth - 1, at=conversation.now, until=until)
    await conversation.tx.save_asking(lighter)
    return conversation.note("comfort-lighter")


async def _under_way(conversation: Conversation) -> list[Engagement]:
    return [
        engagement
        for engagement in await conversation.engagements()
        if engagement.state is not EngagementState.OFFERED and not engagement.stopped
    ]


def _weeks(rhythm: Rhythm) -> int:
    return say_joining.every_of(rhythm)
