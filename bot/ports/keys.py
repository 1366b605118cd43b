"""The ports for sealing and for its keys, with the errors they raise."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from bot.domain.words import Words


@dataclass(frozen=True, slots=True)
class KeyStatus:
    """The state of the keys: the epoch in force (a number that only grows) since `turned_at` (UTC),
    and what depends on it. It counts no keys: among few people a number tells who erased.

    `left_over` means that retired keys are left, which nothing needs any more.
    `wanted` means that keys were destroyed since the last turn. `by_hand` means that an operator
    turns the epoch. Of the `processes` that use the keys now, `with_next` can already read the next
    epoch, and `with_older` can still read an older one.

    `backed_up_at` (UTC) is when the last backup was made. `kept_apart` means that a recovery folder
    is set, and `owed` that this process could not write there: a lost disk would lose what was
    ended since. `copy_of_another` means that the copy of the keys there is not the last one of
    these, so that it was left as it is.
    """

    epoch: int
    turned_at: datetime
    root: str
    left_over: bool = False
    wanted: bool = False
    by_hand: bool = False
    processes: int = 1
    with_next: int = 0
    with_older: int = 0
    backed_up_at: datetime | None = None
    kept_apart: bool = False
    owed: bool = False
    copy_of_another: bool = False


class KeyDesk(Protocol):
    """The key operations of an operator while Handrail runs. None of them shows a word.

    `wants_turning` is True if keys were destroyed since the last turn and this process can turn by
    itself. Until then, an older copy of the key store could bring those keys back.
    """

    @property
    def wants_turning(self) -> bool: ...

    async def status(self) -> KeyStatus: ...

    async def turn(self, now: datetime) -> int:
        """Starts a new epoch: wraps every data key anew, destroys the old epoch, returns the number
        of keys.

        It is safe to repeat after a crash. Raises OSError if the new epoch cannot be written; the
        old one then stays in force.
        """

    async def accept_ledger(self) -> bool:
        """Takes the ledger of the database as it is, because it was put back on purpose.

        Returns whether it was known as an older copy than the one that was saved last.
        """

    async def check(self) -> int:
        """Unwraps every key. Returns how many could not be unwrapped (0 is healthy)."""


class TimeKeeper(Protocol):
    """Keeps the last trusted moment near the keys, which no restored database brings back."""

    async def moment_kept(self) -> bytes | None:
        """What `keep_moment` kept last; None before the first time."""

    async def keep_moment(self, mark: bytes) -> None:
        """Keeps `mark` in the place of the one before. It is durable when this returns."""


class DamagedError(ValueError):
    """Sealed bytes were changed, or were moved away from where they were sealed."""


class ErasureUnfinishedError(Exception):
    """The keys are destroyed, so nobody can read the data, but some rows are not deleted yet."""


class Sealer(Protocol):
    """Authenticated encryption under a data key of `owner`. Destroying the key erases the text."""

    async def seal(self, owner: str, place: str, words: Words, at: datetime) -> bytes:
        """Seals `words`.

        `place` is bound into the result, which opens with the same `place` only.
        """

    async def unseal(self, owner: str, place: str, sealed: bytes) -> Words:
        """Opens `sealed`.

        Raises KeyError if the key was destroyed, DamagedError if the bytes were changed.
        """

    async def forget(self, owner: str) -> None:
        """Destroys every data key of `owner`."""
