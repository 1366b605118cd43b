"""The second road: the time came. Claims what is due, one lane per workspace, and sends it.

A claim is committed before anything is sent.
"""

from __future__ import annotations

import asyncio
import time
from collections import deque
from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta

from bot.delivery.amend import note_posted
from bot.delivery.attempts import Attempts
from bot.delivery.claim import follow
from bot.delivery.lanes import Lanes
from bot.delivery.recover import Recovery
from bot.delivery.send import Sending
from bot.delivery.settle import Settling
from bot.domain.delivery import Delivery
from bot.domain.pace import Pace
from bot.domain.people import Address
from bot.metrics import METRICS, Pulse
from bot.ports import Adapter, Chance, Clock, Store
from bot.settings import Settings


class Deliveries:
    """Everything that leaves by itself.

    `worker` is this process's own name, made anew at each start: while it lives, nobody else
    settles what it has claimed. `pulse` tells whether messages get out.
    """

    def __init__(
        self,
        store: Store,
        adapters: Mapping[str, Adapter],
        clock: Clock,
        chance: Chance,
        settings: Settings,
        lanes: Lanes | None = None,
    ) -> None:
        self.worker = chance.new_id()
        self.pulse = Pulse()
        self._store = store
        self._adapters = adapters
        self._clock = clock
        self._chance = chance
        self._lanes = lanes or Lanes()
        self._stopping = False
        self._attempts = Attempts()
        self._settling = Settling(store, adapters, clock, self.worker)
        self._recovery = Recovery(store, self._settling, self._attempts, self.worker)
        self._sending = Sending(
            store,
            adapters,
            clock,
            settings,
            self.pulse,
            self._settling,
            self._attempts,
            self.worker,
        )

    async def next_due(self) -> datetime | None:
        """When the earliest planned delivery is due (UTC)."""
        async with self._store.transaction() as tx:
            return await tx.next_due()

    async def workspaces_due(self) -> Sequence[str]:
        async with self._store.transaction() as tx:
            return await tx.workspaces_due(self._clock.now())

    async def send_due(self) -> int:
        """Sends what is due in every workspace; returns how many messages left.

        What broke on the way is looked for first, as after a crash.
        """
        await self.look_for_unsure()
        sent = await self._lanes.run(await self.workspaces_due(), self._one_batch)
        self.came_round()
        return sent

    async def take_batch(self, workspace: str) -> int | None:
        """One batch of one workspace: how many messages left. None if nothing can be claimed."""
        sent = await self._one_batch(workspace)
        self.came_round()
        return sent

    async def look_for_unsure(self) -> None:
        """Looks again for what may have left; `send_due` does so by itself."""
        await self._recovery.look()

    async def recover(self) -> int:
        """Settles what processes before this one had claimed; returns how many those were.

        Call it once, before anything is sent, where no other process works.
        """
        async with self._store.transaction() as tx:
            left = await tx.claimed()
        return await self._recovery.take_over(left, of_the_dead=True)

    async def recover_abandoned(self, silent_for: timedelta) -> int:
        """The same for workers that nobody has heard of for so long; safe beside living ones."""
        async with self._store.transaction() as tx:
            left = await tx.abandoned(self._clock.now(), silent_for)
        return await self._recovery.take_over(left)

    async def beat(self) -> None:
        """Says in the store that this worker lives, and what it has claimed is its own."""
        async with self._store.transaction() as tx:
            await tx.beat(self.worker, self._clock.now())

    def came_round(self) -> None:
        """The loop that sends is alive, whether or not there was anything to send."""
        self.pulse.came_round()
        METRICS.beat("deliveries", time.time())
        METRICS.ticked(self._clock.now().timestamp())

    def wind_down(self) -> None:
        """Claims nothing more. Messages under way are finished, claims not yet tried go back."""
        self._stopping = True

    async def at_rest(self) -> int:
        """Waits until nothing is under way any more; returns how many messages left."""
        return await self._lanes.rest()

    async def posted(self, to: Address, reference: str, message: str) -> None:
        """A digest that carried `reference` was sent; the platform knows it as `message`."""
        async with self._store.transaction() as tx:
            person = await tx.person_at(to)
            if person is not None:
                await note_posted(tx, person.id, reference, message, self._clock.now())

    async def _one_batch(self, workspace: str) -> int | None:
        if self._stopping or self._attempts.closed_by(workspace):
            return None
        claimed = await self._claim(workspace)
        if claimed is None:
            return None
        waiting = deque(claimed)
        self._attempts.start(claimed, workspace)
        width = min(self._lanes.width, len(waiting))
        if width <= 1:
            return await self._work_off(waiting, workspace)
        return sum(
            await asyncio.gather(*(self._work_off(waiting, workspace) for _ in range(width)))
        )

    async def _claim(self, workspace: str) -> list[Delivery] | None:
        """Claims, and plans the next occurrences, in one transaction.

        None where nothing is due; an empty list where nothing of it may leave.
        """
        now = self._clock.now()
        adapter = self._adapters.get(workspace.partition(":")[0])
        pace: Pace | None = adapter.pace if adapter else None
        try:
            async with self._store.transaction() as tx:
                claimed = await tx.claim(
                    now, self._lanes.batch, workspace, by=self.worker, pace=pace
                )
                waiting = await follow(tx, self._chance, claimed, now)
        except Exception:
            self._attempts.note_unheard_claim()
            raise
        return waiting if claimed else None

    async def _work_off(self, waiting: deque[Delivery], workspace: str) -> int:
        """The messages of one batch, one after the other; several may take from `waiting`."""
        sent = 0
        while waiting:
            if self._stopping:
                await self._let_go([waiting.popleft() for _ in range(len(waiting))])
                break
            sent += await self._sending.send(waiting.popleft(), workspace)
        return sent

    async def _let_go(self, untried: list[Delivery]) -> None:
        """Where that fails, they are still claimed, and found again with the next look."""
        try:
            await self._settling.let_go(untried)
        except Exception:
            self._attempts.note_unheard_claim()
            raise
        finally:
            for delivery in untried:
                self._attempts.finish(delivery.id)
