"""Answers a complaint about the bot, or a request to it. Such a line is never quoted or kept."""

from __future__ import annotations

from bot.chat import Text
from bot.domain import actions
from bot.domain.action_row import Action
from bot.handlers.conversation import Conversation, Reply
from bot.messages.common import buttons, message
from bot.understand import Addressed, Intent

# The button of each answer. A line that follows it is taken as the person's own words.
OFFERS: dict[Addressed, tuple[str, Action]] = {
    Addressed.COMPLAINT: ("to-bot-change", actions.SAY(Intent.COMFORT)),
    Addressed.REQUEST: ("to-bot-help", actions.SAY(Intent.HELP)),
}


async def answer(talk: Conversation, wanted: Addressed) -> Reply | None:
    """Says what can be changed, or what the bot can do. An open question stays open.

    None where the line before was answered like this: then the person means it as their own words.
    """
    label, action = OFFERS[wanted]
    if any(offered == action for _, offered in talk.person.dialogue.offered):
        return None
    offers = [(talk.say(label), action)]
    if wanted is Addressed.COMPLAINT:
        offers.append((talk.say("stop-instead"), actions.STOP(None)))
    talk.stays = True
    key = "to-bot-complaint" if wanted is Addressed.COMPLAINT else "to-bot-request"
    again = Text(talk.say("to-bot-again"), quiet=True)
    return [message(talk.say, key, Text(talk.say(key)), again, buttons(*offers))]
