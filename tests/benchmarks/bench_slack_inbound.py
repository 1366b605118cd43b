"""Signed events through the whole road, against bare bolt, in the same run.

    python -m tests.benchmarks.bench_slack_inbound [events a round, 3000]

Servers in processes of their own, asked by the same client with events signed alike: bare bolt
(which checks the signature, and has one listener that does nothing), and Handrail with each way of
taking an event in that stands in ACCEPTS. The rounds alternate, so that a busy machine is busy for
all of them. What counts is the ratio to bare bolt; events a second depend on the machine. The
processor's time of each server, an event, does not depend on what else the machine is doing.
"""

from __future__ import annotations

import asyncio
import json
import multiprocessing
import signal
import sqlite3
import statistics
import sys
import tempfile
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping, Sequence
from contextlib import AbstractAsyncContextManager, AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field
from multiprocessing.connection import Connection
from pathlib import Path

from aiohttp import web
from slack_bolt.adapter.aiohttp import to_aiohttp_response, to_bolt_request
from slack_bolt.app.async_app import AsyncApp
from slack_bolt.authorization import AuthorizeResult

from adapters.http import Server
from bot.chat import Event
from tests.adapters.slack.desk import AcceptingDesk
from tests.adapters.slack.fake_slack import BOT, SECRET, TEAM, TOKEN, fake_slack
from tests.adapters.slack.house import opened_slack, settings_for
from tests.adapters.slack.wire import envelope, signature, written

Accept = Callable[[Event], Awaitable[None]]
AT_ONCE = 64
ROUNDS = 5
PEOPLE = 50
BARE = "bare bolt"


@asynccontextmanager
async def nothing_stored(_: Path) -> AsyncIterator[Accept]:
    async def accept(_: Event) -> None:
        return

    yield accept


@asynccontextmanager
async def sqlite_in_groups(folder: Path) -> AsyncIterator[Accept]:
    """A stand-in for the inbox: one writer, a commit for all that wait (WAL, synchronous=FULL)."""
    db = sqlite3.connect(folder / "inbox.db", isolation_level=None, check_same_thread=False)
    db.execute("PRAGMA journal_mode=WAL")
    db.execute("PRAGMA synchronous=FULL")
    db.execute(
        "CREATE TABLE inbox (workspace TEXT, event TEXT, what TEXT, UNIQUE (workspace, event))"
    )
    waiting: list[tuple[tuple[str, str, str], asyncio.Future[None]]] = []
    more = asyncio.Event()

    def write(rows: Sequence[tuple[str, str, str]]) -> None:
        db.execute("BEGIN IMMEDIATE")
        db.executemany("INSERT OR IGNORE INTO inbox VALUES (?, ?, ?)", rows)
        db.execute("COMMIT")

    async def writer() -> None:
        while True:
            await more.wait()
            more.clear()
            batch = waiting[:]
            waiting.clear()
            await asyncio.to_thread(write, [row for row, _ in batch])
            for _, written_down in batch:
                written_down.set_result(None)

    async def accept(event: Event) -> None:
        down: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        waiting.append(((event.sender.workspace, event.id, repr(event.what)), down))
        more.set()
        await down

    task = asyncio.create_task(writer())
    yield accept
    task.cancel()
    db.close()


# A way of taking an event in: returns once the event is durable.
ACCEPTS: Mapping[str, Callable[[Path], AbstractAsyncContextManager[Accept]]] = {
    "nothing stored": nothing_stored,
    "SQLite, in groups": sqlite_in_groups,
}


@dataclass
class Desk(AcceptingDesk):
    how: list[Accept] = field(default_factory=list)

    async def accept(self, event: Event) -> None:
        await self.how[0](event)


def main(events: int) -> None:
    names = [BARE, *ACCEPTS]
    with tempfile.TemporaryDirectory() as folder:
        servers = [_started(name, Path(folder) / str(n)) for n, name in enumerate(names)]
        try:
            took = asyncio.run(_rounds([one.port for one in servers], events))
            worked = [one.worked() / events / (ROUNDS + 1) for one in servers]
        finally:
            for one in servers:
                one.process.terminate()
                one.process.join()
    for name, seconds, cpu in zip(names, took, worked, strict=True):
        ratios = [bare / own for bare, own in zip(took[0], seconds, strict=True)]
        speed = events / statistics.median(seconds)
        spread = f"{min(ratios):.2f} to {max(ratios):.2f}"
        shown = f"{speed:8.0f}/s   ×{statistics.median(ratios):.2f} ({spread})"
        print(f"{name:20} {shown:32} {cpu * 1e6:6.0f} µs   ×{worked[0] / cpu:.2f}")


async def _rounds(ports: Sequence[int], events: int) -> list[list[float]]:
    took: list[list[float]] = [[] for _ in ports]
    for number in range(ROUNDS + 1):
        for place, port in enumerate(ports):
            seconds = await _one_round(port, events, f"{number}-{place}")
            if number:  # the first round only warms up
                took[place].append(seconds)
    return took


async def _one_round(port: int, events: int, name: str) -> float:
    requests = [_request(f"Ev{name}-{n}", f"U{n % PEOPLE}X", n) for n in range(events)]
    shares = [requests[start::AT_ONCE] for start in range(AT_ONCE)]
    begun = time.perf_counter()
    await asyncio.gather(*(_send(port, share) for share in shares))
    return time.perf_counter() - begun


def _request(event_id: str, user: str, number: int) -> bytes:
    at = int(time.time())
    event = written("It went better than I thought", f"{at}.{number:06d}", user=user)
    body = json.dumps(envelope(event, event_id)).encode()
    headers = {
        "Host": "localhost",
        "Content-Type": "application/json",
        "Content-Length": str(len(body)),
        **signature(body, SECRET, at),
    }
    head = "".join(f"{name}: {value}\r\n" for name, value in headers.items())
    return f"POST /slack/events HTTP/1.1\r\n{head}\r\n".encode() + body


async def _send(port: int, requests: Sequence[bytes]) -> None:
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    for request in requests:
        writer.write(request)
        head = await reader.readuntil(b"\r\n\r\n")
        assert head.startswith(b"HTTP/1.1 200"), head[:60]
        length = next(
            int(line.partition(b":")[2])
            for line in head.lower().split(b"\r\n")
            if line.startswith(b"content-length")
        )
        await reader.readexactly(length)
    writer.close()
    await writer.wait_closed()


@dataclass
class Started:
    process: multiprocessing.process.BaseProcess
    port: int
    asking: Connection

    def worked(self) -> float:
        """Seconds of the processor's time, since it began to listen."""
        self.asking.send("worked?")
        return float(self.asking.recv())


def _started(name: str, folder: Path) -> Started:
    spawning = multiprocessing.get_context("spawn")
    here, there = spawning.Pipe()
    process = spawning.Process(target=_serve, args=(name, folder, there), daemon=True)
    process.start()
    return Started(process, here.recv(), here)


def _serve(name: str, folder: Path, told: Connection) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    folder.mkdir(parents=True)
    asyncio.run(_bare(told) if name == BARE else _handrail(name, folder, told))


async def _bare(told: Connection) -> None:
    async def anyone(team_id: str) -> AuthorizeResult:
        return AuthorizeResult(enterprise_id=None, team_id=team_id, bot_user_id=BOT, bot_token="x")

    bolt = AsyncApp(signing_secret=SECRET, authorize=anyone)

    @bolt.event("message")
    async def listen() -> None:
        return

    async def take(request: web.Request) -> web.Response:
        answered = await bolt.async_dispatch(await to_bolt_request(request))
        return await to_aiohttp_response(answered)

    server = Server("127.0.0.1", 0)

    def routes(app: web.Application) -> None:
        app.router.add_post("/slack/events", take)

    server.mount(routes)
    await _listen(server, told)


async def _listen(server: Server, told: Connection) -> None:
    await server.start()
    told.send(server.port)
    before = time.process_time()
    while True:
        await asyncio.to_thread(told.recv)
        told.send(time.process_time() - before)


async def _handrail(name: str, folder: Path, told: Connection) -> None:
    async with AsyncExitStack() as stack:
        slack = await stack.enter_async_context(fake_slack(team=TEAM))
        given = {"slack_bot_token": TOKEN, "slack_signing_secret": SECRET}
        settings = settings_for(slack.api, **given)
        opened = await stack.enter_async_context(opened_slack(settings, folder))
        accept = await stack.enter_async_context(ACCEPTS[name](folder))
        server = Server("127.0.0.1", 0)
        await opened.start(Desk(how=[accept]), server)
        await _listen(server, told)


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 3000)
