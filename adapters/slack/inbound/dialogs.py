"""Pure: reads a form that was sent from a modal over the chat (`views.form_modal`)."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from adapters.shared.json_values import (
    NotUnderstoodError,
    checked_values,
    dict_at,
    need_text,
    text_at,
    value_at,
)
from adapters.slack.inbound.arrivals import Arrival, Received
from adapters.slack.inbound.shapes import identifier, message_id, sound, stamp
from adapters.slack.outbound.fields import read_values
from adapters.slack.outbound.views import FORM_NUMBER
from bot.chat import Event, Submitted
from bot.domain.people import Address
from bot.domain.words import Words


def form_in(view: Mapping[str, Any], once: str, sender: Address, name: Words) -> Arrival:
    """Reads the `view` of a `view_submission`. Raises NotAFieldError or NotUnderstoodError."""
    noted = _noted(need_text(view, "private_metadata"))
    values = read_values(value_at(dict_at(view, "state"), "values"), FORM_NUMBER)
    what = Submitted(
        sound(need_text(noted, "do")),
        checked_values((sound(field), sound(value)) for field, value in values.items()),
    )
    origin, first = _origin(dict_at(noted, "from"))
    return Received(Event(once, sender, name, what, origin=origin, in_reply_to=first))


def _origin(pressed_at: Mapping[str, Any]) -> tuple[str, str | None]:
    """Where the button was pressed that opened the form: there it is answered."""
    if not text_at(pressed_at, "channel"):
        return json.dumps({"by": text_at(pressed_at, "by")}), None
    where = {"channel": identifier(pressed_at, "channel")}
    if not text_at(pressed_at, "thread"):
        return json.dumps(where), None
    first = stamp(pressed_at, "thread")
    return json.dumps(where | {"thread": first}), message_id(where["channel"], first)


def _noted(metadata: str) -> Mapping[str, Any]:
    try:
        return dict_at(json.loads(metadata))
    except ValueError:
        raise NotUnderstoodError("private_metadata") from None
