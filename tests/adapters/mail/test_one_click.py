"""The address in `List-Unsubscribe`: a post stops everything, and a look changes nothing."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path

import aiohttp
import pytest

from adapters.mail.one_click import OneClick
from adapters.shared.http import Server
from bot.chat import Event, Message, Pressed, Text
from bot.domain import actions
from bot.ports import Own
from bot.text import catalogue
from tests.adapters.mail.support import ANNA, PUBLIC, OpenedMail, mail
from tests.adapters.support import keyed_hash

NOTE = Message("note", "A note", (Text("x"),), language="de")


@dataclass
class StopDesk:
    """Takes events in, and remembers them."""

    taken: list[Event] = field(default_factory=list)

    async def accept(self, event: Event) -> None:
        self.taken.append(event)


@dataclass
class Stage:
    opened: OpenedMail
    desk: StopDesk
    address: str
    stop: str
    http: aiohttp.ClientSession

    async def asks(self, method: str, path: str) -> tuple[int, str]:
        one_click = {"List-Unsubscribe": "One-Click"} if method == "POST" else None
        at = self.address.rstrip("/") + path
        async with self.http.request(method, at, data=one_click) as answer:
            assert "form-action 'self'" in answer.headers["Content-Security-Policy"]
            return answer.status, await answer.text()


@asynccontextmanager
async def staged(folder: Path) -> AsyncIterator[Stage]:
    async with mail(folder) as opened, aiohttp.ClientSession() as http:
        desk = StopDesk()
        opened.adapter.desk = desk  # type: ignore[assignment]
        server = Server("127.0.0.1", 0)
        server.mount(OneClick(opened.adapter, opened.transcript, keyed_hash).routes)
        await server.start()
        try:
            await opened.adapter.send(ANNA, NOTE, "ref")
            given = opened.post.mails[0]["List-Unsubscribe"].strip("<>")
            yield Stage(opened, desk, server.address, given.removeprefix(PUBLIC), http)
        finally:
            await server.stop()


async def test_a_look_changes_nothing_and_a_post_stops(tmp_path: Path) -> None:
    say = catalogue("de")
    async with staged(tmp_path) as stage:
        status, page = await stage.asks("GET", stage.stop)
        assert (status, stage.desk.taken) == (200, [])
        assert say("mail-stop-button") in page
        assert '<html lang="de">' in page
        assert "coach.example" not in page
        status, page = await stage.asks("POST", stage.stop)
        assert status == 200
        assert say("mail-stopped") in page
        (event,) = stage.desk.taken
        assert event.sender == ANNA
        assert event.what == Pressed(actions.STOP("yes"))


async def test_it_works_from_an_old_mail_and_a_repeat_is_one(tmp_path: Path) -> None:
    async with staged(tmp_path) as stage:
        stage.opened.clock.forward(days=400)
        for _ in range(2):
            await stage.asks("POST", stage.stop)
        assert len({event.id for event in stage.desk.taken}) <= 2
        assert all(event.sender == ANNA for event in stage.desk.taken)


@pytest.mark.parametrize("change", ["last", "first", "short", "long", "none"])
async def test_an_address_of_nobodys_stops_nobody_and_says_the_same(
    tmp_path: Path, change: str
) -> None:
    async with staged(tmp_path) as stage:
        head, token = stage.stop.rsplit("/", 1)
        other = "0" if token[-1] != "0" else "1"
        first = "0" if token[0] != "0" else "1"
        wrong = {
            "last": token[:-1] + other,
            "first": first + token[1:],
            "short": token[:-1],
            "long": token + "0",
            "none": "x",
        }[change]
        status, page = await stage.asks("POST", f"{head}/{wrong}")
        assert (status, stage.desk.taken) == (200, [])
        assert catalogue("en")("mail-stopped") in page


async def test_after_an_erase_it_stops_nobody(tmp_path: Path) -> None:
    async with staged(tmp_path) as stage:
        await stage.opened.adapter.clear(ANNA, Own())
        assert (await stage.asks("POST", stage.stop))[0] == 200
        assert stage.desk.taken == []
