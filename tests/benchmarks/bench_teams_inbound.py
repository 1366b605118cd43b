"""How many activities a second come in: the SDK's stock CloudAdapter, and ours.

`python -m tests.benchmarks.bench_teams_inbound`. Both stand behind aiohttp in this one process,
both verify the same signed tokens (keys of our own, published on loopback by a thread), both hand
a message on to a bot that says nothing. Ours also writes down how to reach the person, once.
"""

from __future__ import annotations

import asyncio
import json
import sys
import tempfile
import threading
import time
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from pathlib import Path

import structlog
from aiohttp import web
from botbuilder.core import TurnContext
from botbuilder.integration.aiohttp import CloudAdapter, ConfigurationBotFrameworkAuthentication

from adapters.teams.signing_keys import SigningKeys
from adapters.teams.tokens import TokenVerifier
from bot.chat import Event
from tests.adapters.teams.keys import APP, SERVICE, Microsoft, microsoft
from tests.adapters.teams.support import TENANT, activity, teams
from tests.benchmarks.figures import Figure, Reporter, ratios

CONNECTIONS = 8
# A token comes with many activities for an hour; so many are in use side by side.
TOKENS = 4
WANTED = 57
SECONDS, ROUNDS = 1.0, 5


def main() -> int:
    made: list[Figure] = []
    asyncio.run(measure(SECONDS, ROUNDS, Reporter("teams", "sqlite", made)))
    return any(not one.well for one in made)


async def measure(seconds: float, rounds: int, report: Reporter) -> None:
    """Each side runs for so many seconds in each round, by turns."""
    rates: dict[str, list[float]] = {}
    with published() as there:
        for _ in range(rounds):
            for name, opened in (("stock CloudAdapter", stock), ("ours", ours)):
                async with opened(there) as port:
                    await _check(port, there)
                    rates.setdefault(name, []).append(await _rate(port, there, seconds))
    times = ratios(rates["ours"], rates["stock CloudAdapter"])
    report.at_least("activities, × the stock CloudAdapter", times, WANTED)
    for name, found in rates.items():
        report.told(f"{name}, a second", found)


@contextmanager
def published() -> Iterator[Microsoft]:
    """In a thread: the SDK fetches its keys on the event loop, and would wait for itself."""
    opened: list[Microsoft] = []
    ready, done = threading.Event(), threading.Event()

    async def serve() -> None:
        async with microsoft() as there:
            opened.append(there)
            ready.set()
            await asyncio.to_thread(done.wait)

    thread = threading.Thread(target=asyncio.run, args=(serve(),))
    thread.start()
    ready.wait()
    try:
        yield opened[0]
    finally:
        done.set()
        thread.join()


class Stock:
    """What the SDK is configured by; names and values are its own."""

    def __init__(self, metadata: str) -> None:
        login = "https://login.microsoftonline.com/botframework.com"
        framework = "https://api.botframework.com"
        vars(self).update(
            APP_TYPE="MultiTenant",
            APP_ID=APP,
            APP_PASSWORD="nothing is sent",
            VALIDATE_AUTHORITY=True,
            TO_CHANNEL_FROM_BOT_LOGIN_URL=login,
            TO_CHANNEL_FROM_BOT_OAUTH_SCOPE=framework,
            TO_BOT_FROM_CHANNEL_TOKEN_ISSUER=framework,
            OAUTH_URL=framework,
            TO_BOT_FROM_CHANNEL_OPENID_METADATA_URL=metadata,
            TO_BOT_FROM_EMULATOR_OPENID_METADATA_URL=metadata,
            CALLER_ID="urn:botframework:azure",
        )


class Silent:
    async def on_turn(self, context: TurnContext) -> None:
        assert context.activity.text


@asynccontextmanager
async def stock(there: Microsoft) -> AsyncIterator[int]:
    adapter = CloudAdapter(ConfigurationBotFrameworkAuthentication(Stock(there.metadata)))
    bot = Silent()

    async def messages(request: web.Request) -> web.StreamResponse:
        try:
            answer: web.Response | None = await adapter.process(request, bot)
        except web.HTTPException:
            raise
        except Exception:
            return web.Response(status=500)
        return answer or web.Response(status=201)

    app = web.Application()
    app.router.add_post("/api/messages", messages)
    runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.1)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    try:
        yield int(runner.addresses[0][1])
    finally:
        await runner.cleanup()


@asynccontextmanager
async def ours(there: Microsoft) -> AsyncIterator[int]:
    tokens = TokenVerifier(APP, SigningKeys(there.metadata), [TENANT])
    with tempfile.TemporaryDirectory() as folder:
        async with teams(Path(folder), verifier=tokens, served=True) as opened:
            opened.desk.accept = _nothing  # type: ignore[method-assign]
            yield int(opened.address.rstrip("/").rpartition(":")[2])


async def _nothing(event: Event) -> None:
    return None


async def _check(port: int, there: Microsoft) -> None:
    """Neither is fast by letting everybody in."""
    assert await _status(port, there.token()) in (200, 201)
    for bad in ({"aud": "somebody else"}, {"exp": 1}, {"serviceurl": "https://evil.example/"}):
        assert await _status(port, there.token(**bad)) >= 400


async def _rate(port: int, there: Microsoft, seconds: float) -> float:
    tokens = [there.token(jti=str(number)) for number in range(TOKENS)]
    began = time.perf_counter()
    until = began + seconds
    posts = (_knock(port, tokens[n % TOKENS], until, n) for n in range(CONNECTIONS))
    return sum(await asyncio.gather(*posts)) / (time.perf_counter() - began)


async def _knock(port: int, token: str, until: float, number: int) -> int:
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    request, taken = _request(token, number), 0
    while time.perf_counter() < until:
        writer.write(request)
        head = await reader.readuntil(b"\r\n\r\n")
        assert head.startswith(b"HTTP/1.1 20"), head
        await _skip_body(reader, head)
        taken += 1
    writer.close()
    return taken


async def _status(port: int, token: str) -> int:
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    writer.write(_request(token, 0))
    head = await reader.readuntil(b"\r\n\r\n")
    writer.close()
    return int(head.split()[1])


async def _skip_body(reader: asyncio.StreamReader, head: bytes) -> None:
    for line in head.lower().split(b"\r\n"):
        if line.startswith(b"content-length:"):
            await reader.readexactly(int(line.partition(b":")[2]))


def _request(token: str, number: int) -> bytes:
    body = json.dumps(activity(SERVICE, "hello", number=number)).encode()
    lines = {
        "Host": "127.0.0.1",
        "Authorization": f"Bearer {token}",
        "Content-Type": "application/json",
        "Content-Length": str(len(body)),
    }
    head = "".join(f"{name}: {value}\r\n" for name, value in lines.items())
    return f"POST /api/messages HTTP/1.1\r\n{head}\r\n".encode() + body


if __name__ == "__main__":
    structlog.configure(logger_factory=structlog.PrintLoggerFactory(sys.stderr))
    sys.exit(main())
