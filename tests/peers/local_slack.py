"""Runs a fake Slack that somebody else wrote (npm: local-slack) on a free port.

It has no OAuth, limits, validation or metadata, and takes every token. Tests that need those use
our own fake, tests/adapters/slack/fake_slack.py.
"""

from __future__ import annotations

import asyncio
import json
import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import aiohttp
import pytest

ROOT = Path(__file__).parents[2]
BINARY = ROOT / ".peers/node_modules/local-slack-linux-x64/bin/local-slack"
SECRET = "0f" * 16
TEAM, APP, BOT, CHANNEL = "T0ACME", "A0HANDRAIL", "U0BOT", "C0GENERAL"
MAI, DANIEL = "U0MAI", "U0DANIEL"
PATIENCE = 30.0

Json = dict[str, Any]

needed = pytest.mark.skipif(
    not BINARY.exists(), reason="local-slack is not installed (see .ci/run): no peer to talk to"
)


@dataclass(frozen=True, slots=True)
class LocalSlack:
    """Acts as a person in that Slack, and reads what they see."""

    http: aiohttp.ClientSession
    address: str

    @property
    def api(self) -> str:
        return f"{self.address}/api/"

    async def chat(self, user: str) -> str:
        opened = await self._post("api/conversations.open", {"users": user})
        return str(opened["channel"]["id"])

    async def says(self, user: str, text: str) -> str:
        """Writes a message. Returns its time stamp."""
        return await self.says_in(await self.chat(user), user, text)

    async def says_in(self, channel: str, user: str, text: str) -> str:
        told = {"channel": channel, "user": user, "text": text}
        return str((await self._post("_control/message", told))["message"]["ts"])

    async def replies(self, user: str, first: str, text: str) -> str:
        """Replies in the thread of the message with the time stamp `first`. Returns its own."""
        chat = await self.chat(user)
        told = {"channel": chat, "user": user, "text": text, "thread_ts": first}
        await self.in_browser({"t": "post_message"} | told)
        found = [one for one in await self.messages(chat) if one.get("text") == text]
        return str(found[-1]["ts"])

    async def in_browser(self, *gestures: Json) -> None:
        """Does what its own page in a browser does, over that page's socket."""
        async with self.http.ws_connect(f"{self.address}/ui") as page:
            await page.receive()
            for gesture in gestures:
                await page.send_json(gesture)
        await asyncio.sleep(0.05)

    async def modal(self) -> Json:
        """Waits for a form over the chat, and returns the newest."""
        async with asyncio.timeout(PATIENCE):
            while True:
                async with self.http.ws_connect(f"{self.address}/ui") as page:
                    stack = (await page.receive_json())["state"].get("modalStack")
                if stack:
                    return dict(stack[-1])
                await asyncio.sleep(0.02)

    async def uploads(self, user: str, name: str, content: bytes) -> None:
        form = aiohttp.FormData({"channel": await self.chat(user), "user": user})
        form.add_field("file", content, filename=name)
        async with self.http.post(f"{self.address}/_control/upload", data=form) as answer:
            assert answer.status == 200

    async def log(self) -> list[Json]:
        """Returns the traffic that the fake Slack recorded."""
        async with self.http.get(f"{self.address}/_control/log") as answer:
            return list((await answer.json())["log"])

    async def edits(self, user: str, ts: str, text: str) -> None:
        told = {"channel": await self.chat(user), "user": user, "ts": ts, "text": text}
        await self._post("_control/edit-message", told)

    async def deletes(self, user: str, ts: str) -> None:
        told = {"channel": await self.chat(user), "user": user, "ts": ts}
        await self._post("_control/delete-message", told)

    async def commands(self, user: str, text: str, channel: str = "") -> None:
        where = channel or await self.chat(user)
        told = {"channel": where, "user": user, "command": "/handrail", "text": text}
        await self._post("_control/command", told)

    async def opens_home(self, user: str) -> None:
        await self._post("_control/open-home", {"user": user})

    async def presses(self, user: str, label: str) -> None:
        """Presses the newest button with this label."""
        message, button = await self._button(user, label)
        told = {
            "channel": message["channel"],
            "messageTs": message["ts"],
            "user": user,
            "action": {name: button[name] for name in ("type", "action_id", "value")},
        }
        await self._post("_control/interact", told)

    async def shown(self, user: str) -> list[Json]:
        """Returns all messages in the private chat, oldest first."""
        return await self.messages(await self.chat(user))

    async def messages(self, channel: str) -> list[Json]:
        async with self.http.get(f"{self.address}/_control/messages/{channel}") as answer:
            return list((await answer.json())["messages"])

    async def reads(self, user: str, part: str) -> Json:
        """Waits for a message of the bot that contains `part`. Returns the newest one."""
        async with asyncio.timeout(PATIENCE):
            while True:
                for message in reversed(await self.shown(user)):
                    if message.get("user") == BOT and part in json.dumps(
                        message, ensure_ascii=False
                    ):
                        return message
                await asyncio.sleep(0.02)

    async def _button(self, user: str, label: str) -> tuple[Json, Json]:
        async with asyncio.timeout(PATIENCE):
            while True:
                for message in reversed(await self.shown(user)):
                    for button in buttons(message.get("blocks") or []):
                        if button["text"]["text"] == label:
                            return message, button
                await asyncio.sleep(0.02)

    async def _post(self, path: str, told: Json) -> Json:
        headers = {"Authorization": "Bearer xoxb-local"}
        async with self.http.post(f"{self.address}/{path}", json=told, headers=headers) as answer:
            found: Json = await answer.json()
            assert found.get("ok"), found
            return found


@asynccontextmanager
async def local_slack(folder: Path, mode: str, events_to: str = "") -> AsyncIterator[LocalSlack]:
    """Runs it for the block. `mode`: "events" (signed, sent to `events_to`) or "socket"."""
    port = free_port()
    config = folder / "workspace.json"
    config.write_text(json.dumps(_config(mode, events_to)), encoding="utf-8")
    given = "--config", str(config), "--port", str(port), "--base-host", "127.0.0.1"
    quiet = asyncio.subprocess.DEVNULL
    process = await asyncio.create_subprocess_exec(
        BINARY, *given, "--files-dir", str(folder / "files"), stdout=quiet, stderr=quiet
    )
    try:
        async with aiohttp.ClientSession() as http:
            slack = LocalSlack(http, f"http://127.0.0.1:{port}")
            await _up(slack)
            yield slack
    finally:
        process.kill()
        await process.wait()


def free_port() -> int:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        return int(taken.getsockname()[1])


async def _up(slack: LocalSlack) -> None:
    async with asyncio.timeout(PATIENCE):
        while True:
            try:
                async with slack.http.get(f"{slack.address}/_control/state") as answer:
                    if answer.status == 200:
                        return
            except aiohttp.ClientError:
                pass
            await asyncio.sleep(0.05)


def _config(mode: str, events_to: str) -> Json:
    app = {
        "appId": APP,
        "botUserId": BOT,
        "botName": "handrail",
        "botToken": "xoxb-local",
        "appToken": f"xapp-1-{APP}-local",
        "signingSecret": SECRET,
        "mode": mode,
        "commands": [{"command": "/handrail", "description": "Handrail"}],
    }
    return {
        "workspace": {"name": "Acme", "domain": "acme", "teamId": TEAM},
        "app": app | ({"requestUrl": events_to} if events_to else {}),
        "users": [
            {"id": MAI, "name": "mai", "real_name": "Mai Tran", "tz": "Europe/Berlin"},
            {"id": DANIEL, "name": "daniel", "real_name": "Daniel Okoro", "tz": "Europe/Berlin"},
        ],
        "channels": [{"id": CHANNEL, "name": "general", "members": [MAI, DANIEL, BOT]}],
    }


def buttons(blocks: list[Json]) -> list[Json]:
    found = []
    for block in reversed(blocks):
        found += [e for e in reversed(block.get("elements") or []) if e.get("type") == "button"]
        accessory = block.get("accessory") or {}
        found += [accessory] if accessory.get("type") == "button" else []
    return found
