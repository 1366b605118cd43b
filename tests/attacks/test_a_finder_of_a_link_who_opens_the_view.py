"""Attacks by somebody who has a link to the organisation's view, or tries what it could be."""

from __future__ import annotations

import asyncio
import secrets
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import timedelta

import aiohttp

from adapters.operator.view.page import ViewPage
from adapters.shared.http import Server
from bot.settings import Settings
from bot.upkeep.operator import Operator
from bot.upkeep.organisation.links import LASTS
from tests.attacks.attack import Tried, attack
from tests.attacks.entrances import refused
from tests.fakes import FakeClock
from tests.memory_store.store import MemoryStore
from tests.operators import FakeEraser, FakeKeyDesk, FakeMachine

PUBLIC = "https://handrail.example/bot"
HOST = "handrail.example"
GUESSES = 100
AT_ONCE = 12


@dataclass
class Opened:
    """The page on a real server, as a proxy reaches it that ends TLS."""

    address: str
    http: aiohttp.ClientSession
    operator: Operator
    clock: FakeClock

    async def link(self) -> str:
        made = await self.operator.organisation_link()
        return made.url.rpartition("/")[2]

    async def asks(
        self, method: str, token: str, more: Mapping[str, str] | None = None
    ) -> tuple[int, str]:
        headers = {"Host": HOST, "Origin": f"https://{HOST}", "X-Forwarded-For": "192.0.2.7"}
        url = f"{self.address}organisation/{token}"
        headers |= dict(more or {})
        async with self.http.request(method, url, headers=headers) as answer:
            return answer.status, await answer.text()

    async def opens(self, token: str, **more: str) -> int:
        status, text = await self.asks(
            "POST", token, {k.replace("_", "-"): v for k, v in more.items()}
        )
        assert (status == 200) is ("Needs attention" in text)
        return status


@asynccontextmanager
async def opened_view(public: str | None = PUBLIC) -> AsyncIterator[Opened]:
    """Without `public` it is reached on this machine, as a browser of the tests reaches it."""
    clock, server = FakeClock(), Server("127.0.0.1", 0)
    parts = FakeEraser(), MemoryStore(), FakeKeyDesk(), clock, FakeMachine()
    operator = Operator(*parts, settings=Settings(public_url=public))
    operator.organisation.readiness = _ready
    server.mount(ViewPage(operator.organisation, public, server.host).routes)
    await server.start()
    try:
        async with aiohttp.ClientSession() as http:
            yield Opened(server.address, http, operator, clock)
    finally:
        await server.stop()


def _changed(link: str, at: int) -> str:
    return link[:at] + ("a" if link[at] != "a" else "b") + link[at + 1 :]


async def _ready() -> Mapping[str, str | None]:
    return {"database": None}


@attack("Opens a link to the organisation's view again, or on many devices at once.", tries=AT_ONCE)
async def test_a_link_opens_the_view_once(tried: Tried) -> None:
    async with opened_view() as page:
        link = await page.link()
        tried(AT_ONCE)
        answers = await asyncio.gather(*(page.opens(link) for _ in range(AT_ONCE)))
        assert sorted(answers) == [200] + [410] * (AT_ONCE - 1)
        assert (await page.asks("GET", link))[0] == 200
        page.clock.forward(minutes=14)
        assert await page.opens(link) == 410


@attack("Looks at every link without pressing, as scanners and previews do.", tries=10)
async def test_looking_uses_no_link_to_the_view(tried: Tried) -> None:
    async with opened_view() as page:
        link = await page.link()
        for method in ("GET", "HEAD") * 5:
            tried()
            status, text = await page.asks(method, link)
            assert status == 200
            assert "Ready to work" not in text
        assert await page.opens(link) == 200


@attack("Guesses links to the view, near a live one, or with a later end.", tries=GUESSES + 45)
async def test_no_guess_opens_the_view(tried: Tried) -> None:
    async with opened_view() as page:
        live = await page.link()
        until, nonce, proof = live.split(".")
        later = str(int(until) + 60)
        guesses = [f"{until}.{secrets.token_urlsafe(16)}.{proof}" for _ in range(GUESSES)]
        near = [
            live[:at] + ("a" if live[at] != "a" else "b") + live[at + 1 :] for at in range(11, 51)
        ]
        made_up = [f"{later}.{nonce}.{proof}", nonce, "x" * 43, f"{live}x", f".{live}"]
        counted = refused()
        for guess in [*guesses, *near, *made_up]:
            tried()
            assert await page.opens(guess) == 410
        assert refused() == counted + GUESSES + 45
        assert await page.opens(live) == 200


@attack("Comes late with a link to the view, or before its clock.", tries=2)
async def test_a_late_link_opens_nothing(tried: Tried) -> None:
    async with opened_view() as page:
        link = await page.link()
        for span in (LASTS, timedelta(days=30)):
            tried()
            page.clock.at += span
            assert await page.opens(link) == 410
            assert (await page.asks("GET", link))[0] == 410


@attack("Points another name here, or presses from another page, with a live link.", tries=6)
async def test_another_website_opens_no_view(tried: Tried) -> None:
    async with opened_view() as page:
        link = await page.link()
        tried(6)
        assert await page.opens(link, Host="evil.example", Origin="https://evil.example") == 421
        assert await page.opens(link, Host="127.0.0.1", Origin="http://127.0.0.1") == 421
        assert await page.opens(link, Origin="https://evil.example") == 403
        assert await page.opens(link, Origin="") == 403
        assert await page.opens(link, Origin="null") == 403
        assert await page.opens(link, Sec_Fetch_Site="cross-site") == 403
        assert await page.opens(link) == 200
