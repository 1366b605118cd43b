"""How handling one event ended, and how the inbox is told in the same transaction."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bot.chat import Event, Message
from bot.handlers.conversation import Conversation
from bot.ports import Accepted, Taken, Transaction


@dataclass(frozen=True, slots=True)
class Handled:
    """The answer to an event, and its number in the inbox, if it has one.

    `again`: handling failed and may succeed later. `waits`: nothing was done, for another event of
    this chat comes first, or this one was done before. `erased`: it destroyed keys, or wants some
    to be destroyed.
    """

    messages: Sequence[Message]
    number: int | None = None
    again: bool = False
    waits: bool = False
    erased: bool = False


class NotNextError(Exception):
    """An accepted event is not the next one of its chat: its transaction changes nothing."""


@dataclass
class Progress:
    """The conversation under way and its number, for the case that handling fails half-way."""

    talk: Conversation | None = None
    number: int | None = None

    def language(self, event: Event) -> str | None:
        """The language of the person, or of the event while the person is not known yet."""
        return self.talk.person.language if self.talk else event.language


async def noted(tx: Transaction, taken: Taken | Accepted | None) -> int | None:
    """Notes an event of the inbox as handled, and returns its number.

    Raises NotNextError for an accepted one that is not the next of its chat.
    """
    match taken:
        case Taken(number):
            await tx.note_handled(number)
            return number
        case Accepted(event, at):
            found = await tx.take(event, at)
            if found is None:
                raise NotNextError
            return found
    return None
