"""Proves that an epoch is the one in force: no other opens the index key."""

from __future__ import annotations

from storage.keys.envelope import FORMAT, bind
from storage.keys.epoch import Epoch
from storage.keys.epoch_files import Epochs
from storage.keys.records import EPOCH, INDEX
from storage.keys.store import KeyStore
from storage.trouble import RefusedError


def index_binding(organisation: str) -> bytes:
    """Returns the associated data of the wrapped index key."""
    return bind(FORMAT, INDEX, organisation)


def index_key_of(epochs: Epochs, epoch: Epoch, wrapped: bytes) -> bytes:
    """Unwraps the index key.

    Raises RefusedError when `epoch` did not wrap it, or wrapped it as older versions did.
    """
    try:
        return epoch.unwrap(wrapped, index_binding(epochs.organisation))
    except ValueError:
        raise RefusedError(
            f"The epoch key {epochs.file(epoch.number)} does not belong to the key store, or the "
            "organisation's name was changed. Put the right file or name back, then start "
            "again. Nothing was changed."
        ) from None


def prove(store: KeyStore, epochs: Epochs, number: int, index_key: bytes) -> Epoch:
    """Returns epoch `number`, or a newer one that is in force. Call it off the event loop.

    Raises RefusedError when its file is missing, or is not the right one.
    """
    facts = store.facts()
    epoch = epochs.read(max(number, int(facts[EPOCH])))
    if index_key_of(epochs, epoch, facts[INDEX]) != index_key:
        raise RefusedError("The key store is another one than before. Start Handrail again.")
    return epoch
