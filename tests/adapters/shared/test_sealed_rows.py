"""The encryption of an adapter's rows, and the keyed hashes that find them."""

from __future__ import annotations

import pytest

from adapters.shared.sealed_rows import RowSealer
from tests.adapters.support import OpenSealer, keyed_hash

ENTRY = {"id": "U1", "number": 3}


def row_sealer(label: str = "test.row") -> RowSealer:
    return RowSealer(OpenSealer(), keyed_hash, "test", label)


async def test_a_row_opens_under_its_owner_and_its_key_alone() -> None:
    rows = row_sealer()
    sealed = await rows.seal("owner", "key", ENTRY)
    assert await rows.unseal("owner", "key", sealed) == ENTRY
    assert await rows.unseal_or_none("owner", "other", sealed) is None
    assert await rows.unseal_or_none("another", "key", sealed) is None
    assert await row_sealer("test.other").unseal_or_none("owner", "key", sealed) is None


async def test_nothing_opens_after_its_key_was_destroyed() -> None:
    rows = row_sealer()
    owner = rows.new_owner("key")
    sealed = await rows.seal(owner, "key", ENTRY)
    await rows.destroy(owner)
    assert await rows.unseal_or_none(owner, "key", sealed) is None
    with pytest.raises(KeyError):
        await rows.unseal(owner, "key", sealed)


async def test_a_row_that_names_somebody_else_as_its_owner_destroys_nothing() -> None:
    rows = row_sealer()
    sealed = await rows.seal("a person", "key", ENTRY)
    await rows.destroy("a person")
    assert await rows.unseal("a person", "key", sealed) == ENTRY


def test_a_hash_differs_by_platform_column_and_text() -> None:
    rows = row_sealer()
    assert rows.hash("person", "a", "b") == keyed_hash("test.person", "a|b")
    assert rows.hash("person", "a") != rows.hash("message", "a")


def test_an_owner_is_never_used_twice() -> None:
    owners = {row_sealer().new_owner("key") for _ in range(100)}
    assert len(owners) == 100
    assert all(owner.startswith("test:key:") for owner in owners)
