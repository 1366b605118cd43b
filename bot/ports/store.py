"""All store ports over one transaction."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Collection, Mapping
from contextlib import AbstractAsyncContextManager
from typing import Protocol

from bot.ports.inbox import Inbound, Inbox
from bot.ports.outbox import ClaimBatch, Outbox
from bot.ports.people import People
from bot.ports.retention import Audit, Retention
from bot.ports.sides import ClientSide, CoachSide
from bot.ports.together import Together
from bot.ports.workspaces import Workspaces

# Releases one person. Await it once.
Release = Callable[[], Awaitable[None]]


class Transaction(
    Inbound,
    Inbox,
    People,
    CoachSide,
    ClientSide,
    Outbox,
    ClaimBatch,
    Together,
    Retention,
    Audit,
    Workspaces,
    Protocol,
):
    """One unit of work: it is saved as a whole or not at all."""


class Store(Protocol):
    def transaction(self) -> AbstractAsyncContextManager[Transaction]:
        """Commits when the block ends, and rolls back when it raises."""

    def locked(self, key: str) -> AbstractAsyncContextManager[None]:
        """Locks one person by `key`, so that a stop and a send cannot cross.

        Take the lock before the transaction, never inside one.
        """

    async def lock_free(self, keys: Collection[str]) -> Mapping[str, Release]:
        """Locks those of these people for whom nobody works now, in sorted order. It never waits.

        Returns what releases each of them, alone: so a slow message of one holds up no other.
        """
