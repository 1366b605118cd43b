"""Asks for one purpose at a time, records the answer, and applies it at once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bot.chat import Message
from bot.documents.receipt import receipt_paper
from bot.domain import actions
from bot.domain.action_row import Action
from bot.domain.actions import OnOff, YesNo
from bot.domain.consent import Act, Grant, latest
from bot.domain.engagement import Engagement, EngagementState
from bot.domain.purposes import PURPOSES, Purpose, asked_of_client, asked_of_coach, switches
from bot.domain.words import Words
from bot.handlers.conversation import Conversation, Reply
from bot.handlers.switches import SWITCHES
from bot.messages import consent as say_consent
from bot.messages import joining as say_joining
from bot.messages import receipts as say_receipts
from bot.rules.grants import live


async def states(
    conversation: Conversation, engagement: Engagement
) -> list[tuple[Purpose, Grant | None]]:
    """Returns every switch of an engagement, with its grant in force."""
    return await _granted(conversation, engagement.id, engagement, switches())


async def _granted(
    conversation: Conversation,
    chain: str,
    engagement: Engagement | None,
    purposes: Sequence[Purpose],
) -> list[tuple[Purpose, Grant | None]]:
    ledger = await conversation.tx.ledger(chain)
    return [(p, live(ledger, p, conversation.now, engagement)) for p in purposes]


async def receipt(conversation: Conversation, engagement: Engagement) -> Message:
    return say_joining.receipt(conversation.say, engagement, await states(conversation, engagement))


async def receipts(conversation: Conversation) -> Reply:
    """Shows what was allowed and when, readable and as a file.

    There is one receipt per engagement, and a coach's own.
    """
    shown: Reply = []
    for engagement in await conversation.tx.engagements_of(conversation.person.id):
        purposes = asked_of_client()
        allowed = await _granted(conversation, engagement.id, engagement, purposes)
        coach = await conversation.coach_name(engagement)
        shown.append(await _receipt(conversation, engagement.id, coach, allowed))
    me = conversation.person.id
    if await conversation.tx.has_invited(me):
        allowed = await _granted(conversation, me, None, asked_of_coach())
        shown.append(await _receipt(conversation, me, None, allowed))
    return shown or conversation.note("hello")


async def _receipt(
    conversation: Conversation,
    chain: str,
    coach: Words | None,
    whole: Sequence[tuple[Purpose, Grant | None]],
) -> Message:
    ledger = await conversation.tx.ledger(chain)
    organisation = conversation.settings.organisation
    paper = receipt_paper(conversation.say, ledger, whole, organisation, conversation.now)
    return say_receipts.receipt(
        conversation.say, coach, ledger, whole, conversation.zone, paper, conversation.now
    )


async def show(conversation: Conversation) -> Reply:
    """Shows the switches of each engagement under way, and a coach's own."""
    shown: Reply = []
    for engagement in await conversation.engagements():
        if engagement.state is not EngagementState.OFFERED:
            allowed = await states(conversation, engagement)
            shown.append(say_consent.switches(conversation.say, engagement, allowed))
    if await conversation.tx.has_invited(conversation.person.id):
        granted = await conversation.grant(conversation.person.id, Purpose.DIGEST)
        own = await conversation.tx.rhythm(conversation.person.id)
        shown.append(say_consent.digest_switch(conversation.say, granted, own))
    return shown or conversation.note("hello")


async def ask(
    conversation: Conversation, engagement: Engagement, purpose: Purpose, then: Action
) -> Reply:
    """Shows the sentence that words a purpose; the ledger notes that it was asked."""
    coach = await conversation.coach_name(engagement)
    await conversation.record(engagement.id, Act.ASKED, purpose)
    return [say_consent.ask(conversation.say, engagement, coach, purpose, then)]


async def ask_about_keeping(conversation: Conversation, purpose: Purpose) -> Reply:
    """Handles the button under an answer that was quoted back and not stored."""
    mine = await conversation.engagements()
    if not mine:
        return conversation.stale()
    return await ask(conversation, mine[0], purpose, actions.SWITCHED)


async def decide(
    conversation: Conversation,
    engagement_id: str,
    purpose: Purpose,
    answer: YesNo,
    then: Action | None,
) -> tuple[Engagement, Reply] | None:
    """Handles a yes or no to one purpose. None when the button belongs to nothing here.

    A second yes changes nothing. With `then`, the action that was interrupted goes on.
    """
    engagement = await _under_way(conversation, engagement_id)
    if engagement is None or purpose not in switches():
        return None
    granted = await conversation.grant(engagement.id, purpose)
    if answer == "no":
        if granted is not None or await _was_changed(conversation, engagement, purpose):
            return engagement, await turn_off(conversation, engagement, purpose)
        await conversation.record(engagement.id, Act.REFUSED, purpose)
        return engagement, await _after_no(conversation, engagement, purpose, then)
    if granted is None:
        await conversation.record(engagement.id, Act.GIVEN, purpose, engagement.ends_at)
        await SWITCHES[purpose].begin(conversation, engagement)
    if then not in (None, actions.SWITCHED):
        conversation.follow = then
        return engagement, []
    return engagement, await _after_yes(conversation, engagement, purpose, then)


async def said_already(
    conversation: Conversation, engagement_id: str, purpose: Purpose, answer: YesNo
) -> bool:
    """Tells whether this answer is in force already: a second click then changes nothing."""
    engagement = await _under_way(conversation, engagement_id)
    if purpose not in switches() or engagement is None:
        return False
    ledger = await conversation.tx.ledger(engagement_id)
    granted = live(ledger, purpose, conversation.now, engagement) is not None
    last = latest(ledger, purpose)
    refused = last is not None and last.act is Act.REFUSED
    return granted if answer == "yes" else refused


async def switch(
    conversation: Conversation, engagement_id: str, purpose: Purpose, move: OnOff
) -> Reply:
    """Handles a button of the list: off takes one tap; on shows the wording first."""
    engagement = await _under_way(conversation, engagement_id)
    if engagement is None or purpose not in switches():
        return conversation.stale()
    granted = await conversation.grant(engagement_id, purpose)
    if move == "on" and granted is None:
        return await ask(conversation, engagement, purpose, actions.SWITCHED)
    if move == "off" and granted is not None:
        return await turn_off(conversation, engagement, purpose)
    return conversation.note("already-done")


async def turn_off(conversation: Conversation, engagement: Engagement, purpose: Purpose) -> Reply:
    """Withdraws a purpose: unplans what it covers, and erases what was kept under it."""
    coach = await conversation.coach_name(engagement)
    told = say_consent.switched(conversation.say, purpose, coach, None)
    await conversation.record(engagement.id, Act.WITHDRAWN, purpose)
    await SWITCHES[purpose].undo(conversation, engagement)
    for kind in PURPOSES[purpose].covers:
        await conversation.tx.unplan(engagement.id, kind)
    return [told]


async def withdraw_all(conversation: Conversation, engagement: Engagement) -> None:
    """Withdraws every grant, unplans everything, and withholds unsent shares: a stop."""
    for purpose, grant in await states(conversation, engagement):
        if grant is not None:
            await conversation.record(engagement.id, Act.WITHDRAWN, purpose)
    await conversation.tx.unplan(engagement.id)
    await conversation.tx.withhold(engagement.id, switches())
    resting = engagement
    if engagement.state is not EngagementState.OFFERED:
        resting = replace(engagement, state=EngagementState.RESTING)
    await conversation.tx.save_engagement(replace(resting, stopped=True, listed=False))


async def _after_yes(
    conversation: Conversation, engagement: Engagement, purpose: Purpose, then: Action | None
) -> Reply:
    if not then:
        return []
    coach = await conversation.coach_name(engagement)
    granted = await conversation.grant(engagement.id, purpose)
    done: Reply = [say_consent.switched(conversation.say, purpose, coach, granted)]
    return done + await SWITCHES[purpose].after_yes(conversation, engagement)


async def _after_no(
    conversation: Conversation, engagement: Engagement, purpose: Purpose, then: Action | None
) -> Reply:
    if then:
        coach = await conversation.coach_name(engagement)
        return [say_consent.switched(conversation.say, purpose, coach, None)]
    return await SWITCHES[purpose].after_no(conversation, engagement)


async def _was_changed(
    conversation: Conversation, engagement: Engagement, purpose: Purpose
) -> bool:
    """Tells whether it was on until its wording changed: a no then undoes what the yes did."""
    last = latest(await conversation.tx.ledger(engagement.id), purpose)
    return last is not None and last.act is Act.CHANGED


async def _under_way(conversation: Conversation, engagement_id: str) -> Engagement | None:
    engagement = await conversation.engagement(engagement_id)
    if engagement is None or engagement.state is EngagementState.OFFERED or engagement.stopped:
        return None
    return engagement
