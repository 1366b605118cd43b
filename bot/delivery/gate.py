"""The one gate before everything that leaves by itself. Nothing here sends.

`compose` is called at the moment of sending. It returns a message with the grant that covers it, or
the reason why nothing may leave. `may_not_leave` is the rule. The claim applies it first, so that a
delivery that certainly may not leave costs nothing more.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.chat import Message
from bot.delivery.composing import Composing, Piece
from bot.delivery.kinds import KINDS
from bot.domain.consent import Decided, Grant, Purpose
from bot.domain.delivery import Delivery, DeliveryState, Kind
from bot.domain.engagement import Engagement, EngagementState
from bot.domain.pause import in_pause
from bot.domain.people import Dialogue, Person
from bot.domain.rhythm import Rhythm, window_on
from bot.domain.wall_time import local_date
from bot.plain import offered
from bot.ports import Transaction
from bot.rules.coaches import may_coach, whose_coach_may
from bot.rules.grants import allowed, live, over
from bot.settings import Settings


@dataclass(frozen=True, slots=True)
class Covered:
    """A message that may leave now, and the grant that covers it."""

    to: Person
    message: Message
    grant: Grant
    dialogue: Dialogue | None
    shares: tuple[str, ...] = ()
    seen: bool = True


@dataclass(frozen=True, slots=True)
class Withheld:
    """Nothing may leave. `reason` is a fixed word.

    `state` is the end of the delivery, or PLANNED if it may leave later, not before `until` (UTC).
    """

    state: DeliveryState
    reason: str
    until: datetime | None = None


OUTSIDE_WINDOW = Withheld(DeliveryState.DROPPED, "outside_window")


@dataclass(frozen=True, slots=True)
class GateFacts:
    """The facts that decide about a delivery.

    `decisions` are about the purposes of `needed_for`. The pause is part of `rhythm` at the moment
    of sending; a claim does not read it, because it is sealed with the person.
    """

    engagement: Engagement | None
    rhythm: Rhythm | None
    decisions: Sequence[Decided]


async def compose(
    tx: Transaction, delivery: Delivery, now: datetime, settings: Settings
) -> Covered | Withheld:
    """Finds the recipient, checks whether the delivery may leave, and only then composes the
    message.

    `now` is the moment of sending (UTC).
    """
    if not delivery.not_before <= now < delivery.not_after:
        return OUTSIDE_WINDOW
    to = await tx.person(delivery.to)
    if to is None:
        return _withheld("gone")
    if await tx.left_at(to.address) is not None:
        return _withheld("app_removed")
    engagement = await tx.engagement(delivery.owner)
    ledger = await tx.ledger(delivery.owner)
    rhythm = await tx.rhythm(delivery.owner)
    facts = GateFacts(engagement, in_pause(rhythm, to.pause) if rhythm else None, ledger)
    withheld = may_not_leave(delivery, facts, now)
    if withheld is not None:
        return withheld
    row = KINDS[delivery.kind]
    grant = live(ledger, row.purpose, now, engagement) if row.purpose else None
    if grant is None or row.compose is None:
        return _withheld("no_consent")
    if not await _coach_may(tx, delivery, to, engagement, settings):
        return _withheld("not_a_coach")
    piece = await row.compose(Composing(tx, delivery, to, engagement, now, settings))
    if piece is None:
        return _withheld("nothing_to_say")
    return Covered(
        to, piece.message, grant, _dialogue(delivery, piece, now), piece.shares, piece.seen
    )


def may_not_leave(delivery: Delivery, facts: GateFacts, now: datetime) -> Withheld | None:
    """Returns why a delivery may not leave at `now` (UTC), whatever its recipient and its text.

    It checks in this order: its window, its owner and engagement, a pause, a day off, the client's
    hours, consent.
    """
    if not delivery.not_before <= now < delivery.not_after:
        return OUTSIDE_WINDOW
    closed = _closed(delivery, facts.engagement, now)
    if closed is not None:
        return _withheld(closed)
    resting = _resting(facts.rhythm, delivery, now)
    if resting is not None:
        return resting
    purpose = KINDS[delivery.kind].purpose
    if purpose is None or not allowed(facts.decisions, purpose, now, facts.engagement):
        return _withheld("no_consent")
    return None


def needed_for(kind: Kind) -> set[Purpose]:
    """The purposes that a delivery of this kind needs."""
    purpose = KINDS[kind].purpose
    return {purpose, Purpose.AGREEMENT} if purpose else set()


def _withheld(reason: str) -> Withheld:
    return Withheld(DeliveryState.WITHHELD, reason)


def _closed(delivery: Delivery, engagement: Engagement | None, now: datetime) -> str | None:
    if KINDS[delivery.kind].to_coach:
        return None if delivery.owner == delivery.to else "wrong_owner"
    if engagement is None or engagement.client_id != delivery.to:
        return "wrong_owner"
    if engagement.stopped:
        return "stopped"
    if engagement.state is not EngagementState.ACTIVE or over(engagement, now):
        return "ended"
    return None


async def _coach_may(
    tx: Transaction,
    delivery: Delivery,
    to: Person,
    engagement: Engagement | None,
    settings: Settings,
) -> bool:
    """Tells whether the coach may coach now who would read a digest, or whose note this is."""
    if KINDS[delivery.kind].to_coach:
        return await may_coach(tx, settings, to.address)
    if delivery.kind is not Kind.NOTE or engagement is None:
        return True
    return await whose_coach_may(tx, settings, engagement.coach_id)


def _resting(rhythm: Rhythm | None, delivery: Delivery, now: datetime) -> Withheld | None:
    """Checks for a pause, a day off or a holiday on the person's local date, and the hour.

    It checks the hour again, because the hours or the zone's rules may have changed since it was
    planned.
    """
    if rhythm is None:
        return _withheld("paused")
    today = local_date(now, rhythm.zone)
    window = window_on(rhythm, today)
    if window is None and rhythm.rests_on(today):
        return _withheld("paused")
    if window is None or now >= window.not_after:
        return OUTSIDE_WINDOW
    if now >= window.not_before:
        return None
    if window.not_before >= delivery.not_after:
        return OUTSIDE_WINDOW
    return Withheld(DeliveryState.PLANNED, "too_early", window.not_before)


def _dialogue(delivery: Delivery, piece: Piece, now: datetime) -> Dialogue | None:
    if piece.awaiting is None:
        return None
    return Dialogue(
        piece.awaiting, piece.subject or delivery.id, offered([piece.message]), asked_at=now
    )
