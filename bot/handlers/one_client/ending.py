"""A coach ends one engagement, or all; each client who may be written to is told once."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from bot.domain.actions import YesNo
from bot.domain.engagement import Engagement
from bot.handlers.conversation import Conversation, Reply
from bot.handlers.one_client import page
from bot.messages import clients as say_clients
from bot.rules.goodbye import plan_goodbye


async def end(talk: Conversation, engagement_id: str, answer: YesNo | None = None) -> Reply:
    """Ends one engagement of a client whom the coach may name, after the coach has confirmed it."""
    client = await page.named_one(talk, engagement_id)
    engagement = await talk.tx.engagement(engagement_id) if client else None
    if engagement is None or client is None:
        return talk.stale()
    if answer == "no":
        return talk.note("client-going-on")
    kept_until = min(engagement.keeps_until, talk.now + timedelta(days=talk.settings.grace_days))
    if answer != "yes":
        return [say_clients.ask_end(talk.say, engagement.id, client.name, kept_until, talk.zone)]
    told = talk.note("client-ended")
    coach = talk.person.id
    await _tell(talk, await talk.tx.end_with(coach, engagement.id, talk.now, kept_until))
    return told


async def end_all(talk: Conversation, answer: YesNo | None = None) -> Reply:
    """Ends all engagements of a coach who leaves. It does not tell how many there were."""
    if not await talk.tx.has_invited(talk.person.id):
        return talk.stale()
    if answer == "no":
        return talk.note("client-going-on")
    kept_until = talk.now + timedelta(days=talk.settings.grace_days)
    if answer != "yes":
        return [say_clients.ask_end_all(talk.say, kept_until, talk.zone)]
    told = talk.note("clients-ended")
    await _tell(talk, await talk.tx.end_with(talk.person.id, None, talk.now, kept_until))
    return told


async def _tell(talk: Conversation, ended: Sequence[Engagement]) -> None:
    """Tells each client once. What of it arrives is for the coach never to know."""
    told = set[str]()
    for one in ended:
        if one.client_id not in told and await plan_goodbye(talk.tx, talk.chance, one, talk.now):
            told.add(one.client_id)
    await talk.redraw(*(one.client_id for one in ended))
