"""Whether what a client shares now reaches the coach before the next session, and sending it now.

It looks at the coach's own times only. What others have shared changes nothing in it.
"""

from __future__ import annotations

from datetime import datetime

from bot.domain.delivery import Delivery, DeliveryState, Kind
from bot.domain.engagement import Engagement
from bot.domain.pause import in_pause
from bot.domain.purposes import Purpose
from bot.domain.rhythm import Occurrence, RhythmError, occurrences
from bot.messages.answering.in_time import Late
from bot.ports import Chance, DamagedError, Transaction
from bot.rules.briefs import Before, hours_of, session_seen, waking_before
from bot.rules.coaches import whose_coach_may
from bot.rules.grants import live
from bot.rules.planning import at_occurrence
from bot.settings import Settings


async def late(
    tx: Transaction, settings: Settings, engagement: Engagement, now: datetime
) -> Late | None:
    """What to tell the client before they share `now` (UTC); None if it comes in time.

    Nothing is too late where no session is set, or where the coach may read nothing at all.
    """
    at = engagement.session_at
    if at is None or at <= now:
        return None
    if not await whose_coach_may(tx, settings, engagement.coach_id):
        return None
    digest = await _next_digest(tx, engagement.coach_id, now)
    if (digest is not None and digest < at) or await _brief_is_ahead(tx, engagement, now):
        return None
    return Late(at, digest, await _now(tx, engagement, now) is not None)


async def send_now(
    tx: Transaction, chance: Chance, engagement: Engagement, share_id: str, now: datetime
) -> bool:
    """Plans that one share goes to the coach at once, in their waking hours, before the session.

    False if it cannot: the coach wants none, or sleeps until the session.
    """
    window = await _now(tx, engagement, now)
    if window is None:
        return False
    coach = engagement.coach_id
    return await tx.plan(
        at_occurrence(chance, Kind.SENT_NOW, coach, coach, window, share_id, engagement.id)
    )


async def _now(tx: Transaction, engagement: Engagement, now: datetime) -> Occurrence | None:
    rhythm = await hours_of(tx, engagement.coach_id, now)
    at = engagement.session_at
    if rhythm is None or at is None or at <= now:
        return None
    return waking_before(rhythm, at, now)


async def _next_digest(tx: Transaction, coach_id: str, now: datetime) -> datetime | None:
    """When the coach's next digest goes (UTC), whether anything waits for it or not."""
    try:
        coach, ledger = await tx.person(coach_id), await tx.ledger(coach_id)
        rhythm = await tx.rhythm(coach_id)
        if coach is None or rhythm is None or live(ledger, Purpose.DIGEST, now, None) is None:
            return None
        gone = {
            one.slot
            for one in await tx.deliveries(coach_id, Kind.DIGEST)
            if one.state is not DeliveryState.PLANNED
        }
        ahead = occurrences(in_pause(rhythm, coach.pause), now)
        found = next((one for one in ahead if one.on.isoformat() not in gone), None)
    except (DamagedError, RhythmError):
        return None
    return max(found.not_before, now) if found is not None else None


async def _brief_is_ahead(tx: Transaction, engagement: Engagement, now: datetime) -> bool:
    """True if a brief of this session is still to come, and the coach still wants it."""
    if await session_seen(tx, engagement.id, now) is None:
        return False
    if await hours_of(tx, engagement.coach_id, now) is None:
        return False
    planned = await tx.deliveries(engagement.coach_id, Kind.BRIEF)
    return any(_is_of(one, engagement) and one.not_after > now for one in planned)


def _is_of(one: Delivery, engagement: Engagement) -> bool:
    if one.state is not DeliveryState.PLANNED or one.subject != engagement.id:
        return False
    return Before.of(one.slot).session_at == engagement.session_at
