"""Slack in the process of `make run`: only with complete settings."""

from __future__ import annotations

import asyncio
import json
import time
from pathlib import Path
from typing import Any

import aiohttp
import pytest
from pydantic import ValidationError

from adapters.slack.settings import SlackSettings
from bot.run.one_process import running
from storage import RefusedError
from tests.adapters.slack.fake_slack import SECRET, TEAM, TOKEN, FakeSlack, Fault, fake_slack
from tests.adapters.slack.wire import MAI, envelope, signature, wired, written


def _settings(slack: FakeSlack, folder: Path, **more: Any) -> SlackSettings:
    given = {"slack_bot_token": TOKEN, "slack_signing_secret": SECRET, "slack_api": slack.api}
    return SlackSettings(data=folder / "data", port=0, **{**given, **more})


async def test_a_person_who_writes_in_slack_is_answered_there(tmp_path: Path) -> None:
    body = json.dumps(envelope(written("hello"))).encode()
    headers = {"Content-Type": "application/json", **signature(body, SECRET, int(time.time()))}
    async with fake_slack() as slack, running(_settings(slack, tmp_path)) as server:
        async with aiohttp.ClientSession() as http:
            path = f"{server.address}slack/events"
            async with http.post(path, data=body, headers=headers) as got:
                assert got.status == 200
        async with asyncio.timeout(10):
            while not slack.shown(MAI.user):  # noqa: ASYNC110
                await asyncio.sleep(0.02)
    assert "I'm Handrail, a bot" in json.dumps(slack.shown(MAI.user))


async def test_starting_sends_nothing(tmp_path: Path) -> None:
    async with fake_slack() as slack, running(_settings(slack, tmp_path)):
        assert set(slack.counted()) <= {"auth.test", "bots.info"}


async def test_a_token_that_slack_does_not_take_is_told_before_anything_is_served(
    tmp_path: Path,
) -> None:
    async with fake_slack() as slack:
        with pytest.raises(RefusedError, match="HANDRAIL_SLACK_BOT_TOKEN") as told:
            async with running(_settings(slack, tmp_path, slack_bot_token="xoxb-wrong")):
                pass
    assert "xoxb-wrong" not in str(told.value)


async def test_an_app_token_that_slack_does_not_take_is_told_too(tmp_path: Path) -> None:
    more = {"slack_signing_secret": None, "slack_app_token": "xapp-wrong"}
    async with fake_slack() as slack:
        with pytest.raises(Exception, match="HANDRAIL_SLACK_APP_TOKEN") as told:
            async with running(_settings(slack, tmp_path, **more)):
                pass
    assert "xapp-wrong" not in str(told.value)


async def test_handrail_starts_while_slack_is_away_and_finds_it_later(tmp_path: Path) -> None:
    body = json.dumps(envelope(written("hello"))).encode()
    async with fake_slack() as slack:
        settings = _settings(slack, tmp_path)
        slack.faults["auth.test"] = [Fault(drop=True)] * 3
        async with running(settings) as server, aiohttp.ClientSession() as http:
            statuses = []
            for _ in range(2):
                signed = signature(body, SECRET, int(time.time()))
                headers = {"Content-Type": "application/json", **signed}
                path = f"{server.address}slack/events"
                async with http.post(path, data=body, headers=headers) as got:
                    statuses.append(got.status)
            assert statuses == [503, 200]


async def test_a_token_that_works_says_that_the_app_is_there_again(tmp_path: Path) -> None:
    async with wired(tmp_path) as wire:
        assert wire.desk.back == [TEAM]


MANY = {"slack_client_id": "1.2", "slack_client_secret": "s"}
FAULTS: list[dict[str, Any]] = [
    {"slack_client_id": "1.2"},
    {"slack_client_secret": "s"},
    MANY,
    MANY | {"slack_signing_secret": "s"},
    MANY | {"slack_signing_secret": "s", "public_url": "https://h.example", "slack_bot_token": "x"},
    MANY | {"slack_signing_secret": "s", "public_url": "https://h.example", "slack_app_token": "x"},
    {"slack_bot_token": "x"},
    {"slack_app_token": "x"},
    {"slack_signing_secret": "s"},
    {"slack_bot_token": "x", "slack_app_token": "x", "slack_history": "all"},
    {"slack_bot_token": "x", "slack_app_token": "x", "slack_read_aloud": "mai"},
    {"public_url": "handrail.example"},
]


@pytest.mark.parametrize("given", FAULTS)
def test_settings_that_are_not_whole_are_refused(given: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        SlackSettings(**given)


WHOLE: list[dict[str, Any]] = [
    {"slack_bot_token": "x", "slack_app_token": "x"},
    {"slack_bot_token": "x", "slack_signing_secret": "s"},
    MANY | {"slack_signing_secret": "s", "public_url": "https://h.example"},
]


@pytest.mark.parametrize("given", WHOLE)
def test_settings_that_are_whole_are_taken_and_show_no_secret(given: dict[str, Any]) -> None:
    assert "'x'" not in repr(SlackSettings(**given)).replace("SecretStr", "")
