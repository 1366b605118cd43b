"""Tells people about messages that a platform did not accept, so that they are never just
missing.
"""

from __future__ import annotations

from datetime import timedelta

from bot.domain.delivery import DeliveryState, Kind
from bot.domain.wall_time import local_date
from bot.handlers.conversation import Conversation, Reply

LATELY = timedelta(days=14)


async def told_of(conversation: Conversation, owner: str, kind: Kind, key: str) -> Reply:
    """Tells about the newest failed delivery of the last `LATELY`, unless a later one of its kind
    arrived.
    """
    for one in await conversation.tx.deliveries(owner, kind):
        if one.state is DeliveryState.SENT or conversation.now - one.not_before > LATELY:
            return []
        if one.state is DeliveryState.NOT_DELIVERED:
            day = local_date(one.not_before, conversation.zone)
            return conversation.note(key, day=conversation.say.day(day))
    return []
