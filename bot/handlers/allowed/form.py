"""The form of what a person has allowed: what is unticked ends at once, what is ticked is asked."""

from __future__ import annotations

from collections.abc import Sequence

from bot.chat import Message, Submitted
from bot.domain import actions
from bot.domain.engagement import Engagement
from bot.domain.purposes import Purpose, switches
from bot.handlers import consent
from bot.handlers.conversation import Conversation, Reply
from bot.messages import consent as say_consent


async def show(talk: Conversation) -> Reply:
    """Shows what the person has allowed: a form for each engagement under way, and a coach's own
    switches.
    """
    joined = await talk.joined()
    shown: Reply = [await _form(talk, one, several=len(joined) > 1) for one in joined]
    forbidden = talk.settings.forbidden
    coaches = await talk.tx.has_invited(talk.person.id)
    if coaches and Purpose.DIGEST not in forbidden:
        granted = await talk.grant(talk.person.id, Purpose.DIGEST)
        own = await talk.tx.rhythm(talk.person.id)
        shown.append(say_consent.digest_switch(talk.say, granted, own))
    if coaches and Purpose.BRIEF not in forbidden:
        own_briefs = await talk.grant(talk.person.id, Purpose.BRIEF)
        shown.append(say_consent.brief_switch(talk.say, own_briefs))
    return shown or talk.note("hello")


async def _form(talk: Conversation, engagement: Engagement, *, several: bool) -> Message:
    coach = await talk.who_coaches(engagement) if several else None
    on = await consent.on_or_seen(talk, engagement)
    return say_consent.switches(talk.say, engagement, on, coach)


async def save(talk: Conversation, engagement_id: str, purposes: str | None) -> Reply:
    """Handles the form of what is allowed. `purposes` is what was ticked when it was drawn.

    Only what the person changed counts, so that an old form undoes nothing. What was unticked ends
    at once. What was ticked is asked first, one purpose after the other, in its whole sentence.
    """
    engagement = await consent.under_way(talk, engagement_id)
    if engagement is None:
        return talk.stale()
    before, ticked = _apart(purposes, "+"), _apart(_submitted(talk, "allowed"), ",")
    now = dict(await consent.on_or_seen(talk, engagement))
    reply: Reply = []
    for purpose in (one for one in now if one in before - ticked and now[one] is not None):
        reply += await consent.turn_off(talk, engagement, purpose)
    wanted = [one for one in now if one in ticked - before and now[one] is None]
    if wanted and await consent.agreement_waits(talk, engagement):
        talk.then = actions.AGREEMENT()
        return reply
    if wanted:
        return reply + await _ask_each(talk, engagement, wanted)
    return reply or [*talk.note("switches-same"), *await show(talk)]


async def ask_on(talk: Conversation, engagement_id: str, purposes: str) -> Reply:
    """Asks the first of these purposes that is not allowed; the others follow after the answer."""
    engagement = await consent.under_way(talk, engagement_id)
    if engagement is None:
        return talk.stale()
    now = dict(await consent.states(talk, engagement))
    wanted = [one for one in now if one in _apart(purposes, "+") and now[one] is None]
    return await _ask_each(talk, engagement, wanted) if wanted else []


async def _ask_each(
    talk: Conversation, engagement: Engagement, purposes: Sequence[Purpose]
) -> Reply:
    first, *others = purposes
    then = actions.ASK_ON(engagement.id, "+".join(others)) if others else actions.SWITCHED
    return await consent.ask(talk, engagement, first, then)


def _submitted(talk: Conversation, field: str) -> str:
    what = talk.event.what
    return what.values.get(field, "") if isinstance(what, Submitted) else ""


def _apart(joined: str | None, between: str) -> set[Purpose]:
    """The switches in a joined text. What is none is left out."""
    given = frozenset((joined or "").split(between))
    return {purpose for purpose in switches() if purpose in given}
