"""The alarm is raised once when nothing can be sent, and ended once when it works again."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, timedelta

import pytest
from structlog.testing import capture_logs

from bot.domain.delivery import DeliveryState
from bot.metrics import METRICS, Pulse
from bot.upkeep.alarm import Watch
from tests.fakes import START, FakeClock
from tests.memory_store.store import MemoryStore
from tests.things import delivery

PATIENCE = timedelta(minutes=30)


@dataclass
class Heard:
    """An alarm that stores what it is told. The first `deaf` times do not get through."""

    told: list[tuple[str, datetime]] = field(default_factory=list)
    deaf: int = 0

    async def raised(self, since: datetime, platform: str | None = None) -> None:
        if self.deaf:
            self.deaf -= 1
            raise OSError("zebra")
        self.told.append(("raised", since))

    async def over(self, since: datetime, until: datetime, platform: str | None = None) -> None:
        self.told.append(("over", until))


class Post:
    """A watch over a store in memory, with seconds that a test lets pass."""

    def __init__(self, store: MemoryStore | None = None, worker: str = "w1") -> None:
        self.clock, self.store, self.heard = FakeClock(), store or MemoryStore(), Heard()
        self.seconds = 1000.0
        self.pulse = Pulse(beat=lambda: self.seconds)
        self.pulse.came_round()
        alarms = [self.heard]
        self.watch = Watch(self.store, self.pulse, alarms, self.clock, PATIENCE, worker=worker)

    async def after(self, minutes: int, *, rounds: bool = True) -> list[str]:
        """Looks once a minute for some minutes. Returns what was told by then."""
        for _ in range(minutes):
            self.clock.forward(minutes=1)
            self.seconds += 60
            if rounds:
                self.pulse.came_round()
            await self.watch.look()
        return [what for what, _ in self.heard.told]

    async def plan(self) -> None:
        async with self.store.transaction() as tx:
            await tx.plan(delivery(due_at=self.clock.at, not_before=self.clock.at))

    async def send(self) -> None:
        async with self.store.transaction() as tx:
            for one in await tx.claim(self.clock.at, 1):
                await tx.settle(one.id, DeliveryState.SENT, self.clock.at)
        self.pulse.left()


@pytest.fixture
def post() -> Post:
    return Post()


async def test_with_nothing_due_there_is_no_alarm(post: Post) -> None:
    assert await post.after(200) == []


async def test_what_stays_due_for_too_long_is_told_once_and_its_end_once(post: Post) -> None:
    await post.plan()
    assert await post.after(30) == []
    assert await post.after(60) == ["raised"]
    assert post.heard.told[0][1] == START + timedelta(minutes=1)
    await post.send()
    assert await post.after(60) == ["raised", "over"]


async def test_a_platform_that_takes_nothing_is_told_until_it_takes_something(post: Post) -> None:
    post.pulse.stuck()
    assert await post.after(32) == ["raised"]
    post.pulse.left()
    assert await post.after(1) == ["raised", "over"]


async def test_a_failure_here_is_no_alarm_while_another_process_sends(post: Post) -> None:
    post.pulse.stuck()
    assert await post.after(20) == []
    await post.plan()
    async with post.store.transaction() as tx:
        (elsewhere,) = await tx.claim(post.clock.at, 1)
        await tx.settle(elsewhere.id, DeliveryState.SENT, post.clock.at)
    assert await post.after(60) == []


async def test_one_of_many_workers_alerts_and_tells_the_end() -> None:
    store = MemoryStore()
    both = [Post(store, "w1"), Post(store, "w2")]
    for post in both:
        post.pulse.stuck()
    heard = [[await post.after(1) for post in both] for _ in range(60)][-1]
    assert heard == [["raised"], []]
    for post in both:
        post.pulse.left()
    assert [await post.after(1) for post in both] == [["raised", "over"], []]
    # What begins anew is told anew.
    for post in both:
        post.pulse.stuck()
    assert sum(["raised" in told[2:] for told in [await post.after(60) for post in both]]) == 1


async def test_another_worker_alerts_when_the_first_is_silent() -> None:
    store = MemoryStore()
    first, second = Post(store, "w1"), Post(store, "w2")
    for post in (first, second):
        post.pulse.stuck()
    for _ in range(40):
        await first.after(1)
        assert await second.after(1) == []
    assert await second.after(5) == ["raised"]


async def test_a_worker_whose_mail_does_not_get_through_leaves_it_to_another() -> None:
    store = MemoryStore()
    first, second = Post(store, "w1"), Post(store, "w2")
    first.heard.deaf = 1_000
    for post in (first, second):
        post.pulse.stuck()
    heard = [[await post.after(1) for post in (first, second)] for _ in range(45)][-1]
    assert heard == [[], ["raised"]]


async def test_the_watch_notices_that_the_sending_loop_stopped(post: Post) -> None:
    assert await post.after(36, rounds=False) == ["raised"]


async def test_a_message_that_leaves_restarts_the_wait(post: Post) -> None:
    await post.plan()
    await post.after(25)
    post.pulse.left()
    assert await post.after(25) == []
    assert await post.after(10) == ["raised"]


async def test_a_clock_that_jumps_raises_no_alarm(post: Post) -> None:
    await post.plan()
    post.clock.forward(days=30)
    await post.watch.look()
    assert await post.after(5) == []
    await post.send()
    post.clock.forward(days=-30)
    assert await post.after(60) == []


async def test_a_database_that_does_not_answer_raises_an_alarm(
    post: Post, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken() -> object:
        raise ConnectionError("zebra")

    monkeypatch.setattr(post.store, "transaction", broken)
    with capture_logs() as logs:
        assert await post.after(32) == ["raised"]
    assert {log["event"] for log in logs} == {"not_watched", "nothing_could_be_sent"}
    assert "zebra" not in str(logs)


async def test_an_alarm_that_does_not_get_through_is_tried_again(post: Post) -> None:
    post.heard.deaf = 2
    post.pulse.stuck()
    with capture_logs() as logs:
        assert await post.after(40) == ["raised"]
    assert [log["event"] for log in logs].count("alarm_not_told") == 2
    assert "zebra" not in str(logs)


async def test_the_numbers_tell_what_is_overdue_and_that_the_alarm_is_on(post: Post) -> None:
    await post.plan()
    await post.after(33)
    shown = METRICS.exposed().decode()
    assert "handrail_overdue_deliveries 1.0" in shown
    assert f"handrail_overdue_seconds {33 * 60.0}" in shown
    assert "handrail_alarm 1.0" in shown
    await post.send()
    await post.after(1)
    assert "handrail_alarm 0.0" in METRICS.exposed().decode()
