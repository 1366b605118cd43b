"""Every free text, by whatever door it comes, is heard for distress and for a stop first."""

from __future__ import annotations

import ast
from collections.abc import Callable
from pathlib import Path
from typing import Any, get_args

import pytest

from adapters.local.inbound import to_gesture
from adapters.slack.inbound.arrivals import Install, Received
from adapters.slack.inbound.events import read
from adapters.slack.outbound.render import render
from adapters.teams.inbound.activities import to_arrived
from adapters.teams.inbound.arrivals import Happened, Invoke
from bot.chat import (
    Deleted,
    Edited,
    Event,
    Form,
    Happening,
    Message,
    Pressed,
    Submitted,
    TextField,
    Wrote,
)
from bot.domain.actions import ACTIONS
from bot.domain.words import Words
from bot.inbound.doors import texts_of
from tests.adapters.slack.fake_slack import APP, BOT, TEAM
from tests.adapters.slack.wire import CHAT, MAI, envelope, pressed, written
from tests.adapters.teams.support import activity
from tests.example_platform.inbound import to_event
from tests.world import Chatter, World, joined, text_of

ROOT = Path(__file__).parents[2]
HARD = "I want to kill myself tonight"
TS = "1795834883.000100"
GESTURE = "00000000-0000-0000-0000-000000000001"

BY_KIND: dict[type, Happening] = {
    Wrote: Wrote(Words(HARD), "m"),
    Edited: Edited("m", Words(HARD)),
    Submitted: Submitted("step-set:e:new", {"when": "tea", "then": HARD}),
    Pressed: Pressed("home"),
    Deleted: Deleted("m"),
}
WITHOUT_TEXT = (Pressed, Deleted)


def test_every_kind_of_happening_that_can_hold_text_is_heard() -> None:
    assert set(BY_KIND) == set(get_args(Happening))
    for kind, what in BY_KIND.items():
        assert (HARD in texts_of(what)) is (kind not in WITHOUT_TEXT), kind


# Each place in a platform's code where a person's text becomes a happening, with a payload that
# comes by it.
Sample = Callable[[], Event]
HERE = Install(TEAM, BOT, "B0BOT", APP)


def _slack(payload: dict[str, Any]) -> Event:
    (found,) = read(payload, HERE)
    assert isinstance(found, Received)
    return found.event


def _slack_edit() -> Event:
    after = written(HARD, TS) | {"edited": {"user": MAI.user, "ts": "1795834890.000100"}}
    event = {"type": "message", "subtype": "message_changed", "channel": CHAT}
    more = {"channel_type": "im", "message": after, "previous_message": written("before", TS)}
    return _slack(envelope(event | more))


def _slack_form() -> Event:
    form = Form("step-set:e:new", (TextField("then", "then"),), "Send")
    (posting,) = render(Message("f", "A note", (form,)))
    (asked,) = [block for block in posting.blocks if block["type"] == "input"]
    typed = {"type": "plain_text_input", "value": HARD}
    values = {asked["block_id"]: {asked["element"]["action_id"]: typed}}
    (button,) = [e for b in posting.blocks if b["type"] == "actions" for e in b["elements"]]
    action = {name: button[name] for name in ("type", "action_id", "value")}
    sent = action | {"action_ts": "1795834884.000300"}
    return _slack(pressed("", state={"values": values}) | {"actions": [sent]})


def _slack_user(payload: dict[str, Any]) -> Event:
    who = {"api_app_id": APP, "team": {"id": TEAM}, "user": {"id": MAI.user, "name": "mai"}}
    return _slack(who | {"trigger_id": "T.3"} | payload)


def _slack_modal() -> Event:
    typed = {"words": {"field.words": {"type": "plain_text_input", "value": HARD}}}
    view = {"id": "V0ONE", "callback_id": "words", "state": {"values": typed}}
    return _slack_user({"type": "view_submission", "view": view})


def _slack_shortcut() -> Event:
    message = {"text": HARD, "ts": TS}
    return _slack_user({"type": "message_action", "callback_id": "small_step", "message": message})


def _slack_command() -> Event:
    where = {"channel_id": CHAT, "trigger_id": "T.9", "is_enterprise_install": "false"}
    who = {"team_id": TEAM, "api_app_id": APP, "user_id": MAI.user, "user_name": "mai"}
    return _slack({"command": "/handrail", "text": HARD} | who | where)


def _teams(**more: Any) -> Event:
    found = to_arrived(activity("https://smba.example/", **more))
    assert isinstance(found, Happened)
    return found.event


def _teams_html(html: str) -> Event:
    return _teams(text=None, attachments=[{"contentType": "text/html", "content": html}])


def _teams_form() -> Event:
    data = {"handrail": {"do": "step-set:e:new", "form": 1}, "1.then": HARD}
    value = {"action": {"type": "Action.Execute", "verb": "do", "data": data}}
    body = activity("https://smba.example/", None)
    found = to_arrived(body | {"type": "invoke", "name": "adaptiveCard/action", "value": value})
    assert isinstance(found, Invoke)
    assert found.event is not None
    return found.event


def _local(**given: Any) -> Event:
    return to_gesture({"person": "client", "id": GESTURE} | given).event


def _example(**given: Any) -> Event:
    who = {"id": "1", "workspace": "w", "user": "u", "name": "Mai", "letter": "l"}
    return to_event(who | given)


QUOTED = f'<quoted messageId="1700"/> <at>Handrail</at> {HARD}'
MENTION = {"type": "mention", "text": "<at>Handrail</at>"}
QUOTE = f"<blockquote>What went well?</blockquote><p>{HARD}</p>"
FORM = {"action": "step-set:e:new", "values": {"then": HARD}}
DOORS: dict[str, tuple[str, Sample]] = {
    "Slack: a message": (
        "adapters/slack/inbound/messages.py:_written",
        lambda: _slack(envelope(written(HARD, TS))),
    ),
    "Slack: a reply in a thread": (
        "adapters/slack/inbound/messages.py:_written",
        lambda: _slack(envelope(written(HARD, TS, thread_ts="1795834000.000100"))),
    ),
    "Slack: an edit": ("adapters/slack/inbound/messages.py:_changed", _slack_edit),
    "Slack: a form": ("adapters/slack/inbound/presses.py:_what", _slack_form),
    "Slack: the box for longer words": (
        "adapters/slack/inbound/events.py:_submitted",
        _slack_modal,
    ),
    "Slack: a shortcut": ("adapters/slack/inbound/events.py:_shortcut", _slack_shortcut),
    "Slack: a command": ("adapters/slack/inbound/events.py:_command", _slack_command),
    "Teams: a message": (
        "adapters/teams/inbound/activities.py:_happening",
        lambda: _teams(text=HARD),
    ),
    "Teams: a quoted reply": (
        "adapters/teams/inbound/activities.py:_happening",
        lambda: _teams(text=QUOTED, entities=[MENTION]),
    ),
    "Teams: a message of HTML alone": (
        "adapters/teams/inbound/activities.py:_happening",
        lambda: _teams_html(QUOTE),
    ),
    "Teams: an edit": (
        "adapters/teams/inbound/activities.py:_happening",
        lambda: _teams(text=HARD, type="messageUpdate"),
    ),
    "Teams: a form": ("adapters/teams/inbound/activities.py:gesture", _teams_form),
    "page: a message": (
        "adapters/local/inbound.py:_happening",
        lambda: _local(kind="wrote", text=HARD),
    ),
    "page: an edit": (
        "adapters/local/inbound.py:_happening",
        lambda: _local(kind="edited", message=GESTURE, text=HARD),
    ),
    "page: a form": (
        "adapters/local/inbound.py:_happening",
        lambda: _local(kind="submitted", **FORM),
    ),
    "example: a letter": (
        "tests/example_platform/inbound.py:_happening",
        lambda: _example(type="wrote", text=HARD),
    ),
    "example: a form": (
        "tests/example_platform/inbound.py:_happening",
        lambda: _example(type="filled", **FORM),
    ),
}


@pytest.mark.parametrize("door", DOORS)
def test_the_text_of_each_door_is_heard(door: str) -> None:
    heard = texts_of(DOORS[door][1]().what)
    assert [text.strip() for text in heard if HARD in text] == [HARD]


def test_every_place_in_a_platform_that_takes_text_is_in_the_table() -> None:
    assert {place for place, _ in DOORS.values()} == set(_places())


def _places() -> list[str]:
    found = []
    for folder in (ROOT / "adapters", ROOT / "tests" / "example_platform"):
        for path in folder.rglob("*.py"):
            tree = ast.parse(path.read_text(encoding="utf-8"))
            for function in (n for n in ast.walk(tree) if isinstance(n, ast.FunctionDef)):
                if any(_takes_text(node) for node in ast.walk(function)):
                    found.append(f"{path.relative_to(ROOT).as_posix()}:{function.name}")
    return found


def _takes_text(node: ast.AST) -> bool:
    names = {"Wrote", "Edited", "Submitted"}
    return isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in names


FORMS = [row for row in ACTIONS if row.form]


async def _client() -> Chatter:
    client, _ = await joined(World())
    return client


@pytest.mark.parametrize("row", FORMS, ids=lambda row: row.verb)
async def test_words_of_distress_in_any_field_of_any_form_bring_contacts_and_nothing_else(
    row: Any,
) -> None:
    client = await _client()
    action = ":".join([row.verb, *("x" for _ in row.arguments)])
    shown = await client.does(Submitted(action, {"one": "tea", "any": HARD}))
    assert [message.template for message in shown] == ["crisis-people"]
    held = text_of(await client.writes("what do you hold"))
    assert "None of your answers" in held
    assert "No steps" in held


async def test_a_field_that_holds_a_stop_is_asked_about() -> None:
    client = await _client()
    shown = await client.does(Submitted("erase-days", {"first": "stop messaging me", "last": ""}))
    assert shown[-1].template == "stop-sure"


async def test_an_answer_that_is_edited_into_distress_is_ended_and_never_asked_about() -> None:
    world = World()
    client, _ = await joined(world)
    await world.skip()
    await client.writes("the talk with Ana", "m1")
    await client.presses("Keep private")
    shown = await client.edits("m1", HARD)
    assert shown[-1].template == "crisis-people"
    assert HARD not in text_of(shown)
    held = text_of(await client.writes("what do you hold"))
    assert "the talk with Ana" not in held
    assert HARD not in held


async def test_a_message_that_is_edited_into_a_stop_stops() -> None:
    world = World()
    client, _ = await joined(world)
    await world.skip()
    await client.writes("the talk with Ana", "m1")
    shown = await client.edits("m1", "stop messaging me")
    assert shown[-1].template == "stopped"
    assert "the talk with Ana" not in text_of(await client.writes("what do you hold"))


async def test_an_edit_into_a_yes_presses_nothing() -> None:
    world = World()
    client, _ = await joined(world, keep=False)
    await client.writes("hello there to you", "m1")
    await client.writes("my switches")
    await client.presses("Turn on: Keep my words")
    await client.edits("m1", "yes")
    assert "Keep my words: off" in text_of(await client.writes("my switches"))
