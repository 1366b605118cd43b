"""SQL for the pace of each workspace, for the workers, and for who sends the alarm."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, func, or_, select

from bot.domain.delivery import Delivery, DeliveryState
from bot.domain.halting.halt import Halt
from bot.domain.pace import Lane
from bot.domain.people import Address
from storage.sql.port import SqlPort
from storage.sql.rows import each_thing, thing
from storage.sql.schema import alarm, delivery, halt, lane, worker
from storage.sql.seals.leaves import note_leave, note_return

FORGOTTEN_AFTER = timedelta(days=1)


class SqlLanes(SqlPort):
    async def lane(self, workspace: str, *, lock: bool = False) -> Lane:
        """Returns the lane of a workspace. `lock` locks it until the end of the transaction."""
        if lock:
            await self._w.add(lane, {"workspace": workspace})
        row = await self._w.first(self._w.where(lane, lock=lock, workspace=workspace))
        return thing(Lane, row) if row else Lane(workspace)

    async def close_lane(self, workspace: str, now: datetime, until: datetime) -> None:
        known = await self.lane(workspace, lock=True)
        if known.closed(now) and known.closed_until is not None:
            until = max(until, known.closed_until)
        await self._save_lane(workspace, closed_at=now, closed_until=until)

    async def closed_until(self, workspace: str, now: datetime) -> datetime | None:
        known = await self.lane(workspace)
        return known.closed_until if known.closed(now) else None

    async def halt(self) -> Halt | None:
        rows = await self._w.all(self._w.where(halt))
        return thing(Halt, rows[0]) if rows else None

    async def leave(self, workspace: Address, at: datetime) -> None:
        name = self._w.workspace(workspace)
        known = await self.lane(name, lock=True)
        await note_leave(self._w.seals, name, at)
        await self._save_lane(name, left_at=known.left_at or at)

    async def come_back(self, workspace: Address) -> None:
        name = self._w.workspace(workspace)
        await note_return(self._w.seals, name)
        await self._save_lane(name, left_at=None)

    async def note_leaves(self) -> None:
        """Notes, once in a database's life, the leaves that an earlier version stored."""
        for row in await self._w.all(self._w.select(lane, lane.c.left_at.is_not(None))):
            await note_leave(self._w.seals, row.workspace, row.left_at)

    async def left_at(self, workspace: Address) -> datetime | None:
        return (await self.lane(self._w.workspace(workspace))).left_at

    async def beat(self, worker_id: str, now: datetime) -> None:
        await self._w.save(worker, {"id": worker_id, "seen_at": self._now(now)})
        old = worker.c.seen_at < self._now(now, FORGOTTEN_AFTER)
        await self._w.change(self._w.delete(worker, old))

    async def lease_alarm(self, worker_id: str, now: datetime, lapses: timedelta) -> bool:
        mine = {"held_by": worker_id, "held_at": self._now(now)}
        lapsed = or_(alarm.c.held_at <= self._now(now, lapses), alarm.c.held_at > self._now(now))
        free = or_(alarm.c.held_by == worker_id, lapsed)
        row = {"organisation": self._w.organisation, **mine}
        taken = (
            self._w.insert(alarm)
            .values(row)
            .on_conflict_do_update(index_elements=["organisation"], set_=mine, where=free)
        )
        return bool(await self._w.change(taken.execution_options(preserve_rowcount=True)))

    async def abandoned(self, now: datetime, silent_for: timedelta) -> Sequence[Delivery]:
        alive = select(worker.c.id).where(
            worker.c.organisation == self._w.organisation,
            worker.c.seen_at >= self._now(now, silent_for),
        )
        nobodys = or_(delivery.c.claimed_by.is_(None), delivery.c.claimed_by.not_in(alive))
        claimed = self._w.select(
            delivery,
            delivery.c.state == DeliveryState.CLAIMED,
            delivery.c.claimed_at <= now - silent_for,
            nobodys,
        )
        return each_thing(Delivery, await self._w.all(claimed))

    async def _save_lane(self, workspace: str, **values: Any) -> None:
        await self._w.save(lane, {"workspace": workspace} | values)

    def _now(self, now: datetime, ago: timedelta = timedelta(0)) -> ColumnElement[Any] | datetime:
        """Returns the time of the database, which all workers share; on SQLite `now`."""
        if self._w.dialect == "sqlite":
            return now - ago
        return func.clock_timestamp() - ago
