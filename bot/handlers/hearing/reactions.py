"""An emoji beside a message of the bot's means nothing here. It is met kindly, once per person."""

from __future__ import annotations

from dataclasses import replace

from bot.handlers.conversation import Conversation, Reply
from bot.rules.replies import open_to_reply

# The kinds of answer that a question awaits (`OpenToReplies.awaiting`).
QUESTIONS = ("answer", "first")


async def met(talk: Conversation) -> Reply:
    """Says once, where an emoji stands beside a question, that it is no answer.

    Nothing is stored of the emoji, and what is open stays open. Beside any other message, while
    everything is stopped, and in the time after words of distress, it is left alone.
    """
    talk.stays = True
    dialogue = talk.person.dialogue
    asked = open_to_reply(dialogue, talk.there, talk.now)
    if asked is None or asked.awaiting not in QUESTIONS or dialogue.reaction_met:
        return []
    going_on = [one for one in await talk.engagements() if not one.stopped]
    if not going_on or dialogue.is_quiet(talk.today):
        return []
    talk.dialogue = replace(talk.dialogue, reaction_met=True)
    return talk.note("reaction-met")
