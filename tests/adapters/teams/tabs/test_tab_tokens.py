"""Only Teams' own token for this app, this tenant and this person opens a page in a tab."""

from __future__ import annotations

import base64
import json
import time
from collections.abc import AsyncIterator, Callable

import pytest
import pytest_asyncio

from adapters.teams.signed_tokens import NotFromTeamsError
from adapters.teams.signing_keys import KeysUnavailableError, SigningKeys
from adapters.teams.tabs.tokens import LOGIN, TabTokens
from bot.domain.people import Address
from tests.adapters.teams.keys import APP, Microsoft, make_key, microsoft
from tests.adapters.teams.support import MAI, TENANT
from tests.adapters.teams.tabs.signed_in import KEYS, TEAMS_WEB, tab_token
from tests.adapters.teams.test_tokens import OTHER, signed_with_our_public_key

Header = Callable[[Microsoft], str | None]
SECOND = "33333333-3333-4333-8333-333333333333"
STRANGER = make_key()


@pytest_asyncio.fixture
async def there() -> AsyncIterator[Microsoft]:
    async with microsoft(KEYS) as opened:
        yield opened


@pytest.fixture
def tokens(there: Microsoft) -> TabTokens:
    return TabTokens(APP, SigningKeys(there.metadata), [TENANT, SECOND])


def changed(**claims: object) -> Header:
    return lambda there: f"Bearer {tab_token(there, **claims)}"


def unsigned(there: Microsoft) -> str:
    _, body, _ = tab_token(there).split(".")
    none = base64.urlsafe_b64encode(json.dumps({"alg": "none", "kid": "k1"}).encode())
    return f"Bearer {none.rstrip(b'=').decode()}.{body}."


def put_together(there: Microsoft) -> str:
    """The signature of one token under the body of another tenant's."""
    head, _, signature = tab_token(there).split(".")
    _, body, _ = tab_token(there, tid=SECOND, iss=f"{LOGIN}/{SECOND}/v2.0").split(".")
    return f"Bearer {head}.{body}.{signature}"


V1 = f"https://sts.windows.net/{TENANT}/"
BAD: dict[str, tuple[Header, str]] = {
    "no header": (lambda _: None, "no_token"),
    "another scheme": (lambda there: f"Basic {tab_token(there)}", "no_token"),
    "no token behind it": (lambda _: "Bearer ", "no_token"),
    "far too long": (lambda _: "Bearer " + "a" * 8_050, "no_token"),
    "garbage": (lambda _: "Bearer a.b.c", "garbage"),
    "letters that no token has": (lambda _: "Bearer ä.ö.ü", "garbage"),
    "no signature": (unsigned, "algorithm"),
    "a shared secret": (signed_with_our_public_key, "algorithm"),
    "a longer digest": (changed(algorithm="RS512"), "algorithm"),
    "somebody else's key": (changed(key=STRANGER), "signature"),
    "another tenant's body": (put_together, "signature"),
    "expired": (changed(exp=int(time.time()) - 900), "expired"),
    "not yet valid": (changed(nbf=int(time.time()) + 900), "not_yet"),
    "without an end": (changed(exp=None), "signature"),
    "without a beginning": (changed(nbf=None), "signature"),
    "for another app": (changed(aud=OTHER), "audience"),
    "for two apps": (changed(aud=[APP, OTHER]), "audience"),
    "for Microsoft Graph": (changed(aud="https://graph.microsoft.com"), "audience"),
    "for nobody": (changed(aud=None), "signature"),
    "of the first version": (changed(ver="1.0", iss=V1), "version"),
    "of no version": (changed(ver=None), "version"),
    "a tenant that is not on the list": (
        changed(tid=OTHER, iss=f"{LOGIN}/{OTHER}/v2.0"),
        "tenant",
    ),
    "no tenant": (changed(tid=None), "signature"),
    "replayed for another tenant": (changed(tid=SECOND), "issuer"),
    "issued by another tenant": (changed(iss=f"{LOGIN}/{SECOND}/v2.0"), "issuer"),
    "the chat's own issuer": (changed(iss="https://api.botframework.com"), "issuer"),
    "another app asked for it": (changed(azp=OTHER), "other_app"),
    "the bot itself asked for it": (changed(azp=APP), "other_app"),
    "nobody asked for it": (changed(azp=None), "other_app"),
    "another permission": (changed(scp="User.Read"), "scope"),
    "an app, and no person": (changed(scp=None, roles=["access_as_user"]), "scope"),
    "a permission that only begins so": (changed(scp="access_as_user.all"), "scope"),
    "no person": (changed(oid=None), "signature"),
    "a person that is no id": (changed(oid="../../etc"), "person"),
}


@pytest.mark.parametrize("case", BAD)
async def test_no_other_token_does(case: str, there: Microsoft, tokens: TabTokens) -> None:
    make, reason = BAD[case]
    for _ in range(2):
        with pytest.raises(NotFromTeamsError) as refused:
            await tokens.person(make(there))
        assert refused.value.reason == reason


async def test_teams_own_token_names_the_same_person_as_the_chat(
    there: Microsoft, tokens: TabTokens
) -> None:
    for changes in ({}, {"azp": TEAMS_WEB}, {"scp": "openid access_as_user"}, {"oid": MAI.upper()}):
        found = await tokens.person(f"Bearer {tab_token(there, **changes)}")
        assert found == (Address("teams", TENANT, MAI), "Mai")
    second = tab_token(there, tid=SECOND, iss=f"{LOGIN}/{SECOND}/v2.0", name=None)
    assert await tokens.person(f"bearer {second}") == (Address("teams", SECOND, MAI), "")


async def test_a_key_that_microsoft_does_not_have_opens_nothing(
    there: Microsoft, tokens: TabTokens
) -> None:
    with pytest.raises(NotFromTeamsError, match="unknown_key"):
        await tokens.person(f"Bearer {tab_token(there, kid='k9')}")
    there.down = True
    with pytest.raises(KeysUnavailableError):
        await TabTokens(APP, SigningKeys(there.metadata), [TENANT]).person(
            f"Bearer {tab_token(there)}"
        )


@pytest.mark.parametrize(("app", "tenants"), [("", [TENANT]), (APP, [])])
def test_without_an_app_id_or_a_tenant_nothing_starts(app: str, tenants: list[str]) -> None:
    with pytest.raises(ValueError, match="needed"):
        TabTokens(app, SigningKeys(""), tenants)
