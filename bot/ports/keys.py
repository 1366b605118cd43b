"""Sealing, the keys it is done with, and what is wrong when it cannot be undone."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from bot.domain.words import Words


@dataclass(frozen=True, slots=True)
class KeyStatus:
    """The epoch in force (a number that only grows), since when (UTC), and what hangs on it.

    `wanted` says that keys were destroyed since the last turn; `by_hand`, that an operator turns.
    Of the `processes` that use the keys now, so many can read the next epoch already, and so many
    an older one still.
    """

    epoch: int
    turned_at: datetime
    root: str
    owners: int
    data_keys: int
    retired: int
    wanted: bool = False
    by_hand: bool = False
    processes: int = 1
    with_next: int = 0
    with_older: int = 0


class KeyDesk(Protocol):
    """What an operator may do with the keys, while Handrail runs. None of it shows a word.

    `wants_turning`: keys were destroyed since the last turn, and an older copy of the key store
    could bring them back until the next one, which nobody but this process need make.
    """

    @property
    def wants_turning(self) -> bool: ...

    async def status(self) -> KeyStatus: ...

    async def turn(self, now: datetime) -> int:
        """A new epoch: wraps every data key anew, destroys the old epoch; returns how many keys.

        Safe to repeat after a crash at any point. Raises OSError when it cannot be written; the
        old epoch then stays in force.
        """

    async def check(self) -> int:
        """Unwraps every key there is, and returns how many could not be (0 is well)."""


class DamagedError(ValueError):
    """What was sealed has been changed since, or lies where it does not belong."""


class ErasureUnfinishedError(Exception):
    """Nobody can read any of it any more, but not all of it is cleared away yet."""


class Sealer(Protocol):
    """Authenticated encryption under a data key of `owner`; destroying the key erases the text."""

    async def seal(self, owner: str, place: str, words: Words, at: datetime) -> bytes:
        """`place` is bound into the result: it opens only where it was sealed."""

    async def unseal(self, owner: str, place: str, sealed: bytes) -> Words:
        """Raises KeyError when the key was destroyed, DamagedError when the bytes were changed."""

    async def forget(self, owner: str) -> None:
        """Destroys every data key of `owner`."""
