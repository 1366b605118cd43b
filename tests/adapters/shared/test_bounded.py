"""Bounded memories: their time, their size, and which entry goes first."""

from __future__ import annotations

import asyncio

from adapters.shared.bounded import BriefMemory, KeyedLocks, Pauses


class Seconds:
    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


def test_a_value_is_remembered_until_its_seconds_are_over() -> None:
    tick = Seconds()
    memory: BriefMemory[str, int] = BriefMemory(10.0, tick)
    memory.put("a", 1)
    memory.put("b", 2, seconds=3.0)
    tick.now += 2.9
    assert (memory.get("a"), memory.get("b")) == (1, 2)
    tick.now = 103.0
    assert (memory.get("a"), memory.get("b")) == (1, None)
    tick.now = 110.0
    assert memory.get("a") is None


def test_the_oldest_entry_goes_when_the_memory_is_full() -> None:
    memory: BriefMemory[int, int] = BriefMemory(10.0, Seconds(), most=3)
    for number in range(5):
        memory.put(number, number)
    assert [memory.get(number) for number in range(5)] == [None, None, 2, 3, 4]


def test_a_key_is_new_once_in_its_time() -> None:
    tick = Seconds()
    memory: BriefMemory[str, bool] = BriefMemory(10.0, tick)
    assert memory.first_time("a", True)
    assert not memory.first_time("a", True)
    tick.now += 10.0
    assert memory.first_time("a", True)


def test_values_can_be_forgotten_by_key_and_by_what_they_are() -> None:
    memory: BriefMemory[str, int] = BriefMemory(10.0, Seconds())
    for number, key in enumerate("abc"):
        memory.put(key, number)
    memory.forget("a")
    memory.forget("unknown")
    memory.forget_where(lambda value: value == 2)
    assert [memory.get(key) for key in "abc"] == [None, 1, None]


def test_a_pause_lasts_as_long_as_the_longest_that_was_asked_for() -> None:
    tick = Seconds()
    pauses: Pauses[str] = Pauses(tick)
    assert pauses.left("a") == 0.0
    pauses.extend("a", 30.0)
    pauses.extend("a", 5.0)
    assert pauses.left("a") == 30.0
    tick.now += 20.0
    assert pauses.left("a") == 10.0
    pauses.extend("a", 15.0)
    assert pauses.left("a") == 15.0
    tick.now += 15.0
    assert pauses.left("a") == 0.0
    assert pauses.left("b") == 0.0


async def test_two_holders_of_one_key_wait_for_each_other_and_others_do_not() -> None:
    locks = KeyedLocks()
    order: list[str] = []

    async def work(key: str, name: str, begun: asyncio.Event, end: asyncio.Event) -> None:
        async with locks.of(key):
            order.append(name)
            begun.set()
            await end.wait()

    begun = [asyncio.Event() for _ in range(3)]
    end = asyncio.Event()
    first = asyncio.create_task(work("a", "first", begun[0], end))
    await begun[0].wait()
    second = asyncio.create_task(work("a", "second", begun[1], end))
    other = asyncio.create_task(work("b", "other", begun[2], end))
    await begun[2].wait()
    assert order == ["first", "other"]
    end.set()
    await asyncio.gather(first, second, other)
    assert order == ["first", "other", "second"]
