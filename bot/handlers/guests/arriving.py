"""The first visit of a guest coach, who came in by a link and is not stored yet."""

from __future__ import annotations

from dataclasses import replace

from bot.chat import Submitted
from bot.domain.people import plain_name
from bot.handlers.conversation import Conversation, Reply
from bot.messages import guests as say_guests
from bot.rules.coaches import APPROVAL
from bot.rules.guest_links import OPERATOR, link_of


async def begin(talk: Conversation) -> Reply:
    """Handles "Begin": uses the link up, and stores the guest under the name that they typed.

    Somebody who is stored already, and anybody without a link of their own, changes nothing here.
    """
    what = talk.event.what
    link = await link_of(talk.tx, talk.person.address, talk.now)
    if link is None or talk.known or not isinstance(what, Submitted):
        return talk.note("guest-over")
    name = plain_name(what.values.get("name", ""))
    if not name.text:
        return [say_guests.name_missing(talk.say)]
    if not await talk.tx.end_guest_link(link.link_hash):
        return talk.note("guest-over")
    talk.person = replace(talk.person, name=name)
    talk.known = True
    await talk.tx.save_person(talk.person, talk.now)
    if link.approves and talk.settings.coaches == APPROVAL:
        await talk.tx.approve_coach(talk.tx.coach_reference(talk.person.address), talk.now)
    return [say_guests.arrived(talk.say, given_by_client=link.made_by != OPERATOR)]
