"""Every kind of message that leaves by itself, and the one gate before it.

Nothing here sends. `compose` is asked at the moment of sending, and answers with a message
that carries the grant that covers it, or with the reason why nothing may leave.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from bot.chat import Message
from bot.domain.consent import Grant, Purpose
from bot.domain.delivery import Delivery, DeliveryState, Kind
from bot.domain.engagement import Engagement, EngagementState
from bot.domain.people import Dialogue, Person
from bot.domain.step import StepState
from bot.domain.words import Words
from bot.handlers.coaching import LOOK_BACK
from bot.handlers.grants import live, over, still_allowed
from bot.messages import check_ins, coaching, privacy, steps
from bot.plain import offered
from bot.ports import CoachSide, Transaction
from bot.settings import Settings
from bot.text import catalogue


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
class Held:
    """Nothing may leave; `reason` is a fixed word."""

    state: DeliveryState
    reason: str


@dataclass(frozen=True, slots=True)
class Moment:
    """What a composer works with: the reader, and their engagement unless they are the coach."""

    tx: Transaction
    delivery: Delivery
    to: Person
    engagement: Engagement | None
    now: datetime
    settings: Settings


@dataclass(frozen=True, slots=True)
class Piece:
    message: Message
    awaiting: str | None = None
    shares: tuple[str, ...] = ()
    seen: bool = True


Composer = Callable[[Moment], Awaitable[Piece | None]]


async def compose(
    tx: Transaction, delivery: Delivery, now: datetime, settings: Settings
) -> Covered | Held:
    """The consent gate: who, whether, and only then what. `now` is the moment of sending."""
    if not delivery.not_before <= now < delivery.not_after:
        return Held(DeliveryState.DROPPED, "outside_window")
    to = await tx.person(delivery.to)
    if to is None:
        return Held(DeliveryState.WITHHELD, "gone")
    engagement = await tx.engagement(delivery.owner)
    closed = _closed(delivery, to, engagement, now)
    if closed is not None:
        return Held(DeliveryState.WITHHELD, closed)
    if await _paused(tx, delivery, now):
        return Held(DeliveryState.WITHHELD, "paused")
    purpose, composer = ROADS[delivery.kind]
    grant = live(await tx.ledger(delivery.owner), purpose, now, engagement)
    if grant is None:
        return Held(DeliveryState.WITHHELD, "no_consent")
    piece = await composer(Moment(tx, delivery, to, engagement, now, settings))
    if piece is None:
        return Held(DeliveryState.WITHHELD, "nothing_to_say")
    dialogue = _dialogue(delivery, piece)
    return Covered(to, piece.message, grant, dialogue, piece.shares, piece.seen)


def _closed(
    delivery: Delivery, to: Person, engagement: Engagement | None, now: datetime
) -> str | None:
    if delivery.kind is Kind.DIGEST:
        return None if delivery.owner == to.id else "wrong_owner"
    if engagement is None or engagement.client_id != to.id:
        return "wrong_owner"
    if engagement.stopped:
        return "stopped"
    if engagement.state is not EngagementState.ACTIVE or over(engagement, now):
        return "ended"
    return None


async def _paused(tx: Transaction, delivery: Delivery, now: datetime) -> bool:
    rhythm = await tx.rhythm(delivery.owner)
    if rhythm is None:
        return True
    if rhythm.paused_until is None:
        return False
    return now.astimezone(ZoneInfo(rhythm.zone)).date() < rhythm.paused_until


def _dialogue(delivery: Delivery, piece: Piece) -> Dialogue | None:
    if piece.awaiting is None:
        return None
    return Dialogue(piece.awaiting, delivery.id, offered([piece.message]))


async def _check_in(moment: Moment) -> Piece | None:
    taken = (
        step
        for step in await moment.tx.steps(moment.delivery.owner)
        if step.state is StepState.TAKEN
    )
    say = catalogue(moment.to.language)
    message = check_ins.check_in(say, moment.delivery.id, next(taken, None))
    return Piece(message, awaiting="answer")


async def _step_prompt(moment: Moment) -> Piece | None:
    step = await moment.tx.step(moment.delivery.owner, moment.delivery.subject or "")
    if step is None or step.state is not StepState.TAKEN:
        return None
    return Piece(steps.step_prompt(catalogue(moment.to.language), step))


async def _digest(moment: Moment) -> Piece | None:
    door: CoachSide = moment.tx
    items = await door.shared_with(moment.to.id, moment.now - LOOK_BACK, moment.now)
    new = await still_allowed(moment.tx, [item for item in items if item.new], moment.now)
    if not new:
        return None
    say, shares = catalogue(moment.to.language), tuple(item.share_id for item in new)
    if moment.settings.digests == "by_reference":
        waiting = coaching.digest_by_reference(say, moment.delivery.id)
        return Piece(waiting, shares=shares, seen=False)
    return Piece(coaching.digest(say, new), shares=shares)


async def _ending(moment: Moment) -> Piece | None:
    if moment.engagement is None:
        return None
    engagement = moment.engagement
    coach = await moment.tx.person(engagement.coach_id)
    name = coach.name if coach else Words("?")
    answers = len(await moment.tx.answers(engagement.id))
    steps = len(await moment.tx.steps(engagement.id))
    say = catalogue(moment.to.language)
    return Piece(privacy.ending(say, engagement, name, answers, steps))


ROADS: Mapping[Kind, tuple[Purpose, Composer]] = {
    Kind.CHECK_IN: (Purpose.CHECK_INS, _check_in),
    Kind.STEP_PROMPT: (Purpose.STEP_PROMPTS, _step_prompt),
    Kind.ENDING: (Purpose.CHECK_INS, _ending),
    Kind.DIGEST: (Purpose.DIGEST, _digest),
}
