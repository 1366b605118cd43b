"""Small peers on this machine: a proxy (CONNECT), and a TLS server with a CA of an organisation."""

from __future__ import annotations

import asyncio
import ssl
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator, Mapping
from contextlib import asynccontextmanager, contextmanager, suppress
from dataclasses import dataclass, field

import trustme
from aiohttp import web
from aiosmtpd.controller import Controller
from aiosmtpd.handlers import Sink
from aiosmtpd.smtp import SMTP, AuthResult

from tests.peers.local_slack import free_port


@dataclass
class Proxy:
    """Tunnels to this machine. `asked` has what each CONNECT named, `ports` its own sockets'."""

    port: int = 0
    asked: list[str] = field(default_factory=list)
    passwords: list[str] = field(default_factory=list)
    ports: set[int] = field(default_factory=set)

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        head = (await reader.readuntil(b"\r\n\r\n")).decode().splitlines()
        named = head[0].split()[1]
        self.asked.append(named)
        self.passwords += [one for one in head if one.lower().startswith("proxy-authorization")]
        there, back = await asyncio.open_connection("127.0.0.1", int(named.rpartition(":")[2]))
        self.ports.add(back.get_extra_info("sockname")[1])
        writer.write(b"HTTP/1.1 200 Connection established\r\n\r\n")
        await joined((reader, writer), (there, back))


async def joined(
    one: tuple[asyncio.StreamReader, asyncio.StreamWriter],
    other: tuple[asyncio.StreamReader, asyncio.StreamWriter],
) -> None:
    """Carries bytes both ways until both sides have ended, and closes both."""
    try:
        await asyncio.gather(_pumped(one[0], other[1]), _pumped(other[0], one[1]))
    finally:
        for writer in (one[1], other[1]):
            writer.close()
            with suppress(OSError):
                await writer.wait_closed()


async def _pumped(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    with suppress(OSError):
        while some := await reader.read(65_536):
            writer.write(some)
            await writer.drain()
    writer.close()


Serve = Callable[[asyncio.StreamReader, asyncio.StreamWriter], Awaitable[None]]


@asynccontextmanager
async def listening(serve: Serve, host: str = "127.0.0.1") -> AsyncIterator[int]:
    """Yields the port. The end waits until each connection is closed."""
    tasks: set[asyncio.Future[None]] = set()

    def came(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        tasks.add(asyncio.ensure_future(serve(reader, writer)))

    server = await asyncio.start_server(came, host, 0)
    try:
        yield int(server.sockets[0].getsockname()[1])
    finally:
        server.close()
        await asyncio.wait_for(asyncio.gather(*tasks), 10)


@asynccontextmanager
async def proxy() -> AsyncIterator[Proxy]:
    made = Proxy()
    async with listening(made.serve) as port:
        made.port = port
        yield made


@dataclass
class Peer:
    """Stands for Slack, Microsoft and a collector of traces. `came` has who asked, by path."""

    port: int = 0
    came: dict[str, set[int]] = field(default_factory=dict)
    linked: asyncio.Event = field(default_factory=asyncio.Event)

    def app(self) -> web.Application:
        app = web.Application(middlewares=[self._noting])
        app.router.add_route("*", "/api/{method}", self._api)
        app.router.add_get("/link", self._link)
        app.router.add_get("/linked", self._has_linked)
        app.router.add_get("/tenant/v2.0/.well-known/openid-configuration", self._tenant)
        for path, told in (
            ("/upload", {}),
            ("/v1/traces", {}),
            ("/openid", {"jwks_uri": "x"}),
            ("/token", {"access_token": "t", "token_type": "Bearer", "expires_in": 3600}),
        ):
            app.router.add_route("*", path, _telling(told))
        return app

    @web.middleware
    async def _noting(self, request: web.Request, handler: web.Handler) -> web.StreamResponse:  # type: ignore[name-defined]
        assert request.transport is not None
        port = request.transport.get_extra_info("peername")[1]
        self.came.setdefault(request.path, set()).add(port)
        answer: web.StreamResponse = await handler(request)
        return answer

    async def _api(self, _: web.Request) -> web.Response:
        return web.json_response({"ok": True, "url": f"wss://localhost:{self.port}/link"})

    async def _link(self, request: web.Request) -> web.WebSocketResponse:
        self.linked.set()
        socket = web.WebSocketResponse()
        await socket.prepare(request)
        async for _ in socket:
            pass
        return socket

    async def _has_linked(self, _: web.Request) -> web.Response:
        await asyncio.wait_for(self.linked.wait(), 8)
        return web.Response()

    async def _tenant(self, _: web.Request) -> web.Response:
        at = f"https://localhost:{self.port}"
        return web.json_response(
            {
                "issuer": f"{at}/tenant",
                "authorization_endpoint": f"{at}/authorize",
                "token_endpoint": f"{at}/token",
            }
        )


def _telling(told: Mapping[str, object]) -> web.Handler:  # type: ignore[name-defined]
    async def answer(_: web.Request) -> web.Response:
        return web.json_response(told)

    return answer


def protected_by(ca: trustme.CA) -> ssl.SSLContext:
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    ca.issue_cert("localhost").configure_cert(context)
    return context


@asynccontextmanager
async def peer(ca: trustme.CA) -> AsyncIterator[Peer]:
    made = Peer()
    runner = web.AppRunner(made.app(), shutdown_timeout=0.1)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0, ssl_context=protected_by(ca)).start()
    made.port = runner.addresses[0][1]
    try:
        yield made
    finally:
        await runner.cleanup()


@contextmanager
def mail_server(ca: trustme.CA) -> Iterator[int]:
    """Yields the port of a server that takes any password, over STARTTLS."""

    class Server(Controller):
        def factory(self) -> SMTP:
            return SMTP(
                self.handler,
                tls_context=protected_by(ca),
                auth_required=True,
                authenticator=lambda *_: AuthResult(success=True),
            )

    server = Server(Sink(), hostname="127.0.0.1", port=free_port())
    server.start()
    try:
        yield server.port
    finally:
        server.stop()
