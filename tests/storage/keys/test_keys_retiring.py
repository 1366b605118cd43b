"""Keys are retired, and destroyed once nothing is sealed with them any more."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Collection
from pathlib import Path

import pytest

from storage.keys.envelope import key_of
from storage.keys.keyring import KeyDestroyedError, Keys
from tests.storage.keys.failing_keys import (
    NOW,
    PLACE,
    WORDS,
    BadStore,
    open_house,
    rows,
    store_file,
)


@pytest.fixture
async def keys(tmp_path: Path) -> AsyncIterator[Keys]:
    made = open_house(tmp_path)
    yield made
    await made.close()


def _id(sealed: bytes) -> bytes:
    return key_of(sealed)[1]


async def test_after_retiring_the_same_month_has_a_fresh_key_and_the_old_words_still_open(
    keys: Keys,
) -> None:
    before = await keys.seal("mai", PLACE, WORDS, NOW)
    bobs = await keys.seal("bob", PLACE, WORDS, NOW)
    await keys.retire("mai")
    after = [await keys.seal("mai", PLACE, WORDS, NOW) for _ in range(3)]
    assert len({_id(one) for one in after}) == 1
    assert _id(before) != _id(after[0])
    for sealed in (before, *after):
        assert await keys.unseal("mai", PLACE, sealed) == WORDS
    assert _id(await keys.seal("bob", PLACE, WORDS, NOW)) == _id(bobs)
    assert await keys.owners_of_retired_keys() == {"mai"}
    assert (await keys.counts()).retired == 1


async def test_retired_keys_stay_retired_and_readable_after_a_restart_and_a_turn(
    tmp_path: Path,
) -> None:
    first = open_house(tmp_path)
    before = await first.seal("mai", PLACE, WORDS, NOW)
    await first.retire("mai")
    await first.close()
    second = open_house(tmp_path)
    assert await second.owners_of_retired_keys() == {"mai"}
    after = await second.seal("mai", PLACE, WORDS, NOW)
    assert _id(after) != _id(before)
    await second.turn(NOW)
    await second.close()
    third = open_house(tmp_path)
    assert await third.owners_of_retired_keys() == {"mai"}
    assert _id(await third.seal("mai", PLACE, WORDS, NOW)) == _id(after)
    for sealed in (before, after):
        assert await third.unseal("mai", PLACE, sealed) == WORDS
    await third.close()


async def test_a_month_can_be_retired_again_and_again(keys: Keys) -> None:
    sealed = []
    for _ in range(4):
        sealed.append(await keys.seal("mai", PLACE, WORDS, NOW))
        await keys.retire("mai")
    assert len({_id(one) for one in sealed}) == 4
    for one in sealed:
        assert await keys.unseal("mai", PLACE, one) == WORDS


async def test_retiring_someone_without_keys_changes_nothing(keys: Keys) -> None:
    await keys.retire("nobody")
    assert await keys.owners_of_retired_keys() == set()


async def test_unused_keys_are_destroyed_and_the_others_are_not(keys: Keys, tmp_path: Path) -> None:
    gone = await keys.seal("mai", PLACE, WORDS, NOW)
    await keys.retire("mai")
    kept = await keys.seal("mai", PLACE, WORDS, NOW)
    bobs = await keys.seal("bob", PLACE, WORDS, NOW)
    assert await keys.destroy_unused("mai", [_id(kept)]) == 1
    with pytest.raises(KeyDestroyedError):
        await keys.unseal("mai", PLACE, gone)
    assert await keys.unseal("mai", PLACE, kept) == WORDS
    assert await keys.unseal("bob", PLACE, bobs) == WORDS
    assert await keys.owners_of_retired_keys() == set()
    ids = {row[0] for row in rows(tmp_path, "SELECT id FROM data_key")}
    assert ids == {_id(kept), _id(bobs)}
    assert await keys.destroy_unused("mai", [_id(kept)]) == 0
    assert await keys.forgotten() == set()


async def test_a_retired_key_that_is_in_use_is_kept_and_stays_retired(keys: Keys) -> None:
    before = await keys.seal("mai", PLACE, WORDS, NOW)
    await keys.retire("mai")
    after = await keys.seal("mai", PLACE, WORDS, NOW)
    assert await keys.destroy_unused("mai", {_id(before)}) == 0
    await keys.retire_unused("mai", {_id(before)})
    assert await keys.destroy_unused("mai", {_id(before)}) == 1
    assert await keys.unseal("mai", PLACE, before) == WORDS
    with pytest.raises(KeyDestroyedError):
        await keys.unseal("mai", PLACE, after)
    assert _id(await keys.seal("mai", PLACE, WORDS, NOW)) not in {_id(before), _id(after)}


async def test_with_nothing_in_use_every_key_goes(keys: Keys) -> None:
    for _ in range(2):
        await keys.seal("mai", PLACE, WORDS, NOW)
        await keys.retire("mai")
    await keys.seal("mai", PLACE, WORDS, NOW)
    await keys.retire_unused("mai", ())
    assert await keys.destroy_unused("mai", ()) == 3
    assert (await keys.counts()).data_keys == 0


async def test_a_destroyed_key_leaves_no_byte_in_the_file_and_none_after_a_restart(
    tmp_path: Path,
) -> None:
    first = open_house(tmp_path)
    gone = await first.seal("mai", PLACE, WORDS, NOW)
    ((wrapped,),) = rows(tmp_path, "SELECT wrapped FROM data_key")
    assert isinstance(wrapped, bytes)
    assert wrapped in store_file(tmp_path).read_bytes()
    await first.retire("mai")
    await first.destroy_unused("mai", ())
    assert wrapped not in store_file(tmp_path).read_bytes()
    await first.close()
    second = open_house(tmp_path)
    with pytest.raises(KeyDestroyedError):
        await second.unseal("mai", PLACE, gone)
    await second.close()


async def test_words_sealed_while_keys_retire_keep_their_key(
    keys: Keys,
) -> None:
    before = await keys.seal("mai", PLACE, WORDS, NOW)

    async def seal() -> bytes:
        return await keys.seal("mai", PLACE, WORDS, NOW)

    retiring = asyncio.create_task(keys.retire("mai"))
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    during = await asyncio.gather(*(seal() for _ in range(10)))
    await retiring
    assert _id(before) not in {_id(one) for one in during}
    assert len({_id(one) for one in during}) == 1


class Refusing(BadStore):
    """A key file on a disk that fails when keys are destroyed."""

    def retire(self, owner: str) -> None:
        raise OSError(28, "No space left")

    def destroy_unused(self, owner: str, in_use: Collection[bytes]) -> int:
        raise OSError(28, "No space left")


async def test_a_failing_disk_is_said_and_nothing_is_lost(tmp_path: Path) -> None:
    await open_house(tmp_path).close()
    keys = open_house(tmp_path)
    sealed = await keys.seal("mai", PLACE, WORDS, NOW)
    right, keys._store = keys._store, Refusing(store_file(tmp_path))
    with pytest.raises(OSError, match="No space left"):
        await keys.retire("mai")
    with pytest.raises(OSError, match="No space left"):
        await keys.destroy_unused("mai", ())
    keys._store.close()
    keys._store = right
    assert await keys.owners_of_retired_keys() == set()
    assert await keys.unseal("mai", PLACE, sealed) == WORDS
    assert _id(await keys.seal("mai", PLACE, WORDS, NOW)) == _id(sealed)
    await keys.close()
