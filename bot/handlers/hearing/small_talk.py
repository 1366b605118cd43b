"""Answers small talk."""

from __future__ import annotations

from bot.handlers.conversation import Conversation, Reply
from bot.understand import Small


async def answer(talk: Conversation, small: Small) -> Reply:
    return talk.note("carry-on")
