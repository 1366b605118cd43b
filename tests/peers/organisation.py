"""Stands between local-slack and Handrail, and sends on what it says as an organisation would.

local-slack knows one workspace. Inside an Enterprise organisation the same payloads name the
organisation too, and another workspace, or the organisation itself, as the person's team.
"""

from __future__ import annotations

import json
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Any
from urllib.parse import parse_qsl, urlencode

import aiohttp
from aiohttp import web

from tests.adapters.slack.wire import signature
from tests.peers.local_slack import BOT, SECRET, TEAM

Json = dict[str, Any]
WHOLE, TWO = "E0WHOLE", "T0TWO"
FORM = "application/x-www-form-urlencoded"


@dataclass
class Organisation:
    """`wide`: the app is installed for the whole organisation."""

    http: aiohttp.ClientSession
    target: str
    wide: bool = False

    async def pass_on(self, request: web.Request) -> web.Response:
        body = self._said_anew(await request.read(), request.content_type)
        headers = {"Content-Type": request.content_type, **signature(body, SECRET, _now())}
        async with self.http.post(self.target, data=body, headers=headers) as answer:
            kind = answer.content_type
            return web.Response(status=answer.status, body=await answer.read(), content_type=kind)

    def _said_anew(self, body: bytes, kind: str) -> bytes:
        if kind != FORM:
            return json.dumps(self._event(json.loads(body))).encode()
        fields = dict(parse_qsl(body.decode(), keep_blank_values=True))
        if "payload" in fields:
            pressed = self._interaction(json.loads(fields["payload"]))
            return urlencode({"payload": json.dumps(pressed)}).encode()
        wide = {"is_enterprise_install": str(self.wide).lower(), "enterprise_id": WHOLE}
        return urlencode(fields | wide).encode()

    def _event(self, payload: Json) -> Json:
        if payload.get("type") != "event_callback":
            return payload
        install = {"enterprise_id": WHOLE, "team_id": None if self.wide else TEAM, "user_id": BOT}
        authorized = [install | {"is_bot": True, "is_enterprise_install": self.wide}]
        teams = {"team": TWO, "user_team": WHOLE, "source_team": WHOLE}
        more = {"enterprise_id": WHOLE, "is_ext_shared_channel": False}
        event = payload["event"] | ({} if payload["event"].get("bot_id") else teams)
        return payload | more | {"authorizations": authorized, "event": event}

    def _interaction(self, payload: Json) -> Json:
        team = None if self.wide else {"id": TEAM, "enterprise_id": WHOLE}
        user = payload["user"] | {"team_id": TWO if self.wide else WHOLE}
        whole = {"enterprise": {"id": WHOLE}, "is_enterprise_install": self.wide}
        return payload | whole | {"team": team, "user": user}


@asynccontextmanager
async def organisation(port: int, target: str) -> AsyncIterator[Organisation]:
    """Listens on `port` of this machine, and sends on to `target`."""
    async with aiohttp.ClientSession() as http:
        between = Organisation(http, target)
        app = web.Application()
        app.router.add_post("/slack/events", between.pass_on)
        runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.1)
        await runner.setup()
        await web.TCPSite(runner, "127.0.0.1", port).start()
        try:
            yield between
        finally:
            await runner.cleanup()


def _now() -> int:
    return int(time.time())
