"""Never 3: two worlds that differ only in what is private look the same to the coach, and in logs.

In one world the client does all sorts of things, in the other something else or nothing at all,
not even joining. Coach and clock do the same in both.
"""

from __future__ import annotations

import asyncio
from datetime import timedelta

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from structlog.testing import capture_logs

from bot.plain import to_plain
from tests.world import Chatter, World

PRIVATE = (
    "joins",
    "refuses",
    "writes",
    "keeps",
    "drops",
    "marks",
    "passes",
    "previews",
    "sets a step",
    "pauses",
    "stops",
    "resumes",
    "erases",
    "guesses",
    "approves and takes back",
)
COACH = ("invite", "digest", "what do you hold", "my switches", "help", "own code", "stranger")

steps = st.lists(
    st.tuples(st.sampled_from(COACH), st.integers(0, 9)),
    min_size=1,
    max_size=6,
)
secrets = st.lists(st.lists(st.sampled_from(PRIVATE), max_size=5), min_size=6, max_size=6)


async def tap(client: Chatter, *labels: str) -> None:
    for label in labels:
        if label in [b.label for b in client.buttons()]:
            await client.presses(label)


async def privately(world: World, client: Chatter, coach: Chatter, act: str) -> None:
    match act:
        case "joins" | "refuses":
            await client.writes(coach.code())
            answer = "Yes" if act == "joins" else "No"
            await tap(client, "I agree", answer, answer, answer)
            if client.shown[-1].template == "rhythm-ask":
                await client.submits()
                await tap(client, "That's right")
        case "writes":
            await client.writes("something private")
        case "keeps" | "drops" | "marks" | "passes":
            labels = {
                "keeps": "Keep private",
                "drops": "Don't keep",
                "marks": "3",
                "passes": "Pass",
            }
            await tap(client, labels[act])
        case "previews":
            await client.writes("something private")
            await tap(client, "Share with Daniel", "Yes")
        case "approves and takes back":
            await client.writes("something private")
            await tap(client, "Share with Daniel", "Yes", "Share exactly this", "Take it back")
        case "sets a step":
            await client.writes("when I wake up, then I stretch")
        case "guesses":
            await client.writes("AAAA-2222")
        case _:
            lines = {
                "pauses": "pause for a week",
                "stops": "stop",
                "resumes": "resume",
                "erases": "erase",
            }
            await client.writes(lines[act])
            await tap(client, "Erase everything")


async def live(coach_does: list[tuple[str, int]], private: list[list[str]]) -> list[str]:
    world = World()
    coach, client = world.person("coach", "Daniel"), world.person("client", "Mai")
    await coach.writes("invite")
    await coach.presses("Yes, on Fridays")
    with capture_logs() as logs:
        for (line, days), acts in zip(coach_does, private, strict=False):
            for act in acts:
                await privately(world, client, coach, act)
            if line == "stranger":
                await coach.writes("BBBB-3333")
            else:
                await coach.writes(coach.code() if line == "own code" else line)
            await world.until(world.clock.now() + timedelta(days=days))
    arrived = [a.at.isoformat() for a in world.platform.arrived if a.to == coach.address]
    return [*(to_plain(message) for message in coach.shown), *arrived, repr(logs)]


@settings(
    max_examples=80,
    deadline=None,
    derandomize=True,
    suppress_health_check=list(HealthCheck),
)
@given(coach_does=steps, one=secrets, other=secrets)
def test_what_is_private_changes_nothing_that_a_coach_can_see(
    coach_does: list[tuple[str, int]], one: list[list[str]], other: list[list[str]]
) -> None:
    assert asyncio.run(live(coach_does, one)) == asyncio.run(live(coach_does, other))
