"""Turns the epoch: wraps every key with a new key-encryption key, then destroys the old one.

After a crash at any point the epoch that the key store names is in force. The next start, or the
next turn, removes the other files.

Where all processes have their epochs in one folder that they may write in, a turn makes the new
file and destroys the old one. Elsewhere the operator does both.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping, Sequence
from contextlib import ExitStack, suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from types import TracebackType
from typing import Self

from storage.keys.epoch import Epoch
from storage.keys.epoch_files import Epochs
from storage.keys.processes import Presence, all_alike, permit_by_hand
from storage.keys.prove import index_binding
from storage.keys.records import EPOCH, INDEX, TURNED_AT, EpochChangedError, KeyProcess, WrappedKey
from storage.keys.store import KeyStore
from storage.trouble import KeyStoreError, NotTurnedError, RefusedError

STORE_TROUBLES = (sqlite3.Error, KeyStoreError)
TROUBLES = (OSError, *STORE_TROUBLES, RefusedError, ValueError, EpochChangedError)
STILL = "The epoch was not turned: {why} Epoch {number} stays in force, and nothing was lost."
UNSURE = (
    "The key store does not say which epoch is in force. Stop Handrail and start it again; both "
    "epoch files are kept until then."
)


@dataclass(frozen=True, slots=True)
class EpochFacts:
    """The facts about the epoch in force, as the key store has them. `turned_at` is aware."""

    index_key: bytes
    epoch: int
    turned_at: datetime

    def written(self) -> dict[str, bytes]:
        """Returns the facts as the bytes that the key store takes; the time is to the hour."""
        hour = self.turned_at.astimezone(UTC).replace(minute=0, second=0, microsecond=0)
        at = hour.isoformat()
        return {INDEX: self.index_key, EPOCH: str(self.epoch).encode(), TURNED_AT: at.encode()}


class EpochTurn:
    """One turn: call `prepare`, `commit`, `finish`, in that order, off the event loop.

    Use it in a `with` block. While `commit` runs this process must not make a key.
    """

    def __init__(
        self, store: KeyStore, epochs: Epochs, old: Epoch, index_key: bytes, me: Presence
    ) -> None:
        self.new = old
        self.by_hand = False
        self._store = store
        self._epochs = epochs
        self._old = old
        self._index_key = index_key
        self._organisation = epochs.organisation
        self._me = me
        self._ready: dict[bytes, bytes] = {}
        self._made = False
        self._locks = ExitStack()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        problem: BaseException | None,
        where: TracebackType | None,
    ) -> None:
        self._locks.close()

    def prepare(self) -> None:
        """Writes the new epoch to the disk, and rewraps the keys in memory.

        Raises NotTurnedError, and the old epoch stays in force.
        """
        try:
            self.by_hand = not self._epochs.writable() or not self._alike()
            if self._store.shared and not self.by_hand:
                # Lock first, then ask which epoch is in force: else this could destroy the
                # file of a turn that another process began in between.
                self._locks.enter_context(self._epochs.alone())
        except TROUBLES as trouble:
            self._abandon(trouble)
        if self._in_force() != self._old.number:
            raise NotTurnedError(UNSURE)
        try:
            self.new = self._brought() if self.by_hand else self._make()
            self._ready = {key.id: self._rewrap(key) for key in self._store.all()}
        except TROUBLES as trouble:
            self._abandon(trouble)

    def commit(self, now: datetime) -> int:
        """Puts the new epoch in force. Returns how many keys it wraps.

        Raises NotTurnedError when it is not in force, or when nobody knows.
        """
        binding = index_binding(self._organisation)
        facts = EpochFacts(self.new.wrap(self._index_key, binding), self.new.number, now).written()
        try:
            return self._store.turn(facts, self._rewrapped, self._permit)
        except TROUBLES as trouble:
            # An error while committing does not say whether it was committed.
            if not self._is_written(facts):
                self._abandon(trouble)
            return self._store.counts().data_keys

    def finish(self) -> None:
        """Destroys the old epoch, and with it every older copy of the key store."""
        if self.by_hand and not self._epochs.writable():
            return
        try:
            self._epochs.destroy(self._old.number)
        except OSError as trouble:
            raise NotTurnedError(
                f"Epoch {self.new.number} is in force, but the old one could not be removed "
                f"({trouble.strerror}): older copies of the key store can still be opened with "
                f"{self._epochs.file(self._old.number)}. Remove it, or turn again."
            ) from None

    def _alike(self) -> bool:
        return not self._store.shared or all_alike(self._me.beat())

    def _make(self) -> Epoch:
        self._epochs.keep_only(self._old.number)
        self._made = True
        return self._epochs.make(self._old.number + 1)

    def _brought(self) -> Epoch:
        number = self._old.number + 1
        if number not in self._epochs.numbers():
            raise NotTurnedError(
                f"{self._epochs.file(number)} is not there, and this process may not make it for "
                "the others. Make it with `handrail keys new`, and give it to all of them."
            )
        new = self._epochs.read(number)
        permit_by_hand(self._me.beat(), new, self._index_key)
        return new

    def _permit(self, replicas: Sequence[KeyProcess]) -> None:
        """Asks once more within the transaction: a process that starts later sees the new epoch."""
        if self.by_hand:
            permit_by_hand(replicas, self.new, self._index_key)
        elif not all_alike(replicas):
            raise NotTurnedError("A process with a folder of epochs of its own has just started.")

    def _rewrapped(self, key: WrappedKey) -> bytes:
        ready = self._ready.get(key.id)
        return self._rewrap(key) if ready is None else ready

    def _rewrap(self, key: WrappedKey) -> bytes:
        binding = key.binding(self._organisation)
        return self.new.wrap(self._old.unwrap(key.wrapped, binding), binding)

    def _in_force(self) -> int:
        try:
            return self._store.epoch()
        except STORE_TROUBLES:
            raise NotTurnedError(UNSURE) from None

    def _is_written(self, facts: Mapping[str, bytes]) -> bool:
        """Compares the wrapped index key: another turn may have the same number."""
        try:
            return self._store.facts().get(INDEX) == facts[INDEX]
        except STORE_TROUBLES:
            raise NotTurnedError(UNSURE) from None

    def _abandon(self, trouble: Exception) -> None:
        if self._made:
            with suppress(OSError):
                self._epochs.destroy(self._old.number + 1)
        raise NotTurnedError(STILL.format(why=_why(trouble), number=self._old.number)) from None


def unopened(epoch: Epoch, store: KeyStore, organisation: str) -> int:
    """Counts the keys of `store`, the index key among them, that `epoch` does not open."""
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
    if isinstance(trouble, RefusedError | NotTurnedError):
        return str(trouble)
    if isinstance(trouble, EpochChangedError):
        return "another process has just turned it."
    if isinstance(trouble, ValueError):
        return "a key in the key store is damaged (`handrail keys check` counts them)."
    if isinstance(trouble, OSError):
        return f"the new epoch could not be written ({trouble.strerror or trouble})."
    return f"the key store could not be written ({trouble})."
