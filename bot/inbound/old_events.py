"""What still counts of an event from before a stop, and of one that failed: a stop and distress.

Somebody who writes to the database may put such events back. What they ask for is done no more.
"""

from __future__ import annotations

from collections.abc import Sequence

import structlog

from bot.chat import Event, Happening, Pressed, Submitted
from bot.domain.actions import STOP
from bot.handlers.conversation import Conversation, Reply
from bot.handlers.hearing import crisis, stopping
from bot.inbound.doors import heard_in, texts_of, worst
from bot.metrics import METRICS
from bot.ports import Clock, Store
from bot.text import DEFAULT
from bot.understand import FirstHearing, Intent, Level, Understood, understand

STOPS = (STOP(None), STOP("yes"))

log = structlog.get_logger()


async def listen_to_old(talk: Conversation, first: Sequence[FirstHearing]) -> Reply:
    """Answers an event that no longer counts: with contacts, or with a stop that had not come.

    Anything else gets no answer. A stop after a stop gets none either.
    """
    METRICS.failed("event")
    log.error("old_event_refused")
    reply: Reply = []
    heard = heard_in(talk, first)
    distress = worst(heard)
    if distress is not None and distress.level is Level.CERTAIN:
        reply += await crisis.answer(talk, distress)
    if _stops(talk.event.what, [one.command for one in heard]) and not all(
        one.stopped for one in await talk.engagements()
    ):
        reply += await stopping.stop(talk)
    talk.stays = not reply
    return reply


async def stop_anyway(store: Store, event: Event, clock: Clock) -> None:
    """Shuts everything of the sender of a stop that failed, in a transaction of its own.

    A row that somebody damaged thus keeps no stop from counting. Never raises.
    """
    language = event.language or DEFAULT
    heard = [understand(text, language, clock.now().date()) for text in texts_of(event.what)]
    if not _stops(event.what, heard):
        return
    try:
        async with store.transaction() as tx:
            await tx.shut_at(event.sender)
    except Exception as problem:
        log.error("stop_failed", error=type(problem).__name__)


def _stops(what: Happening, heard: Sequence[Understood]) -> bool:
    """True if an event is surely a stop. One in a form may be an answer, and is asked about."""
    if isinstance(what, Pressed):
        return what.action in STOPS
    if isinstance(what, Submitted):
        return False
    return any(one.intent is Intent.STOP and one.sure for one in heard)
