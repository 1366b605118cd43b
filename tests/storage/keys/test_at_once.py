"""Keys of a file are read on the event loop, where that needs no wait."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from storage.keys import at_once
from storage.keys.key_file import FEW
from storage.keys.keyring import Keys
from tests.storage.keys.failing_keys import PLACE, all_open, fill, open_house, store_file

OWNERS = [f"o{n}" for n in range(5)]


@contextmanager
def trips(keys: Keys, monkeypatch: pytest.MonkeyPatch) -> Iterator[list[int]]:
    """How many owners were asked for in each trip to the thread, once nothing is in memory."""
    seen: list[int] = []
    real: Any = keys._store.of

    def of(owners: Any) -> Any:
        seen.append(len(owners))
        return real(owners)

    keys._cache.clear()
    with monkeypatch.context() as patch:
        patch.setattr(keys._store, "of", of)
        yield seen


async def test_it_finds_what_the_thread_finds(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    keys = open_house(tmp_path)
    sealed = await fill(keys, len(OWNERS))
    await keys.raise_floors({("o1", "thing"): 3})
    await keys.retire("o2")
    await keys.forget("o3")
    asked = [*OWNERS, "nobody", "Zoë 'x'"]
    here, there = keys._store.of_at_once(asked), keys._store.of(asked)
    assert here is not None
    assert len(here.keys) == len(OWNERS) - 1
    assert frozenset(here.keys) == frozenset(there.keys)
    assert here.floors == there.floors
    del sealed["o3"]
    with trips(keys, monkeypatch) as seen:
        assert await all_open(keys, sealed)
        assert await keys.floor("o1", "thing") == 3
    assert seen == []
    await keys.close()


async def test_many_owners_are_read_in_the_thread(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    keys = open_house(tmp_path)
    with trips(keys, monkeypatch) as seen:
        await keys.warm({f"o{n}" for n in range(FEW + 1)})
    assert seen == [FEW + 1]
    await keys.close()


async def test_what_takes_long_or_would_wait_is_read_in_the_thread(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    keys = open_house(tmp_path)
    sealed = await fill(keys, len(OWNERS))
    with monkeypatch.context() as patch:
        patch.setattr(at_once, "STEPS", 1)
        keys._store.close()
        with trips(keys, monkeypatch) as seen:
            assert await all_open(keys, sealed)
        assert len(seen) == len(OWNERS)
    keys._store.close()
    other = sqlite3.connect(store_file(tmp_path), isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    assert keys._store.of_at_once(OWNERS) is None
    other.execute("COMMIT")
    other.close()
    assert keys._store.of_at_once(OWNERS) is not None
    await keys.close()


async def test_a_key_that_is_made_or_destroyed_is_seen_at_once(tmp_path: Path) -> None:
    keys = open_house(tmp_path)
    (sealed,) = (await fill(keys, 1)).values()
    assert keys._store.of_at_once(["o0"]) == keys._store.of(["o0"])
    await keys.forget("o0")
    found = keys._store.of_at_once(["o0"])
    assert found is not None
    assert not found.keys
    with pytest.raises(KeyError):
        await keys.unseal("o0", PLACE, sealed)
    await keys.close()
