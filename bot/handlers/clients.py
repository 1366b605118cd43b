"""A coach's commands: their card, the clients who let the coach see them, and ending
engagements.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import replace
from datetime import datetime, timedelta
from functools import wraps
from typing import Concatenate, ParamSpec

from bot.chat import Submitted
from bot.domain.actions import YesNo
from bot.domain.consent import Purpose
from bot.domain.days_off import WEEKDAYS
from bot.domain.profile import Listed, Profile
from bot.domain.words import Words
from bot.handlers.conversation import Conversation, Reply
from bot.handlers.sessions import listed_engagement
from bot.messages import clients as say_clients
from bot.messages import joining as say_joining
from bot.ports import CoachSide
from bot.rules.coaches import to_hand_over
from bot.rules.grants import NO_CARD

P = ParamSpec("P")
Handler = Callable[Concatenate[Conversation, P], Awaitable[Reply]]

PARTS = ("introduction", "process", "fees", "confidentiality")


def as_coach(handler: Handler[P]) -> Handler[P]:
    """Lets a handler run only for somebody whom the organisation lets coach now."""

    @wraps(handler)
    async def checked(talk: Conversation, /, *values: P.args, **named: P.kwargs) -> Reply:
        if not await talk.may_coach():
            return await not_a_coach(talk)
        return await handler(talk, *values, **named)

    return checked


async def not_a_coach(talk: Conversation) -> Reply:
    """Says that the organisation decides who coaches, and what to hand to it. Plans nothing."""
    coached = await talk.tx.has_invited(talk.person.id)
    reference = to_hand_over(talk.tx, talk.settings, talk.person.address)
    return [say_clients.not_a_coach(talk.say, reference, coached=coached)]


async def show(talk: Conversation) -> Reply:
    """Lists by name the clients who allow it. It does not tell how many others there are."""
    if not await talk.tx.has_invited(talk.person.id):
        return talk.note("coach-only", command="my clients")
    door: CoachSide = talk.tx
    listed = await allowed(talk)
    marked = await door.shared_with(talk.person.id, talk.now, to_bring_up=True)
    shown = marked[: say_clients.SHOWN]
    roster = say_clients.roster(talk.say, listed, shown, talk.zone)
    if not shown:
        return [roster]
    # What is taken back must leave this message too, so it is noted as each digest is.
    reference = talk.chance.new_id()
    await door.shared_in([item.share_id for item in shown], reference, talk.now)
    return [replace(roster, reference=reference)]


async def one(talk: Conversation, engagement_id: str) -> Reply:
    listed = {one.engagement_id: one for one in await allowed(talk)}
    if engagement_id not in listed:
        return talk.stale()
    return [say_clients.card(talk.say, listed[engagement_id], talk.zone)]


async def end(talk: Conversation, engagement_id: str, answer: YesNo | None = None) -> Reply:
    """Ends one engagement, after the coach has confirmed it."""
    engagement = await listed_engagement(talk, engagement_id)
    client = await talk.tx.person(engagement.client_id) if engagement else None
    if engagement is None or client is None:
        return talk.stale()
    if answer == "no":
        return talk.note("client-going-on")
    kept_until = min(engagement.keeps_until, talk.now + timedelta(days=talk.settings.grace_days))
    if answer != "yes":
        return [say_clients.ask_end(talk.say, engagement.id, client.name, kept_until, talk.zone)]
    told = talk.note("client-ended")
    await talk.redraw(*await talk.tx.end_with(talk.person.id, engagement.id, talk.now, kept_until))
    return told


async def end_all(talk: Conversation, answer: YesNo | None = None) -> Reply:
    """Ends all engagements of a coach who leaves. It does not tell how many there were."""
    if not await talk.tx.has_invited(talk.person.id):
        return talk.stale()
    if answer == "no":
        return talk.note("client-going-on")
    kept_until = talk.now + timedelta(days=talk.settings.grace_days)
    if answer != "yes":
        return [say_clients.ask_end_all(talk.say, kept_until, talk.zone)]
    told = talk.note("clients-ended")
    await talk.redraw(*await talk.tx.end_with(talk.person.id, None, talk.now, kept_until))
    return told


async def profile(talk: Conversation) -> Reply:
    """Shows the card as a form, filled with its current content."""
    if not await talk.tx.has_invited(talk.person.id):
        return talk.note("coach-only", command="my profile")
    current = await talk.tx.profile(talk.person.id)
    return [say_clients.ask_profile(talk.say, current)]


async def save_profile(talk: Conversation) -> Reply:
    """Saves the card; one that asks every client anew only after the coach has read that."""
    return await _save(talk, sure=False)


async def save_profile_sure(talk: Conversation) -> Reply:
    """Saves a card that asks every client anew: the coach has read what it does."""
    return await _save(talk, sure=True)


async def profile_kept(talk: Conversation) -> Reply:
    """Handles "Don't save" below that: nothing was stored, so nothing is undone."""
    return talk.note("profile-not-saved")


async def _save(talk: Conversation, *, sure: bool) -> Reply:
    what = talk.event.what
    if not isinstance(what, Submitted) or not await talk.tx.has_invited(talk.person.id):
        return talk.stale()
    said = [what.values.get(part, "").strip() for part in PARTS]
    every = what.values.get("every", "1")
    before = await talk.tx.profile(talk.person.id)
    introduction, process, fees, confidentiality = map(Words, said)
    days = tuple(d for d in WEEKDAYS if d in what.values.get("days", "").split(","))
    new = Profile(
        coach_id=talk.person.id,
        at=talk.now,
        introduction=introduction,
        process=process,
        fees=fees,
        confidentiality=confidentiality,
        question_set=before.question_set if before else None,
        days=days,
        every=int(every) if every in say_joining.EVERY else 1,
        changed_at=before.changed_at if before else None,
        sponsor=before.sponsor if before else None,
        sponsor_at=before.sponsor_at if before else None,
    )
    # What is asked depends on the two cards alone, never on who has agreed to one.
    earlier = version_of(talk, before) if before else NO_CARD
    asks_anew = version_of(talk, new) != earlier
    if asks_anew and before is not None:
        if again := before.may_change_from(talk.now):
            return [say_clients.too_soon(talk.say, before, new, again, talk.zone)]
        new = replace(new, changed_at=_changed_at(before, earlier, talk.now))
    if asks_anew and not sure:
        return [say_clients.ask_sure(talk.say, new)]
    await talk.tx.save_profile(new, version_of(talk, new))
    return talk.note("profile-saved") + (talk.note("profile-saved-again") if asks_anew else [])


def _changed_at(before: Profile, version: str, now: datetime) -> datetime | None:
    """When what clients agree to counts as changed: a first card and a correction are no change."""
    first = version == NO_CARD and before.changed_at is None
    return before.changed_at if first or before.is_corrected(now) else now


async def who(talk: Conversation, engagement_id: str) -> Reply:
    """Shows a client the card of their coach, before or after the first switch."""
    engagement = await talk.engagement(engagement_id)
    card = await talk.tx.profile(engagement.coach_id) if engagement else None
    if engagement is None or card is None:
        return talk.stale()
    return [say_clients.introduced(talk.say, await talk.coach_name(engagement), card)]


def version_of(talk: Conversation, profile: Profile) -> str:
    """A keyed hash of the agreed parts of the card. `NO_CARD` if they are empty."""
    if not any((profile.process.text, profile.fees.text, profile.confidentiality.text)):
        return NO_CARD
    return talk.tx.keyed_hash("card", profile.agreed.text)[:24]


async def allowed(talk: Conversation) -> list[Listed]:
    """The clients who let this coach see them.

    While a new card waits for its answer, the list stays as it was before.
    """
    if not await talk.may_coach():
        return []
    listed = await talk.tx.listed(talk.person.id, talk.now)
    return [
        one for one in listed if await talk.shows(one.engagement_id, Purpose.LISTED) is not None
    ]
