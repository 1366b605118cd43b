"""Every call that leaves goes by the organisation's proxy, and trusts the organisation's CA."""

from __future__ import annotations

import asyncio
import json
import os
import re
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest
import trustme

from adapters.shared.protected import NotProtectedError, protected_session
from bot.commands.network import fault_of_cas, same_for_all
from tests.network.calls import ROADS
from tests.network.peers import Peer, Proxy, mail_server, peer, proxy

ROOT = Path(__file__).parents[2]
# Where a road comes out at the peer.
PATHS = {
    "slack call": "/api/auth.test",
    "slack upload": "/upload",
    "slack socket": "/link",
    "teams call": "/openid",
    "microsoft sign-in": "/token",
    "traces": "/v1/traces",
}
EVERYWHERE = dict.fromkeys((*ROADS, "mail"), True)
# One file makes sessions, and one talks to a socket in the data folder.
MAY_MAKE_SESSIONS = {"adapters/shared/protected.py", "adapters/operator/client.py"}


async def calls(there: Peer, mail: int, given: Mapping[str, str]) -> dict[str, bool]:
    kept = {k: v for k, v in os.environ.items() if "proxy" not in k.lower() and "_CA" not in k}
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "tests.network.calls", str(there.port), str(mail)),
        env={**kept, **given},
        cwd=ROOT,
        stdout=asyncio.subprocess.PIPE,
    )
    said, _ = await process.communicate()
    found: dict[str, bool] = json.loads(said)
    return found


def through(there: Peer, road: Proxy) -> set[str]:
    """The roads whose calls came out of the proxy, of those that came at all."""
    return {name for name, path in PATHS.items() if there.came.get(path, set()) & road.ports}


async def test_proxy_and_cas_hold_on_every_road(tmp_path: Path) -> None:
    ca, file = trustme.CA(), tmp_path / "ca.pem"
    ca.cert_pem.write_to_path(file)
    own = {"SSL_CERT_FILE": str(file)}
    with mail_server(ca) as mail:
        async with peer(ca) as by_proxy, peer(ca) as past, peer(ca) as strange, proxy() as road:
            named = {"HTTPS_PROXY": f"http://me:pw@127.0.0.1:{road.port}"}
            at_once = await asyncio.gather(
                calls(by_proxy, mail, {**own, **named}),
                calls(past, mail, {**own, **named, "NO_PROXY": "localhost,127.0.0.1"}),
                calls(strange, mail, {}),
            )
            ways = through(by_proxy, road), through(past, road), through(strange, road)
    assert at_once[0] == at_once[1] == EVERYWHERE
    assert not any(at_once[2].values()), "nobody trusts a CA that nobody named"
    assert ways == (set(PATHS), set(), set())
    assert len(road.passwords) == len(road.asked), "the proxy is given its own password"
    assert not any(str(mail) in one for one in road.asked), "a web proxy carries no mail"


async def test_what_is_in_the_clear_goes_to_no_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    async with proxy() as road:
        monkeypatch.setenv("HTTP_PROXY", f"http://127.0.0.1:{road.port}")
        async with protected_session() as http:
            with pytest.raises(NotProtectedError):
                await http.get("http://127.0.0.1:9/words")
    assert not road.asked


def test_every_session_is_made_in_one_place() -> None:
    makers = re.compile(r"\bClientSession\(")
    found = {
        str(file.relative_to(ROOT))
        for room in ("adapters", "bot", "storage")
        for file in (ROOT / room).rglob("*.py")
        if makers.search(file.read_text(encoding="utf-8"))
    }
    assert found == MAY_MAKE_SESSIONS


def test_what_an_operator_has_set_for_one_library_stays() -> None:
    given = {
        "https_proxy": "http://one:1",
        "WSS_PROXY": "http://two:2",
        "SSL_CERT_FILE": "/etc/all.pem",
        "AWS_CA_BUNDLE": "/etc/aws.pem",
    }
    same_for_all(given)
    assert given["WSS_PROXY"] == "http://two:2"
    assert (given["AWS_CA_BUNDLE"], given["REQUESTS_CA_BUNDLE"]) == ("/etc/aws.pem", "/etc/all.pem")
    assert given["NETRC"] == os.devnull


def test_cas_that_are_not_there_are_named_at_the_start(tmp_path: Path) -> None:
    for name in ("SSL_CERT_FILE", "SSL_CERT_DIR"):
        told = fault_of_cas({name: str(tmp_path / "gone")})
        assert told is not None
        assert told.startswith(name)
    assert fault_of_cas({"SSL_CERT_DIR": str(tmp_path)}) is None
    assert fault_of_cas({}) is None
