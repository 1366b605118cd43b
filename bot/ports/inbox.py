"""The port for incoming events: each one is stored before it is handled, and handled once."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Protocol

from bot.chat import Event
from bot.domain.people import Address

# So far apart may the clocks of two processes be.
CLOCKS_APART = timedelta(seconds=2)


class Inbound(Protocol):
    async def first_time(self, workspace: Address, event_id: str, at: datetime) -> bool:
        """True the first time for (platform, workspace, event id).

        Saved with this transaction. `at` is UTC.
        """

    async def begin_event(
        self, sender: Address, names: Sequence[str], at: datetime
    ) -> Collection[str]:
        """Notes an event under these names, as `first_time` does; returns those that were new.

        It also reads at once what an event nearly always asks for about its sender, so that this
        transaction need not ask for it one by one. `at` is UTC.
        """

    async def foresee_answer(self, delivery_id: str, to: str, since: datetime) -> None:
        """Reads at once what an answer to a delivery asks for: it, and what was not sent `since`.

        It changes nothing, and `Outbox.delivery` and `Outbox.not_sent` say what was found.
        """

    async def wrong_codes(self, person_id: str, since: datetime) -> Sequence[datetime]:
        """When this person typed wrong codes (UTC), oldest first."""

    async def wrong_codes_in_workspace(self, workspace: Address, since: datetime) -> int: ...

    async def note_wrong_code(self, person_id: str, workspace: Address, at: datetime) -> None: ...

    def keyed_hash(self, purpose: str, text: str, *, ours: bool = False) -> str:
        """A keyed hash of `text`. It finds the text again without storing it.

        `ours`: the text is of the product, and no person's, so its hash may be kept in memory.
        """


@dataclass(frozen=True, slots=True)
class Taken:
    """An accepted event that is not finished. If it is `handled`, only its answer may be missing.

    `tries` counts the attempts before this one. `at` (UTC) is when it was accepted.
    """

    number: int
    event: Event
    at: datetime
    handled: bool
    tries: int


@dataclass(frozen=True, slots=True)
class Accepted:
    """An event that this process has just accepted, at this time (UTC)."""

    event: Event
    at: datetime


def one_by_one(count: int, at: datetime) -> list[datetime]:
    """Returns a time for each of `count` events that arrive together, the last of them `at`.

    No two are the same, so that a stop among them is after the one before it.
    """
    return [at - timedelta(microseconds=left) for left in reversed(range(count))]


class Inbox(Protocol):
    """Accepted events that wait to be handled.

    They are sealed like everything that people write.
    """

    async def take_in(self, events: Sequence[Event], at: datetime) -> None:
        """Stores events with this transaction.

        Ignores an event that is stored already. `at` (UTC) is when the last of them was accepted:
        see `one_by_one`.
        """

    async def next_taken(self, chat_key: str) -> Taken | None:
        """Returns the oldest event of the chat `chat_key` (see `Address.chat_key`), and counts an
        attempt.

        Removes and skips an event that nobody can read any more.
        """

    async def take(self, event: Event, accepted: datetime) -> int | None:
        """Notes an event as handled with this transaction, and returns its number.

        Returns None, and changes nothing, unless it is the oldest one of its chat, was accepted
        then (UTC), and nobody has tried it: see `next_taken` then.
        """

    async def still_counts(self, person_id: str, accepted: datetime, now: datetime) -> bool:
        """Notes that this transaction handles an event of a person, `accepted` then (UTC).

        False if that is before an event of theirs that stopped or withdrew something (a store may
        add what else ends for good), by more than `CLOCKS_APART`. As a chat's events are handled in
        order, somebody has then put it back. Where the clock was set back to before
        that event (`now`, UTC), each one counts.
        """

    async def note_handled(self, number: int) -> None: ...

    async def drop_taken(self, *numbers: int) -> None:
        """Removes events that are done with."""

    async def chats_waiting(self, before: datetime, limit: int) -> Sequence[str]:
        """The chat keys of up to `limit` chats with an event accepted before `before` (UTC)."""
