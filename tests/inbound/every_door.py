"""Every door by which a person's text comes in: its place in the code, and an event through it."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from adapters.local.inbound import to_gesture
from adapters.mail.page import gestures as mail_page
from adapters.shared import drawing
from adapters.slack.inbound.arrivals import Install, Received, Refused
from adapters.slack.inbound.events import called_in, read
from adapters.slack.outbound.render import render
from adapters.teams.inbound.activities import to_arrived
from adapters.teams.inbound.arrivals import Happened, Invoke
from adapters.teams.tabs.gestures import event_of
from bot.chat import Event, Form, Message, TextField
from bot.domain.limits import LINE, STEP_PART, STEP_TEXT, Limit
from bot.domain.people import Address
from tests.adapters.slack.fake_slack import APP, BOT, TEAM
from tests.adapters.slack.wire import CHAT, MAI, envelope, pressed, written
from tests.adapters.teams.support import activity
from tests.example_platform.inbound import to_event

TS = "1795834883.000100"
GESTURE = "00000000-0000-0000-0000-000000000001"

# Each place in a platform's code where a person's text becomes a happening, with a payload that
# comes by it.
Sample = Callable[[str], Event]
HERE = Install(TEAM, BOT, "B0BOT", APP)


def _slack(payload: dict[str, Any]) -> Event:
    (found,) = read(payload, HERE)
    assert isinstance(found, Received)
    return found.event


def _slack_caption(text: str) -> Event:
    files = {"subtype": "file_share", "files": [{"id": "F1"}]}
    found, refused = read(envelope(written(text, TS) | files), HERE)
    assert isinstance(found, Received)
    assert isinstance(refused, Refused)
    return found.event


def _slack_call(text: str) -> Event:
    """Of these only a stop and words of distress are taken in: see `_mentioned`."""
    called = {"user": MAI.user, "text": f"<@{BOT}> {text}", "channel": "C0GENERAL"}
    return called_in(called, "Ev1", HERE)


def _slack_edit(text: str) -> Event:
    after = written(text, TS) | {"edited": {"user": MAI.user, "ts": "1795834890.000100"}}
    event = {"type": "message", "subtype": "message_changed", "channel": CHAT}
    more = {"channel_type": "im", "message": after, "previous_message": written("before", TS)}
    return _slack(envelope(event | more))


def _slack_form(text: str) -> Event:
    form = Form("step-set:e:new", (TextField("then", "then"),), "Send")
    (posting,) = render(Message("f", "A note", (form,)))
    (asked,) = [block for block in posting.blocks if block["type"] == "input"]
    typed = {"type": "plain_text_input", "value": text}
    values = {asked["block_id"]: {asked["element"]["action_id"]: typed}}
    (button,) = [e for b in posting.blocks if b["type"] == "actions" for e in b["elements"]]
    action = {name: button[name] for name in ("type", "action_id", "value")}
    sent = action | {"action_ts": "1795834884.000300"}
    return _slack(pressed("", state={"values": values}) | {"actions": [sent]})


def _slack_user(payload: dict[str, Any]) -> Event:
    who = {"api_app_id": APP, "team": {"id": TEAM}, "user": {"id": MAI.user, "name": "mai"}}
    return _slack(who | {"trigger_id": "T.3"} | payload)


def _slack_modal(text: str) -> Event:
    typed = {"words": {"field.words": {"type": "plain_text_input", "value": text}}}
    view = {"id": "V0ONE", "callback_id": "words", "state": {"values": typed}}
    return _slack_user({"type": "view_submission", "view": view})


def _slack_dialog(text: str) -> Event:
    noted = json.dumps({"do": "answer-set:d:q", "from": {"channel": CHAT}})
    typed = {"form.0.0.words": {"field.0.0": {"type": "plain_text_input", "value": text}}}
    view = {"id": "V0TWO", "callback_id": "form", "state": {"values": typed}}
    return _slack_user({"type": "view_submission", "view": view | {"private_metadata": noted}})


def _slack_shortcut(text: str) -> Event:
    message = {"text": text, "ts": TS}
    return _slack_user({"type": "message_action", "callback_id": "small_step", "message": message})


def _slack_command(text: str) -> Event:
    where = {"channel_id": CHAT, "trigger_id": "T.9", "is_enterprise_install": "false"}
    who = {"team_id": TEAM, "api_app_id": APP, "user_id": MAI.user, "user_name": "mai"}
    return _slack({"command": "/handrail", "text": text} | who | where)


def _teams(**more: Any) -> Event:
    found = to_arrived(activity("https://smba.example/", **more))
    assert isinstance(found, Happened)
    return found.event


def _teams_html(html: str) -> Event:
    return _teams(text=None, attachments=[{"contentType": "text/html", "content": html}])


def _teams_form(text: str) -> Event:
    data = {"handrail": {"do": "step-set:e:new", "form": 1}, "1.then": text}
    value = {"action": {"type": "Action.Execute", "verb": "do", "data": data}}
    body = activity("https://smba.example/", None)
    found = to_arrived(body | {"type": "invoke", "name": "adaptiveCard/action", "value": value})
    assert isinstance(found, Invoke)
    assert found.event is not None
    return found.event


def _teams_tab(text: str) -> Event:
    mai = Address("teams", "t", "u")
    return event_of(
        mai, "Mai", {"id": GESTURE, "action": "step-set:e:new", "values": {"then": text}}
    )


def _local(**given: Any) -> Event:
    return to_gesture({"person": "client", "id": GESTURE} | given).event


def _mail(**sent: str) -> Event:
    body = urlencode({"once": "x" * 16} | sent).encode()
    return mail_page.event_of(Address("mail", "t", "u"), "en", mail_page.sent_in(body))


def _example(**given: Any) -> Event:
    who = {"id": "1", "workspace": "w", "user": "u", "name": "Mai", "letter": "l"}
    return to_event(who | given)


def _teams_quoted(text: str) -> Event:
    quoted = f'<quoted messageId="1700"/> <at>Handrail</at> {text}'
    return _teams(text=quoted, entities=[{"type": "mention", "text": "<at>Handrail</at>"}])


def _form(text: str) -> dict[str, Any]:
    return {"action": "step-set:e:new", "values": {"then": text}}


@dataclass(frozen=True)
class Door:
    """The place in the code where a text comes in, an event with a text, and that text's limit."""

    place: str
    sample: Sample
    limit: Limit = LINE


WORDS, CHANGED = "adapters/slack/inbound/messages.py:_written", "adapters/slack/inbound/messages.py"
SLACK, TEAMS = "adapters/slack/inbound/events.py", "adapters/teams/inbound/activities.py"
PAGE, EXAMPLE = "adapters/local/inbound.py:_happening", "tests/example_platform/inbound.py"
MAIL = "adapters/mail/page/gestures.py:_happening"
DOORS: dict[str, Door] = {
    "Slack: a message": Door(WORDS, lambda text: _slack(envelope(written(text, TS)))),
    "Slack: a reply in a thread": Door(
        WORDS, lambda text: _slack(envelope(written(text, TS, thread_ts="1795834000.000100")))
    ),
    "Slack: the caption of a file": Door(WORDS, _slack_caption),
    "Slack: a call in a channel": Door(f"{SLACK}:called_in", _slack_call),
    "Slack: an edit": Door(f"{CHANGED}:_changed", _slack_edit),
    "Slack: a form": Door("adapters/slack/inbound/presses.py:_what", _slack_form, STEP_PART),
    "Slack: the box for longer words": Door(f"{SLACK}:_submitted", _slack_modal),
    "Slack: a form over the chat": Door("adapters/slack/inbound/dialogs.py:form_in", _slack_dialog),
    "Slack: a shortcut": Door(f"{SLACK}:_shortcut", _slack_shortcut, STEP_TEXT),
    "Slack: a command": Door(f"{SLACK}:_command", _slack_command),
    "Teams: a message": Door(f"{TEAMS}:_happening", lambda text: _teams(text=text)),
    "Teams: a quoted reply": Door(f"{TEAMS}:_happening", _teams_quoted),
    "Teams: a message of HTML alone": Door(
        f"{TEAMS}:_happening",
        lambda text: _teams_html(f"<blockquote>What went well?</blockquote><p>{text}</p>"),
    ),
    "Teams: an edit": Door(
        f"{TEAMS}:_happening", lambda text: _teams(text=text, type="messageUpdate")
    ),
    "Teams: a form": Door(f"{TEAMS}:gesture", _teams_form, STEP_PART),
    "Teams: a form in a tab": Door(
        "adapters/teams/tabs/gestures.py:event_of", _teams_tab, STEP_PART
    ),
    "page: a message": Door(PAGE, lambda text: _local(kind="wrote", text=text)),
    "page: an edit": Door(PAGE, lambda text: _local(kind="edited", message=GESTURE, text=text)),
    "page: a form": Door(PAGE, lambda text: _local(kind="submitted", **_form(text)), STEP_PART),
    "mail page: a message": Door(MAIL, lambda text: _mail(words=text)),
    "mail page: a form": Door(
        MAIL,
        lambda text: _mail(**{drawing.ACTION: "step-set:e:new", f"{drawing.FIELD}then": text}),
        STEP_PART,
    ),
    "example: a letter": Door(
        f"{EXAMPLE}:_happening", lambda text: _example(type="wrote", text=text)
    ),
    "example: a form": Door(
        f"{EXAMPLE}:_happening", lambda text: _example(type="filled", **_form(text)), STEP_PART
    ),
}
