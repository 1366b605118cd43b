"""The second road: the time came. Claims what is due, one lane per workspace, and sends it.

A claim is committed before anything is sent.
"""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta

from bot.delivery.attempts import Attempts
from bot.delivery.begin import Beginning
from bot.delivery.claim import plan_next_and_filter
from bot.delivery.lanes import Lanes
from bot.delivery.recover import Recovery
from bot.delivery.rehearsal import Rehearsal
from bot.delivery.send import Sending
from bot.delivery.settle import Settling
from bot.delivery.shown import note_shown
from bot.delivery.together import SendingTogether
from bot.domain.delivery import Delivery
from bot.domain.pace import Pace
from bot.domain.people import Address
from bot.metrics import METRICS, Pulse
from bot.ports import Adapter, Chance, Clock, Sent, Store
from bot.settings import Settings

FEW = 2


class Deliveries:
    """Sends everything that leaves by itself.

    `worker` is this process's own id, new at each start. While it lives, no other process settles
    its claims. `pulse` tells whether messages get out.
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
        self._settling = Settling(store, adapters, clock, chance, self.worker)
        self._rehearsal = Rehearsal(store, chance, settings, self.worker)
        self._recovery = Recovery(store, self._settling, self._attempts, clock, self.worker)
        beginning = Beginning(store, clock, settings, self._attempts, self.worker)
        self._sending = Sending(
            store, adapters, clock, self.pulse, self._settling, beginning, self._attempts
        )
        self._together = SendingTogether(
            store, beginning, self._sending, self._settling, self._attempts, self._winds_down
        )

    async def next_due(self) -> datetime | None:
        """The due time (UTC) of the earliest planned delivery."""
        async with self._store.transaction() as tx:
            return await tx.next_due()

    async def next_said(self) -> datetime | None:
        """When (UTC) something really leaves next, as far as can be told now. Changes nothing."""
        return await self._rehearsal.next_said(self._clock.now())

    async def workspaces_due(self) -> Sequence[str]:
        async with self._store.transaction() as tx:
            return await tx.workspaces_due(self._clock.now())

    async def send_due(self) -> int:
        """Sends everything that is due, in every workspace. Returns how many messages left.

        It first looks up attempts whose end is unknown, as after a crash.
        """
        await self.look_for_unsure()
        sent = await self._lanes.run(await self.workspaces_due(), self._one_batch)
        self.came_round()
        return sent

    async def take_batch(self, workspace: str) -> int | None:
        """Sends one batch of a workspace: how many messages left, None if no claim was made."""
        sent = await self._one_batch(workspace)
        self.came_round()
        return sent

    async def look_for_unsure(self) -> None:
        """Looks up attempts whose end is unknown. `send_due` does this by itself."""
        await self._recovery.look()

    async def recover(self) -> int:
        """Settles claims of earlier processes. Returns how many there were.

        Call it once, before anything is sent, and only if no other process works.
        """
        async with self._store.transaction() as tx:
            left = await tx.claimed()
        return await self._recovery.take_over(left, of_the_dead=True)

    async def recover_abandoned(self, silent_for: timedelta) -> int:
        """Settles claims of workers silent for `silent_for`. Safe beside living workers."""
        async with self._store.transaction() as tx:
            left = await tx.abandoned(self._clock.now(), silent_for)
        return await self._recovery.take_over(left)

    async def beat(self) -> None:
        """Notes a heartbeat, so that other workers leave this worker's claims alone."""
        async with self._store.transaction() as tx:
            await tx.beat(self.worker, self._clock.now())

    def came_round(self) -> None:
        """Notes that the sending loop is alive, whether or not there was anything to send."""
        self.pulse.came_round()
        METRICS.beat("deliveries", time.time())
        METRICS.ticked(self._clock.now().timestamp())

    def wind_down(self) -> None:
        """Claims nothing more. Finishes messages under way, and releases untried claims."""
        self._stopping = True

    async def at_rest(self) -> int:
        """Waits until no message is under way. Returns how many messages left."""
        return await self._lanes.rest()

    async def posted(
        self, to: Address, reference: str, message: str, parts: tuple[str, ...] = ()
    ) -> None:
        """Stores what the platform calls the answer `reference`: see `Desk.posted`."""
        async with self._store.transaction() as tx:
            person = await tx.person_at(to)
            if person is not None:
                await note_shown(tx, person, reference, Sent(message, parts), self._clock.now())

    async def _one_batch(self, workspace: str) -> int | None:
        if self._stopping or self._attempts.closed_by(workspace):
            return None
        claimed = await self._claim(workspace)
        if claimed is None:
            return None
        waiting = deque(claimed)
        self._attempts.start(claimed, workspace)
        width = min(self._width_for(claimed, workspace), len(waiting))
        if width > 1:
            sent = await self._together.work_off(waiting, workspace, width)
        else:
            sent = await self._work_off(waiting, workspace)
        if waiting:
            await self._let_go(list(waiting))
        return sent

    async def _claim(self, workspace: str) -> list[Delivery] | None:
        """Claims, and plans the next occurrences, in one transaction.

        None if nothing is due. An empty list if nothing of it may leave.
        """
        now = self._clock.now()
        adapter = self._adapters.get(workspace.partition(":")[0])
        pace: Pace | None = adapter.pace if adapter else None
        # A platform that is not configured now may be so again while the windows are open.
        only_ended = adapter is None and bool(workspace)
        try:
            async with self._store.transaction() as tx:
                claimed = await tx.claim(
                    now,
                    self._lanes.batch,
                    workspace,
                    by=self.worker,
                    pace=pace,
                    ended=only_ended,
                )
                waiting = await plan_next_and_filter(tx, self._chance, claimed, now)
        except Exception:
            self._attempts.note_unheard_claim()
            raise
        return waiting if claimed else None

    async def _work_off(self, waiting: deque[Delivery], workspace: str) -> int:
        """Sends the messages of one batch one by one, until this process is stopping."""
        sent = 0
        while waiting and not self._stopping:
            sent += await self._sending.send(waiting.popleft(), workspace)
        return sent

    def _width_for(self, claimed: Sequence[Delivery], workspace: str) -> int:
        """How many of these may be under way at once.

        Few where the platform refused one before, because messages that set out together do not
        hear of each other's 429; and few where nobody can look up what a crash left behind.
        """
        adapter = self._adapters.get(workspace.partition(":")[0])
        was_tried = any(one.attempts for one in claimed)
        wide = adapter is not None and adapter.looks_up and not was_tried
        return self._lanes.width if wide else min(self._lanes.width, FEW)

    def _winds_down(self) -> bool:
        return self._stopping

    async def _let_go(self, untried: list[Delivery]) -> None:
        """Plans untried claims again.

        If that fails, they stay claimed, and the next look finds them.
        """
        try:
            await self._settling.let_go(untried)
        except Exception:
            self._attempts.note_unheard_claim()
            raise
        finally:
            for delivery in untried:
                self._attempts.finish(delivery.id)
