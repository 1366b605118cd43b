"""A reverse proxy that has Handrail under a path, and another program beside it."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from urllib.parse import urlsplit

import aiohttp
from aiohttp import web

PREFIX = "/coaching/handrail"
OWN_PATHS = re.compile(r'(?:href|src|action)="(/[^"]*)"')
HOPS = frozenset({"connection", "transfer-encoding", "content-length", "content-encoding"})


@dataclass
class Front:
    """`address` is where browsers reach Handrail. Set `leads_to` once its server has started."""

    port: int = 0
    leads_to: str = ""

    @property
    def origin(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    @property
    def address(self) -> str:
        return self.origin + PREFIX

    async def passes(self, request: web.Request) -> web.Response:
        """Takes the path off, and keeps the name that the browser asked for."""
        if not request.path.startswith(PREFIX + "/"):
            return web.Response(status=404, text="another program")
        at = self.leads_to.rstrip("/") + request.path_qs.removeprefix(PREFIX)
        async with (
            aiohttp.ClientSession(cookie_jar=aiohttp.DummyCookieJar()) as http,
            http.request(
                request.method,
                at,
                data=await request.read(),
                headers=request.headers,
                allow_redirects=False,
            ) as answer,
        ):
            kept = [(k, v) for k, v in answer.headers.items() if k.lower() not in HOPS]
            passed = web.Response(status=answer.status, body=await answer.read())
            passed.headers.popall("Content-Type", None)
            for name, value in kept:
                passed.headers.add(name, value)
            return passed


@asynccontextmanager
async def front() -> AsyncIterator[Front]:
    made = Front()
    app = web.Application()
    app.router.add_route("*", "/{anything:.*}", made.passes)
    runner = web.AppRunner(app, shutdown_timeout=0.1)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    made.port = runner.addresses[0][1]
    try:
        yield made
    finally:
        await runner.cleanup()


async def all_leads_back(http: aiohttp.ClientSession, at: Front, page: str) -> set[str]:
    """Every path of ours in a page lies under the prefix, and what is loaded is there."""
    found = set(OWN_PATHS.findall(page))
    for path in found:
        assert path.startswith(PREFIX + "/"), path
    for path in {one for one in found if urlsplit(one).path.endswith((".css", ".js"))}:
        async with http.get(at.origin + path) as answer:
            assert answer.status == 200, path
    return found
