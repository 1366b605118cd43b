"""Answers small talk with one small sentence. It stores nothing and asks nothing."""

from __future__ import annotations

from zlib import crc32
from zoneinfo import ZoneInfo

from bot.chat import Text
from bot.handlers import joining
from bot.handlers.conversation import Conversation, Reply
from bot.handlers.hearing import speaking
from bot.messages.common import message
from bot.messages.overview import help_
from bot.understand.anywhere.greetings import Greeted
from bot.understand.heard import Small

# How many ways there are to say each of them, in every language.
WAYS = 3
MORNING, DAY, EVENING = 5, 11, 18

# A greeting has a way for each part of the day.
AT_MORNING, AT_DAY, AT_EVENING = 1, 2, 3


async def answer(talk: Conversation, small: Small) -> Reply:
    """One of a few neutral sentences, by chance; a greeting by the hour.

    An open question stays open, with its choices.
    """
    talk.stays = True
    way = crc32(talk.chance.new_id().encode()) % WAYS + 1
    key = f"small-{small}-{_part_of_day(talk) if small is Small.HELLO else way}"
    return [message(talk.say, key, Text(talk.say(key)))]


async def greet(talk: Conversation, greeted: Greeted | None) -> Reply:
    """Answers a greeting with one. Whoever is joining then reads again what is open, and
    whoever's time with a coach is over, until when they can take their words along.

    A stranger reads who this is, in the language of the greeting where only one has it.
    """
    if await speaking.is_stranger(talk):
        return first_message(talk, greeted)
    reply = await answer(talk, Small.HELLO)
    asked = await joining.asks_now(talk)
    if not await talk.engagements():
        asked = await joining.over_here(talk)
    talk.stays = not asked
    return reply + asked


def first_message(talk: Conversation, greeted: Greeted | None) -> Reply:
    language = greeted.only_in(talk.person.language) if greeted is not None else None
    if language is not None:
        speaking.turn_to(talk, language)
    return [help_.newcomer(talk.say)]


def greeting(talk: Conversation) -> Text:
    """The greeting that stands in front of an answer to a greeting and more."""
    return Text(talk.say(f"small-hello-{_part_of_day(talk)}"))


def _part_of_day(talk: Conversation) -> int:
    """The part of the day where the person is; after midnight it is still the evening."""
    hour = talk.now.astimezone(ZoneInfo(talk.zone)).hour
    if MORNING <= hour < DAY:
        return AT_MORNING
    return AT_DAY if DAY <= hour < EVENING else AT_EVENING
