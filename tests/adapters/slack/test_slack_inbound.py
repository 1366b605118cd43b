"""Slack's payloads become the core's events."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import Any

import pytest

from adapters.shared.json_values import NotUnderstoodError
from adapters.slack.inbound.arrivals import (
    ChatOpened,
    Ignored,
    Install,
    ModalRequest,
    Received,
    Refused,
    Removed,
)
from adapters.slack.inbound.belonging import standing, workspace_of
from adapters.slack.inbound.events import read
from adapters.slack.inbound.messages import text_of
from adapters.slack.inbound.shapes import moment
from adapters.slack.outbound.render import render
from bot.chat import (
    ChoiceField,
    Deleted,
    Edited,
    Form,
    Message,
    Option,
    Pressed,
    Submitted,
    TextField,
    Wrote,
)
from bot.domain.people import Address
from bot.domain.words import Words
from tests.adapters.slack.block_kit import buttons_in
from tests.adapters.slack.fake_slack import APP, BOT, TEAM
from tests.adapters.slack.wire import CHAT, MAI, Json, envelope, pressed, written

HERE = Install(TEAM, BOT, "B0BOT", APP)
WHOLE = Install("E0WHOLE", BOT, "B0BOT", APP, org_wide=True)
TS = "1795834883.000100"


def _one(payload: Json, install: Install = HERE) -> Received:
    (found,) = read(payload, install)
    assert isinstance(found, Received), found
    return found


def test_a_message_is_known_by_its_chat_and_time() -> None:
    event = _one(envelope(written("hello", TS))).event
    assert event.sender == MAI
    assert event.what == Wrote(Words("hello"), f"{CHAT}:{TS}")
    assert event.id == "Ev1"
    assert json.loads(event.origin) == {"channel": CHAT}


def test_one_gesture_that_comes_as_two_events_has_one_id() -> None:
    first = _one(envelope(written(client_msg_id="c-1"), "Ev1")).event
    second = _one(envelope(written(client_msg_id="c-1", ts="1795834883.000101"), "Ev2")).event
    assert first.id == second.id
    other = written(client_msg_id="c-1", user="U0OTHER")
    assert _one(envelope(other, "Ev3")).event.id != first.id


SPOKEN = [
    ("a &lt; b &amp;&amp; c &gt; d", "a < b && c > d"),
    ("&amp;lt;", "&lt;"),
    ("see <https://a.example/x?y=1&amp;z|a.example>", "see a.example"),
    ("see <https://a.example/x?y=1&amp;z>", "see https://a.example/x?y=1&z"),
    ("<mailto:a@b.example>", "a@b.example"),
    ("<@U123> in <#C1|general> <!here> <!subteam^S1|@team>", "@U123 in #general @here @@team"),
    ("*bold* _it_ ~no~ `code`", "*bold* _it_ ~no~ `code`"),
    ("<!date^1392734382^{date}|in 2014>", "in 2014"),
    ("KXPT-4M7Q", "KXPT-4M7Q"),
    ("", ""),
]


@pytest.mark.parametrize(("sent", "typed"), SPOKEN)
def test_what_was_typed_is_read_as_it_was_typed(sent: str, typed: str) -> None:
    assert text_of({"text": sent}) == typed


def test_an_emoji_is_the_character_that_slack_says_it_is() -> None:
    wave = {"type": "emoji", "name": "wave", "skin_tone": 2, "unicode": "1f44b-1f3fb"}
    own = {"type": "emoji", "name": "party_parrot"}
    blocks = [{"type": "rich_text", "elements": [{"elements": [wave, own]}]}]
    text = "hi :wave::skin-tone-2: :party_parrot: :notes:"
    assert text_of({"text": text, "blocks": blocks}) == "hi 👋🏻 :party_parrot: :notes:"


WRITTEN_AT = moment(TS)


def _changed(**more: Any) -> Json:
    after = written("after") | {"edited": {"user": MAI.user, "ts": "1795834890.000100"}}
    event = {"type": "message", "subtype": "message_changed", "channel": CHAT}
    whole = {"channel_type": "im", "message": after, "previous_message": written("before")}
    return event | whole | more


def test_an_edit_says_when_it_was_made() -> None:
    at = datetime.fromtimestamp(1795834890, UTC).replace(microsecond=100)
    edited = Edited(f"{CHAT}:{TS}", Words("after"), at, WRITTEN_AT, Words("before"))
    assert _one(envelope(_changed())).event.what == edited


NO_EDITS = {
    "a link was unfolded": _changed(message=written("before") | {"attachments": [{}]}),
    "the same text": _changed(previous_message=written("after")),
    "the bot's own": _changed(message=written("x", bot_id="B1")),
    "in a channel": _changed(channel="C1", channel_type="channel"),
}


@pytest.mark.parametrize("name", NO_EDITS)
def test_a_change_that_is_no_edit_of_theirs_says_nothing(name: str) -> None:
    (found,) = read(envelope(NO_EDITS[name]), HERE)
    assert isinstance(found, Ignored)


def test_a_deletion_names_the_message_and_whose_it_was() -> None:
    gone = {"type": "message", "subtype": "message_deleted", "channel": CHAT, "deleted_ts": TS}
    event = _one(envelope(gone | {"channel_type": "im", "previous_message": written()})).event
    assert event.sender == MAI
    assert event.what == Deleted(f"{CHAT}:{TS}", WRITTEN_AT, Words(written()["text"]))


def test_a_deletion_counts_even_if_what_was_said_cannot_be_stored() -> None:
    gone = {"type": "message", "subtype": "message_deleted", "channel": CHAT, "deleted_ts": TS}
    before = written("no\0such")
    event = _one(envelope(gone | {"channel_type": "im", "previous_message": before})).event
    assert event.what == Deleted(f"{CHAT}:{TS}", WRITTEN_AT)


def test_a_message_deleted_from_under_its_answers_is_deleted() -> None:
    left = {"subtype": "tombstone", "user": "USLACKBOT", "ts": TS}
    deleted = Deleted(f"{CHAT}:{TS}", WRITTEN_AT, Words("before"))
    assert _one(envelope(_changed(message=left))).event.what == deleted


def test_the_bots_own_message_that_was_deleted_is_nobodys_deletion() -> None:
    gone = {"type": "message", "subtype": "message_deleted", "channel": CHAT, "deleted_ts": TS}
    own = gone | {"channel_type": "im", "previous_message": written(user=BOT, bot_id="B0BOT")}
    assert read(envelope(own), HERE) == [Ignored("own")]


def test_a_file_is_refused_and_the_words_with_it_are_taken() -> None:
    with_words = written("here it is", subtype="file_share", files=[{"id": "F1", "url": "x"}])
    taken, refused = read(envelope(with_words), HERE)
    assert isinstance(taken, Received)
    assert taken.event.what == Wrote(Words("here it is"), f"{CHAT}:{TS}")
    assert refused == Refused("Ev1", MAI, CHAT, "file")
    alone = written("", subtype="file_share", files=[{"id": "F1"}])
    assert read(envelope(alone), HERE) == [refused]


def test_a_press_carries_the_action_and_where_it_was() -> None:
    event = _one(pressed("allow:x:yes")).event
    assert event.what == Pressed("allow:x:yes")
    assert event.name == Words("mai")
    where = {"channel": CHAT, "message": "1795834883.000200", "trigger": "T.1"}
    assert json.loads(event.origin) == where
    assert _one(pressed("allow:x:yes")).event.id == event.id


FIELDS = (
    TextField("when", "When", Words("")),
    ChoiceField("size", "Size", (Option("s", "Small"), Option("m", "More")), "s"),
)


def test_a_form_inside_a_message_comes_back_as_it_was_filled_in() -> None:
    (posting,) = render(Message("f", "A note", (Form("step-set:e:new", FIELDS, "Send"),)))
    values: Json = {}
    for block in posting.blocks:
        match block:
            case {"type": "input", "element": {"type": "plain_text_input", "action_id": ident}}:
                typed = {"type": "plain_text_input", "value": "I sit down"}
                values[block["block_id"]] = {ident: typed}
            case {"type": "input", "element": {"type": kind, "action_id": ident}}:
                chosen = {"type": kind, "selected_option": {"value": "m"}}
                values[block["block_id"]] = {ident: chosen}
    (button,) = buttons_in(posting.blocks)
    action = {name: button[name] for name in ("type", "action_id", "value")}
    filled = pressed("", state={"values": values}) | {
        "actions": [action | {"action_ts": "1795834884.000300"}]
    }
    what = _one(filled).event.what
    assert isinstance(what, Submitted)
    assert what.action == "step-set:e:new"
    assert what.values == {"when": "I sit down", "size": "m"}


def test_a_press_in_app_home_is_a_press() -> None:
    inside = pressed("pause:x", view={"type": "home", "state": {"values": {}}}) | {"message": None}
    event = _one(inside).event
    assert event.what == Pressed("pause:x")
    assert json.loads(event.origin) == {"by": "home", "trigger": "T.1"}


def test_opening_home_is_a_visit_and_opening_the_chat_says_who_is_coming() -> None:
    told = {"type": "app_home_opened", "user": MAI.user, "channel": CHAT}
    for tab in ("home", "messages"):
        (visit,) = read(envelope(told | {"tab": tab}), HERE)
        assert isinstance(visit, ChatOpened)
        assert visit.home == (tab == "home")
        assert visit.event.sender == MAI


def _command(text: str, **more: str) -> Json:
    given = {"command": "/handrail", "team_id": TEAM, "api_app_id": APP, "user_id": MAI.user}
    where = {"channel_id": CHAT, "channel_name": "directmessage", "trigger_id": "T.9"}
    return (
        {**given, "user_name": "mai", "text": text, "is_enterprise_install": "false"} | where | more
    )


def test_a_command_is_a_line_that_was_typed() -> None:
    assert _one(_command("pause until Monday")).event.what == Wrote(Words("pause until Monday"))
    assert _one(_command("  ")).event.what == Wrote(Words("help"))


def test_a_command_in_a_channel_is_not_answered_there() -> None:
    taken = _one(_command("help", channel_id="C0GENERAL", channel_name="general"))
    assert taken.typed_in == "C0GENERAL"
    assert "C0GENERAL" not in taken.event.origin


def test_a_message_is_made_a_step_with_its_words_as_they_were_written() -> None:
    shortcut = {
        "type": "message_action",
        "callback_id": "small_step",
        "api_app_id": APP,
        "team": {"id": TEAM},
        "user": {"id": MAI.user, "name": "mai"},
        "trigger_id": "T.3",
        "message": {"text": "call them &amp; ask", "ts": TS},
    }
    taken = _one(shortcut)
    assert isinstance(taken.event.what, Submitted)
    assert taken.event.what.action == "step-from"
    assert taken.event.what.values == {"text": "call them & ask"}
    assert "call" not in repr(taken)
    assert "call" not in taken.event.origin


def test_the_box_for_longer_words_is_asked_for_and_read() -> None:
    asked = {"type": "shortcut", "callback_id": "longer_words", "trigger_id": "T.4"}
    who = {"user": {"id": MAI.user}, "team": {"id": TEAM}}
    assert read(asked | who, HERE) == [ModalRequest(MAI, "T.4")]
    typed = {"words": {"field.words": {"type": "plain_text_input", "value": "a long one"}}}
    view = {"id": "V0ONE", "callback_id": "words", "state": {"values": typed}}
    event = _one({"type": "view_submission", "view": view} | who).event
    assert event.what == Wrote(Words("a long one"), "view:V0ONE")


def test_the_app_is_removed_by_either_event_and_not_by_a_persons_own_token() -> None:
    revoked = {"type": "tokens_revoked", "tokens": {"bot": [BOT]}}
    for event in ({"type": "app_uninstalled"}, revoked):
        assert read(envelope(event), HERE) == [Removed(TEAM)]
    theirs = {"type": "tokens_revoked", "tokens": {"oauth": [MAI.user]}}
    assert read(envelope(theirs), HERE) == [Ignored("not_ours")]


def test_in_a_whole_organisation_people_keep_one_address_in_all_workspaces() -> None:
    org = [{"enterprise_id": "E0WHOLE", "team_id": None, "is_enterprise_install": True}]
    for team in ("T0ONE", "T0TWO"):
        payload = envelope(written(user_team=team), team_id=team, authorizations=org)
        assert workspace_of(payload) == "E0WHOLE"
        assert _one(payload, WHOLE).event.sender == Address("slack", "E0WHOLE", MAI.user)
    press = pressed("x:y", is_enterprise_install=True, enterprise={"id": "E0WHOLE"}, team=None)
    assert workspace_of(press) == "E0WHOLE"
    command = _command("help", is_enterprise_install="true", enterprise_id="E0WHOLE")
    assert workspace_of(command) == "E0WHOLE"


def test_a_stranger_from_another_organisation_gets_nothing_in_either_kind_of_install() -> None:
    outside = envelope(written(), is_ext_shared_channel=True)
    for install in (HERE, WHOLE):
        assert standing(outside, install) == "outside"


@pytest.mark.parametrize("payload", [{}, {"team": None}, {"team_id": 7}, {"team_id": "t-1"}])
def test_a_payload_without_a_workspace_is_not_understood(payload: Json) -> None:
    with pytest.raises(NotUnderstoodError):
        workspace_of(payload)
