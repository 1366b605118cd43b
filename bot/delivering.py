"""What leaves by itself: claimed, composed behind the gate, sent once, settled.

Claim and commit come before the call, settling after it; what is unknown is never sent again.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime, timedelta

import structlog

from bot.amending import FIRST_RETRY, Amends, note_posted
from bot.domain.delivery import Delivery, DeliveryState, Kind
from bot.domain.people import Dialogue
from bot.handlers.planning import plan_next, plan_reminder
from bot.metrics import METRICS
from bot.outgoing import Covered, Held, compose
from bot.ports import (
    Adapter,
    Chance,
    Clock,
    DamagedError,
    NotSent,
    Outcome,
    Sent,
    Store,
    Transaction,
    Unknown,
)
from bot.settings import Settings
from bot.watching import Pulse

BATCH = 500
MOST_TRIES = 8
MOST_EDITS = 1_000
LONGEST_WAIT = timedelta(hours=2)
BROKE = "broke"

log = structlog.get_logger()


class Deliveries:
    """The second road: everything that is due, one person at a time."""

    def __init__(
        self,
        store: Store,
        adapters: Mapping[str, Adapter],
        clock: Clock,
        chance: Chance,
        settings: Settings,
        pulse: Pulse,
    ) -> None:
        self._store = store
        self._pulse = pulse
        self._stopping = False
        self._unsettled = False
        self._begun = False
        self._heard: dict[str, Outcome] = {}
        self._adapters = adapters
        self._clock = clock
        self._chance = chance
        self._settings = settings
        self._amends = Amends(store, adapters, clock)

    async def send_due(self) -> int:
        """Sends what is due now and may leave; returns how many messages left.

        What broke on the way is settled or looked for first, as after a crash.
        """
        sent = 0
        if self._unsettled:
            await self.recover()
        while not self._stopping and (claimed := await self._claim()):
            for number, delivery in enumerate(claimed):
                if self._stopping:
                    await self._release(claimed[number:])
                    break
                sent += await self._deliver_or_set_aside(delivery)
        return sent

    def stop(self) -> None:
        """Claims nothing more; the message under way is finished, the others are let go of."""
        self._stopping = True

    async def recover(self) -> int:
        """Settles what a dead process had claimed; returns how many those were.

        What cannot be looked for now stays claimed, and is looked for with the next tick.
        """
        async with self._store.transaction() as tx:
            left = await tx.claimed()
        self._unsettled = False
        for delivery in left:
            try:
                await self._reconcile(delivery)
            except Exception as problem:
                METRICS.failed("delivery")
                log.error("not_looked_for", error=type(problem).__name__)
                self._unsettled = True
        return len(left)

    async def _deliver_or_set_aside(self, delivery: Delivery) -> int:
        """One delivery that cannot be worked with holds up no other."""
        self._begun = False
        try:
            return await self._deliver(delivery)
        except Exception as problem:
            METRICS.failed("delivery")
            kind, error = delivery.kind.value, type(problem).__name__
            log.error("delivery_broke", kind=kind, error=error)
        if self._begun:
            # It may have left: it is looked for, and never simply sent again.
            self._unsettled = True
            return 0
        try:
            async with self._store.transaction() as tx:
                await self._again_or_never(tx, delivery, BROKE, FIRST_RETRY, self._clock.now())
        except Exception as problem:
            log.error("not_set_aside", error=type(problem).__name__)
            self._unsettled = True
        return 0

    async def _claim(self) -> list[Delivery]:
        """Claimed and committed before anything is sent; the next occurrence with it.

        A commit of which nothing was heard may have been one: then what is claimed is looked for.
        """
        now = self._clock.now()
        try:
            async with self._store.transaction() as tx:
                claimed = await tx.claim(now, BATCH)
                for delivery in claimed:
                    await self._plan_following(tx, delivery, now)
        except Exception:
            self._unsettled = True
            raise
        return list(claimed)

    async def _release(self, untried: list[Delivery]) -> None:
        async with self._store.transaction() as tx:
            await tx.release([delivery.id for delivery in untried])

    async def _plan_following(self, tx: Transaction, delivery: Delivery, now: datetime) -> None:
        """Once: what has a reason was claimed before, and what follows it was planned then."""
        if delivery.kind not in (Kind.CHECK_IN, Kind.DIGEST) or delivery.reason is not None:
            return
        rhythm = await tx.rhythm(delivery.owner)
        if rhythm is None:
            return
        engagement = await tx.engagement(delivery.owner)
        last_day = engagement.ends_on if engagement else None
        if engagement is not None and delivery.kind is Kind.CHECK_IN:
            await plan_reminder(tx, self._chance, engagement, rhythm, delivery)
        after = max(now, delivery.not_after)
        await plan_next(tx, self._chance, delivery.kind, delivery.to, rhythm, after, last_day)

    async def _deliver(self, delivery: Delivery) -> int:
        async with self._store.holding(await self._place_of(delivery)):
            if delivery.kind is Kind.AMEND:
                outcome = await self._amends.outcome(delivery)
                async with self._store.transaction() as tx:
                    await self._settle(tx, delivery, outcome, None)
                return 0
            composed = await self._composed(delivery)
            if isinstance(composed, Held):
                async with self._store.transaction() as tx:
                    await self._hold(tx, delivery, composed)
                return 0
            self._begun = True
            outcome = await self._send(delivery, composed)
            self._note(outcome)
            if isinstance(outcome, Unknown):
                # It may have left: it is looked for, and never simply sent again.
                self._unsettled = True
                return 0
            self._heard[delivery.id] = outcome
            async with self._store.transaction() as tx:
                await self._settle(tx, delivery, outcome, composed)
            del self._heard[delivery.id]
        return 1 if isinstance(outcome, Sent) else 0

    async def _hold(self, tx: Transaction, delivery: Delivery, held: Held) -> None:
        if held.until is not None:
            await tx.retry(delivery.id, held.until, held.reason)
            return
        await tx.settle(delivery.id, held.state, self._clock.now(), held.reason)
        if held.state is not DeliveryState.NOT_DELIVERED:
            await _let_go_of_note(tx, delivery)

    async def _place_of(self, delivery: Delivery) -> str:
        """Whom to hold. Who cannot be read will get nothing, and is held by their id."""
        async with self._store.transaction() as tx:
            try:
                person = await tx.person(delivery.to)
            except DamagedError:
                person = None
        return person.address.place if person else delivery.to

    async def _composed(self, delivery: Delivery) -> Covered | Held:
        """What cannot be composed does not leave, and holds up nothing else."""
        now = self._clock.now()
        try:
            async with self._store.transaction() as tx:
                composed = await compose(tx, delivery, now, self._settings)
                if isinstance(composed, Covered):
                    await tx.shared_in(composed.shares, delivery.id, now, seen=composed.seen)
                return composed
        except DamagedError:
            METRICS.failed("delivery")
            log.error("not_composed", kind=delivery.kind.value)
            return Held(DeliveryState.NOT_DELIVERED, "not_composed")

    async def _send(self, delivery: Delivery, composed: Covered) -> Outcome:
        adapter = self._adapters.get(composed.to.address.platform)
        if adapter is None:
            return NotSent("no_adapter")
        try:
            return await adapter.send(composed.to.address, composed.message, delivery.id)
        except Exception as problem:
            METRICS.failed("adapter")
            log.error("adapter_raised", error=type(problem).__name__)
            return Unknown("raised")

    def _note(self, outcome: Outcome) -> None:
        """A refusal that is no use to repeat says something of one person, not of the platform."""
        match outcome:
            case Sent():
                self._pulse.left()
            case Unknown() | NotSent(_, timedelta()):
                self._pulse.held_up()

    async def _settle(
        self, tx: Transaction, delivery: Delivery, outcome: Outcome, composed: Covered | None
    ) -> None:
        now = self._clock.now()
        match outcome:
            case Sent(message):
                await tx.settle(delivery.id, DeliveryState.SENT, now)
                await _let_go_of_note(tx, delivery)
                if delivery.kind is Kind.DIGEST:
                    await note_posted(tx, delivery.to, delivery.id, message, now)
                if composed is not None and composed.dialogue is not None:
                    await _await_answer(tx, composed.to.id, composed.dialogue, now)
            case NotSent(reason, retry_after):
                await tx.not_shared_in(delivery.id)
                await self._again_or_never(tx, delivery, reason, retry_after, now)
            case _:
                await tx.settle(delivery.id, DeliveryState.UNCONFIRMED, now, outcome.reason)
                await _let_go_of_note(tx, delivery)
                log.warning("delivery_unconfirmed", kind=delivery.kind.value)

    async def _again_or_never(
        self,
        tx: Transaction,
        delivery: Delivery,
        reason: str,
        retry_after: timedelta | None,
        now: datetime,
    ) -> None:
        # Words that were taken back are taken out however long that takes.
        most = MOST_EDITS if delivery.kind is Kind.AMEND else MOST_TRIES
        if retry_after is not None and delivery.attempts + 1 < most:
            backoff = min(LONGEST_WAIT, FIRST_RETRY * 2 ** min(delivery.attempts, MOST_TRIES))
            due_at = now + max(retry_after, backoff)
            if due_at < delivery.not_after:
                await tx.retry(delivery.id, due_at, reason)
                return
        await tx.settle(delivery.id, DeliveryState.NOT_DELIVERED, now, reason)
        METRICS.failed("delivery")
        log.error("delivery_failed", kind=delivery.kind.value, reason=reason)

    async def _reconcile(self, delivery: Delivery) -> None:
        """What a platform has answered, and could not be written down, is still known here."""
        if delivery.id in self._heard:
            async with self._store.transaction() as tx:
                await self._settle(tx, delivery, self._heard[delivery.id], None)
            del self._heard[delivery.id]
            return
        async with self._store.transaction() as tx:
            person = await tx.person(delivery.to)
        adapter = self._adapters.get(person.address.platform) if person else None
        if person is None or adapter is None:
            outcome: Outcome = NotSent("gone")
        elif delivery.kind is Kind.AMEND:
            outcome = NotSent("interrupted")
        else:
            outcome = await adapter.find(person.address, delivery.id)
        if isinstance(outcome, NotSent) and person is not None and adapter is not None:
            outcome = NotSent("interrupted", timedelta(0))
        async with self._store.transaction() as tx:
            await self._settle(tx, delivery, outcome, None)


async def _let_go_of_note(tx: Transaction, delivery: Delivery) -> None:
    """Its words are kept no longer than they wait. What could not be delivered is told first."""
    if delivery.kind is Kind.NOTE and delivery.subject:
        await tx.remove_note(delivery.owner, delivery.subject)


async def _await_answer(tx: Transaction, person_id: str, dialogue: Dialogue, now: datetime) -> None:
    person = await tx.person(person_id)
    if person is not None:
        before = person.dialogue
        kept = replace(dialogue, heard_at=before.heard_at, zone_asked=before.zone_asked)
        await tx.save_person(replace(person, dialogue=kept), now)
