"""Teams is configured completely or not at all, and never without a check of its callers."""

from __future__ import annotations

import asyncio
import subprocess
import sys
from pathlib import Path
from typing import Any

import aiohttp
import pytest
from pydantic import ValidationError

from adapters.teams.credentials import read_certificate
from adapters.teams.endpoint import ROUTE
from adapters.teams.settings import TeamsSettings
from bot.run.one_process import running
from tests.adapters.teams.keys import APP
from tests.adapters.teams.support import TENANT, activity

SECRET: dict[str, Any] = {"teams_app_id": APP, "teams_secret": "x", "teams_tenant": TENANT}
BAD = {
    "a secret without an app": {"teams_secret": "x"},
    "an app without a secret": {"teams_app_id": APP, "teams_tenant": TENANT},
    "two kinds of proof": SECRET | {"teams_managed_identity": True},
    "nobody said who may use it": {"teams_app_id": APP, "teams_secret": "x"},
    "an identity without a tenant": {
        "teams_app_id": APP,
        "teams_managed_identity": True,
        "teams_tenants": TENANT,
    },
    "an app id that is none": SECRET | {"teams_app_id": "me"},
    "tenants that are none": SECRET | {"teams_tenants": "all"},
    "tabs without an app": {"teams_tabs": "https://bot.example.org"},
    "tabs in another cloud": SECRET
    | {"teams_tabs": "https://bot.example.org", "teams_cloud": "gcc-high"},
    "tabs that are no address": SECRET | {"teams_tabs": "http://bot.example.org"},
    "local and real at once": SECRET | {"teams_local": True},
    "a cloud that is none": SECRET | {"teams_cloud": "moon"},
    "an SDK that is none": SECRET | {"teams_sdk": "slack"},
    "local and open to all": {"teams_local": True, "host": "0.0.0.0"},
}


@pytest.mark.parametrize("case", BAD)
def test_half_a_configuration_is_refused(case: str) -> None:
    with pytest.raises(ValidationError) as refused:
        TeamsSettings(**BAD[case])
    assert "'x'" not in str(refused.value)


@pytest.mark.parametrize(
    ("more", "tenants"),
    [
        ({}, (TENANT,)),
        ({"teams_tenants": f"{TENANT}, {APP.upper()}"}, (TENANT, APP)),
        ({"teams_tenants": APP}, (TENANT, APP)),
        ({"teams_tenant": None, "teams_tenants": TENANT}, (TENANT,)),
    ],
)
def test_only_tenants_that_were_named_are_let_in(
    more: dict[str, Any], tenants: tuple[str, ...]
) -> None:
    assert TeamsSettings(**(SECRET | more)).teams_tenant_list == tenants


async def test_without_settings_there_is_no_door(tmp_path: Path) -> None:
    async with (
        running(TeamsSettings(data=tmp_path, port=0)) as server,
        aiohttp.ClientSession() as http,
    ):
        body = activity("http://127.0.0.1:1/")
        async with http.post(server.address.rstrip("/") + ROUTE, json=body) as answer:
            assert answer.status in (404, 405)


async def test_the_chosen_sdk_alone_is_imported() -> None:
    code = (
        "import sys; "
        "from adapters.teams.sdk.choosing import chosen_sdk; "
        "chosen_sdk('agents'); "
        "assert 'botbuilder' not in sys.modules; "
        "assert 'microsoft_agents' in sys.modules"
    )
    await asyncio.to_thread(subprocess.run, [sys.executable, "-c", code], check=True)


async def test_with_an_app_id_nobody_comes_in_without_a_token(tmp_path: Path) -> None:
    settings = TeamsSettings(data=tmp_path, port=0, **SECRET)
    async with running(settings) as server, aiohttp.ClientSession() as http:
        body = activity("https://smba.trafficmanager.net/emea/")
        async with http.post(server.address.rstrip("/") + ROUTE, json=body) as answer:
            assert answer.status == 401


def test_a_certificate_without_its_key_is_refused_with_a_sentence(tmp_path: Path) -> None:
    file = tmp_path / "bot.pem"
    file.write_text("nothing")
    with pytest.raises(ValueError, match="HANDRAIL_TEAMS_CERTIFICATE"):
        read_certificate(file)
