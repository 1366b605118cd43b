"""Asks once, after a step was done, what made it possible. The words are kept as a strength."""

from __future__ import annotations

from dataclasses import replace

from bot.domain.consent import Purpose
from bot.domain.engagement import Engagement
from bot.domain.step import Step
from bot.domain.words import Words
from bot.handlers import check_ins, steps
from bot.handlers.answering.quoting import WrittenWords, quote_back
from bot.handlers.conversation import Conversation, Reply
from bot.messages.mine import steps_at_hand as say_steps

# The question of these answers, as `bot.rules.question_choice.OUTSIDE` knows it.
HELPED = "step.helped"


async def ask(talk: Conversation, engagement: Engagement, step: Step) -> Reply:
    """Asks in the client's own words, once for each step, if their words may be kept.

    `step` is the step as it was. Where another question is open, it stays open, and a button
    opens this one.
    """
    if step.asked_what_helped or await talk.grant(engagement.id, Purpose.KEEP_WORDS) is None:
        return []
    kept = await talk.tx.step(engagement.id, step.id)
    if kept is not None:
        await talk.tx.save_step(replace(kept, asked_what_helped=True))
    waits = await _another_question_is_open(talk, step)
    talk.stays = talk.stays or waits
    if not waits:
        _awaits(talk, engagement, step.id)
    return [say_steps.what_helped(talk.say, step.id, waits=waits)]


async def opened(talk: Conversation, step_id: str) -> Reply:
    """Handles the button that opens the question."""
    found = await steps.own(talk, step_id)
    if found is None:
        return talk.stale()
    _awaits(talk, found[0], step_id)
    return [say_steps.what_helped(talk.say, step_id, waits=False)]


async def passed(talk: Conversation, step_id: str) -> Reply:
    """Handles a pass. Nothing is stored."""
    talk.answered = talk.person.dialogue.awaiting == "helped"
    return talk.note("step-helped-passed")


async def wrote(talk: Conversation, subject: str, text: Words, message: str | None) -> Reply | None:
    """Takes the words as the answer. None if that is no longer possible, or the question is old."""
    engagement_id, _, step_id = subject.partition("|")
    engagement = next((e for e in await talk.joined() if e.id == engagement_id), None)
    asked_at = talk.person.dialogue.asked_at
    if engagement is None or engagement.stopped or asked_at is None:
        return None
    if talk.now - asked_at >= check_ins.OPEN_FOR:
        return None
    if await talk.grant(engagement.id, Purpose.KEEP_WORDS) is None:
        return None
    kept = await talk.tx.step(engagement.id, step_id)
    about = step_id if kept else None
    written = WrittenWords(text, HELPED, message=message, step_id=about)
    reply, _ = await quote_back(talk, engagement, written)
    return reply


def _awaits(talk: Conversation, engagement: Engagement, step_id: str) -> None:
    talk.awaits("helped", f"{engagement.id}|{step_id}")


async def _another_question_is_open(talk: Conversation, step: Step) -> bool:
    """True while a question is open that is not about this step."""
    asked = await check_ins.open_question(talk)
    return asked is not None and asked.question not in (None, "step")
