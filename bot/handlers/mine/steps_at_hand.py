"""A client's open steps: the list, and what they say of them at any time, typed or by a button."""

from __future__ import annotations

from collections.abc import Collection

from bot.domain import actions
from bot.domain.actions import AnyRow, read_action
from bot.domain.check_in import Mark
from bot.domain.consent import Purpose
from bot.domain.engagement import Engagement
from bot.domain.question import PROGRESS
from bot.domain.step import TOGETHER, Step
from bot.handlers import check_ins, steps
from bot.handlers.conversation import Conversation, Reply
from bot.handlers.mine import what_helped
from bot.messages.mine import steps_at_hand as say_steps
from bot.rules.open_steps import open_steps

MARKING: Collection[AnyRow] = (actions.MARK, actions.STEP_MARK)


async def show(talk: Conversation) -> Reply:
    """Lists the open steps, with their buttons."""
    if not await talk.joined():
        return talk.note("hello")
    mine = [step for step, _ in await _open(talk)]
    return [say_steps.steps(talk.say, mine[:TOGETHER])]


async def marked(talk: Conversation, step_id: str, mark: Mark) -> Reply:
    """Notes how a step went, wherever its buttons are. It is no answer to a check-in."""
    found = await steps.own(talk, step_id)
    if found is None or mark not in PROGRESS:
        return talk.stale()
    engagement, step = found
    if engagement.stopped:
        return talk.note("resume-first")
    if mark is Mark.DONE and not step.is_open:
        return talk.note("already-done")
    return await _mark(talk, engagement, step, mark)


async def progress(talk: Conversation, mark: Mark) -> Reply | None:
    """Takes a typed "done", "half of it" or "not yet" as about the open step; asks which, if
    several are open. None where it is the answer to an open question, or of no client.
    """
    going = [one for one in await talk.joined() if not one.stopped]
    mine = await _open(talk)
    if not going:
        return None
    asked = _asked_about(talk, mark)
    about = [one for one in mine if one[0].id in asked] or mine
    if len(about) == 1:
        ((step, engagement),) = about
        return await _mark(talk, engagement, step, mark)
    question_is_open = await _question_is_open(talk)
    if about:
        talk.stays = question_is_open
        return [say_steps.which(talk.say, [step for step, _ in about], mark)]
    if question_is_open:
        return None
    return [say_steps.nothing_open(talk.say)]


async def _mark(talk: Conversation, engagement: Engagement, step: Step, mark: Mark) -> Reply:
    """Notes it, and leaves an open question open."""
    keeps = await talk.grant(engagement.id, Purpose.KEEP_MARKS) is not None
    reply = await steps.marked(talk, step, mark, keeps=keeps)
    if mark is Mark.DONE:
        return reply + await what_helped.ask(talk, engagement, step)
    talk.stays = True
    return reply


async def _open(talk: Conversation) -> list[tuple[Step, Engagement]]:
    """The open steps of every engagement that goes on."""
    going = [one for one in await talk.joined() if not one.stopped]
    return [(step, one) for one in going for step in await open_steps(talk.tx, one.id)]


def _asked_about(talk: Conversation, mark: Mark) -> set[str]:
    """The values of the buttons that the person saw last and that say this, step ids among them."""
    found = [read_action(action) for _, action in talk.person.dialogue.offered]
    return {
        value
        for one in found
        if one is not None and one.row in MARKING and mark in one.values
        for value in one.values
        if isinstance(value, str)
    }


async def _question_is_open(talk: Conversation) -> bool:
    if talk.person.dialogue.awaiting in ("first", "feedback", "helped"):
        return True
    return await check_ins.open_question(talk) is not None
