"""Makes each transaction of the key store a place for a fault."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from typing import Any

import pytest

from storage.keys.key_file import KeyFile
from storage.keys.records import OfOwners
from storage.keys.store import KeyStore
from tests.simulation.faults import Faults


def failing_keys(faults: Faults, kind: str) -> AbstractContextManager[Any]:
    """Lets each transaction of the key store fail as it begins, and before its commit; and each
    read on the event loop.
    """
    return nullcontext() if kind == "memory" else _failing(faults)


@contextmanager
def _failing(faults: Faults) -> Iterator[None]:
    real, read = KeyStore._transaction, KeyFile.of_at_once

    @contextmanager
    def keys(store: KeyStore, *, turning: bool = False) -> Iterator[Any]:
        faults.at("keys")
        with real(store, turning=turning) as db:
            yield db
            faults.at("keys commit")

    def at_once(store: KeyFile, owners: Collection[str]) -> OfOwners | None:
        faults.at("keys")
        return read(store, owners)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(KeyStore, "_transaction", keys)
        patch.setattr(KeyFile, "of_at_once", at_once)
        yield
