"""Credentials that do not work are noticed: at the start, by the doctor, and where empty."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import aiohttp
import pytest
import requests
from pydantic import SecretStr, ValidationError

from adapters.slack.manifest import SCOPES
from adapters.slack.settings import SlackSettings
from adapters.teams.sdk import choosing
from adapters.teams.settings import TeamsSettings
from bot.domain.operator import Finding
from bot.run.one_process import operating, running
from bot.run.platforms import all_settings
from bot.settings import Settings
from storage import RefusedError
from tests.adapters.slack.fake_slack import SECRET, TOKEN, Fault, fake_slack
from tests.adapters.teams.keys import APP
from tests.adapters.teams.support import TENANT

PAIR = "my-secret"


@dataclass
class Installation:
    """The settings of a house with one platform, which a test makes refuse or go away."""

    settings: Settings
    refuses: Callable[[], None]
    away: Callable[[], None]
    names: str
    platform: str


@asynccontextmanager
async def with_slack(folder: Path, patch: pytest.MonkeyPatch) -> AsyncIterator[Installation]:
    async with fake_slack() as slack:
        given: dict[str, Any] = {"slack_bot_token": TOKEN, "slack_signing_secret": SECRET}
        settings = SlackSettings(data=folder / "data", port=0, slack_api=slack.api, **given)

        def away() -> None:
            slack.faults["auth.test"] = [Fault(drop=True)] * 20

        named = "HANDRAIL_SLACK_BOT_TOKEN"
        yield Installation(settings, slack.tokens.clear, away, named, "slack")


@asynccontextmanager
async def with_teams(folder: Path, patch: pytest.MonkeyPatch) -> AsyncIterator[Installation]:
    answer: list[str | Exception] = ["token"]

    def fetch() -> str:
        if isinstance(answer[0], Exception):
            raise answer[0]
        return answer[0]

    sdk = replace(choosing.chosen_sdk("botbuilder"), fetcher=lambda _: fetch)
    patch.setattr(choosing, "_imported", lambda _: sdk)
    given: dict[str, Any] = {"teams_app_id": APP, "teams_secret": PAIR, "teams_tenant": TENANT}
    settings = TeamsSettings(data=folder / "data", port=0, **given)

    def refuses() -> None:
        answer[0] = PermissionError(f"AADSTS7000215: {PAIR} is wrong")

    def away() -> None:
        answer[0] = requests.ConnectionError()

    yield Installation(settings, refuses, away, "HANDRAIL_TEAMS_SECRET", "teams")


With = Callable[[Path, pytest.MonkeyPatch], AbstractAsyncContextManager[Installation]]
PLATFORMS: dict[str, With] = {"slack": with_slack, "teams": with_teams}


@pytest.fixture(params=PLATFORMS)
async def house(
    request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> AsyncIterator[Installation]:
    async with PLATFORMS[request.param](tmp_path, monkeypatch) as opened:
        yield opened


async def test_a_start_with_refused_credentials_ends_with_a_sentence(house: Installation) -> None:
    house.refuses()
    with pytest.raises(RefusedError, match=house.names) as told:
        async with running(house.settings):
            pass
    assert PAIR not in str(told.value)


async def test_a_start_while_the_platform_is_away_goes_on_and_says_so(house: Installation) -> None:
    house.away()
    async with (
        running(house.settings) as server,
        aiohttp.ClientSession() as http,
        http.get(f"{server.watch_address}readyz") as answer,
    ):
        assert answer.status == 503, "nothing could be sent"
        told = await answer.json()
        assert told["platforms"] == {house.platform: "not reached"}
        assert told["halted"] is False
        router = f"{server.watch_address}readyz?exclude=platforms"
        async with http.get(router) as for_events:
            assert for_events.status == 200, "events come in all the same"


async def _credentials(settings: Settings) -> Finding:
    async with operating(settings, with_platforms=True) as desk:
        found = await desk.doctor()
    return next(one for one in found.findings if one.name.endswith("credentials"))


async def test_the_doctor_asks_too(house: Installation) -> None:
    """Without a running process as well, after the first start has made the data."""
    async with running(house.settings):
        pass
    assert (await _credentials(house.settings)).ok
    house.away()
    unsure = await _credentials(house.settings)
    assert (unsure.ok, "cannot be reached" in unsure.sentence) == (False, True)


async def test_the_doctor_says_which_setting_is_refused(house: Installation) -> None:
    async with running(house.settings):
        pass
    house.refuses()
    found = await _credentials(house.settings)
    assert (found.ok, house.names in found.sentence) == (False, True)
    assert PAIR not in found.sentence


WHOLE: dict[str, dict[str, Any]] = {
    "slack": {"slack_bot_token": "x", "slack_app_token": "x"},
    "slack over http": {"slack_bot_token": "x", "slack_signing_secret": "s"},
    "teams": {"teams_app_id": APP, "teams_secret": "x", "teams_tenant": TENANT},
    "the alarm": {"alarm_to": "ops@example.org", "smtp_url": "smtps://example.org"},
}
OF_ONE = [(case, name) for case, given in WHOLE.items() for name in given]


@pytest.mark.parametrize(("case", "name"), OF_ONE)
@pytest.mark.parametrize("empty", ["", "  ", SecretStr("")])
def test_an_empty_setting_counts_as_missing(case: str, name: str, empty: object) -> None:
    given, made = WHOLE[case], all_settings().model_validate
    made(given)
    without = {key: value for key, value in given.items() if key != name}
    with pytest.raises(ValidationError) as missing:
        made(without)
    with pytest.raises(ValidationError) as told:
        made(given | {name: empty})
    assert [one["msg"] for one in told.value.errors()] == [
        one["msg"] for one in missing.value.errors()
    ]


@pytest.mark.parametrize(
    ("granted", "ok", "says"),
    [
        (None, True, "Every scope"),
        (", ".join(SCOPES), True, "Every scope"),
        (",".join([*SCOPES, "channels:read"]), True, "Every scope"),
        ("chat:write,commands", False, "did not grant app_mentions:read, dnd:read"),
    ],
)
async def test_the_doctor_says_which_scopes_slack_did_not_grant(
    granted: str | None, ok: bool, says: str, tmp_path: Path
) -> None:
    async with fake_slack() as slack:
        slack.scopes = granted
        given: dict[str, Any] = {"slack_bot_token": TOKEN, "slack_signing_secret": SECRET}
        settings = SlackSettings(data=tmp_path / "data", port=0, slack_api=slack.api, **given)
        async with running(settings):
            pass
        async with operating(settings, with_platforms=True) as desk:
            found = {one.name: one for one in (await desk.doctor()).findings}
    scopes = found["Slack scopes"]
    assert (scopes.ok, says in scopes.sentence) == (ok, True)
    assert bool(scopes.do) is not ok
