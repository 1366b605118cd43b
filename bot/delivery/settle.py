"""Stores the end of a delivery: settled, tried again later, or looked up after a crash."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta

import structlog

from bot.delivery.amend import FIRST_RETRY
from bot.delivery.gate import halted, tell_operator
from bot.delivery.kinds import KINDS, Crowded
from bot.delivery.settled import Departed, end_note, note_anew, note_set_question, settle_sent
from bot.delivery.verdict import Covered, Withheld
from bot.domain.delivery import Delivery, DeliveryState, Kind
from bot.domain.halting.halt import WhileHalted
from bot.domain.people import Person
from bot.domain.reasons import Reason
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
    Transaction,
    Unknown,
)
from bot.rules.plan_again import plan_moved

MOST_TRIES = 8
# Words that were taken back must be removed, however long it takes.
MOST_EDITS = 1_000
LONGEST_WAIT = timedelta(hours=2)
# A platform's history may lag behind by this much: until then "not found" proves nothing.
HISTORY_LAG = timedelta(seconds=60)
# A begun delivery must issue its request within this time, or not at all. The request's time-out
# and the history lag follow, and must be over before others believe that it never left.
SENDS_WITHIN = timedelta(seconds=5)
BROKE = "broke"
OPEN = (DeliveryState.PLANNED, DeliveryState.CLAIMED)

log = structlog.get_logger()


class Settling:
    """Settles deliveries that `worker` has claimed, and no others."""

    def __init__(
        self,
        store: Store,
        adapters: Mapping[str, Adapter],
        clock: Clock,
        chance: Chance,
        worker: str,
    ) -> None:
        self._store = store
        self._chance = chance
        self._adapters = adapters
        self._clock = clock
        self._worker = worker

    async def settle(
        self,
        delivery: Delivery,
        outcome: Outcome,
        composed: Covered | None = None,
        workspace: str | None = None,
    ) -> None:
        """Stores the outcome. Raises ValueError if another worker has claimed it meanwhile."""
        async with self._store.transaction() as tx:
            await self._settle(tx, delivery, outcome, composed)
            if workspace is not None:
                await self._close(tx, workspace, outcome)

    async def heed(
        self, delivery_id: str, outcome: Outcome | None, workspace: str | None, at: datetime
    ) -> bool:
        """Applies the wait that the platform asked for at `at` (UTC), whoever has the claim now.

        Returns False if another worker has the claim, so that the wait cannot be stored yet: try
        again.
        """
        match outcome:
            case NotSent(_, timedelta(), for_all=True) if workspace is not None:
                async with self._store.transaction() as tx:
                    await self._close(tx, workspace, outcome)
            case NotSent(_, timedelta() as wait, for_all=False):
                async with self._store.transaction() as tx:
                    if not await tx.put_off(delivery_id, at + wait):
                        found = await tx.delivery(delivery_id)
                        return found is None or found.state not in OPEN
        return True

    async def withhold(self, delivery: Delivery, withheld: Withheld) -> None:
        """Settles a delivery that the gate withheld, or plans it again for later."""
        async with self._store.transaction() as tx:
            if withheld.until is not None:
                await self._put_off(tx, delivery, withheld.until, withheld.reason)
                return
            now = self._clock.now()
            tell_operator(delivery, withheld.reason)
            await tx.settle(delivery.id, withheld.state, now, withheld.reason, by=self._worker)
            moved = _is_missed(delivery, withheld.reason) and await self._moved(tx, delivery)
            if withheld.state is not DeliveryState.NOT_DELIVERED and not moved:
                await end_note(tx, delivery)

    async def _put_off(
        self, tx: Transaction, delivery: Delivery, until: datetime, reason: Reason
    ) -> None:
        """Plans a delivery again for `until` (UTC). A halt, however long, costs it no attempt."""
        if reason is not Reason.HALTED or delivery.begun_at is not None:
            await tx.retry(delivery.id, until, reason, by=self._worker)
            return
        await tx.release([delivery.id], by=self._worker)
        await tx.put_off(delivery.id, until)

    async def _moved(self, tx: Transaction, delivery: Delivery) -> bool:
        """Plans for the next day what would be missed. False for what lapses, or finds no day."""
        row = KINDS[delivery.kind]
        if row.crowded is not Crowded.MOVES or row.obeys is None:
            return False
        return await plan_moved(tx, self._chance, delivery, row.obeys)

    async def again_or_never(self, delivery: Delivery) -> None:
        """Plans a delivery again that broke before any attempt, a limited number of times."""
        async with self._store.transaction() as tx:
            await self._again_or_never(tx, delivery, BROKE, FIRST_RETRY, self._clock.now())

    async def let_go(self, untried: list[Delivery]) -> None:
        async with self._store.transaction() as tx:
            await tx.release([delivery.id for delivery in untried], by=self._worker)

    async def seize(self, delivery: Delivery) -> bool:
        """Takes over another worker's claim. Returns True if it may have left and must be looked
        up.

        A delivery that had not begun is planned again.
        """
        async with self._store.transaction() as tx:
            mine = await tx.seize(delivery, self._worker)
            if mine and not delivery.tried:
                await tx.release([delivery.id], by=self._worker)
        return mine and delivery.tried

    async def settle_sent(self, left: Sequence[Departed]) -> None:
        """Stores in one commit that these have left. Raises ValueError, and stores nothing, if
        another worker has claimed one of them meanwhile.
        """
        async with self._store.transaction() as tx:
            await settle_sent(tx, left, self._clock.now(), self._worker)

    async def locks_of(self, group: Sequence[Delivery]) -> Mapping[str, str]:
        """The lock keys of their recipients, by the delivery's id: see `lock_of`.

        It leaves out whoever cannot be read.
        """
        async with self._store.transaction() as tx:
            keys = await tx.chat_keys({one.to for one in group})
        return {one.id: keys[one.to] for one in group if one.to in keys}

    async def lock_of(self, delivery: Delivery) -> str:
        """The lock key of the recipient; the person id if the row cannot be decrypted."""
        async with self._store.transaction() as tx:
            try:
                person = await tx.person(delivery.to)
            except DamagedError:
                person = None
        return person.address.chat_key if person else delivery.to

    async def reconcile(self, delivery: Delivery, composed: Covered | None = None) -> bool:
        """Looks up a delivery that may have left, and settles it. It is never simply sent again.

        Returns False if it is too early to believe "not found", or if its platform is not
        configured and its window is open: look again later.
        """
        async with self._store.transaction() as tx:
            person = await tx.person(delivery.to)
        outcome = await self._found(delivery, person)
        if not outcome or (isinstance(outcome, NotSent) and not self._is_believed(delivery)):
            return False
        await self.settle(delivery, outcome, composed)
        return True

    def too_late(self, began: datetime) -> NotSent | None:
        """Returns NotSent if more than `SENDS_WITHIN` passed since the delivery began, so that
        another worker may have looked it up. None if there is time.
        """
        prompt = timedelta(0) <= self._clock.now() - began <= SENDS_WITHIN
        return None if prompt else NotSent("interrupted", timedelta(0))

    def _is_believed(self, delivery: Delivery) -> bool:
        """True if "not found" counts, because the platform's history had time to catch up."""
        began = delivery.begun_at or delivery.claimed_at
        if delivery.kind is Kind.AMEND or began is None:
            return True
        return not began <= self._clock.now() < began + HISTORY_LAG

    async def _found(self, delivery: Delivery, person: Person | None) -> Outcome | None:
        if person is None:
            return NotSent("gone")
        adapter = self._adapters.get(person.address.platform)
        if adapter is None:
            return Unknown("no_adapter") if self._clock.now() >= delivery.not_after else None
        if delivery.kind is Kind.AMEND:
            return NotSent("interrupted", timedelta(0))
        # No mail server tells later what it took.
        by_mail = KINDS[delivery.kind].to_sponsor
        found = Unknown("mail") if by_mail else await adapter.find(person.address, delivery.id)
        return NotSent("interrupted", timedelta(0)) if isinstance(found, NotSent) else found

    async def _settle(
        self, tx: Transaction, delivery: Delivery, outcome: Outcome, composed: Covered | None
    ) -> None:
        now = self._clock.now()
        match outcome:
            case Sent():
                await settle_sent(tx, [Departed(delivery, composed, outcome)], now, self._worker)
            case NotSent(reason, retry_after):
                await tx.not_shared_in(delivery.id)
                if reason == Reason.HALTED:
                    if await self._halted(tx, delivery, now):
                        return
                    reason, retry_after = "interrupted", timedelta(0)
                await self._again_or_never(tx, delivery, reason, retry_after, now)
            case _:
                reason = await note_anew(tx, delivery, composed, now) or outcome.reason
                unconfirmed = DeliveryState.UNCONFIRMED
                await tx.settle(delivery.id, unconfirmed, now, reason, by=self._worker)
                await end_note(tx, delivery)
                await note_set_question(tx, delivery, composed)
                log.warning("delivery_unconfirmed", kind=delivery.kind.value)

    async def _halted(self, tx: Transaction, delivery: Delivery, now: datetime) -> bool:
        """Ends or puts off what a halt stopped after the gate. False if it was resumed since."""
        found = halted(delivery, await tx.halt(), now)
        if found is None:
            return False
        if found.until is not None:
            await tx.retry(delivery.id, found.until, found.reason, by=self._worker)
            return True
        await tx.settle(delivery.id, found.state, now, found.reason, by=self._worker)
        moved = _is_missed(delivery, found.reason) and await self._moved(tx, delivery)
        if not moved:
            await end_note(tx, delivery)
        return True

    async def _close(self, tx: Transaction, workspace: str, outcome: Outcome) -> None:
        match outcome:
            case NotSent(_, timedelta() as wait, for_all=True):
                now = self._clock.now()
                await tx.close_lane(workspace, now, now + wait)

    async def _again_or_never(
        self,
        tx: Transaction,
        delivery: Delivery,
        reason: str,
        retry_after: timedelta | None,
        now: datetime,
    ) -> None:
        most = MOST_EDITS if delivery.kind is Kind.AMEND else MOST_TRIES
        if retry_after is not None and delivery.attempts + 1 < most:
            backoff = min(LONGEST_WAIT, FIRST_RETRY * 2 ** min(delivery.attempts, MOST_TRIES))
            due_at = now + max(retry_after, backoff)
            if due_at < delivery.not_after:
                await tx.retry(delivery.id, due_at, reason, by=self._worker)
                return
        await tx.settle(delivery.id, DeliveryState.NOT_DELIVERED, now, reason, by=self._worker)
        METRICS.failed("delivery")
        log.error("delivery_failed", kind=delivery.kind.value, reason=reason)


def _is_missed(delivery: Delivery, reason: Reason) -> bool:
    """True where its day had no room for it, or all of its day was halted and it waits for one."""
    waits = KINDS[delivery.kind].while_halted is WhileHalted.WAITS
    return reason is Reason.CROWDED or (reason is Reason.HALTED and waits)
