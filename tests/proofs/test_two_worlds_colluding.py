"""Never 3 for a third account that works together with the coach.

The worlds differ in what one client does, above all in whether they used the coach's code. The
third account is already with this coach, with another coach, or with nobody. It types that code,
used or not, its own and others', and asks everything. What it reads, what the coach reads, the log
and the metrics are the same in both worlds.
"""

from __future__ import annotations

import asyncio
from datetime import timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from structlog.testing import capture_logs

from bot.domain.people import Address
from tests.attacks.colluding import ASKS, MEMBERS, begin, read_by
from tests.proofs.test_two_worlds import ACTS, failures, metrics, privately, tap
from tests.world import Chatter, World

OTHER = Address("local", "local", "other")

LINES = (
    *("the code", "the code", "another's code", "no code", "an old code"),
    *("agrees", "refuses", "gives feedback", "erases"),
    *ASKS,
)
PRIVATE = st.lists(
    st.lists(st.sampled_from(["joins", "joins", "refuses", *ACTS]), max_size=4),
    min_size=6,
    max_size=6,
)
STEPS = st.lists(
    st.tuples(st.sampled_from(LINES), st.sampled_from([0, 0, 0, 1, 15])), min_size=1, max_size=6
)


async def live(member: str, does: list[tuple[str, int]], private: list[list[str]]) -> list[str]:
    world, before = World(), failures()
    coach, third = await begin(world, member)
    code, client = coach.code(), world.person("client", "Mai")
    with capture_logs() as logs:
        for (line, days), acts in zip(does, private, strict=False):
            for act in acts:
                await privately(client, coach, act)
            world.clock.forward(minutes=1)
            await tries(world, third, code, line)
            await world.until(world.clock.now() + timedelta(days=days))
    read = [read_by(coach, 0), *([read_by(third, 0)] if third is not coach else [])]
    return [*read, repr(logs), metrics(before)]


async def tries(world: World, third: Chatter, code: str, line: str) -> None:
    match line:
        case "the code":
            await third.writes(code)
        case "another's code":
            await third.writes(world.people[OTHER].code())
        case "no code":
            await third.writes("AAAA-2222")
        case "an old code":
            await third.writes("my code is bbbb-3333")
        case "agrees":
            await tap(third, "I agree", "Yes", "Yes", "Yes")
        case "refuses":
            await tap(third, "Not now")
        case "gives feedback":
            await third.writes("feedback")
            await third.writes("more silence, please")
            await tap(third, "Without my name", "Yes")
        case "erases":
            await third.writes("erase")
            await tap(third, "Erase everything")
        case _:
            await third.writes(line)


@pytest.mark.parametrize("member", MEMBERS)
@settings(
    max_examples=25,
    deadline=None,
    derandomize=True,
    suppress_health_check=list(HealthCheck),
)
@given(does=STEPS, one=PRIVATE, other=PRIVATE)
def test_a_third_account_reads_the_same_in_both_worlds(
    member: str, does: list[tuple[str, int]], one: list[list[str]], other: list[list[str]]
) -> None:
    assert asyncio.run(live(member, does, one)) == asyncio.run(live(member, does, other))
