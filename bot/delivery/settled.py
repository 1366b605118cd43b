"""What else is stored once a delivery has left: what it asked, and how a reply finds it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from bot.delivery.amend import note_posted
from bot.delivery.verdict import Covered
from bot.domain.asking import Asking
from bot.domain.delivery import ASKED_ANEW, SHOWING_SHARES, Delivery, DeliveryState, Kind
from bot.domain.people import Person
from bot.ports import Sent, Transaction
from bot.rules.asked_lately import with_question
from bot.rules.changes import note_asked
from bot.rules.question_choice import asking_of
from bot.rules.replies import subject_of_replies, with_one_more


@dataclass(frozen=True, slots=True)
class Departed:
    """A delivery that has left. `composed` is what it said; None after a crash, when nobody knows.

    `sent` is what the platform answered.
    """

    delivery: Delivery
    composed: Covered | None
    sent: Sent | None = None

    @property
    def names(self) -> tuple[str, ...]:
        return self.sent.names if self.sent else ()


async def settle_sent(tx: Transaction, left: Sequence[Departed], now: datetime, by: str) -> None:
    """Settles deliveries that were sent, each to another person, and stores what follows from each.

    First it reads for all, then it writes. Raises ValueError if `by` has not claimed one.
    """
    if len(left) > 1:
        await tx.foresee_settling([one.delivery for one in left])
    people = [one for one in [await _awaiting(tx, each, now) for each in left] if one]
    askings = [one for one in [await _with_question(tx, each) for each in left] if one]
    if people:
        await tx.save_people(people, now)
    if askings:
        await tx.save_askings(askings)
    plain = [one.delivery.id for one in left if not _asks_anew(one)]
    if plain:
        await tx.settle_sent(plain, now, by=by)
    for one in left:
        if _asks_anew(one):
            anew = await note_anew(tx, one.delivery, one.composed, now)
            await tx.settle(one.delivery.id, DeliveryState.SENT, now, anew, by=by)
        await end_note(tx, one.delivery)
        if one.sent is not None and one.delivery.kind in SHOWING_SHARES:
            await note_posted(tx, one.delivery.to, one.delivery.id, one.sent.message, now)


def _asks_anew(one: Departed) -> bool:
    return one.composed is not None and one.composed.asks is not None


async def note_anew(
    tx: Transaction, delivery: Delivery, composed: Covered | None, now: datetime
) -> str | None:
    """Notes that the client was asked about what has changed. Returns the reason to settle with.

    After a crash nobody knows what the message said: then they are rather asked again.
    """
    if composed is None or composed.asks is None:
        return None
    engagement = await tx.engagement(delivery.owner)
    if engagement is not None:
        await note_asked(tx, engagement, composed.to.language, composed.asks, now)
    return ASKED_ANEW


async def note_set_question(tx: Transaction, delivery: Delivery, composed: Covered | None) -> None:
    """Remembers the question of a set that has perhaps left, so that it rests a while."""
    asking = await _with_question(tx, Departed(delivery, composed))
    if asking is not None:
        await tx.save_asking(asking)


async def _with_question(tx: Transaction, left: Departed) -> Asking | None:
    asked, owner = left.composed.asked if left.composed else None, left.delivery.owner
    if asked is None:
        return None
    asking = await tx.asking(owner)
    if asking is None:
        engagement = await tx.engagement(owner)
        asking = await asking_of(tx, engagement) if engagement is not None else None
    return with_question(asking, asked) if asking is not None else None


async def end_note(tx: Transaction, delivery: Delivery) -> None:
    """Deletes a note's words when its delivery is over.

    Not for an undelivered one: the coach is told first.
    """
    if delivery.kind is Kind.NOTE and delivery.subject:
        await tx.remove_note(delivery.owner, delivery.subject)


async def _awaiting(tx: Transaction, left: Departed, now: datetime) -> Person | None:
    """The recipient with the question that has arrived, and with the name by which a reply belongs
    to it. None where nothing of theirs changes.
    """
    delivery = left.delivery
    asked = left.composed.dialogue if left.composed else None
    answers = subject_of_replies(delivery, asked)
    if asked is None and answers is None:
        return None
    person = await tx.person(delivery.to)
    if person is None:
        return None
    before = person.dialogue
    replies = with_one_more(tx, person.address, before.replies, answers, left.names, now)
    kept = before
    if asked is not None:
        kept = replace(
            asked,
            heard_at=before.heard_at,
            zone_asked=before.zone_asked,
            quiet=before.quiet,
            told_until=before.told_until,
            thanked=before.thanked,
            step_offered=before.step_offered,
            aside=before.aside,
            reaction_met=before.reaction_met,
            notes_offered=before.notes_offered,
        )
    return replace(person, dialogue=replace(kept, replies=replies))
