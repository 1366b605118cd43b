"""Sealing, the keys behind it, and every reason not to start."""

from __future__ import annotations

import sqlite3
from collections.abc import AsyncIterator, Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bot.domain.words import Words
from storage import RefusedError
from storage.keys.envelope import HEADER, key_of
from storage.keys.keyring import KeyDestroyedError, Keys, month_of
from storage.keys.opening import open_keys

NOW = datetime(2026, 11, 23, tzinfo=UTC)
PLACE = "answer.words|a1"
WORDS = Words("I said no. — 好 \ud800")


def _open(folder: Path, organisation: str = "org") -> Keys:
    return open_keys(folder / "keys" / "keys.db", folder / "epochs", organisation)


@pytest.fixture
async def keys(tmp_path: Path) -> AsyncIterator[Keys]:
    made = _open(tmp_path)
    yield made
    await made.close()


async def test_what_is_sealed_opens_in_its_place(keys: Keys) -> None:
    sealed = await keys.seal("mai", PLACE, WORDS, NOW)
    assert await keys.unseal("mai", PLACE, sealed) == WORDS
    assert b"I said no" not in sealed


async def test_any_changed_byte_is_refused(keys: Keys) -> None:
    sealed = await keys.seal("mai", PLACE, WORDS, NOW)
    for position in range(len(sealed)):
        changed = bytearray(sealed)
        changed[position] ^= 1
        with pytest.raises((ValueError, KeyDestroyedError)):
            await keys.unseal("mai", PLACE, bytes(changed))
    for length in range(len(sealed)):
        with pytest.raises(ValueError, match="seal"):
            await keys.unseal("mai", PLACE, sealed[:length])


async def test_sealed_words_do_not_open_in_another_row_column_or_for_another(keys: Keys) -> None:
    sealed = await keys.seal("mai", PLACE, WORDS, NOW)
    for place in ("answer.words|a2", "answer.mark|a1", "share.body|a1", ""):
        with pytest.raises(ValueError, match="belong elsewhere"):
            await keys.unseal("mai", place, sealed)
    await keys.seal("bob", PLACE, WORDS, NOW)
    with pytest.raises(KeyError):
        await keys.unseal("bob", PLACE, sealed)


async def test_the_length_shows_only_in_steps_of_256(keys: Keys) -> None:
    lengths = [len(await keys.seal("mai", PLACE, Words("x" * n), NOW)) for n in range(600)]
    assert len(set(lengths)) == 3
    assert lengths[0] == lengths[252] < lengths[253] == lengths[508] < lengths[509]
    assert lengths[509] - lengths[508] == 256


async def test_the_same_words_never_look_the_same(keys: Keys) -> None:
    assert len({await keys.seal("mai", PLACE, WORDS, NOW) for _ in range(50)}) == 50


async def test_each_month_has_its_own_key_named_in_the_seal(keys: Keys) -> None:
    november = await keys.seal("mai", PLACE, WORDS, NOW)
    december = await keys.seal("mai", PLACE, WORDS, NOW + timedelta(days=20))
    again = await keys.seal("mai", PLACE, WORDS, NOW + timedelta(days=5))
    assert key_of(november) == key_of(again) != key_of(december)
    assert key_of(november)[0] == month_of(NOW) == 2026 * 12 + 10
    assert key_of(december)[0] == 2026 * 12 + 11
    assert await keys.unseal("mai", PLACE, december) == WORDS


async def test_a_month_is_counted_in_utc(keys: Keys) -> None:
    still_november = datetime.fromisoformat("2026-12-01T00:30:00+01:00")
    assert month_of(still_november) == month_of(NOW)


async def test_forgetting_destroys_every_month_of_one_owner_only(
    keys: Keys, tmp_path: Path
) -> None:
    months = [await keys.seal("mai", PLACE, WORDS, NOW + timedelta(days=d)) for d in (0, 40, 80)]
    bobs = await keys.seal("bob", PLACE, WORDS, NOW)
    await keys.forget("mai")
    for sealed in months:
        with pytest.raises(KeyDestroyedError):
            await keys.unseal("mai", PLACE, sealed)
    assert await keys.unseal("bob", PLACE, bobs) == WORDS
    with sqlite3.connect(tmp_path / "keys" / "keys.db") as db:
        assert db.execute("SELECT DISTINCT owner FROM data_key").fetchall() == [("bob",)]
    db.close()


async def test_what_is_sealed_after_forgetting_is_under_a_new_key(keys: Keys) -> None:
    before = await keys.seal("mai", PLACE, WORDS, NOW)
    await keys.forget("mai")
    after = await keys.seal("mai", PLACE, WORDS, NOW)
    assert await keys.unseal("mai", PLACE, after) == WORDS
    with pytest.raises(KeyDestroyedError):
        await keys.unseal("mai", PLACE, before)


async def test_a_key_is_stored_before_what_it_sealed_is_returned(tmp_path: Path) -> None:
    keys = _open(tmp_path)
    sealed = await keys.seal("mai", PLACE, WORDS, NOW)
    copy = tmp_path / "copy"
    copy.mkdir()
    (copy / "keys.db").write_bytes((tmp_path / "keys" / "keys.db").read_bytes())
    await keys.close()
    found = open_keys(copy / "keys.db", tmp_path / "epochs", "org")
    assert await found.unseal("mai", PLACE, sealed) == WORDS
    await found.close()


async def test_a_restart_finds_its_keys_and_keeps_its_hashes(tmp_path: Path) -> None:
    first = _open(tmp_path)
    sealed = await first.seal("mai", PLACE, WORDS, NOW)
    digest = first.keyed_hash("code", "KXPT")
    await first.forget("bob")
    await first.close()
    second = _open(tmp_path)
    assert await second.unseal("mai", PLACE, sealed) == WORDS
    assert second.keyed_hash("code", "KXPT") == digest
    assert await second.forgotten() == {"bob"}
    await second.close()


async def test_hashes_of_two_installations_cannot_be_compared(tmp_path: Path) -> None:
    one, two = _open(tmp_path / "one"), _open(tmp_path / "two")
    assert one.keyed_hash("code", "KXPT") != two.keyed_hash("code", "KXPT")
    await one.close()
    await two.close()


async def test_neither_key_lies_in_the_open(tmp_path: Path) -> None:
    keys = _open(tmp_path)
    await keys.seal("mai", PLACE, WORDS, NOW)
    await keys.close()
    epoch = tmp_path / "epochs" / "1.key"
    assert epoch.stat().st_mode & 0o777 == 0o600
    assert epoch.parent.stat().st_mode & 0o777 == 0o700
    assert (tmp_path / "keys" / "keys.db").stat().st_mode & 0o777 == 0o600
    secret = bytes.fromhex(epoch.read_text().strip().rpartition(":")[2])
    assert len(secret) == 32
    assert secret not in (tmp_path / "keys" / "keys.db").read_bytes()


def _remove(epoch: Path) -> None:
    epoch.unlink()


def _truncate(epoch: Path) -> None:
    epoch.write_bytes(epoch.read_bytes()[:40])


def _empty(epoch: Path) -> None:
    epoch.write_bytes(b"")


def _scramble(epoch: Path) -> None:
    epoch.write_bytes(b"\xff" * 80)


def _replace(epoch: Path) -> None:
    text = epoch.read_text().strip()
    epoch.write_text(text[:-64] + "0" * 64)


@pytest.mark.parametrize("harm", [_remove, _truncate, _empty, _scramble, _replace])
async def test_without_its_epoch_it_refuses_and_destroys_nothing(
    tmp_path: Path, harm: Callable[[Path], None]
) -> None:
    keys = _open(tmp_path)
    sealed = await keys.seal("mai", PLACE, WORDS, NOW)
    await keys.close()
    epoch, store = tmp_path / "epochs" / "1.key", tmp_path / "keys" / "keys.db"
    right, kept = epoch.read_bytes(), store.read_bytes()
    harm(epoch)
    with pytest.raises(RefusedError, match="Nothing was changed") as refused:
        _open(tmp_path)
    assert str(epoch) in str(refused.value)
    assert store.read_bytes() == kept
    epoch.write_bytes(right)
    again = _open(tmp_path)
    assert await again.unseal("mai", PLACE, sealed) == WORDS
    await again.close()


async def test_another_organisations_name_is_refused(tmp_path: Path) -> None:
    await _open(tmp_path).close()
    with pytest.raises(RefusedError, match="name was changed"):
        _open(tmp_path, "another")


async def test_a_damaged_key_store_is_refused(tmp_path: Path) -> None:
    await _open(tmp_path).close()
    (tmp_path / "keys" / "keys.db").write_bytes(b"not a database, but long enough to be one" * 30)
    with pytest.raises(RefusedError, match="damaged"):
        _open(tmp_path)


async def test_a_wrapped_key_moved_to_another_owner_opens_nothing(tmp_path: Path) -> None:
    keys = _open(tmp_path)
    sealed = await keys.seal("mai", PLACE, WORDS, NOW)
    await keys.close()
    with sqlite3.connect(tmp_path / "keys" / "keys.db") as db:
        db.execute("UPDATE data_key SET owner = 'bob'")
    db.close()
    thief = _open(tmp_path)
    with pytest.raises(ValueError, match="not wrapped"):
        await thief.unseal("bob", PLACE, sealed)
    await thief.close()


async def test_errors_and_reprs_show_no_words(keys: Keys) -> None:
    sealed = await keys.seal("mai", PLACE, Words("zebra"), NOW)
    with pytest.raises(ValueError, match="elsewhere") as refused:
        await keys.unseal("mai", "x", sealed)
    assert "zebra" not in repr(refused.value) + repr(keys)
    assert len(sealed) > HEADER.size
