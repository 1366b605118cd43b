"""Home, commands, shortcuts, the modal for longer words, and refusals, over HTTP."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable

import pytest

from bot.chat import Event, Form, Message, Pressed, Submitted, TextField, Wrote
from bot.domain.words import Words
from tests.adapters.slack.fake_slack import APP, TEAM, Fault
from tests.adapters.slack.wire import CHAT, MAI, Json, Wire, envelope, pressed, written

PATIENCE = 5.0


async def _soon(holds: Callable[[], object]) -> None:
    async with asyncio.timeout(PATIENCE):
        while not holds():  # noqa: ASYNC110
            await asyncio.sleep(0.01)


def _home(tab: str = "home") -> Json:
    return envelope({"type": "app_home_opened", "user": MAI.user, "channel": CHAT, "tab": tab})


async def test_who_writes_for_the_first_time_comes_with_name_zone_and_language(wire: Wire) -> None:
    wire.slack.users[MAI.user] = {"profile": {"display_name": "Mai"}, "locale": "de-DE"}
    await wire.delivers(envelope(written()))
    (event,) = wire.desk.taken
    assert (event.name, event.zone, event.language) == (Words("Mai"), "Europe/Berlin", "de-DE")


async def test_slack_is_asked_about_a_person_once_in_a_while(wire: Wire) -> None:
    for number in range(5):
        await wire.delivers(envelope(written(ts=f"179583488{number}.000100"), f"Ev{number}"))
    assert wire.slack.counted()["users.info"] == 1
    wire.clock.forward(minutes=11)
    await wire.delivers(envelope(written(ts="1795834889.000100"), "Ev9"))
    await _soon(lambda: wire.slack.counted()["users.info"] == 2)
    assert wire.desk.taken[-1].zone == "Europe/Berlin"


async def test_a_person_of_whom_slack_says_nothing_is_heard_all_the_same(wire: Wire) -> None:
    wire.slack.faults["users.info"] = [Fault("missing_scope")]
    await wire.interacts(pressed("stop:x"))
    (event,) = wire.desk.taken
    assert (event.name, event.zone, event.language) == (Words("mai"), None, None)


async def test_a_slow_answer_about_a_person_does_not_keep_slack_waiting(wire: Wire) -> None:
    wire.slack.faults["users.info"] = [Fault(seconds=3.0)]
    async with asyncio.timeout(2.0):
        assert await wire.delivers(envelope(written())) == 200


async def test_home_is_shown_to_whoever_opens_it_and_asks_for_nothing_else(wire: Wire) -> None:
    wire.slack.users[MAI.user] = {"profile": {"display_name": "Mai"}}
    await wire.delivers(_home())
    await _soon(lambda: wire.slack.homes)
    assert "About Mai" in json.dumps(wire.slack.homes[MAI.user])
    assert wire.desk.taken == []
    await wire.delivers(_home("messages"))
    assert wire.slack.counted()["views.publish"] == 1


async def test_after_a_press_in_home_the_answer_comes_into_the_chat_and_home_anew(
    wire: Wire,
) -> None:
    await wire.interacts(pressed("pause:x", view={"type": "home"}) | {"message": None})
    (event,) = wire.desk.taken
    await wire.adapter.answer(event, [_form()])
    assert len(wire.slack.shown(MAI.user)) == 1
    assert wire.slack.counted()["views.publish"] == 1


async def test_an_answer_stands_in_the_chat_in_which_it_was_asked_for(wire: Wire) -> None:
    await wire.delivers(envelope(written()))
    await wire.adapter.answer(wire.desk.taken[0], [_form(), _form()])
    assert len(wire.slack.shown(MAI.user)) == 2
    assert not wire.slack.called("conversations.open")


async def test_a_command_in_a_channel_says_there_only_that_it_was_answered_elsewhere(
    wire: Wire,
) -> None:
    given = {"command": "/handrail", "team_id": TEAM, "api_app_id": APP, "user_id": MAI.user}
    where = {"channel_id": "C0GENERAL", "channel_name": "general", "trigger_id": "T.9"}
    status, text = await wire.commands(**given, **where, text="what do you hold")
    assert status == 200
    assert json.loads(text)["response_type"] == "ephemeral"
    assert "our own chat" in json.loads(text)["text"]
    (event,) = wire.desk.taken
    assert event.what == Wrote(Words("what do you hold"))
    await wire.adapter.answer(event, [_form()])
    (posted,) = wire.slack.called("chat.postMessage")
    assert posted["channel"] == CHAT


@pytest.mark.parametrize(("channel", "told"), [(CHAT, False), ("D0SAM", True)])
async def test_only_in_the_chat_with_the_bot_itself_a_command_is_not_said_to_be_elsewhere(
    wire: Wire, channel: str, told: bool
) -> None:
    """Slack calls the chat with another person "directmessage" too."""
    given = {"command": "/handrail", "team_id": TEAM, "api_app_id": APP, "user_id": MAI.user}
    where = {"channel_id": channel, "channel_name": "directmessage", "trigger_id": "T.9"}
    status, text = await wire.commands(**given, **where, text="help")
    assert (status, bool(text)) == (200, told)
    assert len(wire.desk.taken) == 1


async def test_a_mention_in_a_channel_is_refused_to_that_person_alone_and_once(wire: Wire) -> None:
    mention = {"type": "app_mention", "user": MAI.user, "channel": "C0GENERAL", "ts": "1.2"}
    for _ in range(3):
        await wire.delivers(envelope(mention))
    await _soon(lambda: wire.slack.called("chat.postEphemeral"))
    (refusal,) = wire.slack.called("chat.postEphemeral")
    assert (refusal["user"], refusal["channel"]) == (MAI.user, "C0GENERAL")
    assert wire.desk.taken == []
    assert not wire.slack.called("chat.postMessage")


async def test_a_file_is_refused_in_the_chat_and_nothing_is_fetched(wire: Wire) -> None:
    clip: Json = {
        "subtype": "file_share",
        "files": [{"id": "F1", "url_private": wire.slack.address}],
    }
    await wire.delivers(envelope(written("", **clip)))
    await _soon(lambda: wire.slack.shown(MAI.user))
    assert "files or voice clips" in json.dumps(wire.slack.shown(MAI.user))
    assert set(wire.slack.counted()) <= {"users.info", "chat.postMessage", "conversations.open"}
    assert wire.desk.taken == []


async def test_the_box_for_longer_words_opens_at_once_and_what_is_written_is_a_message(
    wire: Wire,
) -> None:
    shortcut = {"type": "shortcut", "callback_id": "longer_words", "trigger_id": "T.4"}
    who = {"user": {"id": MAI.user}, "team": {"id": TEAM}, "api_app_id": APP}
    assert await wire.interacts(shortcut | who) == 200
    await _soon(lambda: wire.slack.called("views.open"))
    (opened,) = wire.slack.called("views.open")
    assert opened["trigger_id"] == "T.4"
    typed = {"words": {"field.words": {"type": "plain_text_input", "value": "a long one"}}}
    view = {"id": "V0ONE", "callback_id": "words", "state": {"values": typed}}
    assert await wire.interacts({"type": "view_submission", "view": view} | who) == 200
    assert wire.desk.taken[0].what == Wrote(Words("a long one"), "view:V0ONE")


async def test_a_message_made_a_step_goes_to_the_bot_with_its_words_and_stays_nowhere_else(
    wire: Wire,
) -> None:
    shortcut = {
        "type": "message_action",
        "callback_id": "small_step",
        "api_app_id": APP,
        "team": {"id": TEAM},
        "user": {"id": MAI.user, "name": "mai"},
        "trigger_id": "T.3",
        "message": {"text": "call <@U0SAM> &amp; say it", "ts": "1.2", "user": "U0SAM"},
    }
    for _ in range(2):
        await wire.interacts(shortcut)
    (event,) = wire.desk.taken
    assert event.sender == MAI
    assert isinstance(event.what, Submitted)
    assert event.what.action == "step-from"
    assert event.what.values == {"text": "call @U0SAM & say it"}


async def test_an_answer_that_cannot_be_shown_raises_nothing(wire: Wire) -> None:
    wire.slack.faults["chat.postMessage"] = [Fault("channel_not_found")]
    await wire.adapter.answer(_asked(), [_form()])
    assert wire.desk.posts == []


def _asked() -> Event:
    return Event("e1", MAI, Words("Mai"), Pressed("step"))


def _form() -> Message:
    fields = TextField("when", "When"), TextField("then", "Then I")
    return Message("step-ask", "A note", (Form("step-set:e:new", fields, "Set it"),))
