"""Composers that ask: a check-in, its reminder, and the same question again later."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from bot.delivery.composing import Composing, Piece
from bot.domain.delivery import ASKED_ANEW, Delivery, Kind
from bot.domain.engagement import Engagement
from bot.domain.people import PUT_OFF
from bot.domain.rounds import NextAsk, next_round
from bot.domain.step import Step, StepState
from bot.messages import check_ins, comfort
from bot.rules.question_choice import asked_of, question_named
from bot.text import catalogue

SOON = timedelta(hours=18)
HELLOS = {
    Kind.CHECK_IN: "check-in-hello",
    Kind.REMINDER: "reminder-hello",
    Kind.LATER: "later-hello",
}


async def check_in(about: Composing) -> Piece | None:
    """Asks, or asks gently once after a quiet time, or rests."""
    engagement = about.engagement
    if engagement is None:
        return None
    say = catalogue(about.to.language)
    step = await _open_step(about, engagement)
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
        later=True,
    )
    return await _asking(about, engagement, offer, now.number)


async def _open_step(about: Composing, engagement: Engagement) -> Step | None:
    steps = await about.tx.steps(engagement.id)
    return next((step for step in steps if step.state is StepState.TAKEN), None)


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


async def reminder(about: Composing) -> Piece | None:
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
    return await _as_asked(about, engagement, check_in, past)


async def later(about: Composing) -> Piece | None:
    """Asks a question again because the person said "later"; None if its check-in is gone."""
    engagement = about.engagement
    asked = await about.tx.delivery(about.delivery.subject or "")
    if engagement is None or asked is None or not asked.state.arrived:
        return None
    named = await _the_same(about, engagement, asked)
    if named is not None:
        return named
    past = await about.tx.deliveries(engagement.id, Kind.CHECK_IN)
    return await _as_asked(about, engagement, asked, past)


async def _the_same(about: Composing, engagement: Engagement, asked: Delivery) -> Piece | None:
    """The very question that was put off; None where nothing tells which one it was, or it is gone.

    It may be another one than the check-in began with: "Another question" was pressed meanwhile.
    """
    dialogue, say = about.to.dialogue, catalogue(about.to.language)
    under, _, name = (dialogue.subject or "").partition("|")
    if dialogue.awaiting != PUT_OFF or under != asked.id:
        return None
    question = await question_named(about.tx, engagement, say, about.settings, name)
    if question is None:
        return None
    offer = check_ins.Offer(asked.id, question=question, engagement_id=engagement.id)
    told = check_ins.check_in(say, offer, HELLOS[about.delivery.kind])
    return Piece(told, awaiting="answer", subject=f"{asked.id}|{question.id}")


async def _as_asked(
    about: Composing, engagement: Engagement, asked: Delivery, past: Sequence[Delivery]
) -> Piece | None:
    """Asks what the check-in `asked` did. None where that asked nothing."""
    if asked.reason == ASKED_ANEW:
        return None
    step = await _open_step(about, engagement)
    before = [one for one in past if one.not_before < asked.not_before]
    as_asked = next_round(before, about.to.dialogue.heard_at, step)
    if as_asked.next is not NextAsk.ASK:
        return None
    offer = check_ins.Offer(
        asked.id, step=step if as_asked.about_step else None, engagement_id=engagement.id
    )
    return await _asking(about, engagement, offer, as_asked.number)
