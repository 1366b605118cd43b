"""The paths of one organisation's key store and epoch files, which never share a folder."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from storage.keys.epoch_files import Epochs
from storage.keys.file_modes import refuse_loose
from storage.keys.keyring import Keys
from storage.keys.opening import open_keys_of, open_shared_keys
from storage.keys.roots import RootChoice, make_root

KEY_STORE = Path("keys", "keys.db")
EPOCHS = Path("epochs")
FILE_ROOT = RootChoice()


def key_files(folder: Path, epochs: Path | None) -> list[Path]:
    """Returns the folders and files of keys that are there, for a data folder.

    `epochs` is the folder of epochs if it is not in the data folder.
    """
    folders = [epochs or folder / EPOCHS, (folder / KEY_STORE).parent]
    there = [one for one in folders if one.is_dir()]
    return [*there, *(file for one in there for file in sorted(one.iterdir()) if file.is_file())]


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
