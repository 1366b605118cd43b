"""The HTTP server: what it says of itself, who may see its figures, and how long it waits."""

from __future__ import annotations

import asyncio
import resource
import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import aiohttp
import pytest
from aiohttp import WSMsgType, web

from adapters.shared.connections import Limits
from adapters.shared.http import Server, WatchedAt
from adapters.shared.listener import KEPT_FREE, most_connections
from bot.run.platforms import all_settings
from bot.run.server_of import OF_ONE_ADDRESS, server_of
from bot.settings import Settings
from tests.attacks import malformed
from tests.attacks.routes import TEAMS_GIVEN


async def fails(_: web.Request) -> web.Response:
    raise ValueError("zebra")


async def echoes(request: web.Request) -> web.WebSocketResponse:
    talk = web.WebSocketResponse()
    await talk.prepare(request)
    async for message in talk:
        await talk.send_str(message.data)
    return talk


def routes(app: web.Application) -> None:
    app.router.add_get("/fails", fails)
    app.router.add_get("/live", echoes)


@asynccontextmanager
async def serving(
    limits: Limits | None = None, watched_at: WatchedAt | None = None
) -> AsyncIterator[Server]:
    server = Server("127.0.0.1", 0, limits=limits, watched_at=watched_at)
    server.mount(routes)
    await server.start()
    try:
        yield server
    finally:
        await server.stop()


async def said_to(server: Server, raw: bytes) -> bytes:
    reader, writer = await asyncio.open_connection("127.0.0.1", server.port)
    writer.write(raw)
    writer.write_eof()
    said = await reader.read()
    writer.close()
    return said


def asking(path: str) -> bytes:
    return f"GET {path} HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n".encode()


async def test_no_answer_names_a_version_whatever_was_asked() -> None:
    asked = [asking(path) for path in ("/healthz", "/readyz", "/nowhere", "/fails")]
    async with serving() as server:
        for raw in [*asked, *malformed.requests()]:
            said = await said_to(server, raw)
            head = said.partition(b"\r\n\r\n")[0].lower()
            assert b"aiohttp" not in said.lower()
            assert b"python" not in said.lower()
            assert not head or b"server: handrail" in head.splitlines()


async def test_metrics_and_readiness_are_only_at_their_own_address_if_they_have_one() -> None:
    async with (
        serving(watched_at=WatchedAt("127.0.0.1", 0)) as server,
        aiohttp.ClientSession() as http,
    ):
        assert server.watch_address != server.address
        for path in ("metrics", "readyz"):
            async with http.get(f"{server.address}{path}") as answer:
                assert answer.status == 404
            async with http.get(f"{server.watch_address}{path}") as answer:
                assert answer.status == 200
        async with http.get(f"{server.address}healthz") as answer:
            assert answer.status == 200


async def test_a_name_of_the_watched_address_is_known_there() -> None:
    named = WatchedAt("localhost", 0)
    async with (
        serving(watched_at=named) as server,
        aiohttp.ClientSession() as http,
        http.get(f"{server.watch_address}metrics") as answer,
    ):
        assert answer.status == 200


async def test_a_websocket_outlives_the_time_for_an_answer() -> None:
    async with (
        serving(Limits(head=0.2, idle=0.2, answer=0.4)) as server,
        aiohttp.ClientSession() as http,
        http.ws_connect(f"{server.address}live") as ws,
    ):
        await asyncio.sleep(1.0)
        await ws.send_str("still here")
        said = await ws.receive(timeout=2)
        assert (said.type, said.data) == (WSMsgType.TEXT, "still here")


async def test_a_stop_lets_go_of_the_port_and_of_every_connection() -> None:
    async with serving() as server:
        reader, writer = await asyncio.open_connection("127.0.0.1", server.port)
        writer.write(b"GET /half")
        await asyncio.sleep(0.1)
    assert await asyncio.wait_for(reader.read(), 5) == b""
    writer.close()
    with socket.create_server(("127.0.0.1", server.port)):
        pass


@pytest.mark.parametrize(
    ("given", "per_peer"),
    [
        ({}, OF_ONE_ADDRESS),
        ({"public_url": "https://bot.example.org"}, None),
        ({"public_url": "https://bot.example.org", "most_per_address": 7}, 7),
    ],
)
def test_behind_a_proxy_one_address_has_no_limit_unless_it_is_set(
    given: dict[str, object], per_peer: int | None
) -> None:
    async def ready() -> dict[str, str | None]:
        return {}

    made = server_of(Settings.model_validate(given), ready)
    assert made.limits.per_peer == per_peer
    assert made.limits.connections == 512


def test_some_files_are_kept_free_for_all_else() -> None:
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    try:
        resource.setrlimit(resource.RLIMIT_NOFILE, (300, hard))
        assert most_connections(100) == 100
        assert most_connections(hard * 2 if hard > 0 else 512) <= max(hard, 640)
        _, most = resource.getrlimit(resource.RLIMIT_NOFILE)
        assert most_connections(10**9) == min(10**9, most - KEPT_FREE)
    finally:
        resource.setrlimit(resource.RLIMIT_NOFILE, (soft, hard))


@pytest.mark.parametrize(
    ("given", "where"),
    [
        ({"port": 8080}, None),
        ({"port": 8080, "watch_port": 9}, 9),
        ({"port": 8080, "public_url": "https://bot.example.org"}, 9080),
        ({"port": 65_000, "public_url": "https://bot.example.org"}, 64_000),
        ({"port": 8080, **TEAMS_GIVEN}, 9080),
        ({"port": 8080, "watch_port": 9, **TEAMS_GIVEN}, 9),
    ],
)
def test_the_figures_have_a_port_of_their_own_wherever_the_internet_may_come(
    given: dict[str, object], where: int | None
) -> None:
    async def ready() -> dict[str, str | None]:
        return {}

    made = server_of(all_settings().model_validate(given), ready)
    figures = made.address if where is None else f"http://127.0.0.1:{where}/"
    assert made.watch_address == figures
