"""After keys were destroyed the epoch is turned by itself, and not more often."""

from __future__ import annotations

from datetime import timedelta

import pytest
from structlog.testing import capture_logs

from bot.upkeep.epoch_turns import EpochTurns
from tests.fakes import FakeClock
from tests.operators import FakeKeyDesk


class Desk:
    def __init__(self) -> None:
        self.clock, self.keys, self.ticks = FakeClock(), FakeKeyDesk(), 0
        self.upkeep = EpochTurns(self.tick, self.keys, self.clock)

    async def tick(self) -> int:
        self.ticks += 1
        return 3


@pytest.fixture
def desk() -> Desk:
    return Desk()


async def test_no_epoch_is_turned_while_no_key_was_destroyed(desk: Desk) -> None:
    assert await desk.upkeep.tick() == 3
    assert (desk.ticks, desk.keys.epoch) == (1, 1)


async def test_the_epoch_is_turned_once_after_keys_were_destroyed(desk: Desk) -> None:
    desk.keys.wants_turning = True
    await desk.upkeep.tick()
    await desk.upkeep.tick()
    assert desk.keys.epoch == 2


async def test_each_erase_has_its_own_turn_if_turning_is_quick(desk: Desk) -> None:
    for _ in range(3):
        desk.keys.wants_turning = True
        await desk.upkeep.tick()
    assert desk.keys.epoch == 4


async def test_many_erases_share_a_turn_if_turning_is_slow(desk: Desk) -> None:
    desk.keys.takes = lambda: desk.clock.forward(seconds=3)
    for _ in range(5):
        desk.keys.wants_turning = True
        await desk.upkeep.tick()
        desk.clock.forward(minutes=1)
    assert desk.keys.epoch == 2
    desk.clock.at += timedelta(minutes=5)
    await desk.upkeep.tick()
    assert desk.keys.epoch == 3


async def test_a_turn_that_fails_is_logged_without_content_and_tried_again(desk: Desk) -> None:
    desk.keys.wants_turning, desk.keys.broken = True, OSError("zebra")
    with capture_logs() as logs:
        assert await desk.upkeep.tick() == 3
    assert [entry["event"] for entry in logs] == ["epoch_not_turned"]
    assert "zebra" not in repr(logs)
    desk.keys.broken = None
    desk.clock.forward(minutes=1)
    await desk.upkeep.tick()
    assert desk.keys.epoch == 2
