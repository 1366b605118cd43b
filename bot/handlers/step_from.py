"""Makes a step from a message's text."""

from __future__ import annotations

import regex

from bot.chat import Submitted
from bot.domain.engagement import Engagement
from bot.domain.limits import STEP_PART
from bot.domain.words import Words
from bot.handlers import steps
from bot.handlers.conversation import Conversation, Reply
from bot.handlers.replying.nobody import reached_nobody
from bot.messages import steps as say_steps

LONGEST = STEP_PART.characters


async def begin(talk: Conversation) -> Reply:
    """Opens the builder with a text, which a platform sends for its "make a step" command.

    It quotes the form's "text" back and fills the builder with it. Nothing is stored before the
    builder is sent. With several engagements, the bot first asks which one ("with", an id).
    """
    what = talk.event.what
    if not isinstance(what, Submitted):
        return talk.stale()
    text = what.values.get("text", "").strip()
    going = [e for e in await talk.joined() if not e.stopped]
    chosen = [e for e in going if e.id == what.values.get("with")] or going
    if not chosen and text and (told := await reached_nobody(talk, text)):
        return told
    if not text or not chosen:
        return await steps.begin(talk)
    if len(chosen) > 1:
        coaches = [(e.id, await talk.coach_name(e)) for e in chosen]
        return [say_steps.with_whom(talk.say, Words(text), coaches)]
    return await _begin_with(talk, chosen[0], text)


async def _begin_with(talk: Conversation, engagement: Engagement, text: str) -> Reply:
    opened = await steps.begin(talk, engagement.id)
    if talk.dialogue.awaiting != "step":
        return opened
    asks = await steps.asks(talk, engagement)
    return [say_steps.builder_from(talk.say, engagement.id, _begun(text), asks, LONGEST)]


def _begun(text: str) -> say_steps.Begun:
    """Takes the text as the step, no longer than the builder allows."""
    whole = " ".join(text.split())
    fits = _beginning(whole)
    return say_steps.Begun(Words(text), Words(fits), shortened=fits != whole)


def _beginning(text: str) -> str:
    """Cuts after a word, or else after a whole sign."""
    if len(text) <= LONGEST:
        return text
    front, space, _ = text[: LONGEST + 1].rpartition(" ")
    if space:
        return front
    *signs, _ = regex.findall(r"\X", text[: LONGEST + 1])
    return "".join(signs)
