"""Attacks by a page of another origin, open in the browser of somebody who uses Handrail."""

from __future__ import annotations

from pathlib import Path

import aiohttp
import pytest
from yarl import URL

from adapters.local.guard import COOKIE
from adapters.local.words import error
from adapters.shared.http import Server
from tests.adapters.support import GESTURE, Opened, opened_page
from tests.attacks.attack import Tried, attack
from tests.attacks.routes import CHATS, HOUSES, PAGE, filled, opened

WROTE = {"person": "client", "id": GESTURE.format(1), "kind": "wrote", "text": "x"}
# What a page elsewhere, a name that points here, or a proxy in front adds or changes.
ELSEWHERE = (
    {"Host": "evil.example"},
    {"Host": "127.0.0.1.evil.example"},
    {"Host": "localhost.evil.example:8080"},
    {"Host": "192.168.1.7"},
    {"Host": "["},
    {"X-Forwarded-For": "127.0.0.1"},
    {"X-Forwarded-Host": "127.0.0.1"},
    {"X-Forwarded-Proto": "https"},
    {"X-Real-IP": "127.0.0.1"},
    {"X-Original-Host": "127.0.0.1"},
    {"Forwarded": "for=127.0.0.1"},
    {"Via": "1.1 proxy"},
)
FOREIGN = (
    {"Host": "evil.example"},
    {"Host": "evil.example:8080"},
    {"Host": "127.0.0.1.evil.example"},
    {"Host": "localhost.evil.example"},
    {"Host": "handrail"},
    {"Host": ""},
    {"Host": "[::1"},
    {"Host": "127.0.0.1@evil.example"},
    {"X-Forwarded-For": "203.0.113.9"},
    {"X-Forwarded-Host": "evil.example"},
    {"X-Real-IP": "203.0.113.9"},
    {"Forwarded": "for=203.0.113.9"},
    {"Via": "1.1 evil.example"},
    {"CF-Connecting-IP": "203.0.113.9"},
    {"True-Client-IP": "203.0.113.9"},
    {"X-Client-IP": "203.0.113.9"},
    {"X-Original-For": "203.0.113.9"},
    {"X-Envoy-External-Address": "203.0.113.9"},
)
# Every house but the page's own: the internet reaches it through a proxy.
REACHED = [house for house in HOUSES if house.of]
ORIGINS = ("https://evil.example", "http://127.0.0.1:1", "http://localhost.evil.example", "null")


@attack(
    "Comes under a name that points here, or through a proxy that rewrites the host, "
    "with the right cookie, token and secret.",
    tries=len(ELSEWHERE) * (len(PAGE) + 1),
)
async def test_another_name_or_a_proxy_gets_nothing(tmp_path: Path, tried: Tried) -> None:
    async with opened_page(tmp_path) as page:
        entrance = ("GET", page.guard.way_in)
        for given in ELSEWHERE:
            for method, path in (*PAGE, entrance):
                tried()
                status, said = await _asked(page, method, filled(path), **given)
                assert (status, said) == (403, error("en", "closed")), (path, given)
        assert page.desk.taken == []


@attack(
    "Sends forged requests from another origin, with the browser's cookie and even the token.",
    tries=len(ORIGINS) * sum(guarded is CHATS for guarded in PAGE.values()),
)
async def test_another_origin_reads_and_changes_nothing(tmp_path: Path, tried: Tried) -> None:
    async with opened_page(tmp_path) as page:
        for origin in ORIGINS:
            for (method, path), guarded in PAGE.items():
                if guarded is CHATS:
                    tried()
                    status, _ = await _asked(page, method, filled(path), Origin=origin)
                    assert status == 403, path
        assert page.desk.taken == []


@attack(
    "Sends what a browser sends without asking first (no-cors): cookies, but no header of its own.",
    tries=sum(guarded is CHATS for guarded in PAGE.values()) + 1,
)
async def test_a_simple_request_with_the_cookie_alone_does_nothing(
    tmp_path: Path, tried: Tried
) -> None:
    async with opened_page(tmp_path) as page:
        for (method, path), guarded in PAGE.items():
            if guarded is CHATS:
                tried()
                given = {"Content-Type": "text/plain"}
                status, _ = await _asked(page, method, filled(path), token="", **given)
                assert status == 403, path
        tried()
        with pytest.raises(aiohttp.WSServerHandshakeError):
            await page.http.ws_connect(f"{page.address}api/live?person=client")
        assert page.desk.taken == []


@attack("Lets the browser follow a link to the page, or put it in a frame.", tries=2)
async def test_a_link_or_a_frame_shows_the_page_to_nobody_new(tmp_path: Path, tried: Tried) -> None:
    async with opened_page(tmp_path) as page:
        tried()
        async with page.http.get(page.entrance) as answer:
            cookie = answer.cookies[COOKIE]
            assert (cookie["samesite"], cookie["httponly"]) == ("Strict", True)
        tried()
        async with page.http.get(page.address) as answer:
            assert answer.headers["X-Frame-Options"] == "DENY"
            assert "frame-ancestors 'none'" in answer.headers["Content-Security-Policy"]
            assert answer.headers["Cross-Origin-Resource-Policy"] == "same-origin"


@attack("Sets cookies of the page's name from another port, to lock its user out.", tries=3)
async def test_a_cookie_of_another_port_locks_nobody_out(tmp_path: Path, tried: Tried) -> None:
    async with opened_page(tmp_path) as page, aiohttp.ClientSession() as http:
        right = page.http.cookie_jar.filter_cookies(URL(page.address))[COOKIE].value
        own, other = f"{COOKIE}={right}", f"{COOKIE}=x; {COOKIE}=; a=b"
        for cookies in (f"{own}; {other}", f"{other}; {own}", f"{other}; {own}; {other}"):
            tried()
            async with http.get(page.address, headers={"Cookie": cookies}) as answer:
                assert answer.status == 200, cookies
        async with http.get(page.address, headers={"Cookie": other}) as answer:
            assert answer.status == 403


async def _asked(
    page: Opened, method: str, path: str, token: str | None = None, **given: str
) -> tuple[int, str]:
    headers = page.headers(**given) | ({} if token is None else {"X-Handrail-Token": token})
    body = WROTE if method == "POST" and "Content-Type" not in given else None
    address = page.address + path
    async with page.http.request(method, address, json=body, headers=headers) as answer:
        return answer.status, await answer.text()


@attack(
    "Reads the figures where platforms are, through a proxy that adds no header.",
    tries=2 * len(REACHED),
)
async def test_a_silent_proxy_leads_to_no_figures(tmp_path: Path, tried: Tried) -> None:
    """Such a request cannot be told from one of this machine: here it is one."""
    for number, house in enumerate(REACHED):
        folder = tmp_path / str(number)
        async with opened(house, folder) as server, aiohttp.ClientSession() as http:
            for path in ("metrics", "readyz"):
                tried()
                async with http.get(server.address + path) as answer:
                    assert answer.status == 404, (house.name, path)
                async with http.get(server.watch_address + path) as answer:
                    assert answer.status in (200, 503), (house.name, path)


@attack("Reads the figures under a name of its own, or through a proxy.", tries=len(FOREIGN))
@pytest.mark.parametrize("path", ["metrics", "readyz"])
async def test_metrics_and_readiness_answer_under_no_foreign_host(path: str, tried: Tried) -> None:
    server = Server("127.0.0.1", 0)
    await server.start()
    async with aiohttp.ClientSession() as http:
        for headers in FOREIGN:
            async with http.get(f"{server.address}{path}", headers=headers) as answer:
                assert answer.status in (400, 403), headers
                assert "handrail_" not in await answer.text()
            tried()
        async with http.get(f"{server.address}{path}") as answer:
            assert answer.status == 200
    await server.stop()
