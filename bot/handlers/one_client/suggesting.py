"""A coach suggests questions to one client. The client reads who does, and decides."""

from __future__ import annotations

from dataclasses import replace

from bot.handlers.clients import version_of
from bot.handlers.conversation import Conversation, Reply
from bot.handlers.one_client import page
from bot.handlers.question_sets.typed_sets import card_of, coachs_sets
from bot.messages.question_sets import typed_sets as say_sets


async def offer(talk: Conversation, engagement_id: str) -> Reply:
    """Shows the sets that can be suggested to this client."""
    client = await page.named_one(talk, engagement_id)
    if client is None:
        return talk.stale()
    card = await talk.tx.profile(talk.person.id)
    now = card.suggested_to(engagement_id) if card else None
    sets = await coachs_sets(talk)
    return [say_sets.for_one(talk.say, engagement_id, client.name, sets, now)]


async def suggest(talk: Conversation, engagement_id: str, set_id: str) -> Reply:
    """Suggests a set to this client alone. The answer says nothing about what they have chosen."""
    named = {one.engagement_id: one for one in await page.named(talk)}
    title = {one.id: one.title for one in await coachs_sets(talk)}.get(set_id)
    if engagement_id not in named or title is None:
        return talk.stale()
    card = await card_of(talk)
    # What is over leaves the card with the next suggestion.
    kept = [one for one in card.suggested if one[0] != engagement_id and one[0] in named]
    new = replace(card, suggested=(*kept, (engagement_id, set_id)))
    await talk.tx.save_profile(new, version_of(talk, new))
    return talk.note("client-suggested", client=named[engagement_id].name, title=title)
