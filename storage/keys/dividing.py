"""Moves a key store of an older version, which used one key for several uses, to divided keys.

The older index key found rows and sealed the ledger; it goes on finding rows, because a code that
was given out could not be found by another key, and does nothing else. All other keys are new. The
older epochs wrapped with their secret as it is; every key is wrapped anew with a derived key.
"""

from __future__ import annotations

from collections.abc import Sequence

from storage.keys.derived import OLDER_INDEX_KEY_BYTES, index_key_of_older
from storage.keys.epoch import Epoch
from storage.keys.prove import index_binding
from storage.keys.records import INDEX, KeyProcess, WrappedKey
from storage.keys.store import KeyStore
from storage.trouble import RefusedError


def divide(store: KeyStore, organisation: str, epoch: Epoch, wrapped: bytes) -> bytes:
    """Wraps every key anew, all at once; returns the divided index key. `wrapped` is the older one.

    Raises RefusedError, and changes nothing, while a process of the older version runs.
    """
    older = older_index_key(epoch, organisation, wrapped)
    assert older is not None
    index_key = index_key_of_older(older)

    def anew(key: WrappedKey) -> bytes:
        binding = key.binding(organisation)
        try:
            return epoch.wrap(epoch.undivided.unwrap(key.wrapped, binding), binding)
        except ValueError:
            # It is damaged, and stays so: `handrail keys check` counts it.
            return key.wrapped

    facts = {INDEX: epoch.wrap(index_key, index_binding(organisation))}
    store.divide(epoch.number, facts, anew, _permit)
    return index_key


def older_index_key(epoch: Epoch, organisation: str, wrapped: bytes) -> bytes | None:
    """Returns the index key as an older version wrapped it with this epoch; None for any other."""
    try:
        found = epoch.undivided.unwrap(wrapped, index_binding(organisation))
    except ValueError:
        return None
    return found if len(found) == OLDER_INDEX_KEY_BYTES else None


def _permit(processes: Sequence[KeyProcess]) -> None:
    if processes:
        raise RefusedError(
            f"{len(processes)} processes of an older Handrail still use the key store, and could "
            "not read it any more. Stop all of them, wait a minute, then start this version. "
            "Nothing was changed."
        )
