"""Asks back about a command that was nearly typed."""

from __future__ import annotations

from bot.chat import Text
from bot.domain import actions
from bot.handlers.conversation import Conversation, Reply
from bot.messages.common import buttons, message
from bot.understand import Intent, canonical


def did_you_mean(talk: Conversation, intent: Intent) -> Reply:
    """Shows the command that was perhaps meant, as a button. Nothing is done before a press."""
    label = canonical(intent, talk.person.language)
    ask = Text(talk.say("did-you-mean", command=label))
    again = Text(talk.say("did-you-mean-not"), quiet=True)
    return [message(talk.say, "did-you-mean", ask, again, buttons((label, actions.SAY(intent))))]
