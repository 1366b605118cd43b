"""Asks back whether somebody who came with a coach's code coaches, too.

Without it a typed "coach" or "invite" would make a coach of a client who only looked for theirs.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from bot.domain import actions
from bot.domain.actions import AsACoach, YesNo
from bot.handlers import joining
from bot.handlers.conversation import Conversation, Reply
from bot.messages.replying import coach_too as say_coach_too

Command = Callable[[Conversation], Awaitable[Reply]]

BEGINS = {"invite": actions.INVITE(None), "profile": actions.PROFILE()}


def asks_a_client(what: AsACoach, command: Command) -> Command:
    """The command, as it is typed: a client who never coached is asked first, and changes nothing.

    Put it around every command with which somebody becomes a coach.
    """

    async def typed(talk: Conversation) -> Reply:
        if await _is_client_alone(talk):
            return [say_coach_too.ask(talk.say, what)]
        return await command(talk)

    return typed


async def answered(talk: Conversation, what: AsACoach, answer: YesNo) -> Reply:
    """Goes on with what they wanted as a coach, or asks again what joining asks for."""
    if answer == "yes":
        talk.then = BEGINS[what]
        return []
    return talk.note("coach-too-left") + await joining.asks_now(talk)


async def _is_client_alone(talk: Conversation) -> bool:
    """True for somebody who came with a code, whatever became of it, and never coached."""
    if not talk.known or await talk.tx.has_invited(talk.person.id):
        return False
    return bool(await talk.tx.engagements_of(talk.person.id))
