"""Composes the line that a client approved for the one who pays."""

from __future__ import annotations

from bot.delivery.composing import Composing, Piece
from bot.messages.sponsoring import mailed
from bot.rules.sponsors import is_counted, sponsor_of, version_of
from bot.text import catalogue


async def line(about: Composing) -> Piece | None:
    """The mail as it was approved. None if the line was taken back, or somebody else pays now.

    The client read name and address before they approved: it leaves to these and to no others.
    """
    engagement = about.engagement
    if engagement is None:
        return None
    approved = await about.tx.sponsor_line(engagement.id, about.delivery.subject or "")
    sponsor = await sponsor_of(about.tx, about.settings, engagement)
    if approved is None or approved.sponsor != sponsor:
        return None
    if engagement.sponsor != version_of(about.tx, approved.sponsor):
        return None
    counted = await is_counted(about.tx, about.settings, engagement, approved)
    say = catalogue(approved.language)
    return Piece(mailed.mail(say, approved, counted=counted), mailed_to=approved.sponsor)
