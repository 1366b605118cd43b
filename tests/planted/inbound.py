"""Faults in how an event is taken: once, in order, and one person at a time."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import datetime
from typing import Any

import pytest

from bot.chat import Deleted
from bot.handlers import edits
from bot.inbound import events, new_events
from bot.inbound.inbox import InboxWorker
from tests.memory_store import store
from tests.memory_store.lanes import MemoryLanes


def an_accepted_event_is_dropped_before_it_is_handled(patch: pytest.MonkeyPatch) -> None:
    """An event leaves the inbox before it is handled. Only a failure in between shows this."""
    real = InboxWorker._one

    async def first_dropped(receiving: Any, taken: Any) -> None:
        async with receiving._store._inner.transaction() as tx:
            await tx.drop_taken(taken.number)
        await real(receiving, taken)

    async def anyhow(*_: object) -> None:
        return None

    async def never_at_once(*_: object) -> int:
        return 0

    patch.setattr(InboxWorker, "_accepted", never_at_once)
    patch.setattr(InboxWorker, "_one", first_dropped)
    patch.setattr(MemoryLanes, "note_handled", anyhow)


def a_handled_event_is_handled_again(patch: pytest.MonkeyPatch) -> None:
    """An event is not noted as handled, nor remembered by its id."""

    async def not_noted(*_: object) -> None:
        return None

    patch.setattr(MemoryLanes, "note_handled", not_noted)
    a_repeated_event_counts_again(patch)


def the_short_road_takes_what_was_handled(patch: pytest.MonkeyPatch) -> None:
    """It looks neither whether an event was handled or tried before, nor at its id."""

    async def again(box: Any, event: Any, accepted: datetime) -> int | None:
        mine = [
            number
            for number, taken in box._t.inbox.items()
            if (taken.event.sender, taken.event.id) == (event.sender, event.id)
        ]
        for number in mine:
            await box.note_handled(number)
        return mine[0] if mine else None

    patch.setattr(MemoryLanes, "take", again)
    a_repeated_event_counts_again(patch)


def an_interrupted_event_is_not_answered(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(InboxWorker, "_interrupted", lambda receiving, taken: [])


def a_repeated_event_counts_again(patch: pytest.MonkeyPatch) -> None:
    async def always_new(*_: object) -> bool:
        return True

    patch.setattr(events, "is_new", always_new)


def a_deletion_is_not_remembered(patch: pytest.MonkeyPatch) -> None:
    real = new_events.is_new

    async def forgetful(tx: Any, event: Any, now: datetime) -> bool:
        if isinstance(event.what, Deleted):
            return bool(await tx.first_time(event.sender, event.id, now))
        return await real(tx, event, now)

    patch.setattr(events, "is_new", forgetful)


def the_edit_that_arrives_last_wins(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(edits, "edited_at", lambda conversation: None)


def people_are_not_locked(patch: pytest.MonkeyPatch) -> None:
    @asynccontextmanager
    async def open_door(*_: object) -> AsyncIterator[None]:
        yield

    patch.setattr(store.MemoryStore, "locked", open_door)
