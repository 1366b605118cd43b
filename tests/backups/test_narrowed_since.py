"""What a person narrowed after the backup: a restore never widens it behind their back."""

from __future__ import annotations

import sqlite3
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from contextlib import asynccontextmanager, closing
from datetime import timedelta
from pathlib import Path

import pytest

from bot.chat import Submitted
from bot.domain import actions
from bot.domain.actions import KEEP_DAYS
from storage.data_folder import DATABASE
from tests.backups.installed import Installed, installed
from tests.backups.test_backup_and_restore import LOSSES, WEEK, the_backup
from tests.databases import SCALED, SQL
from tests.world import Chatter, World, joined, text_of

Act = Callable[[Chatter, str], Awaitable[object]]
TOLD = "restored-ask"


def types(line: str, *labels: str) -> Act:
    async def act(client: Chatter, engagement: str) -> None:
        await client.writes(line)
        for label in labels:
            await client.presses(label)

    return act


def times(**other: str) -> Act:
    async def act(client: Chatter, engagement: str) -> None:
        usual = {"days": "MO,TH", "every": "1", "zone": "Europe/Berlin"}
        values = {**usual, "from": "09:00", "to": "11:00", **other}
        await client.does(Submitted(actions.RHYTHM_SET(engagement), values))
        await client.presses("That's right")

    return act


def rests(**other: str) -> Act:
    async def act(client: Chatter, engagement: str) -> None:
        values = {"quiet-from": "", "quiet-to": "", "off": "", "holidays": "", **other}
        await client.does(Submitted(actions.HOURS(engagement), values))
        await client.presses("That's right")

    return act


NARROWED: Mapping[str, Act] = {
    "days": types("not on Mondays", "That's right"),
    "hours": times(**{"from": "10:00"}),
    "frequency": times(every="2"),
    "quiet hours": rests(**{"quiet-from": "10:00", "quiet-to": "09:30"}),
    "days off": rests(off="24 December"),
    "holidays": rests(holidays="DE"),
    "a question": types("my questions", "Leave out number 1"),
    "depth": types("my questions", "Depth: light"),
    "a topic": types("my questions", "Topics …", "Nothing about: work"),
    "less often": types("too often"),
    "less personal": types("too personal"),
    "language": types("auf Deutsch bitte"),
    "keeping": types("keeping", "7 days"),
}


FEW = ("days", "a topic", "keeping")


async def stored_of(world: World, client: Chatter) -> object:
    """What is stored of a client, but for what is noted with each of their lines."""
    async with world.store.transaction() as tx:
        who = await tx.person_at(client.address)
        assert who is not None
        mine = await tx.engagements_of(who.id)
        rhythms = [await tx.rhythm(one.id) for one in mine]
        choices = [await tx.asking(one.id) for one in mine]
        return who.language, who.pause, mine, rhythms, choices


@asynccontextmanager
async def since(org: Installed, world: World) -> AsyncIterator[None]:
    """Starts again, on what is there now."""
    async with org.running() as opened:
        world.store = opened.store
        await world.restart()
        yield


async def restored(org: Installed) -> None:
    """Restores the backup, until things could leave again."""
    await org.restored(the_backup(org))
    org.resumed()


async def everyone(world: World, count: int) -> list[Chatter]:
    """One client for each kind, each with a coach of their own."""
    found = []
    for number in range(count):
        client, _ = await joined(world, client=f"client{number}", coach=f"coach{number}")
        await client.writes(f"MARKER{number}")
        found.append(client)
    return found


async def narrowed(org: Installed, acts: Mapping[str, Act]) -> tuple[World, list[Chatter]]:
    """Plays the acts after a backup, each by a client of its own; returns the world."""
    async with org.running() as opened:
        world = World(opened.store)
        clients = await everyone(world, len(acts))
        await org.backed_up()
        world.clock.forward(minutes=5)
        for client, (kind, act) in zip(clients, acts.items(), strict=True):
            before = await stored_of(world, client)
            async with world.store.transaction() as tx:
                who = await tx.person_at(client.address)
                assert who is not None
                (mine,) = await tx.engagements_of(who.id)
            await act(client, mine.id)
            assert await stored_of(world, client) != before, f"{kind} changed nothing"
    return world, clients


@pytest.mark.parametrize(
    ("kind", "loss"), [("sqlite", "disk"), ("sqlite", "database"), (SCALED, "disk")]
)
async def test_nothing_leaves_until_they_have_looked(kind: str, loss: str, tmp_path: Path) -> None:
    org = installed(kind, tmp_path)
    # A server takes longer, and the rule is the same for all of them.
    acts = {what: NARROWED[what] for what in (NARROWED if kind == "sqlite" else FEW)}
    world, clients = await narrowed(org, acts)
    LOSSES[loss](org)
    await restored(org)
    left = len(world.platform.arrived)
    async with since(org, world):
        await world.until(world.clock.now() + 2 * WEEK)
        assert world.platform.arrived[left:] == []
        for what, client in zip(acts, clients, strict=True):
            answers = await client.writes("next")
            assert [one.template for one in answers].count(TOLD) == 1, what
            assert answers[0].template == TOLD, what
        await world.until(world.clock.now() + 2 * WEEK)
        assert world.platform.arrived[left:] == []
        await clients[0].presses("Resume")
        await world.until(world.clock.now() + WEEK)
        assert {one.to for one in world.platform.arrived[left:]} == {clients[0].address}


async def one_restored(org: Installed, *lines: str) -> tuple[World, Chatter, Chatter]:
    """A client who wrote these lines, then lost the disk."""
    async with org.running() as opened:
        world = World(opened.store)
        client, coach = await joined(world)
        for line in lines:
            await client.writes(line)
        await org.backed_up()
    org.lose_the_disk()
    await restored(org)
    return world, client, coach


async def test_they_read_it_once_before_they_can_resume(tmp_path: Path) -> None:
    org = installed("sqlite", tmp_path)
    world, client, coach = await one_restored(org)
    async with since(org, world):
        assert [one.template for one in await client.writes("resume")] == [TOLD]
        assert TOLD not in [one.template for one in await client.writes("hello")]
        for line in ("what do you hold", "next"):
            assert (await client.writes(line))[0].template == TOLD, line
        said = "I was restored from a backup of"
        assert said in text_of([await client.opens_home()])
        assert "I'll write on" in text_of(await client.writes("resume"))
        assert said not in text_of([await client.opens_home()])
        assert TOLD not in [one.template for one in await client.writes("what do you hold")]
        assert (await coach.writes("clients"))[0].template == TOLD


async def test_a_pause_until_a_date_goes_on(tmp_path: Path) -> None:
    org = installed("sqlite", tmp_path)
    world, client, _ = await one_restored(org, "pause for three weeks")
    async with since(org, world):
        await client.writes("hello")
        assert "Paused" in text_of(await client.writes("resume"))
        left = len(client.shown)
        await world.until(world.clock.now() + 2 * WEEK)
        assert len(client.shown) == left
        await world.until(world.clock.now() + 2 * WEEK)
        assert len(client.shown) > left


async def test_a_stop_says_nothing_more(tmp_path: Path) -> None:
    org = installed("sqlite", tmp_path)
    world, client, _ = await one_restored(org)
    async with since(org, world):
        assert TOLD not in [one.template for one in await client.writes("stop")]


@pytest.mark.parametrize("loss", LOSSES)
@pytest.mark.parametrize("kind", SQL)
async def test_answers_stay_no_longer_than_was_chosen_since(
    kind: str, loss: str, tmp_path: Path
) -> None:
    """Also where the client chose a longer time for new answers after it."""
    org = installed(kind, tmp_path)
    async with org.running() as opened:
        world = World(opened.store)
        client, _ = await joined(world)
        await client.writes("MARKERWORDS about my boss")
        await org.backed_up()
        world.clock.forward(minutes=5)
        for label in (f"{KEEP_DAYS[0]} days", f"{KEEP_DAYS[2]} days", f"{KEEP_DAYS[1]} days"):
            await client.writes("keeping")
            await client.presses(label)
            world.clock.forward(minutes=5)
    LOSSES[loss](org)
    await restored(org)
    async with since(org, world):
        assert "MARKERWORDS" in text_of(await client.writes("what do you hold"))
        assert f"{KEEP_DAYS[0]} days" in text_of(await client.writes("keeping"))
        await world.until(world.clock.now() + timedelta(days=KEEP_DAYS[0] + 1))
        assert "MARKERWORDS" not in text_of(await client.writes("what do you hold"))


async def test_keeping_chosen_before_the_backup_is_as_it_was(tmp_path: Path) -> None:
    org = installed("sqlite", tmp_path)
    async with org.running() as opened:
        world = World(opened.store)
        client, _ = await joined(world)
        for label in ("7 days", "90 days"):
            await client.writes("keeping")
            await client.presses(label)
            world.clock.forward(minutes=5)
        await client.writes("MARKERWORDS about my boss")
        await org.backed_up()
    query = "SELECT until FROM answer"
    with closing(sqlite3.connect(org.data / DATABASE)) as database:
        before = database.execute(query).fetchall()
    org.lose_the_disk()
    await restored(org)
    with closing(sqlite3.connect(org.data / DATABASE)) as database:
        assert database.execute(query).fetchall() == before
