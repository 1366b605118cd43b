"""The values that go into the key store and come out of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from storage.keys.envelope import FORMAT, bind

# Facts about the key store, by the name that they have in it.
EPOCH = "epoch"
INDEX = "index_key"
TURNED_AT = "turned_at"
# Keys were destroyed since the last turn: an older copy of the key store still has them.
DESTROYED = "destroyed"
# The last trusted moment: see `bot.upkeep.clocks.trust.TrustedMoment`.
MOMENT = "moment"
# The end of the ledger as it was last saved, and whether an older one was found since.
NEWEST_HEAD = "newest_head"
OLDER_COPY = "older_copy"
# How many endings there were, and in earlier lineages, sealed: see `storage.keys.recovery.endings`.
ENDINGS = "endings"
PAST_LINEAGES = "past_lineages"
# When the last backup was made, in UTC.
BACKED_UP_AT = "backed_up_at"
# A move into this key store has begun and has not ended: see `storage.moving.keys`.
MOVING = "moving"
# The keys of this file went to a server. The value is a random number, the same in both.
MOVED = "moved"


@dataclass(frozen=True, slots=True, repr=False)
class WrappedKey:
    """One owner's data key of one month (counted from year 0), as it lies in the store.

    `epoch` was in force when the key was read, so that epoch wraps it.
    """

    id: bytes
    owner: str
    month: int
    wrapped: bytes
    retired: bool = False
    epoch: int = 0

    def binding(self, organisation: str) -> bytes:
        """The associated data. Under another owner, month or organisation it does not open."""
        month, key_id = str(self.month), self.id.hex()
        return bind(FORMAT, "data_key", organisation, self.owner, month, key_id)


@dataclass(frozen=True, slots=True)
class Floor:
    """The lowest number under which a row about this thing of one owner may be sealed.

    `thing` is a keyed hash, and `sealed` the encrypted number. A floor only rises.
    """

    owner: str
    thing: bytes
    sealed: bytes


@dataclass(frozen=True, slots=True, repr=False)
class OfOwners:
    """What the key store has about some owners."""

    keys: list[WrappedKey]
    floors: list[Floor]


@dataclass(frozen=True, slots=True)
class KeyCounts:
    """How many owners, data keys and retired data keys the key store has."""

    owners: int
    data_keys: int
    retired: int


@dataclass(frozen=True, slots=True)
class KeyProcess:
    """One process that uses the key store.

    `folder` is a keyed hash of the folder with its epochs. `epochs` has, for each epoch that it can
    read, the number and a keyed hash of the secret. Equal hashes mean the same folder or secret.
    """

    id: str
    folder: str
    epochs: Mapping[int, str]


@dataclass(frozen=True, slots=True, repr=False)
class Contents:
    """Everything that a key store has; `withdrawn` has chain, purpose and sealed time."""

    facts: Mapping[str, bytes]
    keys: frozenset[WrappedKey]
    forgotten: frozenset[str]
    withdrawn: frozenset[tuple[str, str, str]]
    floors: frozenset[Floor] = frozenset()


class EpochChangedError(Exception):
    """Another process has turned the epoch: the one that wrapped this key is not in force."""

    def __init__(self, number: int) -> None:
        super().__init__(f"epoch {number} is in force")
        self.number = number


# Sees which processes use the key store, and raises where a turn must not go on.
Permit = Callable[[Sequence[KeyProcess]], None]
# Takes the sealed count of endings and the next one; returns the next count, sealed.
Noting = Callable[[bytes | None, Mapping[str, object]], bytes]
