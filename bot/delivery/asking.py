"""Composers that ask: a check-in, its reminder, and the same question again later."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from bot.delivery import around_session
from bot.delivery.composing import Composing, Piece
from bot.domain.delivery import ASKED_ANEW, Delivery, Kind
from bot.domain.engagement import Engagement
from bot.domain.question import Question, may_ask
from bot.domain.rounds import NextAsk, next_round
from bot.domain.step import Step, to_ask
from bot.domain.wall_time import local_date
from bot.messages import check_ins, comfort
from bot.rules.asked_lately import as_asked
from bot.rules.open_steps import open_steps
from bot.rules.question_choice import ClientQuestions, asked_of, question_named
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
    steps = await _steps_to_ask(about, engagement, about.now)
    past = await about.tx.deliveries(engagement.id, Kind.CHECK_IN)
    now = next_round(past, about.to.dialogue.heard_at, _since(about, steps))
    if now.next is NextAsk.REST:
        return None
    if now.next is NextAsk.GENTLE:
        return Piece(comfort.gentle(say, engagement.id))
    offer = check_ins.Offer(
        about.delivery.id,
        steps=steps if now.about_step else (),
        engagement_id=engagement.id,
        comfort=now.comfort,
        later=True,
    )
    return await _asking(about, engagement, offer)


async def _steps_to_ask(about: Composing, engagement: Engagement, at: datetime) -> tuple[Step, ...]:
    """The open steps that a check-in at this moment (UTC) may ask about."""
    zone = _zone(about)
    return to_ask(await about.tx.steps(engagement.id), local_date(at, zone), zone)


def _since(about: Composing, steps: Sequence[Step]) -> datetime | None:
    return max((step.asked_from(_zone(about)) for step in steps), default=None)


def _zone(about: Composing) -> str:
    return about.to.zone or about.settings.zone


async def _asking(
    about: Composing, engagement: Engagement, offer: check_ins.Offer, again: str | None = None
) -> Piece | None:
    """Asks about the step, or else a question. None where nothing is left.

    With `again`, the id of a delivery, it asks what that one did.
    """
    say = catalogue(about.to.language)
    questions = await asked_of(about.tx, engagement, say, about.settings)
    if offer.steps:
        whole = replace(offer, more=bool(questions.left))
        asks = f"{offer.id}|step"
        message = check_ins.check_in(say, whole, HELLOS[about.delivery.kind])
        return Piece(message, awaiting="answer", subject=asks)
    question = await _same_again(about, engagement, questions, again) or questions.next(about.now)
    if question is None:
        return None
    on_path = question in questions.coming and again is None
    whole = replace(
        offer,
        question=question,
        about=await _step_of(about, engagement) if question.about_step else None,
        more=any(one != question for one in questions.left),
        path=questions.path if on_path else None,
    )
    return Piece(
        check_ins.check_in(say, whole, HELLOS[about.delivery.kind]),
        awaiting="answer",
        subject=f"{offer.id}|{question.id}",
        asked=as_asked(about.tx, question, offer.id, about.now),
    )


async def _step_of(about: Composing, engagement: Engagement) -> Step | None:
    """The open step that a question about the client's step is about: the newest one."""
    return next(iter(await open_steps(about.tx, engagement.id)), None)


async def _same_again(
    about: Composing, engagement: Engagement, questions: ClientQuestions, again: str | None
) -> Question | None:
    """The question that the delivery `again` asked, if it may still be asked."""
    before = questions.asking.asked_by(again) if again else None
    if before is None:
        return None
    say = catalogue(about.to.language)
    found = await question_named(about.tx, engagement, say, about.settings, before.question)
    if found is None or not may_ask(found, questions.asking.struck, questions.depth):
        return None
    return found


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
    if asked.kind is Kind.SESSION_PREP:
        return await around_session.bring(about, engagement, asked)
    if asked.kind is Kind.SESSION_AFTER:
        offer = check_ins.Offer(asked.id, engagement_id=engagement.id)
        return await _asking(about, engagement, offer, asked.id)
    past = await about.tx.deliveries(engagement.id, Kind.CHECK_IN)
    return await _as_asked(about, engagement, asked, past)


async def _as_asked(
    about: Composing, engagement: Engagement, asked: Delivery, past: Sequence[Delivery]
) -> Piece | None:
    """Asks what the check-in `asked` did. None where that asked nothing."""
    if asked.reason == ASKED_ANEW:
        return None
    steps = await _steps_to_ask(about, engagement, asked.not_before)
    before = [one for one in past if one.not_before < asked.not_before]
    then = next_round(before, about.to.dialogue.heard_at, _since(about, steps))
    if then.next is not NextAsk.ASK:
        return None
    offer = check_ins.Offer(
        asked.id, steps=steps if then.about_step else (), engagement_id=engagement.id
    )
    return await _asking(about, engagement, offer, again=asked.id)
