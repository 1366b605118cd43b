"""A coach's card, and the clients who let the coach see them."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import replace
from datetime import datetime
from functools import wraps
from typing import Concatenate, ParamSpec

from bot.chat import Submitted
from bot.domain.days_off import WEEKDAYS
from bot.domain.profile import Listed, Profile
from bot.domain.words import Words
from bot.handlers import coaching
from bot.handlers.conversation import Conversation, Reply
from bot.messages import clients as say_clients
from bot.messages import joining as say_joining
from bot.rules.coaches import to_hand_over
from bot.rules.grants import NO_CARD
from bot.rules.named import listed_to

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


async def profile(talk: Conversation) -> Reply:
    """Shows the card as a form, filled with its current content; empty before the first code."""
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
    if not isinstance(what, Submitted):
        return talk.stale()
    if not await talk.tx.has_invited(talk.person.id):
        return await _save_before_the_first_code(talk, what)
    before = await talk.tx.profile(talk.person.id)
    new = _filled_in(talk, what, before)
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


async def _save_before_the_first_code(talk: Conversation, what: Submitted) -> Reply:
    """Saves the first card of somebody who made no code yet: nobody agreed to another one.

    From then on they are a coach here, so the digest is asked about now.
    """
    new = _filled_in(talk, what, None)
    talk.known = True
    await talk.tx.save_person(talk.person, talk.now)
    await talk.tx.save_profile(new, version_of(talk, new))
    return [say_clients.saved_first(talk.say), *await coaching.ask_digest_once(talk)]


def _filled_in(talk: Conversation, what: Submitted, before: Profile | None) -> Profile:
    """The card as the form has it. What the form does not show stays as it was `before`."""
    introduction, process, fees, confidentiality = (
        Words(what.values.get(part, "").strip()) for part in PARTS
    )
    every = what.values.get("every", "1")
    return Profile(
        coach_id=talk.person.id,
        at=talk.now,
        introduction=introduction,
        process=process,
        fees=fees,
        confidentiality=confidentiality,
        question_set=before.question_set if before else None,
        suggested=before.suggested if before else (),
        days=tuple(d for d in WEEKDAYS if d in what.values.get("days", "").split(",")),
        every=int(every) if every in say_joining.EVERY else 1,
        changed_at=before.changed_at if before else None,
        sponsor=before.sponsor if before else None,
        sponsor_at=before.sponsor_at if before else None,
    )


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
    return await listed_to(talk.tx, talk.person.id, talk.now)
