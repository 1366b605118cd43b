"""What this process has claimed, and does not know the end of: looked for until it is known."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime

import structlog

from bot.delivery.gate import Covered
from bot.delivery.settle import Settling
from bot.domain.delivery import Delivery, DeliveryState
from bot.metrics import METRICS
from bot.ports import NotSent, Outcome, Store, Unknown

log = structlog.get_logger()


@dataclass
class Attempt:
    """How far one delivery has come: what was composed, and what the platform said to it.

    `workspace` is the lane it was claimed in, `began` when it was noted that it is about to leave,
    `answered_at` when the platform's answer came (UTC).
    """

    workspace: str | None = None
    began: datetime | None = None
    composed: Covered | None = None
    outcome: Outcome | None = None
    answered_at: datetime | None = None

    @property
    def begun(self) -> bool:
        return self.composed is not None


@dataclass
class Unsure:
    """`worker` is whose claims these are. Nothing here is ever simply sent again."""

    store: Store
    settling: Settling
    worker: str
    attempts: dict[str, Attempt] = field(default_factory=dict)
    under_way: dict[str, Attempt] = field(default_factory=dict)
    left_behind: list[Delivery] = field(default_factory=list)
    unheard: bool = False

    def sets_out(self, claimed: Sequence[Delivery], workspace: str) -> None:
        """From here on it is another attempt: what was known of an earlier one says nothing."""
        for delivery in claimed:
            self.attempts.pop(delivery.id, None)
            self.under_way[delivery.id] = Attempt(workspace)

    def add(self, delivery_id: str, attempt: Attempt) -> None:
        self.attempts[delivery_id] = attempt

    def closed_by(self, workspace: str) -> NotSent | None:
        """The platform wants nothing more there now, and that may not be written down yet."""
        known = (*self.under_way.values(), *self.attempts.values())
        for outcome in (one.outcome for one in known if one.workspace == workspace):
            if isinstance(outcome, NotSent) and outcome.for_all:
                return outcome
        return None

    def claim_was_not_heard_of(self) -> None:
        """A commit that was not answered may have been one."""
        self.unheard = True

    async def take_over(self, left: Sequence[Delivery], *, of_the_dead: bool = False) -> int:
        """Settles what others had claimed; what could not be looked for is looked for later.

        `of_the_dead`: they are certainly gone, and what could not be taken over now is later.
        """
        others = [delivery for delivery in left if delivery.claimed_by != self.worker]
        for delivery in others:
            try:
                mine = await self.settling.seize(delivery)
            except Exception as problem:
                _tell(problem)
                self.claim_was_not_heard_of()
                if of_the_dead:
                    self.left_behind.append(delivery)
                continue
            if mine:
                self.add(delivery.id, Attempt())
                await self._look_for(delivery.id)
        return len(others)

    async def look(self) -> None:
        """Once for each; what cannot be looked for now is looked for the next time."""
        left, self.left_behind = self.left_behind, []
        await self.take_over(left, of_the_dead=True)
        if self.unheard:
            await self._find_unheard()
        for delivery_id in list(self.attempts):
            if delivery_id not in self.under_way:
                await self._look_for(delivery_id)

    async def _find_unheard(self) -> None:
        async with self.store.transaction() as tx:
            claimed = await tx.claimed()
        self.unheard = False
        for delivery in claimed:
            if self._has(delivery) and delivery.id not in self.under_way:
                self.attempts.setdefault(delivery.id, Attempt())

    async def _look_for(self, delivery_id: str) -> None:
        attempt = self.attempts[delivery_id]
        try:
            if await self._known(delivery_id, attempt) and self._is_last(delivery_id, attempt):
                del self.attempts[delivery_id]
        except Exception as problem:
            _tell(problem)

    async def _known(self, delivery_id: str, attempt: Attempt) -> bool:
        async with self.store.transaction() as tx:
            found = await tx.delivery(delivery_id)
        if not self._is_last(delivery_id, attempt):
            return False
        if found is None or not self._has(found):
            told, at = attempt.outcome, attempt.answered_at
            return at is None or await self.settling.heed(delivery_id, told, attempt.workspace, at)
        if not found.tried:
            await self.settling.let_go([found])
            return True
        async with self.store.holding(await self.settling.place_of(found)):
            if not self._is_last(delivery_id, attempt):
                return False
            if attempt.outcome is not None and not isinstance(attempt.outcome, Unknown):
                # The platform has answered, and that could not be written down.
                await self.settling.settle(
                    found, attempt.outcome, attempt.composed, attempt.workspace
                )
                return True
            return await self.settling.reconcile(found, attempt.composed)

    def _is_last(self, delivery_id: str, attempt: Attempt) -> bool:
        """Whoever had to wait may have been overtaken: it was claimed, and set out, anew."""
        return self.attempts.get(delivery_id) is attempt and delivery_id not in self.under_way

    def _has(self, delivery: Delivery) -> bool:
        return delivery.state is DeliveryState.CLAIMED and delivery.claimed_by == self.worker


def _tell(problem: Exception) -> None:
    """A platform that cannot be read right now is no fault of ours: the next look may see more."""
    METRICS.failed("delivery")
    tell = log.warning if isinstance(problem, OSError) else log.error
    tell("not_looked_for", error=type(problem).__name__)
