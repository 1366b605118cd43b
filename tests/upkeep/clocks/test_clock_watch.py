"""The clocks are read, the last trusted moment is kept near the keys, and the operator hears."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from structlog.testing import capture_logs

from bot.domain.engagement import EngagementState
from bot.run import assemble
from bot.run.assemble import Platforms
from bot.run.bot import Bot
from bot.settings import Settings
from bot.upkeep.clocks.trust import GRACE, SETTLES, TrustedMoment
from bot.upkeep.clocks.watch import _MARK, ClockWatch, span
from bot.upkeep.sweep import Sweep
from storage import OpenedStore, open_store
from tests.fakes import FakeClock, FakePlatform, SeededChance
from tests.memory_store.store import MemoryStore
from tests.things import delivery, engagement

DAYS = timedelta(days=400)


@dataclass
class FakeTimeKeys:
    """Keys that hold the last trusted moment in memory."""

    kept: bytes | None = None
    broken: Exception | None = None

    async def moment_kept(self) -> bytes | None:
        if self.broken is not None:
            raise self.broken
        return self.kept

    async def keep_moment(self, mark: bytes) -> None:
        self.kept = mark


@dataclass
class Heard:
    told: list[str] = field(default_factory=list)

    async def clock_doubted(self, since: datetime, sentence: str) -> None:
        self.told.append(sentence)

    async def clock_trusted(self, since: datetime, until: datetime) -> None:
        self.told.append("over")


class Post:
    """A watch over clocks that a test sets, in a process that a test starts again."""

    def __init__(self) -> None:
        self.clock, self.heard, self.seconds = FakeClock(), Heard(), 1_000.0
        self.keys = FakeTimeKeys(_MARK.dump_json(TrustedMoment(self.clock.at)))
        self.apart: timedelta | None = None
        self.fails: Exception | None = None
        self.watch = self.started()

    def started(self) -> ClockWatch:
        self.watch = ClockWatch(
            self.clock, self._there, self.keys, [self.heard], _always, seconds=lambda: self.seconds
        )
        return self.watch

    async def after(self, span: timedelta, each: float = 10.0) -> bool:
        left = span.total_seconds()
        while left > 0:
            self.seconds += each
            self.clock.forward(seconds=each)
            left -= each
            await self.watch.look()
        return await self.watch.may_destroy()

    async def _there(self) -> datetime | None:
        if self.fails is not None:
            raise self.fails
        return None if self.apart is None else self.clock.at + self.apart


async def _always() -> bool:
    return True


async def test_a_start_far_ahead_alarms_once_holds_and_goes_on_after_the_grace() -> None:
    post = Post()
    assert await post.after(timedelta(minutes=5))
    post.clock.at += DAYS
    post.started()
    assert not await post.after(timedelta(minutes=1))
    assert not await post.watch.may_send()
    assert len(post.heard.told) == 1
    assert "400 days ahead" in post.heard.told[0]
    assert "1 day" in post.heard.told[0]
    assert not await post.after(GRACE - timedelta(minutes=5), 120)
    assert await post.after(timedelta(minutes=10))
    assert (len(post.heard.told), post.heard.told[-1]) == (2, "over")


async def test_a_clock_put_right_is_trusted_soon_and_a_stored_doubt_survives_a_start() -> None:
    post = Post()
    await post.after(timedelta(minutes=5))
    post.clock.at += DAYS
    await post.after(timedelta(minutes=5))
    post.started()
    assert not await post.after(timedelta(minutes=1)), "a start forgets no doubt"
    post.clock.at -= DAYS
    assert not await post.watch.may_destroy()
    assert await post.watch.may_send(), "nothing holds what is due"
    assert await post.after(SETTLES + timedelta(minutes=1))
    assert await post.watch.doubt() is None


async def test_a_database_that_tells_another_time_alarms_and_is_kept_from_the_others() -> None:
    post = Post()
    await post.after(timedelta(minutes=5))
    before = post.keys.kept
    post.apart = -DAYS
    assert not await post.after(timedelta(hours=30), 60)
    assert "differ by 400 days" in post.heard.told[0]
    assert post.keys.kept == before


async def test_a_first_start_says_that_it_is_one_and_alarms_nobody() -> None:
    post = Post()
    post.keys.kept = None
    post.started()
    assert not await post.after(timedelta(hours=1), 60)
    assert "first start" in post.watch.says()
    assert "ahead" not in post.watch.says()
    assert post.heard.told == []
    assert await post.after(GRACE, 60)


@pytest.mark.parametrize("minutes", [7, 50])
async def test_a_short_stop_is_said_and_is_no_finding(minutes: int) -> None:
    post = Post()
    await post.after(timedelta(minutes=5))
    post.clock.forward(minutes=minutes)
    post.started()
    assert not await post.after(timedelta(minutes=1))
    doubt = await post.watch.doubt()
    assert doubt is not None
    assert doubt.usual
    assert "stood still for" in post.watch.says()
    assert post.heard.told == []


@pytest.mark.parametrize("part", ["database", "keys"])
async def test_what_cannot_be_read_lets_nothing_be_destroyed_and_ends_no_watch(part: str) -> None:
    post = Post()
    if part == "database":
        post.fails = ConnectionError("zebra")
    else:
        post.keys.broken = ConnectionError("zebra")
    with capture_logs() as logs:
        assert not await post.after(timedelta(minutes=1))
        assert await post.watch.may_send()
    assert "zebra" not in repr(logs)
    post.fails = post.keys.broken = None
    assert await post.watch.may_destroy()


async def test_what_was_kept_and_cannot_be_read_counts_as_nothing_kept() -> None:
    post = Post()
    post.keys.kept = b"zebra"
    assert not await post.watch.may_destroy()
    assert await post.after(GRACE, 120)


async def test_the_sweep_waits_and_the_next_one_does_all_of_it() -> None:
    trusted = [False]

    async def may_destroy() -> bool:
        return trusted[0]

    clock = FakeClock()
    store = MemoryStore()
    async with store.transaction() as tx:
        await tx.save_engagement(engagement(ends_at=clock.at - DAYS))
    sweep = Sweep(store, clock, Settings(), {}, may_destroy)

    async def state() -> EngagementState:
        async with store.transaction() as tx:
            return (await tx.engagements(["e1"]))["e1"].state

    await sweep.now()
    assert await state() is not EngagementState.ENDED
    trusted[0] = True
    await sweep.now()
    assert await state() is EngagementState.ENDED, "it does not wait for a quarter of an hour"


async def test_what_is_due_waits_and_is_not_dropped_while_the_clock_is_far_ahead() -> None:
    may = [False]

    async def may_send() -> bool:
        return may[0]

    clock, store = FakeClock(), MemoryStore()
    platform = FakePlatform(clock)
    platforms = {"local": platform}
    bot = Bot(store, platforms, clock, SeededChance(), Settings(), may_send=may_send)
    async with store.transaction() as tx:
        await tx.plan(delivery(due_at=clock.at, not_before=clock.at))
    clock.at += DAYS
    assert await bot.tick() == 0
    assert await bot.workspaces_due() == ()
    assert await bot.take_batch("local") is None
    async with store.transaction() as tx:
        assert await tx.next_due() is not None, "it is still planned"


async def test_the_whole_house_keeps_its_moment_and_erases_nobody_400_days_ahead(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As it was played: stop, set the clock ahead, start. All parts are the real ones."""

    class SetClock:
        ahead = timedelta(0)

        def now(self) -> datetime:
            return datetime.now(UTC) + self.ahead

    monkeypatch.setattr(assemble, "MachineClock", SetClock)

    async def house(opened: OpenedStore) -> tuple[bool, bytes | None]:
        settings = Settings(data=tmp_path)
        parts = assemble.assemble(settings, opened, Platforms(), SetClock())
        await parts.clock_watch.look()
        return await parts.clock_watch.may_destroy(), await opened.keys.moment_kept()

    kept: list[tuple[bool, bytes | None]] = []
    for ahead in (timedelta(0), DAYS, timedelta(0)):
        SetClock.ahead = ahead
        opened = await open_store(tmp_path, None, "acme")
        try:
            kept.append(await house(opened))
        finally:
            await opened.close()
    assert [well for well, _ in kept] == [True, False, False]
    assert all(mark is not None for _, mark in kept)
    assert b'"waiting":true' in (kept[2][1] or b""), "the first minutes after it are waited for too"


@pytest.mark.parametrize(
    ("seconds", "told"),
    [(20, "1 minute"), (900, "15 minutes"), (3_700, "1 hour"), (-86_400 * 400, "400 days")],
)
def test_a_span_is_told_in_its_largest_unit(seconds: int, told: str) -> None:
    assert span(timedelta(seconds=seconds)) == told
