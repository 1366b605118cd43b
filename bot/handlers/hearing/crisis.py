"""Answers words of distress with people to call.

It tells nobody, stores nothing of the words and judges nothing.
"""

from __future__ import annotations

from dataclasses import replace

from bot.contacts import Contact, contacts_of, country_of, emergency_number, public_contacts
from bot.domain.actions import YesNo
from bot.domain.people import Quiet
from bot.handlers import pausing
from bot.handlers.conversation import Conversation, Reply
from bot.messages import crisis as say_crisis
from bot.understand import Distress


async def answer(talk: Conversation, distress: Distress) -> Reply:
    """Answers with contacts, whatever the bot awaited. The line itself is stored nowhere.

    Check-ins rest as in any other pause, so that no stored state says why.
    """
    if talk.known:
        await pausing.rest(talk)
        talk.dialogue = replace(talk.dialogue, quiet=Quiet(talk.today))
    talk.closes = True
    mine = await talk.joined()
    coach = await talk.coach_name(mine[0]) if mine else None
    people, emergency = _contacts(talk), _emergency(talk)
    rests, harm = talk.known, distress.harm
    return [say_crisis.contacts(talk.say, people, emergency, coach, rests=rests, harm=harm)]


async def still(talk: Conversation) -> Reply:
    """Meets whatever is written while it is quiet: with contacts, without a quote."""
    quiet = talk.person.dialogue.quiet
    went_on = quiet is not None and quiet.went_on
    return [say_crisis.still(talk.say, _contacts(talk), _emergency(talk), rests=not went_on)]


def beside(talk: Conversation) -> Reply:
    """One quiet line with contacts, for words that may be meant so. Nothing rests."""
    return [say_crisis.quiet_line(talk.say, _contacts(talk), _emergency(talk))]


async def go_on(talk: Conversation) -> Reply:
    """Ends the rest on the button "Go on as before": everything is as it was before it."""
    quiet = talk.person.dialogue.quiet
    if quiet is None or quiet.went_on:
        return talk.note("already-done")
    reply = await pausing.go_on(talk)
    talk.dialogue = replace(talk.dialogue, quiet=replace(quiet, went_on=True))
    return reply + (talk.note("crisis-today") if quiet.since >= talk.today else [])


async def resume(talk: Conversation) -> Reply:
    """Ends every pause. In the quiet time after words of distress it only ends that."""
    quiet = talk.person.dialogue.quiet
    if quiet is not None and not quiet.went_on:
        return await go_on(talk)
    return await pausing.resume(talk)


async def write_to_coach(talk: Conversation, answer: YesNo) -> Reply:
    """Handles the offer to write to the coach.

    After "no" nothing follows; after "yes" the bot shows words that the client sends themself.
    """
    if answer == "no":
        return talk.note("crisis-no")
    mine = await talk.joined()
    if not mine:
        return talk.stale()
    return [say_crisis.example(talk.say, await talk.coach_name(mine[0]))]


def _contacts(talk: Conversation) -> tuple[Contact, ...]:
    own = contacts_of(talk.settings)
    return (*own, *public_contacts(country_of(talk.zone)))


def _emergency(talk: Conversation) -> str:
    return emergency_number(country_of(talk.zone))
