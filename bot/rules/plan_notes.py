"""Plans a coach's notes to a client: on the client's own days, and not all of them at once."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import datetime, timedelta

from bot.domain.delivery import Delivery, DeliveryState, Kind
from bot.domain.engagement import Engagement
from bot.domain.rhythm import Rhythm, occurrences
from bot.domain.wall_time import local_date
from bot.ports import Chance, Transaction
from bot.rules.planning import at_occurrence

# Somebody with one day every four weeks gets a note as well.
NOTE_WITHIN = timedelta(days=29)
NOTES_A_DAY = 2


async def plan_note(
    tx: Transaction,
    chance: Chance,
    engagement: Engagement,
    rhythm: Rhythm,
    note_id: str,
    now: datetime,
) -> bool:
    """Plans a note on the client's first day with room for it. False where none comes soon.

    A day takes `NOTES_A_DAY` at most: notes of a weekend do not all come on Monday.
    """
    others = await tx.deliveries(engagement.id, Kind.NOTE)
    taken = Counter(local_date(one.not_before, rhythm.zone) for one in others)
    last = min(engagement.ends_on, local_date(now, rhythm.zone) + NOTE_WITHIN)
    for occurrence in occurrences(rhythm, now, last):
        if taken[occurrence.on] >= NOTES_A_DAY:
            continue
        part = replace(occurrence, not_before=max(occurrence.not_before, now))
        client = engagement.client_id
        return await tx.plan(
            at_occurrence(chance, Kind.NOTE, client, engagement.id, part, note_id, note_id)
        )
    return False


async def plan_notes_anew(
    tx: Transaction, chance: Chance, engagement: Engagement, rhythm: Rhythm, now: datetime
) -> None:
    """Plans the waiting notes by a new rhythm; removes the words of one that finds no day."""
    waiting = await _waiting(tx, engagement)
    await tx.unplan(engagement.id, Kind.NOTE)
    for one in sorted(waiting, key=lambda each: (each.not_before, each.id)):
        note_id = one.subject or ""
        if not await plan_note(tx, chance, engagement, rhythm, note_id, now):
            await tx.remove_note(engagement.id, note_id)


async def let_go_of_notes(tx: Transaction, engagement: Engagement) -> None:
    """Removes the notes that are planned, before they are unplanned: nothing brings them again."""
    for one in await _waiting(tx, engagement):
        if one.subject is not None:
            await tx.remove_note(engagement.id, one.subject)


async def _waiting(tx: Transaction, engagement: Engagement) -> list[Delivery]:
    every = await tx.deliveries(engagement.id, Kind.NOTE)
    return [one for one in every if one.state is DeliveryState.PLANNED]
