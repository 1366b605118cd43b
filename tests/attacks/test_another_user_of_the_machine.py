"""Attacks by another account on the machine that runs Handrail."""

from __future__ import annotations

import os
import stat
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from adapters.local.transcript import Transcript
from storage import OpenedStore, RefusedError, open_store
from storage.data_folder import DataFolder
from storage.keys.location import EPOCHS, KEY_STORE
from storage.keys.roots import CREDENTIAL, RootChoice, make_root
from tests.attacks.attack import Tried, attack
from tests.databases import opened

LOCAL = "local.db"


@pytest.fixture(autouse=True)
def _careless() -> Iterator[None]:
    """Begins as most shells do: everybody may read what is made."""
    before = os.umask(0)
    yield
    os.umask(before)


def _epoch(folder: Path) -> Path:
    return folder / EPOCHS / "1.key"


def _epochs(folder: Path) -> Path:
    return folder / EPOCHS


def _store(folder: Path) -> Path:
    return folder / KEY_STORE


def _keys(folder: Path) -> Path:
    return (folder / KEY_STORE).parent


PLACES: tuple[Callable[[Path], Path], ...] = (_epoch, _epochs, _store, _keys)
BITS = (0o040, 0o020, 0o004, 0o002)


async def _opens(folder: Path, epochs: Path | None = None) -> OpenedStore:
    return await open_store(folder, None, "org", epochs=epochs)


@attack(
    "Reads or writes an epoch, the key store or their folders, as group or as anybody.",
    tries=len(PLACES) * len(BITS),
)
async def test_keys_that_others_can_open_are_refused_with_what_to_type(
    tmp_path: Path, tried: Tried
) -> None:
    await (await _opens(tmp_path)).close()
    for place in PLACES:
        path = place(tmp_path)
        right = stat.S_IMODE(path.stat().st_mode)
        for bit in BITS:
            tried()
            path.chmod(right | bit)
            with pytest.raises(RefusedError, match=f"chmod {'700' if path.is_dir() else '600'}"):
                await _opens(tmp_path)
            assert stat.S_IMODE(path.stat().st_mode) == right | bit, "nothing was changed"
            path.chmod(right)
    await (await _opens(tmp_path)).close()


@attack(
    "Reads an epoch in the folder of HANDRAIL_EPOCHS, in what a link leads to, or as its owner.",
    tries=3,
)
async def test_an_epoch_is_judged_wherever_it_lies(tmp_path: Path, tried: Tried) -> None:
    data, epochs = tmp_path / "data", tmp_path / "elsewhere"
    await (await _opens(data, epochs)).close()
    tried()
    (epochs / "1.key").chmod(0o644)
    with pytest.raises(RefusedError, match="chmod 600"):
        await _opens(data, epochs)
    tried()
    (epochs / "1.key").rename(tmp_path / "real.key")
    (epochs / "1.key").symlink_to(tmp_path / "real.key")
    with pytest.raises(RefusedError, match="chmod 600"):
        await _opens(data, epochs)
    (tmp_path / "real.key").chmod(0o600)
    await (await _opens(data, epochs)).close()
    if os.geteuid() == 0:
        os.chown(tmp_path / "real.key", 12_345, 12_345)
        with pytest.raises(RefusedError, match="chown 0"):
            await _opens(data, epochs)
    tried()


@attack("Reads the credential that protects the epochs.", tries=1)
def test_a_credential_that_others_can_open_is_refused(
    tmp_path: Path, tried: Tried, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CREDENTIALS_DIRECTORY", str(tmp_path))
    (tmp_path / CREDENTIAL).write_bytes(bytes(32))
    tried()
    with pytest.raises(RefusedError, match="chmod 600"):
        make_root(RootChoice("systemd")).protect(bytes(32), b"org/1")


@attack("Opens any file or folder that Handrail makes, whatever the umask was.", tries=2)
async def test_every_file_in_the_data_folder_is_its_owners_alone(
    tmp_path: Path, tried: Tried
) -> None:
    data = tmp_path / "data"
    for made_before in (False, True):
        tried()
        if made_before:
            _open_to_all(data)
        store = await _opens(data)
        transcript = await Transcript.open(data / LOCAL, store.keys, store.keys.keyed_hash)
        assert {mode for _, mode in _modes(data)} == {0o600, 0o700}
        assert (await DataFolder(data, store.store).standing()).loose == ()
        await transcript.close()
        await store.close()


@attack("Opens files while Handrail runs: doctor says which, and how to close them.", tries=2)
async def test_doctor_names_what_others_can_open(tmp_path: Path, tried: Tried) -> None:
    async with opened("sqlite", tmp_path, "org") as store:
        folder = DataFolder(tmp_path, store.store)
        for path in (_epoch(tmp_path), tmp_path / "handrail.db"):
            path.chmod(0o644)
            tried()
            assert f"chmod 600 {path}" in (await folder.standing()).loose
            path.chmod(0o600)


def _modes(folder: Path) -> list[tuple[Path, int]]:
    found = [folder, *folder.rglob("*")]
    return [(one, stat.S_IMODE(one.stat().st_mode)) for one in found]


def _open_to_all(folder: Path) -> None:
    """As an older version may have left it: all but the keys, which are refused."""
    for path in (folder, *folder.glob("*.db*"), *folder.glob("*.lock")):
        path.chmod(0o777 if path.is_dir() else 0o666)
