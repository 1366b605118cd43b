"""Payloads as the platforms send them, with words in them that no log and no error may have."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any
from urllib.parse import urlencode

from tests.adapters.slack.fake_slack import APP, BOT, TEAM
from tests.adapters.slack.wire import CHAT, MAI, envelope, written
from tests.adapters.slack.wire import pressed as slack_press
from tests.adapters.teams.support import activity
from tests.adapters.teams.support import pressed as teams_press

Json = dict[str, Any]
PRIVATE = "my-most-private-words"
TS = "1795834883.000100"
SERVICE = "https://smba.trafficmanager.net/emea/"
GESTURE = "00000000-0000-0000-0000-000000000001"


def _slack_user(**more: Any) -> Json:
    who = {"api_app_id": APP, "team": {"id": TEAM}, "user": {"id": MAI.user, "name": "mai"}}
    return who | {"trigger_id": "T.3"} | more


def _slack_form() -> Json:
    typed = {"type": "plain_text_input", "value": PRIVATE}
    chosen = {"type": "static_select", "selected_option": {"value": "yes"}}
    several = {"type": "checkboxes", "selected_options": [{"value": "MO"}, {"value": "TU"}]}
    values = {
        "form.1.0.when": {"field.1.0": typed},
        "form.1.1.size": {"field.1.1": chosen},
        "form.1.2.days": {"field.1.2": several},
    }
    button = {"type": "button", "action_id": "submit.1", "value": "step-set:e:new"}
    sent = button | {"action_ts": "1795834884.000300"}
    return slack_press("", state={"values": values}) | {"actions": [sent]}


def _emoji() -> list[Json]:
    sign = {"type": "emoji", "name": "wave", "unicode": "1f44b", "skin_tone": 3}
    return [{"type": "rich_text", "elements": [{"type": "x", "elements": [sign]}]}]


SLACK_EVENTS: Mapping[str, Json] = {
    "message": envelope(written(f"{PRIVATE} :wave: <https://x.example|x> &amp;", blocks=_emoji())),
    "file": envelope(written(PRIVATE, subtype="file_share", files=[{"id": "F1"}])),
    "edit": envelope(
        {
            "type": "message",
            "subtype": "message_changed",
            "channel": CHAT,
            "channel_type": "im",
            "message": written(PRIVATE, TS) | {"edited": {"user": MAI.user, "ts": TS}},
            "previous_message": written("before", TS),
        }
    ),
    "deletion": envelope(
        {
            "type": "message",
            "subtype": "message_deleted",
            "channel": CHAT,
            "channel_type": "im",
            "deleted_ts": TS,
            "previous_message": written(PRIVATE, TS),
        }
    ),
    "mention": envelope({"type": "app_mention", "user": MAI.user, "channel": "C1", "ts": TS}),
    "emoji": envelope(
        {
            "type": "reaction_added",
            "user": MAI.user,
            "item": {"type": "message", "channel": CHAT, "ts": TS},
            "item_user": BOT,
            "reaction": "wave",
        }
    ),
    "another app's": envelope(written(PRIVATE, bot_id="B0OTHER")),
    "home": envelope({"type": "app_home_opened", "user": MAI.user, "tab": "home"}),
    "revoked": envelope({"type": "tokens_revoked", "tokens": {"oauth": ["U1"]}}),
    "removed": envelope({"type": "app_uninstalled"}),
}
SLACK_INTERACTIONS: Mapping[str, Json] = {
    "press": slack_press("keep:a"),
    "form": _slack_form(),
    "modal": _slack_user(
        type="view_submission",
        view={
            "id": "V0ONE",
            "callback_id": "words",
            "state": {
                "values": {"words": {"field.words": {"type": "plain_text_input", "value": PRIVATE}}}
            },
        },
    ),
    "form over the chat": _slack_user(
        type="view_submission",
        view={
            "id": "V0TWO",
            "callback_id": "form",
            "private_metadata": json.dumps(
                {"do": "step-set:e:new", "from": {"channel": CHAT, "thread": TS}}
            ),
            "state": {"values": {}},
        },
    ),
    "shortcut": _slack_user(
        type="message_action", callback_id="small_step", message={"text": PRIVATE, "ts": TS}
    ),
    "longer": _slack_user(type="shortcut", callback_id="longer_words"),
}
SLACK_COMMAND = {
    "command": "/handrail",
    "text": PRIVATE,
    "team_id": TEAM,
    "api_app_id": APP,
    "user_id": MAI.user,
    "user_name": "mai",
    "channel_id": CHAT,
    "trigger_id": "T.9",
    "is_enterprise_install": "false",
}
SLACK_GRANT = {
    "access_token": "xoxb-private",
    "refresh_token": "xoxe-private",
    "expires_in": 43_200,
    "bot_user_id": BOT,
    "app_id": APP,
    "team": {"id": TEAM},
    "is_enterprise_install": False,
    "enterprise": None,
}
_FORM = {"handrail": {"do": "step-set:e:new", "form": 1, "said": "Send"}, "1.then": PRIVATE}
_HTML = {"contentType": "text/html", "content": f"<p>{PRIVATE}<at>x</at><br>&amp;</p>"}
_SKYPE = "http://schema.skype.com"
_QUOTING = {
    "contentType": "text/html",
    "content": f'<blockquote itemtype="{_SKYPE}/Reply" itemid="17">{PRIVATE}</blockquote>'
    f'<p>{PRIVATE}<img itemtype="{_SKYPE}/Emoji" alt="x"></p>'
    f'<blockquote itemtype="{_SKYPE}/Forward">{PRIVATE}</blockquote>',
}
TEAMS: Mapping[str, Json] = {
    "message": activity(SERVICE, PRIVATE),
    "mention": activity(
        SERVICE, f"<at>H</at> {PRIVATE}", entities=[{"type": "mention", "text": "<at>H</at>"}]
    ),
    "html": activity(SERVICE, None, attachments=[_HTML]),
    "quote": activity(SERVICE, f'<quoted messageId="17"/> {PRIVATE}'),
    "reply and forward": activity(SERVICE, PRIVATE, attachments=[_QUOTING]),
    "edit": activity(SERVICE, PRIVATE, type="messageUpdate"),
    "deletion": activity(SERVICE, None, type="messageDelete"),
    "press": teams_press(SERVICE, {"handrail": {"do": "keep:a", "said": "Keep"}}),
    "form": teams_press(SERVICE, _FORM),
    "card drawn again": teams_press(SERVICE, {"handrail": {"card": {"t": [PRIVATE]}}}, "look"),
    "file": activity(
        SERVICE,
        None,
        type="invoke",
        name="fileConsent/invoke",
        value={
            "action": "accept",
            "context": {"handrail": {"file": "t"}},
            "uploadInfo": {"uploadUrl": "https://x-my.sharepoint.com/x", "name": "x"},
        },
    ),
    "emoji": activity(
        SERVICE, None, type="messageReaction", replyToId="17", reactionsAdded=[{"type": "like"}]
    ),
    "install": activity(SERVICE, None, type="installationUpdate", action="add"),
}
GESTURES: Mapping[str, Json] = {
    "wrote": {"text": PRIVATE},
    "pressed": {"action": "keep:a", "label": "Keep"},
    "submitted": {"action": "step-set:e:new", "values": {"then": PRIVATE, "size": "small"}},
    "edited": {"message": GESTURE, "text": PRIVATE},
    "deleted": {"message": GESTURE},
}
PAGE: Mapping[str, Json] = {
    kind: {"person": "client", "id": GESTURE, "kind": kind, "zone": "Europe/Berlin"} | more
    for kind, more in GESTURES.items()
}
MAIL_PAGE: Mapping[str, Json] = {
    "wrote": {"once": "x" * 16, "proof": "p", "words": f"{PRIVATE}\r\n{PRIVATE}"},
    "pressed": {"once": "x" * 16, "proof": "p", "action": "keep:a"},
    "submitted": {"once": "x" * 16, "action": "step-set:e:new", "field-then": PRIVATE},
}
QUESTIONS = f"""id = "mornings"
language = "en"
title = {{ en = "{PRIVATE}", de = "Morgen" }}
about = {{ en = "{PRIVATE}" }}

[[questions]]
name = "wake"
kind = "choices"
topic = "people"
depth = "light"
text = {{ en = "{PRIVATE}?" }}
options = [ {{ en = "{PRIVATE}", de = "gut" }}, {{ en = "so so" }} ]
"""
TYPED = f"""{PRIVATE}
- {PRIVATE}? (1 = never, 5 = always)
2. And this (done / partly / not yet)
How (this / that)
"""


def as_json(payloads: Mapping[str, Json]) -> tuple[bytes, ...]:
    return tuple(json.dumps(one).encode() for one in payloads.values())


def as_form(payloads: Mapping[str, Json]) -> tuple[bytes, ...]:
    return tuple(urlencode({"payload": json.dumps(one)}).encode() for one in payloads.values())
