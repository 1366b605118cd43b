"""Opens the keys at a start: proves the epoch in force, then removes what a crash left."""

from __future__ import annotations

import json
import sqlite3
from contextlib import AbstractContextManager, nullcontext
from datetime import UTC, datetime
from pathlib import Path

from storage.keys.derived import new_index_key
from storage.keys.dividing import divide, older_index_key
from storage.keys.epoch import Epoch
from storage.keys.epoch_files import Epochs
from storage.keys.epoch_turn import EpochFacts
from storage.keys.key_file import KeyFile
from storage.keys.key_server import KeyServer
from storage.keys.keyring import Keys
from storage.keys.prove import index_binding, index_key_of
from storage.keys.records import EPOCH, INDEX, MOMENT, MOVED, TURNED_AT
from storage.keys.roots import FileRoot, Root
from storage.keys.whole_store import WholeStore
from storage.trouble import KeyStoreError, RefusedError

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
    """Does the same with the folder of epochs given."""
    try:
        # Make the epoch before the key store, so that a refused start leaves no key store behind.
        first = None if store_file.exists() else _first_epoch(epochs)
        store = KeyFile(store_file)
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


def open_shared_keys(url: str, epochs: Epochs, *, known: bool = False) -> Keys:
    """Opens a key store on PostgreSQL, which other processes may use at the same time.

    Raises RefusedError as `open_keys` does, also where the server does not answer, and where the
    store is empty though keys are `known` to exist.
    """
    store = KeyServer(url)
    try:
        if known and not store.about():
            raise RefusedError(
                "The key store of HANDRAIL_KEYS_URL is empty, though the database was written with "
                "keys. Move them there with `handrail db copy`, or set the right address; then "
                "start again. Nothing was changed."
            )
        return _opened(store, epochs, None)
    except BaseException as why:
        store.close()
        if isinstance(why, KeyStoreError):
            raise RefusedError(
                f"The key store cannot be used: {why}. Is it running, and is HANDRAIL_KEYS_URL "
                "right? Nothing was changed."
            ) from None
        if isinstance(why, ValueError | KeyError):
            raise RefusedError(
                "The key store of HANDRAIL_KEYS_URL is damaged. Nothing was changed."
            ) from None
        if isinstance(why, OSError):
            raise RefusedError(
                f"The epochs in {epochs.folder} could not be read or written "
                f"({why.strerror or why}). No key was lost."
            ) from None
        raise


def _opened(store: WholeStore, epochs: Epochs, first: Epoch | None) -> Keys:
    about = store.about()
    if not about:
        with _alone(store, epochs):
            # Another process may have begun the store while this one waited.
            about = store.about()
            if not about:
                return _begun_alone(store, epochs, first)
    if MOVED in about and not store.shared:
        raise RefusedError(
            "The keys of this data folder were moved to a key store of many processes: set "
            "HANDRAIL_KEYS_URL. What has been erased since is still in this one. "
            "Nothing was changed."
        )
    # A key store from before epochs had numbers is in the first epoch.
    number = int(about.get(EPOCH, str(FIRST)))
    epoch = epochs.read(number)
    older = older_index_key(epoch, epochs.organisation, about[INDEX])
    index_key = older or index_key_of(epochs, epoch, about[INDEX])
    # Only now is this epoch proved to be the right one.
    at = about.get(TURNED_AT)
    turned_at = datetime.fromisoformat(at.decode()) if at else epochs.made_at(number)
    if EPOCH not in about:
        store.begin(EpochFacts(about[INDEX], number, turned_at).written())
    store.bring_up_to_date()
    if older is not None:
        index_key = divide(store, epochs.organisation, epoch, about[INDEX])
    _clear_up(store, epochs, number)
    return Keys(store, epochs, epoch, index_key, turned_at)


def _alone(store: WholeStore, epochs: Epochs) -> AbstractContextManager[None]:
    return epochs.alone() if store.shared and epochs.writable() else nullcontext()


def _clear_up(store: WholeStore, epochs: Epochs, number: int) -> None:
    """Removes other epochs. On a server a later one may belong to the next turn, so it stays."""
    if not epochs.writable():
        return
    if store.shared:
        epochs.destroy_older(number)
    else:
        epochs.keep_only(number)


def _begun_alone(store: WholeStore, epochs: Epochs, first: Epoch | None) -> Keys:
    """Begins the store. If a process on another machine was first, removes the epoch made here."""
    brought = bool(epochs.numbers())
    epoch = first or _first_epoch(epochs)
    try:
        return _begun(store, epochs, epoch)
    except RefusedError:
        if not brought:
            epochs.destroy(epoch.number)
        raise


def _begun(store: WholeStore, epochs: Epochs, epoch: Epoch) -> Keys:
    index_key = new_index_key()
    wrapped = epoch.wrap(index_key, index_binding(epochs.organisation))
    turned_at = epochs.made_at(epoch.number)
    # The first trusted moment; a store of an older version has none.
    first = {MOMENT: json.dumps({"at": datetime.now(UTC).isoformat()}).encode()}
    store.begin(EpochFacts(wrapped, epoch.number, turned_at).written() | first)
    return Keys(store, epochs, epoch, index_key, turned_at)


def _first_epoch(epochs: Epochs) -> Epoch:
    """Returns the first epoch of a key store that is still to be made."""
    numbers = epochs.numbers()
    if not numbers:
        if not epochs.writable():
            raise RefusedError(
                f"There is no epoch in {epochs.folder}, and this process may not make one. Make "
                "the first with `handrail keys new`, give it to every process, then start again. "
                "Nothing was changed."
            )
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
