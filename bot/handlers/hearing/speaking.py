"""Speaks another language: by a button, by a language's own name, or as somebody greeted."""

from __future__ import annotations

from dataclasses import replace

from bot.handlers import joining
from bot.handlers.conversation import Conversation, Reply
from bot.handlers.hearing import doubt
from bot.messages.overview import help_
from bot.messages.overview.policy import names_of
from bot.rules.policy.reach import speaking, spoken
from bot.text import languages


async def choose(talk: Conversation, language: str) -> Reply:
    """Speaks the language from now on, and says so in it.

    A question about consent that is open is asked anew: a yes is to the sentence that was read. A
    stranger reads who the bot is; of a stranger nothing is stored, not even the language.
    """
    if language not in languages():
        return talk.stale()
    if language not in spoken(talk.settings):
        return talk.note("policy-languages", languages=names_of(talk.say, spoken(talk.settings)))
    turn_to(talk, language)
    if await is_stranger(talk):
        return [help_.newcomer(talk.say)]
    asked = await doubt.again(talk) or await joining.asks_now(talk)
    # Any other question stays open.
    talk.stays = not asked
    return talk.note("language-set") + asked


def turn_to(talk: Conversation, language: str) -> None:
    talk.person = speaking(talk.settings, replace(talk.person, language=language))


async def is_stranger(talk: Conversation) -> bool:
    """True for somebody who is neither a client nor a coach here."""
    if not talk.known:
        return True
    mine = await talk.tx.engagements_of(talk.person.id)
    return not mine and not await talk.tx.has_invited(talk.person.id)
