"""The open steps of an engagement, and when a check-in next asks about one: one reader for both
roads.
"""

from __future__ import annotations

from datetime import date, datetime

from bot.domain.delivery import DeliveryState, Kind
from bot.domain.rhythm import Rhythm
from bot.domain.step import Step
from bot.ports import Transaction
from bot.rules.planning import ahead


async def open_steps(tx: Transaction, engagement_id: str) -> list[Step]:
    """The steps that are still taken: neither done nor dropped, newest first."""
    return [step for step in await tx.steps(engagement_id) if step.is_open]


async def asks_about(
    tx: Transaction, rhythm: Rhythm, step: Step, now: datetime, last_day: date
) -> date | None:
    """The local date of the first check-in of a rhythm that can ask about a step; None for none.

    The first check-in after a step's day asks about it (`bot.domain.rounds.next_round`).
    """
    past = await tx.deliveries(rhythm.owner, Kind.CHECK_IN)
    dealt_with = {one.slot for one in past if one.state is not DeliveryState.PLANNED}
    coming = (
        one.on for one in ahead(rhythm, now, last_day) if one.on.isoformat() not in dealt_with
    )
    return next((on for on in coming if step.may_be_asked(on)), None)
