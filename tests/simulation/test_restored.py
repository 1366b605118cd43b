"""A backup is put back, with the keys as they are now: who erased or withdrew hears nothing."""

from __future__ import annotations

import os
import shutil
import sqlite3
from datetime import timedelta
from pathlib import Path
from random import Random

import pytest

from storage import open_store
from tests.engines import sqlite_without_threads
from tests.simulation import deeds
from tests.simulation.history import Plan, gathered, made
from tests.simulation.loop import SteadyClock, SteadyLoop
from tests.simulation.network import Arrival
from tests.simulation.stage import Stage

DAY = timedelta(days=1)
LONG = os.environ.get("TESTS_HISTORIES") == "long"


async def before_and_after(seed: int, folder: Path, clock: SteadyClock) -> Stage:
    """Plays some days, a backup, an erase and a stop, puts the backup back, plays three weeks."""
    random = Random(seed)
    opened = await open_store(folder, None, "org")
    stage = made(Plan(seed, "sqlite", workers=1), clock, opened.store)
    stage.reacts = lambda *_: None
    stage.random = random
    await gathered(stage, random)
    for pair in stage.pairs:
        await deeds.writes(stage, pair)
        await deeds.shares(stage, pair)
    await stage.live(random.choice((1, 2, 4)) * DAY)
    backup = folder.parent / "backup.db"
    _copy(folder / "handrail.db", backup)
    await stage.live(random.choice((1, 3)) * DAY)
    erased, stopped = stage.pairs[0], stage.pairs[1]
    await deeds.erases(stage, erased)
    await deeds.stops(stage, stopped)
    assert erased.silent
    assert stopped.silent
    stage.rules.dead |= {m: "erased" for m, whose in stage.rules.owner.items() if whose is erased}
    await opened.close()
    for left in folder.glob("handrail.db-*"):
        left.unlink()
    shutil.copy(backup, folder / "handrail.db")
    opened = await open_store(folder, None, "org")
    # Deliveries that ended after the backup are open again in it.
    stage.rules.ended.clear()
    stage.rules.truth = stage.installation.truth = opened.store
    # Messages sent after the backup are planned in it again. A week later their windows are over.
    clock.forward(7 * DAY)
    await stage.installation.restart()
    read = len(stage.rules.read)
    await stage.live(21 * DAY)
    for pair in stage.pairs:
        await deeds.coach_reads(stage, pair)
    assert len(stage.rules.read) >= read
    await opened.close()
    return stage


def _copy(database: Path, backup: Path) -> None:
    backup.unlink(missing_ok=True)
    with sqlite3.connect(database) as source, sqlite3.connect(backup) as target:
        source.backup(target)
    source.close()
    target.close()


@pytest.mark.parametrize("seed", range(1, 4 if LONG else 2))
def test_no_backup_messages_or_shows_whoever_erased_or_stopped(seed: int, tmp_path: Path) -> None:
    clock = SteadyClock()
    loop = SteadyLoop(clock)
    try:
        with sqlite_without_threads():
            folder = tmp_path / "data"
            stage = loop.run_until_complete(before_and_after(seed, folder, clock))
    finally:
        loop.end()
    assert stage.rules.problems == []
    others = [pair for pair in stage.pairs if not pair.silent]
    assert others
    assert any(a.to == others[0].client.address for a in _arrivals(stage))


def _arrivals(stage: Stage) -> list[Arrival]:
    return [a for platform in stage.installation.platforms.values() for a in platform.arrived]
