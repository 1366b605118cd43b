"""SQL for deliveries: planned once, claimed by one worker, settled once."""

from __future__ import annotations

import secrets
from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from operator import attrgetter
from typing import Any

import structlog
from sqlalchemy import ColumnElement, Row, case, func, literal, select

from bot.domain.delivery import RELEASED, Delivery, DeliveryState, Kind
from bot.domain.pace import Pace
from bot.domain.retention import Behind
from bot.metrics import METRICS
from storage.sql.claim_statement import (
    CLAIMED,
    PLANNED,
    DueFilter,
    as_claimed,
    claiming,
)
from storage.sql.lanes import SqlLanes
from storage.sql.legible import NOT_A_VALUE, legible
from storage.sql.many import given_as
from storage.sql.plan_rows import planned_facts
from storage.sql.reading.at_hand import delivery_row, not_sent_rows
from storage.sql.rows import each_thing, flat, thing
from storage.sql.running.deliveries import (
    AROUND,
    BEGINNING,
    PLANNING,
    SETTLING,
    WORKSPACE_OF,
)
from storage.sql.schema import delivery, worker
from storage.sql.unit_of_work import UNKNOWN

MORE_THAN_A_PAGE = 8_192
# The `reason` of a claimed row that does not fit its seal.
REFUSED = "refused"

log = structlog.get_logger()


class SqlOutbox(SqlLanes):
    async def plan(self, new: Delivery) -> bool:
        """Plans a delivery. If it is due already, this transaction also wakes a worker up."""
        values = await self._w.whole(delivery, flat(new))
        planned = bool(await self._w.change(PLANNING.filled(**values)))
        if planned and self._w.soon(new.due_at):
            row = await self._w.first(WORKSPACE_OF.filled(to=new.to))
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
        rows = (await self._w.execute(due.order_by(longest))).all()
        return [row.workspace or UNKNOWN for row in rows]

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
        """Claims in one statement. PostgreSQL skips the rows that another worker has locked."""
        road, which, lately = None, DueFilter(ended=ended), now
        if workspace is not None:
            which = replace(which, named=workspace != UNKNOWN, unknown=workspace == UNKNOWN)
            road = await self.lane(workspace, lock=pace is not None)
            which = replace(which, only_amends=road.closed(now))
            if pace is not None:
                limit = min(limit, road.allows(now, pace))
                which, lately = replace(which, spaced=bool(pace.between)), now - pace.between
        if limit <= 0:
            return []
        given = {"by": by, "at": now, "lately": lately, "most": limit, "where": workspace}
        whose = {"whose": self._w.organisation}
        # A row that cannot be read stays claimed, so that nobody meets it again.
        rows = legible(await self._w.execute(claiming(which), given | whose))
        if road is not None and pace is not None and rows:
            await self._save_lane(road.workspace, used_until=road.used(now, pace, len(rows)))
        claimed = [as_claimed(row, now, by) for row in await self._without_refused(rows, now)]
        return sorted(claimed, key=attrgetter("due_at", "id"))

    async def _without_refused(self, rows: Sequence[Row[Any]], now: datetime) -> Sequence[Row[Any]]:
        """Settles claimed rows that do not fit their seal, and returns the others."""
        refused = [row.id for row in rows if not self._as_planned(row)]
        if not refused:
            return rows
        METRICS.failed("delivery")
        log.error("row_refused", table="delivery")
        these = self._w.update(delivery, delivery.c.id.in_(refused))
        await self._w.change(
            these.values(state=DeliveryState.NOT_DELIVERED, settled_at=now, reason=REFUSED)
        )
        return [row for row in rows if row.id not in refused]

    def _as_planned(self, row: Row[Any]) -> bool:
        try:
            facts = planned_facts(self._w.organisation, row)
        except NOT_A_VALUE:
            return False
        return bool(row.seal == self._w.keys.row_seal(facts))

    async def begin(self, delivery_ids: Collection[str], by: str, at: datetime) -> Collection[str]:
        ids = given_as(self._w.dialect, delivery_ids)
        begun = BEGINNING.filled(ids=ids, claimed_by=by, begun_at=at)
        return {row.id for row in await self._w.changed(begun)}

    async def claimed(self) -> Sequence[Delivery]:
        return each_thing(
            Delivery, await self._w.sound(delivery, self._w.select(delivery, CLAIMED))
        )

    async def delivery(self, delivery_id: str) -> Delivery | None:
        async def read() -> Delivery | None:
            row = await delivery_row(self._w, delivery_id)
            if row is None:
                return None
            # A row of a delivery that does not fit its seal raises; none is from before a stop.
            await self._w.seals.behind(delivery, row)
            return thing(Delivery, row)

        return await self._w.memo.once(("delivery", delivery_id), (delivery,), read)

    async def deliveries(self, owner: str, kind: Kind) -> Sequence[Delivery]:
        newest = self._w.where(delivery, order=("-not_before", "id"), owner=owner, kind=kind)
        return each_thing(Delivery, await self._w.sound(delivery, newest))

    async def lines_left(self, slots: str) -> Collection[str]:
        left = (delivery.c.kind == Kind.SPONSOR_LINE, delivery.c.state == DeliveryState.SENT)
        mine = delivery.c.slot.startswith(slots, autoescape=True)
        rows = await self._w.sound(delivery, self._w.select(delivery, *left, mine))
        return {row.owner for row in rows}

    async def not_sent(self, to: str, since: datetime) -> Sequence[Delivery]:
        rows = await not_sent_rows(self._w, to, since)
        return each_thing(Delivery, await self._w.fitting(delivery, rows))

    async def around(self, to: str, since: datetime) -> Sequence[Delivery]:
        near = AROUND.filled(to=to, since=since)
        return each_thing(Delivery, await self._w.sound(delivery, near))

    async def settle(
        self,
        delivery_id: str,
        state: DeliveryState,
        at: datetime,
        reason: str | None = None,
        *,
        by: str | None = None,
    ) -> None:
        if by is None:
            await self._let_go(delivery_id, by, state=state, settled_at=at, reason=reason)
            return
        mine = {"id": delivery_id, "claimed_by": by}
        settled = SETTLING.filled(**mine, state=state, settled_at=at, reason=reason)
        if not await self._w.change(settled):
            raise ValueError("not claimed")

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

    async def put_off(self, delivery_id: str, until: datetime) -> bool:
        planned = self._w.update(delivery, delivery.c.id == delivery_id, PLANNED)
        wanted = literal(until, delivery.c.due_at.type)
        later = case((delivery.c.due_at < wanted, wanted), else_=delivery.c.due_at)
        return bool(await self._w.change(planned.values(due_at=later)))

    async def release(self, delivery_ids: Collection[str], *, by: str | None = None) -> None:
        untried = self._w.update(
            delivery,
            delivery.c.id.in_(delivery_ids),
            delivery.c.begun_at.is_(None),
            _claimed_by(by),
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

    async def try_writing(self) -> None:
        probe, now = f"ready.{secrets.token_hex(8)}", datetime.now(UTC)
        if self._w.dialect == "sqlite":
            # Only what needs new pages of the file meets a disk that is full.
            probe += "." * MORE_THAN_A_PAGE
        await self._w.save(worker, {"id": probe, "seen_at": now})
        await self._w.change(self._w.delete(worker, worker.c.id == probe))

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
        return int((await self._w.execute(ended)).scalar_one())

    async def overdue(self, before: datetime) -> Behind:
        late = select(func.count(), func.min(delivery.c.due_at))
        mine = late.where(delivery.c.organisation == self._w.organisation, PLANNED)
        row = (await self._w.execute(mine.where(delivery.c.due_at <= before))).one()
        return Behind(row[0], row[1])

    def _due(self, now: datetime) -> ColumnElement[bool]:
        return (
            (delivery.c.organisation == self._w.organisation) & PLANNED & (delivery.c.due_at <= now)
        )

    async def _let_go(self, delivery_id: str, by: str | None, **values: object) -> None:
        claimed = self._w.update(delivery, delivery.c.id == delivery_id, _claimed_by(by))
        if not await self._w.change(claimed.values(**values)):
            raise ValueError("not claimed")


def _claimed_by(by: str | None) -> ColumnElement[bool]:
    return CLAIMED if by is None else CLAIMED & (delivery.c.claimed_by == by)
