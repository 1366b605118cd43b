"""The interface of a chat platform for the core (Adapter), and of the bot for a platform (Desk)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Protocol, runtime_checkable

from bot.chat import Event, Message
from bot.domain.operator import SignIn
from bot.domain.pace import Pace
from bot.domain.people import Address
from bot.domain.words import Words


@dataclass(frozen=True, slots=True)
class Sent:
    """The platform accepted the message; `message` is the platform's id of it.

    `parts` are the ids under which a reply names it (`Event.in_reply_to`), where those differ: a
    long message may be several on the platform.
    """

    message: str
    parts: tuple[str, ...] = field(default=(), compare=False)

    @property
    def names(self) -> tuple[str, ...]:
        """The ids by which a reply can name this message."""
        return self.parts or (self.message,)


@dataclass(frozen=True, slots=True)
class NotSent:
    """Certainly nothing left. If `retry_after` is None, another attempt is useless.

    `for_all`: the platform told the whole workspace to wait, not only this chat.
    """

    reason: str
    retry_after: timedelta | None = None
    for_all: bool = False


@dataclass(frozen=True, slots=True)
class Unknown:
    """It may have left or not: never send it again."""

    reason: str


Outcome = Sent | NotSent | Unknown


@dataclass(frozen=True, slots=True)
class Own:
    """Selects the bot's own messages: sent in `since <= t < until` (UTC), and carrying exactly one
    of these words, in a `Quote` or in a field of a form. A field that is None does not narrow the
    selection.

    Where `quoting` narrows it, a message is selected too if it hands over a `Document` with one of
    the names in `files`, or if it quotes what the person wrote in their message `answering` (the
    platform's id). Only a platform that does not tell what a deleted message said notes the latter.
    """

    since: datetime | None = None
    until: datetime | None = None
    quoting: tuple[Words, ...] | None = None
    files: tuple[str, ...] = ()
    answering: str | None = None


class Adapter(Protocol):
    """One chat platform, seen from the core."""

    platform: str

    @property
    def pace(self) -> Pace | None:
        """The rate limit of one workspace; None if there is none."""

    @property
    def looks_up(self) -> bool:
        """True where `find` can tell after a crash whether a message was sent.

        Where it cannot, few messages are under way at once: a crash leaves them unconfirmed.
        """

    async def send(self, to: Address, message: Message, reference: str) -> Outcome:
        """Tries once to send. `reference` is opaque and is stored with the message."""

    async def find(self, to: Address, reference: str) -> Outcome:
        """Looks up after a crash whether `reference` was sent.

        `Unknown` if the platform can never tell. Raises OSError if it could not be asked.
        """

    async def edit(self, to: Address, posted: str, message: Message) -> Outcome:
        """Replaces the bot's own message `posted` (see `Sent.message`) with `message`.

        It may be repeated. Returns `NotSent("gone")` if that message no longer exists.
        """

    async def clear(self, to: Address, which: Own) -> None:
        """Deletes the bot's own messages in this chat, if the platform allows it.

        It may go on in the background. Never raises.
        """

    async def redraw_home(self, to: Address, language: str | None = None) -> None:
        """Draws the person's home page anew, where the platform keeps one (Slack's App Home).

        What has ended then stands there no longer. `language` (BCP 47) is for somebody whom the
        bot no longer knows. It may go on in the background. Never raises.
        """


class Answering(Adapter, Protocol):
    """A platform that acknowledges an event first and gets the answer afterwards."""

    async def answer(self, event: Event, messages: Sequence[Message]) -> None:
        """Shows the answer to `event`, in its chat or at its `origin`. Never raises.

        When a message with a `reference` is shown, the platform calls `Desk.posted`.
        """


@runtime_checkable
class WritesLines(Protocol):
    """The way by which a line for the one who pays leaves: a platform that sends mail has it.

    It is the one mail that holds a person's words: exactly those that they approved for it.
    """

    async def write_line(self, mailbox: str, message: Message, reference: str) -> Outcome:
        """Tries once to mail `message` to one mail address, whole. It cannot be taken back.

        `reference` names this mail: a repeat would have the same one.
        """


@runtime_checkable
class SigningIn(Protocol):
    """A platform to which the bot signs in with credentials of the operator's."""

    platform: str

    @property
    def answers_fail(self) -> bool:
        """True from the first answer that the platform did not take until one is shown again."""

    async def sign_in(self) -> SignIn:
        """Asks the platform now whether it takes the credentials. Sends nothing. Never raises."""


@runtime_checkable
class GuestDoor(Protocol):
    """A platform that lets in a coach who has no account in the organisation."""

    platform: str

    def guest_url(self, secret: str) -> str:
        """The address of the page on which the guest link of this secret is opened."""


def guest_door(platforms: Mapping[str, Adapter]) -> GuestDoor | None:
    """The first of the platforms that lets guest coaches in."""
    return next((one for one in platforms.values() if isinstance(one, GuestDoor)), None)


class GuestDesk(Protocol):
    """What the page of a guest link asks the bot."""

    async def guest_link_opens(self, secret: str) -> bool:
        """Tells whether an address can be typed for this link now. Changes nothing."""

    async def guest_asks(self, secret: str, guest: Address) -> bool:
        """Notes that the owner of the address `guest` asks for a way in by this link.

        False if it does not open now: then nothing may be sent to them.
        """


class Desk(Protocol):
    """The bot, as a chat platform sees it. The composition root hands it over before serving."""

    async def accept(self, event: Event) -> None:
        """Stores an event. After it returns, the event is durable and may be acknowledged.

        The event is handled once, in the order of its sender's chat, and answered with
        `Answering.answer`. The same id again changes nothing. Raises what the store raises: then do
        not acknowledge, so that the platform sends the event again.
        """

    async def handle(self, event: Event) -> Sequence[Message]:
        """Handles an event whose answer the platform wants in the same response.

        Once per id; never raises.
        """

    async def home(self, visitor: Event) -> Message:
        """The home page of the person who opens it.

        Changes nothing, never reads `visitor.what`, never raises.
        """

    async def posted(
        self, to: Address, reference: str, message: str, parts: tuple[str, ...] = ()
    ) -> None:
        """Notes that the answer with this `Message.reference` is shown, as the platform's
        `message`. `parts`: see `Sent.parts`.
        """

    async def known(self, addresses: Sequence[Address]) -> Mapping[Address, bool]:
        """Those of the addresses at which somebody is stored; True where they agreed to something.

        A platform asks where one person may have several addresses, or is somebody else's.
        """

    async def left(self, workspace: Address) -> None:
        """Notes that the app was removed from this workspace (`user` is not read).

        From now on nothing is sent there. After the grace days its people's data is erased.
        """

    async def returned(self, workspace: Address) -> None:
        """Notes that the app was installed there (again), so that people who come back are
        answered.
        """
