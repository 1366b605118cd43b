"""What leaves by itself: claimed, composed behind the gate, sent once, settled.

Claim and commit come before the call, settling after it; what is unknown is never sent again.
"""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Mapping
from datetime import datetime, timedelta

import structlog

from bot.delivery.amend import Amends
from bot.delivery.claim import follow
from bot.delivery.gate import Covered, Held, compose
from bot.delivery.lanes import Lanes
from bot.delivery.recover import Attempt, Unsure
from bot.delivery.settle import Settling
from bot.domain.delivery import Delivery, DeliveryState, Kind
from bot.domain.pace import Pace
from bot.metrics import METRICS
from bot.ports import (
    Adapter,
    Chance,
    Clock,
    DamagedError,
    NotSent,
    Outcome,
    Sent,
    Store,
    Unknown,
)
from bot.settings import Settings
from bot.upkeep.alarm import Pulse

log = structlog.get_logger()


class Deliveries:
    """The second road: everything that is due, one lane per workspace.

    `worker` is its own name, made anew at each start: nobody else settles what it has claimed
    while it lives.
    """

    def __init__(
        self,
        store: Store,
        adapters: Mapping[str, Adapter],
        clock: Clock,
        chance: Chance,
        settings: Settings,
        pulse: Pulse,
        lanes: Lanes | None = None,
    ) -> None:
        self.worker = chance.new_id()
        self._store = store
        self._pulse = pulse
        self._stopping = False
        self._adapters = adapters
        self._clock = clock
        self._chance = chance
        self._settings = settings
        self._lanes = lanes or Lanes()
        self._amends = Amends(store, adapters, clock)
        self._settling = Settling(store, adapters, clock, self.worker)
        self.unsure = Unsure(store, self._settling, self.worker)

    async def send_due(self) -> int:
        """Sends what is due now and may leave; returns how many messages left.

        What broke on the way is looked for first, as after a crash.
        """
        await self.unsure.look()
        async with self._store.transaction() as tx:
            due = await tx.workspaces_due(self._clock.now())
        return await self._lanes.run(due, self.take_turn)

    async def take_turn(self, workspace: str) -> int | None:
        """One batch of one workspace; None where nothing can be claimed there now."""
        if self._stopping or self.unsure.closed_by(workspace):
            return None
        claimed = await self._claim(workspace)
        if claimed is None:
            return None
        waiting = deque(claimed)
        self.unsure.sets_out(claimed, workspace)
        width = min(self._lanes.width, len(waiting))
        if width <= 1:
            return await self._work_off(waiting, workspace)
        return sum(
            await asyncio.gather(*(self._work_off(waiting, workspace) for _ in range(width)))
        )

    def stop(self) -> None:
        """Claims nothing more; the messages under way are finished, the others are let go of."""
        self._stopping = True

    async def at_rest(self) -> int:
        """Waits until nothing is under way any more; returns how many messages left."""
        return await self._lanes.rest()

    async def recover(self) -> int:
        """Settles what processes before this one had claimed; returns how many those were."""
        async with self._store.transaction() as tx:
            left = await tx.claimed()
        return await self.unsure.take_over(left, of_the_dead=True)

    async def recover_abandoned(self, silent_for: timedelta) -> int:
        """The same, of workers that nobody has heard of for so long, while others work on."""
        async with self._store.transaction() as tx:
            left = await tx.abandoned(self._clock.now(), silent_for)
        return await self.unsure.take_over(left)

    async def _work_off(self, waiting: deque[Delivery], workspace: str) -> int:
        """The messages of one turn, one after the other; several may take from `waiting`."""
        sent = 0
        while waiting:
            if self._stopping:
                await self._let_go([waiting.popleft() for _ in range(len(waiting))])
                break
            sent += await self._deliver_or_set_aside(waiting.popleft(), workspace)
        return sent

    async def _let_go(self, untried: list[Delivery]) -> None:
        """Where that fails, they are still claimed, and found again with the next look."""
        try:
            await self._settling.let_go(untried)
        except Exception:
            self.unsure.claim_was_not_heard_of()
            raise
        finally:
            for delivery in untried:
                del self.unsure.under_way[delivery.id]

    async def _deliver_or_set_aside(self, delivery: Delivery, workspace: str) -> int:
        """One delivery that cannot be worked with holds up no other."""
        attempt = self.unsure.under_way[delivery.id]
        try:
            return await self._deliver(delivery, workspace, attempt)
        except Exception as problem:
            METRICS.failed("delivery")
            kind, error = delivery.kind.value, type(problem).__name__
            log.error("delivery_broke", kind=kind, error=error)
            await self._set_aside(delivery, attempt)
            return 0
        finally:
            del self.unsure.under_way[delivery.id]

    async def _set_aside(self, delivery: Delivery, attempt: Attempt) -> None:
        if attempt.begun:
            self.unsure.add(delivery.id, attempt)
            return
        try:
            await self._settling.again_or_never(delivery)
        except Exception as problem:
            log.error("not_set_aside", error=type(problem).__name__)
            self.unsure.add(delivery.id, attempt)

    async def _claim(self, workspace: str) -> list[Delivery] | None:
        """Claimed and committed before anything is sent; the next occurrence with it.

        None where nothing is due; an empty list where nothing of it may leave.
        """
        now = self._clock.now()
        pace = self._pace_of(workspace)
        try:
            async with self._store.transaction() as tx:
                claimed = await tx.claim(
                    now, self._lanes.turn, workspace, by=self.worker, pace=pace
                )
                waiting = await follow(tx, self._chance, claimed, now)
        except Exception:
            self.unsure.claim_was_not_heard_of()
            raise
        return waiting if claimed else None

    def _pace_of(self, workspace: str) -> Pace | None:
        adapter = self._adapters.get(workspace.partition(":")[0])
        return adapter.pace if adapter else None

    async def _deliver(self, delivery: Delivery, workspace: str, attempt: Attempt) -> int:
        async with self._store.holding(await self._settling.place_of(delivery)):
            if delivery.kind is Kind.AMEND:
                outcome = await self._amends.outcome(delivery)
                await self._settling.settle(delivery, outcome)
                return 0
            composed = await self._composed(delivery, workspace, attempt)
            match composed:
                case None:
                    return 0
                case Held():
                    await self._settling.hold(delivery, composed)
                    return 0
            attempt.composed = composed
            began = attempt.began or self._clock.now()
            attempt.outcome = outcome = await self._send(delivery, composed, workspace, began)
            attempt.answered_at = self._clock.now()
            self._note(outcome)
            if isinstance(outcome, Unknown):
                self.unsure.add(delivery.id, attempt)
                return 0
            await self._settling.settle(delivery, outcome, composed, workspace)
        return 1 if isinstance(outcome, Sent) else 0

    async def _composed(
        self, delivery: Delivery, workspace: str, attempt: Attempt
    ) -> Covered | Held | None:
        """What cannot be composed does not leave, and holds up nothing else.

        None where it is not for this worker to send, or not now.
        """
        try:
            async with self._store.transaction() as tx:
                # Whoever had to wait for the store looks at the clock after that.
                attempt.began = now = self._clock.now()
                closed = await tx.closed_until(workspace, now) is not None
                if closed or self.unsure.closed_by(workspace):
                    await tx.release([delivery.id], by=self.worker)
                    return None
                composed = await compose(tx, delivery, now, self._settings)
                if isinstance(composed, Held):
                    return composed
                if not await tx.begin(delivery.id, self.worker, now):
                    return None
                await tx.shared_in(composed.shares, delivery.id, now, seen=composed.seen)
                return composed
        except DamagedError:
            METRICS.failed("delivery")
            log.error("not_composed", kind=delivery.kind.value)
            return Held(DeliveryState.NOT_DELIVERED, "not_composed")

    async def _send(
        self, delivery: Delivery, composed: Covered, workspace: str, began: datetime
    ) -> Outcome:
        """Unless, since the gate was passed, a message beside this one was told to wait, or this
        process stood still.
        """
        for known in (self.unsure.closed_by(workspace), self._settling.stood_still(began)):
            if known is not None:
                return known
        adapter = self._adapters.get(composed.to.address.platform)
        if adapter is None:
            return NotSent("no_adapter")
        try:
            return await adapter.send(composed.to.address, composed.message, delivery.id)
        except Exception as problem:
            METRICS.failed("adapter")
            log.error("adapter_raised", error=type(problem).__name__)
            return Unknown("raised")

    def _note(self, outcome: Outcome) -> None:
        """A refusal that is no use to repeat says something of one person, not of the platform."""
        match outcome:
            case Sent():
                self._pulse.left()
            case Unknown() | NotSent(_, timedelta()):
                self._pulse.held_up()
