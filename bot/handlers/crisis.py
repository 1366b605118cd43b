"""Answers words of crisis with people to call.

It tells nobody, stores nothing and judges nothing.
"""

from __future__ import annotations

from bot.contacts import Contact, country_of, emergency_number, own_contacts, public_contacts
from bot.domain.actions import YesNo
from bot.domain.engagement import EngagementState
from bot.handlers import privacy
from bot.handlers.conversation import Conversation, Reply
from bot.messages import crisis as say_crisis


async def answer(conversation: Conversation) -> Reply:
    """Answers with contacts, whatever the bot awaited. The line itself is stored nowhere.

    Check-ins rest as in any other pause, so that no stored state says why.
    """
    if conversation.known:
        await privacy.rest(conversation)
    conversation.closes = True
    country = country_of(conversation.zone)
    contacts = [*_own(conversation), *public_contacts(country)]
    coaches = [
        await conversation.coach_name(e)
        for e in await conversation.engagements()
        if e.state is not EngagementState.OFFERED
    ]
    emergency = emergency_number(country)
    coach = coaches[0] if coaches else None
    return [
        say_crisis.contacts(conversation.say, contacts, emergency, coach, rests=conversation.known)
    ]


async def write_to_coach(conversation: Conversation, answer: YesNo) -> Reply:
    """Handles the offer to write to the coach.

    After "no" nothing follows; after "yes" the bot shows words that the client sends themself.
    """
    if answer == "no":
        return conversation.note("crisis-no")
    mine = [e for e in await conversation.engagements() if e.state is not EngagementState.OFFERED]
    if not mine:
        return conversation.stale()
    return [say_crisis.example(conversation.say, await conversation.coach_name(mine[0]))]


def _own(conversation: Conversation) -> tuple[Contact, ...]:
    return own_contacts(conversation.settings.contacts) if conversation.settings.contacts else ()
