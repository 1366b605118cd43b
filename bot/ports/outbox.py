"""What is due: planned once, claimed by one, settled once; many at a time."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime, timedelta
from typing import Protocol

from bot.domain.consent import Decided, Purpose
from bot.domain.delivery import Delivery, DeliveryState, Kind
from bot.domain.engagement import Engagement
from bot.domain.pace import Pace
from bot.domain.people import Address
from bot.domain.retention import Behind
from bot.domain.rhythm import Rhythm


class Outbox(Protocol):
    async def plan(self, delivery: Delivery) -> bool:
        """False, and nothing changes, when (to, owner, kind, slot) was planned before."""

    async def unplan(self, owner: str, kind: Kind | None = None) -> None:
        """Removes what is still only planned; what was claimed or settled stays."""

    async def workspaces_due(self, now: datetime) -> Sequence[str]:
        """Where something is due: "platform:keyed digest" each, or "" where it is not known.

        Those that have waited longest come first.
        """

    async def claim(
        self,
        now: datetime,
        limit: int,
        workspace: str | None = None,
        *,
        by: str = "",
        pace: Pace | None = None,
    ) -> Sequence[Delivery]:
        """Marks up to `limit` planned deliveries with `due_at <= now` as claimed, oldest first.

        Only those of one `workspace` where it is named: then no more than `pace` allows, and of
        messages only while the platform lets any in (`close_lane`). `by` is the worker's own id.
        """

    async def begin(self, delivery_id: str, by: str, at: datetime) -> bool:
        """Notes that it is about to leave. False when `by` has it no longer: then it must not."""

    async def close_lane(self, workspace: str, now: datetime, until: datetime) -> None:
        """The platform wants no message for this workspace before `until`, from any worker."""

    async def leave(self, workspace: Address, at: datetime) -> None:
        """The app was removed there: see `Desk.left`."""

    async def come_back(self, workspace: Address) -> None: ...

    async def left_at(self, workspace: Address) -> datetime | None: ...

    async def beat(self, worker: str, now: datetime) -> None:
        """This worker lives. By the database's own clock, where it has one."""

    async def lease_alarm(self, worker: str, now: datetime, lapses: timedelta) -> bool:
        """Whether this worker is to tell the operator: nobody else has asked within `lapses`.

        Who has it keeps it by asking again; a time yet to come says nothing, for a clock was set
        back. By the database's own clock, where it has one.
        """

    async def abandoned(self, now: datetime, silent_for: timedelta) -> Sequence[Delivery]:
        """What was claimed by workers that have not been heard of for so long."""

    async def claimed(self) -> Sequence[Delivery]:
        """What was claimed and never settled, whoever has it."""

    async def delivery(self, delivery_id: str) -> Delivery | None: ...

    async def deliveries(self, owner: str, kind: Kind) -> Sequence[Delivery]:
        """Newest `not_before` first."""

    async def settle(
        self,
        delivery_id: str,
        state: DeliveryState,
        at: datetime,
        reason: str | None = None,
        *,
        by: str | None = None,
    ) -> None:
        """Ends a claimed delivery. Raises ValueError when it is not claimed, or not by `by`."""

    async def retry(
        self, delivery_id: str, due_at: datetime, reason: str, *, by: str | None = None
    ) -> None:
        """Puts a claimed delivery, known not to have left, back to planned; counts an attempt.

        Raises ValueError like `settle`.
        """

    async def put_off(self, delivery_id: str, until: datetime) -> bool:
        """It is not due before `until`. False, and nothing changes, where it is not planned."""

    async def release(self, delivery_ids: Collection[str], *, by: str | None = None) -> None:
        """Puts claimed deliveries back to planned (`RELEASED`), of which nothing has been tried."""

    async def seize(self, delivery: Delivery, by: str) -> bool:
        """Takes a claimed delivery from whoever it was found with; False where that has changed."""

    async def closed_until(self, workspace: str, now: datetime) -> datetime | None:
        """Until when the platform wants no message for this workspace; None where it does."""

    async def next_due(self) -> datetime | None: ...

    async def has_sent(self, since: datetime) -> bool:
        """Whether anybody sent anything since then (UTC)."""

    async def set_aside(self, since: datetime) -> int:
        """How many deliveries that were due after `since` (UTC) ended without having arrived."""

    async def overdue(self, before: datetime) -> Behind:
        """What was due `before` (UTC) and nobody has claimed, and since when at the longest."""


class ClaimBatch(Protocol):
    """Reads and writes for everything that one claim returned, in a few statements."""

    async def engagements(self, ids: Collection[str]) -> Mapping[str, Engagement]: ...

    async def rhythms(self, owners: Collection[str]) -> Mapping[str, Rhythm]:
        """The rhythms that count, by owner."""

    async def decisions(
        self, chains: Collection[str], purposes: Collection[Purpose]
    ) -> Mapping[str, Sequence[Decided]]:
        """What was decided about these purposes, oldest first; being asked decides nothing.

        A chain with a decision that cannot be read has none here. Whether an entry is in its place
        is looked at where the whole ledger is read, at the moment of sending.
        """

    async def plan_many(self, deliveries: Sequence[Delivery]) -> Collection[str]:
        """As `plan`, one after the other; the ids of those that were not planned before."""

    async def settle_many(
        self, delivery_ids: Collection[str], state: DeliveryState, at: datetime, reason: str
    ) -> None:
        """Ends claimed deliveries, all for one reason. ValueError when one is not claimed."""
