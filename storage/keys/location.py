"""The paths of one organisation's key store and epoch files, which never share a folder."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from storage.keys.epoch_files import Epochs
from storage.keys.file_modes import refuse_loose
from storage.keys.key_file import KeyFile
from storage.keys.key_server import KeyServer
from storage.keys.keyring import Keys
from storage.keys.opening import open_keys_of, open_shared_keys
from storage.keys.prove import index_key_of
from storage.keys.records import EPOCH, INDEX, MOVING
from storage.keys.roots import RootChoice, make_root
from storage.keys.sealing import MOST_TURNS_MET
from storage.keys.whole_store import WholeStore
from storage.trouble import RefusedError

KEY_STORE = Path("keys", "keys.db")
EPOCHS = Path("epochs")
FILE_ROOT = RootChoice()


def key_files(folder: Path, epochs: Path | None) -> list[Path]:
    """Returns the folders and files of keys that are there, for a data folder.

    `epochs` is the folder of epochs if it is not in the data folder.
    """
    folders = [epochs or folder / EPOCHS, (folder / KEY_STORE).parent]
    there = [one for one in folders if one.is_dir()]
    open_to_us = [one for one in there if os.access(one, os.R_OK | os.X_OK)]
    files = (file for one in open_to_us for file in sorted(one.iterdir()))
    return [*there, *(file for file in files if file.is_file())]


@dataclass(frozen=True, slots=True, repr=False)
class KeyLocation:
    """Where the operator put the keys. Without `url`: a file in the data folder, one process."""

    folder: Path
    organisation: str
    root: RootChoice = FILE_ROOT
    url: str | None = None
    epochs: Path | None = None

    @property
    def store_file(self) -> Path:
        return self.folder / KEY_STORE

    def make_epochs(self) -> Epochs:
        """Returns the folder of epochs. Call it off the event loop.

        Raises RefusedError when the choice of the root is incomplete, or when others can open the
        folder, an epoch or the key store.
        """
        folder = self.epochs or self.folder / EPOCHS
        refuse_loose(*key_files(self.folder, self.epochs))
        return Epochs(folder, make_root(self.root), self.organisation)

    def open(self, *, known: bool = False) -> Keys:
        """Opens the keys, or makes them at the first start; call it off the event loop.

        `known` says that data was already written with keys of this organisation; then it makes no
        new ones on a server. Raises RefusedError, and changes nothing, where opening would do harm.
        """
        if self.url is None:
            return open_keys_of(self.store_file, self.make_epochs())
        return open_shared_keys(self.url, self.make_epochs(), known=known)

    def make_store(self) -> WholeStore:
        """Returns the key store, also one that is still to be filled."""
        return KeyFile(self.store_file) if self.url is None else KeyServer(self.url)

    def has_keys(self) -> bool:
        """True if there is a key store that a start would open. Call it off the event loop."""
        if self.url is None and not self.store_file.exists():
            return False
        store = self.make_store()
        try:
            facts = store.facts()
        finally:
            store.close()
        return bool(facts) and MOVING not in facts

    def has_unused_keys(self) -> bool:
        """True if nothing was ever sealed with the keys here, or ended. Call it off the event loop.

        A start that is refused after it made the first keys leaves such keys behind.
        """
        store = self.make_store()
        try:
            return store.is_unused()
        finally:
            store.close()

    def look(self) -> Keys:
        """Opens the keys beside a Handrail that runs: it makes, turns and removes nothing.

        Call it off the event loop. Raises RefusedError as `open` does.
        """
        if not self.has_keys():
            raise RefusedError(
                "There are no keys here to back up. Is HANDRAIL_DATA right? "
                "The first `handrail run` makes them."
            )
        epochs, store = self.make_epochs(), self.make_store()
        try:
            for more in reversed(range(MOST_TURNS_MET)):
                facts = store.about()
                try:
                    epoch = epochs.read(int(facts[EPOCH]))
                    break
                except RefusedError:
                    # It was turned in between, or its file is gone.
                    if not more:
                        raise
            index_key = index_key_of(epochs, epoch, facts[INDEX])
            return Keys(store, epochs, epoch, index_key, epochs.made_at(epoch.number))
        except BaseException:
            store.close()
            raise
