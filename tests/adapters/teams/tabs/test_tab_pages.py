"""The tabs "Home" and "About": who may see what, and what a page may do."""

from __future__ import annotations

import json
import re
from collections.abc import AsyncIterator
from dataclasses import dataclass
from html import escape
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import aiohttp
import pytest
import pytest_asyncio

from adapters.shared.drawing import drawn
from adapters.shared.http import Server
from adapters.teams.signing_keys import SigningKeys
from adapters.teams.tabs.about import about
from adapters.teams.tabs.pages import INTEGRITY, TEAMS_JS, Tabs
from adapters.teams.tabs.tokens import TabTokens
from bot.chat import (
    Button,
    Buttons,
    ChoiceField,
    Form,
    Heading,
    ManyField,
    Message,
    Option,
    Picture,
    Pressed,
    Quote,
    Submitted,
    Text,
    TextField,
)
from bot.domain.people import Address
from bot.domain.words import Words
from bot.settings import Settings
from bot.text import catalogue
from tests.adapters.teams.keys import APP, Microsoft, microsoft
from tests.adapters.teams.support import MAI, TENANT, Teams, chat_of, teams
from tests.adapters.teams.tabs.signed_in import KEYS, bearer
from tests.catalogue.test_catalogues import SEVEN

ADDRESS = Address("teams", TENANT, MAI)
CHAT = f"https://teams.microsoft.com/l/chat/0/0?users=28:{APP}"
GESTURE = "00000000-0000-4000-8000-000000000001"
HOSTILE = '<script>alert(1)</script><img src=x onerror="alert(2)">" onclick="x'
FIELDS = (
    TextField("code", "Code", Words(HOSTILE)),
    TextField("more", "More", multiline=True),
    ChoiceField("one", "One", (Option("a", "A"), Option("b", "B")), "b"),
    ManyField("many", "Many", (Option("a", "A"),), ("a",)),
)
PAGE = Message(
    "home-heading",
    "A note",
    (
        Heading("Your page"),
        Text("It is on.", quiet=True),
        Quote(Words(HOSTILE)),
        Buttons((Button("Pause", "pause:" + HOSTILE),)),
        Form("code", FIELDS, "Begin"),
    ),
)


FORM = {"form", "label", "input", "textarea", "select", "option", "fieldset", "legend"}
FILLED = {"placeholder", "autocomplete", "selected", "checked"}


class _Elements(HTMLParser):
    """The names of all elements and attributes of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.names: set[str] = set()
        self.given: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.names.add(tag)
        self.given |= {name for name, _ in attrs}


@dataclass
class Tab:
    there: Teams
    signing: Microsoft
    http: aiohttp.ClientSession
    address: str

    async def gets(self, path: str) -> tuple[int, str, Any]:
        async with self.http.get(self.address + path) as answer:
            return answer.status, await answer.text(), answer.headers

    async def posts(self, path: str, body: Any = None, **claims: Any) -> tuple[int, str]:
        headers = bearer(self.signing, **claims)
        sent = {"data": body} if isinstance(body, str) else {"json": body}
        async with self.http.post(self.address + path, headers=headers, **sent) as answer:
            return answer.status, await answer.text()


@pytest_asyncio.fixture
async def tab(tmp_path: Path) -> AsyncIterator[Tab]:
    async with (
        teams(tmp_path) as there,
        microsoft(KEYS) as signing,
        aiohttp.ClientSession() as http,
    ):
        there.desk.page = PAGE
        tokens = TabTokens(APP, SigningKeys(signing.metadata), [TENANT])
        settings = Settings(run_by="Ana, ana@example.org")
        server = Server("127.0.0.1", 0)
        server.mount(Tabs(tokens, there.adapter, there.rows, settings, CHAT).routes)
        await server.start()
        try:
            yield Tab(there, signing, http, server.address)
        finally:
            await server.stop()


@pytest.mark.parametrize("name", ["home", "about"])
async def test_only_teams_may_frame_a_page_and_it_runs_no_other_script(tab: Tab, name: str) -> None:
    status, text, headers = await tab.gets(f"teams/tab/{name}?language=de&theme=dark")
    policy = dict(
        part.strip().split(" ", 1) for part in headers["Content-Security-Policy"].split(";")
    )
    assert status == 200
    assert "X-Frame-Options" not in headers
    assert policy["frame-ancestors"].split() == [
        "https://teams.microsoft.com",
        "https://*.teams.microsoft.com",
        "https://teams.cloud.microsoft",
    ]
    assert policy["script-src"] == f"'self' {TEAMS_JS}"
    assert (policy["default-src"], policy["connect-src"]) == ("'none'", "'self'")
    assert "unsafe" not in headers["Content-Security-Policy"]
    assert headers["Cache-Control"] == "no-store"
    scripts = re.findall(r"<script[^>]*>(.*?)</script>", text)
    assert scripts == ["", ""]
    assert f'integrity="{INTEGRITY}"' in text
    assert 'lang="de" data-theme="dark"' in text


async def test_everything_else_stays_unframed(tab: Tab) -> None:
    for path in ("healthz", "teams/static/tab.js"):
        _, _, headers = await tab.gets(path)
        assert headers["X-Frame-Options"] == "DENY"


async def test_a_page_shows_nothing_of_anybody_before_the_sign_in(tab: Tab) -> None:
    _, text, _ = await tab.gets("teams/tab/home")
    assert "<h2" not in text
    for path in ("teams/tab/page", "teams/tab/do"):
        async with tab.http.post(tab.address + path, json={}) as answer:
            assert answer.status == 401
    assert tab.there.desk.accepted == []


async def test_who_is_signed_in_sees_their_own_page(tab: Tab) -> None:
    await tab.there.rows.remember(chat_of(tab.there.peer.address))
    status, text = await tab.posts("teams/tab/page", {"language": "en"})
    assert status == 200
    assert '<h2 dir="auto">Your page</h2>' in text
    found = _Elements()
    found.feed(text)
    assert found.names <= {"h2", "p", "blockquote", "button", *FORM}
    shape = {"class", "dir", "method", "type", "name", "value", "maxlength"}
    assert found.given <= shape | FILLED
    assert re.search(r'<option value="b" selected>', text)


async def test_another_persons_token_shows_another_persons_page(tab: Tab) -> None:
    asked: list[Address] = []

    async def home(visitor: Any) -> Message:
        asked.append(visitor.sender)
        return PAGE

    tab.there.desk.home = home  # type: ignore[method-assign]
    other = "bbbbbbbb-0000-4000-8000-000000000001"
    await tab.posts("teams/tab/page", {"oid": MAI, "user": MAI}, oid=other)
    assert asked == [Address("teams", TENANT, other)]


async def test_a_press_is_taken_in_once_and_answered_in_the_chat(tab: Tab) -> None:
    await tab.there.rows.remember(chat_of(tab.there.peer.address))
    for _ in range(2):
        body = {"id": GESTURE, "action": "act:yes", "language": "de"}
        assert await tab.posts("teams/tab/do", body) == (202, "")
    first, second = tab.there.desk.accepted
    assert (first.sender, first.what, first.language) == (ADDRESS, Pressed("act:yes"), "de")
    assert first.id == second.id
    await tab.there.finished()
    assert len(tab.there.shown()) == 1


async def test_a_form_arrives_with_its_fields(tab: Tab) -> None:
    await tab.there.rows.remember(chat_of(tab.there.peer.address))
    body = {"id": GESTURE, "action": "code", "values": {"code": "KXPT", "many": "a,b"}}
    assert (await tab.posts("teams/tab/do", body))[0] == 202
    (event,) = tab.there.desk.accepted
    assert event.what == Submitted("code", {"code": "KXPT", "many": "a,b"})


async def test_who_has_no_chat_yet_is_led_there_with_their_line_in_the_box(tab: Tab) -> None:
    form = {"id": GESTURE, "action": "code", "values": {"code": "KXPT-4M7Q & more", "x": ""}}
    press = {"id": GESTURE, "action": "invite", "language": "de"}
    for body, line in (
        (form, "KXPT-4M7Q%20%26%20more"),
        (press, "einladen"),
        (press | {"action": "stop"}, ""),
        (form | {"values": {"code": "x" * 4_000}}, "x" * 200),
    ):
        status, text = await tab.posts("teams/tab/do", body)
        assert (status, json.loads(text)) == (409, {"chat": f"{CHAT}&message={line}"})
    assert tab.there.desk.accepted == []
    _, shell, _ = await tab.gets("teams/tab/home")
    assert f'href="{CHAT}"' in shell


NONSENSE = (
    *("", "[", '"x"', "[1]", "{}", '{"id": 1}'),
    '{"id": "x", "action": "a"}',
    f'{{"id": "{GESTURE}", "action": 1}}',
    f'{{"id": "{GESTURE}", "action": "{"a" * 501}"}}',
    f'{{"id": "{GESTURE}", "action": "a", "values": {{"x": 1}}}}',
    "[" * 100_000,
)


async def test_nonsense_is_refused(tab: Tab) -> None:
    await tab.there.rows.remember(chat_of(tab.there.peer.address))
    for body in NONSENSE:
        assert (await tab.posts("teams/tab/do", body))[0] == 400, body[:30]
    assert tab.there.desk.accepted == []


async def test_a_refusal_names_no_token_in_the_log(
    tab: Tab, capsys: pytest.CaptureFixture[str]
) -> None:
    headers = bearer(tab.signing, aud="somebody")
    async with tab.http.post(tab.address + "teams/tab/page", headers=headers) as answer:
        assert (answer.status, await answer.text()) == (401, "401: Unauthorized")
    shown = "".join(capsys.readouterr())
    assert headers["Authorization"][7:40] not in shown


async def test_when_the_keys_cannot_be_had_it_is_tried_again(tab: Tab) -> None:
    tab.signing.down = True
    assert (await tab.posts("teams/tab/page", {}))[0] == 503


async def test_there_is_no_other_page_and_no_other_file(tab: Tab) -> None:
    for path in ("teams/tab/other", "teams/static/tab.html", "teams/static/x"):
        assert (await tab.gets(path))[0] == 404


async def test_about_names_who_runs_it_and_whom_to_turn_to(tab: Tab) -> None:
    for language in SEVEN:
        _, text, _ = await tab.gets(f"teams/tab/about?language={language}")
        assert escape(catalogue(language)("teams-tab-people")) in text
        assert "ana@example.org" in text
        assert "112" in text
        assert "data-language" not in text


def test_contacts_of_the_organisation_stand_in_about(tmp_path: Path) -> None:
    file = tmp_path / "contacts.toml"
    file.write_text(
        '[[contacts]]\nname = "Care line"\nphone = "0800 1"\nhours = "day and night"\n'
        '[[contacts]]\nname = "Ombud"\nphone = "0800 2"\n'
    )
    lines = [line for _, line in about(catalogue("en"), Settings(contacts=file))]
    assert "Care line: 0800 1 (day and night)" in lines
    assert "Ombud: 0800 2" in lines


def test_a_picture_is_drawn_at_half_its_width() -> None:
    png = b"\x89PNG\r\n\x1a\n" + bytes(8) + (200).to_bytes(4, "big") + bytes(8)
    shown = drawn(Message("t", "s", (Picture(png, "A curve"),)))
    assert 'width="100" alt="A curve"' in shown
