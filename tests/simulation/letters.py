"""Events that were accepted first: each is handled once, and answered, or told "interrupted"."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from bot.chat import Event, Message

TROUBLE, INTERRUPTED = "trouble", "interrupted"
# Nothing was saved, and the person is told so; an erase goes on by itself.
NOT_DONE = (TROUBLE, "erase-unfinished", "damaged")


@dataclass
class Letter:
    """One event that the platform has handed over, and what became of it.

    `over` is done once nothing of it lies in the inbox any more.
    """

    event: Event
    over: asyncio.Future[None]
    handled: int = 0
    nothing_to_say: bool = False
    lost: bool = False
    shown: list[Sequence[Message]] = field(default_factory=list)

    @property
    def answers(self) -> list[Sequence[Message]]:
        """What was shown and is an answer to it."""
        return [one for one in self.shown if not _says(one, TROUBLE, INTERRUPTED)]

    @property
    def failed(self) -> bool:
        """The person was told that it did not work."""
        return any(_says(one, TROUBLE) for one in self.shown)


class Letters:
    """All of them, by the chat and the id of the event. `count` is how many were accepted."""

    def __init__(self, broke: Callable[[str], None]) -> None:
        self._broke = broke
        self._all: dict[tuple[str, str], Letter] = {}
        self._numbers: dict[int, Letter] = {}
        self.count = 0
        self.interrupted = 0

    def brought(self, event: Event) -> Letter:
        letter = Letter(event, asyncio.get_running_loop().create_future())
        self._all[_key(event)] = letter
        self.count += 1
        return letter

    # What the store and the platform tell.

    def next_taken(self, number: int, event: Event) -> None:
        found = self._all.get(_key(event))
        if found is not None:
            self._numbers[number] = found

    def handled(self, number: int) -> None:
        if (letter := self._numbers.get(number)) is not None:
            letter.handled += 1

    def dropped(self, number: int) -> None:
        letter = self._numbers.pop(number, None)
        if letter is not None and not letter.over.done():
            letter.over.set_result(None)

    def said(self, event: Event, messages: Sequence[Message]) -> None:
        """What the bot has made of it, this time."""
        if (letter := self._all.get(_key(event))) is not None:
            letter.nothing_to_say = letter.handled == 1 and not messages

    def shown(self, event: Event, messages: Sequence[Message], *, lost: bool) -> None:
        letter = self._all.get(_key(event))
        if letter is None:
            self._broke(f"{messages[0].template} answers what nobody brought")
        elif lost:
            letter.lost = True
        else:
            letter.shown.append(messages)

    # What must be true of one that is over.

    def close(self, letter: Letter) -> None:
        what = type(letter.event.what).__name__
        self.interrupted += any(_says(one, INTERRUPTED) for one in letter.shown)
        if not letter.over.done():
            self._broke(f"an accepted {what} is never done with")
        if letter.handled > 1:
            self._broke(f"an accepted {what} was handled {letter.handled} times")
        if len(letter.answers) > 1:
            self._broke(f"an accepted {what} was answered {len(letter.answers)} times")
        told = any(_says(one, *NOT_DONE) for one in letter.shown)
        if not letter.handled and not told and not letter.lost:
            self._broke(f"an accepted {what} was never handled, and nobody was told")
        if letter.handled and not letter.shown and not letter.lost and not letter.nothing_to_say:
            self._broke(f"an accepted {what} was neither answered nor said to be interrupted")


def _key(event: Event) -> tuple[str, str]:
    return event.sender.chat_key, event.id


def _says(messages: Sequence[Message], *templates: str) -> bool:
    return bool(messages) and messages[-1].template in templates
