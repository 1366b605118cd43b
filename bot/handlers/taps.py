"""Taps under a check-in: the bot quotes each one back, and keeps it where that is allowed."""

from __future__ import annotations

from dataclasses import dataclass, replace

from bot.domain.check_in import Answer, AnswerState, Mark
from bot.domain.consent import Purpose
from bot.domain.delivery import Delivery
from bot.domain.engagement import Engagement
from bot.domain.question import PROGRESS, Question
from bot.domain.step import TOGETHER, Step
from bot.domain.wall_time import local_date
from bot.handlers import steps
from bot.handlers.answering import following
from bot.handlers.answering.quoting import shown_kept
from bot.handlers.answers import ending_of_answer
from bot.handlers.check_ins import asked_in, is_fresh
from bot.handlers.conversation import Conversation, Reply
from bot.handlers.mine import what_helped
from bot.messages import check_ins as say_check_ins
from bot.messages import endings as say_endings
from bot.messages.answering import quoting as say_quoting
from bot.messages.common import note
from bot.messages.mine import steps_at_hand
from bot.rules.answer_kinds import kind_of
from bot.rules.open_steps import open_steps
from bot.rules.question_choice import question_named


async def marked(talk: Conversation, delivery_id: str, mark: Mark, step_id: str) -> Reply:
    """Handles a tap under a check-in about a step."""
    found = await asked_in(talk, delivery_id)
    if found is None:
        return talk.stale()
    delivery, engagement = found
    step = await talk.tx.step(engagement.id, step_id)
    if step is None or mark not in PROGRESS:
        return talk.stale()
    tap = Tap(delivery, engagement, mark, "step", step=step)
    return await _tapped(talk, tap)


async def tapped(talk: Conversation, delivery_id: str, question_id: str, mark: Mark) -> Reply:
    """Handles a tap under a question of the client's set."""
    found = await asked_in(talk, delivery_id)
    if found is None:
        return talk.stale()
    delivery, engagement = found
    question = await question_named(talk.tx, engagement, talk.say, talk.settings, question_id)
    if question is None or mark not in question.marks:
        return talk.stale()
    return await _tapped(talk, Tap(delivery, engagement, mark, question.id, question))


@dataclass(frozen=True, slots=True)
class Tap:
    """A tap under a check-in. `about` is the id of a question, or "step"."""

    delivery: Delivery
    engagement: Engagement
    mark: Mark
    about: str
    question: Question | None = None
    step: Step | None = None


async def _tapped(talk: Conversation, tap: Tap) -> Reply:
    if not is_fresh(talk, tap.delivery):
        return _too_old(talk, tap.delivery)
    keeps = await talk.grant(tap.engagement.id, Purpose.KEEP_MARKS) is not None
    before = await _answer_to(talk, tap)
    if before is not None and before.mark is tap.mark:
        return talk.note("already-done")
    reply: Reply = []
    if tap.step is not None:
        reply = await steps.marked(talk, tap.step, tap.mark, keeps=keeps)
    kind = kind_of(tap.about, tap.question, heavy=False)
    if keeps:
        reply += await _keep_mark(talk, tap, before)
    else:
        reply.append(say_quoting.quoted_once(talk.say, tap.mark, kind, question=tap.question))
    if tap.question is not None and tap.question.more and before is None:
        return _with_more(talk, tap.delivery, tap.question, tap.mark, reply)
    about = await _about_the_step(talk, tap)
    return reply + (about or await following.after(talk, tap.engagement, kind, tap.about))


async def _about_the_step(talk: Conversation, tap: Tap) -> Reply:
    """Asks once what helped with a step that is done now. After a question about the step, it shows
    the open steps with their buttons: only the client says which is done.
    """
    if tap.step is not None and tap.mark is Mark.DONE:
        return await what_helped.ask(talk, tap.engagement, tap.step)
    mine = await open_steps(talk.tx, tap.engagement.id)
    if tap.question is None or not tap.question.about_step or not mine:
        return []
    return [steps_at_hand.steps(talk.say, mine[:TOGETHER])]


def _with_more(
    talk: Conversation, delivery: Delivery, question: Question, mark: Mark, reply: Reply
) -> Reply:
    """Puts the question that may follow a tap below its quote, and waits for its words.

    They are words in answer to the same question: the tap stays as it is.
    """
    talk.awaits("answer", f"{delivery.id}|{question.id}")
    more = say_check_ins.more(talk.say, question, mark)
    last = reply[-1]
    return [*reply[:-1], replace(last, blocks=(*last.blocks, more))]


async def _keep_mark(talk: Conversation, tap: Tap, before: Answer | None) -> Reply:
    """Keeps the mark from now on. Ends the one that was tapped before, and its shares."""
    engagement = tap.engagement
    answer = Answer(
        id=talk.chance.new_id(),
        engagement_id=engagement.id,
        client_id=talk.person.id,
        question=tap.about,
        check_in=tap.delivery.id,
        step_id=tap.step.id if tap.step else None,
        mark=tap.mark,
        words=None,
        state=AnswerState.KEPT,
        at=talk.now,
        until=talk.kept_until(engagement, talk.now),
    )
    told = [say_quoting.quoted_back(talk.say, await shown_kept(talk, engagement, answer))]
    if before is not None:
        ending = await ending_of_answer(talk, engagement, before)
        what = await talk.what_ends(ending)
        if what.shared:
            told.insert(0, say_endings.ended(talk.say, "tap-changed", what, talk.zone))
        await talk.end(ending)
    await talk.tx.save_answer(answer)
    return told


async def _answer_to(talk: Conversation, tap: Tap) -> Answer | None:
    answers = await talk.tx.answers(tap.engagement.id)
    same = (a for a in answers if a.check_in == tap.delivery.id and a.question == tap.about)
    return next((a for a in same if a.mark is not None), None)


def _too_old(talk: Conversation, delivery: Delivery) -> Reply:
    asked_on = local_date(delivery.not_before, talk.zone)
    return [note(talk.say, "check-in-old", day=talk.say.named_day(asked_on, talk.today))]
