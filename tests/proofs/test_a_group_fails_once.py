"""Each call fails once while a group is sent: to the database, the key store and the platform.

Three check-ins begin in one commit and leave side by side. For every N the N-th call fails, once as
an error and once as the death of the process. Then everything works again.
"""

from __future__ import annotations

import os
import shutil
import sqlite3
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy.exc import OperationalError

from bot.delivery.lanes import Lanes
from bot.domain.delivery import Delivery, DeliveryState, Kind
from bot.domain.people import Address
from storage import OpenedStore, open_store
from tests.engines import sqlite_without_threads
from tests.proofs.crashes import Crash
from tests.proofs.resting import rests
from tests.proofs.test_every_call_fails_once import Faults, failing
from tests.world import World, joined

LONG = os.environ.get("TESTS_HISTORIES") == "long"
NAMES = ("one", "two", "three")
# How far the calls that fail are apart; the long form (make simulate) tries all of them.
APART = {"database is locked": 1 if LONG else 2, "crash": 1 if LONG else 3}
MOST = 400


@dataclass
class Dying(Faults):
    """The process dies at the call with the number `fails_at`."""

    def call(self, what: str) -> None:
        self.calls += 1
        if self.calls >= self.fails_at and (self.fired or self.calls == self.fails_at):
            self.fired.append(what)
            raise Crash


@pytest.fixture(autouse=True)
def _at_once() -> Iterator[None]:
    with sqlite_without_threads():
        yield


@pytest.fixture
async def template(tmp_path: Path) -> tuple[Path, datetime]:
    """A store with three clients, and the moment at which all of their check-ins are due."""
    folder = tmp_path / "template"
    opened = await open_store(folder, None, "org")
    world = World(opened.store)
    for name in NAMES:
        await joined(world, f"C {name}", f"K {name}", client=name, coach=f"k-{name}")
    due = await world.bot.deliveries.next_due()
    assert due is not None
    await opened.close()
    return folder, due + timedelta(minutes=1)


@asynccontextmanager
async def again(template: tuple[Path, datetime], number: int) -> AsyncIterator[Group]:
    folder, at = template
    place = folder.parent / "now"
    shutil.rmtree(place, ignore_errors=True)
    shutil.copytree(folder, place)
    opened = await open_store(place, None, "org")
    world = World(opened.store, seed=1000 + number, lanes=Lanes(width=3, batch=3))
    world.clock.at = at
    try:
        yield Group(world, opened)
    finally:
        await opened.close()


@dataclass
class Group:
    world: World
    opened: OpenedStore

    async def ends(self) -> dict[str, Delivery]:
        """The check-ins that were due, by the client's name."""
        found = {}
        async with self.opened.store.transaction() as tx:
            for name in NAMES:
                person = await tx.person_at(Address("local", "local", name))
                (engagement,) = await tx.engagements_of(person.id) if person else ()
                past = await tx.deliveries(engagement.id, Kind.CHECK_IN)
                (found[name],) = [d for d in past if d.not_before <= self.world.clock.now()]
        return found


@pytest.mark.parametrize("trouble", APART)
async def test_each_of_a_group_comes_at_most_once_whichever_call_fails(
    trouble: str, template: tuple[Path, datetime]
) -> None:
    failed: list[str] = []
    for number in range(1, MOST, APART[trouble]):
        faults = Dying(number) if trouble == "crash" else Faults(number, trouble)
        async with again(template, number) as group:
            with failing(group.opened, group.world.platform, faults):
                try:
                    await group.world.bot.tick()
                except (Crash, sqlite3.OperationalError, OperationalError):
                    assert faults.fired
            if trouble == "crash":
                await group.world.restart()
            await rests(group.world)
            came = [a.to.user for a in group.world.platform.arrived]
            ends = await group.ends()
        where = f"call {number}: {faults.fired[:1]}"
        for name, end in ends.items():
            assert came.count(name) <= 1, where
            assert end.state in (DeliveryState.SENT, DeliveryState.UNCONFIRMED), (where, end.state)
            assert (end.state is DeliveryState.SENT) <= (name in came), where
        assert sorted(ends) == sorted(NAMES)
        # Only who was being sent to may be missed: a request whose effect nobody knows.
        missed = [name for name in NAMES if name not in came]
        assert not missed or faults.fired[0] == "send before", (where, missed)
        if not faults.fired:
            break
        failed += faults.fired[:1]
    assert {"statement", "commit"} < set(failed)
    assert any(what.startswith("send") for what in failed)
    assert len(failed) < MOST / APART[trouble] - 1
