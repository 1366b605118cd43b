"""A payload that is not Slack's, or not for us, changes nothing and is never logged."""

from __future__ import annotations

import json
import logging
from collections.abc import Iterator
from typing import Any

import pytest
import structlog

from tests.adapters.slack.fake_slack import APP, BOT, SECRET, TEAM
from tests.adapters.slack.test_slack_allowed import refused
from tests.adapters.slack.wire import (
    EVENTS,
    FORM,
    Json,
    Wire,
    envelope,
    pressed,
    signature,
    written,
)

SECRETIVE = "my-most-private-words"
BODY = json.dumps(envelope(written(SECRETIVE))).encode()


@pytest.fixture(autouse=True)
def logged(caplog: pytest.LogCaptureFixture) -> Iterator[list[Any]]:
    """All log lines of all libraries at DEBUG; none may contain a person's word."""
    caplog.set_level(logging.DEBUG)
    with structlog.testing.capture_logs() as ours:
        yield ours
    said = caplog.text + json.dumps(ours, default=str)
    for private in (SECRETIVE, "xoxb-", SECRET, "U0MAI", TEAM):
        assert private not in said


def _nothing_changed(wire: Wire) -> bool:
    return not (wire.desk.taken or wire.desk.gone or wire.slack.calls) and wire.desk.back == [TEAM]


async def test_what_is_signed_by_slack_is_taken(wire: Wire) -> None:
    status, _ = await wire.sends(BODY, EVENTS)
    assert status == 200
    assert len(wire.desk.taken) == 1


FORGED: dict[str, dict[str, str]] = {
    "no signature": {"X-Slack-Signature": ""},
    "another secret": signature(BODY, "f" * 32, 0) | {"X-Slack-Request-Timestamp": ""},
    "garbage": {"X-Slack-Signature": "v0=" + "0" * 64},
    "not hexadecimal": {"X-Slack-Signature": "v0=" + "z" * 64},
    "too short": {"X-Slack-Signature": "v0=ab"},
    "another version": {"X-Slack-Signature": "v1=" + "0" * 64},
    "not ascii": {"X-Slack-Signature": "v0=ü" + "0" * 63},
    "no time": {"X-Slack-Request-Timestamp": ""},
    "not a number": {"X-Slack-Request-Timestamp": "soon"},
    "other digits": {"X-Slack-Request-Timestamp": "١٢٣٤٥٦٧٨٩٠"},
    "negative": {"X-Slack-Request-Timestamp": "-1"},
    "a fraction": {"X-Slack-Request-Timestamp": "1.5"},
    "endless": {"X-Slack-Request-Timestamp": "9" * 5000},
}


@pytest.mark.parametrize("name", FORGED)
async def test_what_is_not_signed_by_slack_is_refused(wire: Wire, name: str) -> None:
    status, text = await wire.sends(BODY, EVENTS, FORGED[name])
    assert status == 401
    assert text == ""
    assert _nothing_changed(wire)


async def test_a_signature_with_another_secret_is_refused(wire: Wire) -> None:
    status, _ = await wire.sends(BODY, EVENTS, signature(BODY, "f" * 32, wire.stamp()))
    assert status == 401
    assert _nothing_changed(wire)


@pytest.mark.parametrize("seconds", [-302, 305, 86_400])
async def test_a_replay_is_refused_and_so_is_what_comes_from_the_future(
    wire: Wire, seconds: int
) -> None:
    status, _ = await wire.sends(BODY, EVENTS, at=wire.stamp() + seconds)
    assert status == 401
    assert _nothing_changed(wire)


async def test_one_changed_byte_is_refused(wire: Wire) -> None:
    headers = signature(BODY, SECRET, wire.stamp())
    changed = BODY.replace(b"private", b"pirates")
    status, _ = await wire.sends(changed, EVENTS, headers)
    assert status == 401
    assert _nothing_changed(wire)


@pytest.mark.parametrize("kind", [EVENTS, FORM, "text/plain", "", "application/json; charset=x"])
async def test_the_same_forgery_under_any_content_type_is_refused(wire: Wire, kind: str) -> None:
    status, _ = await wire.sends(BODY, kind, {"X-Slack-Signature": "v0=" + "0" * 64})
    assert status == 401
    assert _nothing_changed(wire)


UNREADABLE = {
    "cut off": BODY[:-20],
    "empty": b"",
    "a list": b"[]",
    "a number": b"7",
    "not utf-8": b'{"type": "\xff\xfe"}',
    "deep": b'{"event":' + b"[" * 5_000 + b"]" * 5_000 + b"}",
    "deeper": b"[" * 200_000,
    "deep objects": b'{"a":' * 5_000 + b"1" + b"}" * 5_000,
    "endless number": b'{"event_time": ' + b"9" * 10_000 + b"}",
}


@pytest.mark.parametrize("name", UNREADABLE)
async def test_what_is_signed_and_cannot_be_read_is_no_error_of_ours(wire: Wire, name: str) -> None:
    before = refused("handrail_unheard_total", why="unreadable")
    status, _ = await wire.sends(UNREADABLE[name], EVENTS)
    assert status == 400
    assert refused("handrail_unheard_total", why="unreadable") == before + 1
    assert _nothing_changed(wire)


async def test_five_megabytes_are_not_even_read(wire: Wire) -> None:
    body = json.dumps(envelope(written("x" * 5_000_000))).encode()
    status, _ = await wire.sends(body, EVENTS)
    assert status == 413
    assert _nothing_changed(wire)


NOT_FOR_US: dict[str, Json] = {
    "another team": envelope(written(), team_id="T0OTHER", authorizations=[]),
    "another team's install": envelope(
        written(), authorizations=[{"team_id": "T0OTHER", "is_enterprise_install": False}]
    ),
    "another app": envelope(written(), api_app_id="A0OTHER"),
    "no app": envelope(written(), api_app_id=None),
    "no team": envelope(written(), team_id=None, authorizations=None),
    "an id that is none": envelope(written(), team_id="T0/../x", authorizations=[]),
    "a bot": envelope(written(bot_id="B1")),
    "a bot's own kind": envelope(written(subtype="bot_message")),
    "itself": envelope(written(user=BOT)),
    "slackbot": envelope(written(user="USLACKBOT")),
    "nobody": envelope(written(user=None)),
    "a list as a user": envelope(written(user=["U0MAI"])),
    "a stranger from elsewhere": envelope(
        written(user_team="T0OTHER", source_team="T0OTHER"), is_ext_shared_channel=True
    ),
    "a shared channel": envelope(written(), is_ext_shared_channel=True),
    "a channel": envelope(written(channel="C0GENERAL", channel_type="channel")),
    "a group": envelope(written(channel="G0GROUP", channel_type="mpim")),
    "no event": envelope(written()) | {"event": None},
    "no event id": envelope(written()) | {"event_id": None},
    "no text at all": envelope(written(text=7)) | {"event": {"type": "message"}},
    "half a character": envelope(written("\ud83d")),
    "too long": envelope(written("x" * 50_000)),
    "a time that is none": envelope(written(ts="now")),
    "another's edit": envelope(
        {
            "type": "message",
            "subtype": "message_changed",
            "channel": "D0MAI",
            "channel_type": "im",
            "message": written("b") | {"edited": {"user": "U0OTHER", "ts": "1795834890.000100"}},
            "previous_message": written("a"),
        }
    ),
    "an unknown kind": {"type": "something_new", "team": {"id": TEAM}, "api_app_id": APP},
}


@pytest.mark.parametrize("name", NOT_FOR_US)
async def test_what_is_signed_and_not_for_us_is_acknowledged_and_dropped(
    wire: Wire, name: str
) -> None:
    assert await wire.delivers(NOT_FOR_US[name]) == 200
    assert _nothing_changed(wire)


WORDS = {"values": {"words": {"field.words": {"type": "plain_text_input", "value": "mine"}}}}
FORGED_PRESSES: dict[str, Json] = {
    "another team": pressed(
        "stop:x", team={"id": "T0OTHER"}, user={"id": "U0MAI", "team_id": "T0OTHER"}
    ),
    "another app": pressed("stop:x", api_app_id="A0OTHER"),
    "nobody": pressed("stop:x", user={}),
    "in a channel": pressed("stop:x", channel={"id": "C0GENERAL"}),
    "in another app's modal": pressed("stop:x", view={"type": "modal"}),
}
STRANGERS: dict[str, Json] = {
    "a stranger": pressed("step:x", user={"id": "U0EVE", "team_id": "T0OTHER"}),
    "a stranger's shortcut": pressed(
        "step:x",
        type="message_action",
        callback_id="small_step",
        trigger_id="T.1",
        message={"text": "mine"},
        user={"id": "U0EVE", "team_id": "T0OTHER"},
    ),
    "a stranger's longer words": pressed(
        "step:x",
        type="view_submission",
        view={"id": "V1", "callback_id": "words", "state": WORDS},
        user={"id": "U0EVE", "team_id": "T0OTHER"},
    ),
}
FORGED_PRESSES |= {
    "no message": pressed("stop:x", message=None),
    "no action": pressed("stop:x", actions=[]),
    "two actions": pressed("stop:x", actions=[{}, {}]),
    "another app's button": pressed("stop:x", actions=[{"type": "button", "action_id": "x"}]),
    "an action that is too long": pressed("x" * 2_001),
}


@pytest.mark.parametrize("name", FORGED_PRESSES)
async def test_a_press_that_was_made_up_changes_nothing(wire: Wire, name: str) -> None:
    assert await wire.interacts(FORGED_PRESSES[name]) == 200
    assert _nothing_changed(wire)


@pytest.mark.parametrize("name", STRANGERS)
async def test_of_a_stranger_nothing_is_taken(wire: Wire, name: str) -> None:
    assert await wire.interacts(STRANGERS[name]) == 200
    assert wire.desk.taken == []
    assert set(wire.slack.counted()) <= {"users.info", "conversations.open"}


async def test_a_repeat_is_taken_once_and_acknowledged_each_time(wire: Wire) -> None:
    for _ in range(3):
        assert await wire.delivers(envelope(written())) == 200
    assert len(wire.desk.taken) == 1


async def test_what_could_not_be_stored_is_not_acknowledged(wire: Wire) -> None:
    wire.desk.trouble = OSError(SECRETIVE)
    assert await wire.delivers(envelope(written(SECRETIVE))) == 503
    wire.desk.trouble = None
    assert await wire.delivers(envelope(written(SECRETIVE))) == 200
    assert len(wire.desk.taken) == 1


async def test_slacks_first_handshake_is_answered_only_when_it_is_signed(wire: Wire) -> None:
    body = json.dumps({"type": "url_verification", "challenge": "abc", "token": "t"}).encode()
    assert await wire.sends(body, EVENTS, {"X-Slack-Signature": "v0=" + "0" * 64}) == (401, "")
    status, text = await wire.sends(body, EVENTS)
    assert status == 200
    assert json.loads(text) == {"challenge": "abc"}
