"""What a platform did not take is told as such: it is never silence."""

from __future__ import annotations

from datetime import timedelta

from bot.domain.delivery import DeliveryState, Kind
from bot.domain.wall_time import local_date
from bot.handlers.conversation import Conversation, Reply

LATELY = timedelta(days=14)


async def told_of(conversation: Conversation, owner: str, kind: Kind, key: str) -> Reply:
    """The newest one of the last LATELY, as long as nothing of its kind has arrived since."""
    for one in await conversation.tx.deliveries(owner, kind):
        if one.state is DeliveryState.SENT or conversation.now - one.not_before > LATELY:
            return []
        if one.state is DeliveryState.NOT_DELIVERED:
            day = local_date(one.not_before, conversation.zone)
            return conversation.note(key, day=conversation.say.day(day))
    return []
