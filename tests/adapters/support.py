"""A desk that answers as told, a sealer that can be looked into, and a page on a free port."""

from __future__ import annotations

import hashlib
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

import aiohttp
from aiohttp import CookieJar

from adapters.http import Server
from adapters.local.adapter import LocalAdapter
from adapters.local.guard import COOKIE, HEADER, Guard
from adapters.local.page import Page
from adapters.local.transcript import Transcript
from bot.chat import Button, Buttons, Event, Message, Quote, Text, Wrote
from bot.domain.people import Address
from bot.domain.words import Words
from tests.fakes import START

GESTURE = "00000000-0000-4000-8000-{:012d}"


class OpenSealer:
    """Not encryption: bytes turned over, so that a test can tell sealed from plain on disk."""

    def __init__(self) -> None:
        self.forgotten: set[str] = set()

    async def seal(self, owner: str, place: str, words: Words, at: datetime) -> bytes:
        return bytes(255 - b for b in f"{owner}|{place}|{words.text}".encode())

    async def unseal(self, owner: str, place: str, sealed: bytes) -> Words:
        if owner in self.forgotten:
            raise KeyError(owner)
        text = bytes(255 - b for b in sealed).decode()
        prefix = f"{owner}|{place}|"
        if not text.startswith(prefix):
            raise ValueError("moved")
        return Words(text.removeprefix(prefix))

    async def forget(self, owner: str) -> None:
        self.forgotten.add(owner)


def digest(purpose: str, text: str) -> str:
    return hashlib.sha256(f"{purpose}|{text}".encode()).hexdigest()


@dataclass
class ScriptedDesk:
    """Quotes back what was written; remembers everything that was handed to it."""

    taken: list[Event] = field(default_factory=list)
    moved: bool = False

    async def handle(self, event: Event) -> Sequence[Message]:
        if any(event.id == known.id for known in self.taken):
            return []
        self.taken.append(event)
        said = event.what.text if isinstance(event.what, Wrote) else Words("…")
        return [message_of("You wrote:", said)]

    def now(self) -> datetime:
        return START

    async def skip(self) -> bool:
        self.moved = True
        return False

    async def zone_of(self, address: Address) -> str | None:
        return "Europe/Berlin" if address.user == "client" else None


def message_of(text: str, words: Words | None = None) -> Message:
    blocks = (Text(text), Quote(words or Words("")), Buttons((Button("Yes", "act:yes"),)))
    return Message("test", "A note", blocks)


@dataclass
class Opened:
    """A page that is being served, and what stands behind it."""

    address: str
    guard: Guard
    desk: ScriptedDesk
    adapter: LocalAdapter
    http: aiohttp.ClientSession

    def headers(self, **others: str) -> dict[str, str]:
        return {HEADER: self.guard.token, **others}

    async def does(self, number: int = 1, person: str = "client", **what: Any) -> int:
        body = {"person": person, "id": GESTURE.format(number), "kind": "wrote", **what}
        async with self.http.post(
            f"{self.address}api/do", json=body, headers=self.headers()
        ) as answer:
            return answer.status


@asynccontextmanager
async def opened_page(folder: Path) -> AsyncIterator[Opened]:
    transcript = await Transcript.open(folder / "local.db", OpenSealer(), digest)
    adapter = LocalAdapter(transcript)
    adapter.desk = desk = ScriptedDesk()
    guard = Guard("127.0.0.1")
    server = Server("127.0.0.1", 0)
    server.mount(Page(adapter, guard).routes)
    await server.start()
    async with aiohttp.ClientSession(cookie_jar=CookieJar(unsafe=True)) as http:
        async with http.get(server.address) as answer:
            assert COOKIE in answer.cookies
        yield Opened(server.address, guard, desk, adapter, http)
    await server.stop()
    await transcript.close()
