"""Attacks by another account on the machine that runs Handrail."""

from __future__ import annotations

import asyncio
import os
import re
import stat
import subprocess
from collections.abc import Iterator
from pathlib import Path

import aiohttp
import pytest
from playwright.async_api import expect
from structlog.testing import capture_logs
from yarl import URL

from adapters.local.guard import COOKIE
from adapters.local.transcript import Transcript
from adapters.local.words import error
from adapters.teams.settings import TeamsSettings
from bot.run.one_process import running
from bot.settings import Settings
from storage import OpenedStore, RefusedError, open_store
from storage.data_folder import DataFolder
from storage.keys.location import EPOCHS, KEY_STORE
from storage.keys.roots import CREDENTIAL, RootChoice, make_root
from tests.adapters.support import opened_page
from tests.adapters.teams.support import activity
from tests.attacks.attack import Tried, attack
from tests.attacks.routes import HOUSES, PAGE, at, filled, opened, routes_of
from tests.attacks.taken_port import taken
from tests.browser import Side, browser, needs_chromium, watched
from tests.databases import opened as opened_store

LOCAL = "local.db"
OVER = "Handrail has stopped or was restarted. Open the address that it prints now."
# What a person does, and more than they could: every form is sent and every button is pressed.
TYPES_ON = """for (const box of document.querySelectorAll('textarea')) box.value = 'private words';
  for (const one of document.querySelectorAll('button')) { one.disabled = false; one.click(); }"""
SCRIPT = Path(__file__).parents[2] / "deploy" / "postgres-role.sh"


@pytest.fixture(autouse=True)
def _careless() -> Iterator[None]:
    """Begins as most shells do: everybody may read what is made."""
    before = os.umask(0)
    yield
    os.umask(before)


# From the data folder: the epoch, its folder, the key store, its folder.
PLACES = (EPOCHS / "1.key", EPOCHS, KEY_STORE, KEY_STORE.parent)
BITS = (0o040, 0o020, 0o004, 0o002)


async def _opens(folder: Path, epochs: Path | None = None) -> OpenedStore:
    return await open_store(folder, None, "org", epochs=epochs)


@attack(
    "Reads or writes an epoch, the key store or their folders, as group or as anybody.",
    tries=len(PLACES) * len(BITS),
)
async def test_keys_that_others_can_open_are_refused_with_what_to_type(
    tmp_path: Path, tried: Tried
) -> None:
    await (await _opens(tmp_path)).close()
    for place in PLACES:
        path = tmp_path / place
        right = stat.S_IMODE(path.stat().st_mode)
        for bit in BITS:
            tried()
            path.chmod(right | bit)
            with pytest.raises(RefusedError, match=f"chmod {'700' if path.is_dir() else '600'}"):
                await _opens(tmp_path)
            assert stat.S_IMODE(path.stat().st_mode) == right | bit, "nothing was changed"
            path.chmod(right)
    await (await _opens(tmp_path)).close()


@attack(
    "Reads an epoch in the folder of HANDRAIL_EPOCHS, in what a link leads to, or as its owner.",
    tries=3,
)
async def test_an_epoch_is_judged_wherever_it_lies(tmp_path: Path, tried: Tried) -> None:
    data, epochs = tmp_path / "data", tmp_path / "elsewhere"
    await (await _opens(data, epochs)).close()
    tried()
    (epochs / "1.key").chmod(0o644)
    with pytest.raises(RefusedError, match="chmod 600"):
        await _opens(data, epochs)
    tried()
    (epochs / "1.key").rename(tmp_path / "real.key")
    (epochs / "1.key").symlink_to(tmp_path / "real.key")
    with pytest.raises(RefusedError, match="chmod 600"):
        await _opens(data, epochs)
    (tmp_path / "real.key").chmod(0o600)
    await (await _opens(data, epochs)).close()
    if os.geteuid() == 0:
        os.chown(tmp_path / "real.key", 12_345, 12_345)
        with pytest.raises(RefusedError, match="chown 0"):
            await _opens(data, epochs)
    tried()


@attack("Reads the credential that protects the epochs.", tries=1)
def test_a_credential_that_others_can_open_is_refused(
    tmp_path: Path, tried: Tried, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CREDENTIALS_DIRECTORY", str(tmp_path))
    (tmp_path / CREDENTIAL).write_bytes(bytes(32))
    tried()
    with pytest.raises(RefusedError, match="chmod 600"):
        make_root(RootChoice("systemd")).protect(bytes(32), b"org/1")


@attack("Opens any file or folder that Handrail makes, whatever the umask was.", tries=2)
async def test_every_file_in_the_data_folder_is_its_owners_alone(
    tmp_path: Path, tried: Tried
) -> None:
    data = tmp_path / "data"
    for made_before in (False, True):
        tried()
        if made_before:
            _open_to_all(data)
        store = await _opens(data)
        transcript = await Transcript.open(data / LOCAL, store.keys, store.keys.keyed_hash)
        assert {mode for _, mode in _modes(data)} == {0o600, 0o700}
        assert (await DataFolder(data, store.store).standing()).loose == ()
        await transcript.close()
        await store.close()


@attack("Opens files while Handrail runs: doctor says which, and how to close them.", tries=2)
async def test_doctor_names_what_others_can_open(tmp_path: Path, tried: Tried) -> None:
    async with opened_store("sqlite", tmp_path, "org") as store:
        folder = DataFolder(tmp_path, store.store)
        for path in (tmp_path / PLACES[0], tmp_path / "handrail.db"):
            path.chmod(0o644)
            tried()
            assert f"chmod 600 {path}" in (await folder.standing()).loose
            path.chmod(0o600)


def _modes(folder: Path) -> list[tuple[Path, int]]:
    found = [folder, *folder.rglob("*")]
    return [(one, stat.S_IMODE(one.stat().st_mode)) for one in found]


def _open_to_all(folder: Path) -> None:
    """As an older version may have left it: all but the keys, which are refused."""
    for path in (folder, *folder.glob("*.db*"), *folder.glob("*.lock")):
        path.chmod(0o777 if path.is_dir() else 0o666)


ALL_ROUTES = sum(len(house.routes) for house in HOUSES)


@attack("Opens every route of every way of running with nothing in hand.", tries=ALL_ROUTES)
async def test_every_route_of_every_house_is_guarded(tmp_path: Path, tried: Tried) -> None:
    for number, house in enumerate(HOUSES):
        assert bool(house.of) != bool(set(house.routes) & set(PAGE)), "a page beside a platform"
        async with opened(house, tmp_path / str(number)) as server, aiohttp.ClientSession() as http:
            assert routes_of(server) == set(house.routes), house.name
            for (method, path), guarded in house.routes.items():
                tried()
                async with http.request(method, at(server, path)) as answer:
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
                    assert (answer.status, await answer.text()) == (403, error("en", "closed")), (
                        path
                    )
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


@needs_chromium
@attack("Takes the port when the page's process has ended, and waits for what a tab still sends.")
async def test_a_tab_sends_nothing_to_whoever_has_the_port_next(
    tmp_path: Path, tried: Tried
) -> None:
    async with browser() as chromium:
        async with opened_page(tmp_path) as served:
            page = (await watched(chromium, served.entrance)).page
            await Side(page, "Client").writes("before")
        async with taken(int(served.address.split(":")[2].strip("/"))) as heard:
            await expect(page.get_by_role("status")).to_have_text(OVER)
            await page.evaluate(TYPES_ON)
            await asyncio.sleep(1.5)
            tried()
            assert heard == []


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


@attack("Reads the password of a database in the list of processes while its role is made.")
def test_no_password_stands_on_a_command_line(tmp_path: Path, tried: Tried) -> None:
    listed = tmp_path / "listed"
    psql = tmp_path / "psql"
    psql.write_text(f'#!/bin/sh\necho "$0 $*" > {listed}\ncat > /dev/null\n')
    psql.chmod(0o755)
    (tmp_path / "password").write_text("zebra")
    environment = {
        "PATH": f"{tmp_path}:{os.environ['PATH']}",
        "ROLE": "r",
        "ROLE_PASSWORD_FILE": str(tmp_path / "password"),
    }
    subprocess.run(["sh", str(SCRIPT)], env=environment, check=True)
    tried()
    assert "zebra" not in listed.read_text()
