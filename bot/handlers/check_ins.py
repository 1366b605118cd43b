"""Answers: taken in the client's own form, quoted back, and theirs to keep or let go."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from bot.chat import Edited, Message
from bot.domain.check_in import Answer, AnswerState, Mark
from bot.domain.consent import Purpose
from bot.domain.delivery import Delivery, DeliveryState, Kind
from bot.domain.engagement import Engagement, EngagementState
from bot.domain.people import Dialogue
from bot.domain.question import Question
from bot.domain.step import Step
from bot.domain.wall_time import local_date
from bot.domain.words import Words
from bot.handlers import first, steps
from bot.handlers.conversation import Reply, Scene
from bot.messages import check_ins as say_check_ins
from bot.messages.common import note
from bot.rules.question_choice import asked_of, question_named

ARRIVED = (DeliveryState.CLAIMED, DeliveryState.SENT, DeliveryState.UNCONFIRMED)
ASKING = (Kind.CHECK_IN, Kind.REMINDER, Kind.SESSION_PREP, Kind.SESSION_AFTER)
FRESH = timedelta(days=8)
DRAFT_LIVES = timedelta(days=1)


async def marked(scene: Scene, delivery_id: str, mark: str, step_id: str) -> Reply:
    """A tap under a check-in about a step."""
    found = await _asked(scene, delivery_id)
    if found is None or mark not in set(Mark):
        return scene.stale()
    delivery, engagement = found
    step = await scene.tx.step(engagement.id, step_id)
    if step is None or Mark(mark) not in say_check_ins.PROGRESS:
        return scene.stale()
    tap = Tap(delivery, engagement, Mark(mark), "step", step=step)
    return await _tapped(scene, tap)


async def tapped(scene: Scene, delivery_id: str, question_id: str, mark: str) -> Reply:
    """A tap under a question of the client's set."""
    found = await _asked(scene, delivery_id)
    if found is None or mark not in set(Mark):
        return scene.stale()
    delivery, engagement = found
    question = await question_named(scene.tx, engagement, scene.say, scene.settings, question_id)
    if question is None or Mark(mark) not in say_check_ins.marks_of(question):
        return scene.stale()
    return await _tapped(scene, Tap(delivery, engagement, Mark(mark), question.id, question))


async def another(scene: Scene, delivery_id: str) -> Reply:
    """One more question of the set, because the client asks for it."""
    found = await _asked(scene, delivery_id)
    if found is None:
        return scene.stale()
    engagement = found[1]
    left = (await asked_of(scene.tx, engagement, scene.say, scene.settings)).left
    last = _question_in(scene.person.dialogue, delivery_id)
    at = next((n + 1 for n, one in enumerate(left) if one.id == last), 0)
    if not left:
        return scene.note("another-none")
    question = left[at % len(left)]
    scene.awaits("answer", f"{delivery_id}|{question.id}")
    offer = say_check_ins.Offer(delivery_id, question=question, more=len(left) > 1)
    return [say_check_ins.another(scene.say, offer)]


async def passed(scene: Scene, delivery_id: str) -> Reply:
    """Passing is a full answer, and nothing of it is stored."""
    return scene.note("passed") if await _asked(scene, delivery_id) else scene.stale()


async def wrote(scene: Scene, text: Words, message: str | None) -> Reply:
    """Words of an active client, asked for or not: theirs, quoted back, and kept only if agreed."""
    meant = await _meant(scene)
    if meant is None:
        return scene.note("hello")
    engagement = meant.engagement
    if engagement.stopped:
        return scene.note("stopped-still")
    reply = await first.plain_answer(scene, engagement, meant.question, text)
    if await scene.grant(engagement.id, Purpose.KEEP_WORDS) is None:
        reply.append(say_check_ins.quoted_once(scene.say, text, None))
        return reply + await first.after(scene, engagement, meant.question)
    answer = Answer(
        id=scene.chance.new_id(),
        engagement_id=engagement.id,
        client_id=scene.person.id,
        question=meant.question,
        check_in=meant.delivery.id if meant.delivery else None,
        step_id=None,
        mark=None,
        words=text,
        state=AnswerState.DRAFT,
        at=scene.now,
        until=min(scene.now + DRAFT_LIVES, scene.kept_until(engagement, scene.now)),
        source=source_of(scene, message) if message else None,
        edited_at=edited_at(scene),
    )
    await scene.tx.save_answer(answer)
    coach = await scene.coach_name(engagement)
    return [*reply, say_check_ins.quoted_back(scene.say, answer, coach)]


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
    done = [say_check_ins.kept(scene.say, private, scene.zone)]
    return done + await settled(scene, engagement, answer)


async def drop(scene: Scene, answer_id: str) -> Reply:
    found = await own_answer(scene, answer_id)
    if found is None:
        return scene.stale()
    engagement, answer = found
    await let_go(scene, engagement, answer)
    return scene.note("not-kept") + await settled(scene, engagement, answer)


async def settled(scene: Scene, engagement: Engagement, answer: Answer) -> Reply:
    """What follows once the client has said what becomes of an answer."""
    if answer.question in first.QUESTIONS:
        return await first.after(scene, engagement, answer.question)
    return await steps.offer(scene, engagement)


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


def edited_at(scene: Scene) -> datetime | None:
    """The platform's time of the edit that is being read; None where it is none."""
    what = scene.event.what
    return what.at if isinstance(what, Edited) else None


def source_of(scene: Scene, message: str) -> str:
    """A keyed digest of the platform's message id, which says nothing by itself."""
    return scene.tx.digest("message", f"{scene.person.address.place}|{message}")


@dataclass(frozen=True, slots=True)
class Tap:
    """A tap, and what it was under. `about` is the id of a question, or "step"."""

    delivery: Delivery
    engagement: Engagement
    mark: Mark
    about: str
    question: Question | None = None
    step: Step | None = None


async def _tapped(scene: Scene, tap: Tap) -> Reply:
    if not _fresh(scene, tap.delivery):
        return _too_old(scene, tap.delivery)
    keeps = await scene.grant(tap.engagement.id, Purpose.KEEP_MARKS) is not None
    before = await _answer_to(scene, tap)
    if before is not None and before.mark is tap.mark:
        return scene.note("already-done")
    reply: Reply = []
    if tap.step is not None:
        reply = await steps.marked(scene, tap.step, tap.mark, keeps=keeps)
    if not keeps:
        return [*reply, say_check_ins.quoted_once(scene.say, None, tap.mark, tap.question)]
    return [*reply, await _keep_mark(scene, tap, before)]


async def _keep_mark(scene: Scene, tap: Tap, before: Answer | None) -> Message:
    engagement = tap.engagement
    if before is not None:
        await scene.tx.remove_answer(engagement.id, before.id)
    answer = Answer(
        id=scene.chance.new_id(),
        engagement_id=engagement.id,
        client_id=scene.person.id,
        question=tap.about,
        check_in=tap.delivery.id,
        step_id=tap.step.id if tap.step else None,
        mark=tap.mark,
        words=None,
        state=AnswerState.DRAFT,
        at=scene.now,
        until=min(scene.now + DRAFT_LIVES, scene.kept_until(engagement, scene.now)),
    )
    await scene.tx.save_answer(answer)
    coach = await scene.coach_name(engagement)
    return say_check_ins.quoted_back(scene.say, answer, coach, tap.question)


async def _answer_to(scene: Scene, tap: Tap) -> Answer | None:
    answers = await scene.tx.answers(tap.engagement.id)
    same = (a for a in answers if a.check_in == tap.delivery.id and a.question == tap.about)
    return next((a for a in same if a.mark is not None), None)


async def _asked(scene: Scene, delivery_id: str) -> tuple[Delivery, Engagement] | None:
    delivery = await scene.tx.delivery(delivery_id)
    if delivery is None or delivery.to != scene.person.id or delivery.kind not in ASKING:
        return None
    engagement = await scene.engagement(delivery.owner)
    if engagement is None or delivery.state not in ARRIVED:
        return None
    return delivery, engagement


@dataclass(frozen=True, slots=True)
class Meant:
    """What somebody's words answer: a check-in that is open, a question, or nothing asked."""

    engagement: Engagement
    delivery: Delivery | None = None
    question: str | None = None


async def _meant(scene: Scene) -> Meant | None:
    """The question that is open in this chat, or else the newest engagement."""
    dialogue = scene.person.dialogue
    if dialogue.awaiting == "answer" and dialogue.subject:
        delivery_id, _, question = dialogue.subject.partition("|")
        found = await _asked(scene, delivery_id)
        if found is not None and _fresh(scene, found[0]):
            return Meant(found[1], found[0], question or None)
    joined = [e for e in await scene.engagements() if e.state is not EngagementState.OFFERED]
    if not joined:
        return None
    if dialogue.awaiting == "first" and dialogue.subject in first.QUESTIONS:
        return Meant(joined[0], question=dialogue.subject)
    return Meant(joined[0])


def _question_in(dialogue: Dialogue, delivery_id: str) -> str | None:
    """The question that was asked last under this delivery."""
    asked_in, _, question = (dialogue.subject or "").partition("|")
    return question if dialogue.awaiting == "answer" and asked_in == delivery_id else None


def _fresh(scene: Scene, delivery: Delivery) -> bool:
    return scene.now - delivery.not_before < FRESH


def _too_old(scene: Scene, delivery: Delivery) -> Reply:
    asked_on = local_date(delivery.not_before, scene.zone)
    return [note(scene.say, "check-in-old", day=scene.say.day(asked_on))]
