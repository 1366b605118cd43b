"""A storm: thousands of check-ins over 200 tenants, through the real core and its lanes.

The fake Bot Connector answers 429 at random, for one chat or a whole tenant, keeps Microsoft's
limits of each chat, and sometimes accepts a message without an answer. It checks that nobody calls
during a Retry-After. The clock moves from one due time to the next.
"""

from __future__ import annotations

import os
import random
import time
from collections import Counter, defaultdict
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

import storage.sql.engine
from bot.delivery.lanes import Lanes
from bot.domain.people import Address
from bot.ports import Store
from bot.run.bot import Bot
from bot.settings import Settings
from tests.adapters.teams.connector_peer import Fault
from tests.adapters.teams.crowd import enrol
from tests.adapters.teams.support import Teams, chat_of, teams
from tests.databases import any_store
from tests.fakes import FakeClock, SeededChance

TENANTS = 200
LONG = os.environ.get("TESTS_HISTORIES") == "long"
STORE = "sqlite" if LONG else "memory"
EACH = 13 if LONG else 1
DAYS = 4  # after which somebody who never answers is left in peace
MIDNIGHT = datetime(2026, 11, 24, 0, 0, tzinfo=UTC)
NINE, DAY = 9 * 3600.0, 24 * 3600.0
LIMITED, LOST = 0.1, 0.02
TICK, SECOND = timedelta(seconds=0.1), timedelta(seconds=1)
# Seconds that a calm tenant's messages take at its own pace, and one more.
LATEST = 1.0 + EACH / 30


@dataclass
class Weather:
    """Random faults of the connector. Half of the tenants never have any."""

    clock: FakeClock
    chance: random.Random = field(default_factory=lambda: random.Random(7))
    until: dict[str, tuple[float, float]] = field(default_factory=dict)
    arrived: dict[str, list[float]] = field(default_factory=lambda: defaultdict(list))
    early: list[str] = field(default_factory=list)
    refused: Counter[str] = field(default_factory=Counter)
    lost: int = 0

    def over(self, conversation: str) -> Fault | None:
        now, tenant = self.clock.at.timestamp(), tenant_of(conversation)
        for key in (conversation, tenant):
            # A call that was under way at the same moment could not know.
            asked, until = self.until.get(key, (now, now))
            if asked < now < until:
                self.early.append(key)
        if is_calm(tenant) or self.chance.random() >= LIMITED + LOST:
            self.arrived[conversation].append(now)
            return None
        if self.chance.random() < LOST / (LIMITED + LOST):
            self.lost += 1
            self.arrived[conversation].append(now)
            return Fault(drop=True, after=True)
        seconds = self.chance.randrange(1, 90)
        # A chat in which nothing else is said is refused because of its tenant.
        self.until[tenant] = now, now + seconds
        self.refused[tenant] += 1
        return Fault(429, headers={"Retry-After": str(seconds)})

    def delays_of_the_calm(self) -> list[float]:
        """Seconds from the start of the check-in hours to each arrival."""
        return [
            (at - NINE) % DAY
            for conversation, times in self.arrived.items()
            for at in times
            if is_calm(tenant_of(conversation))
        ]


def tenant_of(conversation: str) -> str:
    return conversation.removeprefix("a:").partition("-")[0]


def is_calm(tenant: str) -> bool:
    return int(tenant.removeprefix("t")) % 2 == 0


async def test_in_a_storm_nothing_is_lost_doubled_or_early(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Another test is about power cuts; here fsync would only cost time.
    quick = tuple(one.replace("FULL", "OFF") for one in storage.sql.engine.PRAGMAS)
    monkeypatch.setattr(storage.sql.engine, "PRAGMAS", quick)
    began = time.process_time()
    clock = FakeClock(at=MIDNIGHT)
    weather = Weather(clock)
    people = [Address("teams", f"t{n}", f"t{n}-{m}") for n in range(TENANTS) for m in range(EACH)]
    async with any_store(STORE, tmp_path / "store") as store, stormy(tmp_path, weather) as there:
        for one in people:
            await there.rows.remember(chat_of(there.peer.address, one.user, one.workspace))
        await enrol(store, people, clock.now())
        rounds = await weathered(store, there, clock)
        async with store.transaction() as tx:
            unsettled, set_aside = await tx.claimed(), await tx.set_aside(MIDNIGHT)
        shown = {one: there.shown(one.user) for one in people}
    assert {len(messages) for messages in shown.values()} == {DAYS}, "none lost, and none twice"
    on_days = [[at // DAY for at in times] for times in weather.arrived.values()]
    assert all(len(set(days)) == DAYS for days in on_days), "each on a day of its own"
    assert all((at - NINE) % DAY <= DAY / 3 for times in weather.arrived.values() for at in times)
    assert weather.early == []
    assert (unsettled, set_aside, there.peer.refused) == ([], 0, 0)
    assert max(weather.delays_of_the_calm()) <= LATEST
    # Check that there was a storm at all.
    expected = len(people) * DAYS
    assert weather.refused.total() > expected / 40
    assert weather.lost > expected / 200
    print(
        f"\n{expected} check-ins, {weather.refused.total()} refused, {weather.lost} taken without "
        f"a word, calm ones at most {max(weather.delays_of_the_calm()):.2f} s late, {rounds} "
        f"rounds, {time.process_time() - began:.1f} s of processor time"
    )


@asynccontextmanager
async def stormy(folder: Path, weather: Weather) -> AsyncIterator[Teams]:
    seconds = weather.clock
    opened = teams(folder, clock=seconds, seconds=lambda: seconds.at.timestamp(), throttling=True)
    async with opened as there:
        there.peer.weather = weather.over
        yield there


async def weathered(store: Store, there: Teams, clock: FakeClock) -> int:
    """Runs DAYS of check-ins for everybody; returns the number of rounds."""
    lanes = Lanes(at_once=16, width=2, batch=100)
    bot = Bot(store, {"teams": there.adapter}, clock, SeededChance(2), Settings(), lanes)
    over, rounds, sent = MIDNIGHT + timedelta(days=DAYS), 0, 0
    while (due := await bot.deliveries.next_due()) is not None and due < over:
        # Due deliveries wait for their tenant's pace or Retry-After.
        clock.at = due if due > clock.at else clock.at + (TICK if sent else SECOND)
        sent = await bot.tick()
        rounds += 1
    await bot.deliveries.at_rest()
    # A message accepted without an answer in the last round is looked for as well.
    clock.forward(minutes=2)
    await bot.tick()
    await bot.deliveries.at_rest()
    return rounds
