"""Every kind of message that leaves by itself, and the one gate before it.

Nothing here sends. `compose` is asked at the moment of sending, and answers with a message
that carries the grant that covers it, or with the reason why nothing may leave.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from bot.chat import Message
from bot.domain.consent import Decided, Grant, Purpose
from bot.domain.delivery import Delivery, DeliveryState, Kind
from bot.domain.engagement import Engagement, EngagementState
from bot.domain.people import Dialogue, Person
from bot.domain.rhythm import Rhythm, window_on
from bot.domain.rounds import ARRIVED, Turn, next_round
from bot.domain.step import StepState
from bot.domain.wall_time import local_date
from bot.domain.words import Words
from bot.handlers.coaching import LOOK_BACK
from bot.handlers.notes import open_to_notes, undelivered_notes
from bot.messages import check_ins, coaching, comfort, notes, privacy, sessions, steps
from bot.plain import offered
from bot.ports import CoachSide, Transaction
from bot.rules.grants import allowed, live, over, still_allowed
from bot.rules.question_choice import asked_of
from bot.settings import Settings
from bot.text import catalogue

SOON = timedelta(hours=18)


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
    """Nothing may leave; `reason` is a fixed word. PLANNED: not before `until` (UTC)."""

    state: DeliveryState
    reason: str
    until: datetime | None = None


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
    """`subject` is what the answer will be about, unless it is the delivery itself."""

    message: Message
    awaiting: str | None = None
    subject: str | None = None
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
    if await tx.left_at(to.address) is not None:
        return Held(DeliveryState.WITHHELD, "app_removed")
    engagement = await tx.engagement(delivery.owner)
    closed = _closed(delivery, engagement, now)
    if closed is not None:
        return Held(DeliveryState.WITHHELD, closed)
    resting = _resting(await tx.rhythm(delivery.owner), delivery, now)
    if resting is not None:
        return resting
    purpose, composer = ROADS[delivery.kind]
    grant = live(await tx.ledger(delivery.owner), purpose, now, engagement)
    if grant is None:
        return Held(DeliveryState.WITHHELD, "no_consent")
    piece = await composer(Moment(tx, delivery, to, engagement, now, settings))
    if piece is None:
        return Held(DeliveryState.WITHHELD, "nothing_to_say")
    dialogue = _dialogue(delivery, piece)
    return Covered(to, piece.message, grant, dialogue, piece.shares, piece.seen)


def surely_held(
    delivery: Delivery,
    engagement: Engagement | None,
    rhythm: Rhythm | None,
    decisions: Sequence[Decided],
    now: datetime,
) -> Held | None:
    """What the gate would answer whoever is written to, where it would hold this for good.

    None lets nothing leave: `compose` is asked once more at the moment of sending. `decisions` are
    what was decided about the purposes of `needed_for`.
    """
    if not delivery.not_before <= now < delivery.not_after:
        return Held(DeliveryState.DROPPED, "outside_window")
    closed = _closed(delivery, engagement, now)
    if closed is not None:
        return Held(DeliveryState.WITHHELD, closed)
    resting = _resting(rhythm, delivery, now)
    if resting is not None:
        return resting if resting.until is None else None
    if not allowed(decisions, ROADS[delivery.kind][0], now, engagement):
        return Held(DeliveryState.WITHHELD, "no_consent")
    return None


def needed_for(kind: Kind) -> set[Purpose]:
    """The purposes without which a delivery of this kind does not leave."""
    return {ROADS[kind][0], Purpose.AGREEMENT}


def _closed(delivery: Delivery, engagement: Engagement | None, now: datetime) -> str | None:
    if delivery.kind is Kind.DIGEST:
        return None if delivery.owner == delivery.to else "wrong_owner"
    if engagement is None or engagement.client_id != delivery.to:
        return "wrong_owner"
    if engagement.stopped:
        return "stopped"
    if engagement.state is not EngagementState.ACTIVE or over(engagement, now):
        return "ended"
    return None


def _resting(rhythm: Rhythm | None, delivery: Delivery, now: datetime) -> Held | None:
    """By a pause, a day off or a holiday on the person's own date, or by the hour.

    The hour is looked at anew: since this was planned the hours may have been changed, or the
    rules of the zone.
    """
    if rhythm is None:
        return Held(DeliveryState.WITHHELD, "paused")
    today = local_date(now, rhythm.zone)
    window = window_on(rhythm, today)
    if window is None and rhythm.rests_on(today):
        return Held(DeliveryState.WITHHELD, "paused")
    if window is None or now >= window.not_after:
        return Held(DeliveryState.DROPPED, "outside_window")
    if now >= window.not_before:
        return None
    if window.not_before >= delivery.not_after:
        return Held(DeliveryState.DROPPED, "outside_window")
    return Held(DeliveryState.PLANNED, "too_early", window.not_before)


def _dialogue(delivery: Delivery, piece: Piece) -> Dialogue | None:
    if piece.awaiting is None:
        return None
    return Dialogue(piece.awaiting, piece.subject or delivery.id, offered([piece.message]))


async def _check_in(moment: Moment) -> Piece | None:
    """Asks, or asks gently once after a quiet time, or rests."""
    engagement = moment.engagement
    if engagement is None:
        return None
    say = catalogue(moment.to.language)
    steps_now = await moment.tx.steps(engagement.id)
    step = next((step for step in steps_now if step.state is StepState.TAKEN), None)
    past = await moment.tx.deliveries(engagement.id, Kind.CHECK_IN)
    now = next_round(past, moment.to.dialogue.heard_at, step)
    if now.turn is Turn.REST:
        return None
    if now.turn is Turn.GENTLE:
        return Piece(comfort.gentle(say, engagement.id))
    offer = check_ins.Offer(
        moment.delivery.id,
        step=step if now.about_step else None,
        engagement_id=engagement.id,
        comfort=now.comfort,
    )
    return await _asking(moment, engagement, offer, now.number)


async def _asking(
    moment: Moment, engagement: Engagement, offer: check_ins.Offer, number: int
) -> Piece | None:
    """The question whose turn it is; a step stands in its place. None where nothing is left."""
    say = catalogue(moment.to.language)
    questions = await asked_of(moment.tx, engagement, say, moment.settings)
    question = None if offer.step else questions.turn(number)
    if offer.step is None and question is None:
        return None
    more = len(questions.left) > (1 if question else 0)
    whole = replace(offer, question=question, more=more)
    hello = "check-in-hello" if moment.delivery.kind is Kind.CHECK_IN else "reminder-hello"
    subject = f"{offer.id}|{question.id if question else 'step'}"
    return Piece(check_ins.check_in(say, whole, hello), awaiting="answer", subject=subject)


async def _reminder(moment: Moment) -> Piece | None:
    """Once, and only if the person has not been here since the check-in."""
    engagement = moment.engagement
    check_in = await moment.tx.delivery(moment.delivery.subject or "")
    if engagement is None or check_in is None or check_in.state not in ARRIVED:
        return None
    past = await moment.tx.deliveries(engagement.id, Kind.CHECK_IN)
    heard_at = moment.to.dialogue.heard_at
    newest = max(past, key=lambda one: one.not_before)
    asked_at = check_in.settled_at or check_in.not_before
    open_still = heard_at is None or heard_at < asked_at
    coming_soon = newest.id != check_in.id and newest.not_before - moment.now < SOON
    if not open_still or coming_soon:
        return None
    steps_now = await moment.tx.steps(engagement.id)
    step = next((step for step in steps_now if step.state is StepState.TAKEN), None)
    before = [one for one in past if one.not_before < check_in.not_before]
    as_asked = next_round(before, heard_at, step)
    if as_asked.turn is not Turn.ASK:
        return None
    offer = check_ins.Offer(
        check_in.id, step=step if as_asked.about_step else None, engagement_id=engagement.id
    )
    return await _asking(moment, engagement, offer, as_asked.number)


async def _session_prep(moment: Moment) -> Piece | None:
    """The day before, and only if that is still the session."""
    engagement = moment.engagement
    if engagement is None or not _is_for(moment, engagement):
        return None
    coach = await _coach_name(moment, engagement)
    prepared = sessions.prep(catalogue(moment.to.language), moment.delivery.id, coach)
    return Piece(prepared, awaiting="answer", subject=f"{moment.delivery.id}|session.bring")


async def _session_after(moment: Moment) -> Piece | None:
    engagement = moment.engagement
    if engagement is None or not _is_for(moment, engagement):
        return None
    coach = await _coach_name(moment, engagement)
    say = catalogue(moment.to.language)
    return Piece(sessions.after(say, moment.delivery.id, engagement.id, coach))


def _is_for(moment: Moment, engagement: Engagement) -> bool:
    """A session that was moved or taken out since is no longer asked about."""
    at = engagement.session_at
    return at is not None and moment.delivery.slot == at.isoformat()


async def _note(moment: Moment) -> Piece | None:
    """A coach's own words, word for word as they previewed them."""
    engagement = moment.engagement
    if engagement is None:
        return None
    note = await moment.tx.note(engagement.id, moment.delivery.subject or "")
    if note is None or note.coach_id != engagement.coach_id:
        return None
    coach = await _coach_name(moment, engagement)
    return Piece(notes.arrived(catalogue(moment.to.language), coach, note.words))


async def _coach_name(moment: Moment, engagement: Engagement) -> Words:
    coach = await moment.tx.person(engagement.coach_id)
    return coach.name if coach else Words("?")


async def _step_prompt(moment: Moment) -> Piece | None:
    step = await moment.tx.step(moment.delivery.owner, moment.delivery.subject or "")
    if step is None or step.state is not StepState.TAKEN:
        return None
    return Piece(steps.step_prompt(catalogue(moment.to.language), step))


async def _digest(moment: Moment) -> Piece | None:
    door: CoachSide = moment.tx
    items = await door.shared_with(moment.to.id, moment.now - LOOK_BACK, moment.now)
    new = await still_allowed(moment.tx, [item for item in items if item.new], moment.now)
    say = catalogue(moment.to.language)
    lost = await undelivered_notes(moment.tx, moment.to.id, moment.now)
    if not new:
        return None
    if moment.settings.digests == "by_reference":
        waiting = coaching.digest_by_reference(say, moment.delivery.id)
        return Piece(waiting, shares=tuple(item.share_id for item in new), seen=False)
    page, rest = coaching.page(new)
    shown = tuple(item.share_id for item in page)
    notes_open = await open_to_notes(moment.tx, page, moment.now)
    zone = moment.to.zone or moment.settings.zone
    beside = coaching.Beside(moment.delivery.id, notes_open, len(rest), lost=lost, zone=zone)
    return Piece(coaching.digest(say, page, beside), shares=shown)


async def _ending(moment: Moment) -> Piece | None:
    if moment.engagement is None:
        return None
    engagement = moment.engagement
    name = await _coach_name(moment, engagement)
    answers = len(await moment.tx.answers(engagement.id))
    steps = len(await moment.tx.steps(engagement.id))
    say = catalogue(moment.to.language)
    return Piece(privacy.ending(say, engagement, name, answers, steps))


ROADS: Mapping[Kind, tuple[Purpose, Composer]] = {
    Kind.CHECK_IN: (Purpose.CHECK_INS, _check_in),
    Kind.STEP_PROMPT: (Purpose.STEP_PROMPTS, _step_prompt),
    Kind.ENDING: (Purpose.CHECK_INS, _ending),
    Kind.DIGEST: (Purpose.DIGEST, _digest),
    Kind.REMINDER: (Purpose.REMINDER, _reminder),
    Kind.SESSION_PREP: (Purpose.SESSION_PREP, _session_prep),
    Kind.SESSION_AFTER: (Purpose.SESSION_PREP, _session_after),
    Kind.NOTE: (Purpose.NOTES, _note),
}
