"""Answers: taken in the client's own form, quoted back, and theirs to keep or let go."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from bot.chat import Edited, Message
from bot.domain.check_in import Answer, AnswerState, Mark
from bot.domain.consent import Purpose
from bot.domain.delivery import Delivery, Kind
from bot.domain.engagement import Engagement, EngagementState
from bot.domain.people import Dialogue
from bot.domain.question import PROGRESS, Question
from bot.domain.step import Step
from bot.domain.wall_time import local_date
from bot.domain.words import Words
from bot.handlers import first, steps
from bot.handlers.conversation import Conversation, Reply
from bot.messages import check_ins as say_check_ins
from bot.messages.common import note
from bot.rules.question_choice import asked_of, question_named

ASKING = (Kind.CHECK_IN, Kind.REMINDER, Kind.SESSION_PREP, Kind.SESSION_AFTER)
FRESH = timedelta(days=8)
DRAFT_LIVES = timedelta(days=1)


async def marked(conversation: Conversation, delivery_id: str, mark: Mark, step_id: str) -> Reply:
    """A tap under a check-in about a step."""
    found = await _asked(conversation, delivery_id)
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
    """A tap under a question of the client's set."""
    found = await _asked(conversation, delivery_id)
    if found is None:
        return conversation.stale()
    delivery, engagement = found
    question = await question_named(
        conversation.tx, engagement, conversation.say, conversation.settings, question_id
    )
    if question is None or mark not in question.marks:
        return conversation.stale()
    return await _tapped(conversation, Tap(delivery, engagement, mark, question.id, question))


async def another(conversation: Conversation, delivery_id: str) -> Reply:
    """One more question of the set, because the client asks for it."""
    found = await _asked(conversation, delivery_id)
    if found is None:
        return conversation.stale()
    engagement = found[1]
    left = (
        await asked_of(conversation.tx, engagement, conversation.say, conversation.settings)
    ).left
    last = _question_in(conversation.person.dialogue, delivery_id)
    at = next((n + 1 for n, one in enumerate(left) if one.id == last), 0)
    if not left:
        return conversation.note("another-none")
    question = left[at % len(left)]
    conversation.awaits("answer", f"{delivery_id}|{question.id}")
    offer = say_check_ins.Offer(delivery_id, question=question, more=len(left) > 1)
    return [say_check_ins.another(conversation.say, offer)]


async def passed(conversation: Conversation, delivery_id: str) -> Reply:
    """Passing is a full answer, and nothing of it is stored."""
    return (
        conversation.note("passed")
        if await _asked(conversation, delivery_id)
        else conversation.stale()
    )


async def wrote(conversation: Conversation, text: Words, message: str | None) -> Reply:
    """Words of an active client, asked for or not: theirs, quoted back, and kept only if agreed."""
    meant = await _meant(conversation)
    if meant is None:
        return conversation.note("hello")
    engagement = meant.engagement
    if engagement.stopped:
        return conversation.note("stopped-still")
    reply = await first.plain_answer(conversation, engagement, meant.question, text)
    if await conversation.grant(engagement.id, Purpose.KEEP_WORDS) is None:
        reply.append(say_check_ins.quoted_once(conversation.say, text, None))
        return reply + await first.after(conversation, engagement, meant.question)
    answer = Answer(
        id=conversation.chance.new_id(),
        engagement_id=engagement.id,
        client_id=conversation.person.id,
        question=meant.question,
        check_in=meant.delivery.id if meant.delivery else None,
        step_id=None,
        mark=None,
        words=text,
        state=AnswerState.DRAFT,
        at=conversation.now,
        until=min(
            conversation.now + DRAFT_LIVES, conversation.kept_until(engagement, conversation.now)
        ),
        source=source_of(conversation, message) if message else None,
        edited_at=edited_at(conversation),
    )
    await conversation.tx.save_answer(answer)
    coach = await conversation.coach_name(engagement)
    return [*reply, say_check_ins.quoted_back(conversation.say, answer, coach)]


async def keep(conversation: Conversation, answer_id: str) -> Reply:
    """Kept for the client alone. What was approved but has not left is taken back."""
    found = await own_answer(conversation, answer_id)
    if found is None:
        return conversation.stale()
    engagement, answer = found
    waiting = [
        share
        for share in await conversation.tx.shares(engagement.id)
        if share.answer_id == answer.id and share.seen_at is None
    ]
    if answer.state is AnswerState.KEPT and not waiting:
        return conversation.note("already-done")
    for share in waiting:
        await conversation.tx.remove_share(engagement.id, share.id)
    private = await make_kept(conversation, engagement, answer)
    done = [say_check_ins.kept(conversation.say, private, conversation.zone)]
    return done + await settled(conversation, engagement, answer)


async def drop(conversation: Conversation, answer_id: str) -> Reply:
    found = await own_answer(conversation, answer_id)
    if found is None:
        return conversation.stale()
    engagement, answer = found
    await let_go(conversation, engagement, answer)
    return conversation.note("not-kept") + await settled(conversation, engagement, answer)


async def settled(conversation: Conversation, engagement: Engagement, answer: Answer) -> Reply:
    """What follows once the client has said what becomes of an answer."""
    if answer.question in first.QUESTIONS:
        return await first.after(conversation, engagement, answer.question)
    return await steps.offer(conversation, engagement)


async def let_go(conversation: Conversation, engagement: Engagement, answer: Answer) -> None:
    """Gone for good, with every share of it that nobody has seen."""
    unseen = [
        share.id
        for share in await conversation.tx.shares(engagement.id)
        if share.answer_id == answer.id and share.seen_at is None
    ]
    await conversation.erase([answer.id, *unseen])


async def make_kept(conversation: Conversation, engagement: Engagement, answer: Answer) -> Answer:
    until = conversation.kept_until(engagement, answer.at)
    kept = replace(answer, state=AnswerState.KEPT, until=until)
    await conversation.tx.save_answer(kept)
    return kept


async def own_answer(
    conversation: Conversation, answer_id: str
) -> tuple[Engagement, Answer] | None:
    """The answer, if it is this client's own and its engagement has not ended."""
    for engagement in await conversation.engagements():
        answer = await conversation.tx.answer(engagement.id, answer_id)
        if answer is not None:
            return engagement, answer
    return None


def edited_at(conversation: Conversation) -> datetime | None:
    """The platform's time of the edit that is being read; None where it is none."""
    what = conversation.event.what
    return what.at if isinstance(what, Edited) else None


def source_of(conversation: Conversation, message: str) -> str:
    """A keyed hash of the platform's message id, which says nothing by itself."""
    return conversation.tx.keyed_hash("message", f"{conversation.person.address.place}|{message}")


@dataclass(frozen=True, slots=True)
class Tap:
    """A tap, and what it was under. `about` is the id of a question, or "step"."""

    delivery: Delivery
    engagement: Engagement
    mark: Mark
    about: str
    question: Question | None = None
    step: Step | None = None


async def _tapped(conversation: Conversation, tap: Tap) -> Reply:
    if not _fresh(conversation, tap.delivery):
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
        until=min(
            conversation.now + DRAFT_LIVES, conversation.kept_until(engagement, conversation.now)
        ),
    )
    await conversation.tx.save_answer(answer)
    coach = await conversation.coach_name(engagement)
    return say_check_ins.quoted_back(conversation.say, answer, coach, tap.question)


async def _answer_to(conversation: Conversation, tap: Tap) -> Answer | None:
    answers = await conversation.tx.answers(tap.engagement.id)
    same = (a for a in answers if a.check_in == tap.delivery.id and a.question == tap.about)
    return next((a for a in same if a.mark is not None), None)


async def _asked(
    conversation: Conversation, delivery_id: str
) -> tuple[Delivery, Engagement] | None:
    delivery = await conversation.tx.delivery(delivery_id)
    if delivery is None or delivery.to != conversation.person.id or delivery.kind not in ASKING:
        return None
    engagement = await conversation.engagement(delivery.owner)
    if engagement is None or not delivery.state.may_have_arrived:
        return None
    return delivery, engagement


@dataclass(frozen=True, slots=True)
class Meant:
    """What somebody's words answer: a check-in that is open, a question, or nothing asked."""

    engagement: Engagement
    delivery: Delivery | None = None
    question: str | None = None


async def _meant(conversation: Conversation) -> Meant | None:
    """The question that is open in this chat, or else the newest engagement."""
    dialogue = conversation.person.dialogue
    if dialogue.awaiting == "answer" and dialogue.subject:
        delivery_id, _, question = dialogue.subject.partition("|")
        found = await _asked(conversation, delivery_id)
        if found is not None and _fresh(conversation, found[0]):
            return Meant(found[1], found[0], question or None)
    joined = [e for e in await conversation.engagements() if e.state is not EngagementState.OFFERED]
    if not joined:
        return None
    if dialogue.awaiting == "first" and dialogue.subject in first.QUESTIONS:
        return Meant(joined[0], question=dialogue.subject)
    return Meant(joined[0])


def _question_in(dialogue: Dialogue, delivery_id: str) -> str | None:
    """The question that was asked last under this delivery."""
    asked_in, _, question = (dialogue.subject or "").partition("|")
    return question if dialogue.awaiting == "answer" and asked_in == delivery_id else None


def _fresh(conversation: Conversation, delivery: Delivery) -> bool:
    return conversation.now - delivery.not_before < FRESH


def _too_old(conversation: Conversation, delivery: Delivery) -> Reply:
    asked_on = local_date(delivery.not_before, conversation.zone)
    return [note(conversation.say, "check-in-old", day=conversation.say.day(asked_on))]
