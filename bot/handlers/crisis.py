"""Answers words of crisis with people to call.

It tells nobody, stores nothing and judges nothing.
"""

from __future__ import annotations

from bot.contacts import Contact, country_of, emergency_number, own_contacts, public_contacts
from bot.domain.actions import YesNo
from bot.domain.engagement import EngagementState
from bot.handlers import pausing
from bot.handlers.conversation import Conversation, Reply
from bot.messages import crisis as say_crisis


async def answer(talk: Conversation) -> Reply:
    """Answers with contacts, whatever the bot awaited. The line itself is stored nowhere.

    Check-ins rest as in any other pause, so that no stored state says why.
    """
    if talk.known:
        await pausing.rest(talk)
    talk.closes = True
    country = country_of(talk.zone)
    contacts = [*_own(talk), *public_contacts(country)]
    coaches = [
        await talk.coach_name(e)
        for e in await talk.engagements()
        if e.state is not EngagementState.OFFERED
    ]
    emergency = emergency_number(country)
    coach = coaches[0] if coaches else None
    return [say_crisis.contacts(talk.say, contacts, emergency, coach, rests=talk.known)]


async def write_to_coach(talk: Conversation, answer: YesNo) -> Reply:
    """Handles the offer to write to the coach.

    After "no" nothing follows; after "yes" the bot shows words that the client sends themself.
    """
    if answer == "no":
        return talk.note("crisis-no")
    mine = [e for e in await talk.engagements() if e.state is not EngagementState.OFFERED]
    if not mine:
        return talk.stale()
    return [say_crisis.example(talk.say, await talk.coach_name(mine[0]))]


def _own(talk: Conversation) -> tuple[Contact, ...]:
    return own_contacts(talk.settings.contacts) if talk.settings.contacts else ()
