"""Deliveries, in memory."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import datetime

from bot.domain.delivery import RELEASED, Delivery, DeliveryState, Kind
from bot.domain.retention import Behind
from storage.memory_tables import Memory


class MemoryOutbox(Memory):
    async def plan(self, delivery: Delivery) -> bool:
        slot = _slot(delivery)
        if any(_slot(known) == slot for known in self._t.deliveries.values()):
            return False
        self._t.deliveries[delivery.id] = delivery
        return True

    async def unplan(self, owner: str, kind: Kind | None = None) -> None:
        for known in list(self._t.deliveries.values()):
            planned = known.owner == owner and known.state is DeliveryState.PLANNED
            if planned and kind in (None, known.kind):
                del self._t.deliveries[known.id]

    async def claim(self, now: datetime, limit: int) -> Sequence[Delivery]:
        due = [d for d in self._planned() if d.due_at <= now]
        claimed = [
            replace(d, state=DeliveryState.CLAIMED, claimed_at=now)
            for d in sorted(due, key=lambda d: d.due_at)[:limit]
        ]
        self._t.deliveries.update({d.id: d for d in claimed})
        return claimed

    async def claimed(self) -> Sequence[Delivery]:
        return [d for d in self._t.deliveries.values() if d.state is DeliveryState.CLAIMED]

    async def delivery(self, delivery_id: str) -> Delivery | None:
        return self._t.deliveries.get(delivery_id)

    async def deliveries(self, owner: str, kind: Kind) -> Sequence[Delivery]:
        mine = [d for d in self._t.deliveries.values() if d.owner == owner and d.kind is kind]
        return sorted(mine, key=lambda d: d.not_before, reverse=True)

    async def settle(
        self, delivery_id: str, state: DeliveryState, at: datetime, reason: str | None = None
    ) -> None:
        held = self._held(delivery_id)
        settled = replace(held, state=state, settled_at=at, reason=reason)
        self._t.deliveries[delivery_id] = settled

    async def retry(self, delivery_id: str, due_at: datetime, reason: str) -> None:
        held = self._held(delivery_id)
        self._t.deliveries[delivery_id] = replace(
            held,
            state=DeliveryState.PLANNED,
            due_at=due_at,
            attempts=held.attempts + 1,
            claimed_at=None,
            reason=reason,
        )

    async def release(self, delivery_ids: Collection[str]) -> None:
        for delivery_id in delivery_ids:
            held = self._t.deliveries.get(delivery_id)
            if held is not None and held.state is DeliveryState.CLAIMED:
                again = replace(held, state=DeliveryState.PLANNED, claimed_at=None, reason=RELEASED)
                self._t.deliveries[delivery_id] = again

    async def next_due(self) -> datetime | None:
        return min((d.due_at for d in self._planned()), default=None)

    async def set_aside(self, since: datetime) -> int:
        ended = [d for d in self._t.deliveries.values() if d.state is DeliveryState.NOT_DELIVERED]
        return sum(d.due_at > since for d in ended)

    async def overdue(self, before: datetime) -> Behind:
        late = [d.due_at for d in self._planned() if d.due_at <= before]
        return Behind(len(late), min(late, default=None))

    def _planned(self) -> list[Delivery]:
        return [d for d in self._t.deliveries.values() if d.state is DeliveryState.PLANNED]

    def _held(self, delivery_id: str) -> Delivery:
        found = self._t.deliveries.get(delivery_id)
        if found is None or found.state is not DeliveryState.CLAIMED:
            raise ValueError("not claimed")
        return found


def _slot(delivery: Delivery) -> tuple[str, str, Kind, str]:
    return (delivery.to, delivery.owner, delivery.kind, delivery.slot)
