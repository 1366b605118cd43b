"""Never 3, with the brief: whoever shared nothing looks the same to the coach, byte for byte.

Client and coach have agreed that the coach sees the next session, and the coach wants briefs. In
one world the client does many private things and shares nothing, in the other something else.
"""

from __future__ import annotations

import asyncio
from datetime import timedelta

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from structlog.testing import capture_logs

from tests.proofs.test_two_worlds import ACTS, failures, metrics, privately, publicly, read
from tests.scenarios.before_session.brief_world import came, lets_see, pair, sets, wants_briefs
from tests.world import World, joined

# What the coach may see, because the client lets them: that they are here, and the next session.
SEEN = {"sets a session", "stops", "erases"}
PRIVATE = sorted(set(ACTS) - SEEN)
secrets = st.lists(st.lists(st.sampled_from(PRIVATE), max_size=4), min_size=4, max_size=4)
lines = st.lists(
    st.sampled_from(["digest", "my clients", "home", "a file", "opens home", "my switches"]),
    min_size=4,
    max_size=4,
)
DAY = timedelta(days=1)


async def live(coach_does: list[str], private: list[list[str]]) -> list[str]:
    world, before = World(), failures()
    client, coach = await pair(world)
    await sets(client, "in 5 days")
    with capture_logs() as logs:
        for line, acts in zip(coach_does, private, strict=True):
            for act in acts:
                await privately(client, coach, act)
            await publicly(coach, line)
            await world.until(world.clock.now() + 2 * DAY)
    arrived = [a.at.isoformat() for a in world.platform.arrived if a.to == coach.address]
    return [*(read(message) for message in coach.shown), *arrived, repr(logs), metrics(before)]


@settings(max_examples=25, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
@given(coach_does=lines, one=secrets, other=secrets)
def test_who_shared_nothing_changes_nothing_that_a_coach_with_briefs_can_see(
    coach_does: list[str], one: list[list[str]], other: list[list[str]]
) -> None:
    assert asyncio.run(live(coach_does, one)) == asyncio.run(live(coach_does, other))


async def test_no_brief_is_like_that_of_a_client_who_has_no_session() -> None:
    """The days of one client who shares nothing, and of one who has no session, read the same."""
    seen = []
    for has_session in (True, False):
        world = World()
        client, coach = await joined(world)
        await lets_see(client)
        await wants_briefs(coach)
        if has_session:
            await sets(client, "in 3 days")
        await client.writes("something private")
        for _ in range(10):
            await coach.writes("digest")
            await world.until(world.clock.now() + DAY)
        seen.append([[read(message) for message in coach.shown], came(world, coach)])
    assert seen[0] == seen[1]


async def test_a_clients_silence_changes_nothing_in_anothers_brief() -> None:
    seen: list[tuple[list[str], list[tuple[str, str]]]] = []
    for joins in (True, False):
        world = World()
        client, coach = await pair(world)
        quiet = world.person("quiet", "Quiet Quentin")
        await coach.writes("invite")
        if joins:
            await quiet.writes(coach.code())
            await quiet.presses("I agree")
            await quiet.writes("something private")
        await sets(client, "in 2 days")
        await client.writes("a thought")
        await client.asks_to_share()
        await client.presses("Yes")
        await client.presses("Share exactly this")
        await world.until(world.clock.now() + 9 * DAY)
        seen.append(([read(message) for message in coach.shown], came(world, coach)))
    assert seen[0] == seen[1]
    assert ("2026-11-24T16:00", "brief") in seen[0][1]
