"""Proving that an epoch is the one in force: only that one opens the index key."""

from __future__ import annotations

from storage.keys.envelope import FORMAT, Epoch, bind
from storage.keys.epoch_files import Epochs
from storage.keys.records import EPOCH, INDEX
from storage.keys.store import KeyStore
from storage.trouble import RefusedError


def index_binding(organisation: str) -> bytes:
    return bind(FORMAT, INDEX, organisation)


def index_key_of(epochs: Epochs, epoch: Epoch, wrapped: bytes) -> bytes:
    """Raises RefusedError when `epoch` did not wrap it."""
    try:
        return epoch.unwrap(wrapped, index_binding(epochs.organisation))
    except ValueError:
        raise RefusedError(
            f"The epoch key {epochs.file(epoch.number)} does not belong to the key store, or the "
            "organisation's name was changed. Put the right file or name back, then start "
            "again. Nothing was changed."
        ) from None


def prove(store: KeyStore, epochs: Epochs, number: int, index_key: bytes) -> Epoch:
    """The epoch `number`, or a newer one if that is in force by now. Call it off the event loop.

    Raises RefusedError when its file is not here, or is another one's.
    """
    facts = store.facts()
    epoch = epochs.read(max(number, int(facts[EPOCH])))
    if index_key_of(epochs, epoch, facts[INDEX]) != index_key:
        raise RefusedError("The key store is another one than before. Start Handrail again.")
    return epoch
