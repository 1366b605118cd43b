"""Composers that ask around a session: what to bring the day before, and one question after it."""

from __future__ import annotations

from datetime import timedelta

from bot.delivery.composing import Composing, Piece
from bot.domain.delivery import Delivery
from bot.domain.engagement import Engagement
from bot.domain.question import Around
from bot.messages import sessions
from bot.messages.check_ins import Offer
from bot.rules.asked_lately import as_asked
from bot.rules.coach_names import name_of_coach
from bot.rules.question_choice import asked_of
from bot.text import catalogue


async def before(about: Composing) -> Piece | None:
    """Asks what to bring, the day before, if that is still the session."""
    engagement = await _still(about)
    return await bring(about, engagement, about.delivery) if engagement is not None else None


async def bring(about: Composing, engagement: Engagement, asked: Delivery) -> Piece | None:
    """The question what to bring, under the delivery `asked`. None where the session moved."""
    if not _is_for(asked, engagement):
        return None
    say = catalogue(about.to.language)
    questions = await asked_of(about.tx, engagement, say, about.settings)
    coach = await name_of_coach(about.tx, engagement)
    more = questions.another(Around.BEFORE) is not None
    prepared = sessions.prep(say, asked.id, coach, more=more)
    return Piece(prepared, awaiting="answer", subject=f"{asked.id}|session.bring")


async def after(about: Composing) -> Piece | None:
    """Asks a question of the set for after a session, or about a small step where none is left."""
    engagement = await _still(about)
    if engagement is None:
        return None
    say = catalogue(about.to.language)
    questions = await asked_of(about.tx, engagement, say, about.settings)
    coach = await name_of_coach(about.tx, engagement)
    question = questions.another(Around.AFTER)
    offer = Offer(about.delivery.id, question=question, engagement_id=engagement.id)
    if question is None:
        return Piece(sessions.after(say, offer, coach))
    return Piece(
        sessions.after(say, offer, coach),
        awaiting="answer",
        subject=f"{offer.id}|{question.id}",
        asked=as_asked(about.tx, question, offer.id, about.now),
    )


async def _still(about: Composing) -> Engagement | None:
    """The engagement, if the session is still the one that this was planned for, and the same was
    not asked within a day: moving the session asks no second time.
    """
    engagement = about.engagement
    if engagement is None or not _is_for(about.delivery, engagement):
        return None
    past = await about.tx.deliveries(engagement.id, about.delivery.kind)
    since = about.now - timedelta(days=1)
    if any(one.state.arrived and (one.settled_at or one.not_before) > since for one in past):
        return None
    return engagement


def _is_for(asked: Delivery, engagement: Engagement) -> bool:
    """Tells whether the session is still the one that the delivery was planned for."""
    at = engagement.session_at
    return at is not None and asked.slot == at.isoformat()
