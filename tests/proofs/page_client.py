"""A real Handrail process, and people who use its page over HTTP."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from uuid import uuid4

import aiohttp
from aiohttp import CookieJar

CODE = re.compile(r"\b[A-Z2-9]{4}(?:-[A-Z2-9]{4}){2}\b")
TOKEN = re.compile(r'name="handrail-token" content="([^"]+)"')
Json = dict[str, Any]


@dataclass
class Process:
    """One run of `handrail run`. It writes only inside `folder`."""

    folder: Path
    address: str
    http: aiohttp.ClientSession
    token: str
    running: subprocess.Popen[str] = field(repr=False)

    async def call(self, path: str, body: Json | None = None) -> Json:
        headers = {"X-Handrail-Token": self.token}
        method = "GET" if body is None else "POST"
        async with self.http.request(
            method, f"{self.address}{path}", json=body, headers=headers
        ) as answer:
            assert answer.status == 200, answer.status
            read: Json = await answer.json()
            return read

    async def text(self, path: str) -> str:
        async with self.http.get(f"{self.address}{path}") as answer:
            return await answer.text()


@dataclass
class PagePerson:
    """A person on the page. Their name is made from `user`."""

    process: Process
    user: str

    async def writes(self, text: str) -> list[Json]:
        return await self._does(kind="wrote", text=text)

    async def presses(self, label: str) -> list[Json]:
        """Presses the newest button with this label. Returns the new entries of the chat."""
        actions = [b["action"] for b in await self._buttons() if b["label"] == label]
        return await self._does(kind="pressed", action=actions[-1], label=label)

    async def submits(self, **values: str) -> list[Json]:
        forms = [
            b for entry in await self.chat() for b in entry.get("blocks", ()) if b["type"] == "form"
        ]
        initial = {f["name"]: _initial(f) for f in forms[-1]["fields"]}
        return await self._does(
            kind="submitted", action=forms[-1]["action"], values=initial | values, label="Sent"
        )

    async def chat(self) -> list[Json]:
        return list((await self.process.call(f"api/chat/{self.user}"))["entries"])

    async def clears(self) -> None:
        await self.process.call(f"api/clear/{self.user}", {})

    async def code(self) -> str:
        return str(CODE.findall(repr(await self.chat()))[-1])

    async def _buttons(self) -> list[Json]:
        blocks = [b for entry in await self.chat() for b in entry.get("blocks", ())]
        return [button for block in blocks for button in block.get("buttons", ())]

    async def _does(self, **what: Any) -> list[Json]:
        before = {entry["id"] for entry in await self.chat()}
        body = {"person": self.user, "id": str(uuid4()), "zone": "Europe/Berlin"} | what
        await self.process.call("api/do", body)
        return [entry for entry in await self.chat() if entry["id"] not in before]


def _initial(shown: Json) -> str:
    initial = shown.get("initial")
    return ",".join(initial) if isinstance(initial, list) else initial or ""


@asynccontextmanager
async def process(folder: Path, **settings: str) -> AsyncIterator[Process]:
    """Runs Handrail for the block. Its data, temporary files and output stay in `folder`."""
    temporary = folder / "tmp"
    temporary.mkdir(parents=True, exist_ok=True)
    environment = os.environ | {
        "HANDRAIL_DATA": str(folder / "data"),
        "HANDRAIL_PORT": "0",
        "HANDRAIL_LOG_LEVEL": "DEBUG",
        "TMPDIR": str(temporary),
        "HOME": str(temporary),
        **settings,
    }
    with (folder / "printed.log").open("a") as printed:
        running = subprocess.Popen(  # noqa: ASYNC220
            [sys.executable, "-m", "bot", "run"],
            env=environment,
            stdout=subprocess.PIPE,
            stderr=printed,
            text=True,
        )
        assert running.stdout is not None
        line = running.stdout.readline()
        entrance = re.findall(r"http://\S+", line)[0]
        try:
            async with aiohttp.ClientSession(cookie_jar=CookieJar(unsafe=True)) as http:
                async with http.get(entrance) as page:
                    token = TOKEN.findall(await page.text())[0]
                address = entrance.partition("?")[0]
                yield Process(folder, address, http, token, running)
        finally:
            running.send_signal(signal.SIGTERM)
            running.communicate(timeout=30)
