"""Pure: the kinds of arrivals from Slack; inbound makes them and the intake handles them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal, get_args

from bot.chat import Event
from bot.domain.people import Address

PLATFORM = "slack"

# Nobody did anything: the bot's own message told back, Slack's note about a link, or what another
# event brings too. Not counted: as many as the bot's answers, they would tell of people's.
NoAct = Literal["own", "not_edited", "twin"]
NO_ACT: tuple[NoAct, ...] = get_args(NoAct)
# Somebody may have done something, and it is not taken. Counted (`adapters.slack.unheard`).
Unheard = Literal[
    "channel",
    "no_field",
    "no_person",
    "not_installed",
    "not_listed",
    "not_ours",
    "not_theirs",
    "not_understood",
    "not_used",
    "other_app",
    "stranger",
    "unreadable",
]
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
    """The app was removed from this workspace or organisation, or its tokens were revoked."""

    workspace: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Ignored:
    """The payload needs no action."""

    why: NoAct | Unheard


Arrival = Received | ChatOpened | ModalRequest | Refused | Removed | Ignored


def sender_of(arrival: Arrival) -> Address | None:
    """Who did it, at the address of the install; None where Slack itself tells something."""
    match arrival:
        case Received(event) | ChatOpened(event):
            return event.sender
        case ModalRequest(sender) | Refused(sender=sender):
            return sender
    return None


@dataclass(frozen=True, slots=True)
class Install:
    """The app in one workspace, without its tokens.

    `workspace` is the workspace in the address of everyone who is first met under this install:
    the team's id, or the organisation's when the app was installed for a whole Enterprise
    organisation. A user has the same id in all workspaces of an organisation, so somebody who is
    known at another place of it stays who they are (see `adapters.slack.organisations.serving`).
    `since` is the time of the install in seconds since 1970. `enterprise` is the organisation to
    which the workspace belongs, or "".
    """

    workspace: str
    bot_user: str
    bot: str = ""
    app: str = ""
    org_wide: bool = False
    since: float = 0.0
    enterprise: str = ""
