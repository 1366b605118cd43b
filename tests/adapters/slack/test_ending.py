"""An operator ends the app in one workspace: the token goes back to Slack, and the rows go."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from adapters.slack.inbound.oauth_grant import grant_of
from adapters.slack.installs import AllowedPlaces
from adapters.slack.many_installs import ManyInstalls
from adapters.slack.organisations.ending import WorkspaceEnding
from adapters.slack.organisations.places import Places
from adapters.slack.organisations.serving import Served
from adapters.slack.sdk.calls import CallFailedError
from bot.domain.workspaces.removal import InstallEnd
from bot.ports import NotSent, Unknown
from storage.data_folder import sqlite_in
from storage.sql.engine import make_engine
from tests.adapters.slack.fake_slack import APP, BOT, TEAM
from tests.adapters.support import OpenSealer, keyed_hash

WHOLE = "E0ACME"


@dataclass
class House:
    """Slack's installs, and a Slack that takes tokens back, or fails as `fails` says."""

    installs: ManyInstalls
    places: Places
    given: list[str] = field(default_factory=list)
    fails: NotSent | Unknown | None = None

    async def revoke(self, token: str) -> None:
        if self.fails is not None:
            raise CallFailedError(self.fails)
        self.given.append(token)

    @property
    def ending(self) -> WorkspaceEnding:
        served = Served(self.installs, self.places)
        return WorkspaceEnding(self.installs, served, self.places, self.revoke, self.installs.rows)

    async def installed(self, **more: object) -> None:
        answer: dict[str, Any] = {"access_token": "xoxb-0", "bot_user_id": BOT, "app_id": APP}
        grant = grant_of(answer | {"team": {"id": TEAM}} | more, 0.0)
        await self.installs.save(grant)
        await Served(self.installs, self.places).began(grant.install)


@pytest.fixture
async def house(tmp_path: Path) -> AsyncIterator[House]:
    engine, sealer = make_engine(sqlite_in(tmp_path / "s.db")), OpenSealer()
    installs = ManyInstalls(engine, sealer, keyed_hash, AllowedPlaces(frozenset({TEAM})))
    await installs.ready()
    yield House(installs, Places(engine, sealer, keyed_hash, 30))
    await engine.dispose()


async def test_the_token_goes_back_and_no_row_is_left(house: House) -> None:
    await house.installed(enterprise={"id": WHOLE})
    assert await house.ending.own_rows(TEAM) == {"slack_install": 1, "slack_place": 1}
    assert await house.ending.give_back(TEAM) is InstallEnd.GIVEN_BACK
    await house.ending.forget_workspace(TEAM)
    assert house.given == ["xoxb-0"]
    assert await house.ending.own_rows(TEAM) == {"slack_install": 0, "slack_place": 0}
    assert await house.ending.give_back(TEAM) is InstallEnd.GONE


async def test_a_token_that_slack_knows_no_more_is_gone_and_the_row_goes_too(house: House) -> None:
    await house.installed()
    house.fails = NotSent("app_removed")
    assert await house.ending.give_back(TEAM) is InstallEnd.GIVEN_BACK
    assert await house.installs.token(TEAM) is None


async def test_while_slack_is_away_the_token_stays(house: House) -> None:
    await house.installed()
    house.fails = Unknown("no_answer")
    with pytest.raises(OSError, match="no_answer"):
        await house.ending.give_back(TEAM)
    assert await house.installs.token(TEAM) == "xoxb-0"


async def test_the_token_of_a_whole_organisation_is_not_one_workspaces_to_give(
    house: House,
) -> None:
    await house.installed(team=None, enterprise={"id": WHOLE}, is_enterprise_install=True)
    await house.places.note(TEAM, WHOLE)
    assert await house.ending.give_back(TEAM) is InstallEnd.ELSEWHERE
    assert house.given == []
    assert await house.installs.token(WHOLE) == "xoxb-0"
