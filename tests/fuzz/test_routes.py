"""Whatever is sent to a route is answered with a clean refusal or taken; a 500 is never the answer.

The same spoiled payloads as in `test_parsers.py`, through the real servers, with correct signatures
where a signature is checked. Nothing of them comes into any log, also of other libraries.
"""

from __future__ import annotations

import json
import logging
import tempfile
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from contextlib import asynccontextmanager
from pathlib import Path
from random import Random
from typing import Any

import aiohttp
import pytest
from structlog.testing import capture_logs

from adapters.operator.server import OperatorSocket
from adapters.slack.manifest import RETURN_PATH
from adapters.teams.signed_tokens import NotFromTeamsError
from adapters.teams.signing_keys import SigningKeys
from adapters.teams.tokens import TokenVerifier
from bot.upkeep.operator import Operator
from tests.adapters.slack.fake_slack import SECRET
from tests.adapters.slack.test_slack_installing import MANY
from tests.adapters.slack.wire import EVENTS, FORM, wired
from tests.adapters.support import opened_page
from tests.adapters.teams.keys import APP, microsoft
from tests.adapters.teams.support import TENANT, teams
from tests.by_hand import by_hand
from tests.fakes import FakeClock
from tests.fuzz.mutate import randomness, spoiled_bytes
from tests.fuzz.recorded import (
    PAGE,
    PRIVATE,
    SLACK_EVENTS,
    SLACK_INTERACTIONS,
    TEAMS,
    as_form,
    as_json,
)
from tests.memory_store.store import MemoryStore
from tests.operators import FakeEraser, FakeKeyDesk, FakeMachine

Json = dict[str, Any]
Send = Callable[[bytes], Awaitable[int]]
REFUSED = {400, 401, 403, 404, 405, 413, 415, 501}
SHORT, LONG = 60, 2_000
LOCAL = "http://127.0.0.1:9/teams/"


@asynccontextmanager
async def slack_events(folder: Path) -> AsyncIterator[Send]:
    async with wired(folder) as wire:

        async def send(body: bytes) -> int:
            return (await wire.sends(body, EVENTS))[0]

        yield send


@asynccontextmanager
async def slack_interactions(folder: Path) -> AsyncIterator[Send]:
    async with wired(folder) as wire:

        async def send(body: bytes) -> int:
            return (await wire.sends(body, FORM))[0]

        yield send


@asynccontextmanager
async def slack_return(folder: Path) -> AsyncIterator[Send]:
    async with wired(folder, **MANY) as wire:

        async def send(body: bytes) -> int:
            url = f"{wire.address.rstrip('/')}{RETURN_PATH}"
            query = {"state": body[:2_000].decode("latin-1"), "code": "c"}
            cookies = {"Cookie": "handrail_slack_install=" + body[:99].hex()}
            async with wire.http.get(url, params=query, headers=cookies) as answer:
                return answer.status

        yield send


@asynccontextmanager
async def teams_activities(folder: Path) -> AsyncIterator[Send]:
    async with teams(folder, served=True) as opened:

        async def send(body: bytes) -> int:
            body = body.replace(b"https://smba.trafficmanager.net/emea/", LOCAL.encode())
            status, _ = await opened.posts(body, {"Content-Type": EVENTS})
            await opened.endpoint.close()
            return status

        yield send


@asynccontextmanager
async def local_page(folder: Path) -> AsyncIterator[Send]:
    async with opened_page(folder) as page:

        async def send(body: bytes) -> int:
            headers = page.headers(**{"Content-Type": EVENTS})
            url = f"{page.address}api/do"
            async with page.http.post(url, data=body, headers=headers) as answer:
                return answer.status

        yield send


@asynccontextmanager
async def operator_socket(_: Path) -> AsyncIterator[Send]:
    with tempfile.TemporaryDirectory(prefix="hr-") as short:
        desk = Operator(FakeEraser(), MemoryStore(), FakeKeyDesk(), FakeClock(), FakeMachine())
        serving = OperatorSocket(Path(short), desk)
        await serving.start()
        connector = aiohttp.UnixConnector(str(Path(short, "operator.sock")))
        async with aiohttp.ClientSession(connector=connector) as http:

            async def send(body: bytes) -> int:
                async with http.post("http://operator/erase", data=body) as answer:
                    return answer.status

            yield send
        await serving.stop()


OPERATOR = (b'{"platform": "slack", "workspace": "' + PRIVATE.encode() + b'", "user": "U1"}',)
ROUTES: dict[str, tuple[Any, tuple[bytes, ...]]] = {
    "Slack: events": (slack_events, as_json(SLACK_EVENTS)),
    "Slack: interactions": (slack_interactions, as_form(SLACK_INTERACTIONS)),
    "Slack: the way back from an install": (slack_return, (f"1800000000.{PRIVATE}".encode(),)),
    "Teams: activities": (teams_activities, as_json(TEAMS)),
    "page: gestures": (local_page, as_json(PAGE)),
    "operator: erase": (operator_socket, OPERATOR),
}


@pytest.fixture(autouse=True)
def nothing_private_is_logged(caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    caplog.set_level(logging.DEBUG)
    with capture_logs() as ours:
        yield
    said = caplog.text + json.dumps(ours, default=str)
    assert not [private for private in (PRIVATE, SECRET, "xoxb-") if private in said]
    assert not [one for one in ours if one["log_level"] in ("error", "critical")]


@pytest.mark.parametrize("name", ROUTES)
async def test_spoiled_payloads_are_refused_or_taken(name: str, tmp_path: Path) -> None:
    await _spoil(name, tmp_path, Random(name), SHORT)


@by_hand
@pytest.mark.parametrize("name", ROUTES)
async def test_spoiled_payloads_are_refused_or_taken_for_long(name: str, tmp_path: Path) -> None:
    await _spoil(name, tmp_path, randomness(name), LONG)


async def _spoil(name: str, folder: Path, random: Random, times: int) -> None:
    opened, seeds = ROUTES[name]
    statuses: dict[int, int] = {}
    async with opened(folder) as send:
        for _ in range(times):
            status = await send(spoiled_bytes(random.choice(seeds), seeds, random))
            statuses[status] = statuses.get(status, 0) + 1
    assert set(statuses) <= REFUSED | {200}, statuses


async def test_spoiled_tokens_are_refused_by_name() -> None:
    """Of a token that Microsoft made, any other byte makes none."""
    await _spoil_tokens(Random("tokens"), 300)


@by_hand
async def test_spoiled_tokens_are_refused_by_name_for_long() -> None:
    await _spoil_tokens(randomness("tokens"), 10_000)


async def _spoil_tokens(random: Random, times: int) -> None:
    async with microsoft() as there:
        verifier = TokenVerifier(APP, SigningKeys(there.metadata), [TENANT])
        good = f"Bearer {there.token()}".encode()
        service = "https://smba.trafficmanager.net/emea/"
        await verifier.verify(good.decode(), service, TENANT)
        for _ in range(times):
            header = spoiled_bytes(good, (good,), random).decode("latin-1")
            if header.partition(" ")[2] == good.decode().partition(" ")[2]:
                continue  # Only the scheme's letters changed, or what is changed was put back.
            with pytest.raises(NotFromTeamsError):
                await verifier.verify(header, service, TENANT)
