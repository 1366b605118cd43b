"""Who else uses the key store, and which epochs each process can read."""

from __future__ import annotations

import hashlib
import hmac
import secrets
from collections.abc import Sequence

from storage.keys.envelope import Epoch
from storage.keys.epoch_files import Epochs
from storage.keys.records import KeyProcess
from storage.keys.store import KeyStore
from storage.trouble import NotTurnedError, RefusedError


class Presence:
    """What this process tells the others about itself. For use off the event loop."""

    def __init__(self, store: KeyStore, epochs: Epochs, index_key: bytes) -> None:
        self.id = secrets.token_hex(8)
        self._store = store
        self._epochs = epochs
        self._index_key = index_key
        # By number: the file as it was when it was read (a KMS is not asked again), and its mark.
        self._seen: dict[int, tuple[tuple[int, int, int], str]] = {}

    def me(self) -> KeyProcess:
        place = hmac.new(self._index_key, self._epochs.place().encode(), hashlib.sha256)
        return KeyProcess(self.id, place.hexdigest(), self._marks())

    def beat(self) -> Sequence[KeyProcess]:
        """Everybody who is alive, this process among them."""
        return self._store.beat(self.me())

    def leave(self) -> None:
        self._store.leave(KeyProcess(self.id, "", {}))

    def _marks(self) -> dict[int, str]:
        marks = {}
        for number in self._epochs.numbers():
            try:
                found = self._epochs.file(number).stat()
                at = (found.st_ino, found.st_mtime_ns, found.st_size)
                seen = self._seen.get(number)
                if seen is None or seen[0] != at:
                    seen = (at, self._epochs.read(number).mark(self._index_key))
                self._seen[number] = seen
                marks[number] = seen[1]
            except (OSError, RefusedError):
                # One that cannot be read is one that is not reported.
                self._seen.pop(number, None)
        return marks


def all_alike(replicas: Sequence[KeyProcess]) -> bool:
    """Whether all of them have their epochs in one and the same folder."""
    return len({replica.place for replica in replicas}) <= 1


def without(replicas: Sequence[KeyProcess], epoch: int, mark: str | None = None) -> int:
    """How many cannot read this epoch, or (with `mark`) have another one of that number."""
    marks = [replica.epochs.get(epoch) for replica in replicas]
    return sum(found is None or (mark is not None and found != mark) for found in marks)


def with_older(replicas: Sequence[KeyProcess], epoch: int) -> int:
    """How many can still read an epoch from before this one."""
    return sum(any(number < epoch for number in replica.epochs) for replica in replicas)


def permit_by_hand(replicas: Sequence[KeyProcess], new: Epoch, index_key: bytes) -> None:
    """Raises NotTurnedError unless everybody who is alive could go on under `new`."""
    missing = without(replicas, new.number, new.mark(index_key))
    if missing:
        raise NotTurnedError(
            f"{missing} of {len(replicas)} running processes cannot read epoch {new.number}, or "
            f"have another secret of that number. Give every one the same file {new.number}.key, "
            "wait until `handrail keys status` counts all of them, then turn."
        )
