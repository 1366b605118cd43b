"""The kinds of delivery: one row per kind, and one composer that makes its message.

A composer runs behind the gate, at the moment of sending. It returns None where there is nothing
left to say.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from bot.chat import Message
from bot.domain.complete import complete
from bot.domain.delivery import Delivery, Kind
from bot.domain.engagement import Engagement
from bot.domain.people import Person
from bot.domain.purposes import PURPOSES, AskedBy, Purpose, covered_by
from bot.domain.rounds import NextAsk, next_round
from bot.domain.step import StepState
from bot.domain.words import Words
from bot.messages import check_ins, coaching, comfort, notes, privacy, sessions, steps
from bot.ports import CoachSide, Transaction
from bot.rules.digest import LOOK_BACK, open_to_notes, undelivered_notes
from bot.rules.grants import still_allowed
from bot.rules.question_choice import asked_of
from bot.settings import Settings
from bot.text import catalogue

SOON = timedelta(hours=18)
HELLOS = {
    Kind.CHECK_IN: "check-in-hello",
    Kind.REMINDER: "reminder-hello",
    Kind.LATER: "later-hello",
}


@dataclass(frozen=True, slots=True)
class Composing:
    """The input of a composer: the reader, and their engagement unless they are the coach.

    `now` is the moment of sending (UTC).
    """

    tx: Transaction
    delivery: Delivery
    to: Person
    engagement: Engagement | None
    now: datetime
    settings: Settings


@dataclass(frozen=True, slots=True)
class Piece:
    """The result of a composer: a message, and what it is about.

    `awaiting` is the kind of answer that is expected; `subject` is what it will be about, unless it
    is the delivery itself.

    `shares` are the ids of the shares that the message shows; `seen` says whether it shows them
    at once.
    """

    message: Message
    awaiting: str | None = None
    subject: str | None = None
    shares: tuple[str, ...] = ()
    seen: bool = True


Composer = Callable[[Composing], Awaitable[Piece | None]]


@dataclass(frozen=True, slots=True, kw_only=True)
class KindRow:
    """All that the second road needs to know of one kind of delivery.

    `purpose` is the grant it needs, as that purpose's own row says, and `compose` makes its
    message; an edit of a message that has already left has neither. `to_coach`: the reader is a
    coach, else a client. `repeats`: its next occurrence is planned with its claim.
    `ends_in_claim`: one that may not leave is settled in the claim, in one statement for many;
    where settling does more, each is settled by itself.
    """

    purpose: Purpose | None
    compose: Composer | None
    to_coach: bool
    repeats: bool
    ends_in_claim: bool

    def __post_init__(self) -> None:
        if (self.purpose is None) != (self.compose is None):
            raise ValueError("a message needs a purpose, and a purpose needs a message")


async def _check_in(about: Composing) -> Piece | None:
    """Asks, or asks gently once after a quiet time, or rests."""
    engagement = about.engagement
    if engagement is None:
        return None
    say = catalogue(about.to.language)
    steps_now = await about.tx.steps(engagement.id)
    step = next((step for step in steps_now if step.state is StepState.TAKEN), None)
    past = await about.tx.deliveries(engagement.id, Kind.CHECK_IN)
    now = next_round(past, about.to.dialogue.heard_at, step)
    if now.next is NextAsk.REST:
        return None
    if now.next is NextAsk.GENTLE:
        return Piece(comfort.gentle(say, engagement.id))
    offer = check_ins.Offer(
        about.delivery.id,
        step=step if now.about_step else None,
        engagement_id=engagement.id,
        comfort=now.comfort,
    )
    return await _asking(about, engagement, offer, now.number)


async def _asking(
    about: Composing, engagement: Engagement, offer: check_ins.Offer, number: int
) -> Piece | None:
    """Asks about the step, or else the question of this round. None where nothing is left."""
    say = catalogue(about.to.language)
    questions = await asked_of(about.tx, engagement, say, about.settings)
    question = None if offer.step else questions.of_round(number)
    if offer.step is None and question is None:
        return None
    more = len(questions.left) > (1 if question else 0)
    whole = replace(offer, question=question, more=more)
    hello = HELLOS[about.delivery.kind]
    subject = f"{offer.id}|{question.id if question else 'step'}"
    return Piece(check_ins.check_in(say, whole, hello), awaiting="answer", subject=subject)


async def _reminder(about: Composing) -> Piece | None:
    """Asks the check-in's question again, if the person has not been here since."""
    engagement = about.engagement
    check_in = await about.tx.delivery(about.delivery.subject or "")
    if engagement is None or check_in is None or not check_in.state.arrived:
        return None
    past = await about.tx.deliveries(engagement.id, Kind.CHECK_IN)
    heard_at = about.to.dialogue.heard_at
    newest = max(past, key=lambda one: one.not_before)
    asked_at = check_in.settled_at or check_in.not_before
    open_still = heard_at is None or heard_at < asked_at
    coming_soon = newest.id != check_in.id and newest.not_before - about.now < SOON
    if not open_still or coming_soon:
        return None
    steps_now = await about.tx.steps(engagement.id)
    step = next((step for step in steps_now if step.state is StepState.TAKEN), None)
    before = [one for one in past if one.not_before < check_in.not_before]
    as_asked = next_round(before, heard_at, step)
    if as_asked.next is not NextAsk.ASK:
        return None
    offer = check_ins.Offer(
        check_in.id, step=step if as_asked.about_step else None, engagement_id=engagement.id
    )
    return await _asking(about, engagement, offer, as_asked.number)


async def _later(about: Composing) -> Piece | None:
    """Asks a question again because the person said "later"; None if its check-in is gone."""
    engagement = about.engagement
    asked = await about.tx.delivery(about.delivery.subject or "")
    if engagement is None or asked is None or not asked.state.arrived:
        return None
    past = await about.tx.deliveries(engagement.id, Kind.CHECK_IN)
    steps_now = await about.tx.steps(engagement.id)
    step = next((step for step in steps_now if step.state is StepState.TAKEN), None)
    before = [one for one in past if one.not_before < asked.not_before]
    as_asked = next_round(before, about.to.dialogue.heard_at, step)
    offer = check_ins.Offer(
        asked.id, step=step if as_asked.about_step else None, engagement_id=engagement.id
    )
    return await _asking(about, engagement, offer, as_asked.number)


async def _session_prep(about: Composing) -> Piece | None:
    """Asks what to bring, the day before, if that is still the session."""
    engagement = about.engagement
    if engagement is None or not _is_for(about, engagement):
        return None
    coach = await _coach_name(about, engagement)
    prepared = sessions.prep(catalogue(about.to.language), about.delivery.id, coach)
    return Piece(prepared, awaiting="answer", subject=f"{about.delivery.id}|session.bring")


async def _session_after(about: Composing) -> Piece | None:
    engagement = about.engagement
    if engagement is None or not _is_for(about, engagement):
        return None
    coach = await _coach_name(about, engagement)
    say = catalogue(about.to.language)
    return Piece(sessions.after(say, about.delivery.id, engagement.id, coach))


def _is_for(about: Composing, engagement: Engagement) -> bool:
    """Tells whether the session is still the one that this was planned for."""
    at = engagement.session_at
    return at is not None and about.delivery.slot == at.isoformat()


async def _note(about: Composing) -> Piece | None:
    """Brings a coach's own words, exactly as they previewed them."""
    engagement = about.engagement
    if engagement is None:
        return None
    note = await about.tx.note(engagement.id, about.delivery.subject or "")
    if note is None or note.coach_id != engagement.coach_id:
        return None
    coach = await _coach_name(about, engagement)
    return Piece(notes.arrived(catalogue(about.to.language), coach, note.words))


async def _coach_name(about: Composing, engagement: Engagement) -> Words:
    coach = await about.tx.person(engagement.coach_id)
    return coach.name if coach else Words("?")


async def _step_prompt(about: Composing) -> Piece | None:
    step = await about.tx.step(about.delivery.owner, about.delivery.subject or "")
    if step is None or step.state is not StepState.TAKEN:
        return None
    return Piece(steps.step_prompt(catalogue(about.to.language), step))


async def _digest(about: Composing) -> Piece | None:
    door: CoachSide = about.tx
    items = await door.shared_with(about.to.id, about.now, since=about.now - LOOK_BACK)
    new = await still_allowed(about.tx, [item for item in items if item.new], about.now)
    say = catalogue(about.to.language)
    lost = await undelivered_notes(about.tx, about.to.id, about.now)
    if not new:
        return None
    if about.settings.digests == "by_reference":
        waiting = coaching.digest_by_reference(say, about.delivery.id)
        return Piece(waiting, shares=tuple(item.share_id for item in new), seen=False)
    page, rest = coaching.page(new)
    shown = tuple(item.share_id for item in page)
    notes_open = await open_to_notes(about.tx, page, about.now)
    zone = about.to.zone or about.settings.zone
    beside = coaching.DigestExtras(about.delivery.id, notes_open, len(rest), lost=lost, zone=zone)
    return Piece(coaching.digest(say, page, beside), shares=shown)


async def _ending(about: Composing) -> Piece | None:
    if about.engagement is None:
        return None
    engagement = about.engagement
    name = await _coach_name(about, engagement)
    answers = len(await about.tx.answers(engagement.id))
    steps = len(await about.tx.steps(engagement.id))
    say = catalogue(about.to.language)
    return Piece(privacy.ending(say, engagement, name, answers, steps))


def _to_client(kind: Kind, compose: Composer, *, repeats: bool = False) -> KindRow:
    return KindRow(
        purpose=covered_by(kind),
        compose=compose,
        to_coach=False,
        repeats=repeats,
        ends_in_claim=True,
    )


KINDS: Mapping[Kind, KindRow] = complete(
    {
        Kind.CHECK_IN: _to_client(Kind.CHECK_IN, _check_in, repeats=True),
        Kind.REMINDER: _to_client(Kind.REMINDER, _reminder),
        Kind.LATER: _to_client(Kind.LATER, _later),
        Kind.STEP_PROMPT: _to_client(Kind.STEP_PROMPT, _step_prompt),
        Kind.ENDING: _to_client(Kind.ENDING, _ending),
        Kind.SESSION_PREP: _to_client(Kind.SESSION_PREP, _session_prep),
        Kind.SESSION_AFTER: _to_client(Kind.SESSION_AFTER, _session_after),
        # Settling a note also removes its words.
        Kind.NOTE: replace(_to_client(Kind.NOTE, _note), ends_in_claim=False),
        Kind.DIGEST: KindRow(
            purpose=covered_by(Kind.DIGEST),
            compose=_digest,
            to_coach=True,
            repeats=True,
            ends_in_claim=True,
        ),
        # An amend takes words out of a digest that has left: it edits, and sends nothing.
        Kind.AMEND: KindRow(
            purpose=covered_by(Kind.AMEND),
            compose=None,
            to_coach=True,
            repeats=False,
            ends_in_claim=False,
        ),
    },
    Kind,
)


def check_readers(rows: Mapping[Kind, KindRow]) -> None:
    """Raises ValueError for a kind that goes to somebody else than its purpose is asked of."""
    for kind, row in rows.items():
        if row.purpose is None:
            continue
        of_coach = PURPOSES[row.purpose].asked_by is AskedBy.COACH
        if of_coach is not row.to_coach:
            raise ValueError(f"{kind} does not go to the person who is asked for {row.purpose}")


check_readers(KINDS)
