"""The one HTTP server: it has the routes of every adapter, health checks and metrics."""

from __future__ import annotations

import errno
from collections.abc import Awaitable, Callable

import structlog
from aiohttp import web

from bot.metrics import CONTENT_TYPE, METRICS

BODY_LIMIT = 512 * 1024
GOODBYE_SECONDS = 2.0
HEADERS = {
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
        "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
    ),
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cache-Control": "no-store",
    "Server": "Handrail",
}


Readiness = Callable[[], Awaitable[str | None]]

log = structlog.get_logger()


class PortTakenError(OSError):
    """Another program uses the port. The text says what to do."""


class Server:
    """Listens on `host` and `port`. With port 0 the system chooses, and `port` then says which.

    `/healthz` answers 200 while the process lives. `/readyz` answers 503 while `readiness` returns
    a reason. Neither says anything about a person.
    """

    def __init__(self, host: str, port: int, readiness: Readiness | None = None) -> None:
        self.host = host
        self.port = port
        self.app = web.Application(client_max_size=BODY_LIMIT, middlewares=[_contain])
        self.app.on_response_prepare.append(_add_headers)
        self.app.router.add_get("/healthz", _healthy)
        self.app.router.add_get("/readyz", self._ready)
        self.app.router.add_get("/metrics", _metrics)
        self._readiness = readiness
        self._ways_in: list[str] = []
        self._runner = web.AppRunner(self.app, access_log=None, shutdown_timeout=GOODBYE_SECONDS)

    def mount(self, routes: Callable[[web.Application], None], way_in: str = "") -> None:
        """Adds an adapter's routes. Call it before `start`.

        `way_in` follows the address in `entrances`: a query with a secret, for example.
        """
        routes(self.app)
        if way_in:
            self._ways_in.append(way_in)

    async def start(self) -> None:
        """Raises PortTakenError when the port is in use."""
        await self._runner.setup()
        site = web.TCPSite(self._runner, self.host, self.port)
        try:
            await site.start()
        except OSError as problem:
            await self._runner.cleanup()
            if problem.errno != errno.EADDRINUSE:
                raise
            raise PortTakenError(
                f"Port {self.port} is taken by another program. "
                "Stop it, or choose another port: HANDRAIL_PORT=8090 make run"
            ) from None
        self.port = self._runner.addresses[0][1]

    async def stop(self) -> None:
        """Gives open requests two seconds."""
        await self._runner.cleanup()

    @property
    def address(self) -> str:
        host = f"[{self.host}]" if ":" in self.host else self.host
        return f"http://{host}:{self.port}/"

    @property
    def entrances(self) -> list[str]:
        """The addresses for a browser or a test client on this machine; the plain one if none is.

        They hold secrets: print them, log them never. They name loopback where the server listens
        on every address, for nobody can open 0.0.0.0.
        """
        address = self.address
        for anywhere in ("//0.0.0.0:", "//[::]:"):
            address = address.replace(anywhere, "//127.0.0.1:")
        return [address + way_in for way_in in self._ways_in or ("",)]

    @property
    def entrance(self) -> str:
        """The first of `entrances`."""
        return self.entrances[0]

    async def _ready(self, _: web.Request) -> web.Response:
        reason = await self._readiness() if self._readiness else None
        if reason is None:
            return web.json_response({"status": "ready"})
        return web.json_response({"status": "not ready", "reason": reason}, status=503)


async def _healthy(_: web.Request) -> web.Response:
    return web.json_response({"status": "ok"})


async def _metrics(_: web.Request) -> web.Response:
    return web.Response(body=METRICS.exposed(), headers={"Content-Type": CONTENT_TYPE})


@web.middleware
async def _contain(
    request: web.Request, handler: Callable[[web.Request], Awaitable[web.StreamResponse]]
) -> web.StreamResponse:
    """Logs only the class of an error; aiohttp would log its text, which may quote a person."""
    try:
        return await handler(request)
    except web.HTTPException:
        raise
    except Exception as problem:
        log.error("request_failed", error=type(problem).__name__)
        return web.Response(status=500, text="That did not work here. Please try once more.")


async def _add_headers(_: web.Request, response: web.StreamResponse) -> None:
    for name, value in HEADERS.items():
        response.headers.setdefault(name, value)
