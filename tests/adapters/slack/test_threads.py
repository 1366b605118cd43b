"""Threads in Slack: what is written there names its message, is answered there, and is found there.

The shapes are those of Slack's documents: `message` and `message_changed` events, `block_actions`
and `view_submission` payloads, `conversations.replies`.
"""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from adapters.slack.inbound.arrivals import Ignored, Install, Received
from adapters.slack.inbound.events import read
from adapters.slack.outbound.posting_ids import PostingIds
from bot.chat import (
    Deleted,
    Edited,
    Event,
    Form,
    Message,
    Pressed,
    Quote,
    Reacted,
    Submitted,
    Text,
    TextField,
    Wrote,
)
from bot.domain.limits import LINE
from bot.domain.words import Words
from bot.ports import Own, Sent
from tests.adapters.slack.fake_slack import APP, BOT, TEAM, Fault
from tests.adapters.slack.wire import CHAT, MAI, Json, Wire, envelope, pressed, written

HERE = Install(TEAM, BOT, "B0BOT", APP)
FIRST, AT = "1795834800.000100", "1795834883.000200"
LONG_AGO = "1790000000.000100"
THREAD: Json = {"thread_ts": FIRST, "parent_user_id": BOT}


def edited(**more: Any) -> Json:
    message = {"type": "message", "user": MAI.user, "text": "new", "ts": AT} | more
    how = {"edited": {"user": MAI.user, "ts": "1795834890.000000"}}
    event = {"type": "message", "subtype": "message_changed", "channel": CHAT}
    before = message | {"text": "old"}
    told = {"message": message | how, "previous_message": before, "channel_type": "im", "ts": AT}
    return envelope(event | told)


def deleted(**more: Any) -> Json:
    before = {"type": "message", "user": MAI.user, "text": "old", "ts": AT} | more
    event = {"type": "message", "subtype": "message_deleted", "channel": CHAT, "deleted_ts": AT}
    return envelope(event | {"previous_message": before, "channel_type": "im"})


def tombstone(**more: Any) -> Json:
    gone = {"type": "message", "subtype": "tombstone", "user": "USLACKBOT", "ts": AT}
    before = {"type": "message", "user": MAI.user, "text": "old", "ts": AT} | more
    event = {"type": "message", "subtype": "message_changed", "channel": CHAT}
    told = {"message": gone, "previous_message": before, "channel_type": "im"}
    return envelope(event | told)


def press(**more: Any) -> Json:
    return pressed("correct:a", message={"ts": AT, **more})


def said(**more: Any) -> Json:
    return envelope(written("hello", AT, **more))


def broadcast(**more: Any) -> Json:
    return envelope(written("hello", AT, subtype="thread_broadcast", **more))


DOORS: dict[str, tuple[Callable[..., Json], type]] = {
    "written": (said, Wrote),
    "also sent to the chat": (broadcast, Wrote),
    "edited": (edited, Edited),
    "deleted": (deleted, Deleted),
    "deleted under replies": (tombstone, Deleted),
    "pressed": (press, Pressed),
}
# By what Slack says of the thread: the message that is replied to, and where it is answered.
PLACES: dict[str, tuple[Json, str | None, str | None]] = {
    "in the chat": ({}, None, None),
    "in a thread": (THREAD, FIRST, FIRST),
    "the first of a thread": ({"thread_ts": AT, "reply_count": 2}, None, None),
    "in an old thread": ({"thread_ts": LONG_AGO}, LONG_AGO, None),
}


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("door", DOORS)
def test_every_door_tells_which_message_is_replied_to(door: str, place: str) -> None:
    makes, kind = DOORS[door]
    told, replied_to, thread = PLACES[place]
    (arrival,) = read(makes(**told), HERE)
    assert isinstance(arrival, Received)
    event = arrival.event
    assert isinstance(event.what, kind)
    assert event.in_reply_to == (f"{CHAT}:{replied_to}" if replied_to else None)
    origin = json.loads(event.origin)
    assert origin["channel"] == CHAT
    assert origin.get("thread") == thread


@pytest.mark.parametrize("thread_ts", ["", None, 0])
def test_an_empty_thread_is_none(thread_ts: object) -> None:
    (arrival,) = read(said(thread_ts=thread_ts), HERE)
    assert isinstance(arrival, Received)
    assert arrival.event.in_reply_to is None


@pytest.mark.parametrize("thread_ts", ["x", "1;drop", ["1.2"], {"ts": "1.2"}])
async def test_a_thread_that_slack_does_not_name_so_is_acknowledged_and_changes_nothing(
    wire: Wire, thread_ts: object
) -> None:
    assert await wire.delivers(said(thread_ts=thread_ts)) == 200
    assert wire.desk.taken == []


def _event(**origin: str) -> Event:
    where = json.dumps({"channel": CHAT} | origin)
    return Event("e1", MAI, Words(""), Wrote(Words("hello"), "m"), origin=where)


NOTE = Message("t", "A note", (Text("All right."),))


async def test_an_answer_stands_in_its_thread_and_whoever_replies_names_it(wire: Wire) -> None:
    await wire.adapter.answer(_event(thread=FIRST), [replace(NOTE, reference="r1"), NOTE])
    assert [one["thread_ts"] for one in wire.slack.called("chat.postMessage")] == [FIRST, FIRST]
    await wire.adapter.answer(_event(), [NOTE])
    assert "thread_ts" not in wire.slack.called("chat.postMessage")[-1]
    assert [reference for _, reference, _ in wire.desk.posts] == ["r1"]


async def test_a_message_of_its_own_never_stands_in_a_thread(wire: Wire) -> None:
    sent = await wire.adapter.send(MAI, NOTE, "d1")
    assert isinstance(sent, Sent)
    (posting,) = wire.slack.shown(MAI.user)
    assert sent.names == (f"{CHAT}:{posting['ts']}",)
    assert "thread_ts" not in posting
    found = await wire.adapter.find(MAI, "d1")
    assert found == sent
    ids = PostingIds.read(sent.message)
    assert ids is not None
    assert ids.sent == sent


async def test_an_answer_whose_outcome_is_unknown_is_looked_for_in_its_thread(wire: Wire) -> None:
    wire.slack.faults["chat.postMessage"] = [Fault(drop=True, after=True)]
    await wire.adapter.answer(_event(thread=FIRST), [NOTE])
    assert len(wire.slack.shown(MAI.user)) == 1
    looked = wire.slack.called("conversations.replies")
    assert {one["ts"] for one in looked} == {FIRST}
    assert not wire.slack.called("conversations.history")


@pytest.mark.parametrize("narrow", [True, False])
@pytest.mark.parametrize("days", [0, 9, 29])
async def test_what_is_cleared_goes_from_threads_too(wire: Wire, narrow: bool, days: int) -> None:
    """The thread may have begun long before the words that were quoted in it."""
    words = Words("my own words")
    quoted = Message("t", "A note", (Quote(words),))
    sent = await wire.adapter.send(MAI, NOTE, "d1")
    assert isinstance(sent, Sent)
    first = sent.names[0].partition(":")[2]
    wire.clock.forward(days=days, minutes=1)
    since = wire.clock.now()
    await wire.adapter.answer(_event(thread=first), [quoted, NOTE])
    await wire.adapter.answer(_event(), [quoted, NOTE])
    kept = 3 if narrow else 0
    which = Own(since=since, quoting=(words,)) if narrow else Own()
    await wire.adapter.clear(MAI, which)
    await wire.adapter.finish_clearing()
    left = wire.slack.shown(MAI.user)
    assert "my own words" not in json.dumps(left)
    assert len(left) == kept


async def test_a_file_in_a_thread_is_refused_in_that_thread(wire: Wire) -> None:
    file = {"subtype": "file_share", "files": [{"id": "F1"}]}
    await wire.delivers(envelope(written("", AT, **THREAD, **file)))
    async with asyncio.timeout(5):
        while not wire.slack.shown(MAI.user):  # noqa: ASYNC110
            await asyncio.sleep(0.01)
    (refusal,) = wire.slack.called("chat.postMessage")
    assert refusal["thread_ts"] == FIRST


FORM = Message(
    "apart-ask",
    "A note",
    (
        Text("What went well?"),
        Form("answer-set:d:q", (TextField("words", "Your answer", limit=4000),), "Send", True),
    ),
)


async def test_a_form_opens_over_the_chat_and_its_words_come_back_to_the_thread(
    wire: Wire,
) -> None:
    await wire.interacts(press(**THREAD) | {"trigger_id": "T.7"})
    (event,) = wire.desk.taken
    await wire.adapter.answer(event, [FORM])
    assert wire.slack.shown(MAI.user) == []
    (opened,) = wire.slack.called("views.open")
    assert opened["trigger_id"] == "T.7"
    view = opened["view"]
    first, second = [b for b in view["blocks"] if b["type"] == "input"]
    longest = [block["element"]["max_length"] for block in (first, second)]
    assert sum(longest) + 1 == LINE.characters
    typed = {"one": "a" * longest[0], "two": "b" * longest[1]}
    values = {
        block["block_id"]: {
            block["element"]["action_id"]: {"type": "plain_text_input", "value": value}
        }
        # Slack promises no order.
        for block, value in ((second, typed["two"]), (first, typed["one"]))
    }
    given = {"id": "V9", "callback_id": view["callback_id"], "state": {"values": values}}
    given["private_metadata"] = view["private_metadata"]
    who = {"user": {"id": MAI.user}, "team": {"id": TEAM}, "api_app_id": APP}
    assert await wire.interacts({"type": "view_submission", "view": given} | who) == 200
    sent = wire.desk.taken[-1]
    assert isinstance(sent.what, Submitted)
    assert sent.what.action == "answer-set:d:q"
    assert sent.what.values == {"words": typed["one"] + "\n" + typed["two"]}
    assert sent.in_reply_to == f"{CHAT}:{FIRST}"
    await wire.adapter.answer(sent, [NOTE])
    assert wire.slack.called("chat.postMessage")[-1]["thread_ts"] == FIRST


async def test_a_form_that_slack_opens_no_more_stands_in_the_chat(wire: Wire) -> None:
    wire.slack.faults["views.open"] = [Fault("expired_trigger_id")]
    await wire.interacts(press())
    await wire.adapter.answer(wire.desk.taken[0], [FORM])
    assert "Your answer" in json.dumps(wire.slack.shown(MAI.user))


async def test_from_home_a_form_opens_over_home_and_is_answered_in_the_chat(wire: Wire) -> None:
    await wire.interacts(pressed("answer-form:d:q", view={"type": "home"}) | {"message": None})
    await wire.adapter.answer(wire.desk.taken[0], [FORM])
    (opened,) = wire.slack.called("views.open")
    noted = json.loads(opened["view"]["private_metadata"])
    assert noted == {"do": "answer-set:d:q", "from": {"by": "home"}}


@pytest.mark.parametrize("metadata", ["", "{", "[]", '{"do": 3}'])
async def test_a_modal_that_is_not_ours_is_acknowledged_and_changes_nothing(
    wire: Wire, metadata: str
) -> None:
    view = {"id": "V9", "callback_id": "form", "state": {"values": {}}}
    who = {"user": {"id": MAI.user}, "team": {"id": TEAM}, "api_app_id": APP}
    given = {"type": "view_submission", "view": view | {"private_metadata": metadata}}
    assert await wire.interacts(given | who) == 200
    assert wire.desk.taken == []


def reaction(**more: Any) -> Json:
    item = {"type": "message", "channel": CHAT, "ts": FIRST} | more.pop("item", {})
    event = {"type": "reaction_added", "user": MAI.user, "reaction": "thumbsup"}
    return envelope(event | {"item_user": BOT, "item": item, "event_ts": AT} | more)


def test_an_emoji_beside_a_message_of_ours_is_known_by_that_message_alone() -> None:
    found = [read(reaction(reaction=one), HERE)[0] for one in ("thumbsup", "tada")]
    events = [one.event for one in found if isinstance(one, Received)]
    assert [one.what for one in events] == [Reacted(), Reacted()]
    assert {one.in_reply_to for one in events} == {f"{CHAT}:{FIRST}"}
    assert len({one.id for one in events}) == 1


@pytest.mark.parametrize(
    "more",
    [
        {"item_user": MAI.user},
        {"item": {"channel": "C0GENERAL"}},
        {"item": {"type": "file"}},
        {"user": BOT},
    ],
)
def test_an_emoji_anywhere_else_is_not_taken(more: Json) -> None:
    assert read(reaction(**more), HERE) == [Ignored("not_used")]
