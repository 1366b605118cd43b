"""Tells a client of an end by their coach in the answer to them, if they write before that."""

from __future__ import annotations

from bot.chat import Pressed, Submitted, Wrote
from bot.domain.engagement import Engagement, EngagementState
from bot.handlers.conversation import Conversation, Reply
from bot.messages import privacy as say_privacy
from bot.rules.goodbye import WITHIN, take_back_goodbye


async def tell_of_end(talk: Conversation, reply: Reply) -> Reply:
    """Returns what to say above `reply`: the goodbye that waited, which then never leaves.

    So nothing that the reply says, such as "nothing is planned", is untrue.
    """
    said_something = isinstance(talk.event.what, Wrote | Pressed | Submitted) and reply
    if not said_something or not talk.known or talk.erase_planned or talk.destroys_keys:
        return []
    waited = await take_goodbyes_back(talk)
    return [
        say_privacy.goodbye(talk.say, await talk.coach_name(one), one.erased_on) for one in waited
    ]


async def take_goodbyes_back(talk: Conversation) -> list[Engagement]:
    """Takes each goodbye back that still waits for this client; returns what each was about."""
    mine = await talk.tx.engagements_of(talk.person.id)
    late = talk.now - WITHIN
    ended = [one for one in mine if one.state is EngagementState.ENDED and one.ends_at > late]
    return [one for one in ended if await take_back_goodbye(talk.tx, one)]
