"""Where an event came from: what inbound notes in `Event.origin`, and what answering reads there.

`channel`, `message` and `thread` are Slack's ids, and `trigger` opens a form over the chat for
three seconds; `by` is "home" or "command". `install` is the install that the event came through,
where the person's address names another place. A `copy` is not answered.
"""

from __future__ import annotations

import json
from dataclasses import replace

from adapters.shared.json_values import dict_at
from adapters.slack.inbound.arrivals import Install
from bot.chat import Event
from bot.domain.people import Address


def origin_of(event: Event) -> dict[str, str]:
    """Returns {} for an event from elsewhere."""
    try:
        origin = dict_at(json.loads(event.origin or "{}"))
    except ValueError:
        return {}
    return {str(name): str(value) for name, value in origin.items()}


def sent_by(event: Event, person: Address, install: Install) -> Event:
    """The event as this person's, who wrote it through that install."""
    if person.workspace == install.workspace:
        return replace(event, sender=person)
    origin = origin_of(event) | {"install": install.workspace}
    return replace(event, sender=person, origin=json.dumps(origin))


def copied_to(event: Event, person: Address) -> Event:
    """The same event for another address of the same person; it gets no second answer."""
    return replace(event, sender=person, origin=json.dumps({"by": "copy"}))


def is_copy(event: Event) -> bool:
    return origin_of(event).get("by") == "copy"


def reached_at(event: Event) -> Address:
    """The sender, at the install that the event came through: where an answer can be shown."""
    install = origin_of(event).get("install")
    return replace(event.sender, workspace=install) if install else event.sender
