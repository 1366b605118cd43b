"""The local page over HTTP: accepted, refused and stored requests."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import aiohttp
import pytest

from adapters.local.guard import COOKIE
from adapters.local.inbound import to_gesture
from adapters.local.transcript import Transcript
from adapters.shared.http import Server
from adapters.shared.json_values import NotUnderstoodError
from adapters.shared.site import PortTakenError
from bot.chat import Deleted, Edited, Pressed, Submitted, Wrote
from bot.domain.people import Address
from bot.domain.words import Words
from tests.adapters.support import GESTURE, OpenSealer, keyed_hash, message_of, opened_page

MAI = Address("local", "local", "client")


async def test_what_is_written_is_shown_and_answered_and_there_after_a_reload(
    tmp_path: Path,
) -> None:
    async with opened_page(tmp_path) as page:
        assert await page.does(text="hello") == 200
        shown = await page.adapter.history("client")
        assert [entry["from"] for entry in shown] == ["person", "bot"]
        assert shown[0]["text"] == "hello"
        assert shown[1]["blocks"][1] == {"type": "quote", "text": "hello"}
        assert await page.adapter.history("coach") == []


async def test_one_gesture_sent_twice_is_shown_and_taken_once(tmp_path: Path) -> None:
    async with opened_page(tmp_path) as page:
        await page.does(text="hello")
        await page.does(text="hello")
        assert len(await page.adapter.history("client")) == 2


async def test_two_sends_under_one_reference_show_one_message(tmp_path: Path) -> None:
    async with opened_page(tmp_path) as page:
        first = await page.adapter.send(MAI, message_of("once"), "ref")
        assert await page.adapter.send(MAI, message_of("once"), "ref") == first
        assert len(await page.adapter.history("client")) == 1


async def test_own_messages_can_be_edited_and_deleted(tmp_path: Path) -> None:
    async with opened_page(tmp_path) as page:
        await page.does(1, text="first")
        await page.does(2, kind="edited", message=GESTURE.format(1), text="second")
        assert (await page.adapter.history("client"))[0]["text"] == "second"
        await page.does(3, kind="deleted", message=GESTURE.format(1))
        assert all("text" not in entry for entry in await page.adapter.history("client"))
        kinds = [type(event.what) for event in page.desk.taken]
        assert kinds == [Wrote, Edited, Deleted]


async def test_changes_arrive_live(tmp_path: Path) -> None:
    async with opened_page(tmp_path) as page:
        async with page.live() as socket:
            await page.adapter.send(MAI, message_of("ping"), "ref")
            change = await socket.receive_json(timeout=5)
        assert change["person"] == "client"
        assert change["change"] == "added"
        assert change["entry"]["blocks"][0]["text"] == "ping"


async def test_clearing_a_chat_removes_it_and_destroys_its_keys(tmp_path: Path) -> None:
    async with opened_page(tmp_path) as page:
        await page.does(text="hello")
        url = f"{page.address}api/clear/client"
        async with page.http.post(url, headers=page.headers()) as answer:
            assert answer.status == 200
        assert await page.adapter.history("client") == []


async def test_the_transcript_is_sealed_on_disk_and_survives_a_restart(tmp_path: Path) -> None:
    transcript = await Transcript.open(tmp_path / "local.db", OpenSealer(), keyed_hash)
    await transcript.add("marker-user", "marker-reference", {"text": "MARKER WORDS"})
    await transcript.close()
    kept = b"".join(file.read_bytes() for file in sorted(tmp_path.glob("*")))
    for marker in (b"MARKER", b"marker-user", b"marker-reference"):
        assert marker not in kept
    again = await Transcript.open(tmp_path / "local.db", OpenSealer(), keyed_hash)
    assert await again.history("marker-user") == [{"text": "MARKER WORDS"}]
    await again.close()


FOREIGN: list[tuple[str, dict[str, str]]] = [
    ("another host", {"Host": "evil.example"}),
    ("a host that only begins right", {"Host": "127.0.0.1.evil.example"}),
    ("another page", {"Origin": "https://evil.example"}),
    ("another port's page", {"Origin": "http://127.0.0.1:1"}),
    ("no origin at all that can be named", {"Origin": "null"}),
    ("a wrong token", {"X-Handrail-Token": "wrong"}),
    ("no token", {"X-Handrail-Token": ""}),
    ("a token that is not ASCII", {"X-Handrail-Token": "t\u00f6ken"}),
]


@pytest.mark.parametrize(("who", "headers"), FOREIGN, ids=[name for name, _ in FOREIGN])
async def test_requests_of_other_pages_are_refused(
    tmp_path: Path, who: str, headers: dict[str, str]
) -> None:
    async with opened_page(tmp_path) as page:
        body = {"person": "client", "id": GESTURE.format(1), "kind": "wrote", "text": "x"}
        url = f"{page.address}api/do"
        async with page.http.post(url, json=body, headers=page.headers(**headers)) as answer:
            assert answer.status == 403
        assert page.desk.taken == []


async def test_a_token_without_this_browsers_cookie_is_refused(tmp_path: Path) -> None:
    async with opened_page(tmp_path) as page, aiohttp.ClientSession() as stranger:
        url = f"{page.address}api/chat/client"
        async with stranger.get(url, headers=page.headers()) as answer:
            assert answer.status == 403
        with pytest.raises(aiohttp.WSServerHandshakeError):
            await stranger.ws_connect(f"{page.address}api/live", protocols=page.protocols())


async def test_the_page_itself_is_not_served_to_a_rebound_name(tmp_path: Path) -> None:
    headers = {"Host": "evil.example"}
    async with (
        opened_page(tmp_path) as page,
        page.http.get(page.address, headers=headers) as answer,
    ):
        assert answer.status == 403
        assert page.guard.token not in await answer.text()


BAD_BODIES: list[Any] = [
    "not json at all {",
    "[" * 50_000,
    json.dumps([]),
    json.dumps({}),
    json.dumps({"person": "../x", "id": GESTURE.format(1), "kind": "wrote", "text": "x"}),
    json.dumps({"person": "client", "id": "short", "kind": "wrote", "text": "x"}),
    json.dumps({"person": "client", "id": GESTURE.format(1), "kind": "explode"}),
    json.dumps({"person": "client", "id": GESTURE.format(1), "kind": "wrote", "text": 7}),
    json.dumps(
        {"person": "client", "id": GESTURE.format(1), "kind": "wrote", "text": "x" * 40_001}
    ),
    json.dumps({"person": "client", "id": GESTURE.format(1), "kind": "submitted", "action": "a"}),
    json.dumps({"person": "client", "id": GESTURE.format(1), "kind": "deleted", "message": None}),
]


@pytest.mark.parametrize("body", BAD_BODIES, ids=range(len(BAD_BODIES)))
async def test_what_is_not_of_this_page_is_refused_and_reaches_nobody(
    tmp_path: Path, body: str
) -> None:
    async with opened_page(tmp_path) as page:
        url = f"{page.address}api/do"
        headers = page.headers(**{"Content-Type": "application/json"})
        async with page.http.post(url, data=body, headers=headers) as answer:
            assert answer.status == 400
        assert page.desk.taken == []


async def test_a_body_that_is_too_large_is_refused(tmp_path: Path) -> None:
    async with opened_page(tmp_path) as page:
        assert await page.does(text="x" * 600_000) == 413
        assert page.desk.taken == []


@pytest.mark.parametrize("person", ["Ana", "a_b", "x" * 33, "-a", "<b>", "a b"])
async def test_a_name_that_cannot_be_is_answered_with_what_can(tmp_path: Path, person: str) -> None:
    async with (
        opened_page(tmp_path) as page,
        page.http.get(page.address, params={"person": person}) as answer,
    ):
        assert answer.status == 400
        assert "small letters" in await answer.text()


async def test_strict_headers_and_a_cookie_that_scripts_cannot_read(tmp_path: Path) -> None:
    async with opened_page(tmp_path) as page, page.http.get(page.entrance) as answer:
        assert "default-src 'none'" in answer.headers["Content-Security-Policy"]
        assert "unsafe" not in answer.headers["Content-Security-Policy"]
        assert answer.headers["X-Content-Type-Options"] == "nosniff"
        cookie = answer.cookies[COOKIE]
        assert cookie["httponly"]
        assert cookie["samesite"] == "Strict"


async def test_a_taken_port_is_said_in_words() -> None:
    first = Server("127.0.0.1", 0)
    await first.start()
    with pytest.raises(PortTakenError, match="HANDRAIL_PORT"):
        await Server("127.0.0.1", first.port).start()
    await first.stop()


def test_each_gesture_becomes_its_event() -> None:
    common = {"person": "client", "id": GESTURE.format(1), "zone": "Asia/Tokyo", "language": "en"}
    table: list[tuple[dict[str, Any], object]] = [
        ({"kind": "wrote", "text": "hi"}, Wrote(Words("hi"), GESTURE.format(1))),
        ({"kind": "pressed", "action": "a:b"}, Pressed("a:b")),
        ({"kind": "submitted", "action": "f", "values": {"a": "b"}}, Submitted("f", {"a": "b"})),
        (
            {"kind": "edited", "message": GESTURE.format(2), "text": "x"},
            Edited(GESTURE.format(2), Words("x")),
        ),
        ({"kind": "deleted", "message": GESTURE.format(2)}, Deleted(GESTURE.format(2))),
    ]
    for body, expected in table:
        event = to_gesture(common | body).event
        assert event.what == expected
        assert event.zone == "Asia/Tokyo"
        assert event.name.text == "Mai"


@pytest.mark.parametrize("body", [None, 1, "x", [], {"person": None}, {"person": "a" * 40}])
def test_anything_else_is_not_understood(body: object) -> None:
    with pytest.raises(NotUnderstoodError):
        to_gesture(body)
