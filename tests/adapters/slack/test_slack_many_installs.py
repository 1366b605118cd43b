"""Tokens of many workspaces, on every kind of database."""

from __future__ import annotations

from collections.abc import AsyncIterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from adapters.slack.inbound.oauth_grant import grant_of
from adapters.slack.installs import AllowedPlaces
from adapters.slack.many_installs import AHEAD, ManyInstalls
from adapters.slack.sdk.calls import CallFailedError
from adapters.slack.tables import INSTALL
from bot.ports import NotSent
from storage.data_folder import sqlite_in
from storage.sql.engine import make_engine
from tests.adapters.slack.fake_slack import APP, BOT, TEAM
from tests.adapters.support import OpenSealer, keyed_hash
from tests.databases import SQL, new_database

Json = dict[str, Any]


@dataclass
class Rotating:
    """Slack's side of a rotation: a refresh token works once."""

    good: set[str] = field(default_factory=lambda: {"xoxe-1"})
    asked: int = 0

    async def __call__(self, **arguments: object) -> Mapping[str, Any]:
        self.asked += 1
        if arguments["refresh_token"] not in self.good:
            raise CallFailedError(NotSent("refused"))
        self.good = {f"xoxe-{self.asked + 1}"}
        fresh = {"access_token": f"xoxb-{self.asked}", "refresh_token": f"xoxe-{self.asked + 1}"}
        return fresh | {"expires_in": 12 * 3600}


@dataclass
class Made:
    installs: ManyInstalls
    other: ManyInstalls
    sealer: OpenSealer
    slack: Rotating
    at: list[float]


@pytest.fixture(params=SQL)
async def made(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[Made]:
    """Two processes' installs on one database."""
    url = new_database() if request.param == "postgresql" else sqlite_in(tmp_path / "s.db")
    sealer, slack, at = OpenSealer(), Rotating(), [1_800_000_000.0]
    engines = [make_engine(url), make_engine(url)]
    one, other = (
        ManyInstalls(engine, sealer, keyed_hash, AllowedPlaces(frozenset({TEAM})), lambda: at[0])
        for engine in engines
    )
    for installs in (one, other):
        await installs.ready()
        installs.exchange = slack
    yield Made(one, other, sealer, slack, at)
    for engine in engines:
        await engine.dispose()


def _grant(at: float, **more: object) -> Any:
    answer: Json = {"access_token": "xoxb-0", "bot_user_id": BOT, "app_id": APP}
    return grant_of(answer | {"team": {"id": TEAM}} | more, at)


async def test_what_one_process_saves_the_other_has(made: Made) -> None:
    assert await made.other.token(TEAM) is None
    await made.installs.save(_grant(made.at[0]))
    assert await made.other.token(TEAM) == "xoxb-0"
    install = await made.other.install(TEAM)
    assert install is not None
    assert install.bot_user == BOT


async def test_a_second_install_replaces_the_first_and_its_keys_are_destroyed(made: Made) -> None:
    await made.installs.save(_grant(made.at[0]))
    await made.installs.save(_grant(made.at[0], access_token="xoxb-9"))
    assert await made.installs.token(TEAM) == "xoxb-9"
    assert len(made.sealer.forgotten) == 1


async def test_after_a_removal_nobody_can_read_the_token_from_any_copy(made: Made) -> None:
    await made.installs.save(_grant(made.at[0]))
    async with made.installs._engine.connect() as connection:
        kept = (await connection.execute(INSTALL.select())).first()
    assert kept is not None
    await made.installs.remove(TEAM)
    await made.installs.remove(TEAM)
    assert await made.installs.token(TEAM) is None
    with pytest.raises(KeyError):
        await made.sealer.unseal(kept.owner, f"slack.install|{kept.workspace}", kept.sealed)
    made.at[0] += 31
    assert await made.other.token(TEAM) is None


async def test_two_processes_use_a_refresh_token_once(made: Made) -> None:
    await made.installs.save(_grant(made.at[0], refresh_token="xoxe-1", expires_in=12 * 3600))
    assert await made.other.token(TEAM) == "xoxb-0"
    made.at[0] += 12 * 3600 - AHEAD + 1
    assert await made.installs.token(TEAM) == "xoxb-1"
    assert await made.other.token(TEAM) == "xoxb-1"
    assert made.slack.asked == 1
