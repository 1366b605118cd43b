"""Each kind of proof becomes a token for our calls, in each cloud, with either SDK."""

from __future__ import annotations

import asyncio
import base64
import json
import sys
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, get_args

import jwt
import msal
import pytest
import requests
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.x509.oid import NameOID

from adapters.teams.clouds import CLOUDS, GCC_HIGH
from adapters.teams.credentials import Credentials, read_certificate
from adapters.teams.outbound.outcomes import NotReachedError
from adapters.teams.sdk.choosing import SdkMissingError, SdkName, chosen_sdk
from adapters.teams.token_desk import TokenDesk
from tests.adapters.teams.keys import APP, make_key
from tests.adapters.teams.support import TENANT

SDKS: tuple[SdkName, ...] = get_args(SdkName)
SECRET = "my-secret"


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


class Entra:
    """Stands for Microsoft's sign-in under MSAL: notes what it was asked, and answers."""

    def __init__(self, answer: dict[str, Any] | None = None) -> None:
        self.answer = {"access_token": "token"} if answer is None else answer
        self.asked: list[dict[str, Any]] = []

    def confidential(self, client_id: str, **given: Any) -> Entra:
        self.asked.append({"app": client_id} | given)
        return self

    def machine(self, identity: Any, **_: Any) -> Entra:
        self.asked.append({"app": identity["Id"]})
        return self

    def acquire_token_silent(self, *_: Any, **__: Any) -> None:
        return None

    def acquire_token_for_client(self, **given: Any) -> dict[str, Any]:
        self.asked[-1] |= given
        return self.answer


@pytest.fixture
def entra(monkeypatch: pytest.MonkeyPatch) -> Entra:
    there = Entra()
    auth = "botframework.connector.auth"
    for module in ("microsoft_app_credentials", "certificate_app_credentials"):
        name = f"{auth}.{module}.ConfidentialClientApplication"
        monkeypatch.setattr(name, there.confidential)
    monkeypatch.setattr(msal, "ConfidentialClientApplication", there.confidential)
    monkeypatch.setattr(msal, "ManagedIdentityClient", there.machine)
    return there


@pytest.fixture(scope="module")
def pem(tmp_path_factory: pytest.TempPathFactory) -> Path:
    file = tmp_path_factory.mktemp("bot") / "bot.pem"
    a_certificate(file)
    return file


@pytest.mark.parametrize("sdk", SDKS)
def test_each_kind_of_proof_is_shown_to_the_clouds_own_sign_in(
    sdk: SdkName, entra: Entra, pem: Path
) -> None:
    certificate = read_certificate(pem)
    fetcher = chosen_sdk(sdk).fetcher
    for cloud in CLOUDS.values():
        own = {"app": APP, "authority": f"{cloud.login}/{TENANT}"}
        asked_for = {"scopes": [f"{cloud.scope}/.default"]}
        shown = {
            "thumbprint": certificate.thumbprint,
            "private_key": certificate.private_key,
            "public_certificate": certificate.public,
        }
        single = Credentials(APP, TENANT, "SingleTenant", SECRET, cloud=cloud)
        many = replace(single, tenant="", kind="MultiTenant")
        by_certificate = replace(single, secret="", certificate=certificate)
        machine = Credentials(APP, TENANT, "UserAssignedMSI", cloud=cloud)
        for given in (single, many, by_certificate, machine):
            assert fetcher(given)() == "token"
        assert entra.asked == [
            own | asked_for | {"client_credential": SECRET},
            own
            | asked_for
            | {
                "client_credential": SECRET,
                "authority": f"{cloud.login}/{cloud.shared_tenant}",
            },
            own | asked_for | {"client_credential": shown},
            {"app": APP, "resource": cloud.scope},
        ]
        entra.asked.clear()


@dataclass
class Answer:
    """What MSAL reads of an HTTP answer."""

    text: str
    status_code: int = 200
    headers: dict[str, str] = field(default_factory=dict)


@pytest.mark.parametrize("sdk", SDKS)
def test_msal_signs_with_the_pem_certificate(
    sdk: SdkName, pem: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """MSAL itself runs, up to its HTTP client; its assertion is checked as Microsoft would."""
    certificate = read_certificate(pem)
    entrance = GCC_HIGH.authority(TENANT)
    posted: list[dict[str, str]] = []

    def request(_: object, method: str, url: str, **given: Any) -> Answer:
        if method.upper() == "POST":
            assert url == f"{entrance}/token"
            posted.append(given["data"])
            return Answer(json.dumps({"access_token": "token", "expires_in": 3_600}))
        assert url.startswith(f"{entrance.lower()}/v2.0/.well-known/")
        names = ("authorization_endpoint", "token_endpoint", "issuer")
        return Answer(json.dumps(dict.fromkeys(names, f"{entrance}/token")))

    monkeypatch.setattr(requests.Session, "request", request)
    given = Credentials(APP, TENANT, "SingleTenant", certificate=certificate, cloud=GCC_HIGH)
    assert chosen_sdk(sdk).fetcher(given)() == "token"
    (form,) = posted
    public = x509.load_pem_x509_certificate(certificate.public.encode()).public_key()
    assert isinstance(public, rsa.RSAPublicKey)
    claims = jwt.decode(form["client_assertion"], public, ["RS256"], audience=f"{entrance}/token")
    assert (claims["iss"], form["scope"]) == (APP, f"{GCC_HIGH.scope}/.default")
    head = jwt.get_unverified_header(form["client_assertion"])
    assert base64.urlsafe_b64decode(head["x5t"] + "==").hex().upper() == certificate.thumbprint


@pytest.mark.parametrize("sdk", SDKS)
async def test_without_a_token_it_is_certain_that_nothing_left(sdk: SdkName, entra: Entra) -> None:
    entra.answer = {"error": "invalid_client", "error_description": f"{SECRET} has run out"}
    desk = TokenDesk(chosen_sdk(sdk).fetcher(Credentials(APP, TENANT, "SingleTenant", SECRET)))
    with pytest.raises(NotReachedError) as told:
        await desk.token()
    assert told.value.reason == "credentials"
    assert SECRET not in str(told.value)


async def test_a_token_is_asked_for_once_however_many_want_it() -> None:
    asked: list[str] = []

    def fetch() -> str:
        asked.append("once")
        return "token"

    desk = TokenDesk(fetch)
    tokens = await asyncio.gather(*(desk.token() for _ in range(20)))
    assert (set(tokens), len(asked)) == ({"token"}, 1)
    desk.refused()
    await desk.token()
    assert len(asked) == 2, "Teams did not take it"


def test_no_proof_is_ever_printed(pem: Path) -> None:
    certificate = read_certificate(pem)
    assert "PRIVATE" not in repr(Credentials(APP, certificate=certificate))
    assert SECRET not in repr(Credentials(APP, secret=SECRET))


def test_an_sdk_that_is_not_installed_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delitem(sys.modules, "adapters.teams.sdk.agents", raising=False)
    monkeypatch.setitem(sys.modules, "microsoft_agents.activity", None)
    with pytest.raises(SdkMissingError, match=r"handrail\[agents\]"):
        chosen_sdk("agents")
