"""Recovers deliveries whose end is unknown: it looks each one up, and never simply sends it
again.
"""

from __future__ import annotations

from collections.abc import Sequence

import structlog

from bot.delivery.attempts import Attempt, Attempts
from bot.delivery.settle import Settling
from bot.domain.delivery import Delivery, DeliveryState
from bot.metrics import METRICS
from bot.ports import Clock, Store, Unknown

log = structlog.get_logger()


class Recovery:
    """Recovers the claims of `worker`, and takes over those of dead workers."""

    def __init__(
        self, store: Store, settling: Settling, attempts: Attempts, clock: Clock, worker: str
    ) -> None:
        self._store = store
        self._clock = clock
        self._settling = settling
        self._attempts = attempts
        self._worker = worker

    async def take_over(self, left: Sequence[Delivery], *, of_the_dead: bool = False) -> int:
        """Settles claims of other processes. Returns how many there were.

        What cannot be looked up now is looked up later. `of_the_dead` means that those processes
        are certainly gone: a claim that cannot be taken over now is taken over later.
        """
        others = [delivery for delivery in left if delivery.claimed_by != self._worker]
        for delivery in others:
            try:
                mine = await self._settling.seize(delivery)
            except Exception as problem:
                _log(problem)
                self._attempts.note_unheard_claim()
                if of_the_dead:
                    self._attempts.leave_behind(delivery)
                continue
            if mine:
                attempt = Attempt()
                self._attempts.look_for(delivery.id, attempt)
                await self._look_for(delivery.id, attempt)
        return len(others)

    async def look(self) -> None:
        """Looks each one up whose time has come: at once, and twice more within a minute.

        What fails now is tried again later.
        """
        await self.take_over(self._attempts.take_left_behind(), of_the_dead=True)
        if self._attempts.claim_unheard:
            await self._find_unheard()
        for delivery_id, attempt in self._attempts.unsure():
            await self._look_for(delivery_id, attempt)

    async def _find_unheard(self) -> None:
        async with self._store.transaction() as tx:
            claimed = await tx.claimed()
        self._attempts.claims_read()
        for delivery in claimed:
            if self._is_ours(delivery):
                self._attempts.look_for_claimed(delivery.id)

    async def _look_for(self, delivery_id: str, attempt: Attempt) -> None:
        if not self._attempts.is_last(delivery_id, attempt):
            return
        try:
            known = await self._known(delivery_id, attempt)
            if known and self._attempts.is_last(delivery_id, attempt):
                self._attempts.known(delivery_id)
        except Exception as problem:
            _log(problem)

    async def _known(self, delivery_id: str, attempt: Attempt) -> bool:
        async with self._store.transaction() as tx:
            found = await tx.delivery(delivery_id)
        if not self._attempts.is_last(delivery_id, attempt):
            return False
        if found is None or not self._is_ours(found):
            told, at = attempt.outcome, attempt.answered_at
            return at is None or await self._settling.heed(delivery_id, told, attempt.workspace, at)
        if not found.tried:
            await self._settling.let_go([found])
            return True
        async with self._store.locked(await self._settling.lock_of(found)):
            if not self._attempts.is_last(delivery_id, attempt):
                return False
            if attempt.outcome is not None and not isinstance(attempt.outcome, Unknown):
                # The platform had answered, and the answer could not be stored.
                await self._settling.settle(
                    found, attempt.outcome, attempt.composed, attempt.workspace
                )
                return True
            now = self._clock.now()
            if not attempt.may_look(now):
                return False
            attempt.looked(now)
            return await self._settling.reconcile(found, attempt.composed)

    def _is_ours(self, delivery: Delivery) -> bool:
        return delivery.state is DeliveryState.CLAIMED and delivery.claimed_by == self._worker


def _log(problem: Exception) -> None:
    """Logs a failed look-up.

    An unreachable platform is only a warning: the next look may succeed.
    """
    METRICS.failed("delivery")
    tell = log.warning if isinstance(problem, OSError) else log.error
    tell("not_looked_for", error=type(problem).__name__)
