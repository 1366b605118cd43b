"""Answers questions to the bot."""

from __future__ import annotations

from bot.handlers.conversation import Conversation, Reply
from bot.handlers.hearing import helping
from bot.understand import Question


async def answer(talk: Conversation, question: Question) -> Reply:
    return await helping.show(talk)
