"""Heavy work holds the database for a moment only, and then lets others in."""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from pathlib import Path

import pytest

import bot
from bot.ports import Transaction
from bot.rules.portions import HELD, MOST, Portions
from bot.settings import Settings
from bot.upkeep.sweep import TIDY_EVERY, Sweep
from tests.fakes import FakeClock
from tests.memory_store.store import MemoryStore, MemoryTransaction

MS = timedelta(milliseconds=1)
# Those that may find any number of things in one transaction.
HEAVY = re.compile(r"tx\.(?:sweep|tidy|erase_left)\(")
IN_PORTIONS = re.compile(r"\.all\(\s*lambda tx, most: tx\.\w+\([\w, ]*most\)\s*\)")


class Work:
    """Things to do, each of which takes its time; the store is held for a while beside that."""

    def __init__(self, things: int, fixed: timedelta, each: timedelta) -> None:
        self.clock, self.left, self.held = FakeClock(), things, list[timedelta]()
        self._fixed, self._each = fixed, each
        self.portions = Portions(MemoryStore(), self.clock)

    async def some(self, tx: Transaction, most: int) -> int:
        did = min(most, self.left)
        self.left -= did
        self.held.append(self._fixed + did * self._each)
        self.clock.at += self.held[-1]
        return did


@pytest.mark.parametrize(
    ("fixed", "each", "rounded"),
    [
        (0 * MS, 0 * MS, 0 * MS),
        (0 * MS, MS / 20, MS),
        (0 * MS, MS, MS),
        (8 * MS, MS / 20, MS),
        (8 * MS, MS, MS),
        # One thing alone takes longer, and cannot be divided.
        (0 * MS, 40 * MS, 80 * MS),
    ],
)
async def test_a_portion_holds_no_longer_than_it_may(
    fixed: timedelta, each: timedelta, rounded: timedelta, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.rules.portions.LONGEST_REST", timedelta(0))
    work = Work(MOST + 20, fixed, each)
    assert await work.portions.all(work.some) == MOST
    assert await work.portions.all(work.some) == 20
    assert max(work.held) <= fixed + HELD + rounded
    assert len(work.held) < 24 or each >= MS, "much work of little weight goes in few portions"


@pytest.mark.parametrize("jump", [timedelta(days=-400), timedelta(days=400)])
async def test_a_clock_that_jumps_keeps_nothing_from_going_on(jump: timedelta) -> None:
    work = Work(MOST, 0 * MS, 0 * MS)

    async def jumping(tx: Transaction, most: int) -> int:
        did = await work.some(tx, most)
        if len(work.held) == 2:
            work.clock.at += jump
        return did

    assert await work.portions.all(jumping) == MOST


async def test_keys_wait_for_a_long_sweep_and_not_for_an_endless_one(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Whoever writes expired rows again and again must not keep keys from being destroyed."""
    clock, tidied = FakeClock(), list[int]()

    async def endless(_: MemoryTransaction, now: datetime, limit: int) -> int:
        return limit

    async def tidy(_: MemoryTransaction, limit: int) -> int:
        tidied.append(limit)
        return 0

    monkeypatch.setattr(MemoryTransaction, "sweep", endless)
    monkeypatch.setattr(MemoryTransaction, "tidy", tidy)
    sweep = Sweep(MemoryStore(), clock, Settings(), {})
    for _ in range(3):
        await sweep.now()
        assert not tidied
    clock.at += TIDY_EVERY
    await sweep.now()
    assert tidied


def test_all_heavy_work_of_the_bot_goes_in_portions() -> None:
    for path in Path(bot.__file__).parent.rglob("*.py"):
        source = path.read_text()
        assert not HEAVY.search(IN_PORTIONS.sub("", source)), path
