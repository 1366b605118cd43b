"""Keys that survive a lost disk: they keep a sealed copy of themselves, and the endings since."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from datetime import UTC, datetime

import structlog

from bot.metrics import METRICS
from storage.keys.epoch import Epoch
from storage.keys.epoch_files import Epochs
from storage.keys.records import BACKED_UP_AT, ENDINGS, EPOCH
from storage.keys.recovery.endings import Endings
from storage.keys.recovery.folder import RecoveryFolder
from storage.keys.recovery.key_copy import KeyCopy
from storage.keys.recovery.replacing import NewerCopyError, OtherCopyError, Replacing
from storage.keys.sealing import MOST_TURNS_MET, Sealing
from storage.keys.whole_store import WholeStore
from storage.trouble import KeyStoreError, RefusedError

log = structlog.get_logger()


class RecoverableKeys(Sealing):
    """Without a recovery folder it only counts the endings, so that a gap is found later."""

    def __init__(self, store: WholeStore, epochs: Epochs, epoch: Epoch, index_key: bytes) -> None:
        super().__init__(store, epochs, epoch, index_key)
        self._whole_store = store
        self.endings = Endings(self)
        self.replacing = Replacing(self.endings)
        # True while this process runs, and so writes to the folder again and again.
        self.living = False
        store.noting = self.endings.note

    async def keep_in(self, folder: RecoveryFolder) -> None:
        """From now on writes each ending to this folder.

        A copy that is there is renewed: it then has what was ended while nobody wrote it down.
        Raises RefusedError for the folder of other keys, and where keys that have just been made
        find a copy of which nobody can say whose it is.
        """
        are_new = ENDINGS not in await asyncio.to_thread(self._store.facts)
        await asyncio.to_thread(self.replacing.refuse, folder, self._keys_hash(), are_new=are_new)
        await asyncio.to_thread(self._begin_counting)
        self.endings.folder = folder
        await self.renew_copy(datetime.now(UTC))

    async def write_copy(self, now: datetime) -> KeyCopy:
        """Writes a new copy of the keys in the place of the one before, then clears endings.

        Raises OSError, and RefusedError where there is no recovery folder, or one with a copy that
        is not the last one of these keys.
        """
        return await asyncio.to_thread(self._write_copy, now)

    async def renew_copy(self, now: datetime) -> None:
        """Does the same where there is a folder with a copy. Its failure is owed, and told."""
        folder = self.endings.folder
        if folder is None or not folder.has_copy():
            return
        try:
            await self.write_copy(now)
        except (OSError, RefusedError, KeyStoreError) as problem:
            self._failed(problem)

    async def see(self, now: datetime) -> None:
        """Notes that until `now` all endings are written down; first writes what is owed."""
        if self.endings.owed:
            await self.renew_copy(now)
        try:
            await asyncio.to_thread(self._see, now)
        except OSError as problem:
            self._failed(problem)

    def ids(self) -> frozenset[bytes]:
        """Returns the ids of all data keys. Call it off the event loop."""
        return frozenset(key.id for key in self._store.all())

    async def note_backup(self, at: datetime) -> None:
        """Notes that a backup was made at `at` (aware)."""
        told = at.astimezone(UTC).isoformat(timespec="seconds").encode()
        await asyncio.to_thread(self._whole_store.replace_facts, {BACKED_UP_AT: told})

    def _write_copy(self, now: datetime) -> KeyCopy:
        folder = self.endings.folder
        if folder is None:
            raise RefusedError(
                "There is no place for the copy of the keys: set HANDRAIL_RECOVERY and "
                "HANDRAIL_RECOVERY_KEY. See docs/backup.md. Nothing was changed."
            )
        self._begin_counting()
        copy = self._newest(folder, now)
        self.replacing.write(folder, copy)
        self.endings.owed = False
        self._see(now)
        self.endings.clear(self.replacing.known(copy.contents.facts))
        return copy

    def _begin_counting(self) -> None:
        none_yet = self.endings.sealed_count(self.endings.count(None))
        self._store.record_fact(ENDINGS, none_yet)

    def _newest(self, folder: RecoveryFolder, now: datetime) -> KeyCopy:
        """Reads the keys, again where another process wrote a newer copy in between."""
        for more in reversed(range(MOST_TURNS_MET)):
            copy = self._copied(now)
            try:
                self.replacing.refuse_over(folder, copy)
                break
            except NewerCopyError:
                if not more:
                    raise
        return copy

    def _copied(self, now: datetime) -> KeyCopy:
        """Reads the whole store and its epoch, again where the epoch turns in between."""
        for more in reversed(range(MOST_TURNS_MET)):
            contents = self._whole_store.contents()
            number = int(contents.facts[EPOCH])
            try:
                secret = self._epochs.secret(number)
                break
            except RefusedError:
                if not more:
                    raise
        keys_hash = self._keys_hash()
        return KeyCopy(self._organisation, keys_hash, number, secret, contents, now)

    def _keys_hash(self) -> str:
        return self.keyed_hash("keyring", self._organisation)

    def _see(self, now: datetime) -> None:
        self.endings.see(self._store.facts().get(ENDINGS), now, living=self.living)

    def _failed(self, problem: Exception) -> None:
        self.endings.owed = True
        METRICS.failed("keys")
        if isinstance(problem, OtherCopyError):
            log.error("recovery_folder_has_another_copy")
        else:
            log.error("recovery_folder_not_written", error=type(problem).__name__)


def backed_up_at(facts: Mapping[str, bytes]) -> datetime | None:
    """Returns when the last backup was made (UTC), by the facts of a key store, or None."""
    found = facts.get(BACKED_UP_AT)
    return None if found is None else datetime.fromisoformat(found.decode())
