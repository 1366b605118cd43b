"""An action in Teams arrives once, is acknowledged after it is stored, and is answered."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
import pytest_asyncio

from adapters.teams.inbound.activities import OURS
from adapters.teams.inbound.arrivals import from_origin
from adapters.teams.outbound.render import CARD_TYPE, CONSENT_TYPE
from bot.chat import (
    Button,
    Buttons,
    Deleted,
    Document,
    Edited,
    Form,
    Message,
    Pressed,
    Submitted,
    Text,
    TextField,
    Wrote,
)
from bot.domain.people import Address
from bot.domain.words import Words
from bot.ports import NotSent, Own, Sent
from bot.text import catalogue
from tests.adapters.teams.connector_peer import Fault
from tests.adapters.teams.support import (
    MAI,
    TENANT,
    Teams,
    activity,
    conversation_of,
    message_of,
    pressed,
    teams,
)

Json = dict[str, Any]
ADDRESS = Address("teams", TENANT, MAI)
YES = {OURS: {"do": "act:yes", "said": "Yes"}}


@pytest_asyncio.fixture
async def there(tmp_path: Path) -> AsyncIterator[Teams]:
    async with teams(tmp_path, served=True) as opened:
        yield opened


def at(there: Teams, *args: Any, **more: Any) -> Json:
    return activity(there.peer.address, *args, **more)


def buttons_of(card: Json) -> list[str]:
    rows = [one["actions"] for one in card["body"] if one["type"] == "ActionSet"]
    return [action["title"] for row in rows for action in row]


async def test_what_was_written_is_accepted_and_then_answered_in_the_chat(there: Teams) -> None:
    assert await there.posts(at(there, "hello *you*")) == (200, None)
    (event,) = there.desk.accepted
    assert isinstance(event.what, Wrote)
    assert event.what.text.text == "hello *you*"
    assert (event.sender, event.zone, event.language) == (ADDRESS, "Europe/Berlin", "en-GB")
    await there.finished()
    (answer,) = there.shown()
    assert "hello *you*" in str(answer["attachments"][0]["content"])


async def test_the_same_message_has_the_same_id_and_another_persons_has_not(there: Teams) -> None:
    for body in (at(there), at(there), at(there, user="b" * 8), at(there, number=2)):
        await there.posts(body)
    ids = [event.id for event in there.desk.accepted]
    assert ids[0] == ids[1]
    assert len(set(ids)) == 3
    assert all(MAI not in one for one in ids)


async def test_an_edit_and_a_deletion_find_their_message(there: Teams) -> None:
    await there.posts(at(there, "one"))
    await there.posts(at(there, "two", type="messageUpdate", timestamp="2026-11-23T12:00:05.250Z"))
    await there.posts(at(there, None, type="messageDelete"))
    wrote, edited, deleted = (event.what for event in there.desk.accepted)
    assert isinstance(wrote, Wrote)
    moment = datetime(2026, 11, 23, 12, 0, 5, 250_000, tzinfo=UTC)
    written = datetime(2023, 11, 14, 22, 13, 20, 1000, tzinfo=UTC)
    assert edited == Edited(str(wrote.message), Words("two"), moment, written)
    assert deleted == Deleted(str(wrote.message), written)
    assert len({event.id for event in there.desk.accepted}) == 3


async def test_a_press_is_answered_at_once_and_its_card_shows_what_was_chosen(there: Teams) -> None:
    await there.posts(at(there))
    await there.finished()
    card = there.shown()[0]["attachments"][0]["content"]
    action = card["body"][-1]["actions"][0]
    body = pressed(there.peer.address, action["data"], number=2)
    status, answer = await there.posts(body | {"replyToId": "1700000000000"})
    assert (status, answer["type"]) == (200, CARD_TYPE)
    assert buttons_of(answer["value"]) == ["✓ Yes"]
    assert there.desk.taken[-1].what == Pressed("act:yes")
    await there.finished()
    assert len(there.shown()) == 2
    look = card["refresh"]["action"]
    seen = pressed(there.peer.address, look["data"], look["verb"], number=3)
    _, again = await there.posts(seen | {"replyToId": "1700000000000"})
    assert buttons_of(again["value"]) == ["✓ Yes"], "also when it is looked at again"
    _, other = await there.posts(seen | {"replyToId": "1700000000001"})
    assert buttons_of(other["value"]) == ["Yes"]


async def test_a_press_that_comes_twice_is_taken_once(there: Teams) -> None:
    for _ in range(2):
        status, answer = await there.posts(pressed(there.peer.address, YES))
        assert (status, answer["value"]) == (200, "✓ Yes")
    await there.finished()
    assert len(there.shown()) == 1


async def test_a_form_arrives_with_its_fields_and_with_no_other_forms(there: Teams) -> None:
    data = {OURS: {"do": "form:x", "said": "Send", "form": 2}, "2.when": "later", "2.days": "MO,TU"}
    await there.posts(pressed(there.peer.address, data | {"1.when": "other form", "x": "y"}))
    assert there.desk.taken[0].what == Submitted("form:x", {"when": "later", "days": "MO,TU"})


async def test_an_old_client_submits_the_same_as_a_message(there: Teams) -> None:
    await there.posts(at(there, None, value=YES))
    assert there.desk.accepted[0].what == Pressed("act:yes")


async def test_a_form_that_was_drawn_comes_back_as_it_was_filled(there: Teams) -> None:
    form = Form("form:y", (TextField("when", "When"),), "Send")
    there.desk.script.append([Message("ask", "A note", (Text("x"), form))])
    await there.posts(at(there))
    await there.finished()
    *_, field, row = there.shown()[0]["attachments"][0]["content"]["body"]
    data = row["actions"][0]["data"] | {field["id"]: "tomorrow"}
    await there.posts(pressed(there.peer.address, data, number=2))
    assert there.desk.taken[-1].what == Submitted("form:y", {"when": "tomorrow"})


async def test_looking_at_ones_page_brings_it_as_it_is_now(there: Teams) -> None:
    there.desk.page = Message("home", "A note", (Text("As it is now"),))
    _, answer = await there.posts(pressed(there.peer.address, {OURS: {}}, "home"))
    assert "As it is now" in str(answer["value"])


@pytest.mark.parametrize(
    "kind", ["installationUpdate", "conversationUpdate", "messageReaction", "typing", "event"]
)
async def test_an_installation_sends_nothing_and_tells_nobody(kind: str, there: Teams) -> None:
    for action in ("add", "remove", "add-upgrade"):
        body = at(there, None, type=kind, action=action, membersAdded=[{"id": "28:x"}])
        assert await there.posts(body) == (200, None)
    await there.finished()
    assert (there.desk.accepted, there.desk.taken, there.peer.calls) == ([], [], [])


@pytest.mark.parametrize("kind", ["channel", "groupChat", None])
async def test_elsewhere_it_says_once_where_it_talks(kind: str | None, there: Teams) -> None:
    body = at(there, "my boss is terrible")
    body["conversation"] |= {"id": "19:team", "conversationType": kind}
    for number in range(3):
        assert await there.posts(body | {"id": str(number)}) == (200, None)
        await there.endpoint.close()
    assert there.desk.accepted == []
    (said,) = there.peer.messages("19:team")
    assert catalogue("en")("teams-elsewhere") in str(said)


async def test_files_are_not_opened_and_the_words_beside_them_are_taken(there: Teams) -> None:
    file = {"contentType": "application/vnd.microsoft.teams.file.download.info"}
    own = {"contentType": "text/html", "content": "<p>look</p>"}
    hostile = {"contentUrl": f"{there.peer.address}v3/conversations/x/activities"}
    await there.posts(at(there, "look", attachments=[file | hostile, own]))
    await there.posts(at(there, None, number=2, attachments=[{"contentType": "image/png"}]))
    await there.posts(at(there, "only text", number=3, attachments=[own]))
    await there.endpoint.close()
    texts = [e.what.text.text for e in there.desk.accepted if isinstance(e.what, Wrote)]
    assert texts == ["look", "only text"]
    refusals = [one for one in there.shown() if catalogue("en")("teams-no-files") in str(one)]
    assert len(refusals) == 2
    assert all(method == "POST" for method, *_ in there.peer.calls)


async def test_what_could_not_be_taken_is_not_acknowledged(there: Teams) -> None:
    there.desk.trouble = OSError("disk full")
    assert (await there.posts(at(there)))[0] == 503
    there.desk.trouble = None
    assert (await there.posts(at(there)))[0] == 200


async def test_installing_it_again_renews_the_address_of_who_is_known_and_of_nobody_else(
    there: Teams,
) -> None:
    moved = "http://127.0.0.1:1/moved/"
    installed = at(there, None, type="installationUpdate", action="add", serviceUrl=moved)
    assert (await there.posts(installed))[0] == 200
    assert await there.rows.chat(ADDRESS) is None, "of a stranger nothing is stored"
    await there.posts(at(there))
    await there.finished()
    for change, service in (
        ({"action": "remove"}, there.peer.address),
        ({"conversation": {"id": "19:x", "conversationType": "channel"}}, there.peer.address),
        ({"from": {}}, there.peer.address),
        ({}, moved),
    ):
        assert (await there.posts(installed | change))[0] == 200
        known = await there.rows.chat(ADDRESS)
        assert known is not None
        assert known.service == service
    assert len(there.shown()) == 1, "and it sends nothing"


async def test_an_answer_that_may_have_to_be_edited_is_reported_and_found_again(
    there: Teams,
) -> None:
    there.desk.script.append([Message("x", "A note", (Text("before"),), reference="ref-1")])
    await there.posts(at(there))
    await there.finished()
    ((to, reference, posted),) = there.desk.posts
    assert (to, reference) == (ADDRESS, "ref-1")
    after = Message("x", "A note", (Text("after"),))
    assert await there.adapter.edit(ADDRESS, posted, after) == Sent(posted)
    assert "after" in str(there.shown())
    assert "before" not in str(there.shown())


async def test_an_answer_waits_when_teams_is_busy_and_comes_once(there: Teams) -> None:
    there.peer.faults = [Fault(429, headers={"Retry-After": "3"}), Fault(502), Fault(412)]
    await there.posts(at(there))
    await there.finished()
    assert len(there.shown()) == 1


async def test_an_answer_finds_its_chat_after_everything_was_erased(there: Teams) -> None:
    await there.posts(at(there))
    (event,) = there.desk.accepted
    assert from_origin(event) is not None
    await there.adapter.clear(ADDRESS, Own())
    there.rows._leaving.clear()  # as in another process
    assert await there.adapter.send(ADDRESS, message_of("x"), "r") == NotSent("no_chat")
    await there.finished()
    assert len(there.shown()) == 1
    assert await there.rows.own(ADDRESS) == [], "nothing is remembered of someone who is gone"


async def test_words_that_type_themselves_stand_where_there_are_no_buttons(there: Teams) -> None:
    there.desk.script = [
        [Message("a", "A note", (Text("x"),))],
        [Message("b", "A note", (Text("x"), Buttons((Button("Yes", "y"),))))],
    ]
    for number in (1, 2):
        await there.posts(at(there, number=number))
    await there.finished()
    plain, asking = there.shown()
    ways = [one["value"] for one in plain["suggestedActions"]["actions"]]
    assert ways == ["home", "help"]
    assert "suggestedActions" not in asking


def consent(there: Teams, action: str, offer: Json, url: str, user: str = MAI) -> Json:
    value = {"type": "fileUpload", "action": action, "context": offer["content"]["acceptContext"]}
    upload = {"uploadUrl": url, "contentUrl": "https://x.sharepoint.com/held.json"}
    value["uploadInfo"] = upload | {"name": "held.json", "uniqueId": "u", "fileType": "json"}
    body = at(there, None, number=9, user=user, type="invoke", name="fileConsent/invoke")
    return body | {"value": value}


async def offered(there: Teams) -> Json:
    document = Document("held.json", "A file", "application/json", Words("what is held"))
    there.desk.script.append([Message("held", "A note", (document,))])
    await there.posts(at(there))
    await there.finished()
    offer: Json = there.shown()[-1]["attachments"][0]
    assert offer["contentType"] == CONSENT_TYPE
    return offer


async def test_a_file_is_put_where_its_reader_said_and_only_once(there: Teams) -> None:
    offer = await offered(there)
    url = there.peer.address.replace("/teams/", "/upload")
    for _ in range(2):
        assert await there.posts(consent(there, "accept", offer, url)) == (200, {})
        await there.endpoint.close()
    assert there.peer.uploads == [b"what is held"]
    assert catalogue("en")("teams-file-gone") in str(there.shown()[-1])


async def test_nobody_else_can_take_a_file(there: Teams) -> None:
    offer = await offered(there)
    url = there.peer.address.replace("/teams/", "/upload")
    await there.posts(consent(there, "accept", offer, url, user="b" * 8))
    await there.endpoint.close()
    assert there.peer.uploads == []


@pytest.mark.parametrize(
    "url",
    ["https://evil.example/x", "http://x.sharepoint.com/", "https://sharepoint.com.evil.example"],
)
async def test_a_file_that_teams_does_not_take_is_said_as_text(url: str, there: Teams) -> None:
    offer = await offered(there)
    await there.posts(consent(there, "accept", offer, url))
    await there.endpoint.close()
    last = str(there.shown()[-1])
    assert catalogue("en")("teams-file-failed") in last
    assert "what is held" in last


async def test_a_file_that_nobody_wanted_is_forgotten(there: Teams) -> None:
    offer = await offered(there)
    before = len(there.shown())
    await there.posts(consent(there, "decline", offer, ""))
    await there.endpoint.close()
    assert len(there.shown()) == before
    assert there.peer.uploads == []


@pytest.mark.parametrize(
    "headers",
    [
        {"Content-Type": "text/plain"},
        {"Origin": "https://evil.example"},
        {"Origin": "null"},
        {"Host": "rebound.evil.example"},
    ],
    ids=str,
)
async def test_no_web_page_gets_into_the_local_mode(headers: dict[str, str], there: Teams) -> None:
    raw = json.dumps(at(there)).encode()
    assert await there.posts(raw, {"Content-Type": "application/json"} | headers) == (401, None)
    assert there.desk.accepted == []


def test_conversations_are_told_apart() -> None:
    assert conversation_of("a") != conversation_of("b")
