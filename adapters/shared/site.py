"""One address of the server: its headers, and what an outsider may hold of it."""

from __future__ import annotations

import errno
from dataclasses import replace

import structlog
from aiohttp import web, web_response
from aiohttp.typedefs import Middleware

from adapters.shared.bodies import Handler, read_whole
from adapters.shared.connections import Connection, Connections, Limits
from adapters.shared.hosts import came_here
from adapters.shared.listener import Listener, most_connections

GOODBYE_SECONDS = 2.0
# How long the rest of a body is read that a handler did not want.
LINGERING_SECONDS = 2.0
SWITCHED = 101
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
}
NAME = "Handrail"
NOT_HERE = "This is answered on the machine itself."
# aiohttp puts its own name and version there before any hook runs, and for what it refuses itself.
vars(web_response)["SERVER_SOFTWARE"] = NAME

log = structlog.get_logger()


class PortTakenError(OSError):
    """Another program uses the port. The text says what to do."""


class Site:
    """An address and its routes. With port 0 the system chooses one at the start."""

    def __init__(self, host: str, port: int, limits: Limits) -> None:
        self.host, self.port = host, port
        self.app = web.Application(
            client_max_size=limits.bytes, middlewares=[_bounded(limits), _contain]
        )
        self.app.on_response_prepare.append(_prepare)
        self._limits = limits
        self._listener: Listener | None = None
        self._runner = web.AppRunner(
            self.app,
            access_log=None,
            shutdown_timeout=GOODBYE_SECONDS,
            lingering_time=LINGERING_SECONDS,
            auto_decompress=False,
        )

    @property
    def address(self) -> str:
        host = f"[{self.host}]" if ":" in self.host else self.host
        return f"http://{host}:{self.port}/"

    def only_here(self, handler: Handler) -> Handler:
        """Wraps a route that answers only who asks this machine itself."""

        async def guarded(request: web.Request) -> web.StreamResponse:
            if not came_here(request, self.host):
                raise web.HTTPForbidden(text=NOT_HERE)
            return await handler(request)

        return guarded

    async def start(self, other: str) -> None:
        """`other` says how to choose another port. Raises PortTakenError."""
        await self._runner.setup()
        if self._runner.server is None:
            raise RuntimeError("the runner was not set up")
        most = most_connections(self._limits.connections)
        limits = replace(self._limits, connections=most)
        self._listener = Listener(Connections(self._runner.server, limits))
        try:
            self.port = await self._listener.start(self.host, self.port)
        except OSError as problem:
            await self._runner.cleanup()
            if problem.errno != errno.EADDRINUSE:
                raise
            raise PortTakenError(
                f"Port {self.port} is taken by another program. "
                f"Stop it, or choose another port: {other}"
            ) from None

    async def stop(self) -> None:
        if self._listener is not None:
            await self._listener.stop()
        await self._runner.cleanup()


def _bounded(limits: Limits) -> Middleware:
    """Tells a connection when its request begins and ends, and reads what a route is sent."""

    @web.middleware
    async def bounded(request: web.Request, handler: Handler) -> web.StreamResponse:
        connection = _connection_of(request)
        if connection is not None:
            connection.begins()
        try:
            if request.match_info.http_exception is None:
                await read_whole(request, limits.body, limits.bytes)
            if connection is not None:
                connection.is_whole()
            return await handler(request)
        finally:
            if connection is not None:
                connection.ends()

    return bounded


@web.middleware
async def _contain(request: web.Request, handler: Handler) -> web.StreamResponse:
    """Logs only the class of an error; aiohttp would log its text, which may quote a person."""
    try:
        return await handler(request)
    except web.HTTPException:
        raise
    except Exception as problem:
        log.error("request_failed", error=type(problem).__name__)
        return web.Response(status=500, text="That did not work here. Please try once more.")


async def _prepare(request: web.Request, response: web.StreamResponse) -> None:
    """Adds our headers. A WebSocket lives as long as both sides want it.

    A page with a policy of its own says there who may frame it; the older header knows no list.
    """
    framed = "Content-Security-Policy" in response.headers
    for name, value in HEADERS.items():
        if not (framed and name == "X-Frame-Options"):
            response.headers.setdefault(name, value)
    connection = _connection_of(request)
    if connection is not None and response.status == SWITCHED:
        connection.stays()


def _connection_of(request: web.Request) -> Connection | None:
    protocol = request.transport.get_protocol() if request.transport is not None else None
    return protocol if isinstance(protocol, Connection) else None
