"""Pure: a button that was pressed, in a message or in App Home, with what was filled in."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from adapters.slack.inbound.arrivals import Arrival, Ignored, Install, Taken
from adapters.slack.inbound.shapes import (
    NotUnderstoodError,
    address,
    identifier,
    inner,
    is_of_another_team,
    maybe,
    sound,
    stamp,
    text_at,
)
from adapters.slack.outbound.fields import form_of, read_action, read_values
from bot.chat import Event, Happening, Pressed, Submitted
from bot.domain.words import Words

HOME = "home"


def press_in(payload: Mapping[str, Any], install: Install) -> Arrival:
    """One `block_actions` payload. Raises NotAFieldError or NotUnderstoodError."""
    user = inner(payload, "user")
    sender = address(install, identifier(user, "id"))
    if is_of_another_team(user, install):
        return Ignored("stranger")
    actions = payload.get("actions")
    if not isinstance(actions, list) or len(actions) != 1 or not isinstance(actions[0], Mapping):
        raise NotUnderstoodError("actions")
    where = _where(payload)
    if where is None:
        return Ignored("not_ours")
    pressed = actions[0]
    # Slack gives interactions no event id; the same press has the same time to the microsecond.
    once = ":".join(
        (sender.user, where, text_at(pressed, "action_id"), stamp(pressed, "action_ts"))
    )
    name = Words(sound(text_at(user, "name", "") or text_at(user, "username", "")))
    origin = json.dumps(_origin(payload, where))
    return Taken(Event(f"press:{once}", sender, name, _what(payload, pressed), origin=origin))


def _what(payload: Mapping[str, Any], pressed: Mapping[str, Any]) -> Happening:
    action, form = sound(read_action(pressed)), form_of(pressed)
    if form is None:
        return Pressed(action)
    state = maybe(payload, "state") or maybe(maybe(payload, "view"), "state")
    values = read_values(state.get("values"), form)
    return Submitted(action, {sound(name): sound(value) for name, value in values.items()})


def _where(payload: Mapping[str, Any]) -> str | None:
    """The message that was pressed, or HOME. None for a place where no button of ours can be."""
    view = maybe(payload, "view")
    if view:
        return HOME if view.get("type") == HOME else None
    channel, message = maybe(payload, "channel"), maybe(payload, "message")
    if not str(channel.get("id", "")).startswith("D"):
        return None
    return stamp(message, "ts")


def _origin(payload: Mapping[str, Any], where: str) -> dict[str, str]:
    if where == HOME:
        return {"by": HOME}
    return {"channel": identifier(inner(payload, "channel"), "id"), "message": where}
