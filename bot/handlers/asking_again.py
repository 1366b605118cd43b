"""Asks anew for a purpose whose sentence or terms have changed, which turned it off.

It asks below an answer to the person. `bot.delivery.asking_anew` asks in the place of a check-in.
"""

from __future__ import annotations

from bot.chat import Buttons, Form
from bot.domain import actions
from bot.domain.consent import Act
from bot.domain.engagement import Engagement, EngagementState
from bot.domain.purposes import Purpose, asked_of_coach
from bot.handlers import consent, joining
from bot.handlers.conversation import Conversation, Reply
from bot.messages import changed as say_changed
from bot.messages import consent as say_consent
from bot.rules.changes import note_changed, to_ask
from bot.rules.grants import suspended
from bot.rules.sponsors import with_sponsor_if_asked
from bot.rules.what_changed import what_changed


async def ask_again(talk: Conversation, reply: Reply) -> Reply:
    """Adds at most one question to a reply that asks nothing itself; the next follows later."""
    if not talk.known or talk.closes or talk.dialogue.awaiting is not None or _asks(reply):
        return []
    for engagement in await talk.engagements():
        if engagement.state is EngagementState.OFFERED or engagement.stopped:
            continue
        ledger = await talk.tx.ledger(engagement.id)
        given = (talk.tx, talk.settings, engagement, ledger, talk.now)
        today = await with_sponsor_if_asked(*given) or engagement
        ledger = await note_changed(talk.tx, today, ledger, talk.person.language, talk.now)
        purpose = to_ask(ledger, talk.now, today)
        if purpose is not None:
            return await asked_anew(talk, today, purpose)
    return await _ask_coach(talk)


async def asked_anew(talk: Conversation, engagement: Engagement, purpose: Purpose) -> Reply:
    """Tells what has changed since the yes to a purpose, and asks for it."""
    change = await what_changed(talk.tx, engagement, purpose, talk.now)
    told = say_changed.what_changed(talk.say, engagement, change)
    if purpose is Purpose.AGREEMENT:
        return [told, *await joining.carry_on(talk, engagement, change.parts)]
    return [told, *await consent.ask(talk, engagement, purpose, actions.SWITCHED)]


async def _ask_coach(talk: Conversation) -> Reply:
    ledger = await talk.tx.ledger(talk.person.id)
    for purpose in asked_of_coach():
        if suspended(ledger, purpose, talk.now, None):
            for act in (Act.CHANGED, Act.ASKED):
                await talk.record(talk.person.id, act, purpose)
            return [*talk.note("asked-again"), say_consent.ask_coach(talk.say, purpose)]
    return []


def _asks(reply: Reply) -> bool:
    """Tells whether a reply offers a choice: a typed yes would not be clear below it."""
    blocks = [block for message in reply for block in message.blocks]
    choices = [len(block.buttons) for block in blocks if isinstance(block, Buttons)]
    return any(isinstance(block, Form) for block in blocks) or max(choices, default=0) > 1
