"""Lanes run side by side, so that a slow workspace delays no other."""

from __future__ import annotations

import asyncio
from collections import Counter

from structlog.testing import capture_logs

from bot.delivery.lanes import Lanes


class Work:
    """Gives each lane so many turns. A lane named `stuck` waits until the test lets it go on."""

    def __init__(self, **turns: int) -> None:
        self.left = Counter(turns)
        self.order: list[str] = []
        self.at_once = self.most_at_once = 0
        self.let_go = asyncio.Event()

    async def turn(self, name: str) -> int | None:
        if not self.left[name]:
            return None
        self.left[name] -= 1
        self.at_once += 1
        self.most_at_once = max(self.most_at_once, self.at_once)
        if name == "stuck":
            await self.let_go.wait()
        if name == "broken":
            raise ConnectionError("zebra")
        await asyncio.sleep(0)
        self.order.append(name)
        self.at_once -= 1
        return 10


async def test_one_lane_at_a_time_runs_each_to_its_end() -> None:
    work = Work(a=2, b=1)
    assert await Lanes().run(["a", "b"], work.turn) == 30
    assert work.order == ["a", "a", "b"]


async def test_a_storm_in_one_lane_takes_turns_with_the_others() -> None:
    work = Work(storm=50, a=1, b=1, c=1)
    assert await Lanes(at_once=2).run(["storm", "a", "b", "c"], work.turn) == 530
    assert work.most_at_once == 2
    assert max(work.order.index(name) for name in "abc") < 8


async def test_a_hanging_lane_is_waited_for_a_limited_time_and_not_begun_twice() -> None:
    work = Work(stuck=2, a=1, b=1)
    lanes = Lanes(at_once=4, patience=0.3)
    assert await lanes.run(["stuck", "a"], work.turn) == 10
    assert await lanes.run(["stuck", "b"], work.turn) == 10
    assert work.left["stuck"] == 1
    work.let_go.set()
    assert await lanes.rest() == 20
    assert await lanes.rest() == 0


async def test_a_lane_that_fails_stops_no_other_and_logs_no_content() -> None:
    work = Work(broken=1, a=1)
    with capture_logs() as logs:
        assert await Lanes(at_once=4).run(["broken", "a"], work.turn) == 10
    assert [(log["event"], log["error"]) for log in logs] == [("lane_failed", "ConnectionError")]
