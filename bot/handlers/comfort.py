"""Comfort checks: each answer changes the settings at once, and the bot shows the change."""

from __future__ import annotations

from dataclasses import replace

from bot.domain.actions import Comfort
from bot.domain.engagement import Engagement, EngagementState
from bot.domain.pause import in_pause
from bot.domain.question import Depth
from bot.domain.rhythm import Rhythm
from bot.domain.weekly import sparser
from bot.handlers import pausing, rhythm
from bot.handlers.conversation import Conversation, Reply
from bot.messages import comfort as say_comfort
from bot.messages import joining as say_joining
from bot.rules.plan_again import plan_anew
from bot.rules.planning import coming_three
from bot.rules.question_choice import asked_of


async def ask(talk: Conversation) -> Reply:
    """Shows the comfort check at the client's request."""
    mine = await _under_way(talk)
    return [say_comfort.ask(talk.say, e.id) for e in mine] or talk.note("hello")


async def too_often(talk: Conversation) -> Reply:
    return await _typed(talk, "too-often")


async def too_personal(talk: Conversation) -> Reply:
    return await _typed(talk, "too-personal")


async def wrong_time(talk: Conversation) -> Reply:
    return await _typed(talk, "wrong-time")


async def answered(talk: Conversation, engagement_id: str, what: Comfort) -> Reply:
    """Handles a button of the comfort check or of the gentle question."""
    mine = await _under_way(talk)
    engagement = next((e for e in mine if e.id == engagement_id), None)
    if engagement is None:
        return talk.stale()
    return await _change(talk, engagement, what)


async def _typed(talk: Conversation, what: Comfort) -> Reply:
    changed: Reply = []
    for engagement in await _under_way(talk):
        changed += await _change(talk, engagement, what)
    return changed or talk.note("hello")


async def _change(talk: Conversation, engagement: Engagement, what: Comfort) -> Reply:
    """Applies the answer. It is about the asking itself, so the question that was open is over."""
    talk.answered = True
    match what:
        case "fine":
            return talk.note("comfort-stays")
        case "too-often":
            return await _less_often(talk, engagement)
        case "too-personal":
            return await _lighter(talk, engagement)
        case "wrong-time":
            return await rhythm.ask(talk, engagement)
        case "rest":
            return await pausing.rest(talk)


async def _less_often(talk: Conversation, engagement: Engagement) -> Reply:
    current = await talk.tx.rhythm(engagement.id)
    if current is None:
        return talk.note("rhythm-no-check-ins")
    fewer = sparser(current)
    if fewer is None:
        return [say_comfort.least(talk.say, engagement.id, _weeks(current))]
    await talk.tx.save_rhythm(fewer)
    await plan_anew(talk.tx, talk.chance, engagement, fewer, talk.now)
    shown = in_pause(fewer, talk.person.pause)
    coming = await coming_three(talk.tx, shown, talk.now, engagement.ends_on)
    if not coming:
        return talk.note("next-no-check-in")
    return [say_joining.next_sends(talk.say, "comfort-less", fewer, coming)]


async def _lighter(talk: Conversation, engagement: Engagement) -> Reply:
    asking = (await asked_of(talk.tx, engagement, talk.say, talk.settings)).asking
    if asking.depth <= Depth.LIGHT:
        return talk.note("comfort-lightest")
    until = engagement.keeps_until
    lighter = replace(asking, depth=asking.depth - 1, at=talk.now, until=until)
    await talk.tx.save_asking(lighter)
    return talk.note("comfort-lighter")


async def _under_way(talk: Conversation) -> list[Engagement]:
    return [
        engagement
        for engagement in await talk.engagements()
        if engagement.state is not EngagementState.OFFERED and not engagement.stopped
    ]


def _weeks(rhythm: Rhythm) -> int:
    return say_joining.every_of(rhythm)
