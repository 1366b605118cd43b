"""Stop: turns everything off at once. The confirmation is the last message."""

from __future__ import annotations

from bot.domain.actions import YesNo
from bot.domain.consent import Act, Purpose
from bot.handlers import coaching, consent
from bot.handlers.conversation import Conversation, Reply
from bot.messages import privacy as say_privacy


async def stop(talk: Conversation, answer: YesNo | None = None) -> Reply:
    """Turns everything off at once. The confirmation returned here is the last message."""
    if answer == "no":
        return talk.note("carry-on") + talk.note("not-stopped-answer")
    mine = await talk.engagements()
    coaches = not mine and await talk.tx.has_invited(talk.person.id)
    told = say_privacy.stopped(talk.say, client=not coaches)
    for engagement in mine:
        await consent.withdraw_all(talk, engagement)
    if await talk.grant(talk.person.id, Purpose.DIGEST) is not None:
        await talk.record(talk.person.id, Act.WITHDRAWN, Purpose.DIGEST)
    await coaching.digest_off(talk)
    talk.closes = True
    return [told]


async def ask_if_stop(talk: Conversation) -> Reply:
    """Asks whether it was a stop or an answer. Nothing is kept meanwhile."""
    return [say_privacy.stop_sure(talk.say)]
