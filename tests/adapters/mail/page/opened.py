"""The page of guest coaches on a real server, with a platform in memory behind it."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field
from datetime import datetime
from html import unescape
from importlib.resources import files
from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.parse import urlencode

import aiohttp
from multidict import CIMultiDictProxy

from adapters.mail.page.mounting import Doors, MailPage, doors_of
from adapters.mail.page.needs import ChatEntry
from adapters.mail.tables import META
from adapters.shared.http import Server
from bot.chat import Button, Buttons, Event, Heading, Message, Text, Wrote
from bot.domain.people import Address
from bot.domain.words import Words
from bot.ports import Desk
from bot.run.platforms import registered
from bot.text import add_sentences
from storage.data_folder import sqlite_in
from storage.sql.engine import make_engine
from tests.adapters.support import OpenSealer, keyed_hash
from tests.fakes import FakeClock

Sent = Mapping[str, str] | Sequence[tuple[str, str]]
PUBLIC = "https://coach.example"
HOST = "coach.example"
COOKIE = "__Host-handrail"
ANA = Address("mail", "mail", "ana.lopez@example.org")
BEN = Address("mail", "mail", "ben@example.org")
GUEST_LINK = "a-guest-link"
# What the page of a guest link takes: addresses, one after another.
MOST_TYPED = 3
HOME = Message(
    "home",
    "A note",
    (Heading("Your page"), Buttons((Button("Clients", "clients"), Button("Stop", "stop")))),
    language="en",
)


@dataclass
class Platform:
    """Answers by a script; keeps the chats, and the mails that have left, in memory."""

    clock: FakeClock
    people: list[Address] = field(default_factory=lambda: [ANA, BEN])
    chats: dict[Address, list[ChatEntry]] = field(default_factory=dict)
    mailed: list[tuple[Address, str, str]] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)
    handled: list[Event] = field(default_factory=list)
    script: list[Sequence[Message]] = field(default_factory=list)
    home_message: Message = HOME
    guests: list[Address] = field(default_factory=list)
    # Called while an event is handled, as an erase ends the way in.
    meanwhile: list[Doors] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.desk: Desk = PageDesk(self)

    async def answer(self, event: Event, messages: Sequence[Message]) -> None:
        for number, one in enumerate(messages):
            self.says(event.sender, f"answer:{event.id}:{number}", one)

    async def history(self, person: Address) -> Sequence[ChatEntry]:
        return self.chats.get(person, [])

    async def add_own(self, person: Address, entry_id: str, words: Words, at: datetime) -> None:
        known = self.chats.setdefault(person, [])
        if all(one.id != f"own:{entry_id}" for one in known):
            known.append(ChatEntry(f"own:{entry_id}", at, words))

    async def known(self, typed: str) -> Address | None:
        self.asked.append(typed)
        found = Address("mail", "mail", typed.strip().lower())
        return found if found in self.people else None

    async def mail_link(self, person: Address, url: str, language: str) -> None:
        self.mailed.append((person, url, language))

    def allows(self, person: Address) -> bool:
        return person.user.endswith("@example.org")

    async def guest_link_opens(self, secret: str) -> bool:
        return secret == GUEST_LINK and len(self.guests) < MOST_TYPED

    async def guest_asks(self, secret: str, guest: Address) -> bool:
        opens = await self.guest_link_opens(secret)
        if opens:
            self.guests.append(guest)
        return opens

    def says(self, person: Address, entry_id: str, message: Message) -> None:
        self.chats.setdefault(person, []).append(ChatEntry(entry_id, self.clock.now(), message))


@dataclass
class PageDesk:
    """The bot, as the page sees it."""

    of: Platform

    async def handle(self, event: Event) -> Sequence[Message]:
        if any(one.id == event.id for one in self.of.handled):
            return []
        self.of.handled.append(event)
        while self.of.meanwhile:
            await self.of.meanwhile.pop().links.end(event.sender)
        if self.of.script:
            return self.of.script.pop(0)
        said = event.what.text.text if isinstance(event.what, Wrote) else "that"
        return [Message("echo", "A note", (Text(f"You said: {said}"),), language="en")]

    async def home(self, visitor: Event) -> Message:
        return self.of.home_message

    async def accept(self, event: Event) -> None:
        raise NotImplementedError

    async def posted(
        self, to: Address, reference: str, message: str, parts: tuple[str, ...] = ()
    ) -> None:
        raise NotImplementedError

    async def left(self, workspace: Address) -> None:
        raise NotImplementedError

    async def returned(self, workspace: Address) -> None:
        raise NotImplementedError

    async def known(self, addresses: Sequence[Address]) -> Mapping[Address, bool]:
        raise NotImplementedError


@dataclass(frozen=True)
class Shown:
    """What a browser got."""

    status: int
    text: str
    headers: CIMultiDictProxy[str]

    @property
    def cookie(self) -> str:
        """The value of the cookie that it sets; "" for none, or for one that it takes away."""
        found = re.search(r"[\w-]+=([^;]*)", self.headers.get("Set-Cookie", ""))
        return found[1].strip('"') if found else ""

    def hidden(self, name: str) -> str:
        found = re.search(rf'name="{name}" value="([^"]*)"', self.text)
        return unescape(found[1]) if found else ""


@dataclass
class OpenedPage:
    """The page, and a browser without a jar: each request brings the cookie that it is given."""

    address: str
    platform: Platform
    doors: Doors
    page: MailPage
    clock: FakeClock
    sealer: OpenSealer
    http: aiohttp.ClientSession

    async def get(self, path: str, device: str = "", **headers: str) -> Shown:
        return await self._asked("GET", path, device, None, headers)

    async def post(self, path: str, sent: Sent, device: str = "", **headers: str) -> Shown:
        return await self._asked("POST", path, device, sent, {"Origin": PUBLIC} | headers)

    async def link(self, person: Address = ANA) -> str:
        """A new link, without the server's name."""
        url = await self.doors.links.make(person, self.clock.now())
        assert url.startswith(f"{PUBLIC}/mail/link/")
        return url.removeprefix(PUBLIC)

    async def opens(self, link: str, device: str = "", **headers: str) -> Shown:
        """Presses "Open" on the page of a link."""
        return await self.post("/mail/open", {"link": link.rpartition("/")[2]}, device, **headers)

    async def signed_in(self, person: Address = ANA) -> str:
        """The cookie of a device on which this person is let in."""
        opened = await self.opens(await self.link(person))
        assert opened.status == 303
        return opened.cookie

    async def does(self, device: str, **sent: str) -> Shown:
        """Sends one of the page's own forms, with what the page hides in it."""
        page = await self.get("/mail", device)
        hidden = {name: page.hidden(name) for name in ("proof", "once")}
        return await self.post("/mail/do", hidden | sent, device)

    async def _asked(
        self,
        method: str,
        path: str,
        device: str,
        sent: Sent | None,
        headers: Mapping[str, str],
    ) -> Shown:
        given = {"Host": HOST, "Accept-Language": "en"} | dict(headers)
        if device:
            given["Cookie"] = f"{COOKIE}={device}"
        if sent is not None:
            given.setdefault("Content-Type", "application/x-www-form-urlencoded")
        body = None if sent is None else urlencode(sent)
        at = self.address + path.removeprefix("/")
        async with self.http.request(
            method, at, data=body, headers=given, allow_redirects=False
        ) as answer:
            return Shown(answer.status, await answer.text(), answer.headers)


@asynccontextmanager
async def opened_page(
    public: str = PUBLIC, port: int = 0, url: str | None = None
) -> AsyncIterator[OpenedPage]:
    """Serves the page for the block, with its links and devices in a database of its own.

    `url` is that database's; by default it is a SQLite file.
    """
    if "mail" not in registered():
        add_sentences("mail", files("adapters.mail") / "locale")
    clock, sealer = FakeClock(), OpenSealer()
    async with AsyncExitStack() as stack:
        folder = stack.enter_context(TemporaryDirectory())
        engine = make_engine(url or sqlite_in(Path(folder) / "mail.db"))
        stack.push_async_callback(engine.dispose)
        async with engine.begin() as db:
            await db.run_sync(META.create_all)
        doors = doors_of(engine, sealer, keyed_hash, public)
        platform = Platform(clock)
        page = MailPage(platform, doors, public, "Europe/Berlin", platform, clock.now)
        server = Server("127.0.0.1", port)
        server.mount(page.routes)
        await server.start()
        stack.push_async_callback(server.stop)
        stack.push_async_callback(page.close)
        jar = aiohttp.DummyCookieJar()
        http = await stack.enter_async_context(aiohttp.ClientSession(cookie_jar=jar))
        yield OpenedPage(server.address, platform, doors, page, clock, sealer, http)
