"""Everything that is stored about one person: shown in the chat, or given as files."""

from __future__ import annotations

import asyncio

from bot.documents.everything_stored import stored_papers
from bot.domain.delivery import Kind
from bot.domain.engagement import Engagement
from bot.domain.rhythm import Occurrence
from bot.handlers import consent
from bot.handlers.conversation import Conversation, Reply
from bot.handlers.hearing import restored
from bot.messages import privacy as say_privacy
from bot.rules.planning import coming_three

# The column that tells whether a row is of an engagement as a client, or of the coach.
OWNERS = {"ledger": "chain", "rhythm": "owner", "delivery": "owner"}


async def hold(talk: Conversation) -> Reply:
    """Shows everything that is held, in plain words."""
    held = [await _holding(talk, engagement) for engagement in await _all(talk)]
    coachs = await coachs_own(talk) if await talk.tx.has_invited(talk.person.id) else None
    return [*restored.still(talk), say_privacy.holding(talk.say, talk.person, held, coachs)]


async def hold_file(talk: Conversation) -> Reply:
    """Hands everything that is held over as files, in this chat; they are stored nowhere else."""
    if not talk.known:
        return await hold(talk)
    held = await talk.tx.stored_about(talk.person.id)
    papers = await asyncio.to_thread(stored_papers, talk.say, held, talk.zone, talk.now)
    return [say_privacy.hold_file(talk.say, papers)]


async def coachs_own(talk: Conversation) -> say_privacy.CoachsOwn:
    """Finds what is stored of this person as a coach, where the file with everything finds it."""
    held = await talk.tx.stored_about(talk.person.id)
    as_client = {one.id for one in await _all(talk)}
    of_coach = {
        table: [row for row in rows if row.get(OWNERS.get(table, "")) not in as_client]
        for table, rows in held.items()
    }
    kept = tuple(table for table in say_privacy.OF_COACH if of_coach[table])
    return say_privacy.CoachsOwn(kept, len(of_coach["ledger"]))


async def _holding(talk: Conversation, engagement: Engagement) -> say_privacy.Holding:
    rhythm = await talk.rhythm(engagement.id)
    coming: list[Occurrence] = []
    if rhythm is not None:
        coming = await coming_three(talk.tx, rhythm, talk.now, engagement.ends_on)
    return say_privacy.Holding(
        engagement=engagement,
        coach=await talk.coach_name(engagement),
        switches=await consent.states(talk, engagement),
        rhythm=rhythm,
        coming=coming,
        answers=await talk.tx.answers(engagement.id),
        steps=await talk.tx.steps(engagement.id),
        shares=await talk.tx.shares(engagement.id),
        lines=await talk.tx.sponsor_lines(engagement.id),
        ledger_entries=len(await talk.tx.ledger(engagement.id)),
        deliveries=sum([len(await talk.tx.deliveries(engagement.id, kind)) for kind in Kind]),
    )


async def _all(talk: Conversation) -> list[Engagement]:
    return list(await talk.tx.engagements_of(talk.person.id)) if talk.known else []
