"""A desk with scripted answers, a readable sealer, and a page on a free port."""

from __future__ import annotations

import asyncio
import hashlib
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import aiohttp
from aiohttp import CookieJar

from adapters.local.adapter import LocalAdapter
from adapters.local.guard import COOKIE, HEADER, PROTOCOL, Guard
from adapters.local.page import Page
from adapters.local.transcript import Transcript
from adapters.shared.http import Server
from bot.chat import Button, Buttons, Event, Message, Quote, Text, Wrote
from bot.domain.people import Address
from bot.domain.words import Words
from tests.fakes import START

GESTURE = "00000000-0000-4000-8000-{:012d}"


class OpenSealer:
    """Inverts bytes instead of encrypting, so that a test can tell sealed from plain on disk."""

    def __init__(self) -> None:
        self.forgotten: dict[str, int] = {}

    async def seal(self, owner: str, place: str, words: Words, at: datetime) -> bytes:
        key = self.forgotten.get(owner, 0)
        return bytes(255 - b for b in f"{key}|{owner}|{place}|{words.text}".encode())

    async def unseal(self, owner: str, place: str, sealed: bytes) -> Words:
        key, _, text = bytes(255 - b for b in sealed).decode().partition("|")
        if int(key) != self.forgotten.get(owner, 0):
            raise KeyError(owner)
        prefix = f"{owner}|{place}|"
        if not text.startswith(prefix):
            raise ValueError("moved")
        return Words(text.removeprefix(prefix))

    async def forget(self, owner: str) -> None:
        self.forgotten[owner] = self.forgotten.get(owner, 0) + 1


def keyed_hash(purpose: str, text: str) -> str:
    return hashlib.sha256(f"{purpose}|{text}".encode()).hexdigest()


def _opened() -> asyncio.Event:
    door = asyncio.Event()
    door.set()
    return door


@dataclass
class ScriptedDesk:
    """Quotes back what was written, and remembers every event.

    `script` overrides the answers, one after another. Clear `open` to make it wait.
    """

    taken: list[Event] = field(default_factory=list)
    script: list[Sequence[Message]] = field(default_factory=list)
    open: asyncio.Event = field(default_factory=_opened)
    planned: list[timedelta] = field(default_factory=list)
    zones: dict[str, str] = field(default_factory=lambda: {"client": "Europe/Berlin"})
    languages: dict[str, str] = field(default_factory=dict)
    at: datetime = START
    trouble: Exception | None = None
    posts: list[tuple[Address, str, str]] = field(default_factory=list)

    async def handle(self, event: Event) -> Sequence[Message]:
        if self.trouble is not None:
            raise self.trouble
        if any(event.id == known.id for known in self.taken):
            return []
        self.taken.append(event)
        await self.open.wait()
        if self.script:
            return self.script.pop(0)
        said = event.what.text if isinstance(event.what, Wrote) else Words("…")
        return [message_of("You wrote:", said)]

    def now(self) -> datetime:
        return self.at

    async def skip(self) -> bool:
        self.at += self.planned[0] if self.planned else timedelta(0)
        return bool(self.planned) and bool(self.planned.pop(0))

    async def posted(
        self, to: Address, reference: str, message: str, parts: tuple[str, ...] = ()
    ) -> None:
        self.posts.append((to, reference, message))

    async def zone_of(self, address: Address) -> str | None:
        return self.zones.get(address.user)

    async def language_of(self, address: Address) -> str | None:
        return self.languages.get(address.user)


def message_of(text: str, words: Words | None = None) -> Message:
    blocks = (Text(text), Quote(words or Words("")), Buttons((Button("Yes", "act:yes"),)))
    return Message("test", "A note", blocks)


@dataclass
class Opened:
    """A page that is being served, with the parts behind it."""

    address: str
    entrance: str
    guard: Guard
    desk: ScriptedDesk
    adapter: LocalAdapter
    http: aiohttp.ClientSession

    def headers(self, **others: str) -> dict[str, str]:
        return {HEADER: self.guard.token, **others}

    def protocols(self) -> tuple[str, str]:
        return PROTOCOL, self.guard.token

    @asynccontextmanager
    async def live(self) -> AsyncIterator[aiohttp.ClientWebSocketResponse]:
        """The WebSocket of the client's own page."""
        address = f"{self.address}api/live?person=client"
        async with self.http.ws_connect(address, protocols=self.protocols()) as socket:
            assert socket.protocol == PROTOCOL
            yield socket

    async def does(self, number: int = 1, person: str = "client", **what: Any) -> int:
        given = {"person": person, "id": GESTURE.format(number), "kind": "wrote", "text": "x"}
        body = given | what
        async with self.http.post(
            f"{self.address}api/do", json=body, headers=self.headers()
        ) as answer:
            return answer.status


@asynccontextmanager
async def opened_page(folder: Path, port: int = 0) -> AsyncIterator[Opened]:
    transcript = await Transcript.open(folder / "local.db", OpenSealer(), keyed_hash)
    adapter = LocalAdapter(transcript)
    adapter.desk = desk = ScriptedDesk()
    guard = Guard("127.0.0.1")
    server = Server("127.0.0.1", port)
    server.mount(Page(adapter, guard).routes, guard.way_in)
    await server.start()
    try:
        async with aiohttp.ClientSession(cookie_jar=CookieJar(unsafe=True)) as http:
            async with http.get(server.entrance) as answer:
                assert COOKIE in answer.cookies
            yield Opened(server.address, server.entrance, guard, desk, adapter, http)
    finally:
        await server.stop()
        await transcript.close()
