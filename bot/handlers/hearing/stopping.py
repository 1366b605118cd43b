"""Stop: turns everything off at once. And after it, on request: all as it was."""

from __future__ import annotations

from dataclasses import replace

from bot.domain.actions import YesNo
from bot.domain.consent import Act, Purpose
from bot.domain.delivery import SHOWING_SHARES
from bot.domain.engagement import Engagement
from bot.domain.purposes import asked_of_coach
from bot.handlers import consent
from bot.handlers.conversation import Conversation, Reply
from bot.handlers.one_client.told import take_goodbyes_back
from bot.handlers.switches import SWITCHES
from bot.messages import privacy as say_privacy
from bot.messages import resuming as say_resuming
from bot.ports import DamagedError
from bot.rules.as_it_was import AsItWas, as_it_was


async def stop(talk: Conversation, answer: YesNo | None = None) -> Reply:
    """Turns everything off at once. The confirmation returned here is the last message."""
    if answer == "no":
        return talk.note("carry-on") + talk.note("not-stopped-answer")
    mine = await talk.engagements()
    await talk.redraw(*(engagement.coach_id for engagement in mine))
    coaches = not mine and await talk.tx.has_invited(talk.person.id)
    told = say_privacy.stopped(talk.say, client=not coaches)
    if not all(engagement.stopped for engagement in mine):
        # A second stop keeps the first: what was on before that is what was on.
        talk.person = replace(talk.person, stopped_at=talk.now)
    await talk.tx.shut(talk.person.id)
    for engagement in mine:
        await consent.withdraw_all(talk, engagement)
    await take_goodbyes_back(talk)
    for purpose in asked_of_coach():
        await _withdraw_own(talk, purpose)
    for kind in SHOWING_SHARES:
        await talk.tx.unplan(talk.person.id, kind)
    await talk.tx.remove_rhythm(talk.person.id)
    talk.closes = True
    return [told]


async def _withdraw_own(talk: Conversation, purpose: Purpose) -> None:
    """Withdraws a purpose of the coach's own."""
    try:
        if await talk.grant(talk.person.id, purpose) is not None:
            await talk.record(talk.person.id, Act.WITHDRAWN, purpose)
    except DamagedError:
        # A damaged ledger never keeps a stop from counting.
        await talk.tx.withdraw_for_good(talk.person.id, purpose, talk.now)


async def ask_if_stop(talk: Conversation) -> Reply:
    """Asks whether it was a stop or an answer. Nothing is kept meanwhile."""
    return [say_privacy.stop_sure(talk.say)]


async def offer_as_it_was(talk: Conversation, engagement: Engagement) -> Reply:
    """Offers in one message all that was on when the stop came; the ledger notes the asking.

    Returns nothing if nothing was on.
    """
    before = await _before(talk, engagement)
    if not before.same and not before.changed:
        return []
    for purpose in before.same:
        await talk.record(engagement.id, Act.ASKED, purpose)
    coach = await talk.coach_name(engagement)
    shown = (before.same, before.changed, before.fingerprint)
    return [say_resuming.as_it_was(talk.say, engagement, coach, *shown)]


async def all_as_it_was(talk: Conversation, engagement_id: str, fingerprint: str) -> Reply:
    """Handles "All as it was": one yes to each purpose that the message named, and no other.

    If anything has changed since the message was shown, it is shown anew instead.
    """
    engagement = await talk.engagement(engagement_id)
    if engagement is None or engagement.stopped:
        return talk.stale()
    before = await _before(talk, engagement)
    if not before.same:
        return talk.note("already-done")
    if before.fingerprint != fingerprint:
        return await offer_as_it_was(talk, engagement)
    for purpose in before.same:
        await talk.record(engagement.id, Act.GIVEN, purpose, engagement.ends_at)
        await SWITCHES[purpose].begin(talk, engagement)
    asked: Reply = []
    for purpose in before.same:
        asked += await SWITCHES[purpose].after_yes(talk, engagement)
    return [await consent.receipt(talk, engagement), *asked]


async def _before(talk: Conversation, engagement: Engagement) -> AsItWas:
    ledger = await talk.tx.ledger(engagement.id)
    language = talk.person.language
    return as_it_was(ledger, talk.person.stopped_at, talk.now, engagement, language)
