"""The links by which guest coaches come in: who can make how many, and when one opens something.

A link is handed over by whoever made it. Its holder types their own e-mail address on its page, and
only then a mail goes there. Whoever comes in by it is nobody's coach: a client still types the code
that this coach gives them, and reads the coach's name and address before they agree.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

from bot.domain.engagement import GuestLink
from bot.domain.people import Address
from bot.domain.wall_time import to_the_hour
from bot.ports import Transaction
from bot.settings import Settings

OPERATOR = ""
# So many links of one person are stored at once, ended ones included.
MOST_LINKS = 5
# An address can be mistyped, and the mail be lost: so often one can be typed for one link.
MOST_ASKS = 3


def known_as(tx: Transaction, address: Address) -> str:
    """The keyed hash that stands for an address, also for somebody who is not stored."""
    return tx.keyed_hash("guess", address.chat_key)


def hash_of(tx: Transaction, secret: str) -> str:
    return tx.keyed_hash("guest_link", secret)


async def make_link(
    tx: Transaction, settings: Settings, secret: str, by: Address | None, now: datetime
) -> GuestLink:
    """Stores a new link. `by` is None for the operator. `now` is UTC."""
    link = GuestLink(
        link_hash=hash_of(tx, secret),
        made_by=known_as(tx, by) if by else OPERATOR,
        until=to_the_hour(now + timedelta(days=settings.guest_days)),
        approves=by is None,
    )
    await tx.save_guest_link(link)
    return link


async def end_links(tx: Transaction, by: Address | None, now: datetime) -> int:
    """Ends every open link that somebody made; returns how many were open. None: the operator."""
    made = await tx.guest_links_by(known_as(tx, by) if by else OPERATOR)
    ended = [await tx.end_guest_link(one.link_hash) for one in made if now < one.until]
    return sum(ended)


async def open_link(tx: Transaction, secret: str, now: datetime) -> GuestLink | None:
    """The link of this secret, if an address can be typed on its page now."""
    link = await tx.guest_link(hash_of(tx, secret))
    if link is None or now >= link.until or link.asks >= MOST_ASKS:
        return None
    return link


async def note_asked(tx: Transaction, link: GuestLink, guest: Address) -> None:
    """Notes that the owner of this address asked for a way in: from now on it counts for them."""
    asked = replace(link, asked_by=known_as(tx, guest), asks=link.asks + 1)
    await tx.save_guest_link(asked)


async def link_of(tx: Transaction, guest: Address, now: datetime) -> GuestLink | None:
    """The link by which the person at this address came in, while it counts."""
    link = await tx.guest_link_asked_by(known_as(tx, guest))
    return None if link is None or now >= link.until else link
