"""Taps under a check-in: the bot quotes each one back, and keeps it only if the client agrees."""

from __future__ import annotations

from dataclasses import dataclass

from bot.chat import Message
from bot.domain.check_in import Answer, AnswerState, Mark
from bot.domain.consent import Purpose
from bot.domain.delivery import Delivery
from bot.domain.engagement import Engagement
from bot.domain.question import PROGRESS, Question
from bot.domain.step import Step
from bot.domain.wall_time import local_date
from bot.handlers import steps
from bot.handlers.answers import draft_until
from bot.handlers.check_ins import asked_in, is_fresh
from bot.handlers.conversation import Conversation, Reply
from bot.messages import check_ins as say_check_ins
from bot.messages.common import note
from bot.rules.question_choice import question_named


async def marked(conversation: Conversation, delivery_id: str, mark: Mark, step_id: str) -> Reply:
    """Handles a tap under a check-in about a step."""
    found = await asked_in(conversation, delivery_id)
    if found is None:
        return conversation.stale()
    delivery, engagement = found
    step = await conversation.tx.step(engagement.id, step_id)
    if step is None or mark not in PROGRESS:
        return conversation.stale()
    tap = Tap(delivery, engagement, mark, "step", step=step)
    return await _tapped(conversation, tap)


async def tapped(
    conversation: Conversation, delivery_id: str, question_id: str, mark: Mark
) -> Reply:
    """Handles a tap under a question of the client's set."""
    found = await asked_in(conversation, delivery_id)
    if found is None:
        return conversation.stale()
    delivery, engagement = found
    question = await question_named(
        conversation.tx, engagement, conversation.say, conversation.settings, question_id
    )
    if question is None or mark not in question.marks:
        return conversation.stale()
    return await _tapped(conversation, Tap(delivery, engagement, mark, question.id, question))


@dataclass(frozen=True, slots=True)
class Tap:
    """A tap under a check-in. `about` is the id of a question, or "step"."""

    delivery: Delivery
    engagement: Engagement
    mark: Mark
    about: str
    question: Question | None = None
    step: Step | None = None


async def _tapped(conversation: Conversation, tap: Tap) -> Reply:
    if not is_fresh(conversation, tap.delivery):
        return _too_old(conversation, tap.delivery)
    keeps = await conversation.grant(tap.engagement.id, Purpose.KEEP_MARKS) is not None
    before = await _answer_to(conversation, tap)
    if before is not None and before.mark is tap.mark:
        return conversation.note("already-done")
    reply: Reply = []
    if tap.step is not None:
        reply = await steps.marked(conversation, tap.step, tap.mark, keeps=keeps)
    if not keeps:
        return [*reply, say_check_ins.quoted_once(conversation.say, None, tap.mark, tap.question)]
    return [*reply, await _keep_mark(conversation, tap, before)]


async def _keep_mark(conversation: Conversation, tap: Tap, before: Answer | None) -> Message:
    engagement = tap.engagement
    if before is not None:
        await conversation.tx.remove_answer(engagement.id, before.id)
    answer = Answer(
        id=conversation.chance.new_id(),
        engagement_id=engagement.id,
        client_id=conversation.person.id,
        question=tap.about,
        check_in=tap.delivery.id,
        step_id=tap.step.id if tap.step else None,
        mark=tap.mark,
        words=None,
        state=AnswerState.DRAFT,
        at=conversation.now,
        until=draft_until(conversation, engagement),
    )
    await conversation.tx.save_answer(answer)
    coach = await conversation.coach_name(engagement)
    return say_check_ins.quoted_back(conversation.say, answer, coach, tap.question)


async def _answer_to(conversation: Conversation, tap: Tap) -> Answer | None:
    answers = await conversation.tx.answers(tap.engagement.id)
    same = (a for a in answers if a.check_in == tap.delivery.id and a.question == tap.about)
    return next((a for a in same if a.mark is not None), None)


def _too_old(conversation: Conversation, delivery: Delivery) -> Reply:
    asked_on = local_date(delivery.not_before, conversation.zone)
    return [note(conversation.say, "check-in-old", day=conversation.say.day(asked_on))]
