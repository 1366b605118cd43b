"""Pure: the kinds of arrivals from Teams, and the chat that each came from."""

from __future__ import annotations

import json
from dataclasses import dataclass, fields, replace

from adapters.shared.json_values import Json
from bot.chat import Event
from bot.domain.people import Address
from bot.domain.words import Words

PLATFORM = "teams"
NO_WORDS = Words("")


@dataclass(frozen=True, slots=True, repr=False)
class ChatReference:
    """One personal chat and how to write there (Microsoft: "conversation reference").

    `tenant` and `user` are the person's address, `reader` is their id inside Teams, `bot` the
    bot's id, `service` the address to call, `locale` a language tag or "".
    """

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


REFERENCE = tuple(one.name for one in fields(ChatReference))


@dataclass(frozen=True, slots=True, repr=False)
class Happened:
    """Something a person did. `files`: they attached files, which the bot does not open.

    `forwarded` is what they forwarded: it was written elsewhere, and is not what they say here.
    """

    event: Event
    chat: ChatReference
    files: bool = False
    forwarded: Words = NO_WORDS


@dataclass(frozen=True, slots=True, repr=False)
class Invoke:
    """Teams waits for the response to this request.

    `kind` is "do" (a press), "choose" (one of several was to be chosen, and none was), "look" or
    "home" (a card that is drawn again) or "file". `message` is the id of the bot's message, `said`
    the label of the pressed button, `echo` the card's own text as it carried it, `value` the answer
    to a file offer.
    """

    kind: str
    chat: ChatReference
    event: Event | None = None
    message: str = ""
    said: str = ""
    echo: object = None
    value: Json | None = None


@dataclass(frozen=True, slots=True, repr=False)
class Elsewhere:
    """A person wrote to the bot outside a personal chat; `chat` is where."""

    chat: ChatReference


@dataclass(frozen=True, slots=True, repr=False)
class Installed:
    """The app was installed, by the person or for them. It gets no answer."""

    chat: ChatReference


Arrived = Happened | Invoke | Elsewhere | Installed | None


def with_origin(event: Event, chat: ChatReference) -> Event:
    """Notes in the event where to answer it."""
    told = {name: getattr(chat, name) for name in REFERENCE}
    return replace(event, origin=json.dumps(told, separators=(",", ":")))


def from_origin(event: Event) -> ChatReference | None:
    """The chat that `with_origin` noted; None for an event that did not come from Teams."""
    try:
        found = json.loads(event.origin)
        return ChatReference(**found) if isinstance(found, dict) else None
    except (ValueError, TypeError):
        return None
