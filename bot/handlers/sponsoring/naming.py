"""A coach names who pays, or nobody. What a client then decides, no coach hears."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from bot.chat import Submitted
from bot.domain.profile import CHANGES_EVERY, CORRECTED_WITHIN, Profile
from bot.domain.sponsoring.sponsor import Sponsor, read_sponsor
from bot.handlers.clients import version_of
from bot.handlers.conversation import Conversation, Reply
from bot.handlers.question_sets.typed_sets import card_of
from bot.messages.sponsoring import naming as say_naming


async def ask(talk: Conversation) -> Reply:
    """Shows a coach the form; where the organisation has named somebody, that instead."""
    if talk.settings.sponsor is not None:
        return [say_naming.of_organisation(talk.say, talk.settings.sponsor)]
    card = await talk.tx.profile(talk.person.id)
    return [say_naming.ask(talk.say, card.sponsor if card else None)]


async def submit(talk: Conversation) -> Reply:
    """Saves a name and a mail address, each as the client will read it."""
    what = talk.event.what
    if not isinstance(what, Submitted) or not await talk.tx.has_invited(talk.person.id):
        return talk.stale()
    if talk.settings.sponsor is not None:
        return await ask(talk)
    card = await card_of(talk)
    sponsor = read_sponsor(what.values.get("name", ""), what.values.get("address", ""))
    if sponsor is None:
        return [say_naming.unreadable(talk.say, card.sponsor)]
    if sponsor == card.sponsor:
        return [say_naming.saved(talk.say, sponsor)]
    changed = card.sponsor_at
    if changed is not None and CORRECTED_WITHIN < talk.now - changed < CHANGES_EVERY:
        # Each change asks clients anew: nobody is asked again and again.
        again = changed + CHANGES_EVERY
        return [say_naming.too_soon(talk.say, changed, again, talk.zone)]
    await _save(talk, card, sponsor, talk.now)
    return [say_naming.saved(talk.say, sponsor)]


async def nobody(talk: Conversation) -> Reply:
    """Names nobody any more: from now on no line leaves for whoever was named before."""
    card = await talk.tx.profile(talk.person.id)
    if card is None or card.sponsor is None:
        return talk.stale()
    await _save(talk, card, None, card.sponsor_at)
    return talk.note("sponsor-removed")


async def _save(
    talk: Conversation, card: Profile, sponsor: Sponsor | None, at: datetime | None
) -> None:
    new = replace(card, sponsor=sponsor, sponsor_at=at)
    await talk.tx.save_profile(new, version_of(talk, new))
