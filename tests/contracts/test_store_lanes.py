"""The contract of every store for many workers: lanes per workspace, pace, and claims."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from bot.domain.delivery import Delivery, DeliveryState, Kind
from bot.domain.pace import Pace
from bot.domain.people import Address
from bot.ports import Store
from tests.things import NOW, delivery, engagement, person

SECOND = timedelta(seconds=1)
MINUTE = timedelta(minutes=1)
HOUR = timedelta(hours=1)
TEN_A_SECOND = Pace(per_second=10, burst=5)
ONE_CHAT_A_SECOND = Pace(per_second=100, burst=100, between=SECOND)


async def two_workspaces(store: Store, each: int = 3) -> tuple[str, str]:
    """Ann and Ada are in one workspace, Bob in another; `each` deliveries are due for each.

    Returns the names of both workspaces.
    """
    async with store.transaction() as tx:
        for who, where in (("ann", "a"), ("ada", "a"), ("bob", "b")):
            await tx.save_person(person(who, where), NOW)
        for number in range(each):
            for who in ("ann", "bob"):
                due = NOW - (2 if who == "bob" else 1) * HOUR
                await tx.plan(delivery(f"{who}{number}", to=who, slot=str(number), due_at=due))
        first, second = await tx.workspaces_due(NOW)
    return second, first


async def claimed(store: Store, now: datetime, workspace: str, pace: Pace | None) -> list[str]:
    async with store.transaction() as tx:
        taken = await tx.claim(now, 100, workspace, by="w1", pace=pace)
    return [one.id for one in taken]


async def test_workspaces_with_something_due_come_longest_waiting_first(store: Store) -> None:
    a, b = await two_workspaces(store)
    assert a != b
    assert {name.partition(":")[0] for name in (a, b)} == {"local"}
    async with store.transaction() as tx:
        assert list(await tx.workspaces_due(NOW)) == [b, a]
        assert list(await tx.workspaces_due(NOW - HOUR - MINUTE)) == [b]
        assert list(await tx.workspaces_due(NOW - 3 * HOUR)) == []


async def test_a_workspace_is_claimed_by_itself(store: Store) -> None:
    a, b = await two_workspaces(store)
    assert sorted(await claimed(store, NOW, a, None)) == ["ann0", "ann1", "ann2"]
    async with store.transaction() as tx:
        assert list(await tx.workspaces_due(NOW)) == [b]


async def test_what_is_for_somebody_unknown_can_be_claimed_too(store: Store) -> None:
    async with store.transaction() as tx:
        await tx.plan(delivery("lost", to="nobody"))
        assert list(await tx.workspaces_due(NOW)) == [""]
        assert [one.id for one in await tx.claim(NOW, 10, "")] == ["lost"]


async def test_no_more_is_claimed_than_the_pace_allows(store: Store) -> None:
    a, b = await two_workspaces(store, each=12)
    assert len(await claimed(store, NOW, a, TEN_A_SECOND)) == 5
    assert len(await claimed(store, NOW, a, TEN_A_SECOND)) == 0
    assert len(await claimed(store, NOW + SECOND / 5, a, TEN_A_SECOND)) == 2
    assert len(await claimed(store, NOW, b, TEN_A_SECOND)) == 5
    assert len(await claimed(store, NOW + HOUR, a, TEN_A_SECOND)) == 5


async def test_a_clock_that_is_set_back_by_a_day_stops_nothing(store: Store) -> None:
    a, _ = await two_workspaces(store, each=12)
    later = NOW + timedelta(days=1)
    assert len(await claimed(store, later, a, TEN_A_SECOND)) == 5
    assert len(await claimed(store, NOW, a, TEN_A_SECOND)) == 5
    async with store.transaction() as tx:
        await tx.close_lane(a, later, later + HOUR)
        assert await tx.closed_until(a, later) == later + HOUR
        assert await tx.closed_until(a, NOW) is None


async def test_one_chat_gets_one_message_at_a_time(store: Store) -> None:
    a, _ = await two_workspaces(store)
    async with store.transaction() as tx:
        await tx.plan(delivery("ada0", to="ada", due_at=NOW - HOUR))
    assert sorted(await claimed(store, NOW, a, ONE_CHAT_A_SECOND)) == ["ada0", "ann0"]
    async with store.transaction() as tx:
        assert await tx.begin(["ann0"], "w1", NOW)
        await tx.settle("ann0", DeliveryState.SENT, NOW, by="w1")
    assert await claimed(store, NOW + SECOND / 2, a, ONE_CHAT_A_SECOND) == []
    assert await claimed(store, NOW + SECOND, a, ONE_CHAT_A_SECOND) == ["ann1"]


async def test_a_closed_lane_lets_only_edits_through_until_it_opens(store: Store) -> None:
    a, b = await two_workspaces(store, each=1)
    async with store.transaction() as tx:
        await tx.plan(delivery("edit", to="ann", kind=Kind.AMEND, due_at=NOW))
        await tx.close_lane(a, NOW, NOW + MINUTE)
        await tx.close_lane(a, NOW, NOW + SECOND)
        assert await tx.closed_until(a, NOW) == NOW + MINUTE
        assert await tx.closed_until(b, NOW) is None
    assert await claimed(store, NOW + SECOND, a, TEN_A_SECOND) == ["edit"]
    assert await claimed(store, NOW + SECOND, b, TEN_A_SECOND) == ["bob0"]
    assert await claimed(store, NOW + MINUTE, a, TEN_A_SECOND) == ["ann0"]


async def one_claimed(store: Store, by: str = "w1") -> Delivery:
    async with store.transaction() as tx:
        await tx.plan(delivery())
        (one,) = await tx.claim(NOW, 1, by=by)
    return one


async def test_only_who_has_it_may_begin_it_or_settle_it(store: Store) -> None:
    one = await one_claimed(store)
    assert not one.tried
    async with store.transaction() as tx:
        assert not await tx.begin(["d1"], "w2", NOW)
        for call in (
            tx.settle("d1", DeliveryState.SENT, NOW, by="w2"),
            tx.retry("d1", NOW, "busy", by="w2"),
        ):
            with pytest.raises(ValueError, match="not claimed"):
                await call
        await tx.release(["d1"], by="w2")
        assert await tx.begin(["d1"], "w1", NOW)
        begun = await tx.delivery("d1")
    assert begun == replace(one, begun_at=NOW)
    assert begun is not None
    assert begun.tried


async def test_what_has_begun_is_not_released(store: Store) -> None:
    await one_claimed(store)
    async with store.transaction() as tx:
        await tx.begin(["d1"], "w1", NOW)
        await tx.release(["d1"], by="w1")
        held = await tx.delivery("d1")
    assert held is not None
    assert held.state is DeliveryState.CLAIMED


async def test_a_retry_begins_afresh(store: Store) -> None:
    await one_claimed(store)
    async with store.transaction() as tx:
        await tx.begin(["d1"], "w1", NOW)
        await tx.retry("d1", NOW, "busy", by="w1")
        (again,) = await tx.claim(NOW, 1, by="w2")
    assert (again.claimed_by, again.begun_at, again.attempts) == ("w2", None, 1)


async def test_what_is_planned_is_put_off_and_what_is_claimed_is_not(store: Store) -> None:
    one = await one_claimed(store)
    async with store.transaction() as tx:
        assert not await tx.put_off("d1", NOW + HOUR)
        assert not await tx.put_off("nobody", NOW + HOUR)
        assert await tx.delivery("d1") == one
        await tx.release(["d1"], by="w1")
        assert await tx.put_off("d1", NOW + HOUR)
        assert not await tx.claim(NOW + HOUR - MINUTE, 1, by="w1")
        assert await tx.put_off("d1", NOW)
        assert not await tx.claim(NOW + HOUR - MINUTE, 1, by="w1")
        assert [d.id for d in await tx.claim(NOW + HOUR, 1, by="w1")] == ["d1"]


async def test_it_is_seized_once_and_then_it_is_another_ones(store: Store) -> None:
    one = await one_claimed(store)
    async with store.transaction() as tx:
        assert await tx.seize(one, "w2")
        assert not await tx.seize(one, "w3")
        assert not await tx.begin(["d1"], "w1", NOW)
        await tx.settle("d1", DeliveryState.SENT, NOW, by="w2")
        assert not await tx.seize(replace(one, claimed_by="w2"), "w3")


async def test_the_alarm_is_one_workers_until_it_is_heard_of_no_more(store: Store) -> None:
    async with store.transaction() as tx:
        assert await tx.lease_alarm("w1", NOW, HOUR)
        assert await tx.lease_alarm("w1", NOW + MINUTE, HOUR)
        assert not await tx.lease_alarm("w2", NOW + MINUTE, HOUR)
    async with store.transaction() as tx:
        # A database uses its own clock, by which both workers gave a sign of life just now.
        assert await tx.lease_alarm("w2", NOW + 3 * HOUR, timedelta(0))
        assert not await tx.lease_alarm("w1", NOW + 3 * HOUR, HOUR)


async def test_an_alarm_held_by_a_clock_that_was_set_back_is_free(store: Store) -> None:
    async with store.transaction() as tx:
        assert await tx.lease_alarm("w1", NOW + 9 * HOUR, timedelta(0))
        assert await tx.lease_alarm("w2", NOW, timedelta(0))


@pytest.mark.parametrize("kind", ["silent", "alive"])
async def test_only_what_the_silent_had_is_abandoned(store: Store, kind: str) -> None:
    one = await one_claimed(store)
    long_ago = NOW - HOUR
    async with store.transaction() as tx:
        await tx.beat("w1", long_ago if kind == "silent" else NOW)
        await tx.beat("w2", NOW)
    async with store.transaction() as tx:
        # A database uses its own clock, by which both workers gave a sign of life just now.
        gone = await tx.abandoned(NOW + MINUTE, timedelta(seconds=90))
        assert list(gone) == []
        silent = await tx.abandoned(NOW + 2 * HOUR, timedelta(0))
    assert {d.id for d in silent} <= {one.id}


async def test_what_nobody_alive_has_is_abandoned(store: Store) -> None:
    one = await one_claimed(store, by="never heard of")
    async with store.transaction() as tx:
        await tx.beat("w2", NOW)
        assert list(await tx.abandoned(NOW + SECOND, timedelta(seconds=90))) == []
        assert list(await tx.abandoned(NOW + 2 * MINUTE, timedelta(seconds=90))) == [one]


async def test_a_workspace_that_was_left_is_left_until_the_app_comes_back(store: Store) -> None:
    here, elsewhere = Address("local", "a", ""), Address("local", "b", "")
    async with store.transaction() as tx:
        await tx.leave(here, NOW)
        await tx.leave(here, NOW + HOUR)
        assert await tx.left_at(Address("local", "a", "anyone")) == NOW
        assert await tx.left_at(elsewhere) is None
        await tx.come_back(here)
        assert await tx.left_at(here) is None


async def test_who_was_in_a_workspace_that_was_left_is_erased_and_nobody_else(store: Store) -> None:
    async with store.transaction() as tx:
        await tx.save_person(person("client", "a"), NOW)
        await tx.save_person(person("waiting", "a"), NOW)
        await tx.save_person(person("other", "b"), NOW)
        await tx.save_engagement(engagement())
        await tx.leave(Address("local", "a", ""), NOW)
    async with store.transaction() as tx:
        assert await tx.erase_left(NOW - SECOND, NOW, 10) == 0
    async with store.transaction() as tx:
        assert await tx.erase_left(NOW, NOW, 10) == 2
    async with store.transaction() as tx:
        assert await tx.erase_left(NOW, NOW, 10) == 0
        known = [who for who in ("client", "waiting", "other") if await tx.person(who)]
        assert known == ["other"]
        assert await tx.engagement("e1") is None
