"""What the page of a guest link asks: whether it opens, and that the owner of an address asks."""

from __future__ import annotations

from bot.domain.people import Address
from bot.ports import Clock, Store
from bot.rules.guest_links import hash_of, note_asked, open_link


class GuestArrivals:
    """See `bot.ports.GuestDesk`."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    async def opens(self, secret: str) -> bool:
        async with self._store.transaction() as tx:
            return await open_link(tx, secret, self._clock.now()) is not None

    async def asks(self, secret: str, guest: Address) -> bool:
        """One at a time, so that nobody types more addresses than a link takes."""
        async with self._store.transaction() as tx:
            place = hash_of(tx, secret)
        async with self._store.locked(place), self._store.transaction() as tx:
            link = await open_link(tx, secret, self._clock.now())
            if link is not None:
                await note_asked(tx, link, guest)
        return link is not None
