"""A file mode or a systemd credential protects the epoch at rest. A change is refused."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from storage import RefusedError, RootChoice, open_store
from storage.keys.keyring import Keys
from storage.keys.opening import open_keys
from storage.keys.roots import CREDENTIAL, SystemdRoot, make_root
from tests.storage.keys.failing_keys import (
    NOW,
    all_open,
    epoch_file,
    epochs_in,
    fill,
    open_house,
    store_file,
)
from tests.things import person

KEY = bytes(range(100, 132))
SYSTEMD = RootChoice("systemd")


@pytest.fixture
def credential(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Makes a credential as systemd does: a file in a folder that the environment names."""
    folder = tmp_path / "credentials"
    folder.mkdir()
    monkeypatch.setenv("CREDENTIALS_DIRECTORY", str(folder))
    file = folder / CREDENTIAL
    file.write_bytes(KEY)
    return file


def _open(folder: Path, organisation: str = "org") -> Keys:
    return open_keys(store_file(folder), folder / "epochs", organisation, make_root(SYSTEMD))


async def test_a_systemd_credential_opens_the_epoch_after_a_restart_and_a_turn(
    tmp_path: Path, credential: Path
) -> None:
    keys = _open(tmp_path)
    sealed = await fill(keys, 3)
    for number in (2, 3):
        await keys.turn(NOW)
        await keys.close()
        assert epochs_in(tmp_path) == [f"{number}.key"]
        keys = _open(tmp_path)
        assert await all_open(keys, sealed)
    assert (await keys.status()).root == "systemd"
    await keys.close()


async def test_the_epoch_file_says_its_root_and_holds_the_secret_only_protected(
    tmp_path: Path, credential: Path
) -> None:
    await _open(tmp_path).close()
    mark, root, protected = epoch_file(tmp_path, 1).read_text().strip().split(":")
    assert (mark, root) == ("handrail-epoch-2", "systemd")
    secret = SystemdRoot().reveal(bytes.fromhex(protected), b"org/1")
    assert len(secret) == 32
    assert secret.hex() not in epoch_file(tmp_path, 1).read_text()


@pytest.mark.parametrize("look", [KEY.hex().encode(), KEY.hex().upper().encode() + b"\n"])
async def test_the_credential_may_be_written_in_hexadecimal(
    tmp_path: Path, credential: Path, look: bytes
) -> None:
    await _open(tmp_path).close()
    credential.write_bytes(look)
    await _open(tmp_path).close()


def _missing(file: Path) -> None:
    file.unlink()


def _short(file: Path) -> None:
    file.write_bytes(KEY[:31])


def _empty(file: Path) -> None:
    file.write_bytes(b"")


def _binary(file: Path) -> None:
    file.write_bytes(KEY * 2)


def _wrong(file: Path) -> None:
    file.write_bytes(KEY[::-1])


@pytest.mark.parametrize(
    ("harm", "said"),
    [
        (_missing, "missing or damaged"),
        (_short, "missing or damaged"),
        (_empty, "missing or damaged"),
        (_binary, "missing or damaged"),
        (_wrong, "does not open with the systemd credential"),
    ],
)
async def test_a_wrong_or_missing_credential_is_refused_and_destroys_nothing(
    tmp_path: Path, credential: Path, harm: Callable[[Path], None], said: str
) -> None:
    keys = _open(tmp_path)
    sealed = await fill(keys, 2)
    await keys.close()
    epoch, store = epoch_file(tmp_path, 1).read_bytes(), store_file(tmp_path).read_bytes()
    harm(credential)
    with pytest.raises(RefusedError, match=said) as refused:
        _open(tmp_path)
    assert "Nothing was changed" in str(refused.value)
    assert KEY.hex() not in str(refused.value)
    assert (epoch_file(tmp_path, 1).read_bytes(), store_file(tmp_path).read_bytes()) == (
        epoch,
        store,
    )
    credential.write_bytes(KEY)
    again = _open(tmp_path)
    assert await all_open(again, sealed)
    await again.close()


async def test_without_systemd_nothing_is_made(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("CREDENTIALS_DIRECTORY", raising=False)
    with pytest.raises(RefusedError, match="LoadCredentialEncrypted"):
        _open(tmp_path)
    assert list(tmp_path.iterdir()) == []


async def test_an_epoch_of_another_number_or_organisation_does_not_open(
    tmp_path: Path, credential: Path
) -> None:
    await _open(tmp_path).close()
    with pytest.raises(RefusedError, match="organisation's name was changed"):
        _open(tmp_path, "another")
    protected = bytes.fromhex(epoch_file(tmp_path, 1).read_text().strip().split(":")[2])
    with pytest.raises(RefusedError, match="does not open"):
        SystemdRoot().reveal(protected, b"org/2")


async def test_another_root_than_the_epoch_was_made_with_is_refused_both_ways(
    tmp_path: Path, credential: Path
) -> None:
    one, two = tmp_path / "one", tmp_path / "two"
    first, second = open_house(one), _open(two)
    sealed = [await fill(first, 1), await fill(second, 1)]
    await first.close()
    await second.close()
    with pytest.raises(RefusedError, match=r"made with the root file, but .* is systemd"):
        _open(one)
    with pytest.raises(RefusedError, match=r"made with the root systemd, but .* is file"):
        open_house(two)
    first, second = open_house(one), _open(two)
    assert await all_open(first, sealed[0])
    assert await all_open(second, sealed[1])
    await first.close()
    await second.close()


@pytest.mark.parametrize(
    "content",
    [
        "handrail-epoch-2:file",
        "handrail-epoch-2:file:",
        "handrail-epoch-2:file:00",
        "handrail-epoch-2:file:zz" + "0" * 62,
        "handrail-epoch-3:file:" + "0" * 64,
        "handrail-epoch-2:systemd:file:" + "0" * 64,
        "handrail-epoch-2:\u00e9:" + "0" * 64,
    ],
)
async def test_a_damaged_epoch_file_is_refused(tmp_path: Path, content: str) -> None:
    await open_house(tmp_path).close()
    epoch_file(tmp_path, 1).write_text(content)
    with pytest.raises(RefusedError, match="cannot be read or is damaged"):
        open_house(tmp_path)
    assert epoch_file(tmp_path, 1).read_text() == content


async def test_a_store_opens_with_the_root_that_was_chosen(
    tmp_path: Path, credential: Path
) -> None:
    data = tmp_path / "data"
    first = await open_store(data, None, "org", SYSTEMD)
    async with first.store.transaction() as tx:
        await tx.save_person(person("client"), NOW)
    await first.close()
    with pytest.raises(RefusedError, match="Set it back to systemd"):
        await open_store(data, None, "org")
    second = await open_store(data, None, "org", SYSTEMD)
    async with second.store.transaction() as tx:
        assert await tx.person("client") == person("client")
    await second.close()
