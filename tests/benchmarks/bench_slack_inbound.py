"""Signed events through the whole road, against bare bolt, in the same run.

    python -m tests.benchmarks.bench_slack_inbound [events a round, 3000]

Servers in processes of their own, asked by the same client with events signed alike: bare bolt
(which checks the signature, and has one listener that does nothing), and Handrail with its real
inbox, on each database. The rounds alternate, so that a busy machine is busy for all of them.

What is measured is the road up to the acknowledgement: verify, understand, seal, one durable
de-duplicated write, acknowledge. What comes after it (handling, answering) is held back in these
rounds, although it runs in the same process; a last round says what all of it together takes.
The ratios to bare bolt count; events a second depend on the machine. The processor time of each
server does not count that of PostgreSQL, which runs elsewhere.
"""

from __future__ import annotations

import asyncio
import json
import logging
import multiprocessing
import signal
import sys
import tempfile
import time
import warnings
from collections.abc import Sequence
from contextlib import AsyncExitStack
from dataclasses import dataclass
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

import structlog
from aiohttp import web
from slack_bolt.adapter.aiohttp import to_aiohttp_response, to_bolt_request
from slack_bolt.app.async_app import AsyncApp
from slack_bolt.authorization import AuthorizeResult

from adapters.shared.http import Server
from bot.chat import Event
from bot.inbound.inbox import InboxWorker
from bot.run.assemble import MachineClock, Platforms, assemble
from bot.run.desks import ChatDesk
from storage import open_store
from tests.adapters.slack.desk import AcceptingDesk
from tests.adapters.slack.fake_slack import BOT, SECRET, TEAM, TOKEN, fake_slack
from tests.adapters.slack.live_slack import opened_slack, settings_for
from tests.adapters.slack.wire import envelope, signature, written
from tests.benchmarks.figures import Figure, Reporter
from tests.databases import new_database

AT_ONCE = 64
ROUNDS = 5
PEOPLE = 50
BARE, NOTHING = "bare bolt", "nothing stored"
# The databases, and what part of bare bolt's speed is wanted on each.
AT_LEAST = {"sqlite": 0.74, "postgresql": 0.45}
# One part of the events is enough to see what the handling of them takes.
HANDLED = 10


class Unheeding(AcceptingDesk):
    async def accept(self, event: Event) -> None:
        return


class HeldBack(InboxWorker):
    """The real inbox; what it has taken in is worked off only when it is told to."""

    working = False

    def _work_off(self, *told: Any) -> None:
        if self.working:
            super()._work_off(*told)


def main(events: int) -> int:
    made: list[Figure] = []
    measure(events, Reporter("slack", "both", made))
    return any(not one.well for one in made)


def measure(events: int, report: Reporter) -> None:
    """`events` in each round, for each of the servers."""
    names = [BARE, NOTHING, *AT_LEAST]
    with tempfile.TemporaryDirectory(prefix="hr-bench-") as folder:
        servers = [_started(name, Path(folder) / str(n)) for n, name in enumerate(names)]
        try:
            took = asyncio.run(_rounds([one.port for one in servers], events))
            worked = [one.worked() / events / (ROUNDS + 1) for one in servers]
            handled = [_handled(one, max(1, events // HANDLED)) for one in servers[2:]]
        finally:
            for one in servers:
                one.process.terminate()
                one.process.join()
    for name, seconds, cpu in zip(names, took, worked, strict=True):
        ratios = [bare / own for bare, own in zip(took[0], seconds, strict=True)]
        if name in AT_LEAST:
            report.at_least(f"{name}: acknowledged, × bare bolt", ratios, AT_LEAST[name])
            report.told(f"{name}: × bare bolt, by processor time", [worked[0] / cpu])
        report.told(f"{name}: a second", [events / one for one in seconds])
        report.told(f"{name}: processor time each", [cpu * 1000], "ms")
    for name, (speed, cpu) in zip(AT_LEAST, handled, strict=True):
        report.told(f"{name}: handled and answered too, a second", [speed])
        report.told(f"{name}: handled and answered too, processor time", [cpu * 1000], "ms")


def _handled(server: Started, events: int) -> tuple[float, float]:
    """Events a second that were taken in, handled and answered, and the processor's seconds each.

    The work of the fake Slack, which is in the same process, is part of both.
    """
    before, begun = server.asks("work"), time.perf_counter()
    asyncio.run(_one_round(server.port, events, "handled", people="H"))
    worked = server.asks("done?") - before
    return events / (time.perf_counter() - begun), worked / events


async def _rounds(ports: Sequence[int], events: int) -> list[list[float]]:
    took: list[list[float]] = [[] for _ in ports]
    for number in range(ROUNDS + 1):
        for place, port in enumerate(ports):
            seconds = await _one_round(port, events, f"{number}-{place}")
            if number:  # the first round only warms up
                took[place].append(seconds)
    return took


async def _one_round(port: int, events: int, name: str, people: str = "") -> float:
    requests = [_request(f"Ev{name}-{n}", f"U{n % PEOPLE}X{people}", n) for n in range(events)]
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
        return self.asks("worked?")

    def asks(self, what: str) -> float:
        self.asking.send(what)
        return float(self.asking.recv())


def _started(name: str, folder: Path) -> Started:
    spawning = multiprocessing.get_context("spawn")
    here, there = spawning.Pipe()
    url = new_database() if name == "postgresql" else None
    process = spawning.Process(target=_serve, args=(name, folder, url, there), daemon=True)
    process.start()
    return Started(process, here.recv(), here)


def _serve(name: str, folder: Path, url: str | None, told: Connection) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    # Each event of a stranger is a line in the log; a terminal would be what is measured.
    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(logging.CRITICAL))
    folder.mkdir(parents=True)
    asyncio.run(_bare(told) if name == BARE else _handrail(name, folder, url, told))


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


async def _listen(server: Server, told: Connection, receiving: HeldBack | None = None) -> None:
    await server.start()
    told.send(server.port)
    before = time.process_time()
    while True:
        match await asyncio.to_thread(told.recv):
            case "work" if receiving is not None:
                receiving.working = True
            case "done?" if receiving is not None:
                await receiving.stop()
        told.send(time.process_time() - before)


async def _handrail(name: str, folder: Path, url: str | None, told: Connection) -> None:
    async with AsyncExitStack() as stack:
        slack = await stack.enter_async_context(fake_slack(team=TEAM))
        settings = settings_for(slack.api, slack_bot_token=TOKEN, slack_signing_secret=SECRET)
        opened = await stack.enter_async_context(opened_slack(settings, folder))
        server = Server("127.0.0.1", 0)
        if name == NOTHING:
            await opened.start(Unheeding(), server)
            await _listen(server, told)
            return
        store = await open_store(folder, url, "benchmark")
        stack.push_async_callback(store.close)
        platforms = Platforms()
        platforms.join(opened.adapter)
        house = assemble(settings, store, platforms, MachineClock())
        receiving = HeldBack(store.store, house.bot.events, platforms.answering, house.clock)
        await opened.start(ChatDesk(house.bot, receiving), server)
        await _listen(server, told, receiving)


if __name__ == "__main__":
    warnings.simplefilter("ignore")
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 3000))
