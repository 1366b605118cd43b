"""The processes that use the key store, and the epochs that each of them can read."""

from __future__ import annotations

import hashlib
import hmac
import secrets
from collections.abc import Sequence

from storage.keys.derived import DerivedKeys, Use
from storage.keys.epoch import Epoch
from storage.keys.epoch_files import Epochs
from storage.keys.records import KeyProcess
from storage.keys.store import KeyStore
from storage.trouble import NotTurnedError, RefusedError


class Presence:
    """Tells the other processes about this one. For use off the event loop."""

    def __init__(self, store: KeyStore, epochs: Epochs, index_key: bytes) -> None:
        self.id = secrets.token_hex(8)
        self._store = store
        self._epochs = epochs
        self._key = DerivedKeys(index_key).key(Use.PRESENCE)
        # By epoch: the file's inode, time and size when it was read, and the secret's fingerprint.
        # A file that has not changed is not read again, so that a KMS is not asked each time.
        self._seen: dict[int, tuple[tuple[int, int, int], str]] = {}

    def me(self) -> KeyProcess:
        """This process as it is now."""
        folder = hmac.new(self._key, self._epochs.folder_id().encode(), hashlib.sha256)
        return KeyProcess(self.id, folder.hexdigest(), self._fingerprints())

    def beat(self) -> Sequence[KeyProcess]:
        """Notes that this process is alive; returns every one that is, this one among them."""
        return self._store.beat(self.me())

    def leave(self) -> None:
        """Takes this process off the list."""
        self._store.leave(KeyProcess(self.id, "", {}))

    def _fingerprints(self) -> dict[int, str]:
        found = {}
        for number in self._epochs.numbers():
            try:
                file = self._epochs.file(number).stat()
                at = (file.st_ino, file.st_mtime_ns, file.st_size)
                seen = self._seen.get(number)
                if seen is None or seen[0] != at:
                    seen = (at, self._epochs.read(number).fingerprint(self._key))
                self._seen[number] = seen
                found[number] = seen[1]
            except (OSError, RefusedError):
                # This process cannot read the epoch, so it does not report it.
                self._seen.pop(number, None)
        return found


def all_alike(processes: Sequence[KeyProcess]) -> bool:
    """True if all of them have their epochs in one and the same folder."""
    return len({process.folder for process in processes}) <= 1


def without(processes: Sequence[KeyProcess], epoch: int, fingerprint: str | None = None) -> int:
    """Counts the processes that cannot read this epoch.

    With `fingerprint` it also counts those that have another secret of that number.
    """
    found = [process.epochs.get(epoch) for process in processes]
    return sum(one is None or (fingerprint is not None and one != fingerprint) for one in found)


def with_older(processes: Sequence[KeyProcess], epoch: int) -> int:
    """Counts the processes that can still read an epoch from before this one."""
    return sum(any(number < epoch for number in process.epochs) for process in processes)


def permit_by_hand(processes: Sequence[KeyProcess], new: Epoch, index_key: bytes) -> None:
    """Raises NotTurnedError unless every process that is alive can read `new`."""
    presence = DerivedKeys(index_key).key(Use.PRESENCE)
    missing = without(processes, new.number, new.fingerprint(presence))
    if missing:
        raise NotTurnedError(
            f"{missing} of {len(processes)} running processes cannot read epoch {new.number}, or "
            f"have another secret of that number. Give every one the same file {new.number}.key, "
            "wait until `handrail keys status` counts all of them, then turn."
        )
