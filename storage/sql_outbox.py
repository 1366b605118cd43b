"""Deliveries, in SQL: planned once, claimed by one, settled once."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import datetime
from operator import attrgetter
from typing import Any

from sqlalchemy import ColumnElement, Select, func, literal_column, select

from bot.domain.delivery import RELEASED, Delivery, DeliveryState, Kind
from bot.domain.pace import Pace
from bot.domain.retention import Behind
from storage.schema import delivery, person
from storage.sql_base import UNKNOWN, each_thing, flat, thing
from storage.sql_lanes import SqlLanes

# The very words of the partial index: SQLite uses it only for a query that repeats them.
OPEN = delivery.c.state.in_([literal_column("'planned'"), literal_column("'claimed'")])
PLANNED = OPEN & (delivery.c.state == DeliveryState.PLANNED)
CLAIMED = OPEN & (delivery.c.state == DeliveryState.CLAIMED)
# What a claim does not set itself.
TOLD = [
    delivery.c[name]
    for name in (
        *("id", "kind", "to", "owner", "slot", "not_before", "not_after", "due_at", "subject"),
        *("attempts", "settled_at", "reason"),
    )
]


class SqlOutbox(SqlLanes):
    async def plan(self, new: Delivery) -> bool:
        """What is due already wakes a worker up, together with this transaction."""
        where = select(person.c.workspace).where(
            person.c.organisation == self._w.organisation, person.c.id == new.to
        )
        values = flat(new) | {"workspace": where.scalar_subquery()}
        planned = await self._w.add(delivery, values)
        if planned and self._w.soon(new.due_at):
            row = await self._w.first(where)
            self._w.wakes.add(row.workspace or UNKNOWN if row else UNKNOWN)
        return planned

    async def unplan(self, owner: str, kind: Kind | None = None) -> None:
        waiting = self._w.delete(delivery, delivery.c.owner == owner, PLANNED)
        if kind is not None:
            waiting = waiting.where(delivery.c.kind == kind)
        await self._w.change(waiting)

    async def workspaces_due(self, now: datetime) -> Sequence[str]:
        longest = func.min(delivery.c.due_at)
        due = select(delivery.c.workspace).where(self._due(now)).group_by(delivery.c.workspace)
        rows = (await self._w.connection.execute(due.order_by(longest))).all()
        return [row.workspace or UNKNOWN for row in rows]

    async def claim(
        self,
        now: datetime,
        limit: int,
        workspace: str | None = None,
        *,
        by: str = "",
        pace: Pace | None = None,
    ) -> Sequence[Delivery]:
        """One statement; on PostgreSQL another worker's rows are passed over, not waited for.

        The due ones are chosen in a CTE, which PostgreSQL runs exactly once: a subquery can be
        run again for every row, and then claims more than `limit`.
        """
        due = self._due(now)
        road = None
        if workspace is not None:
            due &= delivery.c.workspace == (workspace or None)
            road = await self.lane(workspace, alone=pace is not None)
            if road.closed(now):
                due &= delivery.c.kind == Kind.AMEND
            if pace is not None:
                limit = min(limit, road.allows(now, pace))
            if pace is not None and pace.between:
                due &= delivery.c.id.in_(self._spaced(due, now, pace))
        if limit <= 0:
            return []
        chosen = (
            select(delivery.c.id)
            .where(due)
            .order_by(delivery.c.due_at, delivery.c.id)
            .limit(limit)
            .with_for_update(skip_locked=True)
            .cte("due")
        )
        taken = self._w.update(delivery, delivery.c.id.in_(select(chosen.c.id))).values(
            state=DeliveryState.CLAIMED, claimed_at=now, claimed_by=by, begun_at=None
        )
        rows = (await self._w.connection.execute(taken.returning(*TOLD))).all()
        if road is not None and pace is not None and rows:
            await self._save_lane(road.workspace, used_until=road.used(now, pace, len(rows)))
        claimed = [_claimed(tuple(row), now, by) for row in rows]
        return sorted(claimed, key=attrgetter("due_at", "id"))

    async def begin(self, delivery_id: str, by: str, at: datetime) -> bool:
        mine = (delivery.c.id == delivery_id, CLAIMED, delivery.c.claimed_by == by)
        return bool(await self._w.change(self._w.update(delivery, *mine).values(begun_at=at)))

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
        self,
        delivery_id: str,
        state: DeliveryState,
        at: datetime,
        reason: str | None = None,
        *,
        by: str | None = None,
    ) -> None:
        await self._let_go(delivery_id, by, state=state, settled_at=at, reason=reason)

    async def retry(
        self, delivery_id: str, due_at: datetime, reason: str, *, by: str | None = None
    ) -> None:
        await self._let_go(
            delivery_id,
            by,
            state=DeliveryState.PLANNED,
            due_at=due_at,
            attempts=delivery.c.attempts + 1,
            claimed_at=None,
            claimed_by=None,
            reason=reason,
        )

    async def put_off(self, delivery_id: str, until: datetime) -> None:
        sooner = (delivery.c.id == delivery_id, PLANNED, delivery.c.due_at < until)
        await self._w.change(self._w.update(delivery, *sooner).values(due_at=until))

    async def release(self, delivery_ids: Collection[str], *, by: str | None = None) -> None:
        untried = self._w.update(
            delivery, delivery.c.id.in_(delivery_ids), delivery.c.begun_at.is_(None), _held(by)
        )
        free = {"state": DeliveryState.PLANNED, "claimed_at": None, "claimed_by": None}
        await self._w.change(untried.values(**free, reason=RELEASED))

    async def seize(self, found: Delivery, by: str) -> bool:
        unchanged = delivery.c.claimed_by.is_not_distinct_from(found.claimed_by)
        taken = self._w.update(delivery, delivery.c.id == found.id, CLAIMED, unchanged)
        return bool(await self._w.change(taken.values(claimed_by=by)))

    async def next_due(self) -> datetime | None:
        earliest = select(func.min(delivery.c.due_at))
        mine = earliest.where(delivery.c.organisation == self._w.organisation, PLANNED)
        row = await self._w.first(mine)
        found: datetime | None = row[0] if row else None
        return found

    async def has_sent(self, since: datetime) -> bool:
        sent = delivery.c.state == DeliveryState.SENT
        lately = self._w.select(delivery, sent, delivery.c.settled_at >= since).limit(1)
        return await self._w.first(lately) is not None

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

    def _due(self, now: datetime) -> ColumnElement[bool]:
        return (
            (delivery.c.organisation == self._w.organisation) & PLANNED & (delivery.c.due_at <= now)
        )

    def _spaced(self, due: ColumnElement[bool], now: datetime, pace: Pace) -> Select[Any]:
        """Of each chat the first one, unless something has just gone there."""
        order = func.row_number().over(
            partition_by=delivery.c.to, order_by=(delivery.c.due_at, delivery.c.id)
        )
        just = delivery.alias("just")
        recent = select(just.c.id).where(
            just.c.organisation == self._w.organisation,
            just.c.to == delivery.c.to,
            just.c.begun_at > now - pace.between,
            just.c.begun_at <= now,
        )
        first = select(delivery.c.id, order.label("place")).where(due, ~recent.exists()).subquery()
        return select(first.c.id).where(first.c.place == 1)

    async def _let_go(self, delivery_id: str, by: str | None, **values: object) -> None:
        held = self._w.update(delivery, delivery.c.id == delivery_id, _held(by))
        if not await self._w.change(held.values(**values)):
            raise ValueError("not claimed")


def _held(by: str | None) -> ColumnElement[bool]:
    return CLAIMED if by is None else CLAIMED & (delivery.c.claimed_by == by)


def _claimed(told: Sequence[Any], now: datetime, by: str) -> Delivery:
    """Of a whole claim there are hundreds: by position, without a look at the columns' names."""
    id_, kind, to, owner, slot, not_before, not_after, due_at, subject, *late = told
    attempts, settled_at, reason = late
    state = DeliveryState.CLAIMED
    when = (not_before, not_after, due_at)
    return Delivery(
        id_, kind, to, owner, slot, *when, subject, state, attempts, now, settled_at, reason, by
    )
