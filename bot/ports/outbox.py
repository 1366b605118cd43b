"""The port for deliveries: each is planned once, claimed by one worker and settled once."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime, timedelta
from typing import Protocol

from bot.domain.consent import Decided, Entry, Purpose
from bot.domain.delivery import Delivery, DeliveryState, Kind
from bot.domain.engagement import Engagement
from bot.domain.halting.halt import Halt
from bot.domain.pace import Pace
from bot.domain.people import Address
from bot.domain.retention import Behind
from bot.domain.rhythm import Rhythm


class Outbox(Protocol):
    async def plan(self, delivery: Delivery) -> bool:
        """Plans a delivery.

        Returns False and changes nothing if (to, owner, kind, slot) was planned before.
        """

    async def unplan(self, owner: str, kind: Kind | None = None) -> None:
        """Removes planned deliveries. Claimed and settled ones stay."""

    async def workspaces_due(self, now: datetime) -> Sequence[str]:
        """The workspaces with something due, those that waited longest first.

        Each is "platform:keyed hash", or "" if the workspace is not known. `now` is UTC.
        """

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
        """Claims up to `limit` planned deliveries with `due_at <= now` (UTC), oldest first.

        With `workspace`, only those of that workspace: no more than `pace` allows, and no messages
        while the platform refuses them (see `close_lane`). `by` is the worker's id. With `ended`,
        only those whose window is over (`not_after <= now`).
        """

    async def begin(self, delivery_ids: Collection[str], by: str, at: datetime) -> Collection[str]:
        """Notes that the worker is about to send these. Returns those of which `by` has the claim.

        Do not send the others.
        """

    async def close_lane(self, workspace: str, now: datetime, until: datetime) -> None:
        """Notes that the platform accepts no message for this workspace before `until` (UTC)."""

    async def halt(self) -> Halt | None:
        """The organisation's last halt, in force or not; None if there never was one.

        It reads one row, and nothing about a person.
        """

    async def leave(self, workspace: Address, at: datetime) -> None:
        """Notes that the app was removed from the workspace (see `Desk.left`)."""

    async def come_back(self, workspace: Address) -> None: ...

    async def left_at(self, workspace: Address) -> datetime | None: ...

    async def beat(self, worker: str, now: datetime) -> None:
        """Notes a heartbeat of this worker, by the database's own clock if it has one."""

    async def lease_alarm(self, worker: str, now: datetime, lapses: timedelta) -> bool:
        """True if this worker should alert the operator, because no other has asked within
        `lapses`.

        The worker keeps this right by asking again. A stored time in the future is ignored, because
        a clock was set back. It uses the database's own clock if it has one.
        """

    async def abandoned(self, now: datetime, silent_for: timedelta) -> Sequence[Delivery]:
        """The claimed deliveries of workers without a heartbeat for `silent_for`."""

    async def claimed(self) -> Sequence[Delivery]:
        """All deliveries that are claimed and not settled, by any worker."""

    async def delivery(self, delivery_id: str) -> Delivery | None: ...

    async def deliveries(self, owner: str, kind: Kind) -> Sequence[Delivery]:
        """An owner's deliveries of one kind, newest `not_before` first."""

    async def lines_left(self, slots: str) -> Collection[str]:
        """The engagements of which a line for a sponsor has left, in a slot that begins so."""

    async def not_sent(self, to: str, since: datetime) -> Sequence[Delivery]:
        """This person's deliveries that ended after `since` (UTC) without leaving, oldest first."""

    async def around(self, to: str, since: datetime) -> Sequence[Delivery]:
        """This person's messages that left after `since` (UTC) or may have, and those planned.

        Edits are no messages, and of the planned ones only those count that ask again later.
        """

    async def settle(
        self,
        delivery_id: str,
        state: DeliveryState,
        at: datetime,
        reason: str | None = None,
        *,
        by: str | None = None,
    ) -> None:
        """Ends a claimed delivery. Raises ValueError if it is not claimed, or not by `by`."""

    async def retry(
        self, delivery_id: str, due_at: datetime, reason: str, *, by: str | None = None
    ) -> None:
        """Plans a claimed delivery again that certainly did not leave, and counts an attempt.

        Raises ValueError like `settle`.
        """

    async def put_off(self, delivery_id: str, until: datetime) -> bool:
        """Moves `due_at` to `until` (UTC) or later.

        Returns False and changes nothing if it is not planned.
        """

    async def release(self, delivery_ids: Collection[str], *, by: str | None = None) -> None:
        """Plans claimed deliveries again (reason `RELEASED`) of which nothing was tried."""

    async def seize(self, delivery: Delivery, by: str) -> bool:
        """Moves the claim of `delivery` to `by`.

        Returns False if the claim has changed since it was read.
        """

    async def closed_until(self, workspace: str, now: datetime) -> datetime | None:
        """Until when (UTC) the platform accepts no message for this workspace.

        None if it accepts them.
        """

    async def next_due(self) -> datetime | None: ...

    async def try_writing(self) -> None:
        """Writes something that means nothing, and removes it; saved like all of the transaction.

        Raises whatever a claim would raise where nothing can be written.
        """

    async def has_sent(self, since: datetime) -> bool:
        """True if any worker sent something since `since` (UTC)."""

    async def set_aside(self, since: datetime) -> int:
        """Counts deliveries that were due after `since` (UTC) and ended without arriving."""

    async def overdue(self, before: datetime) -> Behind:
        """Counts deliveries that were due before `before` (UTC) and nobody claimed, and the oldest
        due time.
        """


class ClaimBatch(Protocol):
    """Reads and writes about many at once, in a few statements: what one claim returned, or what
    one digest shows.
    """

    async def engagements(self, ids: Collection[str]) -> Mapping[str, Engagement]: ...

    async def with_ledgers(
        self, ids: Collection[str]
    ) -> Mapping[str, tuple[Engagement, Sequence[Entry]]]:
        """These engagements by id, each with its whole ledger, oldest first, checked like `ledger`.

        Leaves out one that is damaged, or whose ledger is.
        """

    async def rhythms(self, owners: Collection[str]) -> Mapping[str, Rhythm]:
        """The confirmed rhythms, by owner."""

    async def decisions(
        self, chains: Collection[str], purposes: Collection[Purpose]
    ) -> Mapping[str, Sequence[Decided]]:
        """The decisions about these purposes by chain, oldest first. Being asked is not a decision.

        A chain with an unreadable decision has none here. This does not check the chain's hashes:
        the gate does, when it reads the whole ledger before sending.
        """

    async def plan_many(self, deliveries: Sequence[Delivery]) -> Collection[str]:
        """Plans each like `plan`. Returns the ids of those that were not planned before."""

    async def settle_many(
        self, delivery_ids: Collection[str], state: DeliveryState, at: datetime, reason: str
    ) -> None:
        """Ends claimed deliveries for one reason. Raises ValueError if one is not claimed."""
