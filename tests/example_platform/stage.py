"""A whole Handrail with Postbox in it, and people who write and press in their boxes."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from typing import Any

import aiohttp
from pydantic import SecretStr

from adapters.shared.http import Server
from bot.run.assemble import Parts, Platforms, assemble, opening, wind_down_with
from bot.run.open_platforms import open_platforms
from bot.run.platforms import all_settings, register
from bot.settings import Settings
from tests.example_platform.door import HEADER, ROUTE
from tests.example_platform.registration import PLATFORM
from tests.example_platform.service import SERVICES, Letter, Service
from tests.fakes import FakeClock

ADDRESS, SECRET, WORKSPACE = "https://stage.postbox.example", "knock-knock", "office"
Json = dict[str, Any]


@dataclass
class Person:
    """Somebody with a box. `language` is what their Postbox is set to."""

    stage: Stage
    user: str
    name: str
    language: str = "en"

    async def does(self, **what: Any) -> list[Letter]:
        """Returns the letters that answer it."""
        before = {letter.id for letter in self.letters()}
        who = {"workspace": WORKSPACE, "user": self.user, "name": self.name}
        hints = {"zone": "Europe/Berlin", "language": self.language}
        event = {"id": f"event-{next(self.stage.numbers)}"} | who | hints | what
        assert await self.stage.brings(event) == 200
        return [letter for letter in self.letters() if letter.id not in before]

    async def writes(self, text: str) -> list[Letter]:
        return await self.does(type="wrote", text=text, letter=f"own-{next(self.stage.numbers)}")

    async def presses(self, label: str) -> list[Letter]:
        """Presses the newest button with this label."""
        buttons = [b for block in self.blocks("buttons") for b in block["buttons"]]
        action = next(b["action"] for b in reversed(buttons) if b["label"] == label)
        return await self.does(type="pressed", action=action)

    async def fills(self, **values: str) -> list[Letter]:
        """Sends the newest form, with what already stands in it."""
        form = self.blocks("form")[-1]
        initial = {one["name"]: one["initial"] for one in form["fields"]}
        return await self.does(type="filled", action=form["action"], values=initial | values)

    def letters(self) -> list[Letter]:
        return self.stage.service.box(WORKSPACE, self.user)

    def blocks(self, kind: str) -> list[Json]:
        every = [block for letter in self.letters() for block in letter.body["blocks"]]
        return [block for block in every if block["kind"] == kind]


@dataclass
class Stage:
    """`parts` is the process, `service` what it talks to."""

    clock: FakeClock
    service: Service
    parts: Parts
    server: Server
    http: aiohttp.ClientSession
    numbers: count[int] = field(default_factory=count)

    async def brings(self, event: Json, secret: str = SECRET) -> int:
        """Brings an event as Postbox does; returns the status once the bot is done with it."""
        url = self.server.address.rstrip("/") + ROUTE
        async with self.http.post(url, json=event, headers={HEADER: secret}) as answer:
            status = answer.status
        while self.parts.receiving._chats:  # noqa: ASYNC110
            await asyncio.sleep(0.005)
        return status

    def person(self, user: str, name: str, language: str = "en") -> Person:
        return Person(self, user, name, language)

    async def skip(self) -> None:
        """Moves the clock to the next delivery, and sends it."""
        due = await self.parts.bot.deliveries.next_due()
        assert due is not None
        self.clock.at = max(self.clock.at, due)
        await self.parts.bot.tick()
        await self.parts.bot.deliveries.at_rest()


def settings_in(folder: Path, **more: Any) -> Settings:
    """Makes the settings as from the environment, once Postbox is registered."""
    given = {"postbox_service": ADDRESS, "postbox_secret": SecretStr(SECRET)}
    return all_settings().model_validate({"data": folder, "port": 0} | given | more)


@asynccontextmanager
async def staged(folder: Path) -> AsyncIterator[Stage]:
    """Registers Postbox in the public way, and takes it out again afterwards."""
    async with AsyncExitStack() as stack:
        stack.callback(register(PLATFORM))
        clock = FakeClock()
        service = SERVICES[ADDRESS] = Service(clock.now, {WORKSPACE: "token"})
        stack.callback(SERVICES.pop, ADDRESS)
        settings, platforms = settings_in(folder), Platforms()
        opened = await stack.enter_async_context(opening(settings))
        parts = assemble(settings, opened, platforms, clock)
        server = Server(settings.host, settings.port)
        await open_platforms(stack, settings, parts, platforms, server)
        await server.start()
        stack.push_async_callback(server.stop)
        wind_down_with(stack, parts)
        http = await stack.enter_async_context(aiohttp.ClientSession())
        stage = Stage(clock, service, parts, server, http)
        installed = {"type": "installed", "workspace": WORKSPACE, "token": "token"}
        assert await stage.brings(installed) == 200
        yield stage
