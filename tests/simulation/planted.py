"""Faults that somebody could build in: the simulation is worth what it catches of them."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from bot import delivering, engine, outgoing
from bot.chat import Deleted
from bot.delivering import BATCH, Deliveries
from bot.domain.consent import Grant, Purpose
from bot.domain.delivery import DeliveryState
from bot.domain.rhythm import Occurrence
from bot.handlers import consent, edits, privacy
from bot.ports import NotSent, Unknown
from storage import memory, memory_sides
from storage.memory_outbox import MemoryOutbox
from storage.memory_retention import MemoryRetention

Plant = Callable[[pytest.MonkeyPatch], None]
EVER = datetime(2000, 1, 1, tzinfo=UTC), datetime(2100, 1, 1, tzinfo=UTC)


class _RolledBackError(Exception):
    pass


def a_claim_is_not_committed_before_the_send(patch: pytest.MonkeyPatch) -> None:
    async def only_read(road: Any) -> Any:
        claimed: Any = []
        try:
            async with road._store.transaction() as tx:
                claimed = await tx.claim(road._clock.now(), BATCH)
                raise _RolledBackError
        except _RolledBackError:
            return claimed

    patch.setattr(Deliveries, "_claim", only_read)


def the_window_is_not_looked_at_anew(patch: pytest.MonkeyPatch) -> None:
    _look_away(patch, lambda delivery: True)


def a_retry_may_leave_whenever_it_is_ready(patch: pytest.MonkeyPatch) -> None:
    """The end of the window counts neither when it is tried again nor when it leaves."""
    _look_away(patch, lambda delivery: delivery.attempts > 0)

    async def tomorrow(road: Any, tx: Any, delivery: Any, reason: str, *_: Any) -> None:
        await tx.retry(delivery.id, road._clock.now() + timedelta(hours=5), reason)

    patch.setattr(Deliveries, "_again_or_never", tomorrow)


def _look_away(patch: pytest.MonkeyPatch, when: Callable[[Any], bool]) -> None:
    real = outgoing.compose

    async def composed(tx: Any, delivery: Any, *rest: Any) -> Any:
        if not when(delivery):
            return await real(tx, delivery, *rest)
        with pytest.MonkeyPatch.context() as inner:
            inner.setattr(outgoing, "window_on", lambda _, day: Occurrence(day, *EVER))
            always = replace(delivery, not_before=EVER[0], not_after=EVER[1])
            return await real(tx, always, *rest)

    patch.setattr(delivering, "compose", composed)


def what_was_tried_is_let_go_of(patch: pytest.MonkeyPatch) -> None:
    real = Deliveries._deliver_or_set_aside

    async def tried(road: Any, delivery: Any) -> int:
        sent = await real(road, delivery)
        if road._begun and road._unsettled:
            async with road._store.transaction() as tx:
                await tx.release([delivery.id])
        return sent

    patch.setattr(Deliveries, "_deliver_or_set_aside", tried)


def recovery_simply_sends_again(patch: pytest.MonkeyPatch) -> None:
    async def again(road: Any, delivery: Any) -> None:
        async with road._store.transaction() as tx:
            await road._settle(tx, delivery, NotSent("again", timedelta(0)), None)

    patch.setattr(Deliveries, "_reconcile", again)


def an_unknown_outcome_counts_as_not_sent(patch: pytest.MonkeyPatch) -> None:
    real = Deliveries._send

    async def guessed(*arguments: Any) -> Any:
        outcome = await real(*arguments)
        again = NotSent("guessed", timedelta(0))
        return again if isinstance(outcome, Unknown) else outcome

    patch.setattr(Deliveries, "_send", guessed)


def a_stop_is_only_words(patch: pytest.MonkeyPatch) -> None:
    async def nothing(*_: object) -> None:
        return None

    patch.setattr(consent, "withdraw_all", nothing)


def a_pause_is_only_words(patch: pytest.MonkeyPatch) -> None:
    async def nothing(*_: object) -> None:
        return None

    patch.setattr(privacy, "_set_pause", nothing)


def consent_is_not_asked(patch: pytest.MonkeyPatch) -> None:
    def anything_goes(ledger: Any, purpose: Purpose, *_: object) -> Grant | None:
        return Grant(purpose, ledger[-1]) if ledger else None

    patch.setattr(outgoing, "live", anything_goes)


def nobody_waits_for_anybody(patch: pytest.MonkeyPatch) -> None:
    @asynccontextmanager
    async def open_door(*_: object) -> AsyncIterator[None]:
        yield

    patch.setattr(memory.MemoryStore, "holding", open_door)


def a_repeated_event_counts_again(patch: pytest.MonkeyPatch) -> None:
    async def always_new(*_: object) -> bool:
        return True

    patch.setattr(engine, "_is_new", always_new)


def a_deletion_is_not_remembered(patch: pytest.MonkeyPatch) -> None:
    real = engine._is_new

    async def forgetful(tx: Any, event: Any, now: datetime) -> bool:
        if isinstance(event.what, Deleted):
            return bool(await tx.first_time(event.sender, event.id, now))
        return await real(tx, event, now)

    patch.setattr(engine, "_is_new", forgetful)


def the_edit_that_arrives_last_wins(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(edits, "edited_at", lambda scene: None)


def every_claim_plans_once_more(patch: pytest.MonkeyPatch) -> None:
    real = Deliveries._plan_following

    async def again(road: Any, tx: Any, delivery: Any, now: datetime) -> None:
        await real(road, tx, replace(delivery, reason=None), now)

    patch.setattr(Deliveries, "_plan_following", again)


def the_next_one_is_not_planned(patch: pytest.MonkeyPatch) -> None:
    async def nothing(*_: object) -> None:
        return None

    patch.setattr(Deliveries, "_plan_following", nothing)


def retry_after_is_not_read(patch: pytest.MonkeyPatch) -> None:
    real = Deliveries._again_or_never

    async def at_once(
        road: Any, tx: Any, delivery: Any, reason: str, after: Any, now: datetime
    ) -> None:
        soon = timedelta(0) if after is not None else None
        await real(road, tx, delivery, reason, soon, now)

    patch.setattr(Deliveries, "_again_or_never", at_once)


def what_was_sent_is_not_written_down(patch: pytest.MonkeyPatch) -> None:
    real = MemoryOutbox.settle

    async def lost(box: Any, delivery_id: str, state: Any, *rest: Any) -> None:
        if state is not DeliveryState.SENT:
            await real(box, delivery_id, state, *rest)

    patch.setattr(MemoryOutbox, "settle", lost)


def what_is_claimed_can_be_claimed_again(patch: pytest.MonkeyPatch) -> None:
    def open_ones(box: Any) -> Any:
        either = (DeliveryState.PLANNED, DeliveryState.CLAIMED)
        return [d for d in box._t.deliveries.values() if d.state in either]

    patch.setattr(MemoryOutbox, "_planned", open_ones)


def a_lost_claim_is_not_looked_for(patch: pytest.MonkeyPatch) -> None:
    real = Deliveries._claim

    async def shrugs(road: Any) -> Any:
        before = road._unsettled
        try:
            return await real(road)
        except Exception:
            road._unsettled = before
            raise

    patch.setattr(Deliveries, "_claim", shrugs)


def an_erase_leaves_what_was_planned(patch: pytest.MonkeyPatch) -> None:
    real = MemoryRetention._remove_content

    def leaves(box: Any, engagement_id: str) -> None:
        kept = {k: d for k, d in box._t.deliveries.items() if d.owner == engagement_id}
        real(box, engagement_id)
        box._t.deliveries.update(kept)

    patch.setattr(MemoryRetention, "_remove_content", leaves)


def a_digest_forgets_what_it_carried(patch: pytest.MonkeyPatch) -> None:
    async def nothing(*_: object, **__: object) -> None:
        return None

    patch.setattr(memory_sides.MemoryCoachSide, "shared_in", nothing)


FAULTS: tuple[Plant, ...] = (
    a_claim_is_not_committed_before_the_send,
    the_window_is_not_looked_at_anew,
    a_retry_may_leave_whenever_it_is_ready,
    what_was_tried_is_let_go_of,
    recovery_simply_sends_again,
    an_unknown_outcome_counts_as_not_sent,
    a_stop_is_only_words,
    a_pause_is_only_words,
    consent_is_not_asked,
    nobody_waits_for_anybody,
    a_repeated_event_counts_again,
    a_deletion_is_not_remembered,
    the_edit_that_arrives_last_wins,
    every_claim_plans_once_more,
    the_next_one_is_not_planned,
    retry_after_is_not_read,
    what_was_sent_is_not_written_down,
    what_is_claimed_can_be_claimed_again,
    a_lost_claim_is_not_looked_for,
    an_erase_leaves_what_was_planned,
    a_digest_forgets_what_it_carried,
)
