"""Twelve weeks in a minute: two check-ins a week, answered as people answer them.

It counts what came by itself and what was offered, whatever the answer was: words, a tap, a pass,
another question, a loss, or nothing at all.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import datetime, timedelta
from itertools import cycle, pairwise
from zoneinfo import ZoneInfo

from bot.chat import Message
from bot.text import catalogue
from tests.scenarios.question_sets.weeks import question_in
from tests.world import Chatter, World, joined

SAY = catalogue("en")
BERLIN = ZoneInfo("Europe/Berlin")
TWELVE_WEEKS = timedelta(weeks=12)
# What the client types to one check-in after the other. A word in brackets is a button.
ANSWERS = (
    ("ok i guess. long week",),
    ("[Pass]",),
    ("[4]", "slept better"),
    ("one line before i close the laptop",),
    ("[Another question]", "nothing much tbh"),
    (),
    ("my grandma died on tuesday",),
    ("later today",),
    ("talked to ben, short but fine", "also the plan is sent"),
    ("[2]", "step", "write one line before i close the laptop"),
    ("[Fine]", "[Pass]"),
)
HALF = timedelta(weeks=6)
STEP_OFFER = "step-offer"


async def answers(client: Chatter, lines: Sequence[str]) -> list[Message]:
    """The client types and presses. A button that this question does not have is left.

    Of a step that is asked about, they say that it is done, and what helped.
    """
    shown: list[Message] = []
    if client.has("Done", last=1):
        lines = ("[Done]", "i put a note on the screen")
    for line in lines:
        label = line.strip("[]")
        if label == line:
            shown += await client.writes(line)
        elif client.has(label, last=1):
            shown += await client.presses(label)
    return shown


async def chooses(client: Chatter, set_id: str) -> None:
    await client.writes("my questions")
    await client.presses(SAY("questions-others"))
    await client.presses(SAY(f"set-{set_id}"))


async def test_twelve_weeks_ask_much_write_little_and_offer_seldom() -> None:
    world = World()
    client, _ = await joined(world)
    end = world.clock.now() + TWELVE_WEEKS
    came: list[datetime] = []
    asked: list[str] = []
    offered: Counter[datetime] = Counter()
    half: datetime | None = world.clock.now() + HALF
    for lines in cycle(ANSWERS):
        due = await world.bot.deliveries.next_due()
        if due is None or due >= end:
            break
        if half is not None and world.clock.now() > half:
            half = None
            await chooses(client, "strengths")
        before = len(world.platform.arrived)
        await world.skip()
        new = [one for one in world.platform.arrived[before:] if one.to == client.address]
        came += [one.at for one in new]
        asked += [name for one in new if (name := question_in(one.message)) is not None]
        if not new:
            continue
        replies = await answers(client, lines)
        asked += [name for one in replies if (name := question_in(one)) is not None]
        today = world.clock.now().astimezone(BERLIN).replace(hour=0, minute=0, second=0)
        offered[today.replace(microsecond=0)] += sum(one.template == STEP_OFFER for one in replies)
    assert len(set(asked)) >= 20, sorted(set(asked))
    weeks = Counter(at.astimezone(BERLIN).isocalendar()[:2] for at in came)
    assert max(weeks.values()) <= 3, weeks
    assert len(weeks) >= 11
    assert all(later - earlier >= timedelta(hours=1) for earlier, later in pairwise(sorted(came)))
    assert max(offered.values()) <= 1, offered
    assert sum(offered.values()) > 0
    told = client.sees().casefold()
    assert not [word for word in ("streak", "missed", "well done", "proud") if word in told]
