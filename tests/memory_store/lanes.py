"""Roads, workers, and what was accepted, in memory."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from operator import attrgetter

from bot.chat import Event
from bot.domain.delivery import Delivery, DeliveryState
from bot.domain.halting.halt import Halt
from bot.domain.pace import Lane
from bot.domain.people import Address
from bot.ports import CLOCKS_APART, Taken, one_by_one
from tests.memory_store.tables import Memory


class MemoryLanes(Memory):
    def lane(self, workspace: str) -> Lane:
        return self._t.lanes.get(workspace, Lane(workspace))

    async def close_lane(self, workspace: str, now: datetime, until: datetime) -> None:
        known = self.lane(workspace)
        if known.closed(now) and known.closed_until is not None:
            until = max(until, known.closed_until)
        self._t.lanes[workspace] = replace(known, closed_at=now, closed_until=until)

    async def closed_until(self, workspace: str, now: datetime) -> datetime | None:
        known = self.lane(workspace)
        return known.closed_until if known.closed(now) else None

    async def halt(self) -> Halt | None:
        return self._t.halts.get("last")

    async def leave(self, workspace: Address, at: datetime) -> None:
        known = self.lane(self.workspace(workspace))
        self._t.lanes[known.workspace] = replace(known, left_at=known.left_at or at)

    async def come_back(self, workspace: Address) -> None:
        known = self.lane(self.workspace(workspace))
        self._t.lanes[known.workspace] = replace(known, left_at=None)

    async def left_at(self, workspace: Address) -> datetime | None:
        return self.lane(self.workspace(workspace)).left_at

    async def beat(self, worker: str, now: datetime) -> None:
        self._t.workers[worker] = now

    async def lease_alarm(self, worker: str, now: datetime, lapses: timedelta) -> bool:
        by, at = self._t.alarm.get("held", (worker, now))
        if by != worker and now - lapses < at <= now:
            return False
        self._t.alarm["held"] = worker, now
        return True

    async def abandoned(self, now: datetime, silent_for: timedelta) -> Sequence[Delivery]:
        alive = {worker for worker, at in self._t.workers.items() if at >= now - silent_for}
        return [
            d
            for d in self._t.deliveries.values()
            if d.state is DeliveryState.CLAIMED
            and d.claimed_by not in alive
            and d.claimed_at is not None
            and d.claimed_at <= now - silent_for
        ]

    async def take_in(self, events: Sequence[Event], at: datetime) -> None:
        for event, when in zip(events, one_by_one(len(events), at), strict=True):
            if not any(_same(taken.event, event) for taken in self._t.inbox.values()):
                number = max(self._t.inbox, default=0) + 1
                self._t.inbox[number] = Taken(number, event, when, handled=False, tries=0)

    async def next_taken(self, chat_key: str) -> Taken | None:
        for number, taken in sorted(self._t.inbox.items()):
            if taken.event.sender.chat_key == chat_key:
                self._t.inbox[number] = replace(taken, tries=taken.tries + 1)
                return taken
        return None

    async def take(self, event: Event, accepted: datetime) -> int | None:
        mine = [
            t for t in self._t.inbox.values() if t.event.sender.chat_key == event.sender.chat_key
        ]
        first = min(mine, key=attrgetter("number"), default=None)
        if first is None or (first.at, first.handled, first.tries) != (accepted, False, 0):
            return None
        if not _same(first.event, event):
            return None
        await self.note_handled(first.number)
        return first.number

    async def still_counts(self, person_id: str, accepted: datetime, now: datetime) -> bool:
        self._event = person_id, accepted
        ended = self._t.ended.get(person_id, accepted)
        return accepted + CLOCKS_APART >= ended or now < ended

    async def note_handled(self, number: int) -> None:
        self._t.inbox[number] = replace(self._t.inbox[number], handled=True)

    async def drop_taken(self, *numbers: int) -> None:
        for number in numbers:
            self._t.inbox.pop(number, None)

    async def chats_waiting(self, before: datetime, limit: int) -> Sequence[str]:
        waiting = [t for _, t in sorted(self._t.inbox.items()) if t.at <= before]
        return list(dict.fromkeys(t.event.sender.chat_key for t in waiting))[:limit]


def _same(one: Event, other: Event) -> bool:
    return (one.id, one.sender.platform, one.sender.workspace) == (
        other.id,
        other.sender.platform,
        other.sender.workspace,
    )
