"""Each of Microsoft's clouds is served by one setting, and takes nothing from another."""

from __future__ import annotations

import time
from collections.abc import AsyncIterator
from itertools import product
from pathlib import Path
from typing import get_args

import aiohttp
import pytest
import pytest_asyncio
from pydantic import SecretStr

from adapters.teams.clouds import CLOUDS, PUBLIC, CloudName
from adapters.teams.connector import Connector, is_file_address, is_service
from adapters.teams.outbound.outcomes import NotReachedError
from adapters.teams.settings import TeamsSettings
from adapters.teams.signed_tokens import LEEWAY_SECONDS, NotFromTeamsError
from adapters.teams.signing_keys import SigningKeys
from adapters.teams.tokens import TokenVerifier
from tests.adapters.teams.keys import APP, SERVICE, Microsoft, microsoft
from tests.adapters.teams.support import TENANT, chat_of

PAIRS = list(product(CLOUDS, CLOUDS))


@pytest_asyncio.fixture
async def there() -> AsyncIterator[Microsoft]:
    async with microsoft() as opened:
        yield opened


def service_in(name: CloudName) -> str:
    return f"https://{min(CLOUDS[name].services)}/teams/"


@pytest.mark.parametrize("name", get_args(CloudName))
def test_one_setting_chooses_everything(name: CloudName) -> None:
    settings = TeamsSettings(
        teams_app_id=APP, teams_secret=SecretStr("x"), teams_tenant=TENANT, teams_cloud=name
    )
    cloud = settings.microsofts_cloud
    assert cloud is CLOUDS[name]
    assert cloud.authority(TENANT) == f"{cloud.login}/{TENANT}"
    assert cloud.authority("") == f"{cloud.login}/{cloud.shared_tenant}"
    for address in (cloud.teams, cloud.login, cloud.scope, cloud.issuer, cloud.keys_at):
        assert address.startswith("https://")
        assert not address.endswith("/")


def test_no_address_of_a_cloud_stands_outside_its_row() -> None:
    known = [one for cloud in CLOUDS.values() for one in (cloud.login, cloud.scope, cloud.keys_at)]
    known += [host for cloud in CLOUDS.values() for host in (*cloud.services, *cloud.files)]
    hosts = {one.removeprefix("https://") for one in known}
    folder = Path(__file__).parents[3] / "adapters" / "teams"
    for path in folder.rglob("*.py"):
        if path.name != "clouds.py":
            written = path.read_text(encoding="utf-8")
            assert {host for host in hosts if host in written} == set(), path.name


def test_without_the_setting_it_is_the_public_cloud() -> None:
    assert TeamsSettings().microsofts_cloud is PUBLIC


async def test_a_token_of_one_cloud_opens_no_other(there: Microsoft) -> None:
    keys = SigningKeys(there.metadata)
    for ours, theirs in PAIRS:
        tokens = TokenVerifier(APP, keys, [TENANT], cloud=CLOUDS[ours])
        service = service_in(theirs)
        token = there.token(iss=CLOUDS[theirs].issuer, serviceurl=service)
        if ours == theirs:
            await tokens.verify(f"Bearer {token}", service, TENANT)
            continue
        with pytest.raises(NotFromTeamsError) as refused:
            await tokens.verify(f"Bearer {token}", service, TENANT)
        shared = CLOUDS[ours].issuer == CLOUDS[theirs].issuer
        assert refused.value.reason == ("service_host" if shared else "issuer")


async def test_nothing_leaves_to_another_cloud() -> None:
    async def token() -> str:
        raise AssertionError("our token was asked for")

    async with aiohttp.ClientSession() as http:
        for ours, theirs in PAIRS:
            assert is_service(service_in(theirs), CLOUDS[ours]) is (ours == theirs)
            for end in CLOUDS[theirs].files:
                url = f"https://example-my{end}/personal/x?upload=1"
                assert is_file_address(url, CLOUDS[ours]) is (ours == theirs)
            if ours != theirs:
                connector = Connector(http, token, cloud=CLOUDS[ours])
                with pytest.raises(NotReachedError, match="service_address"):
                    await connector.send(chat_of(service_in(theirs)).service, "chat", {})


@pytest.mark.parametrize(
    ("claimed", "said"),
    [(SERVICE, SERVICE.rstrip("/")), (SERVICE.rstrip("/"), SERVICE), (SERVICE, SERVICE)],
)
async def test_a_slash_at_the_end_of_a_service_address_makes_no_difference(
    claimed: str, said: str, there: Microsoft
) -> None:
    tokens = TokenVerifier(APP, SigningKeys(there.metadata), [TENANT])
    await tokens.verify(f"Bearer {there.token(serviceurl=claimed)}", said, TENANT)


@pytest.mark.parametrize(("claim", "sign"), [("exp", -1), ("nbf", 1)])
async def test_clocks_may_be_five_minutes_apart_and_no_more(
    claim: str, sign: int, there: Microsoft
) -> None:
    assert LEEWAY_SECONDS == 300
    tokens = TokenVerifier(APP, SigningKeys(there.metadata), [TENANT])
    now = int(time.time())
    near, far = (now + sign * (LEEWAY_SECONDS + seconds) for seconds in (-30, 30))
    near_one, far_one = (there.token(kid="k1", key=None, **{claim: at}) for at in (near, far))
    await tokens.verify(f"Bearer {near_one}", SERVICE, TENANT)
    with pytest.raises(NotFromTeamsError):
        await tokens.verify(f"Bearer {far_one}", SERVICE, TENANT)
