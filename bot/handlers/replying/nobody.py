"""What a coach writes outside a note reaches nobody, by whatever door, and the bot says so."""

from __future__ import annotations

from collections.abc import Mapping

from bot.domain.words import Words
from bot.handlers.conversation import Conversation, Reply
from bot.messages import notes as say_notes
from bot.ports import CoachSide
from bot.rules.digest import accept_notes
from bot.rules.named import named_clients
from bot.understand.about_client import mentions

# The most clients whose notes are offered. A longer row would hide the sentence.
MOST = 8


async def reached_nobody(
    talk: Conversation, said: str, shown_in: str | None = None
) -> Reply | None:
    """Says that this went to nobody and is not kept, and offers notes to those who accept them.

    The page of a client whose name was `said` is offered too: there stands what a coach can do.
    `shown_in` names the message that was replied to: then only its clients are offered. None for
    somebody who is no coach.
    """
    if not await talk.tx.has_invited(talk.person.id):
        return None
    named = await _named(talk, shown_in) if await talk.may_coach() else {}
    accepting = await accept_notes(talk.tx, named, talk.now)
    offered = sorted(accepting, key=lambda one: (named[one].text.casefold(), one))[:MOST]
    meant = [one for one, name in named.items() if mentions(said, name.text)][:MOST]
    notes, pages = ({one: named[one] for one in these} for these in (offered, meant))
    return [say_notes.reached_nobody(talk.say, notes, pages)]


async def _named(talk: Conversation, shown_in: str | None) -> Mapping[str, Words]:
    """The clients whom the coach has been shown by name: in one message, or in any.

    What nobody has read yet can still be taken back, and then nobody knows of it.
    """
    door: CoachSide = talk.tx
    me = talk.person.id
    if shown_in is not None:
        shown = await door.shared_with(me, talk.now, shown_in=shown_in)
        return {one.engagement_id: one.client_name for one in shown if not one.unnamed}
    known = [one for one in await named_clients(talk.tx, me, talk.now) if one.shown]
    return {one.engagement_id: one.name for one in known}
