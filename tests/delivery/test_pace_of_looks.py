"""One send whose end is unknown makes the platform's history be read three times at most."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta

import pytest

from bot.chat import Message
from bot.delivery.settle import HISTORY_LAG
from bot.domain.people import Address
from bot.ports import NotSent, Outcome, Sent, Unknown
from tests.fakes import FakePlatform
from tests.world import World, joined

Finds = Callable[["Listed", timedelta], Outcome]
NOT_THERE = NotSent("not_found")


def unreadable(_: Listed, since: timedelta) -> Outcome:
    raise ConnectionRefusedError


def unreadable_for_an_hour(platform: Listed, since: timedelta) -> Outcome:
    if since < timedelta(hours=1):
        raise ConnectionRefusedError
    return Sent("there")


@dataclass
class Listed(FakePlatform):
    """A platform that is unsure of its first check-in. `finds` says what its history shows."""

    finds: Finds | None = None
    sends: int = 0
    began: datetime | None = None
    reads: list[datetime] = field(default_factory=list)

    async def send(self, to: Address, message: Message, reference: str) -> Outcome:
        if self.finds is None or message.template != "check-in":
            return await super().send(to, message, reference)
        self.sends += 1
        if self.sends > 1:
            return await super().send(to, message, reference)
        self.began = self.clock.now()
        return Unknown("dropped")

    async def find(self, to: Address, reference: str) -> Outcome:
        assert self.finds is not None
        assert self.began is not None
        self.reads.append(self.clock.now())
        return self.finds(self, self.clock.now() - self.began)


# What the history shows, how often it may be read in the first minute, in the next two hours, and
# how often the message is sent.
HISTORIES: dict[str, tuple[Finds, int, int, int]] = {
    "at once": (lambda _, since: Sent("there"), 1, 1, 1),
    "never": (lambda _, since: NOT_THERE, 3, 3, 2),
    "after half a minute": (
        lambda _, since: Sent("there") if since > timedelta(seconds=30) else NOT_THERE,
        3,
        3,
        1,
    ),
    "not readable for an hour": (unreadable_for_an_hour, 3, 10, 1),
    "never readable": (unreadable, 3, 14, 1),
}


async def unsure(finds: Finds) -> tuple[World, Listed]:
    world = World()
    platform = Listed(world.clock)
    platform.listeners = world.platform.listeners
    world.platform = platform
    world.bot = world._start()
    await joined(world)
    platform.finds = finds
    await world.skip()
    assert platform.began is not None
    return world, platform


@pytest.mark.parametrize("case", HISTORIES)
async def test_the_history_is_read_three_times_at_most_in_the_first_minute(case: str) -> None:
    finds, in_a_minute, in_two_hours, sends = HISTORIES[case]
    world, platform = await unsure(finds)
    for _ in range(60):
        world.clock.forward(seconds=1)
        await world.bot.tick()
    assert len(platform.reads) <= in_a_minute
    for _ in range(120):
        world.clock.forward(minutes=1)
        await world.bot.tick()
    assert 1 <= len(platform.reads) <= in_two_hours
    assert platform.sends == sends


async def test_it_is_sent_again_no_earlier_than_the_history_had_time_to_list_it() -> None:
    world, platform = await unsure(HISTORIES["never"][0])
    assert platform.began is not None
    while platform.sends < 2:
        world.clock.forward(seconds=1)
        await world.bot.tick()
    assert world.clock.now() - platform.began >= HISTORY_LAG


async def test_a_clock_that_is_set_back_holds_no_look_up() -> None:
    world, platform = await unsure(unreadable)
    world.clock.forward(seconds=1)
    await world.bot.tick()
    assert len(platform.reads) == 1
    world.clock.forward(days=-1)
    await world.bot.tick()
    assert len(platform.reads) == 2
