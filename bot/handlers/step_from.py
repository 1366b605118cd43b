"""A step begun with a text that is there already: a message, made into a step."""

from __future__ import annotations

import regex

from bot.chat import Submitted
from bot.domain.engagement import Engagement
from bot.domain.words import Words
from bot.handlers import crisis, steps
from bot.handlers.conversation import Conversation, Reply
from bot.messages import steps as say_steps
from bot.understand import speaks_of_crisis

# What one field of a form holds on every platform.
MOST = 3_000


async def begin(conversation: Conversation) -> Reply:
    """The builder, begun with a text (a message that a platform was told to make a step of).

    The form's "text" is quoted back and stands in the builder; nothing of it is kept before the
    builder is sent. With several engagements it is asked first with whom ("with", an id).
    """
    what = conversation.event.what
    if not isinstance(what, Submitted):
        return conversation.stale()
    text = what.values.get("text", "").strip()
    if speaks_of_crisis(text, conversation.person.language):
        return await crisis.answer(conversation)
    going = [e for e in await steps.all_joined(conversation) if not e.stopped]
    chosen = [e for e in going if e.id == what.values.get("with")] or going
    if len(text) > MOST:
        return conversation.note("too-long", limit=MOST)
    if not text or not chosen:
        return await steps.begin(conversation)
    if len(chosen) > 1:
        coaches = [(e.id, await conversation.coach_name(e)) for e in chosen]
        return [say_steps.with_whom(conversation.say, Words(text), coaches)]
    return await _begin_with(conversation, chosen[0], text)


async def _begin_with(conversation: Conversation, engagement: Engagement, text: str) -> Reply:
    opened = await steps.begin(conversation, engagement.id)
    if conversation.dialogue.awaiting != "step":
        return opened
    timed = await conversation.tx.rhythm(engagement.id) is not None
    begun = _begun(text)
    return [
        say_steps.builder_from(conversation.say, engagement.id, begun, steps.LIMIT, prompts=timed)
    ]


def _begun(text: str) -> say_steps.Begun:
    """Both parts where the text has them, and no more of either than the builder holds."""
    found = steps.WHEN_THEN.match(text[: 3 * steps.LIMIT])
    said = {"when": found["when"], "then": found["then"]} if found else {"when": "", "then": text}
    whole = {part: " ".join(steps.lead_off(part, said[part]).split()) for part in said}
    fits = {part: _beginning(words) for part, words in whole.items()}
    shortened = fits != whole or (found is not None and len(text) > 3 * steps.LIMIT)
    return say_steps.Begun(Words(text), Words(fits["when"]), Words(fits["then"]), shortened)


def _beginning(text: str) -> str:
    """Cut behind a word, or else behind a whole sign."""
    if len(text) <= steps.LIMIT:
        return text
    front, space, _ = text[: steps.LIMIT + 1].rpartition(" ")
    if space:
        return front
    *signs, _ = regex.findall(r"\X", text[: steps.LIMIT + 1])
    return "".join(signs)
