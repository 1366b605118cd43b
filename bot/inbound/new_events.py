"""Tells a new event from one that came before."""

from __future__ import annotations

from datetime import datetime

from bot.chat import Deleted, Event, Wrote
from bot.ports import Transaction


async def is_new(tx: Transaction, event: Event, now: datetime) -> bool:
    """True for a new event. Checked per event id and per message, for one gesture can arrive as two
    events.

    A deletion counts as a seen message, so that its text cannot arrive afterwards.
    """
    if not await tx.first_time(event.sender, event.id, now):
        return False
    match event.what:
        case Wrote(_, str() as message):
            return await tx.first_time(event.sender, f"message:{message}", now)
        case Deleted(message):
            await tx.first_time(event.sender, f"message:{message}", now)
        case _:
            pass
    return True
