"""Decides what a digest shows beside its shares, whether it is sent or asked for."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime, time, timedelta

from bot.domain.consent import Purpose
from bot.domain.profile import LostNote
from bot.domain.share import SharedItem
from bot.ports import CoachSide, Transaction
from bot.rules.grants import goes_on_seeing

# How far back a digest looks for shares.
LOOK_BACK = timedelta(days=28)
# When a coach's digest comes, until they choose another day or hour.
DIGEST_DAY, DIGEST_HOURS = "FR", (time(9), time(17))


async def open_to_notes(
    tx: Transaction, items: Sequence[SharedItem], now: datetime
) -> frozenset[str]:
    """The engagements of a digest's shares whose client accepts notes from the coach."""
    named = {item.engagement_id for item in items if not item.unnamed}
    return await accept_notes(tx, named, now)


async def accept_notes(
    tx: Transaction, engagement_ids: Iterable[str], now: datetime
) -> frozenset[str]:
    """Those of these engagements whose client lets the coach see that they accept notes.

    A button that answers is there for them alone. Its absence says nothing: never asked, refused,
    withdrawn and expired are alike. A new card that waits for its answer takes no button away, and
    gives none back.
    """
    engaged = await tx.with_ledgers(set(engagement_ids))
    found = (
        one.id
        for one, ledger in engaged.values()
        if goes_on_seeing(ledger, Purpose.NOTES, now, one) is not None
    )
    return frozenset(found)


async def undelivered_notes(tx: Transaction, coach_id: str, now: datetime) -> Sequence[LostNote]:
    """The coach's notes that a platform did not take, oldest first."""
    door: CoachSide = tx
    return await door.lost_notes(coach_id, now)
