"""A client whose coach has no account here gets a link to hand over, and can close it."""

from __future__ import annotations

from bot.handlers.conversation import Conversation, Reply
from bot.messages import guests as say_guests
from bot.rules.guest_links import MOST_LINKS, end_links, known_as, make_link


async def link_for_coach(talk: Conversation) -> Reply:
    """Makes a link. Sends nothing to anyone, and stores nothing else about who asked for it."""
    if talk.guest_door is None:
        return talk.note("guest-no-mail")
    made = await talk.tx.guest_links_by(known_as(talk.tx, talk.person.address))
    still = [one for one in made if talk.now < one.until]
    if len(still) >= MOST_LINKS:
        return talk.note("guest-links-enough", count=len(still))
    secret = talk.chance.new_id()
    link = await make_link(talk.tx, talk.settings, secret, talk.person.address, talk.now)
    return [say_guests.link(talk.say, talk.guest_door.guest_url(secret), link.until)]


async def close(talk: Conversation) -> Reply:
    """Closes every link of this person that is open. Whoever has come in by one stays."""
    closed = await end_links(talk.tx, talk.person.address, talk.now)
    return talk.note("guest-links-ended", count=closed)
