"""Connects a fake Slack and the adapter; time passes only when somebody sleeps."""

from __future__ import annotations

import asyncio
import hashlib
import hmac
import io
import json
import time
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import aiohttp

from adapters.shared.http import Server
from adapters.slack.adapter import SlackAdapter, Timing
from bot.domain.people import Address
from tests.adapters.slack.desk import AcceptingDesk
from tests.adapters.slack.fake_slack import APP, BOT, SECRET, TEAM, TOKEN, FakeSlack, fake_slack
from tests.adapters.slack.live_slack import opened_slack, settings_for
from tests.adapters.support import OpenSealer
from tests.fakes import FakeClock

Json = dict[str, Any]

MAI = Address("slack", TEAM, "U0MAI")
CHAT = "D0MAI"
NONE: Mapping[str, str] = {}
EVENTS = "application/json"
FORM = "application/x-www-form-urlencoded"


@dataclass
class Wire:
    slack: FakeSlack
    adapter: SlackAdapter
    desk: AcceptingDesk
    clock: FakeClock
    http: aiohttp.ClientSession
    address: str
    slept: list[float] = field(default_factory=list)

    async def delivers(self, payload: Json) -> int:
        """Signs and sends an event as Slack does; returns the status."""
        return (await self.sends(json.dumps(payload).encode(), EVENTS))[0]

    async def interacts(self, payload: Json) -> int:
        body = urlencode({"payload": json.dumps(payload)}).encode()
        return (await self.sends(body, FORM))[0]

    async def commands(self, **fields: str) -> tuple[int, str]:
        return await self.sends(urlencode(fields).encode(), FORM)

    async def sends(
        self, body: bytes, kind: str, headers: Mapping[str, str] = NONE, at: int | None = None
    ) -> tuple[int, str]:
        signed = signature(body, SECRET, self.stamp() if at is None else at)
        given = {"Content-Type": kind, **signed, **headers}
        async with self.http.post(
            f"{self.address}slack/events", data=io.BytesIO(body), headers=given
        ) as got:
            return got.status, await got.text()

    def stamp(self) -> int:
        return int(time.time())


@asynccontextmanager
async def wired(folder: Path, team: str = TEAM, **more: Any) -> AsyncIterator[Wire]:
    """One workspace over HTTP; `more` changes settings."""
    clock, slept = FakeClock(), list[float]()

    async def sleep(seconds: float) -> None:
        slept.append(seconds)
        clock.forward(seconds=seconds)

    times = Timing(clock.now, lambda: clock.at.timestamp(), sleep)
    given: Json = {"slack_bot_token": TOKEN, "slack_signing_secret": SECRET} | more
    async with fake_slack(now=clock.now, team=team) as slack:
        settings = settings_for(slack.api, **{k: v for k, v in given.items() if v is not None})
        sealer = OpenSealer()
        async with opened_slack(settings, folder, times, sealer) as opened:
            desk, server = AcceptingDesk(), Server("127.0.0.1", 0)
            await opened.start(desk, server)
            await server.start()
            if not settings.slack_client_id:
                await _greeted(desk)
            slack.calls.clear()
            try:
                async with aiohttp.ClientSession(cookie_jar=aiohttp.CookieJar(unsafe=True)) as http:
                    yield Wire(slack, opened.adapter, desk, clock, http, server.address, slept)
            finally:
                await server.stop()


async def _greeted(desk: AcceptingDesk) -> None:
    """Waits until the adapter has told the desk that its token works."""
    while not desk.back:  # noqa: ASYNC110
        await asyncio.sleep(0)


def signature(body: bytes, secret: str, at: int) -> dict[str, str]:
    signed = b"v0:%d:%s" % (at, body)
    found = hmac.new(secret.encode(), signed, hashlib.sha256).hexdigest()
    return {"X-Slack-Request-Timestamp": str(at), "X-Slack-Signature": f"v0={found}"}


def envelope(event: Json, event_id: str = "Ev1", **more: Any) -> Json:
    install = {"enterprise_id": None, "team_id": TEAM, "user_id": BOT, "is_bot": True}
    return {
        "type": "event_callback",
        "team_id": TEAM,
        "api_app_id": APP,
        "event_id": event_id,
        "event_time": 1_800_000_000,
        "authorizations": [install | {"is_enterprise_install": False}],
        "is_ext_shared_channel": False,
        "event": event,
    } | more


def written(text: object = "hello", ts: str = "1795834883.000100", **more: Any) -> Json:
    event = {"type": "message", "channel": CHAT, "channel_type": "im", "user": MAI.user}
    return event | {"text": text, "ts": ts} | more


def pressed(value: str, **more: Any) -> Json:
    action = {"type": "button", "action_id": "press.1", "value": value}
    return {
        "type": "block_actions",
        "api_app_id": APP,
        "team": {"id": TEAM},
        "is_enterprise_install": False,
        "user": {"id": MAI.user, "name": "mai", "team_id": TEAM},
        "channel": {"id": CHAT},
        "message": {"ts": "1795834883.000200"},
        "trigger_id": "T.1",
        "state": {"values": {}},
        "actions": [action | {"action_ts": "1795834884.000300"}],
    } | more
