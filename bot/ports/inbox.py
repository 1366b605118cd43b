"""What comes in: each event once, written down before it is handled."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from bot.chat import Event
from bot.domain.people import Address


class Inbound(Protocol):
    async def first_time(self, workspace: Address, event_id: str, at: datetime) -> bool:
        """True once per (platform, workspace, event id), remembered with this transaction."""

    async def wrong_codes(self, person_id: str, since: datetime) -> int: ...

    async def wrong_codes_in_workspace(self, workspace: Address, since: datetime) -> int: ...

    async def note_wrong_code(self, person_id: str, workspace: Address, at: datetime) -> None: ...

    def keyed_hash(self, purpose: str, text: str) -> str:
        """A keyed hash of `text`, to find it again without storing it."""


@dataclass(frozen=True, slots=True)
class Taken:
    """An event that was accepted and is not done with. `handled`: only its answer may be missing.

    `tries` counts how often it was begun.
    """

    number: int
    event: Event
    at: datetime
    handled: bool
    tries: int


class Inbox(Protocol):
    """Events that were accepted before they were handled, sealed like everything people write."""

    async def take_in(self, events: Sequence[Event], at: datetime) -> None:
        """Durable with this transaction; an event that lies here already is not taken again."""

    async def next_taken(self, chat_key: str) -> Taken | None:
        """The oldest from one `Address.chat_key`; counts it as begun.

        One that nobody can read any more is removed, and passed over.
        """

    async def note_handled(self, number: int) -> None: ...

    async def drop_taken(self, number: int) -> None: ...

    async def chats_waiting(self, before: datetime, limit: int) -> Sequence[str]:
        """The `Address.chat_key` of up to `limit` chats with something accepted before `before`."""
