"""Keeps the bot's own messages to one person apart: never two within an hour.

The answer to what a person wrote or pressed is no message by itself, and neither is an edit.
"""

from __future__ import annotations

from datetime import datetime, timedelta

from bot.delivery.kinds import KINDS, Crowded
from bot.domain.delivery import Delivery, DeliveryState
from bot.ports import Transaction

APART = timedelta(hours=1)


async def waits_until(tx: Transaction, delivery: Delivery, now: datetime) -> datetime | None:
    """Returns when (UTC) the delivery may leave, or None if it may leave now.

    It keeps an hour from each message that left, and from a moment that the person named for
    another one: that one comes when it was promised, and waits for nothing.
    """
    if KINDS[delivery.kind].crowded is Crowded.NEVER:
        return None
    near = [one for one in await tx.around(delivery.to, now - APART) if one.id != delivery.id]
    left = (one.begun_at for one in near if one.state.may_have_arrived)
    promised = (one.due_at for one in near if _is_promised(one, now))
    until = max((at + APART for at in (*left, *promised) if at is not None), default=now)
    return until if until > now else None


def _is_promised(one: Delivery, now: datetime) -> bool:
    """True for a planned message of a moment that the person named, if that is within the hour."""
    if one.state is not DeliveryState.PLANNED or KINDS[one.kind].crowded is not Crowded.NEVER:
        return False
    return one.due_at < now + APART and now < one.not_after
