"""A coach asks for the brief about one client now, instead of waiting for the evening before."""

from __future__ import annotations

from dataclasses import replace

from bot.handlers.conversation import Conversation, Reply
from bot.handlers.one_client.page import named_one, shown_in
from bot.messages.coaching import DigestExtras
from bot.messages.overview.brief import brief as drawn
from bot.messages.overview.one_client import NamedClient
from bot.rules.briefs import brief_of
from bot.rules.digest import accept_notes


async def now(talk: Conversation, engagement_id: str) -> Reply:
    """Briefs about the client whose button was pressed."""
    found = await named_one(talk, engagement_id)
    return await of(talk, found) if found is not None else talk.stale()


async def of(talk: Conversation, one: NamedClient) -> Reply:
    """The same brief as before a session: what was shared since the last one, and nothing else."""
    coach = talk.person.id
    told = await brief_of(talk.tx, coach, one.engagement_id, one.met_at, talk.now)
    if told is None:
        return talk.note("client-nothing")
    items, noted, _ = told.shown
    reference = await shown_in(talk, [*items, *noted])
    notes = await accept_notes(talk.tx, [one.engagement_id], talk.now)
    beside = DigestExtras(reference, notes, zone=talk.zone)
    return [replace(drawn(talk.say, told, beside), reference=reference)]
