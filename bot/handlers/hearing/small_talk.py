"""Answers small talk with one small sentence. It stores nothing and asks nothing."""

from __future__ import annotations

from zlib import crc32

from bot.chat import Text
from bot.handlers.conversation import Conversation, Reply
from bot.messages.common import message
from bot.understand.heard import Small

# How many ways there are to say each of them, in every language.
WAYS = 3


async def answer(talk: Conversation, small: Small) -> Reply:
    """One of a few neutral sentences, by chance. An open question stays open, with its choices."""
    talk.stays = True
    way = crc32(talk.chance.new_id().encode()) % WAYS + 1
    key = f"small-{small}-{way}"
    return [message(talk.say, key, Text(talk.say(key)))]
