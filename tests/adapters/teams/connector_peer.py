"""A fake Bot Connector on loopback: it keeps conversations and throttles as Teams does."""

from __future__ import annotations

import asyncio
import json
from collections import deque
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from itertools import count
from typing import Any

from aiohttp import web

Json = dict[str, Any]
LIMITS = ((7, 1.0), (8, 2.0), (60, 30.0), (1_800, 3_600.0))


# The names of the methods in `adapters/teams/outgoing.py`.
LISTED = {"POST": "activity.send", "PUT": "activity.update", "DELETE": "activity.delete"}


@dataclass
class Fault:
    """Replaces the next answer: a status with a body, or `drop` the connection.

    `after`: the message is accepted first.
    """

    status: int = 200
    body: Json = field(default_factory=dict)
    headers: dict[str, str] = field(default_factory=dict)
    drop: bool = False
    after: bool = False


@dataclass
class ConnectorPeer:
    """Counts every request. `now` is the peer's own clock, in seconds.

    `weather` may return a fault for a message that is within the limits.
    """

    now: Callable[[], float] = lambda: 0.0
    throttling: bool = False
    chats: dict[str, dict[str, Json]] = field(default_factory=dict)
    calls: list[tuple[str, str, float]] = field(default_factory=list)
    refused: int = 0
    faults: list[Fault] = field(default_factory=list)
    weather: Callable[[str], Fault | None] = lambda conversation: None
    headers: list[dict[str, str]] = field(default_factory=list)
    uploads: list[bytes] = field(default_factory=list)
    bodies: list[tuple[str, Json]] = field(default_factory=list)
    address: str = ""
    _numbers: count[int] = field(default_factory=lambda: count(1_700_000_000_000))
    _windows: dict[str, deque[float]] = field(default_factory=dict)

    def messages(self, conversation: str) -> list[Json]:
        return list(self.chats.get(conversation, {}).values())

    async def post(self, request: web.Request) -> web.StreamResponse:
        return await self._answer(request, self._posted)

    async def put(self, request: web.Request) -> web.StreamResponse:
        return await self._answer(request, self._changed)

    async def delete(self, request: web.Request) -> web.StreamResponse:
        return await self._answer(request, self._deleted)

    async def upload(self, request: web.Request) -> web.StreamResponse:
        self.uploads.append(await request.read())
        return web.Response(status=201)

    async def _answer(
        self, request: web.Request, does: Callable[[str, str, Json], web.Response]
    ) -> web.StreamResponse:
        conversation = request.match_info["conversation"]
        self.calls.append((request.method, conversation, self.now()))
        self.headers.append(dict(request.headers))
        raw = await request.read()
        fault = self.faults.pop(0) if self.faults else None
        if fault is not None and not fault.after:
            return _broken(request, fault)
        if self.throttling and request.method == "POST" and self._is_too_much(conversation):
            self.refused += 1
            return web.json_response({"error": {"code": "429"}}, status=429)
        fault = fault or self.weather(conversation)
        if fault is not None and not fault.after:
            return _broken(request, fault)
        body = json.loads(raw) if raw else {}
        self.bodies.append((LISTED[request.method], body))
        answer = does(conversation, request.match_info.get("activity", ""), body)
        return answer if fault is None else _broken(request, fault)

    def _posted(self, conversation: str, _: str, body: Json) -> web.Response:
        activity = str(next(self._numbers))
        self.chats.setdefault(conversation, {})[activity] = body
        return web.json_response({"id": activity}, status=201)

    def _changed(self, conversation: str, activity: str, body: Json) -> web.Response:
        if activity not in self.chats.get(conversation, {}):
            return _not_there()
        self.chats[conversation][activity] = body
        return web.json_response({"id": activity})

    def _deleted(self, conversation: str, activity: str, _: Json) -> web.Response:
        if self.chats.get(conversation, {}).pop(activity, None) is None:
            return _not_there()
        return web.Response(status=200)

    def _is_too_much(self, conversation: str) -> bool:
        now = self.now()
        before = self._windows.setdefault(conversation, deque())
        while before and before[0] <= now - 3_600:
            before.popleft()
        if any(sum(at > now - span for at in before) >= most for most, span in LIMITS):
            return True
        before.append(now)
        return False


def _not_there() -> web.Response:
    code = {"code": "ActivityNotFoundInConversation"}
    return web.json_response({"error": code}, status=404)


def _broken(request: web.Request, fault: Fault) -> web.StreamResponse:
    if fault.drop:
        assert request.transport is not None
        request.transport.abort()
        return web.Response(status=500)
    return web.json_response(fault.body, status=fault.status, headers=fault.headers)


@asynccontextmanager
async def connector_peer(
    now: Callable[[], float] = lambda: 0.0, *, throttling: bool = False
) -> AsyncIterator[ConnectorPeer]:
    peer = ConnectorPeer(now, throttling)
    app = web.Application(client_max_size=1_000_000)
    base = "/teams/v3/conversations/{conversation}/activities"
    app.router.add_post(base, peer.post)
    app.router.add_put(base + "/{activity}", peer.put)
    app.router.add_delete(base + "/{activity}", peer.delete)
    app.router.add_put("/upload", peer.upload)
    runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.5)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    peer.address = f"http://127.0.0.1:{runner.addresses[0][1]}/teams/"
    try:
        yield peer
    finally:
        await runner.cleanup()
        await asyncio.sleep(0)
