"""Deliveries, in memory."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import datetime

from bot.domain.delivery import NO_MESSAGES, NOT_SENT, RELEASED, Delivery, DeliveryState, Kind
from bot.domain.pace import Pace
from bot.domain.retention import Behind
from tests.memory_store.lanes import MemoryLanes


class MemoryOutbox(MemoryLanes):
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

    async def workspaces_due(self, now: datetime) -> Sequence[str]:
        due = sorted((d for d in self._planned() if d.due_at <= now), key=lambda d: d.due_at)
        return list(dict.fromkeys(self._where(d) for d in due))

    async def claim(
        self,
        now: datetime,
        limit: int,
        workspace: str | None = None,
        *,
        by: str = "",
        pace: Pace | None = None,
        ended: bool = False,
    ) -> Sequence[Delivery]:
        due = sorted((d for d in self._planned() if d.due_at <= now), key=lambda d: d.due_at)
        due = [d for d in due if d.not_after <= now] if ended else due
        if workspace is not None:
            road = self.lane(workspace)
            due = [d for d in due if self._where(d) == workspace]
            if road.closed(now):
                due = [d for d in due if d.kind is Kind.AMEND]
            if pace is not None and pace.between:
                due = self._spaced(due, now, pace)
            if pace is not None:
                due = due[: road.allows(now, pace)]
                used = road.used(now, pace, min(limit, len(due)))
                self._t.lanes[workspace] = replace(road, used_until=used)
        claimed = [
            replace(d, state=DeliveryState.CLAIMED, claimed_at=now, claimed_by=by, begun_at=None)
            for d in due[:limit]
        ]
        self._t.deliveries.update({d.id: d for d in claimed})
        return claimed

    async def begin(self, delivery_ids: Collection[str], by: str, at: datetime) -> Collection[str]:
        found = [self._t.deliveries.get(one) for one in delivery_ids]
        mine = [one for one in found if one is not None and _is_held(one, by)]
        self._t.deliveries.update({one.id: replace(one, begun_at=at) for one in mine})
        return [one.id for one in mine]

    async def claimed(self) -> Sequence[Delivery]:
        return [d for d in self._t.deliveries.values() if d.state is DeliveryState.CLAIMED]

    async def delivery(self, delivery_id: str) -> Delivery | None:
        return self._t.deliveries.get(delivery_id)

    async def deliveries(self, owner: str, kind: Kind) -> Sequence[Delivery]:
        mine = [d for d in self._t.deliveries.values() if d.owner == owner and d.kind is kind]
        return sorted(mine, key=lambda d: d.not_before, reverse=True)

    async def lines_left(self, slots: str) -> Collection[str]:
        every = [d for d in self._t.deliveries.values() if d.kind is Kind.SPONSOR_LINE]
        left = [d for d in every if d.state is DeliveryState.SENT and d.slot.startswith(slots)]
        return {d.owner for d in left}

    async def not_sent(self, to: str, since: datetime) -> Sequence[Delivery]:
        mine = [d for d in self._t.deliveries.values() if d.to == to and d.state in NOT_SENT]
        late = [d for d in mine if d.settled_at is not None and d.settled_at > since]
        return sorted(late, key=lambda d: (d.not_before, d.id))

    async def around(self, to: str, since: datetime) -> Sequence[Delivery]:
        mine = [d for d in self._t.deliveries.values() if d.to == to and d.kind not in NO_MESSAGES]
        left = [d for d in mine if d.begun_at is not None and d.begun_at > since]
        near = [d for d in left if d.state.may_have_arrived]
        near += [d for d in mine if d.kind is Kind.LATER and d.state is DeliveryState.PLANNED]
        return sorted(near, key=lambda d: d.id)

    async def settle(
        self,
        delivery_id: str,
        state: DeliveryState,
        at: datetime,
        reason: str | None = None,
        *,
        by: str | None = None,
    ) -> None:
        held = self._held(delivery_id, by)
        settled = replace(held, state=state, settled_at=at, reason=reason)
        self._t.deliveries[delivery_id] = settled

    async def retry(
        self, delivery_id: str, due_at: datetime, reason: str, *, by: str | None = None
    ) -> None:
        held = self._held(delivery_id, by)
        self._t.deliveries[delivery_id] = replace(
            held,
            state=DeliveryState.PLANNED,
            due_at=due_at,
            attempts=held.attempts + 1,
            claimed_at=None,
            claimed_by=None,
            reason=reason,
        )

    async def put_off(self, delivery_id: str, until: datetime) -> bool:
        found = self._t.deliveries.get(delivery_id)
        if found is None or found.state is not DeliveryState.PLANNED:
            return False
        self._t.deliveries[delivery_id] = replace(found, due_at=max(found.due_at, until))
        return True

    async def release(self, delivery_ids: Collection[str], *, by: str | None = None) -> None:
        for delivery_id in delivery_ids:
            held = self._t.deliveries.get(delivery_id)
            if held is not None and _is_held(held, by) and held.begun_at is None:
                self._t.deliveries[delivery_id] = replace(
                    held,
                    state=DeliveryState.PLANNED,
                    claimed_at=None,
                    claimed_by=None,
                    reason=RELEASED,
                )

    async def seize(self, delivery: Delivery, by: str) -> bool:
        held = self._t.deliveries.get(delivery.id)
        if held is None or not _is_held(held, None) or held.claimed_by != delivery.claimed_by:
            return False
        self._t.deliveries[delivery.id] = replace(held, claimed_by=by)
        return True

    async def next_due(self) -> datetime | None:
        return min((d.due_at for d in self._planned()), default=None)

    async def try_writing(self) -> None:
        """Memory can always be written."""

    async def has_sent(self, since: datetime) -> bool:
        return any(
            d.state is DeliveryState.SENT and d.settled_at is not None and d.settled_at >= since
            for d in self._t.deliveries.values()
        )

    async def set_aside(self, since: datetime) -> int:
        ended = [d for d in self._t.deliveries.values() if d.state is DeliveryState.NOT_DELIVERED]
        return sum(d.due_at > since for d in ended)

    async def overdue(self, before: datetime) -> Behind:
        late = [d.due_at for d in self._planned() if d.due_at <= before]
        return Behind(len(late), min(late, default=None))

    def _where(self, delivery: Delivery) -> str:
        who = self._t.people.get(delivery.to)
        return self.workspace(who.address) if who else ""

    def _spaced(self, due: Sequence[Delivery], now: datetime, pace: Pace) -> list[Delivery]:
        just = {
            d.to
            for d in self._t.deliveries.values()
            if d.begun_at is not None and now - pace.between < d.begun_at <= now
        }
        first = {d.to: d for d in reversed(due) if d.to not in just}
        return [d for d in due if first.get(d.to) is d]

    def _planned(self) -> list[Delivery]:
        return [d for d in self._t.deliveries.values() if d.state is DeliveryState.PLANNED]

    def _held(self, delivery_id: str, by: str | None) -> Delivery:
        found = self._t.deliveries.get(delivery_id)
        if found is None or not _is_held(found, by):
            raise ValueError("not claimed")
        return found


def _is_held(delivery: Delivery, by: str | None) -> bool:
    return delivery.state is DeliveryState.CLAIMED and by in (None, delivery.claimed_by)


def _slot(delivery: Delivery) -> tuple[str, str, Kind, str]:
    return (delivery.to, delivery.owner, delivery.kind, delivery.slot)
