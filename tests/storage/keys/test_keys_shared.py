"""Many processes share one key store. No process goes on using a key that another destroyed."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path

import pytest

from storage import RefusedError
from storage.keys.keyring import KeyDestroyedError, Keys
from storage.keys.records import OfOwners
from tests.databases import new_database
from tests.storage.keys.failing_keys import NOW, PLACE, WORDS, all_open, epochs_in, fill
from tests.storage.keys.key_servers import ask, process

LATER = NOW + timedelta(days=3)


@pytest.fixture
def url() -> str:
    return new_database()


@pytest.fixture
async def two(url: str, tmp_path: Path) -> AsyncIterator[tuple[Keys, Keys]]:
    """Opens two processes on one machine, with one folder of epochs."""
    made = process(url, tmp_path), process(url, tmp_path)
    yield made
    for keys in made:
        await keys.close()


async def test_one_process_opens_what_the_other_sealed(two: tuple[Keys, Keys]) -> None:
    one, other = two
    sealed = await fill(one, 3)
    assert await all_open(other, sealed)
    assert one.keyed_hash("code", "KXPT") == other.keyed_hash("code", "KXPT")


async def test_both_seal_a_month_with_the_same_key(two: tuple[Keys, Keys], url: str) -> None:
    sealing = (keys.seal("mai", PLACE, WORDS, NOW) for keys in two for _ in range(20))
    await asyncio.gather(*sealing)
    assert ask(url, "SELECT count(*) FROM data_key") == [(1,)]


async def test_a_key_that_one_process_destroyed_opens_nothing_in_another(
    two: tuple[Keys, Keys],
) -> None:
    one, other = two
    sealed = await fill(one, 2)
    assert await all_open(other, sealed)
    await one.forget("o0")
    with pytest.raises(KeyDestroyedError):
        await other.unseal("o0", PLACE, sealed["o0"])
    assert await other.unseal("o1", PLACE, sealed["o1"]) == WORDS
    assert await other.forgotten() == {"o0"}
    assert not await other.has_any("o0")


async def test_another_process_does_not_seal_with_what_one_has_retired_or_destroyed(
    two: tuple[Keys, Keys], url: str
) -> None:
    one, other = two
    old = await other.seal("mai", PLACE, WORDS, NOW)
    await one.retire("mai")
    fresh = await other.seal("mai", PLACE, WORDS, NOW)
    assert ask(url, "SELECT count(*) FROM data_key WHERE retired = 0") == [(1,)]
    kept = {key.id for key in one._store.of(["mai"]).keys if not key.retired}
    assert await one.destroy_unused("mai", kept) == 1
    with pytest.raises(KeyDestroyedError):
        await other.unseal("mai", PLACE, old)
    assert await other.unseal("mai", PLACE, fresh) == WORDS
    assert await other.seal("mai", PLACE, WORDS, NOW)
    assert ask(url, "SELECT count(*) FROM data_key") == [(1,)]


async def test_within_one_unit_of_work_each_owner_is_asked_for_once(
    two: tuple[Keys, Keys], monkeypatch: pytest.MonkeyPatch
) -> None:
    one, other = two
    sealed = await fill(one, 3)
    asked = _noting(other, monkeypatch)
    trusted: set[str] = set()
    await other.warm(["o0", "o1"], trusted=trusted)
    for who in ("o0", "o1", "o2", "o2"):
        assert await other.unseal(who, PLACE, sealed[who], trusted=trusted) == WORDS
    assert asked == [{"o0", "o1"}, {"o2"}]
    assert await other.unseal("o0", PLACE, sealed["o0"], trusted=set()) == WORDS
    assert asked[2:] == [{"o0"}]


async def test_waiting_tasks_share_one_read_that_begins_after_they_asked(
    two: tuple[Keys, Keys], monkeypatch: pytest.MonkeyPatch
) -> None:
    one, other = two
    sealed = await fill(one, 6)
    assert await all_open(other, sealed)
    asked = _noting(other, monkeypatch)
    await asyncio.gather(*(other.unseal(who, PLACE, one) for who, one in sealed.items()))
    assert len(asked) == 2
    assert set().union(*asked) == set(sealed)


async def test_a_failing_read_never_falls_back_on_old_keys_in_memory(
    two: tuple[Keys, Keys], monkeypatch: pytest.MonkeyPatch
) -> None:
    one, other = two
    sealed = await fill(one, 2)
    assert await all_open(other, sealed)
    await one.forget("o0")
    real, calls = other._store.of, 0

    def failing(owners: set[str]) -> object:
        nonlocal calls
        calls += 1
        if calls <= 2:
            raise ConnectionError
        return real(owners)

    monkeypatch.setattr(other._store, "of", failing)
    asking = [other.unseal("o0", PLACE, sealed["o0"]) for _ in range(5)]
    told = await asyncio.gather(*asking, return_exceptions=True)
    assert {type(each) for each in told} <= {ConnectionError, KeyDestroyedError}
    assert KeyDestroyedError in {type(each) for each in told}


async def test_another_process_goes_on_under_the_new_epoch(
    two: tuple[Keys, Keys], tmp_path: Path
) -> None:
    one, other = two
    sealed = await fill(one, 3)
    assert await other.unseal("o0", PLACE, sealed["o0"]) == WORDS
    await one.forget("o2")
    del sealed["o2"]
    await other.beat()
    assert other.wants_turning
    assert await one.turn(LATER) == 2
    assert epochs_in(tmp_path) == ["2.key"]
    sealed["new"] = await other.seal("new", PLACE, WORDS, NOW)
    assert await all_open(other, sealed)
    assert await all_open(one, sealed)
    await other.beat()
    assert not other.wants_turning
    assert (await other.status()).epoch == 2
    assert (await other.status()).turned_at == LATER
    assert await other.check() == 0
    assert await other.turn(LATER) == 3
    assert await one.check() == 0
    sealed["newer"] = await one.seal("newer", PLACE, WORDS, NOW)
    assert await all_open(other, sealed)
    assert epochs_in(tmp_path) == ["3.key"]


async def test_turns_by_two_processes_at_once_lose_no_key(
    two: tuple[Keys, Keys], tmp_path: Path
) -> None:
    one, other = two
    sealed = await fill(one, 20)
    turns = await asyncio.gather(
        one.turn(LATER),
        other.turn(LATER),
        one.turn(LATER),
        other.turn(LATER),
        return_exceptions=True,
    )
    done = [each for each in turns if isinstance(each, int)]
    assert done
    status = await one.status()
    assert status.epoch == 1 + len(done)
    assert await all_open(other, sealed)
    assert await all_open(one, sealed)
    assert epochs_in(tmp_path) == [f"{status.epoch}.key"]


async def test_sealing_in_one_process_amid_turns_of_another_loses_nothing(
    two: tuple[Keys, Keys],
) -> None:
    one, other = two
    made: dict[str, bytes] = {}

    async def turning() -> None:
        for _ in range(5):
            await one.turn(LATER)

    work = asyncio.create_task(turning())
    while not work.done():
        who = f"during{len(made)}"
        made[who] = await other.seal(who, PLACE, WORDS, NOW)
    await work
    assert await all_open(one, made)
    assert await all_open(other, made)


async def test_two_first_starts_at_once_have_the_same_keys(url: str, tmp_path: Path) -> None:
    made = await asyncio.gather(
        *(asyncio.to_thread(process, url, tmp_path) for _ in range(4)), return_exceptions=True
    )
    keys = [each for each in made if isinstance(each, Keys)]
    assert keys
    assert all(isinstance(each, Keys | RefusedError) for each in made)
    sealed = await fill(keys[0], 2)
    for each in keys:
        assert await all_open(each, sealed)
        await each.close()
    late = process(url, tmp_path)
    assert await all_open(late, sealed)
    await late.close()


async def test_a_first_start_on_another_machine_with_another_epoch_is_refused(
    url: str, tmp_path: Path
) -> None:
    first = process(url, tmp_path / "one")
    with pytest.raises(RefusedError, match="is missing"):
        process(url, tmp_path / "two")
    (tmp_path / "two" / "epochs").mkdir(parents=True)
    (tmp_path / "two" / "epochs" / "1.key").write_text("handrail-epoch-2:file:" + "00" * 32)
    with pytest.raises(RefusedError, match="does not belong"):
        process(url, tmp_path / "two")
    await first.close()


async def test_one_damaged_key_takes_no_other_along(two: tuple[Keys, Keys], url: str) -> None:
    one, other = two
    sealed = await fill(one, 3)
    ask(url, "UPDATE data_key SET wrapped = %s WHERE owner = 'o1'", b"x" * 60)
    await other.warm(["o0", "o1", "o2"])
    assert await other.unseal("o0", PLACE, sealed["o0"]) == WORDS
    for _ in range(2):
        with pytest.raises(ValueError, match="not wrapped"):
            await other.unseal("o1", PLACE, sealed["o1"])


def _noting(keys: Keys, monkeypatch: pytest.MonkeyPatch) -> list[set[str]]:
    """Returns a list to which each question to the key store adds its owners from now on."""
    asked: list[set[str]] = []
    real = keys._store.of

    def noting(owners: set[str]) -> OfOwners:
        asked.append(set(owners))
        return real(owners)

    monkeypatch.setattr(keys._store, "of", noting)
    return asked
