"""What can arrive from Teams, once it is read, and the chat that it came from."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, replace
from typing import Any

from bot.chat import Event
from bot.domain.people import Address

Json = dict[str, Any]
PLATFORM = "teams"


@dataclass(frozen=True, slots=True, repr=False)
class Place:
    """One personal chat, and how to write there: all that has to be kept of it."""

    tenant: str
    user: str
    reader: str
    conversation: str
    bot: str
    service: str
    locale: str = ""

    @property
    def address(self) -> Address:
        return Address(PLATFORM, self.tenant, self.user)


@dataclass(frozen=True, slots=True, repr=False)
class Happened:
    """Something a person did. `files`: they sent some with it, which nobody opened."""

    event: Event
    place: Place
    files: bool = False


@dataclass(frozen=True, slots=True, repr=False)
class Asked:
    """Teams wants an answer in the same breath; `said` is what stood on what was pressed.

    `message` is the bot's own message that was pressed or looked at; `echo` is what it carried.
    """

    kind: str
    place: Place
    event: Event | None = None
    message: str = ""
    said: str = ""
    echo: object = None
    value: Json | None = None


@dataclass(frozen=True, slots=True, repr=False)
class Elsewhere:
    """A person wrote to the bot outside a personal chat. `reply` says where, for one answer."""

    place: Place


@dataclass(frozen=True, slots=True, repr=False)
class Installed:
    """The app was put there, by the person or for them. It asks for nothing, and gets nothing."""

    place: Place


Arrived = Happened | Asked | Elsewhere | Installed | None


def with_origin(event: Event, place: Place) -> Event:
    return replace(event, origin=json.dumps(asdict(place), separators=(",", ":")))


def from_origin(event: Event) -> Place | None:
    """None for an event that did not come from here."""
    try:
        found = json.loads(event.origin)
        return Place(**found) if isinstance(found, dict) else None
    except (ValueError, TypeError):
        return None
