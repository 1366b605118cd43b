"""A chat platform as the core sees it, and the bot as a platform sees it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Protocol

from bot.chat import Event, Message
from bot.domain.pace import Pace
from bot.domain.people import Address
from bot.domain.words import Words


@dataclass(frozen=True, slots=True)
class Sent:
    """The platform accepted the message; `message` is the platform's id of it."""

    message: str


@dataclass(frozen=True, slots=True)
class NotSent:
    """Nothing left: that is certain. Without `retry_after`, trying again is useless.

    `for_all`: the platform asked the whole workspace to wait that long, and not this chat alone.
    """

    reason: str
    retry_after: timedelta | None = None
    for_all: bool = False


@dataclass(frozen=True, slots=True)
class Unknown:
    """The message may or may not have left: never send it again."""

    reason: str


Outcome = Sent | NotSent | Unknown


@dataclass(frozen=True, slots=True)
class Own:
    """Names some of the bot's own messages: those sent in `since <= t < until` (UTC) that hold a
    `Quote` of exactly these words. What is None does not narrow it down.
    """

    since: datetime | None = None
    until: datetime | None = None
    quoting: Words | None = None


class Adapter(Protocol):
    """One chat platform, seen from the core."""

    platform: str

    @property
    def pace(self) -> Pace | None:
        """Says how fast one workspace may be written to; None where there is no limit."""

    async def send(self, to: Address, message: Message, reference: str) -> Outcome:
        """Makes one attempt, without retries. `reference` is opaque, and stays with the message."""

    async def find(self, to: Address, reference: str) -> Outcome:
        """Looks up, after a crash, whether `reference` was sent.

        `Unknown` where the platform can never tell. Raises OSError where it could not be asked.
        """

    async def edit(self, to: Address, posted: str, message: Message) -> Outcome:
        """Puts `message` in the place of the bot's own message `posted` (see `Sent.message`).

        May be repeated. `NotSent("gone")` where that message is no longer there.
        """

    async def clear(self, to: Address, which: Own) -> None:
        """Deletes the bot's own messages in this chat, as far as the platform lets it.

        It may go on in the background, and never raises.
        """


class Answering(Adapter, Protocol):
    """A platform that acknowledges an event first, and shows the answer afterwards."""

    async def answer(self, event: Event, messages: Sequence[Message]) -> None:
        """Shows what the bot says to `event`, in its chat or at its `origin`. Never raises.

        A message with a `reference` is reported with `Desk.posted` once it is there.
        """


class Desk(Protocol):
    """The bot, as a chat platform sees it. The composition root hands it over before serving."""

    async def accept(self, event: Event) -> None:
        """Takes an event in: once it returns, the event is durable, and may be acknowledged.

        It is handled once, in the order of its sender's chat, and answered with
        `Answering.answer`; the same id again changes nothing. Raises what the store raises: then
        do not acknowledge, so that the platform brings it again.
        """

    async def handle(self, event: Event) -> Sequence[Message]:
        """Handles an event that must be answered in the same breath. Once per id; never raises."""

    async def home(self, visitor: Event) -> Message:
        """Composes the page about oneself for the visitor. Changes nothing, and does not read
        `visitor.what`.

        Never raises.
        """

    async def posted(self, to: Address, reference: str, message: str) -> None:
        """Notes that the answer with this `Message.reference` is shown, and its id there."""

    async def left(self, workspace: Address) -> None:
        """Notes that the app was removed from this workspace (`user` is unread). Nothing is sent
        there from now on, and what is kept of its people is erased when the grace days are over.
        """

    async def returned(self, workspace: Address) -> None:
        """Notes that the app was installed there (again): people there may be written to."""
