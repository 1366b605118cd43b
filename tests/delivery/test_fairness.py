"""A storm, outage or limit of one workspace does not delay the others."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field
from datetime import datetime, timedelta

import pytest

from bot.chat import Message
from bot.delivery.lanes import Lanes
from bot.domain.delivery import DeliveryState
from bot.domain.pace import Pace
from bot.domain.people import Address
from bot.ports import NotSent, Outcome
from tests.fakes import FakePlatform
from tests.memory_store.store import MemoryStore
from tests.world import World, joined

SECOND = timedelta(seconds=1)


@dataclass
class Busy(FakePlatform):
    """A platform on which some workspaces hang or are told to wait. It counts every attempt."""

    hangs: set[str] = field(default_factory=set)
    let_go: asyncio.Event = field(default_factory=asyncio.Event)
    waits: dict[str, timedelta] = field(default_factory=dict)
    attempts: list[tuple[str, datetime]] = field(default_factory=list)

    async def send(self, to: Address, message: Message, reference: str) -> Outcome:
        self.attempts.append((to.workspace, self.clock.now()))
        if to.workspace in self.hangs:
            await self.let_go.wait()
        wait = self.waits.get(to.workspace)
        if wait is not None:
            return NotSent("rate_limited", wait, for_all=True)
        return await super().send(to, message, reference)

    def came(self, workspace: str) -> int:
        return sum(arrival.to.workspace == workspace for arrival in self.arrived)

    def tried(self, workspace: str) -> int:
        return sum(where == workspace for where, _ in self.attempts)


async def all_due(lanes: Lanes, **clients: int) -> tuple[World, Busy]:
    """Makes this many clients in each workspace, with all check-ins due now."""
    world = World(lanes=lanes)
    platform = Busy(world.clock)
    for workspace, count in clients.items():
        for number in range(count):
            await joined(
                world,
                client=f"client-{number}",
                coach=f"coach-{number}",
                workspace=workspace,
            )
    due = await world.bot.deliveries.next_due()
    assert due is not None
    world.clock.at = due + timedelta(minutes=1)
    world.platform = platform
    world.bot = world._start()
    return world, platform


async def test_a_platform_that_hangs_for_one_workspace_delays_no_other() -> None:
    world, platform = await all_due(Lanes(at_once=4, patience=2.0), stuck=3, well=3)
    platform.hangs = {"stuck"}
    assert await world.bot.tick() == 3
    assert (platform.came("well"), platform.came("stuck"), platform.tried("stuck")) == (3, 0, 1)
    assert await world.bot.tick() == 0
    assert platform.tried("stuck") == 1
    platform.let_go.set()
    assert await world.bot.deliveries.at_rest() == 3
    assert platform.came("stuck") == 3


@pytest.mark.parametrize("lanes", [Lanes(), Lanes(at_once=4, width=2)], ids=["one", "many"])
async def test_a_limit_closes_one_workspace_for_as_long_as_it_says(lanes: Lanes) -> None:
    world, platform = await all_due(lanes, limited=6, well=2)
    platform.waits = {"limited": 10 * SECOND}
    assert await world.bot.tick() == 2
    first = platform.tried("limited")
    assert first <= 2
    world.clock.at += 9 * SECOND
    await world.bot.tick()
    assert platform.tried("limited") == first
    platform.waits.clear()
    world.clock.at += 60 * SECOND
    await world.bot.tick()
    assert platform.came("limited") == 6


async def test_a_workspace_keeps_its_pace_and_the_rest_leaves_in_later_rounds() -> None:
    world, platform = await all_due(Lanes(), paced=9)
    platform.pace = Pace(per_second=1, burst=3)
    came = []
    for _ in range(8):
        await world.bot.tick()
        came.append(platform.came("paced"))
        world.clock.at += SECOND
    assert came == [3, 4, 5, 6, 7, 8, 9, 9]


async def test_an_app_that_was_removed_gets_nothing_until_it_is_back() -> None:
    world, platform = await all_due(Lanes(), gone=2, well=1)
    where = Address(platform.platform, "gone", "")
    await world.bot.events.left(where)
    assert await world.bot.tick() == 1
    assert platform.tried("gone") == 0
    store = world.store
    assert isinstance(store, MemoryStore)
    withheld = [d for d in store._tables.deliveries.values() if d.reason == "app_removed"]
    assert {d.state for d in withheld} == {DeliveryState.WITHHELD}
    await world.bot.events.returned(where)
    while not platform.came("gone"):
        assert await world.skip()
    assert world.clock.now() < withheld[0].due_at + timedelta(days=8)


async def test_people_of_a_removed_app_are_erased_after_the_grace_days() -> None:
    world, platform = await all_due(Lanes(), gone=2, well=1)
    await world.bot.events.left(Address(platform.platform, "gone", ""))
    store = world.store
    assert isinstance(store, MemoryStore)

    def clients() -> set[str]:
        known = {engagement.client_id for engagement in store._tables.engagements.values()}
        return {store._tables.people[one].address.workspace for one in known}

    world.clock.at += timedelta(days=world.settings.grace_days) - timedelta(hours=1)
    await world.bot.tick()
    assert clients() == {"gone", "well"}
    world.clock.at += timedelta(hours=2)
    await world.bot.tick()
    assert clients() == {"well"}
