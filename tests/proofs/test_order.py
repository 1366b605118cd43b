"""Events arrive in any order: the last edit counts, and a deleted message stays gone."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from itertools import permutations

import pytest

from bot.chat import Deleted, Edited, Happening, Wrote
from bot.domain.words import Words
from tests.fakes import START
from tests.world import World, joined

MESSAGE = "the-message"
CREATED: Happening = Wrote(Words("first words"), MESSAGE)
EDITS: tuple[Happening, ...] = tuple(
    Edited(MESSAGE, Words(f"edit {number}"), START + timedelta(minutes=number), born=START)
    for number in (1, 2)
)
DELETED: Happening = Deleted(MESSAGE)
DELAYS = [timedelta(0), timedelta(seconds=1), timedelta(days=2)]


async def told(world: World, happenings: Sequence[Happening], delay: timedelta) -> list[str]:
    """Brings every event twice, the second time later. Returns the words that are kept then."""
    client, _ = await joined(world)
    for again in ("", "-again"):
        for number, what in enumerate(happenings):
            event = f"told-{happenings.index(what)}"
            await client.does(what, event if not again or number % 2 else event + again)
            world.clock.at += delay
    tables = world.store._tables  # type: ignore[attr-defined]
    return [a.words.text for a in tables.answers.values() if a.words is not None]


@pytest.mark.parametrize("delay", DELAYS, ids=str)
async def test_the_last_edit_wins_in_every_order(delay: timedelta) -> None:
    for order in permutations([CREATED, *EDITS]):
        assert await told(World(), order, delay) == ["edit 2"], order


@pytest.mark.parametrize("delay", DELAYS, ids=str)
async def test_a_deleted_message_never_comes_back_in_any_order(delay: timedelta) -> None:
    for order in permutations([CREATED, *EDITS, DELETED]):
        assert await told(World(), order, delay) == [], order


async def test_an_older_edit_withdraws_nothing_that_was_shared_after_the_newer_one() -> None:
    world = World()
    client, coach = await joined(world)
    await client.does(CREATED)
    await client.does(EDITS[1])
    await client.asks_to_share()
    await client.presses("Yes")
    await client.presses("Share exactly this")
    await client.does(EDITS[0])
    await coach.writes("digest")
    assert coach.quotes(last=1) == ["edit 2"]
