"""The local page refuses hostile names, encodings and lengths, and hides its own errors."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import aiohttp
import pytest
from aiohttp import web
from aiohttp.test_utils import make_mocked_request
from structlog.testing import capture_logs

from adapters.local.guard import Guard
from adapters.local.inbound import to_gesture
from adapters.local.page import MOST_WAITING
from bot.domain.people import Address
from tests.adapters.support import GESTURE, message_of, opened_page

MAI = Address("local", "local", "client")
DANIEL = Address("local", "local", "coach")
WROTE = {"person": "client", "id": GESTURE.format(1), "kind": "wrote", "text": "x"}
HOSTS = [
    ("127.0.0.1", "localhost:8080", 200),
    ("127.0.0.1", "127.0.0.1", 200),
    ("127.0.0.1", "[::1]:8080", 200),
    ("127.0.0.1", "192.168.1.7:8080", 403),
    ("127.0.0.1", "evil.example", 403),
    ("127.0.0.1", "[", 403),
    ("0.0.0.0", "192.168.1.7:8080", 200),
    ("0.0.0.0", "[fd00::7]:8080", 200),
    ("0.0.0.0", "localhost", 200),
    ("0.0.0.0", "evil.example", 403),
    ("handrail.internal", "handrail.internal:80", 200),
    ("handrail.internal", "evil.example", 403),
]


@pytest.mark.parametrize(("bound", "host", "status"), HOSTS)
async def test_only_names_that_nobody_can_point_elsewhere_are_answered(
    bound: str, host: str, status: int
) -> None:
    async def hello(_: web.Request) -> web.StreamResponse:
        return web.Response(text="hello")

    guard = Guard(bound)
    request = make_mocked_request("GET", f"/{guard.way_in}", headers={"Host": host})
    try:
        answered = (await guard.page(hello, hello)(request)).status
    except web.HTTPForbidden as refused:
        answered = refused.status
    assert answered == status


@pytest.mark.parametrize(
    "wrong", [{"text": "half a pair \ud800"}, {"id": "-" * 36}, {"label": "\udfff"}]
)
async def test_what_nothing_could_store_is_refused(tmp_path: Path, wrong: dict[str, Any]) -> None:
    async with opened_page(tmp_path) as page:
        assert await page.does(**wrong) == 400
        assert page.desk.taken == []


async def test_an_encoding_that_does_not_exist_is_refused(tmp_path: Path) -> None:
    async with opened_page(tmp_path) as page:
        headers = page.headers(**{"Content-Type": "application/json; charset=nonsense"})
        data = json.dumps(WROTE)
        async with page.http.post(f"{page.address}api/do", data=data, headers=headers) as answer:
            assert answer.status == 400
        assert page.desk.taken == []


async def test_a_text_that_is_too_long_is_answered_with_what_to_do(tmp_path: Path) -> None:
    async with opened_page(tmp_path) as page:
        body = WROTE | {"text": "x" * 40_001}
        url = f"{page.address}api/do"
        async with page.http.post(url, json=body, headers=page.headers()) as answer:
            assert answer.status == 400
            assert await answer.text() == "too-long"
        assert await page.does(text="🙂" * 40_000) == 200


@pytest.mark.parametrize("zone", ["", "\ud800", "x" * 65, "Europe/Berlin\n", 7, None])
def test_a_hint_that_cannot_be_one_is_left_out(zone: object) -> None:
    assert to_gesture(WROTE | {"zone": zone}).event.zone is None


async def test_an_error_says_nothing_of_what_was_written_and_loses_nothing(tmp_path: Path) -> None:
    async with opened_page(tmp_path) as page:
        page.desk.trouble = RuntimeError("SECRET WORDS")
        with capture_logs() as logs:
            assert await page.does(text="SECRET WORDS") == 500
        assert logs == [{"event": "request_failed", "error": "RuntimeError", "log_level": "error"}]
        page.desk.trouble = None
        assert await page.does(text="SECRET WORDS") == 200
        shown = await page.adapter.history("client")
        assert [entry["from"] for entry in shown] == ["person", "bot"]


async def test_a_browser_hears_only_of_the_chats_that_it_shows(tmp_path: Path) -> None:
    async with opened_page(tmp_path) as page:
        async with page.live() as socket:
            await page.adapter.send(DANIEL, message_of("of somebody else"), "other")
            await page.adapter.send(MAI, message_of("ping"), "ref")
            heard = await socket.receive_json(timeout=5)
            await page.adapter.skip()
            clock = await socket.receive_json(timeout=5)
        assert heard["person"] == "client"
        assert clock == {"person": None, "change": "clock"}


@pytest.mark.parametrize(
    "protocols", [(), ("handrail",), ("handrail", "wrong"), ("other", "{token}"), ("{token}",)]
)
async def test_live_changes_need_the_token_and_not_in_the_address(
    tmp_path: Path, protocols: tuple[str, ...]
) -> None:
    async with opened_page(tmp_path) as page:
        given = [one.replace("{token}", page.guard.token) for one in protocols]
        live = f"{page.address}api/live?person=client&token={page.guard.token}"
        with pytest.raises(aiohttp.WSServerHandshakeError) as refused:
            await page.http.ws_connect(live, protocols=given)
        assert refused.value.status == 403


async def test_a_browser_that_cannot_keep_up_is_told_so_and_holds_nobody_up(
    tmp_path: Path,
) -> None:
    """It keeps its connection: a new one could end at another program."""
    async with opened_page(tmp_path) as page, page.live() as socket:
        for _ in range(MOST_WAITING + 1):
            page.adapter.tell("client", {"change": "cleared"})
        heard = [await socket.receive_json(timeout=5)]
        while heard[-1]["change"] != "missed":
            heard.append(await socket.receive_json(timeout=5))
        assert len(heard) <= MOST_WAITING
        page.adapter.tell("client", {"change": "cleared"})
        assert await socket.receive_json(timeout=5) == {"person": "client", "change": "cleared"}


async def test_the_server_says_that_it_is_well(tmp_path: Path) -> None:
    async with opened_page(tmp_path) as page, page.http.get(f"{page.address}healthz") as answer:
        told = await answer.json()
        assert (answer.status, told.pop("status")) == (200, "ok")
        assert told.keys() == {"version", "commit"}
