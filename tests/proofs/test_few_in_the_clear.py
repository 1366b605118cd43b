"""Never 3: without keys, nothing tells which of the few who speak a language somebody is.

Two worlds are the same but for one thing that somebody set, or for when they began. Every clear
column of every table and of the key store, and the statements that wrote, are the same in both. Due
times are in the clear, because the claim finds by them what is due; here both worlds have the same.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

import pytest

from bot.chat import Submitted
from bot.domain import actions
from tests.databases import opened
from tests.proofs.clear_columns import clear_rows, writes
from tests.proofs.test_two_worlds_in_the_clear import engagement_of
from tests.world import Chatter, World, joined

# What the client does once they have joined. Both worlds do the same, with other values.
Act = Callable[[World, Chatter, str], Awaitable[None]]


def speaks(language: str) -> Act:
    async def act(world: World, client: Chatter, engagement: str) -> None:
        client.language = language
        await client.presses_raw(actions.LANGUAGE(language))
        # What is agreed to from now on is agreed to in that language.
        await client.presses_raw(actions.SWITCHES())

    return act


def lives_in(zone: str) -> Act:
    async def act(world: World, client: Chatter, engagement: str) -> None:
        client.zone = zone
        values = {"days": "MO,TH", "every": "1", "zone": zone, "from": "09:00", "to": "11:00"}
        await client.does(Submitted(actions.RHYTHM_SET(engagement), values))
        await client.presses("That's right")

    return act


def rests(**values: str) -> Act:
    async def act(world: World, client: Chatter, engagement: str) -> None:
        rest = {"quiet-from": "", "quiet-to": "", "off": "", "holidays": ""} | values
        await client.does(Submitted(actions.HOURS(engagement), rest))
        await client.presses("That's right")

    return act


def asked_every(weeks: str) -> Act:
    """Thursday is next in both; how often it comes shows in later due times only."""

    async def act(world: World, client: Chatter, engagement: str) -> None:
        values = {"days": "MO,TH", "every": weeks, "zone": "Europe/Berlin"}
        values |= {"from": "09:00", "to": "11:00"}
        await client.does(Submitted(actions.RHYTHM_SET(engagement), values))
        await client.presses("That's right")

    return act


PAIRS = {
    "language": (speaks("de"), speaks("vi")),
    "zone": (lives_in("Europe/Berlin"), lives_in("Europe/San_Marino")),
    "days off": (rests(off="24 December"), rests(off="2 January, 5 January, Sunday")),
    "holidays": (rests(holidays="DE"), rests(holidays="DE-BY")),
    "rhythm": (asked_every("1"), asked_every("2")),
}


@pytest.mark.parametrize(("one", "other"), PAIRS.values(), ids=PAIRS)
async def test_what_somebody_set_is_nowhere_in_the_clear(
    one: Act, other: Act, tmp_path: Path
) -> None:
    here, there = await live(one, tmp_path / "one"), await live(other, tmp_path / "other")
    assert here.sealed != there.sealed
    assert here.clear == there.clear


@pytest.mark.parametrize("later", [timedelta(microseconds=1), timedelta(minutes=7, seconds=3)])
async def test_when_somebody_began_is_in_the_clear_to_the_hour(
    later: timedelta, tmp_path: Path
) -> None:
    async def nothing(world: World, client: Chatter, engagement: str) -> None: ...

    here = await live(nothing, tmp_path / "one")
    there = await live(nothing, tmp_path / "other", later=later)
    assert here.sealed != there.sealed
    assert here.clear == there.clear


async def test_the_comparison_sees_another_due_time(tmp_path: Path) -> None:
    here = await live(lives_in("Europe/Berlin"), tmp_path / "one")
    assert here.clear != (await live(lives_in("Asia/Tokyo"), tmp_path / "other")).clear


@dataclass
class Lived:
    """All that can be read of one world without keys, and what was set, which needs them."""

    clear: list[str]
    sealed: object


async def live(act: Act, folder: Path, later: timedelta = timedelta(0)) -> Lived:
    """Plays one world."""
    async with opened("sqlite", folder) as store:
        world = World(store.store)
        world.clock.at += later
        client, _ = await joined(world, digest=False)
        engagement = await engagement_of(world, client)
        with writes() as written:
            await act(world, client, engagement)
        async with store.store.transaction() as tx:
            person, begun = await tx.person_at(client.address), await tx.engagement(engagement)
            rhythm, ledger = await tx.rhythm(engagement), await tx.ledger(engagement)
        assert person is not None
        assert begun is not None
        assert rhythm is not None
        set_up = (rhythm.rrule, rhythm.zone, rhythm.days_off, rhythm.holidays)
        sealed = (person.language, begun.started_at, *set_up, [entry.at for entry in ledger])
    return Lived([*clear_rows(folder), *written], sealed)
