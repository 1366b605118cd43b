"""Pure: reads a press of a button, in a message or in App Home, with the form's values."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from adapters.shared.json_values import (
    NotUnderstoodError,
    checked_values,
    dict_at,
    need_dict,
    need_text,
    optional_text,
    text_at,
    value_at,
)
from adapters.slack.inbound.arrivals import Arrival, Ignored, Install, Received
from adapters.slack.inbound.shapes import (
    address,
    identifier,
    sound,
    stamp,
)
from adapters.slack.inbound.threads import origin_in, replied_to
from adapters.slack.outbound.fields import form_of, read_action, read_values
from bot.chat import Event, Happening, Pressed, Submitted
from bot.domain.words import Words

HOME = "home"


def press_in(payload: Mapping[str, Any], install: Install) -> Arrival:
    """Reads one `block_actions` payload. Raises NotAFieldError or NotUnderstoodError."""
    user = need_dict(payload, "user")
    sender = address(install, identifier(user, "id"))
    actions = payload.get("actions")
    if not isinstance(actions, list) or len(actions) != 1 or not isinstance(actions[0], Mapping):
        raise NotUnderstoodError("actions")
    where = _where(payload)
    if where is None:
        return Ignored("not_ours")
    pressed = actions[0]
    # Slack gives a press no event id, but a repeated press has the same time to the microsecond.
    once = ":".join(
        (sender.user, where, need_text(pressed, "action_id"), stamp(pressed, "action_ts"))
    )
    name = Words(sound(optional_text(user, "name") or optional_text(user, "username")))
    origin, first = _origin(payload, where, stamp(pressed, "action_ts"))
    what = _what(payload, pressed)
    pressing = Event(f"press:{once}", sender, name, what, origin=origin, in_reply_to=first)
    return Received(pressing)


def _what(payload: Mapping[str, Any], pressed: Mapping[str, Any]) -> Happening:
    action, form = sound(read_action(pressed)), form_of(pressed)
    if form is None:
        return Pressed(action)
    state = dict_at(payload, "state") or dict_at(payload, "view", "state")
    values = read_values(value_at(state, "values"), form)
    return Submitted(
        action, checked_values((sound(name), sound(value)) for name, value in values.items())
    )


def _where(payload: Mapping[str, Any]) -> str | None:
    """The stamp of the pressed message, or HOME. None where the bot never puts a button."""
    view = dict_at(payload, "view")
    if view:
        return HOME if view.get("type") == HOME else None
    if not text_at(payload, "channel", "id").startswith("D"):
        return None
    return stamp(dict_at(payload, "message"), "ts")


def _origin(payload: Mapping[str, Any], where: str, at: str) -> tuple[str, str | None]:
    """Where it is answered, and the message in whose thread the button was pressed.

    The `trigger` opens a form over the chat, for three seconds.
    """
    trigger = {"trigger": found} if (found := text_at(payload, "trigger_id")) else {}
    if where == HOME:
        return json.dumps({"by": HOME} | trigger), None
    channel = identifier(need_dict(payload, "channel"), "id")
    message = need_dict(payload, "message")
    origin = origin_in(channel, message, at, message=where, **trigger)
    return origin, replied_to(channel, message)
