"""Answers: taken in the client's own form, quoted back, and theirs to keep or let go."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from zoneinfo import ZoneInfo

from bot.chat import Message
from bot.domain.check_in import Answer, AnswerState, Mark
from bot.domain.consent import Purpose
from bot.domain.delivery import Delivery, DeliveryState, Kind
from bot.domain.engagement import Engagement, EngagementState
from bot.domain.step import Step
from bot.domain.words import Words
from bot.handlers import steps
from bot.handlers.scene import Reply, Scene
from bot.messages import check_ins as say_check_ins
from bot.messages.common import note

ARRIVED = (DeliveryState.CLAIMED, DeliveryState.SENT, DeliveryState.UNCONFIRMED)
FRESH = timedelta(days=8)
DRAFT_LIVES = timedelta(days=1)


async def marked(scene: Scene, delivery_id: str, mark: str, step_id: str | None = None) -> Reply:
    """A tap under a check-in."""
    found = await _asked(scene, delivery_id)
    if found is None or mark not in set(Mark):
        return scene.stale()
    delivery, engagement = found
    if not _fresh(scene, delivery):
        return _too_old(scene, delivery)
    chosen = Mark(mark)
    step = await scene.tx.step(engagement.id, step_id) if step_id else None
    expected = say_check_ins.PROGRESS if step_id else say_check_ins.STEADY
    if chosen not in expected or (step_id and step is None):
        return scene.stale()
    keeps = await scene.grant(engagement.id, Purpose.KEEP_MARKS) is not None
    before = await _answer_to(scene, engagement, delivery_id)
    if before is not None and before.mark is chosen:
        return scene.note("already-done")
    about_step = await steps.marked(scene, step, chosen, keeps=keeps) if step else []
    if not keeps:
        return [*about_step, say_check_ins.quoted_once(scene.say, None, chosen)]
    return [*about_step, await _keep_mark(scene, engagement, delivery, chosen, step, before)]


async def passed(scene: Scene, delivery_id: str) -> Reply:
    """Passing is a full answer, and nothing of it is stored."""
    return scene.note("passed") if await _asked(scene, delivery_id) else scene.stale()


async def wrote(scene: Scene, text: Words, message: str | None) -> Reply:
    """Words of an active client, asked for or not: theirs, quoted back, and kept only if agreed."""
    engagement, delivery = await _meant(scene)
    if engagement is None:
        return scene.note("hello")
    if engagement.stopped:
        return scene.note("stopped-still")
    if await scene.grant(engagement.id, Purpose.KEEP_WORDS) is None:
        return [say_check_ins.quoted_once(scene.say, text, None)]
    answer = Answer(
        id=scene.chance.new_id(),
        engagement_id=engagement.id,
        client_id=scene.person.id,
        question=None,
        check_in=delivery.id if delivery else None,
        step_id=None,
        mark=None,
        words=text,
        state=AnswerState.DRAFT,
        at=scene.now,
        until=min(scene.now + DRAFT_LIVES, scene.kept_until(engagement, scene.now)),
        source=source_of(scene, message) if message else None,
    )
    await scene.tx.save_answer(answer)
    coach = await scene.coach_name(engagement)
    return [say_check_ins.quoted_back(scene.say, answer, coach)]


async def keep(scene: Scene, answer_id: str) -> Reply:
    """Kept for the client alone. What was approved but has not left is taken back."""
    found = await own_answer(scene, answer_id)
    if found is None:
        return scene.stale()
    engagement, answer = found
    waiting = [
        share
        for share in await scene.tx.shares(engagement.id)
        if share.answer_id == answer.id and share.seen_at is None
    ]
    if answer.state is AnswerState.KEPT and not waiting:
        return scene.note("already-done")
    for share in waiting:
        await scene.tx.remove_share(engagement.id, share.id)
    private = await make_kept(scene, engagement, answer)
    done = [say_check_ins.kept(scene.say, private)]
    return done + await steps.offer(scene, engagement)


async def drop(scene: Scene, answer_id: str) -> Reply:
    found = await own_answer(scene, answer_id)
    if found is None:
        return scene.stale()
    engagement, answer = found
    await let_go(scene, engagement, answer)
    return scene.note("not-kept") + await steps.offer(scene, engagement)


async def let_go(scene: Scene, engagement: Engagement, answer: Answer) -> None:
    """Gone for good, with every share of it that nobody has seen."""
    unseen = [
        share.id
        for share in await scene.tx.shares(engagement.id)
        if share.answer_id == answer.id and share.seen_at is None
    ]
    await scene.erase([answer.id, *unseen])


async def make_kept(scene: Scene, engagement: Engagement, answer: Answer) -> Answer:
    until = scene.kept_until(engagement, answer.at)
    kept = replace(answer, state=AnswerState.KEPT, until=until)
    await scene.tx.save_answer(kept)
    return kept


async def own_answer(scene: Scene, answer_id: str) -> tuple[Engagement, Answer] | None:
    """The answer, if it is this client's own and its engagement has not ended."""
    for engagement in await scene.engagements():
        answer = await scene.tx.answer(engagement.id, answer_id)
        if answer is not None:
            return engagement, answer
    return None


def source_of(scene: Scene, message: str) -> str:
    """A keyed digest of the platform's message id, which says nothing by itself."""
    return scene.tx.digest("message", f"{scene.person.address.place}|{message}")


async def _keep_mark(
    scene: Scene,
    engagement: Engagement,
    delivery: Delivery,
    mark: Mark,
    step: Step | None,
    before: Answer | None,
) -> Message:
    if before is not None:
        await scene.tx.remove_answer(engagement.id, before.id)
    answer = Answer(
        id=scene.chance.new_id(),
        engagement_id=engagement.id,
        client_id=scene.person.id,
        question="question-step" if step else "question-steady",
        check_in=delivery.id,
        step_id=step.id if step else None,
        mark=mark,
        words=None,
        state=AnswerState.DRAFT,
        at=scene.now,
        until=min(scene.now + DRAFT_LIVES, scene.kept_until(engagement, scene.now)),
    )
    await scene.tx.save_answer(answer)
    coach = await scene.coach_name(engagement)
    return say_check_ins.quoted_back(scene.say, answer, coach)


async def _answer_to(scene: Scene, engagement: Engagement, delivery_id: str) -> Answer | None:
    answers = await scene.tx.answers(engagement.id)
    marks = (a for a in answers if a.check_in == delivery_id and a.mark is not None)
    return next(marks, None)


async def _asked(scene: Scene, delivery_id: str) -> tuple[Delivery, Engagement] | None:
    delivery = await scene.tx.delivery(delivery_id)
    if delivery is None or delivery.to != scene.person.id or delivery.kind is not Kind.CHECK_IN:
        return None
    engagement = await scene.engagement(delivery.owner)
    if engagement is None or delivery.state not in ARRIVED:
        return None
    return delivery, engagement


async def _meant(scene: Scene) -> tuple[Engagement | None, Delivery | None]:
    """The check-in that is open in this chat, or else the newest engagement."""
    dialogue = scene.person.dialogue
    if dialogue.awaiting == "answer" and dialogue.subject:
        found = await _asked(scene, dialogue.subject)
        if found is not None and _fresh(scene, found[0]):
            return found[1], found[0]
    joined = [e for e in await scene.engagements() if e.state is not EngagementState.OFFERED]
    return (joined[0] if joined else None), None


def _fresh(scene: Scene, delivery: Delivery) -> bool:
    return scene.now - delivery.not_before < FRESH


def _too_old(scene: Scene, delivery: Delivery) -> Reply:
    asked_on = delivery.not_before.astimezone(ZoneInfo(scene.zone)).date()
    return [note(scene.say, "check-in-old", day=scene.say.day(asked_on))]
