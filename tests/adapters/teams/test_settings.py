"""Teams is configured completely or not at all, and never without a check of its callers."""

from __future__ import annotations

import asyncio
import subprocess
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import aiohttp
import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.x509.oid import NameOID
from pydantic import ValidationError

from adapters.teams.credentials import Credentials, read_certificate
from adapters.teams.endpoint import ROUTE
from adapters.teams.outbound.outcomes import NotReachedError
from adapters.teams.sdk.botbuilder import TokenDesk, _source_of
from adapters.teams.settings import TeamsSettings
from bot.run.one_process import running
from tests.adapters.teams.keys import APP, make_key
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
    "tabs that are no address": SECRET | {"teams_tabs": "http://bot.example.org"},
    "local and real at once": SECRET | {"teams_local": True},
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
        ({"teams_tenant": None, "teams_tenants": TENANT}, (TENANT,)),
    ],
)
def test_only_tenants_that_were_named_are_let_in(
    more: dict[str, Any], tenants: tuple[str, ...]
) -> None:
    assert TeamsSettings(**(SECRET | more)).teams_tenant_list == tenants


async def test_without_settings_there_is_no_door_and_no_sdk(tmp_path: Path) -> None:
    async with (
        running(TeamsSettings(data=tmp_path, port=0)) as server,
        aiohttp.ClientSession() as http,
    ):
        body = activity("http://127.0.0.1:1/")
        async with http.post(server.address.rstrip("/") + ROUTE, json=body) as answer:
            assert answer.status in (404, 405)
    code = (
        "import bot.run.one_process, sys; "
        "sys.exit('botbuilder' in sys.modules or 'msal' in sys.modules)"
    )
    await asyncio.to_thread(subprocess.run, [sys.executable, "-c", code], check=True)


async def test_with_an_app_id_nobody_comes_in_without_a_token(tmp_path: Path) -> None:
    settings = TeamsSettings(data=tmp_path, port=0, **SECRET)
    async with running(settings) as server, aiohttp.ClientSession() as http:
        body = activity("https://smba.trafficmanager.net/emea/")
        async with http.post(server.address.rstrip("/") + ROUTE, json=body) as answer:
            assert answer.status == 401


def a_certificate(path: Path) -> None:
    key, now = make_key(), datetime.now(UTC)
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "handrail")])
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(1)
        .not_valid_before(now)
        .not_valid_after(now + timedelta(days=1))
        .sign(key, hashes.SHA256())
    )
    private = key.private_bytes(
        serialization.Encoding.PEM,
        serialization.PrivateFormat.PKCS8,
        serialization.NoEncryption(),
    )
    path.write_bytes(private + made.public_bytes(serialization.Encoding.PEM))


async def test_each_kind_of_proof_is_handed_to_the_sdk(tmp_path: Path) -> None:
    file = tmp_path / "bot.pem"
    a_certificate(file)
    certificate = read_certificate(file)
    given = {
        "MicrosoftAppCredentials": Credentials(APP, TENANT, "SingleTenant", "secret"),
        "ManagedIdentityAppCredentials": Credentials(APP, TENANT, "UserAssignedMSI"),
        "CertificateAppCredentials": Credentials(APP, TENANT, certificate=certificate),
    }
    for name, credentials in given.items():
        source = await _source_of(credentials)
        assert type(source).__name__ == name
        assert source.microsoft_app_id == APP
    many = await _source_of(Credentials(APP, kind="MultiTenant", secret="secret"))
    assert many.oauth_endpoint.endswith("/botframework.com")
    assert "secret" not in repr(given["MicrosoftAppCredentials"])
    assert "PRIVATE" not in repr(certificate)


def test_a_certificate_without_its_key_is_refused_with_a_sentence(tmp_path: Path) -> None:
    file = tmp_path / "bot.pem"
    file.write_text("nothing")
    with pytest.raises(ValueError, match="HANDRAIL_TEAMS_CERTIFICATE"):
        read_certificate(file)


class Source:
    def __init__(self, trouble: bool = False) -> None:
        self.asked = 0
        self.trouble = trouble

    def get_access_token(self) -> str:
        self.asked += 1
        if self.trouble:
            raise PermissionError("the secret is my-secret")
        return "token"


async def test_a_token_is_asked_for_once_however_many_want_it() -> None:
    desk = TokenDesk(Credentials(APP))
    desk._source = source = Source()
    tokens = await asyncio.gather(*(desk.token() for _ in range(20)))
    assert (set(tokens), source.asked) == ({"token"}, 1)
    desk.refused()
    await desk.token()
    assert source.asked == 2, "Teams did not take it"


async def test_without_a_token_it_is_certain_that_nothing_left() -> None:
    desk = TokenDesk(Credentials(APP))
    desk._source = Source(trouble=True)
    with pytest.raises(NotReachedError) as told:
        await desk.token()
    assert told.value.reason == "credentials"
    assert "my-secret" not in str(told.value)
