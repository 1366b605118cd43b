"""Only a token that is correct in every way is accepted."""

from __future__ import annotations

import base64
import hashlib
import hmac
import json
import time
from collections.abc import AsyncIterator, Callable
from pathlib import Path
from typing import Any, get_args

import pytest
import pytest_asyncio
from cryptography.hazmat.primitives import serialization

from adapters.teams.sdk.choosing import SdkName
from adapters.teams.signed_tokens import NotFromTeamsError
from adapters.teams.signing_keys import KeysUnavailableError, SigningKeys
from adapters.teams.tokens import LocalTokens, TokenVerifier
from tests.adapters.teams.keys import APP, SERVICE, Microsoft, make_key, microsoft
from tests.adapters.teams.support import TENANT, activity, teams

Header = Callable[[Microsoft], str | None]
OTHER = "99999999-9999-4999-8999-999999999999"


@pytest_asyncio.fixture
async def there() -> AsyncIterator[Microsoft]:
    async with microsoft() as opened:
        yield opened


@pytest.fixture
def tokens(there: Microsoft) -> TokenVerifier:
    return TokenVerifier(APP, SigningKeys(there.metadata), [TENANT])


def bearer(**changed: Any) -> Header:
    return lambda there: f"Bearer {there.token(**changed)}"


def unsigned(there: Microsoft) -> str:
    _, body, _ = there.token().split(".")
    none = base64.urlsafe_b64encode(json.dumps({"alg": "none", "kid": "k1"}).encode())
    return f"Bearer {none.rstrip(b'=').decode()}.{body}."


def signed_with_our_public_key(there: Microsoft) -> str:
    """A known attack: the public key, which everybody has, used as a shared secret."""
    public = there.keys["k1"].public_key()
    secret = public.public_bytes(
        serialization.Encoding.PEM, serialization.PublicFormat.SubjectPublicKeyInfo
    )
    _, body, _ = there.token().split(".")
    head = base64.urlsafe_b64encode(json.dumps({"alg": "HS256", "kid": "k1"}).encode())
    signed = f"{head.rstrip(b'=').decode()}.{body}"
    mac = hmac.new(secret, signed.encode(), hashlib.sha256).digest()
    return f"Bearer {signed}.{base64.urlsafe_b64encode(mac).rstrip(b'=').decode()}"


def changed_after_signing(there: Microsoft) -> str:
    head, _, signature = there.token().split(".")
    _, body, _ = there.token(tid=TENANT).split(".")
    return f"Bearer {head}.{body}.{signature}"


STRANGER = make_key()
BAD: dict[str, tuple[Header, str]] = {
    "no header": (lambda _: None, "no_token"),
    "an empty header": (lambda _: "", "no_token"),
    "another scheme": (lambda there: f"Basic {there.token()}", "no_token"),
    "no token behind it": (lambda _: "Bearer ", "no_token"),
    "garbage": (lambda _: "Bearer a.b.c", "garbage"),
    "letters that no token has": (lambda _: "Bearer ä.ö.ü", "garbage"),
    "far too long": (lambda _: "Bearer " + "a" * 8_050, "no_token"),
    "no signature": (unsigned, "algorithm"),
    "a shared secret": (signed_with_our_public_key, "algorithm"),
    "a longer digest": (bearer(algorithm="RS512"), "algorithm"),
    "padding of another kind": (bearer(algorithm="PS256"), "algorithm"),
    "changed after signing": (changed_after_signing, "signature"),
    "somebody else's key": (bearer(key=STRANGER), "signature"),
    "an unknown key": (bearer(kid="k9"), "unknown_key"),
    "expired": (bearer(exp=int(time.time()) - 360), "expired"),
    "not yet valid": (bearer(nbf=int(time.time()) + 86_400), "not_yet"),
    "without an end": (bearer(exp=None), "signature"),
    "another issuer": (bearer(iss="https://sts.windows.net/x/"), "issuer"),
    "no issuer": (bearer(iss=None), "signature"),
    "for another bot": (bearer(aud=OTHER), "audience"),
    "for two bots": (bearer(aud=[APP, OTHER]), "audience"),
    "for nobody": (bearer(aud=None), "signature"),
    "another service": (
        bearer(serviceurl="https://smba.trafficmanager.net/amer/"),
        "service_claim",
    ),
    "no service": (bearer(serviceurl=None), "service_claim"),
    "another tenant": (bearer(tid=OTHER), "tenant_claim"),
}


async def test_a_good_token_opens_again_and_again(there: Microsoft, tokens: TokenVerifier) -> None:
    for _ in range(3):
        await tokens.verify(f"Bearer {there.token()}", SERVICE, TENANT)
    assert there.asked == 1


@pytest.mark.parametrize("case", BAD)
async def test_no_other_token_does(case: str, there: Microsoft, tokens: TokenVerifier) -> None:
    make, reason = BAD[case]
    if reason == "unknown_key":
        with pytest.raises(NotFromTeamsError, match=reason):
            await tokens.verify(make(there), SERVICE, TENANT)
        with pytest.raises(KeysUnavailableError):
            await tokens.verify(make(there), SERVICE, TENANT)
        return
    for _ in range(2):
        with pytest.raises(NotFromTeamsError) as refused:
            await tokens.verify(make(there), SERVICE, TENANT)
        assert refused.value.reason == reason


@pytest.mark.parametrize(
    ("service", "tenant", "reason"),
    [
        ("https://smba.trafficmanager.net/amer/", TENANT, "service_claim"),
        ("", TENANT, "service_claim"),
        (SERVICE, OTHER, "tenant"),
        (SERVICE, "", "tenant_claim"),
    ],
)
async def test_the_activity_must_say_the_same_as_the_token(
    service: str, tenant: str, reason: str, there: Microsoft, tokens: TokenVerifier
) -> None:
    with pytest.raises(NotFromTeamsError) as refused:
        await tokens.verify(f"Bearer {there.token()}", service, tenant)
    assert refused.value.reason == reason


@pytest.mark.parametrize(
    "service",
    [
        "https://evil.trafficmanager.net/emea/",
        "https://smba.trafficmanager.net.evil.example/",
        "https://smba.trafficmanager.net@evil.example/",
        "https://evil.example\\@smba.trafficmanager.net/",
        "http://smba.trafficmanager.net/emea/",
        "https://smba.trafficmanager.net:8443/emea/",
        "https://smba.trafficmanager.net/emea/?next=https://evil.example",
        "https://127.0.0.1/",
        "https://169.254.169.254/metadata/",
        "https://[::1]/",
        "https://ѕmba.trafficmanager.net/",
        "file:///etc/passwd",
        "gopher://smba.trafficmanager.net/",
    ],
)
async def test_a_service_that_is_not_teams_is_refused_even_when_microsoft_signed_it(
    service: str, there: Microsoft, tokens: TokenVerifier
) -> None:
    with pytest.raises(NotFromTeamsError) as refused:
        await tokens.verify(f"Bearer {there.token(serviceurl=service)}", service, TENANT)
    assert refused.value.reason == "service_host"


async def test_a_remembered_token_ends_when_it_ends(there: Microsoft) -> None:
    now = [time.time()]
    tokens = TokenVerifier(APP, SigningKeys(there.metadata), [TENANT], lambda: now[0])
    header = f"Bearer {there.token()}"
    await tokens.verify(header, SERVICE, TENANT)
    now[0] += 3_600 + 301
    with pytest.raises(NotFromTeamsError) as refused:
        await tokens.verify(header, SERVICE, TENANT)
    assert refused.value.reason == "expired"


async def test_a_key_without_an_endorsement_for_teams_opens_nothing(there: Microsoft) -> None:
    there.endorsements = ["webchat"]
    tokens = TokenVerifier(APP, SigningKeys(there.metadata), [TENANT])
    with pytest.raises(NotFromTeamsError) as refused:
        await tokens.verify(f"Bearer {there.token()}", SERVICE, TENANT)
    assert refused.value.reason == "endorsement"


async def test_a_new_key_is_looked_for_at_once_but_not_for_everyone_who_asks(
    there: Microsoft,
) -> None:
    now = [1_000.0]
    tokens = TokenVerifier(APP, SigningKeys(there.metadata, lambda: now[0]), [TENANT])
    await tokens.verify(f"Bearer {there.token()}", SERVICE, TENANT)
    there.keys["k2"] = make_key()
    now[0] += 61
    await tokens.verify(f"Bearer {there.token(kid='k2')}", SERVICE, TENANT)
    assert there.asked == 2
    for number in range(50):
        with pytest.raises(NotFromTeamsError):
            await tokens.verify(f"Bearer {there.token(kid=f'x{number}')}", SERVICE, TENANT)
    assert there.asked == 2


async def test_a_key_that_microsoft_takes_back_opens_nothing_any_more(there: Microsoft) -> None:
    now = [1_000.0]
    keys = SigningKeys(there.metadata, lambda: now[0])
    tokens = TokenVerifier(APP, keys, [TENANT])
    old = f"Bearer {there.token()}"
    await tokens.verify(old, SERVICE, TENANT)
    there.keys = {"k2": make_key()}
    now[0] += 61
    await tokens.verify(f"Bearer {there.token(kid='k2')}", SERVICE, TENANT)
    with pytest.raises(NotFromTeamsError) as refused:
        await tokens.verify(old, SERVICE, TENANT)
    assert refused.value.reason == "unknown_key"


async def test_where_the_keys_cannot_be_had_nobody_is_believed(there: Microsoft) -> None:
    there.down = True
    tokens = TokenVerifier(APP, SigningKeys(there.metadata), [TENANT])
    with pytest.raises(KeysUnavailableError):
        await tokens.verify(f"Bearer {there.token()}", SERVICE, TENANT)


def test_without_an_app_id_nothing_starts() -> None:
    with pytest.raises(ValueError, match="app id"):
        TokenVerifier("", SigningKeys("http://127.0.0.1:1/"))


@pytest.mark.parametrize(
    "service", ["https://smba.trafficmanager.net/emea/", "http://192.168.1.5/", "", "nonsense"]
)
async def test_the_local_mode_speaks_with_this_machine_alone(service: str) -> None:
    await LocalTokens().verify(None, "http://127.0.0.1:5/x", TENANT)
    with pytest.raises(NotFromTeamsError):
        await LocalTokens().verify(None, service, TENANT)


@pytest.mark.parametrize("sdk", get_args(SdkName))
async def test_a_bad_token_gets_401_and_changes_nothing(
    sdk: SdkName, there: Microsoft, tokens: TokenVerifier, tmp_path: Path
) -> None:
    async with teams(tmp_path, verifier=tokens, served=True, sdk=sdk) as opened:
        # The strange key first: once the keys were looked at, another look must wait.
        for case in sorted(BAD, key=lambda case: BAD[case][1] != "unknown_key"):
            header = BAD[case][0](there)
            if header is not None and not header.isascii():
                continue  # An HTTP client does not even send it.
            headers = {} if header is None else {"Authorization": header}
            assert await opened.posts(activity(SERVICE), headers) == (401, None), case
            assert opened.desk.accepted == [], case
            assert opened.peer.calls == [], case
        status, _ = await opened.posts(activity(SERVICE), there.bearer())
        assert (status, len(opened.desk.accepted)) == (200, 1)
