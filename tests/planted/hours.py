"""Faults in when a delivery leaves: its window, its retries and the next one."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from bot.delivery import begin, claim, deliveries, gate, settle
from bot.delivery.settle import Settling
from bot.domain.delivery import Delivery
from bot.domain.rhythm import Obeys, Occurrence, Rhythm, open_on
from bot.rules import plan_again, plan_notes, planning

EVER = datetime(2000, 1, 1, tzinfo=UTC), datetime(2100, 1, 1, tzinfo=UTC)


def the_window_stays_open(patch: pytest.MonkeyPatch) -> None:
    """A window ends a day later, in the plan and at the gate."""
    planned = planning.at_occurrence

    def late(*args: Any) -> Delivery:
        delivery = planned(*args)
        return replace(delivery, not_after=delivery.not_after + timedelta(days=1))

    def later(rhythm: Rhythm, day: date, obeys: Obeys) -> list[Occurrence]:
        found = open_on(rhythm, day, obeys)
        return [replace(one, not_after=one.not_after + timedelta(days=1)) for one in found]

    for module in (planning, plan_again, plan_notes, claim):
        patch.setattr(module, "at_occurrence", late)
    patch.setattr(gate, "open_on", later)


def two_messages_come_within_the_hour(patch: pytest.MonkeyPatch) -> None:
    async def at_once(*_: Any) -> None:
        return None

    patch.setattr(gate, "waits_until", at_once)


def the_window_is_not_checked_again(patch: pytest.MonkeyPatch) -> None:
    _look_away(patch, lambda delivery: True)


def a_retry_may_leave_whenever_it_is_ready(patch: pytest.MonkeyPatch) -> None:
    """A retry ignores the end of its window, when it is planned and when it leaves."""
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
            inner.setattr(gate, "open_on", lambda _, day, obeys: [Occurrence(day, *EVER)])
            always = replace(delivery, not_before=EVER[0], not_after=EVER[1])
            return await real(tx, always, *rest)

    patch.setattr(begin, "compose", composed)


def a_worker_that_stood_still_sends(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(settle, "SENDS_WITHIN", timedelta(days=1))


def every_claim_plans_the_next_one_again(patch: pytest.MonkeyPatch) -> None:
    async def again(tx: Any, chance: Any, claimed: Any, now: datetime) -> Any:
        fresh = [replace(one, reason=None) for one in claimed]
        waiting = {one.id for one in await claim.plan_next_and_filter(tx, chance, fresh, now)}
        return [one for one in claimed if one.id in waiting]

    patch.setattr(deliveries, "plan_next_and_filter", again)


def the_next_occurrence_is_not_planned(patch: pytest.MonkeyPatch) -> None:
    async def nothing(*_: object) -> None:
        return None

    patch.setattr(claim, "_plan", nothing)
