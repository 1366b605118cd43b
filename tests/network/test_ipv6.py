"""IPv6: listening on it, with and without IPv4, and a database that is reached by it."""

from __future__ import annotations

import asyncio
import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import aiohttp
import pytest
from sqlalchemy import make_url, text

from adapters.queue import Wakeups
from adapters.shared.http import Server, WatchedAt
from bot.settings import Settings
from storage.sql.engine import make_engine
from tests.network.peers import joined, listening
from tests.postgresql import passing_database


def has_ipv6() -> bool:
    try:
        with socket.create_server(("::1", 0), family=socket.AF_INET6):
            return True
    except OSError:
        return False


pytestmark = pytest.mark.skipif(not has_ipv6(), reason="this machine has no IPv6")


@asynccontextmanager
async def serving(host: str) -> AsyncIterator[Server]:
    server = Server(host, 0, watched_at=WatchedAt(host, 0))
    await server.start()
    try:
        yield server
    finally:
        await server.stop()


async def answers(address: str) -> bool:
    try:
        async with aiohttp.ClientSession() as http, http.get(address) as answer:
            return answer.status == 200
    except aiohttp.ClientConnectionError:
        return False


@pytest.mark.parametrize(("host", "by_ipv4"), [("::", True), ("::1", False)])
async def test_it_listens_by_ipv6(host: str, by_ipv4: bool) -> None:
    async with serving(host) as server:
        for port, path in ((server.port, "healthz"), (port_of(server.watch_address), "metrics")):
            assert await answers(f"http://[::1]:{port}/{path}")
            assert await answers(f"http://127.0.0.1:{port}/{path}") is by_ipv4
        assert server.entrance == f"http://[::1]:{server.port}/"
        assert await answers(f"{server.entrance}healthz")


@asynccontextmanager
async def by_ipv6(url: str) -> AsyncIterator[str]:
    """The address of the same database by IPv6. The server of the tests has only a socket file."""
    given = make_url(url)
    file = Path(str(given.query["host"])) / ".s.PGSQL.5432"
    came = 0

    async def relay(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        nonlocal came
        came += 1
        there, back = await asyncio.open_unix_connection(file)
        await joined((reader, writer), (there, back))

    async with listening(relay, "::1") as port:
        yield f"postgresql://{given.username}:pw@[::1]:{port}/{given.database}"
    assert came


async def test_the_data_and_the_queue_are_reached_by_ipv6() -> None:
    async with by_ipv6(passing_database()) as url:
        assert Settings.model_validate({"database_url": url}).database_url is not None
        engine = make_engine(url)
        async with engine.connect() as db:
            assert (await db.execute(text("SELECT 1"))).scalar() == 1
        await engine.dispose()
        queue = Wakeups(make_url(url).set(drivername="postgresql").render_as_string(False))
        await queue.open()
        await queue.close()


def port_of(address: str) -> int:
    return int(address.rpartition(":")[2].strip("/"))
