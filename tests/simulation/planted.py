"""Faults that somebody could build in: the simulation is worth what it catches of them."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from bot.chat import Deleted
from bot.delivery import claim, deliveries, gate, send, settle
from bot.delivery.attempts import Attempts
from bot.delivery.deliveries import Deliveries
from bot.delivery.send import Sending
from bot.delivery.settle import Settling
from bot.domain.consent import Grant, Purpose
from bot.domain.delivery import Delivery, DeliveryState
from bot.domain.pace import Lane
from bot.domain.rhythm import Occurrence
from bot.handlers import consent, edits, privacy
from bot.inbound import events
from bot.inbound.inbox import InboxWorker
from bot.ports import NotSent, Unknown
from tests.memory_store import sides, store
from tests.memory_store.lanes import MemoryLanes
from tests.memory_store.outbox import MemoryOutbox
from tests.memory_store.retention import MemoryRetention

Plant = Callable[[pytest.MonkeyPatch], None]
EVER = datetime(2000, 1, 1, tzinfo=UTC), datetime(2100, 1, 1, tzinfo=UTC)


class _RolledBackError(Exception):
    pass


def a_claim_is_not_committed_before_the_send(patch: pytest.MonkeyPatch) -> None:
    async def only_read(road: Any, workspace: str) -> Any:
        claimed: Any = []
        try:
            async with road._store.transaction() as tx:
                claimed = await tx.claim(road._clock.now(), 500, workspace, by=road.worker)
                raise _RolledBackError
        except _RolledBackError:
            return claimed or None

    patch.setattr(Deliveries, "_claim", only_read)
    begin_is_not_asked(patch)


def begin_is_not_asked(patch: pytest.MonkeyPatch) -> None:
    """Whoever has claimed it sends it, whoever has it by now."""
    real = MemoryOutbox.begin

    async def always(box: Any, *arguments: Any) -> bool:
        await real(box, *arguments)
        return True

    patch.setattr(MemoryOutbox, "begin", always)


def a_claim_is_seized_from_a_living_worker(patch: pytest.MonkeyPatch) -> None:
    async def whatever(box: Any, *_: object) -> Any:
        return await box.claimed()

    patch.setattr(MemoryLanes, "abandoned", whatever)


def the_lane_is_not_closed(patch: pytest.MonkeyPatch) -> None:
    async def nothing(*_: object) -> None:
        return None

    patch.setattr(Settling, "_close", nothing)


def a_closed_lane_is_not_looked_at(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(Lane, "closed", lambda lane, now: False)


def who_stood_still_sends(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(settle, "SENDS_WITHIN", timedelta(days=1))


def what_is_not_found_at_once_never_was(patch: pytest.MonkeyPatch) -> None:
    """A history lags, and nobody waits for it."""
    patch.setattr(settle, "HISTORY_LAG", timedelta(0))


def what_was_accepted_is_let_go_of_before_it_is_handled(patch: pytest.MonkeyPatch) -> None:
    """Behind the back of whoever looks on; where nothing fails in between, nobody can tell."""
    real = InboxWorker._one

    async def first_dropped(receiving: Any, taken: Any) -> None:
        async with receiving._store._inner.transaction() as tx:
            await tx.drop_taken(taken.number)
        await real(receiving, taken)

    async def anyhow(*_: object) -> None:
        return None

    patch.setattr(InboxWorker, "_one", first_dropped)
    patch.setattr(MemoryLanes, "note_handled", anyhow)


def what_was_handled_is_handled_again(patch: pytest.MonkeyPatch) -> None:
    """After a crash between the two, and the event itself is not remembered either."""

    async def not_noted(*_: object) -> None:
        return None

    patch.setattr(MemoryLanes, "note_handled", not_noted)
    a_repeated_event_counts_again(patch)


def what_was_interrupted_is_passed_over(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(InboxWorker, "_interrupted", lambda receiving, taken: [])


def the_window_is_not_looked_at_anew(patch: pytest.MonkeyPatch) -> None:
    _look_away(patch, lambda delivery: True)


def a_retry_may_leave_whenever_it_is_ready(patch: pytest.MonkeyPatch) -> None:
    """The end of the window counts neither when it is tried again nor when it leaves."""
    _look_away(patch, lambda delivery: delivery.attempts > 0)

    async def tomorrow(end: Any, tx: Any, delivery: Any, reason: str, *_: Any) -> None:
        later = end._clock.now() + timedelta(hours=5)
        await tx.retry(delivery.id, later, reason, by=end._worker)

    patch.setattr(Settling, "_again_or_never", tomorrow)


def _look_away(patch: pytest.MonkeyPatch, when: Callable[[Any], bool]) -> None:
    real = gate.compose
    patch.setattr(claim, "may_not_leave", lambda *_: None)

    async def composed(tx: Any, delivery: Any, *rest: Any) -> Any:
        if not when(delivery):
            return await real(tx, delivery, *rest)
        with pytest.MonkeyPatch.context() as inner:
            inner.setattr(gate, "window_on", lambda _, day: Occurrence(day, *EVER))
            always = replace(delivery, not_before=EVER[0], not_after=EVER[1])
            return await real(tx, always, *rest)

    patch.setattr(send, "compose", composed)


def what_was_tried_is_let_go_of(patch: pytest.MonkeyPatch) -> None:
    """As if nothing had been tried: it is free for whoever comes."""
    real = MemoryOutbox.release

    async def whatever(box: Any, ids: Any, **named: Any) -> None:
        for one in ids:
            found = box._t.deliveries.get(one)
            if found is not None:
                box._t.deliveries[one] = replace(found, begun_at=None)
        await real(box, ids, **named)

    patch.setattr(Delivery, "tried", property(lambda delivery: False))
    patch.setattr(MemoryOutbox, "release", whatever)


def recovery_simply_sends_again(patch: pytest.MonkeyPatch) -> None:
    async def again(end: Any, delivery: Any, *_: object) -> bool:
        await end.settle(delivery, NotSent("again", timedelta(0)))
        return True

    patch.setattr(Settling, "reconcile", again)


def an_unknown_outcome_counts_as_not_sent(patch: pytest.MonkeyPatch) -> None:
    real = Sending._sent

    async def guessed(*arguments: Any) -> Any:
        outcome = await real(*arguments)
        again = NotSent("guessed", timedelta(0))
        return again if isinstance(outcome, Unknown) else outcome

    patch.setattr(Sending, "_sent", guessed)


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

    patch.setattr(gate, "live", anything_goes)
    patch.setattr(gate, "allowed", anything_goes)


def nobody_waits_for_anybody(patch: pytest.MonkeyPatch) -> None:
    @asynccontextmanager
    async def open_door(*_: object) -> AsyncIterator[None]:
        yield

    patch.setattr(store.MemoryStore, "locked", open_door)


def a_repeated_event_counts_again(patch: pytest.MonkeyPatch) -> None:
    async def always_new(*_: object) -> bool:
        return True

    patch.setattr(events, "_is_new", always_new)


def a_deletion_is_not_remembered(patch: pytest.MonkeyPatch) -> None:
    real = events._is_new

    async def forgetful(tx: Any, event: Any, now: datetime) -> bool:
        if isinstance(event.what, Deleted):
            return bool(await tx.first_time(event.sender, event.id, now))
        return await real(tx, event, now)

    patch.setattr(events, "_is_new", forgetful)


def the_edit_that_arrives_last_wins(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(edits, "edited_at", lambda conversation: None)


def every_claim_plans_once_more(patch: pytest.MonkeyPatch) -> None:
    async def again(tx: Any, chance: Any, claimed: Any, now: datetime) -> Any:
        fresh = [replace(one, reason=None) for one in claimed]
        waiting = {one.id for one in await claim.follow(tx, chance, fresh, now)}
        return [one for one in claimed if one.id in waiting]

    patch.setattr(deliveries, "follow", again)


def the_next_one_is_not_planned(patch: pytest.MonkeyPatch) -> None:
    async def nothing(*_: object) -> None:
        return None

    patch.setattr(claim, "_plan", nothing)


def retry_after_is_not_read(patch: pytest.MonkeyPatch) -> None:
    real = Settling._again_or_never

    async def at_once(
        end: Any, tx: Any, delivery: Any, reason: str, after: Any, now: datetime
    ) -> None:
        soon = timedelta(0) if after is not None else None
        await real(end, tx, delivery, reason, soon, now)

    patch.setattr(Settling, "_again_or_never", at_once)


def what_was_sent_is_not_written_down(patch: pytest.MonkeyPatch) -> None:
    real = MemoryOutbox.settle

    async def lost(box: Any, delivery_id: str, state: Any, *rest: Any, **named: Any) -> None:
        if state is not DeliveryState.SENT:
            await real(box, delivery_id, state, *rest, **named)

    patch.setattr(MemoryOutbox, "settle", lost)


def what_is_claimed_can_be_claimed_again(patch: pytest.MonkeyPatch) -> None:
    def open_ones(box: Any) -> Any:
        either = (DeliveryState.PLANNED, DeliveryState.CLAIMED)
        return [d for d in box._t.deliveries.values() if d.state in either]

    patch.setattr(MemoryOutbox, "_planned", open_ones)


def a_lost_claim_is_not_looked_for(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(Attempts, "note_unheard_claim", lambda attempts: None)


def an_erase_leaves_what_was_planned(patch: pytest.MonkeyPatch) -> None:
    real = MemoryRetention.erase_client

    async def leaves(box: Any, client_id: str, at: datetime) -> None:
        kept = {k: d for k, d in box._t.deliveries.items() if d.to == client_id}
        await real(box, client_id, at)
        box._t.deliveries.update(kept)

    patch.setattr(MemoryRetention, "erase_client", leaves)


def a_digest_forgets_what_it_carried(patch: pytest.MonkeyPatch) -> None:
    async def nothing(*_: object, **__: object) -> None:
        return None

    patch.setattr(sides.MemoryCoachSide, "shared_in", nothing)


FAULTS: tuple[Plant, ...] = (
    a_claim_is_not_committed_before_the_send,
    begin_is_not_asked,
    a_claim_is_seized_from_a_living_worker,
    the_lane_is_not_closed,
    a_closed_lane_is_not_looked_at,
    who_stood_still_sends,
    what_is_not_found_at_once_never_was,
    what_was_accepted_is_let_go_of_before_it_is_handled,
    what_was_handled_is_handled_again,
    what_was_interrupted_is_passed_over,
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
