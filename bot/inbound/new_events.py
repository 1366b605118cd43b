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
    names = [event.id]
    match event.what:
        case Wrote(_, str() as message) | Deleted(message):
            names.append(f"message:{message}")
    new = await tx.begin_event(event.sender, names, now)
    return event.id in new and (isinstance(event.what, Deleted) or len(new) == len(names))
