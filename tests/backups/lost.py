"""A backup and a recovery folder with one ending since, without the disk."""

from __future__ import annotations

import asyncio
import shutil
from datetime import UTC, datetime, timedelta
from pathlib import Path

from tests.backups.installed import Installed, installed
from tests.world import World, joined


def lost_in(home: Path) -> Path:
    """Plays an organisation that loses its disk in `home`, and returns that."""
    asyncio.run(_lost(home))
    return home


async def _lost(home: Path) -> None:
    org = installed("sqlite", home)
    async with org.running() as opened:
        world = World(opened.store)
        client, _ = await joined(world)
        await org.backed_up(now=datetime.now(UTC) - timedelta(days=1))
        shutil.copytree(org.recovery, home / "older")
        (earlier,) = (home / "backups").glob("*.backup")
        earlier.unlink()
        await org.backed_up()
        await client.writes("stop")
    shutil.rmtree(org.data)


def again(lost: Path, home: Path) -> tuple[Installed, Path]:
    """A copy of that for one test, and the backup's file."""
    shutil.copytree(lost, home, dirs_exist_ok=True)
    org = installed("sqlite", home)
    (file,) = (home / "backups").glob("*.backup")
    return org, file
