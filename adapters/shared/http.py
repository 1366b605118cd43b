"""The one HTTP server: it has the routes of every adapter, health checks and metrics."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass

from aiohttp import web

from adapters.shared.connections import Limits
from adapters.shared.site import Site
from bot.metrics import CONTENT_TYPE, METRICS
from bot.observing.built import built

REMEMBERED_SECONDS = 1.0

# By check: its trouble in two words, or None.
Readiness = Callable[[], Awaitable[Mapping[str, str | None]]]
# By platform, in a few fixed words: whether it takes what the bot sends.
States = Callable[[], Mapping[str, str]]


@dataclass(frozen=True, slots=True)
class WatchedAt:
    """The address on which /metrics and /readyz are answered, and then nowhere else."""

    host: str
    port: int


class Server:
    """Listens on `host` and `port`. With port 0 the system chooses, and `port` then says which.

    `/healthz` answers 200 while the process lives. `/readyz` answers 503 while a check of
    `readiness` has a trouble, and `/metrics` counts. `/readyz?exclude=platforms` leaves that check
    out, and so on: for a router of events, which come in all the same while a platform is away.
    `states`, a halt and the hash of the `policy` in force are shown there. None of them says
    anything about a person.
    The last two answer only who asks this machine itself; `watched_at` gives them an address of
    their own.
    """

    def __init__(
        self,
        host: str,
        port: int,
        readiness: Readiness | None = None,
        limits: Limits | None = None,
        watched_at: WatchedAt | None = None,
        states: States | None = None,
        policy: Callable[[], str | None] = lambda: None,
    ) -> None:
        self.limits = limits or Limits()
        self._main = Site(host, port, self.limits)
        self._watch = Site(watched_at.host, watched_at.port, self.limits) if watched_at else None
        self.app = self._main.app
        self._readiness = _Remembered(readiness) if readiness else None
        self._states = states or dict
        self._policy = policy
        self._ways_in: list[str] = []
        self.app.router.add_get("/healthz", _healthy)
        watched = self._watch or self._main
        watched.app.router.add_get("/readyz", watched.only_here(self._ready))
        watched.app.router.add_get("/metrics", watched.only_here(self._metrics))

    @property
    def host(self) -> str:
        return self._main.host

    @property
    def port(self) -> int:
        return self._main.port

    def mount(self, routes: Callable[[web.Application], None], way_in: str = "") -> None:
        """Adds an adapter's routes. Call it before `start`.

        `way_in` follows the address in `entrances`: a query with a secret, for example.
        """
        routes(self.app)
        if way_in:
            self._ways_in.append(way_in)

    async def start(self) -> None:
        """Raises PortTakenError when a port is in use."""
        if self._watch is not None:
            await self._watch.start("HANDRAIL_WATCH_PORT=9090")
        try:
            await self._main.start("HANDRAIL_PORT=8090 make run")
        except BaseException:
            await self.stop()
            raise

    async def stop(self) -> None:
        """Gives open requests two seconds."""
        await self._main.stop()
        if self._watch is not None:
            await self._watch.stop()

    @property
    def address(self) -> str:
        return self._main.address

    @property
    def watch_address(self) -> str:
        """Where `/metrics` and `/readyz` are answered."""
        return (self._watch or self._main).address

    @property
    def entrances(self) -> list[str]:
        """The addresses for a browser or a test client on this machine; the plain one if none is.

        They hold secrets: print them, log them never. They name loopback where the server listens
        on every address, for nobody can open 0.0.0.0.
        """
        address = self.address
        address = address.replace("//0.0.0.0:", "//127.0.0.1:").replace("//[::]:", "//[::1]:")
        return [address + way_in for way_in in self._ways_in or ("",)]

    @property
    def entrance(self) -> str:
        """The first of `entrances`."""
        return self.entrances[0]

    async def _metrics(self, _: web.Request) -> web.Response:
        await self._checked()
        return web.Response(body=METRICS.exposed(), headers={"Content-Type": CONTENT_TYPE})

    async def _checked(self) -> Mapping[str, str | None]:
        checks = await self._readiness.checks() if self._readiness else {}
        METRICS.figure("ready", not any(checks.values()))
        return checks

    async def _ready(self, request: web.Request) -> web.Response:
        checks = await self._checked()
        out = request.query.getall("exclude", [])
        reasons = [one for name, one in checks.items() if one is not None and name not in out]
        told = {
            "checks": {name: trouble or "ok" for name, trouble in checks.items()},
            "platforms": {name: str(state) for name, state in self._states().items()},
            "halted": METRICS.is_halted,
            "policy": self._policy(),
        }
        if not reasons:
            return web.json_response({"status": "ready", **told})
        answer = {"status": "not ready", "reason": ", ".join(reasons), **told}
        return web.json_response(answer, status=503)


class _Remembered:
    """Asks `readiness` once a second at most, because asking costs a transaction."""

    def __init__(self, readiness: Readiness) -> None:
        self._readiness = readiness
        self._one = asyncio.Lock()
        self._asked_at: float | None = None
        self._checks: Mapping[str, str | None] = {}

    async def checks(self) -> Mapping[str, str | None]:
        async with self._one:
            now = time.monotonic()
            if self._asked_at is None or now - self._asked_at >= REMEMBERED_SECONDS:
                self._checks = await self._readiness()
                self._asked_at = time.monotonic()
            return self._checks


async def _healthy(_: web.Request) -> web.Response:
    which = built()
    return web.json_response({"status": "ok", "version": which.version, "commit": which.commit})
