"""Never 3: two worlds that differ only in private things look the same to everybody else.

In one world the client does many things, in the other something else or nothing, not even joining.
Coach and clock do the same in both. The test compares what the coach reads (files too), the log
and the metrics. An administrator can read nothing at all. If only words and taps differ, the
queue is the same too.
"""

from __future__ import annotations

import asyncio
import re
from collections.abc import Awaitable, Callable, Mapping
from datetime import timedelta

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from structlog.testing import capture_logs

from bot import ports
from bot.chat import Document, Message
from bot.domain import actions
from bot.metrics import METRICS
from bot.plain import to_plain
from tests.scenarios.sponsoring.house import House, names
from tests.world import Chatter, World, joined

COACH = (
    "invite",
    "digest",
    "what do you hold",
    "my switches",
    "help",
    "own code",
    "stranger",
    "receipt",
    "who has seen this",
    "keeping",
    "a file",
    "my clients",
    "my profile",
    "my questions",
    "home",
    "opens home",
    "what a good step that was",
    "Mai",
    "what did Mai share",
    "brief Mai",
    "briefs",
    "sponsor",
    "names who pays",
    "names nobody",
    "my coach is outside",
    "ends all",
)
ID = re.compile(r"[0-9a-f]{32,64}")


async def tap(client: Chatter, *labels: str) -> None:
    """Presses what is there: in a history an act may come before what it needs."""
    for label in labels:
        if client.has(label):
            await client.presses(label)


async def press(client: Chatter, *labels: str) -> None:
    """Presses all of them, and fails where one is missing."""
    for label in labels:
        assert client.has(label), (label, client.sees())
        await client.presses(label)


# By act: the line that a client types, and the buttons that they then press if offered.
ACTS: Mapping[str, tuple[str | None, tuple[str, ...]]] = {
    "writes": ("something private", ()),
    "corrects": (None, ("Not what I meant",)),
    "drops": (None, ("Don't keep",)),
    "marks": (None, ("Another question", "3")),
    "passes": (None, ("Pass",)),
    "previews": ("my words", ("Share with Daniel", "Yes")),
    "approves and takes back": (
        "my words",
        ("Share with Daniel", "Yes", "Share exactly this", "Take it back"),
    ),
    "sets a step": ("when I wake up, then I stretch", ()),
    "guesses": ("AAAA-2222", ()),
    "erases a part": ("erase", ("Only a part …", "The last 30 days", "Erase it")),
    "chooses how long": ("keeping", ("7 days",)),
    "turns keeping off": ("my switches", ("Turn off: Keep my words", "Turn off: Check-ins")),
    "asks for a file": ("what do you hold", ("Give me all of it as a file",)),
    "pauses": ("pause for a week", ()),
    "wants a reminder": ("my switches", ("Turn on: Check-in reminder", "Yes")),
    "wants none": ("my switches", ("Turn off: Check-in reminder",)),
    "sets a session": ("our next session", ("Set it …",)),
    "strikes a question": ("my questions", ("Leave out number 1", "Depth: light")),
    "closes a topic": ("my questions", ("Topics …", "Nothing about: work")),
    "wants less": ("too often", ()),
    "finds it personal": ("too personal", ()),
    "types times": ("not on Mondays", ("That's right",)),
    "has a hard day": ("I want to die", ("No",)),
    "speaks another language": ("auf Deutsch bitte", ()),
    "looks at wins": ("my wins", ()),
    "opens home": ("home", ("My permissions", "Pause …")),
    "answers first questions": (None, ("Two first questions", "Pass")),
    "rests": (None, ("Pause",)),
    "stops": ("stop", ()),
    "resumes": ("resume", ()),
    "erases": ("erase", ("Erase everything",)),
}
# Acts that need more than one line and some buttons.
OTHERWISE = ("joins", "refuses", "writes to who pays")

steps = st.lists(
    st.tuples(st.sampled_from(COACH), st.integers(0, 9)),
    min_size=1,
    max_size=6,
)
secrets = st.lists(
    st.lists(st.sampled_from([*OTHERWISE, *ACTS]), max_size=5), min_size=6, max_size=6
)


# What a client who has joined, and was asked, does first, so that each label of an act is there.
FIRST: Mapping[str, tuple[str, ...]] = {
    **dict.fromkeys(("corrects", "drops", "erases a part"), ("writes",)),
    **dict.fromkeys(("previews", "approves and takes back"), ("writes",)),
    "wants none": ("wants a reminder",),
    # Where it cannot be less often, a pause is offered.
    "rests": ("wants less",) * 4,
}
Press = Callable[..., Awaitable[None]]


async def privately(client: Chatter, coach: Chatter, act: str, press: Press = tap) -> None:
    if act in ("joins", "refuses"):
        await client.writes(coach.code())
        answer = "Yes" if act == "joins" else "No"
        await press(client, "I agree", answer, answer, answer)
        if client.shown[-1].template == "rhythm-ask":
            await client.submits()
            await press(client, "That's right")
        return
    if act == "writes to who pays":
        await client.writes("sponsor")
        await press(client, "Write a line for them", "Yes")
        if client.shown[-1].template == "sponsor-line-ask":
            await client.submits(sentence="something private", sessions="3")
        await press(client, "Send exactly this")
        return
    line, labels = ACTS[act]
    if line is not None:
        await client.writes(line)
    await press(client, *labels)


async def live(coach_does: list[tuple[str, int]], private: list[list[str]]) -> list[str]:
    world, before = House(), failures()
    coach, client = world.person("coach", "Daniel"), world.person("client", "Mai")
    await coach.writes("invite")
    await coach.presses("Yes, once a week")
    with capture_logs() as logs:
        for (line, days), acts in zip(coach_does, private, strict=False):
            for act in acts:
                await privately(client, coach, act)
            await publicly(coach, line)
            await world.until(world.clock.now() + timedelta(days=days))
    arrived = [a.at.isoformat() for a in world.platform.arrived if a.to == coach.address]
    return [*(read(message) for message in coach.shown), *arrived, repr(logs), metrics(before)]


async def publicly(coach: Chatter, line: str) -> None:
    match line:
        case "stranger":
            await coach.writes("BBBB-3333")
        case "own code":
            await coach.writes(coach.code())
        case "a file":
            await coach.writes("what do you hold")
            await coach.presses("Give me all of it as a file")
        case "opens home":
            await coach.opens_home()
        case "briefs":
            await coach.presses_raw(actions.BRIEFS("yes"))
        case "names who pays":
            await names(coach)
        case "names nobody":
            await coach.presses_raw(actions.SPONSOR_NOBODY())
        case "ends all":
            await coach.presses_raw("end-all:yes")
        case _:
            await coach.writes(line)


def read(message: Message) -> str:
    """Returns the whole text of a message, files included, without its random ids."""
    files = [block.content.text for block in message.blocks if isinstance(block, Document)]
    return ID.sub("#", "\n".join([to_plain(message), *files]))


def failures() -> dict[str, float]:
    lines = METRICS.exposed().decode().splitlines()
    pairs = (line.rsplit(" ", 1) for line in lines if line.startswith("handrail_failures_total"))
    return {name: float(value) for name, value in pairs}


def metrics(before: dict[str, float]) -> str:
    """Returns what the metrics show more than `before`."""
    more = {name: value - before.get(name, 0) for name, value in failures().items()}
    shown = METRICS.exposed().decode()
    ticked = [line for line in shown.splitlines() if "timestamp_seconds " in line]
    return repr((more, ticked))


@settings(
    max_examples=80,
    deadline=None,
    derandomize=True,
    suppress_health_check=list(HealthCheck),
)
@given(coach_does=steps, one=secrets, other=secrets)
@example(
    coach_does=[("names who pays", 0), ("sponsor", 0), ("Mai", 3), ("what do you hold", 0)],
    one=[["joins"], ["joins", "writes to who pays"], [], []],
    other=[["joins"], ["joins"], [], []],
)
def test_what_is_private_changes_nothing_that_a_coach_can_see(
    coach_does: list[tuple[str, int]], one: list[list[str]], other: list[list[str]]
) -> None:
    assert asyncio.run(live(coach_does, one)) == asyncio.run(live(coach_does, other))


@pytest.mark.parametrize("act", [*OTHERWISE, *ACTS])
async def test_each_act_presses_what_it_names(act: str) -> None:
    """Otherwise the histories above would compare worlds in which nothing was done."""
    world = House()
    if act in ("joins", "refuses"):
        coach, client = world.person("coach", "Daniel"), world.person("client", "Mai")
        await coach.writes("invite")
    else:
        client, coach = await joined(world)
        await names(coach)
        await world.skip()
    for one in (*FIRST.get(act, ()), act):
        await privately(client, coach, one, press)


WORDS = st.lists(
    st.tuples(st.text(min_size=1, max_size=40), st.integers(1, 5)), min_size=4, max_size=4
)


async def answer_four_weeks(said: list[tuple[str, int]]) -> list[str]:
    """Plays four weeks with the same acts; only the words and taps come from `said`."""
    world, before = World(), failures()
    client, coach = await joined(world)
    with capture_logs() as logs:
        for words, tapped in said:
            await world.skip()
            # The second question of the weekly set, behind the first, has taps.
            while str(tapped) not in {button.label for button in client.buttons()}:
                await client.presses("Another question")
            await client.presses(str(tapped))
            await client.writes(f"well, {words} it was")
            await coach.writes("digest")
            await world.until(world.clock.now() + timedelta(days=7))
    queue = [
        (d.kind, d.slot, d.not_before, d.not_after, d.state, d.attempts, d.settled_at, d.reason)
        for d in world.store._tables.deliveries.values()  # type: ignore[attr-defined]
    ]
    arrived = [(a.to.chat_key, a.message.template, a.at) for a in world.platform.arrived]
    told = [read(message) for message in coach.shown]
    return [*told, repr(queue), repr(arrived), repr(logs), metrics(before)]


@settings(max_examples=25, deadline=None, derandomize=True)
@given(one=WORDS, other=WORDS)
def test_words_and_taps_change_nothing_in_the_queue_either(
    one: list[tuple[str, int]], other: list[tuple[str, int]]
) -> None:
    assert asyncio.run(answer_four_weeks(one)) == asyncio.run(answer_four_weeks(other))


def test_no_port_lets_an_administrator_read() -> None:
    """An operator has settings, commands without content, metrics and the log, and no more.

    A platform uses `Desk` on behalf of the person who writes to it. The page of a guest link asks
    `GuestDesk` about that link alone, and reads yes or no.
    """
    readers = {name for name in vars(ports) if name.endswith(("Side", "Desk"))}
    assert readers == {"CoachSide", "ClientSide", "KeyDesk", "Desk", "GuestDesk"}
