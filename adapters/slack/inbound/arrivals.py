"""Pure: the kinds of arrivals from Slack; inbound makes them and the intake handles them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from bot.chat import Event
from bot.domain.people import Address

PLATFORM = "slack"

Why = Literal["channel", "file", "stranger"]


@dataclass(frozen=True, slots=True)
class Received:
    """A person wrote or pressed something for the bot.

    `typed_in` is the conversation in which a command was typed, or "". The answer is private.
    """

    event: Event
    typed_in: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class ChatOpened:
    """Somebody opened App Home (`home`) or the chat with the bot."""

    event: Event
    home: bool


@dataclass(frozen=True, slots=True)
class ModalRequest:
    """Somebody asked for the modal for longer words; `trigger` opens it within three seconds."""

    sender: Address
    trigger: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Refused:
    """The bot cannot take this, and tells the person why. `id` prevents telling it twice.

    `origin`: see `Event.origin`.
    """

    id: str
    sender: Address
    channel: str = field(repr=False)
    why: Why
    origin: str = field(default="", repr=False, compare=False)


@dataclass(frozen=True, slots=True)
class Removed:
    """The app was removed from this workspace, or its tokens were revoked."""

    workspace: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Ignored:
    """The payload needs no action; `why` is a fixed word."""

    why: str


Arrival = Received | ChatOpened | ModalRequest | Refused | Removed | Ignored


@dataclass(frozen=True, slots=True)
class Install:
    """The app in one workspace, without its tokens.

    `workspace` is the workspace in everyone's address: the team's id, or the organisation's when
    the app was installed for a whole Enterprise organisation. A user has the same id in all
    workspaces of an organisation, so a person who moves between them stays one person. `since` is
    the time of the install in seconds since 1970. `enterprise` is the organisation to which the
    workspace belongs, or "".
    """

    workspace: str
    bot_user: str
    bot: str = ""
    app: str = ""
    org_wide: bool = False
    since: float = 0.0
    enterprise: str = ""
