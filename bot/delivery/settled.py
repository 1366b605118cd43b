"""What else is stored once a delivery has left: what it asked, and how a reply finds it."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from bot.delivery.verdict import Covered
from bot.domain.delivery import ASKED_ANEW, Delivery, Kind
from bot.ports import Sent, Transaction
from bot.rules.asked_lately import note_question
from bot.rules.changes import note_asked
from bot.rules.replies import subject_of_replies, with_one_more


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
    """Remembers the question of a set that has left, or perhaps has, so that it rests a while."""
    asked = composed.asked if composed else None
    engagement = await tx.engagement(delivery.owner) if asked else None
    if engagement is not None and asked is not None:
        await note_question(tx, engagement, asked)


async def end_note(tx: Transaction, delivery: Delivery) -> None:
    """Deletes a note's words when its delivery is over.

    Not for an undelivered one: the coach is told first.
    """
    if delivery.kind is Kind.NOTE and delivery.subject:
        await tx.remove_note(delivery.owner, delivery.subject)


async def await_answer(
    tx: Transaction, delivery: Delivery, composed: Covered | None, sent: Sent, now: datetime
) -> None:
    """Opens the question that has arrived, and notes by which name a reply belongs to it."""
    asked = composed.dialogue if composed else None
    answers = subject_of_replies(delivery, asked)
    if asked is None and answers is None:
        return
    person = await tx.person(delivery.to)
    if person is None:
        return
    before = person.dialogue
    replies = with_one_more(tx, person.address, before.replies, answers, sent.names, now)
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
    await tx.save_person(replace(person, dialogue=replace(kept, replies=replies)), now)
