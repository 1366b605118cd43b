"""What a coach writes outside a note reaches nobody, by whatever door, and the bot says so."""

from __future__ import annotations

from collections.abc import Mapping

from bot.domain.words import Words
from bot.handlers.conversation import Conversation, Reply
from bot.messages import notes as say_notes
from bot.ports import CoachSide
from bot.rules.digest import accept_notes
from bot.rules.named import named_clients

# The most clients whose notes are offered. A longer row would hide the sentence.
MOST = 8


async def reached_nobody(talk: Conversation, shown_in: str | None = None) -> Reply | None:
    """Says that this went to nobody and is not kept, and offers notes to those who accept them.

    `shown_in` names the message that was replied to: then only its clients are offered. None for
    somebody who is no coach.
    """
    if not await talk.tx.has_invited(talk.person.id):
        return None
    named = await _named(talk, shown_in) if await talk.may_coach() else {}
    accepting = await accept_notes(talk.tx, named, talk.now)
    offered = sorted(accepting, key=lambda one: (named[one].text.casefold(), one))[:MOST]
    return [say_notes.reached_nobody(talk.say, {one: named[one] for one in offered})]


async def _named(talk: Conversation, shown_in: str | None) -> Mapping[str, Words]:
    """The clients whom the coach knows by name: of one message, or of all they may read now."""
    door: CoachSide = talk.tx
    me = talk.person.id
    if shown_in is not None:
        shown = await door.shared_with(me, talk.now, shown_in=shown_in)
        return {one.engagement_id: one.client_name for one in shown if not one.unnamed}
    return {one.engagement_id: one.name for one in await named_clients(talk.tx, me, talk.now)}
