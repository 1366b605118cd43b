"""Opening the keys at a start: the epoch in force first, then what a crash left behind."""

from __future__ import annotations

import os
import sqlite3
from datetime import datetime
from pathlib import Path

from storage.epoch import KEY_BYTES, Epoch
from storage.epochs import Epochs
from storage.key_store import EPOCH, KeyStore
from storage.keys import Keys
from storage.roots import FileRoot, Root
from storage.trouble import RefusedError
from storage.turning import INDEX, TURNED_AT, Facts, index_binding

FIRST = 1


def open_keys(
    store_file: Path, epoch_folder: Path, organisation: str, root: Root | None = None
) -> Keys:
    """Opens the key store, or makes it at the first start; call it off the event loop.

    Raises RefusedError, and changes nothing, when the epoch is missing, damaged or another one,
    or when its root cannot or will not open it.
    """
    return open_keys_of(store_file, Epochs(epoch_folder, root or FileRoot(), organisation))


def open_keys_of(store_file: Path, epochs: Epochs) -> Keys:
    """The same, with the folder of epochs given."""
    try:
        # Before the key store is made, so that a start that is refused leaves none behind.
        first = None if store_file.exists() else _first_epoch(epochs)
        store = KeyStore(store_file)
        try:
            return _opened(store, epochs, first)
        except BaseException:
            store.close()
            raise
    except (sqlite3.DatabaseError, ValueError, KeyError):
        raise _damaged(store_file) from None
    except OSError as why:
        raise RefusedError(
            f"The keys in {store_file.parent} and {epochs.folder} could not be read or written "
            f"({why.strerror or why}). See to the disk and to who may write there, then start "
            "again. No key was lost."
        ) from None


def _opened(store: KeyStore, epochs: Epochs, first: Epoch | None) -> Keys:
    about = store.about()
    if not about:
        return _begun(store, epochs, first or _first_epoch(epochs))
    # A key store from before epochs had numbers is in the first one.
    number = int(about.get(EPOCH, str(FIRST)))
    epoch = epochs.read(number)
    index_key = _index_key(epochs, epoch, about[INDEX])
    # Only now is it proved that this epoch is the right one.
    at = about.get(TURNED_AT)
    turned_at = datetime.fromisoformat(at.decode()) if at else epochs.made_at(number)
    if EPOCH not in about:
        store.begin(Facts(about[INDEX], number, turned_at).written())
    store.bring_up_to_date()
    epochs.keep_only(number)
    return Keys(store, epochs, epoch, index_key, turned_at)


def _index_key(epochs: Epochs, epoch: Epoch, wrapped: bytes) -> bytes:
    try:
        return epoch.unwrap(wrapped, index_binding(epochs.organisation))
    except ValueError:
        raise RefusedError(
            f"The epoch key {epochs.file(epoch.number)} does not belong to the key store, or the "
            "organisation's name was changed. Put the right file or name back, then start "
            "again. Nothing was changed."
        ) from None


def _begun(store: KeyStore, epochs: Epochs, epoch: Epoch) -> Keys:
    index_key = os.urandom(KEY_BYTES)
    wrapped = epoch.wrap(index_key, index_binding(epochs.organisation))
    turned_at = epochs.made_at(epoch.number)
    store.begin(Facts(wrapped, epoch.number, turned_at).written())
    return Keys(store, epochs, epoch, index_key, turned_at)


def _first_epoch(epochs: Epochs) -> Epoch:
    """For a key store that is still to be made."""
    numbers = epochs.numbers()
    if not numbers:
        return epochs.make(FIRST)
    if numbers == {FIRST}:
        return epochs.read(FIRST)
    raise RefusedError(
        f"The key store is missing or empty, though {epochs.folder} holds epoch {max(numbers)} "
        "of one. Put the key store back, or use another data folder, then start again. "
        "Nothing was changed."
    )


def _damaged(store_file: Path) -> RefusedError:
    return RefusedError(
        f"The key store {store_file} is damaged or is locked by another process. Put the "
        "right file back, then start again. Nothing was changed."
    )
