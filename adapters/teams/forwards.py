"""A forwarded message is not what the person says here, but words of distress in it are heard."""

from __future__ import annotations

import asyncio
from dataclasses import replace

from adapters.teams.inbound.arrivals import Happened
from bot.chat import Event, Wrote
from bot.domain.words import Words
from bot.understand import Level, first_hearing


async def with_distress_forwarded(arrived: Happened) -> Event:
    """The event, with the forwarded text as its words where that tells of certain distress.

    Then the contacts are shown, and nothing of it is stored. It is heard in a thread, because a
    long text takes a while.
    """
    event, forwarded = arrived.event, arrived.forwarded.text
    if not isinstance(event.what, Wrote) or not forwarded:
        return event
    heard = await asyncio.to_thread(first_hearing, forwarded)
    if heard.distress is None or heard.distress.level is not Level.CERTAIN:
        return event
    both = "\n".join(filter(None, (event.what.text.text, forwarded)))
    return replace(event, what=replace(event.what, text=Words(both)))
