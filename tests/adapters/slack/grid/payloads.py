"""Payloads as Slack sends them inside an Enterprise organisation.

The shapes are those of Slack's reference (Events API, interaction payloads, organisation-ready
apps) and of the SDKs' own tests; the ids are made up. `Sender` says which team Slack names as the
person's, and `Through` which install it sends for.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from itertools import count
from typing import Any

from adapters.slack.inbound.arrivals import Install
from adapters.slack.outbound.fields import WORDS_MODAL
from tests.adapters.slack.fake_slack import APP, BOT

Json = dict[str, Any]

WHOLE, ONE, TWO = "E0WHOLE", "T0ONE", "T0TWO"
OTHER_WHOLE, OTHER = "E0OTHER", "T0OTHER"
TS = "1795834883.000100"
AT = 1_800_000_000
_numbers = count(1)


@dataclass(frozen=True, slots=True)
class Through:
    """The install for which Slack sends a payload. `place` is ONE, TWO or WHOLE."""

    place: str
    happened_in: str = ONE

    @property
    def org_wide(self) -> bool:
        return self.place == WHOLE

    @property
    def team(self) -> str:
        return self.happened_in if self.org_wide else self.place

    def install(self) -> Install:
        return Install(self.place, BOT, "B0BOT", APP, self.org_wide, 0.0, WHOLE)


def event_of(through: Through, event: Json, **more: Any) -> Json:
    """An envelope of the Events API, with `authorizations` as organisation-ready apps get them."""
    team = None if through.org_wide else through.place
    authorized = {
        "enterprise_id": WHOLE,
        "team_id": team,
        "user_id": BOT,
        "is_bot": True,
        "is_enterprise_install": through.org_wide,
    }
    return {
        "token": "x",
        "team_id": through.team,
        "enterprise_id": WHOLE,
        "context_team_id": through.team,
        "context_enterprise_id": WHOLE,
        "api_app_id": APP,
        "type": "event_callback",
        "event_id": f"Ev{next(_numbers)}",
        "event_time": AT,
        "authorizations": [authorized],
        "is_ext_shared_channel": False,
        "event_context": "4-x",
        "event": event,
    } | more


def interaction(through: Through, user: str, user_team: str, kind: str, **more: Any) -> Json:
    """A press, a modal or a shortcut. In an organisation-wide install `team` may be null."""
    team = {"id": through.team, "domain": "one", "enterprise_id": WHOLE, "enterprise_name": "W"}
    return {
        "type": kind,
        "api_app_id": APP,
        "token": "x",
        "team": None if through.org_wide else team,
        "enterprise": {"id": WHOLE, "name": "W"},
        "is_enterprise_install": through.org_wide,
        "user": {"id": user, "username": "mai", "name": "mai", "team_id": user_team},
        "trigger_id": f"1.{next(_numbers)}",
    } | more


def chat_of(user: str) -> str:
    return f"D{user.removeprefix('U')}"


def typed(through: Through, user: str, user_team: str, text: str) -> Json:
    """A message in the bot's chat; Slack names the sender's team in three places."""
    said = {
        "client_msg_id": f"c-{next(_numbers)}",
        "type": "message",
        "text": text,
        "user": user,
        "ts": f"1795834883.{next(_numbers):06d}",
        "team": user_team,
        "user_team": user_team,
        "source_team": user_team,
        "channel": chat_of(user),
        "channel_type": "im",
    }
    return event_of(through, said)


def edited(through: Through, user: str, user_team: str, text: str) -> Json:
    message = {"type": "message", "user": user, "ts": TS, "team": user_team}
    after = {"text": text, "edited": {"user": user, "ts": "1795834890.000000"}}
    changed = {"message": message | after, "previous_message": message | {"text": "before"}}
    about = {"type": "message", "subtype": "message_changed", "channel": chat_of(user)}
    return event_of(through, about | changed | {"channel_type": "im"})


def mentioned(through: Through, user: str, user_team: str, text: str) -> Json:
    said = {"type": "app_mention", "user": user, "text": f"<@{BOT}> {text}", "ts": TS}
    where = {"channel": "C0GENERAL", "team": user_team, "event_ts": TS}
    return event_of(through, said | where)


def command(through: Through, user: str, user_team: str, text: str) -> Json:
    return {
        "token": "x",
        "command": "/handrail",
        "text": text,
        "team_id": through.team,
        "enterprise_id": WHOLE,
        "enterprise_name": "W",
        "is_enterprise_install": "true" if through.org_wide else "false",
        "api_app_id": APP,
        "user_id": user,
        "user_name": "mai",
        "channel_id": chat_of(user),
        "channel_name": "directmessage",
        "trigger_id": f"1.{next(_numbers)}",
    }


def pressed(through: Through, user: str, user_team: str, action: str) -> Json:
    button = {"type": "button", "action_id": "press.1", "value": action}
    at = {"action_ts": f"1795834884.{next(_numbers):06d}"}
    where = {"channel": {"id": chat_of(user), "name": "directmessage"}}
    message = {"message": {"ts": TS, "user": BOT, "app_id": APP, "team": through.team}}
    more = where | message | {"state": {"values": {}}, "actions": [button | at]}
    return interaction(through, user, user_team, "block_actions", **more)


def pressed_home(through: Through, user: str, user_team: str, action: str) -> Json:
    view = {"type": "home", "team_id": through.team, "state": {"values": {}}}
    of_app = {"app_id": APP, "app_installed_team_id": through.place}
    made = pressed(through, user, user_team, action) | {"view": view | of_app}
    return {name: made[name] for name in made if name not in ("message", "channel")}


def modal(through: Through, user: str, user_team: str, text: str) -> Json:
    """Opened in another workspace, a modal says in which one its app is installed."""
    field = {"words": {"field.words": {"type": "plain_text_input", "value": text}}}
    view = {"id": f"V{next(_numbers)}", "callback_id": WORDS_MODAL, "state": {"values": field}}
    of_app = {"team_id": user_team, "app_id": APP, "app_installed_team_id": through.place}
    made = interaction(through, user, user_team, "view_submission", view=view | of_app)
    return made | {"team": {"id": user_team, "domain": "two"}}


def shortcut(through: Through, user: str, user_team: str, text: str) -> Json:
    message = {"message": {"type": "message", "text": text, "ts": TS}}
    where = {"callback_id": "small_step", "channel": {"id": "C0GENERAL", "name": "general"}}
    return interaction(through, user, user_team, "message_action", **message, **where)


# By each door a person's line comes in: (through, user, the team that Slack names, the text).
Door = Callable[[Through, str, str, str], Json]
TEXT_DOORS: Mapping[str, Door] = {
    "a message": typed,
    "an edit": edited,
    "a command": command,
    "a modal": modal,
    "a shortcut": shortcut,
    "a mention": mentioned,
}
PRESS_DOORS: Mapping[str, Door] = {"a button": pressed, "a button in Home": pressed_home}


def removed(place: str, kind: str = "app_uninstalled", at: int = 4_000_000_000) -> Json:
    """An organisation-wide removal names the organisation alone."""
    event = {"type": kind} | ({"tokens": {"bot": [BOT]}} if kind == "tokens_revoked" else {})
    of_place = {"enterprise_id": WHOLE, "team_id": place}
    if place.startswith("E"):
        of_place = {"enterprise_id": place}
    told = {"type": "event_callback", "api_app_id": APP, "event": event, "event_time": at}
    return told | {"token": "x", "event_id": f"Ev{next(_numbers)}"} | of_place


def granted(place: str, token: str) -> Json:
    """Slack's answer to `oauth.v2.access`."""
    given = {"ok": True, "access_token": token, "token_type": "bot", "bot_user_id": BOT}
    whole = place.startswith("E")
    return given | {
        "app_id": APP,
        "team": None if whole else {"id": place, "name": "One"},
        "enterprise": {"id": WHOLE, "name": "W"},
        "is_enterprise_install": whole,
    }
