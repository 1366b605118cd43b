"""A coach suggests questions to one client. The client reads who does, and decides."""

from __future__ import annotations

from dataclasses import replace

from bot.handlers.clients import version_of
from bot.handlers.conversation import Conversation, Reply
from bot.handlers.notes import name_of_client, open_to_coach
from bot.handlers.question_sets.typed_sets import card_of, coachs_sets
from bot.messages.question_sets import typed_sets as say_sets


async def offer(talk: Conversation, engagement_id: str) -> Reply:
    """Shows the sets that can be suggested to this client."""
    engagement = await open_to_coach(talk, engagement_id)
    if engagement is None:
        return talk.stale()
    card = await talk.tx.profile(talk.person.id)
    now = card.suggested_to(engagement.id) if card else None
    client = await name_of_client(talk, engagement)
    sets = await coachs_sets(talk)
    return [say_sets.for_one(talk.say, engagement.id, client, sets, now)]


async def suggest(talk: Conversation, engagement_id: str, set_id: str) -> Reply:
    """Suggests a set to this client alone. The answer says nothing about what they have chosen."""
    engagement = await open_to_coach(talk, engagement_id)
    title = {one.id: one.title for one in await coachs_sets(talk)}.get(set_id)
    if engagement is None or title is None:
        return talk.stale()
    card = await card_of(talk)
    # What is over leaves the card with the next suggestion.
    others = [one for one in card.suggested if one[0] != engagement.id]
    kept = [one for one in others if await open_to_coach(talk, one[0]) is not None]
    new = replace(card, suggested=(*kept, (engagement.id, set_id)))
    await talk.tx.save_profile(new, version_of(talk, new))
    client = await name_of_client(talk, engagement)
    return talk.note("client-suggested", client=client, title=title)
