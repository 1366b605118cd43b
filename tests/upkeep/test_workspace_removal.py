"""A removed workspace leaves no row and no key, and nobody there is messaged.

The rows are counted in every table of the schema: a table that a test adds is counted, too.
"""

from __future__ import annotations

from collections.abc import AsyncIterator, Mapping
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import Column, String, Table, insert

from bot.commands.workspace import told
from bot.domain.operator import TellOperatorError
from bot.domain.people import Address
from bot.domain.workspaces.removal import InstallEnd
from bot.upkeep.workspaces import WorkspaceRemoval
from storage import OpenedStore
from storage.sql.schema import metadata
from storage.sql.store import SqlStore
from tests.databases import SQL, opened
from tests.fakes import FakePlatform
from tests.memory_store.store import MemoryStore
from tests.world import Chatter, World, joined, text_of

GONE = Address("local", "gone", "")


async def turned() -> bool:
    return True


class Leaving(FakePlatform):
    """A platform with an install for each workspace, and two tables of its own."""

    def __init__(self, world: World, *, away: bool = False) -> None:
        super().__init__(world.clock)
        self.away = away
        self.rows = {"a_install": 1, "a_place": 1}

    async def give_back(self, workspace: str) -> InstallEnd:
        if self.away:
            raise OSError("away")
        found = InstallEnd.GIVEN_BACK if self.rows["a_install"] else InstallEnd.GONE
        self.rows["a_install"] = 0
        return found

    async def own_rows(self, workspace: str) -> Mapping[str, int]:
        return dict(self.rows)

    async def forget_workspace(self, workspace: str) -> None:
        self.rows["a_place"] = 0


def removal(world: World, platform: FakePlatform | None = None) -> WorkspaceRemoval:
    used = platform or world.platform
    return WorkspaceRemoval(
        world.bot.events,
        world.store,
        {"local": used},
        world.clock,
        world.chance,
        world.settings,
    )


@pytest.fixture(params=SQL)
async def house(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[OpenedStore]:
    async with opened(request.param, tmp_path) as store:
        yield store


async def two_workspaces(world: World) -> tuple[Chatter, Chatter, Chatter]:
    """A client and a coach in the workspace that goes, each with the other side elsewhere, too.

    Returns the client elsewhere, the coach elsewhere, and the client who goes.
    """
    mai, _ = await joined(world, client="mai", coach="daniel", workspace="gone")
    daniel = next(one for one in world.people.values() if one.address.user == "daniel")
    elsewhere = world.person("noor", "Noor", workspace="stays")
    await daniel.writes("invite")
    await elsewhere.writes(daniel.code())
    for label in ("I agree", "Yes", "Yes", "Yes"):
        await elsewhere.presses(label)
    week = {"days": "MO,TH", "every": "1", "zone": "Europe/Berlin"}
    await elsewhere.submits(**week, **{"from": "09:00", "to": "11:00"})
    await elsewhere.presses("That's right")
    ada = world.person("ada", "Ada", workspace="stays")
    await ada.writes("invite")
    return elsewhere, ada, mai


async def test_nothing_is_left_and_only_a_client_elsewhere_is_told_once(
    house: OpenedStore,
) -> None:
    world = World(house.store)
    elsewhere, _, mai = await two_workspaces(world)
    for words in ("I slept well", "for Daniel"):
        await mai.writes(words)
    shown = {one.address.user: len(one.shown) for one in world.people.values()}
    done = await removal(world).remove(GONE, turned)
    assert done.people == 2
    assert done.before["person"] == 2
    assert done.before["engagement"] == 1
    assert done.before.keys() == {table.name for table in metadata.sorted_tables} - {
        *("ledger", "ledger_head")
    }
    assert done.is_whole, {name: count for name, count in done.after.items() if count}
    assert (done.keys_left, done.across) == (0, 1)
    assert done.proof > 0
    assert {one.address.user: len(one.shown) for one in world.people.values()} == shown
    assert await known(house.store) == 2
    await world.until(world.clock.now() + timedelta(days=20))
    after = {one.address.user: len(one.shown) for one in world.people.values()}
    assert after == shown | {"noor": shown["noor"] + 1}
    said = text_of(elsewhere.shown[-1:])
    assert "Your coaching here has ended" in said
    assert "?" not in said


async def known(store: SqlStore) -> int:
    async with store.transaction() as tx:
        return len(await tx.people_in(Address("local", "stays", "")))


async def test_it_may_be_interrupted_anywhere_and_repeated(house: OpenedStore) -> None:
    world = World(house.store)
    await two_workspaces(world)
    erase, calls = world.bot.events.erase_for, 0

    async def breaks(address: Address) -> object:
        nonlocal calls
        calls += 1
        if calls == 2:
            raise KeyboardInterrupt
        return await erase(address)

    world.bot.events.erase_for = breaks  # type: ignore[method-assign,assignment]
    with pytest.raises(KeyboardInterrupt):
        await removal(world).remove(GONE, turned)
    done = await removal(world).remove(GONE, turned)
    assert done.people == 1
    assert done.is_whole
    again = await removal(world).remove(GONE, turned)
    assert again.people == 0
    assert again.is_whole


async def test_a_new_table_is_counted_and_emptied(tmp_path: Path) -> None:
    added = Table(
        "added_by_a_test",
        metadata,
        Column("organisation", String(40), primary_key=True),
        Column("whose", String(64), primary_key=True),
    )
    try:
        async with opened("sqlite", tmp_path) as house:
            world = World(house.store)
            await joined(world, workspace="gone")
            async with house.store._engine.begin() as connection:
                await connection.run_sync(added.create)
            async with house.store.transaction() as tx:
                one, *_ = await tx.people_in(GONE)
                row = {"organisation": tx._w.organisation, "whose": one}
                await tx._w.connection.execute(insert(added).values(row))
            done = await removal(world).remove(GONE, turned)
            assert done.before["added_by_a_test"] == 1
            assert done.after["added_by_a_test"] == 0
            assert done.is_whole
    finally:
        metadata.remove(added)


async def test_the_install_is_given_back_first_and_while_the_platform_is_away_nothing_goes() -> (
    None
):
    world = World()
    await joined(world, workspace="gone")
    with pytest.raises(TellOperatorError, match="Nothing was removed"):
        await removal(world, Leaving(world, away=True)).remove(GONE, turned)
    async with world.store.transaction() as tx:
        assert len(await tx.people_in(GONE)) == 2
    platform = Leaving(world)
    done = await removal(world, platform).remove(GONE, turned)
    assert done.install is InstallEnd.GIVEN_BACK
    assert (done.before["a_place"], done.after["a_place"]) == (1, 0)
    assert done.is_whole
    again = await removal(world, platform).remove(GONE, turned)
    assert again.install is InstallEnd.GONE


async def test_the_certificate_names_every_table_and_nobody() -> None:
    world = World(MemoryStore())
    client, coach = await joined(world, workspace="gone")
    done = await removal(world).remove(GONE, turned)
    text = "\n".join(told(GONE, done))
    for table in done.before:
        assert f"  {table}: " in text
    assert "Whole: nothing is left." in text
    assert client.name not in text
    assert coach.name not in text
