"""A coach's yes or no to briefs before sessions, and one brief that they ask for."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from bot.domain.actions import YesNo
from bot.domain.consent import Act, Purpose
from bot.domain.delivery import Kind
from bot.domain.weekly import weekly
from bot.handlers.conversation import Conversation, Reply
from bot.messages import consent as say_consent
from bot.messages.coaching import DigestExtras
from bot.messages.overview import brief as say_brief
from bot.ports import CoachSide
from bot.rules.briefs import Before, brief_of, plan_briefs
from bot.rules.digest import DIGEST_DAY, DIGEST_HOURS, open_to_notes


async def switch(talk: Conversation, answer: YesNo | None = None) -> Reply:
    """Handles the coach's yes or no to briefs; without one, shows the question or the way out."""
    coach_id = talk.person.id
    if not await talk.tx.has_invited(coach_id):
        return talk.stale()
    granted = await talk.grant(coach_id, Purpose.BRIEF)
    if answer != "no" and Purpose.BRIEF in talk.settings.forbidden:
        return talk.note("policy-off")
    if answer is None:
        return await ask(talk) if granted is None else [say_consent.brief_switch(talk.say, granted)]
    if answer == "no":
        told = talk.note("brief-off")
        await talk.record(coach_id, Act.WITHDRAWN if granted else Act.REFUSED, Purpose.BRIEF)
        await off(talk)
        return told
    if granted is not None:
        return talk.note("already-done")
    await talk.record(coach_id, Act.GIVEN, Purpose.BRIEF)
    await _has_hours(talk)
    await plan_briefs(talk.tx, talk.chance, coach_id, talk.now)
    return talk.note("brief-on")


async def ask(talk: Conversation) -> Reply:
    """Asks the question; the ledger notes that it was asked."""
    await talk.record(talk.person.id, Act.ASKED, Purpose.BRIEF)
    return [say_consent.ask_brief(talk.say)]


async def off(talk: Conversation) -> None:
    """Plans no brief any more. The hours stay for the digest, if the coach wants that."""
    for kind in (Kind.BRIEF, Kind.SENT_NOW):
        await talk.tx.unplan(talk.person.id, kind)
    if await talk.grant(talk.person.id, Purpose.DIGEST) is None:
        await talk.tx.remove_rhythm(talk.person.id)


async def open_brief(talk: Conversation, slot: str) -> Reply:
    """Opens a brief by reference: what it may show now."""
    before = Before.of(slot)
    return await show(talk, before.engagement_id, before.since) or talk.note("digest-gone")


async def show(talk: Conversation, engagement_id: str, since: datetime | None) -> Reply:
    """Shows the brief about one client at the coach's request; nothing where there is none.

    It notes in which message the shares stand, so that they can be taken out of it. `since` (UTC)
    is when the session before was, if that is known.
    """
    told = await brief_of(talk.tx, talk.person.id, engagement_id, since, talk.now)
    if told is None:
        return []
    door: CoachSide = talk.tx
    reference = talk.chance.new_id()
    await door.shared_in(told.ids, reference, talk.now)
    notes_open = await open_to_notes(talk.tx, [*told.items, *told.noted], talk.now)
    beside = DigestExtras(reference, notes_open, zone=talk.zone)
    return [replace(say_brief.brief(talk.say, told, beside), reference=reference)]


async def _has_hours(talk: Conversation) -> None:
    """Gives a coach who gets no digest hours of their own: their zone and waking hours count."""
    if await talk.tx.rhythm(talk.person.id) is None:
        drafted = weekly(talk.person.id, [DIGEST_DAY], 1, DIGEST_HOURS, talk.zone, talk.today)
        await talk.tx.save_rhythm(replace(drafted, confirmed=True))
