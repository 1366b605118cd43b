"""Attacks by another account on the machine that runs Handrail."""

from __future__ import annotations

import re
from pathlib import Path

import aiohttp
import pytest
from structlog.testing import capture_logs
from yarl import URL

from adapters.local.guard import CLOSED, COOKIE
from adapters.teams.settings import TeamsSettings
from bot.run.one_process import running
from bot.settings import Settings
from tests.adapters.support import opened_page
from tests.adapters.teams.support import activity
from tests.attacks.attack import Tried, attack
from tests.attacks.routes import HOUSES, PAGE, filled, opened, routes_of

ALL_ROUTES = sum(len(house.routes) for house in HOUSES)


@attack("Opens every route of every way of running with nothing in hand.", tries=ALL_ROUTES)
async def test_every_route_of_every_house_is_guarded(tmp_path: Path, tried: Tried) -> None:
    for number, house in enumerate(HOUSES):
        assert bool(house.of) != bool(set(house.routes) & set(PAGE)), "a page beside a platform"
        async with opened(house, tmp_path / str(number)) as server, aiohttp.ClientSession() as http:
            assert routes_of(server) == set(house.routes), house.name
            for (method, path), guarded in house.routes.items():
                tried()
                async with http.request(method, server.address + filled(path)) as answer:
                    assert answer.status in guarded.refuses, (house.name, method, path)


WITHOUT = {
    "nothing": {},
    "a guessed secret": {"secret": "x" * 43},
    "an empty secret": {"secret": ""},
    "a secret that is not ASCII": {"secret": "\u00fc"},
}


@attack(
    "Reads and moves the page of somebody else: each route with no secret, or with a wrong one.",
    tries=len(WITHOUT) * len(PAGE) + 1,
)
async def test_without_the_secret_the_page_tells_only_what_to_do(
    tmp_path: Path, tried: Tried
) -> None:
    async with opened_page(tmp_path) as page, aiohttp.ClientSession() as stranger:
        for query in WITHOUT.values():
            for method, path in PAGE:
                tried()
                url = URL(page.address + filled(path)).update_query(query)
                async with stranger.request(method, url) as answer:
                    assert (answer.status, await answer.text()) == (403, CLOSED), path
                    assert not answer.cookies
        tried()
        with pytest.raises(aiohttp.WSServerHandshakeError) as refused:
            await stranger.ws_connect(f"{page.address}api/live?person=client")
        assert refused.value.status == 403
        assert page.desk.taken == []


@attack(
    "Gets the browser to another port of this machine, which is sent the cookie, and uses it.",
    tries=len(PAGE),
)
async def test_a_stolen_cookie_alone_reads_no_chat(tmp_path: Path, tried: Tried) -> None:
    async with opened_page(tmp_path) as page:
        cookie = page.http.cookie_jar.filter_cookies(URL(page.address))[COOKIE].value
        async with aiohttp.ClientSession(cookies={COOKIE: cookie}) as thief:
            for method, path in PAGE:
                tried()
                async with thief.request(method, page.address + filled(path)) as answer:
                    assert page.guard.token not in await answer.text()
                    assert (answer.status == 403) == path.startswith("/api/")
        assert page.desk.taken == []


@attack("Uses the secret, the cookie and the token of an earlier start.", tries=3)
async def test_a_restart_makes_all_of_it_worthless(tmp_path: Path, tried: Tried) -> None:
    settings = Settings(data=tmp_path, port=0)
    async with running(settings) as server, aiohttp.ClientSession() as http:
        async with http.get(server.entrance) as answer:
            cookie = answer.cookies[COOKIE].value
            found = re.search(r'content="([^"]{43})"', await answer.text())
        old = server.entrance.partition("?")[2]
    assert found is not None
    headers = {"X-Handrail-Token": found[1]}
    async with (
        running(settings) as server,
        aiohttp.ClientSession(cookies={COOKIE: cookie}, headers=headers) as http,
    ):
        for path in (f"?{old}", "", "api/chat/client"):
            tried()
            async with http.get(server.address + path) as answer:
                assert answer.status == 403


@attack("Writes as anybody in a house that waits for a Teams test client on this machine.", tries=3)
async def test_a_test_client_of_teams_needs_the_printed_secret_too(
    tmp_path: Path, tried: Tried
) -> None:
    settings = TeamsSettings(data=tmp_path, port=0, teams_local=True)
    async with running(settings) as server, aiohttp.ClientSession() as http:
        right = server.entrance
        url, said = right.partition("?")[0], activity("http://127.0.0.1:1/")
        for wrong in (url, f"{url}?secret=", f"{url}?secret={'x' * 43}"):
            tried()
            async with http.post(wrong, json=said) as answer:
                assert answer.status == 401
        headers = {"Content-Type": "application/json"}
        async with http.post(right, data=b"{", headers=headers) as answer:
            assert answer.status == 400, "it was let in, and cannot be read"


@attack("Looks for the secret in the log and in every file that the page's process keeps.")
async def test_the_secret_is_in_no_log_and_no_file(tmp_path: Path, tried: Tried) -> None:
    tried()
    with capture_logs() as logs:
        async with running(Settings(data=tmp_path, port=0)) as server:
            async with aiohttp.ClientSession() as http, http.get(server.entrance) as answer:
                assert answer.status == 200
            secret = server.entrance.partition("secret=")[2]
            kept = b"".join(one.read_bytes() for one in tmp_path.rglob("*") if one.is_file())
    assert len(secret) >= 43
    assert secret not in repr(logs)
    assert secret.encode() not in kept
    assert {"event": "browser_let_in", "log_level": "info"} in logs
