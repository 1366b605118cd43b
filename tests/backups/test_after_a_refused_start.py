"""Somebody starts Handrail on the empty disk before they restore: what is left is no obstacle."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest

from storage import RefusedError
from storage.keys.location import KeyLocation
from tests.backups.installed import ORGANISATION, Installed, installed
from tests.backups.lost import again, lost_in
from tests.databases import SCALED
from tests.world import World, joined


@pytest.fixture(scope="module")
def lost(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return lost_in(tmp_path_factory.mktemp("lost"))


async def test_a_new_installation_does_not_take_the_place_of_a_lost_one(
    lost: Path, tmp_path: Path
) -> None:
    """Somebody starts Handrail on the empty disk before they restore."""
    org, file = again(lost, tmp_path)
    before = {one: one.read_bytes() for one in org.recovery.iterdir()}
    with pytest.raises(RefusedError, match="holds the copy of other keys"):
        async with org.running():
            pass
    assert {one: one.read_bytes() for one in org.recovery.iterdir()} == before
    with pytest.raises(RefusedError, match="recovery key"):
        await org.restored(file, secret="")
    assert (await org.restored(file)).some_not_back is False
    async with org.running() as opened:
        assert not await opened.keys.check()


async def an_empty_folder(org: Installed) -> None:
    (org.data / "keys").mkdir(parents=True, mode=0o700)
    (org.data / "epochs").mkdir(mode=0o700)


async def an_empty_file(org: Installed) -> None:
    await an_empty_folder(org)
    for name in ("keys/keys.db", "keys/keys.db-journal", "handrail.lock"):
        (org.data / name).touch(mode=0o600)


async def only_an_epoch(org: Installed) -> None:
    """The key store could not be written any more, say on a full disk."""
    await an_empty_file(org)
    KeyLocation(org.data, ORGANISATION).make_epochs().make(1)


async def keys_without_use(org: Installed) -> None:
    await KeyLocation(org.data, ORGANISATION).open().close()


@pytest.mark.parametrize("left", [an_empty_folder, an_empty_file, only_an_epoch, keys_without_use])
async def test_what_a_refused_start_left_counts_as_no_keys(
    lost: Path, tmp_path: Path, left: Callable[[Installed], Awaitable[None]]
) -> None:
    org, file = again(lost, tmp_path)
    await left(org)
    await org.restored(file)
    async with org.running() as opened:
        assert (await opened.keys.counts()).data_keys


async def test_keys_without_use_on_a_server_count_as_none_too(tmp_path: Path) -> None:
    org = installed(SCALED, tmp_path)
    async with org.running() as opened:
        await joined(World(opened.store))
        done = await org.backed_up()
    org.lose_the_disk()
    with pytest.raises(RefusedError, match="holds the copy of other keys"):
        async with org.running():
            pass
    await org.restored(done.file)
    async with org.running() as opened:
        assert (await opened.keys.counts()).data_keys
