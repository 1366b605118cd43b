"""Taking words out of a digest that has left: the bot edits its own message, and adds nothing.

It needs no grant of the coach's: it is no new message, and it only ever shows less.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.chat import Message
from bot.domain.delivery import Delivery
from bot.domain.people import Person
from bot.domain.share import Posted
from bot.messages import coaching
from bot.ports import CoachSide, Transaction
from bot.text import catalogue

POSTED_FOR = timedelta(days=30)


@dataclass(frozen=True, slots=True)
class Amended:
    """What is to stand in the place of the message that the platform knows as `posted`.

    None where the platform's own id of it is not known (yet).
    """

    to: Person
    posted: str | None
    message: Message


async def amend(tx: Transaction, delivery: Delivery, now: datetime) -> Amended | None:
    """Composed at the moment of editing, from what may still be read then. None if too late."""
    door: CoachSide = tx
    to = await tx.person(delivery.to)
    if to is None or delivery.subject is None or now >= delivery.not_after:
        return None
    posted = await door.posted(to.id, delivery.subject)
    items = await door.shown_in(to.id, delivery.subject, now)
    message = coaching.digest_amended(catalogue(to.language), items)
    return Amended(to, posted.message if posted else None, message)


async def note_posted(
    tx: Transaction, coach_id: str, digest: str, message: str, now: datetime
) -> None:
    """Remembers how the platform knows a digest, for as long as anything in it may be kept."""
    door: CoachSide = tx
    items = await door.shown_in(coach_id, digest, now)
    until = max((item.until for item in items), default=now + POSTED_FOR)
    await door.save_posted(Posted(digest, coach_id, message, until))
