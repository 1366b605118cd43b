"""Faults in how a delivery leaves: claim, begin, send, settle and recover."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

import pytest

from bot.delivery import settle
from bot.delivery.attempts import Attempts
from bot.delivery.deliveries import Deliveries
from bot.delivery.send import Sending
from bot.delivery.settle import Settling
from bot.domain.delivery import Delivery, DeliveryState
from bot.domain.pace import Lane
from bot.ports import NotSent, Unknown
from tests.memory_store.lanes import MemoryLanes
from tests.memory_store.outbox import MemoryOutbox


class _RolledBackError(Exception):
    pass


def a_claim_is_not_committed_before_the_send(patch: pytest.MonkeyPatch) -> None:
    async def only_read(road: Any, workspace: str) -> Any:
        claimed: Any = []
        try:
            async with road._store.transaction() as tx:
                claimed = await tx.claim(road._clock.now(), 500, workspace, by=road.worker)
                raise _RolledBackError
        except _RolledBackError:
            return claimed or None

    patch.setattr(Deliveries, "_claim", only_read)
    begin_is_ignored(patch)


def begin_is_ignored(patch: pytest.MonkeyPatch) -> None:
    """A worker sends although another has taken over its claim."""
    real = MemoryOutbox.begin

    async def always(box: Any, ids: Any, *arguments: Any) -> Any:
        await real(box, ids, *arguments)
        return list(ids)

    patch.setattr(MemoryOutbox, "begin", always)


def a_claim_is_taken_from_a_living_worker(patch: pytest.MonkeyPatch) -> None:
    async def whatever(box: Any, *_: object) -> Any:
        return await box.claimed()

    patch.setattr(MemoryLanes, "abandoned", whatever)


def the_lane_is_not_closed(patch: pytest.MonkeyPatch) -> None:
    async def nothing(*_: object) -> None:
        return None

    patch.setattr(Settling, "_close", nothing)


def a_closed_lane_is_not_looked_at(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(Lane, "closed", lambda lane, now: False)


def a_message_not_found_at_once_counts_as_never_sent(patch: pytest.MonkeyPatch) -> None:
    """A message counts as never sent without waiting for a history that lags."""
    patch.setattr(settle, "HISTORY_LAG", timedelta(0))


def a_tried_delivery_is_released(patch: pytest.MonkeyPatch) -> None:
    """An attempt is forgotten, so that any worker may claim the delivery."""
    real = MemoryOutbox.release

    async def whatever(box: Any, ids: Any, **named: Any) -> None:
        for one in ids:
            found = box._t.deliveries.get(one)
            if found is not None:
                box._t.deliveries[one] = replace(found, begun_at=None)
        await real(box, ids, **named)

    patch.setattr(Delivery, "tried", property(lambda delivery: False))
    patch.setattr(MemoryOutbox, "release", whatever)


def recovery_simply_sends_again(patch: pytest.MonkeyPatch) -> None:
    async def again(end: Any, delivery: Any, *_: object) -> bool:
        await end.settle(delivery, NotSent("again", timedelta(0)))
        return True

    patch.setattr(Settling, "reconcile", again)


def an_unknown_outcome_counts_as_not_sent(patch: pytest.MonkeyPatch) -> None:
    real = Sending._sent

    async def guessed(*arguments: Any) -> Any:
        outcome = await real(*arguments)
        again = NotSent("guessed", timedelta(0))
        return again if isinstance(outcome, Unknown) else outcome

    patch.setattr(Sending, "_sent", guessed)


def retry_after_is_not_read(patch: pytest.MonkeyPatch) -> None:
    real = Settling._again_or_never

    async def at_once(
        end: Any, tx: Any, delivery: Any, reason: str, after: Any, now: datetime
    ) -> None:
        soon = timedelta(0) if after is not None else None
        await real(end, tx, delivery, reason, soon, now)

    patch.setattr(Settling, "_again_or_never", at_once)


def a_sent_message_is_not_recorded(patch: pytest.MonkeyPatch) -> None:
    real = MemoryOutbox.settle

    async def lost(box: Any, delivery_id: str, state: Any, *rest: Any, **named: Any) -> None:
        if state is not DeliveryState.SENT:
            await real(box, delivery_id, state, *rest, **named)

    patch.setattr(MemoryOutbox, "settle", lost)


def a_claimed_delivery_is_claimed_again(patch: pytest.MonkeyPatch) -> None:
    def open_ones(box: Any) -> Any:
        either = (DeliveryState.PLANNED, DeliveryState.CLAIMED)
        return [d for d in box._t.deliveries.values() if d.state in either]

    patch.setattr(MemoryOutbox, "_planned", open_ones)


def a_lost_claim_is_not_looked_for(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(Attempts, "note_unheard_claim", lambda attempts: None)
