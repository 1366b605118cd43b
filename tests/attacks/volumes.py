"""The three things that lie apart, from before and after an erase, put together in every way."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from itertools import combinations
from pathlib import Path

from storage import RefusedError, open_store
from storage.data_folder import DATABASE
from storage.keys.location import EPOCHS, KEY_STORE
from tests.databases import opened
from tests.storage.planted import WHO, plant
from tests.things import NOW

PARTS = {"data": DATABASE, "keys": KEY_STORE.parent, "epochs": EPOCHS}
SOME = [chosen for size in range(3) for chosen in combinations(PARTS, size)]
ALL = tuple(PARTS)


async def erased_after_a_copy(folder: Path) -> tuple[Path, Path]:
    """Returns a copy of everything from before an erase, and the folder as it is afterwards."""
    before, after = folder / "before", folder / "after"
    async with opened("sqlite", after, "org") as sql, sql.store.transaction() as tx:
        await plant(tx)
    shutil.copytree(after, before)
    async with opened("sqlite", after, "org") as sql:
        async with sql.store.transaction() as tx:
            await tx.erase_client("client", NOW)
        await sql.keys.turn(NOW)
    return before, after


def put_together(before: Path, after: Path, old: Sequence[str], folder: Path) -> Path:
    """Takes the parts in `old` from before the erase, and the others from after it."""
    folder.mkdir(mode=0o700)
    for name, part in PARTS.items():
        source = (before if name in old else after) / part
        if source.is_dir():
            shutil.copytree(source, folder / part)
        else:
            shutil.copy(source, folder / part)
    return folder


async def opens(folder: Path) -> bool:
    """True if the erased client can be read there."""
    try:
        store = await open_store(folder, None, "org")
    except RefusedError:
        return False
    try:
        async with store.store.transaction() as tx:
            return await tx.person("client") == WHO
    finally:
        await store.close()
