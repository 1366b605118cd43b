"""A server with short limits, and what a flooder does to it."""

from __future__ import annotations

import asyncio
import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from time import thread_time

import aiohttp
from aiohttp import web

from adapters.shared.connections import Limits
from adapters.shared.http import Server

SHORT = Limits(head=1.0, idle=1.5, body=1.0, answer=2.0, bytes=64 * 1024, per_peer=None)
# Seconds: what has not ended by then does not end.
FOR_EVER = 120
NEVER = b"GET /never HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n"
HEAD = b"POST /echo HTTP/1.1\r\nHost: 127.0.0.1\r\n"


async def echo(request: web.Request) -> web.Response:
    return web.json_response({"length": len(await request.read())})


async def much(_: web.Request) -> web.Response:
    return web.Response(body=bytes(32 * 1024 * 1024))


async def never(_: web.Request) -> web.Response:
    await asyncio.sleep(3600)
    raise AssertionError


def routes(app: web.Application) -> None:
    app.router.add_post("/echo", echo)
    app.router.add_get("/much", much)
    app.router.add_get("/never", never)


@asynccontextmanager
async def serving(limits: Limits = SHORT) -> AsyncIterator[Server]:
    server = Server("127.0.0.1", 0, limits=limits)
    server.mount(routes)
    await server.start()
    try:
        yield server
    finally:
        await server.stop()


async def is_served(server: Server) -> bool:
    async with (
        aiohttp.ClientSession() as http,
        http.post(f"{server.address}echo", data=b"hello") as answer,
    ):
        return answer.status == 200 and await answer.json() == {"length": 5}


async def held(server: Server, sent: bytes, drip: bytes = b"") -> None:
    """Opens a connection, sends this, and drips on until the server closes it."""
    reader, writer = await asyncio.open_connection("127.0.0.1", server.port)
    writer.write(sent)
    reading = asyncio.create_task(_until_closed(reader))
    while not reading.done():
        await asyncio.wait({reading}, timeout=0.1)
        if drip and not writer.is_closing():
            writer.write(drip)
    writer.close()


async def _until_closed(reader: asyncio.StreamReader) -> None:
    try:
        while await reader.read(65536):
            pass
    except ConnectionError:
        return


def all_that_comes(asking: socket.socket) -> int:
    """Counts the bytes until the connection is closed."""
    asking.settimeout(5)
    got = 0
    try:
        while part := asking.recv(1 << 20):
            got += len(part)
    except ConnectionError:
        pass
    return got


async def work_of(server: Server, sent: bytes) -> float:
    """The CPU time that twelve such requests take from the event loop, in seconds."""
    begun = thread_time()
    async with asyncio.timeout(FOR_EVER):
        await asyncio.gather(*[held(server, sent) for _ in range(12)])
    return thread_time() - begun
