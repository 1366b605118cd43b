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


async def ask_again(conversation: Conversation, reply: Reply) -> Reply:
    """Adds at most one question to a reply that asks nothing itself; the next follows later."""
    if (
        not conversation.known
        or conversation.closes
        or conversation.dialogue.awaiting is not None
        or _asks(reply)
    ):
        return []
    for engagement in await conversation.engagements():
        if engagement.state is EngagementState.OFFERED or engagement.stopped:
            continue
        purpose = await _changed(conversation, engagement.id, engagement)
        if purpose is not None:
            return conversation.note("asked-again") + await _ask(conversation, engagement, purpose)
    if await _changed(conversation, conversation.person.id, None) is Purpose.DIGEST:
        await conversation.record(conversation.person.id, Act.ASKED, Purpose.DIGEST)
        return [*conversation.note("asked-again"), say_consent.ask_digest(conversation.say)]
    return []


def _asks(reply: Reply) -> bool:
    """Tells whether a reply offers a choice: a typed yes would not be clear below it."""
    blocks = [block for message in reply for block in message.blocks]
    choices = [len(block.buttons) for block in blocks if isinstance(block, Buttons)]
    return any(isinstance(block, Form) for block in blocks) or max(choices, default=0) > 1


async def _changed(
    conversation: Conversation, chain: str, engagement: Engagement | None
) -> Purpose | None:
    """Notes in the ledger what was suspended, and returns the first that is still to be asked."""
    ledger = await conversation.tx.ledger(chain)
    for purpose in Purpose:
        if suspended(ledger, purpose, conversation.now, engagement):
            await conversation.record(chain, Act.CHANGED, purpose)
    ledger = await conversation.tx.ledger(chain)
    waiting = (p for p in Purpose if _to_be_asked(ledger, p))
    return next(waiting, None)


def _to_be_asked(ledger: Sequence[Entry], purpose: Purpose) -> bool:
    last = latest(ledger, purpose)
    if last is None or last.act is not Act.CHANGED:
        return False
    return not any(e.act is Act.ASKED and e.purpose is purpose for e in ledger[last.seq :])


async def _ask(conversation: Conversation, engagement: Engagement, purpose: Purpose) -> Reply:
    if purpose is Purpose.AGREEMENT:
        return await joining.carry_on(conversation, engagement)
    return await consent.ask(conversation, engagement, purpose, actions.SWITCHED)
