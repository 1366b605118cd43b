"""Takes words out of a digest that was sent: the bot edits its own message.

An edit needs no consent of the coach: it is no new message, and it only ever shows less.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta

import structlog

from bot.chat import Message
from bot.domain.delivery import Delivery, Kind
from bot.domain.engagement import Engagement
from bot.domain.people import Person
from bot.domain.share import Posted
from bot.messages import coaching
from bot.messages.overview.brief import brief_amended
from bot.metrics import METRICS
from bot.ports import (
    Adapter,
    Clock,
    CoachSide,
    NotSent,
    Outcome,
    Sent,
    Store,
    Transaction,
    Unknown,
)
from bot.text import catalogue

POSTED_FOR = timedelta(days=30)
# The last day ends somewhere on Earth up to so much later than it begins in UTC.
ROOM = timedelta(days=3)
FIRST_RETRY = timedelta(seconds=30)

log = structlog.get_logger()


@dataclass(frozen=True, slots=True)
class Amended:
    """The new content of the message that the platform knows as `posted`.

    `posted` is None if the platform's own id is not known (yet).
    """

    to: Person
    posted: str | None
    message: Message


class Amends:
    """Edits sent digests, one attempt at a time."""

    def __init__(self, store: Store, adapters: Mapping[str, Adapter], clock: Clock) -> None:
        self._store = store
        self._adapters = adapters
        self._clock = clock

    async def outcome(self, delivery: Delivery) -> Outcome:
        """Edits one digest and returns the outcome.

        An unknown outcome is tried again, because an edit may be repeated.
        """
        async with self._store.transaction() as tx:
            amended = await amend(tx, delivery, self._clock.now())
        outcome: Outcome = NotSent("not_to_be_edited")
        match amended:
            case Amended(to, str() as posted, message):
                outcome = await self._edit(to, posted, message)
            case Amended(to, None):
                # The digest may be on its way, or its outcome is unknown.
                await self._look_for(to, delivery.subject or "")
                outcome = NotSent("not_posted_yet", FIRST_RETRY)
        return outcome

    async def _edit(self, to: Person, posted: str, message: Message) -> Outcome:
        adapter = self._adapters.get(to.address.platform)
        if adapter is None:
            return NotSent("no_adapter", FIRST_RETRY)
        try:
            outcome = await adapter.edit(to.address, posted, message)
        except Exception as problem:
            METRICS.failed("adapter")
            log.error("adapter_raised", error=type(problem).__name__)
            return NotSent("raised", FIRST_RETRY)
        return NotSent("unknown", FIRST_RETRY) if isinstance(outcome, Unknown) else outcome

    async def _look_for(self, to: Person, digest: str) -> None:
        adapter = self._adapters.get(to.address.platform)
        found = await adapter.find(to.address, digest) if adapter else None
        if isinstance(found, Sent):
            async with self._store.transaction() as tx:
                await note_posted(tx, to.id, digest, found.message, self._clock.now())


async def amend(tx: Transaction, delivery: Delivery, now: datetime) -> Amended | None:
    """Composes the edit from what the coach may still read at `now` (UTC).

    None if it is too late.
    """
    door: CoachSide = tx
    to = await tx.person(delivery.to)
    if to is None or delivery.subject is None or now >= delivery.not_after:
        return None
    posted = await door.posted(to.id, delivery.subject)
    items = await door.shared_with(to.id, now, shown_in=delivery.subject)
    shown = await tx.delivery(delivery.subject)
    is_brief = shown is not None and shown.kind is Kind.BRIEF
    drawn = brief_amended if is_brief else coaching.digest_amended
    message = drawn(catalogue(to.language), items)
    return Amended(to, posted.message if posted else None, message)


async def note_posted(
    tx: Transaction, coach_id: str, digest: str, message: str, now: datetime
) -> None:
    """Stores the platform's id of a digest, for as long as anything in it may be kept."""
    door: CoachSide = tx
    items = await door.shared_with(coach_id, now, shown_in=digest)
    until = now + POSTED_FOR
    for engagement_id in {item.engagement_id for item in items}:
        engagement = await tx.engagement(engagement_id)
        if engagement is not None:
            until = max(until, _at_the_latest(engagement))
    await door.save_posted(Posted(digest, coach_id, message, until))


def _at_the_latest(engagement: Engagement) -> datetime:
    """A moment (UTC) after which nothing of an engagement is kept, by dates that its coach knows.

    The coach can read it. The moment of the end itself, or of one share, would tell the client's
    zone, how long they keep things, and when they wrote.
    """
    last = engagement.last_day(engagement.keeps_until)
    return datetime.combine(last, time(0), UTC) + ROOM
