"""A reply to one of the bot's messages, as in a thread: it belongs to the message it replies to.

The question of that message then stands in the place of the chat's open one, for this event alone.
"""

from __future__ import annotations

from dataclasses import replace

from bot.chat import Buttons, Reacted
from bot.domain.people import OpenToReplies
from bot.handlers import check_ins
from bot.handlers.conversation import Conversation, Reply
from bot.handlers.replying.nobody import reached_nobody
from bot.inbound.line import Line
from bot.messages import check_ins as say_check_ins
from bot.messages.mine import steps_at_hand
from bot.plain import offered
from bot.rules.question_choice import question_named
from bot.rules.replies import DIGEST, STEP, as_in_thread, name_of, open_to_reply


async def open_what_is_replied_to(talk: Conversation) -> None:
    """Puts the question of the message that is replied to in the place of the open one.

    An emoji beside a message answers nothing. A reply to a message that asks nothing, or is
    forgotten, is a line like any other.
    """
    message = talk.event.in_reply_to
    if message is None or not talk.known:
        return
    talk.there = name_of(talk.tx, talk.person.address, message)
    chat = talk.person.dialogue
    if isinstance(talk.event.what, Reacted):
        return
    found = open_to_reply(chat, talk.there, talk.now)
    if found is None:
        return
    choices = await _choices(talk, found)
    if choices is None:
        return
    talk.chat = chat
    there = as_in_thread(chat, found, talk.there, choices, talk.now)
    talk.person = replace(talk.person, dialogue=there)


async def to_a_digest(talk: Conversation, line: Line) -> Reply | None:
    """Answers a coach's line in the thread of a digest. It is nobody's answer, and goes nowhere."""
    dialogue = talk.person.dialogue
    if talk.chat is None or dialogue.awaiting != DIGEST or dialogue.subject is None:
        return None
    return await reached_nobody(talk, line.text.text, dialogue.subject)


async def _choices(talk: Conversation, found: OpenToReplies) -> tuple[tuple[str, str], ...] | None:
    """The choices under that message, so that their labels can be typed. None if it is gone."""
    if found.awaiting == DIGEST:
        return ()
    if found.awaiting == STEP:
        return await _about_step(talk, *found.subject.split("|", 1))
    if found.awaiting == "first":
        return () if await talk.joined() else None
    delivery_id, _, name = found.subject.partition("|")
    asked = await check_ins.asked_in(talk, delivery_id)
    if asked is None:
        return None
    chat = talk.person.dialogue
    if (chat.awaiting, chat.subject) == (found.awaiting, found.subject):
        return tuple(one for one in chat.offered if delivery_id in one[1])
    question = await question_named(talk.tx, asked[1], talk.say, talk.settings, name or None)
    blocks = say_check_ins.asked(talk.say, say_check_ins.Offer(delivery_id, question=question))
    rows = (block.buttons for block in blocks if isinstance(block, Buttons))
    return tuple((one.label, one.action) for row in rows for one in row)


async def _about_step(
    talk: Conversation, engagement_id: str, step_id: str
) -> tuple[tuple[str, str], ...] | None:
    """What can be said of the step that a reminder was about. None if it is no open one."""
    engagement = await talk.engagement(engagement_id)
    step = await talk.tx.step(engagement.id, step_id) if engagement is not None else None
    if step is None or not step.is_open:
        return None
    return offered([steps_at_hand.brought(talk.say, step)])
