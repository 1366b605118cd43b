"""The histories are only worth what they catch: each fault here is planted, and must be found."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any

import pytest

from bot.delivery import claim, gate, kinds
from bot.delivery.settle import Settling
from bot.domain.consent import Grant, Purpose
from bot.domain.delivery import Delivery
from bot.domain.rhythm import Occurrence, Rhythm, window_on
from bot.domain.share import SharedItem
from bot.domain.words import Words
from bot.handlers import coaching, consent, privacy, sharing
from bot.inbound import events
from bot.ports import NotSent
from bot.rules import planning
from tests.memory_store import sides, store
from tests.proofs.catching import must_be_caught

Plant = Callable[[pytest.MonkeyPatch], None]


def consent_is_not_asked(patch: pytest.MonkeyPatch) -> None:
    def anything_goes(ledger: Any, purpose: Purpose, *_: object) -> Grant | None:
        return Grant(purpose, ledger[-1]) if ledger else None

    patch.setattr(gate, "live", anything_goes)
    patch.setattr(gate, "allowed", anything_goes)


def a_stop_is_only_words(patch: pytest.MonkeyPatch) -> None:
    async def nothing(*_: object) -> None:
        return None

    patch.setattr(consent, "withdraw_all", nothing)


def a_pause_is_only_words(patch: pytest.MonkeyPatch) -> None:
    async def nothing(*_: object) -> None:
        return None

    patch.setattr(privacy, "_set_pause", nothing)


def the_window_stays_open(patch: pytest.MonkeyPatch) -> None:
    """In the plan, and where the hour is looked at once more before anything leaves."""
    planned = planning.at_occurrence

    def late(*args: Any) -> Delivery:
        delivery = planned(*args)
        return replace(delivery, not_after=delivery.not_after + timedelta(days=1))

    def later(rhythm: Rhythm, day: date) -> Occurrence | None:
        found = window_on(rhythm, day)
        return found and replace(found, not_after=found.not_after + timedelta(days=1))

    patch.setattr(planning, "at_occurrence", late)
    patch.setattr(claim, "at_occurrence", late)
    patch.setattr(gate, "window_on", later)


def a_crash_is_simply_tried_again(patch: pytest.MonkeyPatch) -> None:
    async def again(settling: Any, delivery: Delivery, *_: object) -> bool:
        await settling.settle(delivery, NotSent("again", timedelta(0)))
        return True

    patch.setattr(Settling, "reconcile", again)


def a_repeated_event_counts_again(patch: pytest.MonkeyPatch) -> None:
    async def always_new(*_: object) -> bool:
        return True

    patch.setattr(events, "_is_new", always_new)


def the_coach_reads_everything(patch: pytest.MonkeyPatch) -> None:
    async def all_of_it(self: Any, coach_id: str, *_: Any, **__: Any) -> list[SharedItem]:
        mine = [e.id for e in self._t.engagements.values() if e.coach_id == coach_id]
        return [
            SharedItem(
                share_id=a.id,
                engagement_id=a.engagement_id,
                client_name=Words("?"),
                heading=Words(""),
                body=a.words,
                approved_at=a.at,
                until=a.until,
                purpose=Purpose.SHARE_WORDS,
                new=True,
            )
            for a in self._t.answers.values()
            if a.engagement_id in mine and a.words is not None
        ]

    patch.setattr(sides.MemoryCoachSide, "shared_with", all_of_it)


def a_digest_forgets_what_it_carried(patch: pytest.MonkeyPatch) -> None:
    async def nothing(*_: object, **__: object) -> None:
        return None

    patch.setattr(sides.MemoryCoachSide, "shared_in", nothing)


def what_is_taken_back_stays_in_the_digest(patch: pytest.MonkeyPatch) -> None:
    async def nothing(*_: object) -> int:
        return 0

    patch.setattr(sharing, "plan_amends", nothing)


def an_edit_shows_what_is_there_and_more(patch: pytest.MonkeyPatch) -> None:
    real = sides.MemoryCoachSide.shared_with

    async def whatever_is_shared(self: Any, coach_id: str, now: datetime, **narrowed: Any) -> Any:
        if narrowed.get("shown_in") is not None:
            narrowed = {"since": now - timedelta(days=99)}
        return await real(self, coach_id, now, **narrowed)

    patch.setattr(sides.MemoryCoachSide, "shared_with", whatever_is_shared)


def a_changed_mind_does_not_reach_the_digest(patch: pytest.MonkeyPatch) -> None:
    async def nothing(*_: object) -> None:
        return None

    async def all_of_them(tx: Any, items: Any, now: datetime) -> Any:
        return list(items)

    patch.setattr(sides.MemoryClientSide, "withhold", nothing)
    patch.setattr(kinds, "still_allowed", all_of_them)
    patch.setattr(coaching, "still_allowed", all_of_them)


def nobody_waits_for_anybody(patch: pytest.MonkeyPatch) -> None:
    @asynccontextmanager
    async def open_door(*_: object) -> AsyncIterator[None]:
        yield

    patch.setattr(store.MemoryStore, "locked", open_door)


FAULTS: list[Plant] = [
    consent_is_not_asked,
    a_stop_is_only_words,
    a_pause_is_only_words,
    the_window_stays_open,
    a_crash_is_simply_tried_again,
    a_repeated_event_counts_again,
    the_coach_reads_everything,
    a_digest_forgets_what_it_carried,
    what_is_taken_back_stays_in_the_digest,
    an_edit_shows_what_is_there_and_more,
    a_changed_mind_does_not_reach_the_digest,
    nobody_waits_for_anybody,
]


@pytest.mark.parametrize("plant", FAULTS, ids=lambda plant: plant.__name__)
def test_a_planted_fault_is_caught(plant: Plant, monkeypatch: pytest.MonkeyPatch) -> None:
    plant(monkeypatch)
    must_be_caught()
