"""Asks for one purpose at a time, records the answer, and applies it at once."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import replace

from bot.chat import Message
from bot.domain import actions
from bot.domain.action_row import Action
from bot.domain.actions import OnOff, YesNo
from bot.domain.consent import Act, Grant, latest, yes_before
from bot.domain.delivery import Kind
from bot.domain.engagement import Engagement, EngagementState
from bot.domain.purposes import PURPOSES, Purpose, asked_first, switches
from bot.handlers.conversation import Conversation, Reply
from bot.handlers.switches import SWITCHES
from bot.messages import consent as say_consent
from bot.messages import endings as say_endings
from bot.messages import joining as say_joining
from bot.ports import DamagedError
from bot.rules.changes import was_asked_so
from bot.rules.grants import SEEN_BY_COACH, live, waits_for_answer
from bot.rules.plan_notes import let_go_of_notes
from bot.rules.sponsors import sponsor_of, with_sponsor


async def states(talk: Conversation, engagement: Engagement) -> list[tuple[Purpose, Grant | None]]:
    """Returns every switch of an engagement, with its grant in force.

    Lines for whoever pays are among them only where somebody is named, or they are on. What the
    organisation's policy does not allow is not among them.
    """
    here = [one for one in switches() if one not in talk.settings.forbidden]
    found = await granted(talk, engagement.id, engagement, here)
    is_on = dict(found).get(Purpose.SPONSOR) is not None
    if is_on or await sponsor_of(talk.tx, talk.settings, engagement) is not None:
        return found
    return [one for one in found if one[0] is not Purpose.SPONSOR]


def asked_first_here(talk: Conversation) -> list[Purpose]:
    """The switches that are asked for while joining, without what the policy does not allow."""
    return [purpose for purpose in asked_first() if purpose not in talk.settings.forbidden]


async def on_or_seen(
    talk: Conversation, engagement: Engagement
) -> list[tuple[Purpose, Grant | None]]:
    """Returns every switch with its grant; also what a coach goes on seeing can be turned off."""
    found = []
    for purpose, grant in await states(talk, engagement):
        seen = await talk.shows(engagement.id, purpose) if purpose in SEEN_BY_COACH else None
        found.append((purpose, Grant(purpose, seen) if seen is not None else grant))
    return found


async def granted(
    talk: Conversation, chain: str, engagement: Engagement | None, purposes: Sequence[Purpose]
) -> list[tuple[Purpose, Grant | None]]:
    ledger = await talk.tx.ledger(chain)
    return [(p, live(ledger, p, talk.now, engagement)) for p in purposes]


async def receipt(talk: Conversation, engagement: Engagement) -> Message:
    coach = await talk.who_coaches(engagement)
    return say_joining.receipt(talk.say, engagement, coach, await states(talk, engagement))


def _asks_on(then: Action | None) -> bool:
    return then is not None and actions.ASK_ON.read(then) is not None


async def ask(
    talk: Conversation, engagement: Engagement, purpose: Purpose, then: Action | None
) -> Reply:
    """Shows the sentence that words a purpose; the ledger notes that it was asked."""
    if purpose in talk.settings.forbidden:
        return talk.note("policy-off")
    sponsor = None
    if purpose is Purpose.SPONSOR:
        engagement, sponsor = await with_sponsor(talk.tx, talk.settings, engagement)
        if sponsor is None:
            return talk.note("sponsor-none")
    coach = await talk.who_coaches(engagement)
    await talk.record(engagement.id, Act.ASKED, purpose)
    return [say_consent.ask(talk.say, engagement, coach, purpose, then, sponsor)]


async def ask_about_keeping(talk: Conversation, purpose: Purpose) -> Reply:
    """Handles the button under an answer that was quoted back and not stored."""
    mine = await talk.engagements()
    if not mine:
        return talk.stale()
    return await ask(talk, mine[0], purpose, actions.SWITCHED)


async def decide(
    talk: Conversation, engagement_id: str, purpose: Purpose, answer: YesNo, then: Action | None
) -> tuple[Engagement, Reply] | None:
    """Handles a yes or no to one purpose. None when the button belongs to nothing here.

    A second yes changes nothing. With `then`, the action that was interrupted goes on; what else
    was ticked in the form is asked after a no too.
    """
    engagement = await under_way(talk, engagement_id)
    if engagement is None or purpose not in switches():
        return None
    if _asks_on(then):
        talk.then = then
    granted = await talk.grant(engagement.id, purpose)
    if answer == "no":
        seen = purpose in SEEN_BY_COACH and await talk.shows(engagement.id, purpose)
        if granted or seen or await _was_changed(talk, engagement, purpose):
            return engagement, await turn_off(talk, engagement, purpose)
        await talk.record(engagement.id, Act.REFUSED, purpose)
        return engagement, await _after_no(talk, engagement, purpose, then)
    if granted is None:
        await talk.record(engagement.id, Act.GIVEN, purpose, engagement.ends_at)
        await SWITCHES[purpose].begin(talk, engagement)
    if then not in (None, actions.SWITCHED) and not _asks_on(then):
        talk.then = then
        return engagement, []
    return engagement, await _after_yes(talk, engagement, purpose, then)


async def asked_otherwise(talk: Conversation, engagement_id: str, purpose: Purpose) -> bool:
    """Tells whether a button stands under another text than today's: its yes would be blind."""
    engagement = await under_way(talk, engagement_id)
    if engagement is None or purpose not in switches():
        return False
    return not was_asked_so(await talk.tx.ledger(engagement_id), purpose, engagement)


async def ask_as_it_is(
    talk: Conversation, engagement_id: str, purpose: Purpose, then: Action | None
) -> Reply:
    """Asks in today's text instead of taking a yes to another one."""
    engagement = await under_way(talk, engagement_id)
    if engagement is None:
        return talk.stale()
    return talk.note("asked-otherwise") + await ask(talk, engagement, purpose, then)


async def agreement_waits(talk: Conversation, engagement: Engagement) -> bool:
    """Tells whether the client's answer to a changed agreement is missing."""
    ledger = await talk.tx.ledger(engagement.id)
    return waits_for_answer(ledger, Purpose.AGREEMENT, talk.now, engagement)


async def said_already(
    talk: Conversation, engagement_id: str, purpose: Purpose, answer: YesNo
) -> bool:
    """Tells whether this answer is in force already: a second click then changes nothing."""
    engagement = await under_way(talk, engagement_id)
    if purpose not in switches() or engagement is None:
        return False
    ledger = await talk.tx.ledger(engagement_id)
    granted = live(ledger, purpose, talk.now, engagement) is not None
    last = latest(ledger, purpose)
    refused = last is not None and last.act is Act.REFUSED
    return granted if answer == "yes" else refused


async def switch(talk: Conversation, engagement_id: str, purpose: Purpose, move: OnOff) -> Reply:
    """Handles a button of the list: off takes one tap; on shows the wording first."""
    engagement = await under_way(talk, engagement_id)
    if engagement is None or purpose not in switches():
        return talk.stale()
    granted = dict(await on_or_seen(talk, engagement)).get(purpose)
    if move == "on" and granted is None:
        if await agreement_waits(talk, engagement):
            talk.then = actions.AGREEMENT()
            return []
        return await ask(talk, engagement, purpose, actions.SWITCHED)
    if move == "off" and granted is not None:
        return await turn_off(talk, engagement, purpose)
    return talk.note("already-done")


async def turn_off(talk: Conversation, engagement: Engagement, purpose: Purpose) -> Reply:
    """Withdraws a purpose: unplans what it covers, and erases what was kept under it."""
    coach = await talk.coach_name(engagement)
    ending = await SWITCHES[purpose].ends(talk, engagement)
    gone = say_endings.what_is_where(talk.say, await talk.what_ends(ending), talk.zone)
    told = say_consent.switched(talk.say, purpose, coach, None, gone)
    await talk.record(engagement.id, Act.WITHDRAWN, purpose)
    await SWITCHES[purpose].undo(talk, engagement)
    if Kind.NOTE in PURPOSES[purpose].covers:
        await let_go_of_notes(talk.tx, engagement)
    for kind in PURPOSES[purpose].covers:
        await talk.tx.unplan(engagement.id, kind)
    await talk.end(ending)
    return [told]


async def withdraw_all(talk: Conversation, engagement: Engagement) -> None:
    """Withdraws every grant, unplans everything, and withholds unsent shares: a stop."""
    try:
        ledger = await talk.tx.ledger(engagement.id)
        # Also what only waits for an answer: a later yes to the agreement brings none of it back.
        for purpose in switches():
            if yes_before(ledger, purpose, talk.now) is not None:
                await talk.record(engagement.id, Act.WITHDRAWN, purpose)
    except DamagedError:
        # A damaged ledger never keeps a stop from counting.
        for purpose in switches():
            await talk.tx.withdraw_for_good(engagement.id, purpose, talk.now)
    with suppress(DamagedError):
        await let_go_of_notes(talk.tx, engagement)
    await talk.tx.unplan(engagement.id)
    await talk.tx.withhold(engagement.id, switches())
    resting = engagement
    if engagement.state is not EngagementState.OFFERED:
        resting = replace(engagement, state=EngagementState.RESTING)
    await talk.tx.save_engagement(replace(resting, stopped=True, listed=False))


async def _after_yes(
    talk: Conversation, engagement: Engagement, purpose: Purpose, then: Action | None
) -> Reply:
    if not then:
        return []
    coach = await talk.coach_name(engagement)
    granted = await talk.grant(engagement.id, purpose)
    until = engagement.last_day(granted.entry.until) if granted and granted.entry.until else None
    done: Reply = [say_consent.switched(talk.say, purpose, coach, until)]
    return done + await SWITCHES[purpose].after_yes(talk, engagement)


async def _after_no(
    talk: Conversation, engagement: Engagement, purpose: Purpose, then: Action | None
) -> Reply:
    if then:
        coach = await talk.coach_name(engagement)
        return [say_consent.switched(talk.say, purpose, coach, None)]
    return await SWITCHES[purpose].after_no(talk, engagement)


async def _was_changed(talk: Conversation, engagement: Engagement, purpose: Purpose) -> bool:
    """True if the purpose was allowed until its wording changed: a no then withdraws it."""
    last = latest(await talk.tx.ledger(engagement.id), purpose)
    return last is not None and last.act is Act.CHANGED


async def under_way(talk: Conversation, engagement_id: str) -> Engagement | None:
    engagement = await talk.engagement(engagement_id)
    if engagement is None or engagement.state is EngagementState.OFFERED or engagement.stopped:
        return None
    return engagement
