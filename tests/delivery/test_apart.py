"""Never two messages by itself within an hour to one person, whatever was planned."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.delivery.kinds import KINDS, Crowded
from bot.delivery.spacing import APART, waits_until
from bot.domain.delivery import Delivery, DeliveryState, Kind
from tests.memory_store.store import MemoryStore
from tests.things import NOW, delivery
from tests.world import World, joined

MINUTE = timedelta(minutes=1)
PLANS = st.lists(
    st.tuples(
        st.sampled_from([Kind.CHECK_IN, Kind.ENDING]),
        st.integers(0, 2),
        st.integers(0, 119),
        st.integers(1, 180),
    ),
    max_size=9,
)


def deliveries(world: World) -> dict[str, Delivery]:
    assert isinstance(world.store, MemoryStore)
    return world.store._tables.deliveries


@settings(max_examples=12, deadline=None)
@given(plans=PLANS)
async def test_random_plans_leave_an_hour_apart_and_each_ends_for_a_reason(
    plans: Sequence[tuple[Kind, int, int, int]],
) -> None:
    world = World()
    client, _ = await joined(world)
    first = next(one for one in deliveries(world).values() if one.kind is Kind.CHECK_IN)
    for number, (kind, day, minute, length) in enumerate(plans):
        at = first.not_before + timedelta(days=day, minutes=minute)
        one = replace(first, id=f"d{number}", kind=kind, slot=f"s{number}")
        ends = at + MINUTE * length
        deliveries(world)[one.id] = replace(one, not_before=at, due_at=at, not_after=ends)
    await world.until(first.not_before + timedelta(days=4))
    came = [one.at for one in world.platform.arrived if one.to == client.address]
    assert all(later - sooner >= APART for sooner, later in pairwise(sorted(came)))
    planned = [deliveries(world)[f"d{number}"] for number in range(len(plans))]
    assert all(one.state.arrived or one.reason for one in planned)


async def left(mine: Kind, ago: timedelta, **other: object) -> datetime | None:
    """When a message of this kind may leave, where another one left `ago` to the same person."""
    store = MemoryStore()
    begun = {"state": DeliveryState.SENT, "begun_at": NOW - ago, "settled_at": NOW - ago}
    one = delivery("other", slot="other", **(begun | other))
    store._tables.deliveries[one.id] = one
    async with store.transaction() as tx:
        return await waits_until(tx, delivery("mine", kind=mine, not_after=NOW + APART), NOW)


# They come at a moment that a person named, or before a session that does not wait.
NAMED = {Kind.LATER, Kind.BRIEF, Kind.SENT_NOW}


@pytest.mark.parametrize("kind", [one for one in Kind if KINDS[one].purpose is not None])
async def test_every_kind_keeps_an_hour_from_what_left_before(kind: Kind) -> None:
    if KINDS[kind].crowded is Crowded.NEVER:
        assert kind in NAMED
        assert await left(kind, 10 * MINUTE) is None
        return
    assert await left(kind, 10 * MINUTE) == NOW + 50 * MINUTE
    assert await left(kind, APART) is None
    assert await left(kind, 10 * MINUTE, to="somebody else") is None
    assert await left(kind, 10 * MINUTE, kind=Kind.AMEND) is None
    assert await left(kind, 10 * MINUTE, state=DeliveryState.NOT_DELIVERED) is None
    assert await left(kind, 10 * MINUTE, state=DeliveryState.UNCONFIRMED) == NOW + 50 * MINUTE


async def test_the_others_keep_away_from_a_moment_that_the_person_named() -> None:
    due = {"due_at": NOW + 20 * MINUTE, "not_after": NOW + 3 * APART, "begun_at": None}
    named = {"kind": Kind.LATER, "state": DeliveryState.PLANNED, "settled_at": None}
    assert await left(Kind.NOTE, APART, **due, **named) == NOW + 80 * MINUTE
    assert await left(Kind.NOTE, APART, **due, **(named | {"kind": Kind.CHECK_IN})) is None


async def test_what_would_be_missed_comes_on_the_next_day_and_the_rest_lapses() -> None:
    world = World()
    await joined(world)
    first = next(one for one in deliveries(world).values() if one.kind is Kind.CHECK_IN)
    short = replace(first, not_after=first.not_before + APART)
    for name, kind in (("a", Kind.ENDING), ("b", Kind.ENDING), ("c", Kind.CHECK_IN)):
        deliveries(world)[name] = replace(short, id=name, kind=kind, slot=name)
    await world.until(first.not_before + timedelta(hours=3))
    ends = {name: deliveries(world)[name] for name in "abc"}
    assert [ends[name].state.value for name in "abc"] == ["sent", "withheld", "withheld"]
    moved = [one for one in deliveries(world).values() if one.slot == "b+"]
    assert [one.not_before - first.not_before for one in moved] == [timedelta(days=1)]
    assert not [one for one in deliveries(world).values() if one.slot == "c+"]
