"""Asks again for a purpose whose sentence or terms have changed, which turned it off.

It asks below an answer to the person, and never writes to them first.
"""

from __future__ import annotations

from collections.abc import Sequence

from bot.chat import Buttons, Form
from bot.domain import actions
from bot.domain.consent import Act, Entry, latest
from bot.domain.engagement import Engagement, EngagementState
from bot.domain.purposes import Purpose
from bot.handlers import consent, joining
from bot.handlers.conversation import Conversation, Reply
from bot.messages import consent as say_consent
from bot.rules.grants import suspended


async def ask_again(talk: Conversation, reply: Reply) -> Reply:
    """Adds at most one question to a reply that asks nothing itself; the next follows later."""
    if not talk.known or talk.closes or talk.dialogue.awaiting is not None or _asks(reply):
        return []
    for engagement in await talk.engagements():
        if engagement.state is EngagementState.OFFERED or engagement.stopped:
            continue
        purpose = await _changed(talk, engagement.id, engagement)
        if purpose is not None:
            return talk.note("asked-again") + await _ask(talk, engagement, purpose)
    if await _changed(talk, talk.person.id, None) is Purpose.DIGEST:
        await talk.record(talk.person.id, Act.ASKED, Purpose.DIGEST)
        return [*talk.note("asked-again"), say_consent.ask_digest(talk.say)]
    return []


def _asks(reply: Reply) -> bool:
    """Tells whether a reply offers a choice: a typed yes would not be clear below it."""
    blocks = [block for message in reply for block in message.blocks]
    choices = [len(block.buttons) for block in blocks if isinstance(block, Buttons)]
    return any(isinstance(block, Form) for block in blocks) or max(choices, default=0) > 1


async def _changed(talk: Conversation, chain: str, engagement: Engagement | None) -> Purpose | None:
    """Notes in the ledger what was suspended, and returns the first that is still to be asked."""
    ledger = await talk.tx.ledger(chain)
    for purpose in Purpose:
        if suspended(ledger, purpose, talk.now, engagement):
            await talk.record(chain, Act.CHANGED, purpose)
    ledger = await talk.tx.ledger(chain)
    waiting = (p for p in Purpose if _to_be_asked(ledger, p))
    return next(waiting, None)


def _to_be_asked(ledger: Sequence[Entry], purpose: Purpose) -> bool:
    last = latest(ledger, purpose)
    if last is None or last.act is not Act.CHANGED:
        return False
    return not any(e.act is Act.ASKED and e.purpose is purpose for e in ledger[last.seq :])


async def _ask(talk: Conversation, engagement: Engagement, purpose: Purpose) -> Reply:
    if purpose is Purpose.AGREEMENT:
        return await joining.carry_on(talk, engagement)
    return await consent.ask(talk, engagement, purpose, actions.SWITCHED)
