"""Checks that each accepted event is handled once and answered, or called "interrupted"."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from bot.chat import Event, Message

TROUBLE, INTERRUPTED = "trouble", "interrupted"
# With these the person is told that nothing was saved. (An unfinished erase goes on by itself.)
NOT_DONE = (TROUBLE, "erase-unfinished", "damaged")


@dataclass
class AcceptedEvent:
    """One event that the inbox accepted, with all that happened to it.

    `over` is done when the event has left the inbox.
    """

    event: Event
    over: asyncio.Future[None]
    handled: int = 0
    nothing_to_say: bool = False
    lost: bool = False
    shown: list[Sequence[Message]] = field(default_factory=list)

    @property
    def answers(self) -> list[Sequence[Message]]:
        """The real answers among the shown messages: no "trouble" and no "interrupted"."""
        return [one for one in self.shown if not _says(one, TROUBLE, INTERRUPTED)]

    @property
    def failed(self) -> bool:
        """True if the person was told that it did not work."""
        return any(_says(one, TROUBLE) for one in self.shown)


class AcceptedEvents:
    """All accepted events, by chat and event id. `count` is how many there were."""

    def __init__(self, broke: Callable[[str], None]) -> None:
        self._broke = broke
        self._all: dict[tuple[str, str], AcceptedEvent] = {}
        self._numbers: dict[int, AcceptedEvent] = {}
        self.count = 0
        self.interrupted = 0

    def brought(self, event: Event) -> AcceptedEvent:
        record = AcceptedEvent(event, asyncio.get_running_loop().create_future())
        self._all[_key(event)] = record
        self.count += 1
        return record

    # The store and the platforms report through these.

    def next_taken(self, number: int, event: Event) -> None:
        found = self._all.get(_key(event))
        if found is not None:
            self._numbers[number] = found

    def handled(self, number: int) -> None:
        if (record := self._numbers.get(number)) is not None:
            record.handled += 1

    def dropped(self, number: int) -> None:
        record = self._numbers.pop(number, None)
        if record is not None and not record.over.done():
            record.over.set_result(None)

    def said(self, event: Event, messages: Sequence[Message]) -> None:
        """Notes whether the bot, handling the event now, had anything to answer."""
        if (record := self._all.get(_key(event))) is not None:
            record.nothing_to_say = record.handled == 1 and not messages

    def shown(self, event: Event, messages: Sequence[Message], *, lost: bool) -> None:
        record = self._all.get(_key(event))
        if record is None:
            self._broke(f"{messages[0].template} answers what nobody brought")
        elif lost:
            record.lost = True
        else:
            record.shown.append(messages)

    # The rules for an event that is over.

    def close(self, record: AcceptedEvent) -> None:
        what = type(record.event.what).__name__
        self.interrupted += any(_says(one, INTERRUPTED) for one in record.shown)
        if not record.over.done():
            self._broke(f"an accepted {what} is never done with")
        if record.handled > 1:
            self._broke(f"an accepted {what} was handled {record.handled} times")
        if len(record.answers) > 1:
            self._broke(f"an accepted {what} was answered {len(record.answers)} times")
        told = any(_says(one, *NOT_DONE) for one in record.shown)
        if not record.handled and not told and not record.lost:
            self._broke(f"an accepted {what} was never handled, and nobody was told")
        if record.handled and not record.shown and not record.lost and not record.nothing_to_say:
            self._broke(f"an accepted {what} was neither answered nor said to be interrupted")


def _key(event: Event) -> tuple[str, str]:
    return event.sender.chat_key, event.id


def _says(messages: Sequence[Message], *templates: str) -> bool:
    return bool(messages) and messages[-1].template in templates
