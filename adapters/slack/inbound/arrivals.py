"""What can come in from Slack, once it is understood: the words between inbound and intake."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from bot.chat import Event
from bot.domain.people import Address

PLATFORM = "slack"

Why = Literal["channel", "file", "stranger"]


@dataclass(frozen=True, slots=True)
class Received:
    """Something a person did, for the bot.

    `typed_in` is the conversation in which a command was typed: it is answered in private, wherever
    that was.
    """

    event: Event
    typed_in: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class ChatOpened:
    """Somebody opened App Home (`home`), or the chat with the bot."""

    event: Event
    home: bool


@dataclass(frozen=True, slots=True)
class ModalRequest:
    """Somebody wants the box for longer words; `trigger` opens it, for three seconds."""

    sender: Address
    trigger: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Refused:
    """A person is told why, where only they read it. `id` keeps it from being told twice."""

    id: str
    sender: Address
    channel: str = field(repr=False)
    why: Why


@dataclass(frozen=True, slots=True)
class Removed:
    """The app was taken out of this workspace, or its tokens were."""

    workspace: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Ignored:
    """Nothing is done; `why` is a fixed word."""

    why: str


Arrival = Received | ChatOpened | ModalRequest | Refused | Removed | Ignored


@dataclass(frozen=True, slots=True)
class Install:
    """The app in one workspace, without its tokens.

    `workspace` is the stable address of everyone there: the team's id, or, where the app was
    installed for a whole Enterprise organisation, the organisation's. Users keep their id in all
    workspaces of an organisation, so that somebody who changes between them stays one person.
    `since` (seconds since 1970) is when it was installed there.
    """

    workspace: str
    bot_user: str
    bot: str = ""
    app: str = ""
    org_wide: bool = False
    since: float = 0.0
