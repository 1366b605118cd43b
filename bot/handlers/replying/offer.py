"""Offers notes from the coach: once in each engagement, beside the receipt of a first share."""

from __future__ import annotations

from dataclasses import replace

from bot.domain.engagement import Engagement
from bot.domain.purposes import Purpose
from bot.domain.share import Share
from bot.handlers.conversation import Conversation
from bot.understand import names_a_loss


async def is_first_share(talk: Conversation, engagement: Engagement, share: Share) -> bool:
    """Tells whether notes are offered beside this share, and remembers that they were.

    Not after a yes or a no to them in this engagement, not beside a share without a name, and not
    to somebody who has just told of a loss or of distress: then the next share offers them. The
    button allows nothing: it asks in the purpose's own sentence.
    """
    offered = talk.person.dialogue.notes_offered
    if share.unnamed or engagement.id in offered or _is_heavy(talk, share):
        return False
    ledger = await talk.tx.ledger(engagement.id)
    if any(entry.purpose is Purpose.NOTES for entry in ledger):
        return False
    talk.dialogue = replace(talk.dialogue, notes_offered=(*offered, engagement.id))
    return True


def _is_heavy(talk: Conversation, share: Share) -> bool:
    quiet = talk.person.dialogue.is_quiet(talk.today)
    return quiet or talk.heavy or names_a_loss(share.body.text)
