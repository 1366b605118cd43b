"""Composers for a coach before a session: the brief, and one share that is sent at once."""

from __future__ import annotations

from bot.delivery.composing import Composing, Piece
from bot.messages import coaching
from bot.messages.overview.brief import brief as drawn
from bot.ports import CoachSide
from bot.rules.briefs import Before, brief_of, session_seen
from bot.rules.digest import open_to_notes
from bot.rules.grants import still_allowed
from bot.text import catalogue


async def brief(about: Composing) -> Piece | None:
    """The brief, if this is still the session, and the coach may read anything in it."""
    before = Before.of(about.delivery.slot)
    engagement = await session_seen(about.tx, before.engagement_id, about.now)
    if engagement is None or engagement.session_at != before.session_at:
        return None
    coach = about.to.id
    told = await brief_of(about.tx, coach, before.engagement_id, before.since, about.now)
    if told is None:
        return None
    say, new = catalogue(about.to.language), [one for one in told.items if one.new]
    if about.settings.digests == "by_reference":
        return _by_reference(about, tuple(item.share_id for item in new))
    notes_open = await open_to_notes(about.tx, [*told.items, *told.noted], about.now)
    zone = about.to.zone or about.settings.zone
    beside = coaching.DigestExtras(about.delivery.id, notes_open, zone=zone)
    return Piece(drawn(say, told, beside), shares=told.ids)


async def sent_now(about: Composing) -> Piece | None:
    """One share, at its client's wish, if no message has shown it yet."""
    door: CoachSide = about.tx
    found = await door.shared_with(about.to.id, about.now, since=about.now)
    mine = [one for one in found if one.share_id == about.delivery.slot and one.new]
    items = await still_allowed(about.tx, mine, about.now)
    if not items:
        return None
    say, shares = catalogue(about.to.language), (items[0].share_id,)
    if about.settings.digests == "by_reference":
        return _by_reference(about, shares)
    notes_open = await open_to_notes(about.tx, items, about.now)
    beside = coaching.DigestExtras(about.delivery.id, notes_open)
    return Piece(coaching.digest(say, items, beside, "sent-now"), shares=shares)


def _by_reference(about: Composing, shares: tuple[str, ...]) -> Piece:
    """Says that something is there to read, where an organisation shows it by reference alone."""
    say = catalogue(about.to.language)
    waiting = coaching.digest_by_reference(say, about.delivery.id, "brief-waiting")
    return Piece(waiting, shares=shares, seen=False)
