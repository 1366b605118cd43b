"""The tables of Slack and Teams move too, so nobody must install or write again."""

from __future__ import annotations

from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import text

from adapters.slack.inbound.arrivals import Install
from adapters.slack.inbound.oauth_grant import OAuthGrant
from adapters.slack.installs import AllowedPlaces
from adapters.slack.many_installs import ManyInstalls
from adapters.teams.inbound.arrivals import ChatReference
from adapters.teams.rows import Rows
from bot.run.open_platforms import own_tables
from bot.upkeep.ledger_audit import audit
from storage import RefusedError, RootChoice, open_store
from storage.data_folder import sqlite_in
from storage.moving import platform_tables
from storage.moving.database import copy_database
from storage.sql.engine import make_engine
from tests.databases import new_database

ORGANISATION = "org"
GRANT = OAuthGrant(Install("T1", "UBOT"), "xoxb-1", "xoxe-1", 2_000_000_000.0)


def chat(user: str) -> ChatReference:
    service = "https://smba.trafficmanager.net/emea/"
    return ChatReference("tenant", user, f"29:{user}", f"a:{user}", "28:bot", service)


@dataclass
class Held:
    installs: ManyInstalls
    chats: Rows


@asynccontextmanager
async def held(
    folder: Path, url: str | None = None, organisation: str = ORGANISATION
) -> AsyncIterator[Held]:
    """Opens the tables of both platforms as a running Handrail does."""
    opened = await open_store(folder, url, organisation)
    engines = [make_engine(url or sqlite_in(folder / file)) for file in ("slack.db", "teams.db")]
    installs = ManyInstalls(engines[0], opened.keys, opened.keys.keyed_hash, AllowedPlaces())
    await installs.ready()
    yield Held(installs, await Rows.on(engines[1], opened.keys, opened.keys.keyed_hash))
    for engine in engines:
        await engine.dispose()
    await opened.close()


async def move(folder: Path, target: str, source: str | None = None) -> Mapping[str, int]:
    root = RootChoice()
    moved = await copy_database(
        folder, source, target, ORGANISATION, root, audit, platform_tables=own_tables()
    )
    return moved.tables


async def live(folder: Path, url: str | None = None) -> None:
    async with held(folder, url) as here:
        await here.installs.save(GRANT)
        for number in range(3):
            await here.chats.remember(chat(f"user-{number}"))


async def everything_is_there(folder: Path, target: str) -> None:
    async with held(folder, target) as there:
        assert await there.installs.token("T1") == "xoxb-1"
        assert await there.installs.install("T1") == GRANT.install
        assert await there.chats.chat(chat("user-2").address) == chat("user-2")
        # The next row gets the next number.
        await there.chats.remember(chat("user-3"))


async def test_installs_and_chats_move_from_their_files(tmp_path: Path) -> None:
    folder, target = tmp_path / "data", new_database()
    await live(folder)
    tables = await move(folder, target)
    assert (tables["slack_install"], tables["teams_chat"]) == (1, 3)
    await everything_is_there(folder, target)


async def test_they_move_from_one_postgresql_to_another(tmp_path: Path) -> None:
    folder, source, target = tmp_path / "data", new_database(), new_database()
    await live(folder, source)
    tables = await move(folder, target, source)
    assert (tables["slack_install"], tables["teams_chat"]) == (1, 3)
    await everything_is_there(folder, target)


async def test_of_a_database_that_holds_another_organisation_too_only_ones_own_moves(
    tmp_path: Path,
) -> None:
    source, target = new_database(), new_database()
    await live(tmp_path / "ours", source)
    async with held(tmp_path / "theirs", source, "theirs") as there:
        await there.installs.save(replace(GRANT, install=Install("T9", "UBOT")))
        await there.chats.remember(chat("somebody-else"))
    tables = await move(tmp_path / "ours", target, source)
    assert (tables["slack_install"], tables["teams_chat"]) == (1, 3)
    await everything_is_there(tmp_path / "ours", target)


async def test_a_platform_that_was_never_used_has_nothing_to_move(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    await (await open_store(folder, None, ORGANISATION)).close()
    tables = await move(folder, new_database())
    assert not {"slack_install", "teams_chat"} & set(tables)


async def test_what_is_lost_on_the_way_keeps_everything_where_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder, target = tmp_path / "data", new_database()
    await live(folder)
    real = platform_tables.carry_rows

    async def loses_one(old: Any, to: Any, table: Any, whose: Any) -> int:
        if table.name == "teams_chat":
            await to.execute(text("CREATE RULE lost AS ON INSERT TO teams_chat DO INSTEAD NOTHING"))
        return await real(old, to, table, whose)

    with monkeypatch.context() as patched:
        patched.setattr(platform_tables, "carry_rows", loses_one)
        with pytest.raises(RefusedError, match="teams_chat did not arrive as it was"):
            await move(folder, target)
    await everything_still_here(folder)
    assert (await move(folder, target))["teams_chat"] == 3


async def everything_still_here(folder: Path) -> None:
    async with held(folder) as here:
        assert await here.installs.token("T1") == "xoxb-1"
