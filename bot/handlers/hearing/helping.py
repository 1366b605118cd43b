"""Shows what a person can type or press here."""

from __future__ import annotations

from bot.chat import Message
from bot.handlers import joining
from bot.handlers.conversation import Conversation, Reply
from bot.messages.overview import help_


async def show(talk: Conversation) -> Reply:
    """Shows the help for a client, a coach, or both; a greeting to everybody else."""
    reply: Reply = []
    client, coach = await _roles(talk)
    if client:
        reply.append(help_.client(talk.say))
    if coach:
        reply.append(help_.coach(talk.say, alone=not client))
    return reply or await joining.over_here(talk) or [newcomer(talk)]


async def show_all(talk: Conversation) -> Reply:
    """Shows every command, for whoever presses the button under the help."""
    client, coach = await _roles(talk)
    if not client and not coach:
        return [newcomer(talk)]
    return [help_.everything(talk.say, client=client, coach=coach)]


def newcomer(talk: Conversation) -> Message:
    return help_.newcomer(talk.say)


async def _roles(talk: Conversation) -> tuple[bool, bool]:
    """Whether this person is a client, and whether they are a coach."""
    return bool(await talk.engagements()), await talk.tx.has_invited(talk.person.id)
