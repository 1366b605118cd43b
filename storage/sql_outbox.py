"""Deliveries, in SQL: planned once, claimed by one, settled once."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import datetime

from sqlalchemy import func, literal_column, select

from bot.domain.delivery import RELEASED, Delivery, DeliveryState, Kind
from bot.domain.retention import Behind
from storage.schema import delivery
from storage.sql_base import SqlPort, each_thing, flat, thing

# The very words of the partial index: SQLite uses it only for a query that repeats them.
OPEN = delivery.c.state.in_([literal_column("'planned'"), literal_column("'claimed'")])
PLANNED = OPEN & (delivery.c.state == DeliveryState.PLANNED)
CLAIMED = OPEN & (delivery.c.state == DeliveryState.CLAIMED)


class SqlOutbox(SqlPort):
    async def plan(self, new: Delivery) -> bool:
        return await self._w.add(delivery, flat(new))

    async def unplan(self, owner: str, kind: Kind | None = None) -> None:
        waiting = self._w.delete(delivery, delivery.c.owner == owner, PLANNED)
        if kind is not None:
            waiting = waiting.where(delivery.c.kind == kind)
        await self._w.change(waiting)

    async def claim(self, now: datetime, limit: int) -> Sequence[Delivery]:
        """One statement; on PostgreSQL another worker's rows are passed over, not waited for.

        The due ones are chosen in a CTE, which PostgreSQL runs exactly once: a subquery can be
        run again for every row, and then claims more than `limit`.
        """
        due = (
            select(delivery.c.id)
            .where(delivery.c.organisation == self._w.organisation, PLANNED)
            .where(delivery.c.due_at <= now)
            .order_by(delivery.c.due_at, delivery.c.id)
            .limit(limit)
            .with_for_update(skip_locked=True)
            .cte("due")
        )
        taken = self._w.update(delivery, delivery.c.id.in_(select(due.c.id)))
        taken = taken.values(state=DeliveryState.CLAIMED, claimed_at=now)
        rows = (await self._w.connection.execute(taken.returning(delivery))).all()
        return sorted(each_thing(Delivery, rows), key=lambda one: (one.due_at, one.id))

    async def claimed(self) -> Sequence[Delivery]:
        return each_thing(Delivery, await self._w.all(self._w.select(delivery, CLAIMED)))

    async def delivery(self, delivery_id: str) -> Delivery | None:
        row = await self._w.first(self._w.select(delivery, delivery.c.id == delivery_id))
        return thing(Delivery, row) if row else None

    async def deliveries(self, owner: str, kind: Kind) -> Sequence[Delivery]:
        mine = self._w.select(delivery, delivery.c.owner == owner, delivery.c.kind == kind)
        newest = mine.order_by(delivery.c.not_before.desc(), delivery.c.id)
        return each_thing(Delivery, await self._w.all(newest))

    async def settle(
        self, delivery_id: str, state: DeliveryState, at: datetime, reason: str | None = None
    ) -> None:
        await self._release(delivery_id, state=state, settled_at=at, reason=reason)

    async def retry(self, delivery_id: str, due_at: datetime, reason: str) -> None:
        await self._release(
            delivery_id,
            state=DeliveryState.PLANNED,
            due_at=due_at,
            attempts=delivery.c.attempts + 1,
            claimed_at=None,
            reason=reason,
        )

    async def release(self, delivery_ids: Collection[str]) -> None:
        held = self._w.update(delivery, delivery.c.id.in_(delivery_ids), CLAIMED)
        again = {"state": DeliveryState.PLANNED, "claimed_at": None, "reason": RELEASED}
        await self._w.change(held.values(**again))

    async def next_due(self) -> datetime | None:
        earliest = select(func.min(delivery.c.due_at))
        mine = earliest.where(delivery.c.organisation == self._w.organisation, PLANNED)
        row = await self._w.first(mine)
        found: datetime | None = row[0] if row else None
        return found

    async def set_aside(self, since: datetime) -> int:
        ended = select(func.count()).where(
            delivery.c.organisation == self._w.organisation,
            delivery.c.state == DeliveryState.NOT_DELIVERED,
            delivery.c.due_at > since,
        )
        return int((await self._w.connection.execute(ended)).scalar_one())

    async def overdue(self, before: datetime) -> Behind:
        late = select(func.count(), func.min(delivery.c.due_at))
        mine = late.where(delivery.c.organisation == self._w.organisation, PLANNED)
        row = (await self._w.connection.execute(mine.where(delivery.c.due_at <= before))).one()
        return Behind(row[0], row[1])

    async def _release(self, delivery_id: str, **values: object) -> None:
        held = self._w.update(delivery, delivery.c.id == delivery_id, CLAIMED)
        if not await self._w.change(held.values(**values)):
            raise ValueError("not claimed")
