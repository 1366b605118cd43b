"""A chat platform across a network. It counts what it accepts, and fails as real ones do.

It refuses some requests with a Retry-After, and drops the connection after accepting others.
`History` says whether a reference can be looked up afterwards, and how late that shows.
"""

from __future__ import annotations

import asyncio
import random
import time
from collections import Counter, defaultdict
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

from aiohttp import web


@dataclass
class Peer:
    """The platform's server. It counts a message before it answers. Times are the machine's."""

    history: bool = True
    lag: float = 0.5
    dropped: float = 0.02
    refused: float = 0.02
    retry_after: float = 1.0
    seed: int = 1
    taken: Counter[str] = field(default_factory=Counter)
    at: dict[str, float] = field(default_factory=dict)
    by_workspace: dict[str, list[float]] = field(default_factory=lambda: defaultdict(list))
    early: int = 0
    answered: Counter[int] = field(default_factory=Counter)
    address: str = ""

    def __post_init__(self) -> None:
        self._chance = random.Random(self.seed)
        self._closed: dict[str, float] = {}

    async def send(self, request: web.Request) -> web.StreamResponse:
        body: dict[str, Any] = await request.json()
        reference, workspace = str(body["reference"]), str(body["workspace"])
        now = time.monotonic()
        if now < self._closed.get(workspace, 0.0):
            self.early += 1
        if self._chance.random() < self.refused:
            self._closed[workspace] = now + self.retry_after
            self.answered[429] += 1
            return web.Response(status=429, headers={"Retry-After": str(self.retry_after)})
        self.taken[reference] += 1
        self.at[reference] = now
        self.by_workspace[workspace].append(now)
        if self._chance.random() < self.dropped:
            self.answered[0] += 1
            assert request.transport is not None
            request.transport.abort()
            await asyncio.sleep(0)
        self.answered[200] += 1
        return web.json_response({"message": reference})

    async def find(self, request: web.Request) -> web.StreamResponse:
        if not self.history:
            return web.Response(status=404)
        at = self.at.get(request.query["reference"])
        seen = at is not None and time.monotonic() - at >= self.lag
        return web.json_response({"found": seen})

    @asynccontextmanager
    async def serving(self) -> AsyncIterator[str]:
        app = web.Application()
        app.router.add_post("/send", self.send)
        app.router.add_get("/find", self.find)
        runner = web.AppRunner(app, access_log=None)
        await runner.setup()
        site = web.TCPSite(runner, "127.0.0.1", 0)
        await site.start()
        self.address = f"http://127.0.0.1:{runner.addresses[0][1]}"
        try:
            yield self.address
        finally:
            await runner.cleanup()
