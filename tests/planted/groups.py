"""Faults in how a group leaves: locked, begun and settled together, each for themselves."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from datetime import datetime
from typing import Any

import pytest

from bot.delivery.settle_together import SettlingTogether
from bot.delivery.together import SendingTogether
from bot.domain.delivery import DeliveryState
from bot.ports import NotSent, Sent
from tests.memory_store.outbox import MemoryOutbox
from tests.memory_store.store import MemoryStore
from tests.memory_store.together import MemoryTogether


def the_people_of_a_group_are_not_locked(patch: pytest.MonkeyPatch) -> None:
    async def released() -> None:
        return None

    async def all_of_them(_: Any, keys: Any) -> Any:
        return dict.fromkeys(keys, released)

    patch.setattr(MemoryStore, "lock_free", all_of_them)


def a_group_begins_before_it_is_locked(patch: pytest.MonkeyPatch) -> None:
    """Whoever is at work for somebody meanwhile is not waited for."""

    async def begun(road: Any, turn: Any, workspace: str, keys: Any) -> Any:
        group = [one for one in turn if one.id in keys]
        if len(group) < 2:
            return {}
        found = await road._beginning.begin(group, workspace, keys)
        await road._locked(group, keys)
        return {one.id: found.get(one.id) for one in group}

    patch.setattr(SendingTogether, "_begun", begun)


def what_one_of_a_group_was_refused_counts_as_sent(patch: pytest.MonkeyPatch) -> None:
    real = SettlingTogether.settle

    async def all_sent(end: Any, delivery: Any, outcome: Any, *rest: Any) -> None:
        sent = Sent(delivery.id) if isinstance(outcome, NotSent) else outcome
        await real(end, delivery, sent, *rest)

    patch.setattr(SettlingTogether, "settle", all_sent)


def all_that_began_are_settled_with_the_first(patch: pytest.MonkeyPatch) -> None:
    """Who was not sent to yet counts as sent once one of their group has left."""
    real = MemoryOutbox.settle

    async def whatever(box: Any, ids: Collection[str], at: datetime, *, by: str) -> None:
        begun = [d for d in await box.claimed() if d.claimed_by == by and d.begun_at is not None]
        for one in {*ids, *(d.id for d in begun)}:
            await real(box, one, DeliveryState.SENT, at, by=by)

    patch.setattr(MemoryTogether, "settle_sent", whatever)


def a_group_begins_after_it_was_sent(patch: pytest.MonkeyPatch) -> None:
    """Its beginning is not saved, so that a crash leaves no trace of what may have left."""
    real = MemoryOutbox.begin

    async def forgotten(box: Any, ids: Any, by: str, at: datetime) -> Any:
        mine = await real(box, ids, by, at)
        for one in mine if len(mine) > 1 else ():
            box._t.deliveries[one] = replace(box._t.deliveries[one], begun_at=None)
        return mine

    patch.setattr(MemoryOutbox, "begin", forgotten)
