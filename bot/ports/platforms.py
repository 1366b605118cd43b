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
    """The platform accepted it; `message` is the platform's id."""

    message: str


@dataclass(frozen=True, slots=True)
class NotSent:
    """It is certain that nothing left. Without `retry_after`, trying again is useless.

    `for_all`: the platform asked the whole workspace to wait that long, and not this chat alone.
    """

    reason: str
    retry_after: timedelta | None = None
    for_all: bool = False


@dataclass(frozen=True, slots=True)
class Unknown:
    """It may or may not have left: never send it again."""

    reason: str


Outcome = Sent | NotSent | Unknown


@dataclass(frozen=True, slots=True)
class Own:
    """Which of the bot's own messages: sent in `since <= t < until` (UTC), and holding a `Quote`
    of exactly these words. What is None does not narrow it down.
    """

    since: datetime | None = None
    until: datetime | None = None
    quoting: Words | None = None


class Adapter(Protocol):
    """One chat platform, seen from the core."""

    platform: str

    @property
    def pace(self) -> Pace | None:
        """How fast one workspace may be written to."""

    async def send(self, to: Address, message: Message, reference: str) -> Outcome:
        """One attempt, no retries. `reference` is opaque and is stored with the message."""

    async def find(self, to: Address, reference: str) -> Outcome:
        """After a crash: was `reference` sent? `Unknown` where the platform cannot tell."""

    async def edit(self, to: Address, posted: str, message: Message) -> Outcome:
        """Puts `message` in the place of the bot's own message `posted` (see `Sent.message`).

        May be repeated. `NotSent("gone")` where that message is no longer there.
        """

    async def clear(self, to: Address, which: Own) -> None:
        """Deletes the bot's own messages in this chat, as far as the platform lets it.

        It may go on in the background, and never raises.
        """


class Answering(Adapter, Protocol):
    """A platform that acknowledges first: what was accepted is answered afterwards."""

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
        """For what the platform wants answered in the same breath. Once per id; never raises."""

    async def home(self, visitor: Event) -> Message:
        """The page about oneself, for whoever opens it. Changes nothing; `visitor.what` is unread.

        Never raises.
        """

    async def posted(self, to: Address, reference: str, message: str) -> None:
        """An answer with this `Message.reference` is shown; the platform knows it as `message`."""

    async def left(self, workspace: Address) -> None:
        """The app was removed from this workspace (`user` is unread): nothing is sent there from
        now on, and what is kept of its people is erased when the grace days are over.
        """

    async def returned(self, workspace: Address) -> None:
        """The app was installed there (again): those who come back may be answered and asked."""
