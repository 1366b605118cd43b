"""Turning the epoch: a new key-encryption key for every key there is, then no old one.

A crash at any point leaves one epoch in force, the one that the key store names; what else lies
in the folder is cleared away by the next start, or by the next turn.
"""

from __future__ import annotations

import sqlite3
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime

from storage.envelope import FORMAT, bind
from storage.epoch import Epoch
from storage.epochs import Epochs
from storage.key_store import EPOCH, KeyStore, WrappedKey
from storage.trouble import NotTurnedError, RefusedError

INDEX = "index_key"
TURNED_AT = "turned_at"
TROUBLES = (OSError, sqlite3.Error, RefusedError, ValueError)
STILL = "The epoch was not turned: {why} Epoch {number} stays in force, and nothing was lost."
UNSURE = (
    "The key store does not say which epoch is in force. Stop Handrail and start it again; both "
    "epoch files are kept until then."
)


@dataclass(frozen=True, slots=True)
class Facts:
    """What the key store says about its own epoch."""

    index_key: bytes
    epoch: int
    turned_at: datetime

    def written(self) -> dict[str, bytes]:
        at = self.turned_at.astimezone(UTC).isoformat()
        return {INDEX: self.index_key, EPOCH: str(self.epoch).encode(), TURNED_AT: at.encode()}


class Turn:
    """One turn, for use off the event loop: `prepare`, `commit`, `finish`, in that order.

    Only `commit` must not overlap with a key being made.
    """

    def __init__(self, store: KeyStore, epochs: Epochs, old: Epoch, organisation: str) -> None:
        self.new = old
        self._store = store
        self._epochs = epochs
        self._old = old
        self._organisation = organisation
        self._ready: dict[bytes, bytes] = {}

    def prepare(self) -> None:
        """The new epoch is on the disk, and most of the work is done in memory."""
        if self._in_force() != self._old.number:
            raise NotTurnedError(UNSURE)
        try:
            self._epochs.keep_only(self._old.number)
            self.new = self._epochs.make(self._old.number + 1)
            self._ready = {key.id: self._rewrap(key) for key in self._store.all()}
        except TROUBLES as trouble:
            self._abandon(trouble)

    def commit(self, index_key: bytes, now: datetime) -> int:
        """From here on the new epoch is in force. Returns how many keys it wraps."""
        binding = index_binding(self._organisation)
        facts = Facts(self.new.wrap(index_key, binding), self.new.number, now)
        try:
            return self._store.turn(facts.written(), self._rewrapped)
        except TROUBLES as trouble:
            # An error while committing does not say whether it was committed.
            if self._in_force() != self.new.number:
                self._abandon(trouble)
            return self._store.counts().data_keys

    def finish(self) -> None:
        """The old epoch is destroyed, and with it every older copy of the key store."""
        try:
            self._epochs.destroy(self._old.number)
        except OSError as trouble:
            raise NotTurnedError(
                f"Epoch {self.new.number} is in force, but the old one could not be removed "
                f"({trouble.strerror}): older copies of the key store can still be opened with "
                f"{self._epochs.file(self._old.number)}. Remove it, or turn again."
            ) from None

    def _rewrapped(self, key: WrappedKey) -> bytes:
        ready = self._ready.get(key.id)
        return self._rewrap(key) if ready is None else ready

    def _rewrap(self, key: WrappedKey) -> bytes:
        binding = key.binding(self._organisation)
        return self.new.wrap(self._old.unwrap(key.wrapped, binding), binding)

    def _in_force(self) -> int:
        try:
            return self._store.epoch()
        except sqlite3.Error:
            raise NotTurnedError(UNSURE) from None

    def _abandon(self, trouble: Exception) -> None:
        with suppress(OSError):
            self._epochs.destroy(self._old.number + 1)
        raise NotTurnedError(STILL.format(why=_why(trouble), number=self._old.number)) from None


def index_binding(organisation: str) -> bytes:
    return bind(FORMAT, INDEX, organisation)


def unopened(epoch: Epoch, store: KeyStore, organisation: str) -> int:
    """How many keys of `store`, the index key among them, do not open under `epoch`."""
    index = (store.facts().get(INDEX, b""), index_binding(organisation))
    keys = [(key.wrapped, key.binding(organisation)) for key in store.all()]
    return sum(not _opens(epoch, *key) for key in [index, *keys])


def _opens(epoch: Epoch, wrapped: bytes, bound_to: bytes) -> bool:
    try:
        epoch.unwrap(wrapped, bound_to)
    except ValueError:
        return False
    return True


def _why(trouble: Exception) -> str:
    if isinstance(trouble, RefusedError):
        return str(trouble)
    if isinstance(trouble, ValueError):
        return "a key in the key store is damaged (`handrail keys check` counts them)."
    if isinstance(trouble, OSError):
        return f"the new epoch could not be written ({trouble.strerror or trouble})."
    return f"the key store could not be written ({trouble})."
