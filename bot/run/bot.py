"""Builds the core of one process: the two roads, and the sweep."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from bot.delivery.deliveries import Deliveries
from bot.delivery.lanes import Lanes
from bot.domain.people import Address
from bot.inbound.events import EventHandler
from bot.inbound.guests import GuestArrivals
from bot.inbound.known import known_at
from bot.observing.traces import TracedRound, traced
from bot.ports import Adapter, Chance, Clock, MayDestroy, Store, always
from bot.run.platforms import registered
from bot.settings import Settings
from bot.upkeep.sweep import Sweep


class Bot:
    """One bot, whatever the platforms. `adapters` are found by an address's platform.

    Every registered platform's sentences can be said from now on, also of one that is not among
    the adapters: people may still be known there.

    `events` answers whoever wrote. `guests` lets the owner of an address ask for a way in.
    `deliveries` sends what is due. `sweep` ends and removes what has expired. `may_destroy` and
    `may_send` are asked whether the clocks let them.
    """

    def __init__(
        self,
        store: Store,
        adapters: Mapping[str, Adapter],
        clock: Clock,
        chance: Chance,
        settings: Settings,
        lanes: Lanes | None = None,
        may_destroy: MayDestroy = always,
        may_send: MayDestroy = always,
    ) -> None:
        registered()
        self._store = store
        self._may_send = may_send
        self.events = EventHandler(store, adapters, clock, chance, settings)
        self.guests = GuestArrivals(store, clock)
        self.deliveries = Deliveries(store, adapters, clock, chance, settings, lanes)
        self.sweep = Sweep(store, clock, settings, adapters, may_destroy)

    async def known(self, addresses: Sequence[Address]) -> Mapping[Address, bool]:
        """See `Desk.known`."""
        async with self._store.transaction() as tx:
            return await known_at(tx, addresses)

    @traced(TracedRound.DELIVERIES)
    async def tick(self) -> int:
        """Lets everything that is due happen; returns how many messages left."""
        await self.sweep.now()
        if not await self._may_send():
            self.deliveries.came_round()
            return 0
        return await self.deliveries.send_due()

    async def workspaces_due(self) -> Sequence[str]:
        """The workspaces in which something may leave now."""
        return await self.deliveries.workspaces_due() if await self._may_send() else ()

    async def take_batch(self, workspace: str) -> int | None:
        """See `Deliveries.take_batch`; None also while the clocks let nothing leave."""
        return await self.deliveries.take_batch(workspace) if await self._may_send() else None
