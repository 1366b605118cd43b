"""Never 3, for the organisation: what one person does changes no byte of what it reads.

The worlds differ in one person alone, beside crowds that are empty, one short of a group, and more
than a group. With them the person would be the last one of a group: a count of those who agreed
would turn there.
"""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from adapters.operator.view.drawing import view_page
from bot.domain.organisation.view import in_whole_groups, month_began
from bot.upkeep.checks.lines import LINES
from bot.upkeep.operator import Operator
from bot.upkeep.organisation.looking import LEAST_GROUP
from bot.upkeep.organisation.shown import LEFT_OUT, SHOWN
from tests.operators import FakeEraser, FakeKeyDesk, FakeMachine
from tests.proofs.test_two_worlds import privately
from tests.world import Chatter, World

# One person opens the code in each of them. What they do then differs.
LIVES = {
    "agrees": ("joins",),
    "declines": ("declines",),
    "agrees, and allows nothing": ("refuses",),
    "never answers": (),
    "answers": ("joins", "answers first questions", "writes", "marks"),
    "shares": ("joins", "writes", "approves and takes back"),
    "pauses": ("joins", "pauses"),
    "stops": ("joins", "stops"),
    "has a hard day": ("joins", "has a hard day"),
    "erases": ("joins", "writes", "erases"),
}
CROWDS = (0, LEAST_GROUP - 1, LEAST_GROUP + 1)
NEXT_MONTH = datetime(2026, 12, 1, tzinfo=UTC)


async def looks(world: World) -> str:
    desk = Operator(FakeEraser(), world.store, FakeKeyDesk(), world.clock, FakeMachine())
    return view_page(await desk.organisation_view())


async def opens(world: World, coach: Chatter, name: str) -> Chatter:
    await coach.writes("invite")
    client = world.person(name, name.title())
    await client.writes(coach.code())
    return client


async def lives(crowd: int, acts: tuple[str, ...]) -> list[str]:
    """What the organisation reads on each of 20 days, across the first of a month."""
    world = World()
    coach = world.person("coach", "Daniel")
    await coach.writes("invite")
    await coach.presses("Yes, once a week")
    for number in range(crowd):
        await privately(await opens(world, coach, f"client {number}"), coach, "joins")
    one = await opens(world, coach, "mai")
    pages = [await looks(world)]
    for act in acts:
        if act == "declines":
            await one.presses("Not now")
        else:
            await privately(one, coach, act)
        pages.append(await looks(world))
    # As many looks in each world, at the same moments.
    pages = pages[-1:]
    for day in range(1, 20):
        await world.until(datetime(2026, 11, 23, 12, tzinfo=UTC) + timedelta(days=day))
        pages.append(await looks(world))
    return pages


@pytest.mark.parametrize("crowd", CROWDS)
def test_what_one_person_decides_changes_no_byte(crowd: int) -> None:
    same = asyncio.run(lives(crowd, LIVES["agrees"]))
    for name, acts in LIVES.items():
        assert asyncio.run(lives(crowd, acts)) == same, name


async def test_that_somebody_opens_a_code_shows_in_no_month_of_its_own() -> None:
    world = World()
    coach = world.person("coach", "Daniel")
    for number in range(LEAST_GROUP - 1):
        await opens(world, coach, f"client {number}")
    before = await looks(world)
    await opens(world, coach, "mai")
    assert await looks(world) == before
    assert before.count(f"fewer than {LEAST_GROUP}") == 2
    world.clock.at = NEXT_MONTH
    assert f"<td>{LEAST_GROUP} or more</td>" in await looks(world)
    await opens(world, coach, "noor")
    world.clock.at = NEXT_MONTH + timedelta(days=40)
    assert f"<td>{LEAST_GROUP} or more</td>" in await looks(world)


@given(
    st.lists(st.integers(0, 24 * 365), max_size=60),
    st.integers(0, 24 * 365),
    st.integers(LEAST_GROUP, 20),
)
def test_two_looks_differ_by_whole_groups_and_only_across_a_month(
    opened: list[int], at: int, group: int
) -> None:
    """`opened` and `at` are hours of a year."""

    def moment(hours: int) -> datetime:
        return datetime(2026, 1, 1, tzinfo=UTC) + timedelta(hours=hours)

    def count(now: datetime) -> int:
        until = month_began(now)
        return in_whole_groups(sum(moment(one) < until for one in opened), group)

    now, later = moment(at), moment(at + 24)
    assert (count(later) - count(now)) % group == 0
    assert count(later) == count(now) or now.month != later.month


def test_every_line_of_the_doctor_is_shown_or_left_out_with_its_reason() -> None:
    assert sorted([*SHOWN, *LEFT_OUT]) == sorted(line.name for line in LINES)


async def test_no_sentence_of_the_doctor_is_shown_for_it_may_hold_a_number() -> None:
    world = World()
    desk = Operator(FakeEraser(), world.store, FakeKeyDesk(), world.clock, FakeMachine())
    found, page = await desk.doctor(), await looks(world)
    said = [one.sentence for one in found.findings if one.name != "version"]
    assert len(said) > 15
    assert [sentence for sentence in said if sentence in page] == []
