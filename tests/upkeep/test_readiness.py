"""Ready means ready: what this process lacks is said within seconds, while it lacks it.

Each trouble is played on the real part where one process has it.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import timedelta
from itertools import count
from pathlib import Path

import pytest
from sqlalchemy.exc import OperationalError

from bot.domain.operator import SignIn
from bot.metrics import Pulse
from bot.ports import Adapter
from bot.upkeep import readiness
from bot.upkeep.platform_watch import ILL_SECONDS, PlatformWatch
from bot.upkeep.readiness import LEAST_FREE, Ready
from storage import OpenedStore, open_store
from tests.fakes import FakeClock, FakePlatform

AWAY, REFUSED, WELL = SignIn(None, "away"), SignIn(False, "no"), SignIn(True, "yes")


@dataclass
class Signed(FakePlatform):
    found: SignIn = WELL
    answers_fail: bool = False

    async def sign_in(self) -> SignIn:
        return self.found


@dataclass
class House:
    """One process with a real store, whose every part a test can take away."""

    opened: OpenedStore
    seconds: float = 1_000.0
    free: int = LEAST_FREE
    queue: str | None = None
    platforms: dict[str, Adapter] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.clock = FakeClock()
        self.pulse = Pulse(beat=lambda: self.seconds)
        self.pulse.came_round()
        self.slack = self.platforms["slack"] = Signed(self.clock, "slack")
        self.watch = PlatformWatch(
            self.platforms,
            {},
            [],
            self.clock,
            timedelta(minutes=30),
            _always,
            lambda: self.seconds,
            lambda: self.pulse.failing,
        )
        self.ready = Ready(
            self.opened.store,
            self.opened.keys,
            self.pulse,
            self.watch.can_send,
            self._free,
            self._hears,
        )

    async def troubles(self) -> list[str]:
        return [one for one in (await self.ready.checks()).values() if one is not None]

    async def pages(self, most: int) -> None:
        async with self.opened.store.transaction() as tx:
            await tx._w.connection.exec_driver_sql(f"PRAGMA max_page_count={most}")

    async def _free(self) -> int:
        return self.free

    async def _hears(self) -> str | None:
        return self.queue


async def _always() -> bool:
    return True


@pytest.fixture
async def house(tmp_path: Path) -> AsyncIterator[House]:
    opened = await open_store(tmp_path, None, "acme")
    yield House(opened)
    await opened.close()


async def test_it_is_ready_where_nothing_is_missing_and_leaves_nothing_behind(house: House) -> None:
    assert await house.troubles() == []
    async with house.opened.store.transaction() as tx:
        rows = await tx._w.connection.exec_driver_sql("SELECT count(*) FROM worker")
        assert rows.scalar_one() == 0


async def _full(house: House) -> None:
    """The file may not grow, and has no free page left."""
    await house.pages(1)
    with suppress(OperationalError):
        for number in count():
            async with house.opened.store.transaction() as tx:
                fill = f"CREATE TABLE filler_{number} AS SELECT 1"
                await tx._w.connection.exec_driver_sql(fill)


async def _room_again(house: House) -> None:
    await house.pages(1_000_000)


async def _no_space(house: House) -> None:
    house.free = LEAST_FREE - 1


async def _space(house: House) -> None:
    house.free = LEAST_FREE


async def _deaf(house: House) -> None:
    house.queue = "queue lost"


async def _hearing(house: House) -> None:
    house.queue = None


async def _loop_stops(house: House) -> None:
    house.seconds += 600


async def _loop_goes(house: House) -> None:
    house.pulse.came_round()


async def _every_call_is_refused(house: House) -> None:
    house.slack.found = REFUSED
    house.pulse.stuck()


async def _every_call_fails(house: House) -> None:
    house.slack.found = AWAY
    house.pulse.stuck()


async def _calls_are_taken(house: House) -> None:
    house.slack.found = WELL
    house.pulse.left()
    house.seconds += ILL_SECONDS
    house.pulse.came_round()


async def _no_platform(house: House) -> None:
    del house.platforms["slack"]


async def _a_platform(house: House) -> None:
    house.platforms["slack"] = house.slack


Change = Callable[[House], Awaitable[None]]
TROUBLES: dict[str, tuple[Change, Change, list[str]]] = {
    "the file is full": (_full, _room_again, ["no database"]),
    "the disk is full": (_no_space, _space, ["disk full"]),
    "the queue is lost": (_deaf, _hearing, ["queue lost"]),
    "the loop stopped": (_loop_stops, _loop_goes, ["loop stopped"]),
    "every call is refused": (_every_call_is_refused, _calls_are_taken, ["no platform"]),
    "every call fails": (_every_call_fails, _calls_are_taken, ["no platform"]),
    "there is no platform": (_no_platform, _a_platform, ["no platform"]),
}


@pytest.mark.parametrize("trouble", TROUBLES)
async def test_each_trouble_is_said_and_its_end_comes_by_itself(house: House, trouble: str) -> None:
    takes_away, puts_back, said = TROUBLES[trouble]
    assert await house.troubles() == []
    await takes_away(house)
    assert await house.troubles() == said
    assert await house.troubles() == said
    await puts_back(house)
    assert await house.troubles() == []


async def test_one_platform_of_two_is_enough_and_the_page_needs_no_sign_in(house: House) -> None:
    house.slack.found = REFUSED
    assert await house.troubles() == ["no platform"]
    house.platforms["teams"] = Signed(house.clock, "teams")
    assert await house.troubles() == []
    house.platforms.clear()
    house.platforms["local"] = FakePlatform(house.clock)
    assert await house.troubles() == []


@pytest.mark.parametrize("gone", ["database", "keys"])
async def test_what_raises_or_hangs_is_a_trouble_of_its_own(
    house: House, monkeypatch: pytest.MonkeyPatch, gone: str
) -> None:
    """One that hangs is waited for once, however often somebody asks, and holds up no other."""
    part = house.opened.store if gone == "database" else house.opened.keys
    method = "transaction" if gone == "database" else "status"
    released, asked = asyncio.Event(), list[int]()

    async def hangs() -> str | None:
        asked.append(1)
        await released.wait()
        return None

    def raises() -> object:
        raise ConnectionError("zebra")

    with monkeypatch.context() as patch:
        patch.setattr(part, method, raises)
        assert await house.troubles() == [f"no {gone}"]
    assert await house.troubles() == []
    monkeypatch.setattr(readiness, "LIMIT_SECONDS", 0.01)
    monkeypatch.setattr(Ready, f"_{gone}", lambda _: hangs())
    assert f"no {gone}" in await house.troubles()
    assert f"no {gone}" in await house.troubles()
    assert len(asked) == 1
    released.set()
    monkeypatch.setattr(readiness, "LIMIT_SECONDS", 3.0)
    assert await house.troubles() == []
