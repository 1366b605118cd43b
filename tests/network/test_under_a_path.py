"""Behind a reverse proxy that gives Handrail a path: every page, cookie and way back follows it."""

from __future__ import annotations

import json
import re
from html import unescape
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import aiohttp
import pytest
from yarl import URL

from adapters.mail.one_click import stop_address
from adapters.shared.http import Server
from adapters.teams.manifest import App, manifest
from adapters.teams.signing_keys import SigningKeys
from adapters.teams.tabs.pages import Tabs
from adapters.teams.tabs.tokens import TabTokens
from bot.settings import Settings
from tests.adapters.mail.page.opened import ANA, opened_page
from tests.adapters.slack.fake_slack import TEAM
from tests.adapters.slack.test_slack_installing import MANY, granted
from tests.adapters.slack.wire import wired, written
from tests.adapters.support import keyed_hash
from tests.adapters.teams.keys import APP, microsoft
from tests.adapters.teams.support import TENANT, teams
from tests.adapters.teams.tabs.signed_in import KEYS, bearer
from tests.adapters.teams.tabs.test_tab_pages import CHAT
from tests.network.front import PREFIX, Front, all_leads_back, front


def browser() -> aiohttp.ClientSession:
    return aiohttp.ClientSession(cookie_jar=aiohttp.CookieJar(unsafe=True))


def brings(http: aiohttp.ClientSession, at: Front, path: str) -> set[str]:
    """The names of the cookies that a browser would bring to this path."""
    return set(http.cookie_jar.filter_cookies(URL(at.origin + path)))


async def test_slack_is_installed_and_heard(tmp_path: Path) -> None:
    async with (
        front() as at,
        wired(tmp_path, **MANY | {"public_url": at.address}) as wire,
        browser() as http,
    ):
        at.leads_to = wire.address
        wire.slack.tokens.clear()
        wire.slack.oauth.append(granted())
        async with http.get(f"{at.address}/slack/install") as answer:
            page = await answer.text()
        assert await all_leads_back(http, at, page)
        asked = parse_qs(urlsplit(unescape(page.split('class="go" href="')[1].split('"')[0])).query)
        back = asked["redirect_uri"][0]
        assert back == f"{at.address}/slack/oauth_redirect"
        assert brings(http, at, f"{PREFIX}/slack/oauth_redirect")
        assert not brings(http, at, "/slack/oauth_redirect")
        async with http.get(back, params={"state": asked["state"][0], "code": "c"}) as answer:
            assert answer.status == 200, await answer.text()
        assert wire.desk.back == [TEAM]
        wire.slack.tokens.add("xoxb-one")
        wire.address = f"{at.address}/"
        assert await wire.delivers(written()) == 200
        async with http.get(back, params={"error": "access_denied"}) as answer:
            again = await answer.text()
        assert f"{PREFIX}/slack/install" in await all_leads_back(http, at, again)


async def test_a_guest_coach_comes_in_by_their_mail() -> None:
    async with front() as at, opened_page(at.address) as page, browser() as http:
        at.leads_to = page.address
        link = await page.doors.links.make(ANA, page.clock.now())
        assert link.startswith(f"{at.address}/mail/link/")
        async with http.get(link) as answer:
            text = await answer.text()
        assert f"{PREFIX}/mail/open" in await all_leads_back(http, at, text)
        own = {"Origin": at.origin}
        given = {"link": link.rpartition("/")[2]}
        async with http.post(f"{at.address}/mail/open", data=given, headers=own) as answer:
            text = await answer.text()
            assert str(answer.url).startswith(f"{at.address}/mail")
        assert "You are here as" in text
        assert f"{PREFIX}/mail/do" in await all_leads_back(http, at, text)
        assert brings(http, at, f"{PREFIX}/mail")
        assert not brings(http, at, "/")
        hidden = {n: re.findall(rf'name="{n}" value="([^"]*)"', text)[0] for n in ("proof", "once")}
        typed = {**hidden, "words": "Hello"}
        async with http.post(f"{at.address}/mail/do", data=typed, headers=own) as answer:
            assert str(answer.url).startswith(f"{at.address}/mail")
    assert stop_address(at.address, keyed_hash)("ana").startswith(f"{at.address}/mail/stop/")


async def test_a_tab_of_teams_loads_its_script_and_asks_under_the_path(tmp_path: Path) -> None:
    async with (
        front() as at,
        teams(tmp_path) as there,
        microsoft(KEYS) as signing,
        browser() as http,
    ):
        server = Server("127.0.0.1", 0)
        tokens = TabTokens(APP, SigningKeys(signing.metadata), [TENANT])
        settings = Settings(public_url=at.address)
        server.mount(Tabs(tokens, there.adapter, there.rows, settings, CHAT).routes)
        await server.start()
        at.leads_to = server.address
        for name in ("home", "about"):
            async with http.get(f"{at.address}/teams/tab/{name}") as answer:
                text = await answer.text()
            assert f"{PREFIX}/teams/static/tab.js" in await all_leads_back(http, at, text)
            assert (f'data-base="{PREFIX}"' in text) is (name == "home")
        async with http.post(
            f"{at.address}/teams/tab/page", json={}, headers=bearer(signing)
        ) as answer:
            assert answer.status == 200
        async with http.get(f"{at.address}/teams/static/tab.js") as answer:
            script = await answer.text()
        await server.stop()
    assert "base } = main.dataset" in script or "{ base," in script
    assert re.findall(r"fetch\(([^,]*),", script) == ["base + path"]


@pytest.mark.parametrize("server", ["https://acme.example", f"https://acme.example{PREFIX}"])
def test_the_package_for_teams_names_the_path(server: str) -> None:
    made = json.dumps(manifest(App(APP, "acme.example", "1.0.0", "Acme", "", "", server)))
    assert f"{server}/teams/tab/home?" in made
