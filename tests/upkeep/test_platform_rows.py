"""An erase takes what a platform itself keeps of somebody, whether the bot knows them or not.

Whoever has only typed their address or opened the page is no person yet: the bot stores nothing,
and the platform does.
"""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

import pytest
from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncEngine

from adapters.local.adapter import LocalAdapter
from adapters.local.transcript import Transcript
from adapters.mail.page.mounting import doors_of
from adapters.mail.tables import META
from adapters.teams.tables import META as TEAMS
from adapters.teams.tables import OwnMessage
from bot.chat import Event, Message, Pressed, Text, Wrote
from bot.commands.erase import told
from bot.commands.workspace import told as told_of_workspace
from bot.domain.actions import ERASE
from bot.domain.operator import Erasure
from bot.domain.people import Address, Person
from bot.domain.words import Words
from bot.ports import Adapter, KeepsRows
from bot.run.bot import Bot
from bot.run.platforms import registered
from bot.settings import Settings
from bot.upkeep.operator import Operator
from bot.upkeep.workspaces import WorkspaceRemoval
from tests.adapters.mail.support import ANNA, PUBLIC, mail
from tests.adapters.support import OpenSealer, ScriptedDesk, keyed_hash
from tests.adapters.teams.support import TENANT, chat_of, teams
from tests.fakes import FakeClock, SeededChance
from tests.memory_store.store import MemoryStore
from tests.operators import FakeKeyDesk, FakeMachine

# Slack's own tables are about installs: none of them has a row about a person.
ABOUT_NOBODY = {"slack"}


class Keeper(Adapter, KeepsRows, Protocol):
    """A platform that keeps rows of its own about people."""


@dataclass
class House:
    """A bot with one platform. `met` are ways in which the platform comes to know `who`."""

    adapter: Keeper
    who: Address
    met: dict[str, Callable[[], Awaitable[object]]]
    rows: Callable[[], Awaitable[int]]
    store: MemoryStore
    clock: FakeClock

    def __post_init__(self) -> None:
        chance, platforms = SeededChance(3), {self.adapter.platform: self.adapter}
        self.bot = Bot(self.store, platforms, self.clock, chance, Settings())
        parts = self.store, platforms, self.clock, chance, Settings()
        removal = WorkspaceRemoval(self.bot.events, *parts)
        desk = self.bot.events, self.store, FakeKeyDesk(), self.clock, FakeMachine(), platforms
        self.operator = Operator(*desk, removal=removal)

    async def begins(self) -> None:
        async with self.store.transaction() as tx:
            person = Person("p1", self.who, Words("Anna"), "en", "Europe/Berlin")
            await tx.save_person(person, self.clock.now())

    async def does(self, what: Wrote | Pressed, number: int) -> list[Message]:
        event = Event(f"e{number}", self.who, Words("Anna"), what, language="en")
        return list(await self.bot.events.handle(event))


async def count(engine: AsyncEngine, *tables: str) -> int:
    found = 0
    async with engine.connect() as db:
        for table in (*META.sorted_tables, *TEAMS.sorted_tables):
            if table.name.startswith(tables):
                one = await db.execute(select(func.count()).select_from(table))
                found += int(one.scalar_one())
    return found


@asynccontextmanager
async def with_mail(folder: Path) -> AsyncIterator[House]:
    sealer = OpenSealer()
    async with mail(folder, sealer=sealer) as opened:
        doors = doors_of(opened.engine, sealer, keyed_hash, PUBLIC)
        opened.adapter._links = doors.links
        now = opened.clock.now

        async def opens() -> None:
            await opened.adapter.meets(ANNA, "en")
            url = await doors.links.make(ANNA, now())
            token = url.rpartition("/")[2]
            await doors.links.redeem(token, "d" * 43, now())
            await opened.adapter.add_own(ANNA, "e1", Words("who are you?"), now())

        yield House(
            opened.adapter,
            ANNA,
            {"opened": opens, "never opened": lambda: doors.links.make(ANNA, now())},
            lambda: count(opened.engine, "mail"),
            MemoryStore(),
            opened.clock,
        )


@asynccontextmanager
async def with_teams(folder: Path) -> AsyncIterator[House]:
    clock, who = FakeClock(), Address("teams", TENANT, "mai")
    async with teams(folder, clock=clock) as there:

        async def wrote() -> None:
            await there.rows.remember(chat_of(there.peer.address, "mai"))
            await there.rows.note(who, OwnMessage("1", clock.now()))

        engine = there.rows._engine
        rows = lambda: count(engine, "teams")  # noqa: E731
        yield House(there.adapter, who, {"wrote": wrote}, rows, MemoryStore(), clock)


@asynccontextmanager
async def with_local(folder: Path) -> AsyncIterator[House]:
    transcript = await Transcript.open(folder / "local.db", OpenSealer(), keyed_hash)
    adapter, who, clock = LocalAdapter(transcript), Address("local", "local", "mai"), FakeClock()
    adapter.desk = ScriptedDesk()

    async def sees() -> None:
        message = Message("a", "A note", (Text("Hello"),), language="en")
        await adapter.send(who, message, "r1")

    try:
        rows = lambda: transcript.count(None)  # noqa: E731
        yield House(adapter, who, {"saw": sees}, rows, MemoryStore(), clock)
    finally:
        await transcript.close()


HOUSES = {"mail": with_mail, "teams": with_teams, "local": with_local}
WAYS = [("mail", "opened"), ("mail", "never opened"), ("teams", "wrote"), ("local", "saw")]


def test_every_platform_that_keeps_rows_is_tried() -> None:
    assert set(HOUSES) | ABOUT_NOBODY == set(registered())


@pytest.mark.parametrize("begun", [False, True], ids=["before begin", "after begin"])
@pytest.mark.parametrize(("platform", "way"), WAYS)
async def test_the_operators_erase_takes_the_platforms_rows(
    platform: str, way: str, begun: bool, tmp_path: Path
) -> None:
    async with HOUSES[platform](tmp_path) as house:
        await house.met[way]()
        if begun:
            await house.begins()
        assert await house.rows() > 0
        done = await house.operator.erase(house.who)
        assert done.found
        assert sum(done.before.values()) > 0
        assert not any(done.after.values())
        assert await house.rows() == 0
        assert "Gone: nothing" not in "\n".join(told(done))
        again = await house.operator.erase(house.who)
        assert not again.found
        assert "look at the spelling" in "\n".join(told(again))


@pytest.mark.parametrize(("platform", "way"), WAYS)
async def test_their_own_erase_before_they_begin_takes_them_too(
    platform: str, way: str, tmp_path: Path
) -> None:
    async with HOUSES[platform](tmp_path) as house:
        await house.met[way]()
        asked = await house.does(Wrote(Words("erase"), "m1"), 1)
        assert [one.template for one in asked] == ["erase-ask"]
        done = await house.does(Pressed(ERASE("yes")), 2)
        assert [one.template for one in done] == ["erased"]
        assert await house.rows() == 0
        nothing = await house.does(Wrote(Words("erase"), "m2"), 3)
        assert [one.template for one in nothing] == ["hold"]


@pytest.mark.parametrize(("platform", "way"), WAYS)
async def test_a_removed_workspace_leaves_none_of_them(
    platform: str, way: str, tmp_path: Path
) -> None:
    async with HOUSES[platform](tmp_path) as house:
        await house.met[way]()
        done = await house.operator.remove_workspace(house.who)
        assert sum(done.before.values()) > 0
        assert done.is_whole
        assert await house.rows() == 0
        assert "Whole: nothing is left." in "\n".join(told_of_workspace(house.who, done))
        again = await house.operator.remove_workspace(house.who)
        text = "\n".join(told_of_workspace(house.who, again))
        assert "Whole" not in text
        assert "look at the spelling" in text


@pytest.mark.parametrize(("platform", "way"), WAYS)
async def test_a_misspelt_workspace_touches_nobody_elses_rows(
    platform: str, way: str, tmp_path: Path
) -> None:
    async with HOUSES[platform](tmp_path) as house:
        await house.met[way]()
        there = await house.rows()
        elsewhere = Address(platform, "lokal", house.who.user)
        done = await house.operator.erase(elsewhere)
        assert not done.found
        assert not (await house.operator.remove_workspace(elsewhere)).found
        assert await house.rows() == there


async def test_the_traces_of_an_address_without_a_person_go_and_are_counted(
    tmp_path: Path,
) -> None:
    async with with_mail(tmp_path) as house:
        async with house.store.transaction() as tx:
            await tx.approve_coach(tx.coach_reference(ANNA), house.clock.now())
        done = await house.operator.erase(ANNA)
        assert (done.found, done.before["coach_approval"]) == (True, 1)
        assert "coach_approval 1, 0" in "\n".join(told(done))


def test_nothing_and_no_platform_is_no_promise() -> None:
    text = "\n".join(told(Erasure(None, reached=False)))
    assert "was not connected" in text


async def test_the_mail_page_never_says_that_somebody_else_keeps_it(tmp_path: Path) -> None:
    async with with_mail(tmp_path) as house:
        await house.met["opened"]()
        (held,) = await house.does(Wrote(Words("what do you hold"), "m1"), 1)
    said = " ".join(block.text for block in held.blocks if isinstance(block, Text))
    assert "not by me" not in said
    assert "I keep this page here" in said
