"""Shows what a person can type or press here."""

from __future__ import annotations

from bot.handlers import joining
from bot.handlers.conversation import Conversation, Reply


async def show(talk: Conversation) -> Reply:
    """Shows the help for a client, a coach, or both; a greeting to everybody else."""
    reply: Reply = []
    if await talk.engagements():
        reply += talk.note("help-client")
    if await talk.tx.has_invited(talk.person.id):
        reply += talk.note("help-coach") + talk.note("help-coach-more")
    return reply or await joining.over_here(talk) or talk.note("hello")
