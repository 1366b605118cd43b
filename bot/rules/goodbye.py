"""Plans the one message by which a client learns that their coach has ended the coaching."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

from bot.domain.consent import Purpose
from bot.domain.delivery import DeliveryState, Kind
from bot.domain.engagement import Engagement, EngagementState
from bot.domain.pause import in_pause
from bot.domain.rhythm import window_on
from bot.domain.wall_time import local_date
from bot.ports import Chance, DamagedError, Transaction
from bot.rules.grants import allowed
from bot.rules.planning import at_occurrence

# The yes to check-ins covers so many messages near the end, and no more.
NEAR_THE_END = 2
# Somebody who is away for longer reads it when they next write.
WITHIN = timedelta(days=14)
SLOT = "ended"


async def plan_goodbye(tx: Transaction, chance: Chance, before: Engagement, now: datetime) -> bool:
    """Plans it in the client's next hours. `before` is the engagement as it was until `now` (UTC).

    False where it plans none: for somebody who stopped or rests, who never said yes to check-ins,
    or who was told of the end twice already. Their next line is answered with it.
    """
    if before.stopped or before.state is not EngagementState.ACTIVE:
        return False
    try:
        ledger = await tx.ledger(before.id)
        client = await tx.person(before.client_id)
    except DamagedError:
        return False
    rhythm = await tx.rhythm(before.id)
    if client is None or rhythm is None:
        return False
    if not allowed(ledger, Purpose.CHECK_INS, now, before):
        return False
    told = [
        one for one in await tx.deliveries(before.id, Kind.ENDING) if one.state.may_have_arrived
    ]
    if len(told) >= NEAR_THE_END:
        return False
    counts = in_pause(rhythm, client.pause)
    today = local_date(now, rhythm.zone)
    days = (window_on(counts, today + timedelta(days=ahead)) for ahead in range(WITHIN.days))
    found = next((one for one in days if one is not None and one.not_after > now), None)
    if found is None:
        return False
    part = replace(found, not_before=max(found.not_before, now))
    return await tx.plan(
        at_occurrence(chance, Kind.GOODBYE, before.client_id, before.id, part, SLOT)
    )


async def take_back_goodbye(tx: Transaction, ended: Engagement) -> bool:
    """Takes the goodbye back that still waits: its client reads of the end in another way.

    True if one waited.
    """
    planned = await tx.deliveries(ended.id, Kind.GOODBYE)
    waited = any(one.state is DeliveryState.PLANNED for one in planned)
    if waited:
        await tx.unplan(ended.id, Kind.GOODBYE)
    return waited
