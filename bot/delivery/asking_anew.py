"""Takes the place of a check-in with a question about what has changed since the client's yes."""

from __future__ import annotations

from bot.delivery.composing import Composing, Piece
from bot.domain.delivery import Kind
from bot.domain.engagement import Engagement
from bot.domain.purposes import Purpose
from bot.domain.rounds import NextAsk, next_round
from bot.messages import changed
from bot.messages.who import as_seen_from
from bot.rules.sponsors import sponsor_of
from bot.rules.what_changed import what_changed
from bot.text import catalogue


async def asked_anew(about: Composing, purpose: Purpose) -> Piece | None:
    """Asks about `purpose`, with the old text and the new one. None where the bot rests."""
    engagement = about.engagement
    if engagement is None or await _rests(about, engagement):
        return None
    change = await what_changed(about.tx, engagement, purpose, about.now)
    coach = await about.tx.person(engagement.coach_id)
    card = await about.tx.profile(engagement.coach_id) if purpose is Purpose.AGREEMENT else None
    who = as_seen_from(about.to.address, coach)
    say = catalogue(about.to.language)
    names_who_pays = purpose in (Purpose.AGREEMENT, Purpose.SPONSOR)
    sponsor = await sponsor_of(about.tx, about.settings, engagement) if names_who_pays else None
    if purpose is Purpose.SPONSOR and sponsor is None:
        return None
    return Piece(changed.asked_anew(say, engagement, who, change, card, sponsor), asks=purpose)


async def _rests(about: Composing, engagement: Engagement) -> bool:
    """True after a long silence: then the client reads of the change when they write."""
    past = await about.tx.deliveries(engagement.id, Kind.CHECK_IN)
    return next_round(past, about.to.dialogue.heard_at, None).next is NextAsk.REST
