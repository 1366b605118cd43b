"""`python -m tests.benchmarks.starting`: what a start costs, and which libraries it imports.

Each composition of a house on SQLite starts in a process of its own, until it serves. Slack and
Microsoft are away, so the seconds are ours alone.
"""

from __future__ import annotations

import asyncio
import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.benchmarks.figures import Figure, Reporter

ROOT = Path(__file__).parents[2]
ROUNDS, READY = 5, 1.0
NOT_KEPT = "PYTHONDONTWRITEBYTECODE"
AWAY = "http://127.0.0.1:9/api/"
SLACK = {"slack_bot_token": "xoxb-x", "slack_signing_secret": "x", "slack_api": AWAY}
TEAMS = {"teams_local": True}
HOUSES: Mapping[str, Mapping[str, Any]] = {
    "the local page": {},
    "Slack": SLACK,
    "Teams": TEAMS,
    "Slack and Teams": SLACK | TEAMS,
}


@dataclass(frozen=True, slots=True)
class Start:
    """`spent` is processor time in seconds. `megabytes` (1024 × 1024 bytes) is the most resident.

    `modules` are all that were imported.
    """

    seconds: float
    spent: float
    megabytes: float
    modules: frozenset[str]


def start(house: str, folder: Path | None = None) -> Start:
    """Starts the house in a process of its own, and ends it as soon as it serves.

    Without a `folder` it finds nothing there, so it makes its keys and its database first. It may
    keep compiled Python, as an installation has it.
    """
    where = [str(folder)] if folder else []
    kept = {name: value for name, value in os.environ.items() if name != NOT_KEPT}
    made = subprocess.run(
        [sys.executable, "-m", __spec__.name, "--in-here", house, *where],
        cwd=ROOT,
        env=kept,
        capture_output=True,
        check=True,
        text=True,
    )
    told = json.loads(made.stdout.splitlines()[-1])
    return Start(told["seconds"], told["spent"], told["megabytes"], frozenset(told["modules"]))


def main() -> int:
    made: list[Figure] = []
    measure(ROUNDS, Reporter("start", "sqlite", made))
    return any(not one.well for one in made)


def measure(rounds: int, report: Reporter) -> None:
    for house in HOUSES:
        with tempfile.TemporaryDirectory() as folder:
            first = start(house, Path(folder) / "data")
            starts = [start(house, Path(folder) / "data") for _ in range(rounds)]
        report.at_most(f"{house}: start to ready", [one.seconds for one in starts], READY, "s")
        report.told(f"{house}: the first start, on an empty folder", [first.seconds], "s")
        report.told(f"{house}: processor time", [one.spent for one in starts], "s")
        report.told(f"{house}: most resident", [one.megabytes for one in starts], "MB")
        report.told(f"{house}: modules imported", [len(one.modules) for one in starts])


async def _in_here(house: str, folder: Path) -> None:
    began = time.perf_counter()
    from bot.run.platforms import all_settings
    from bot.run.ways import opened

    settings = all_settings()(data=folder, port=0, **HOUSES[house])
    async with opened(settings, "running"):
        seconds, spent = time.perf_counter() - began, time.process_time()
        modules = sorted(sys.modules)
        kilobytes = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    told = {"seconds": seconds, "spent": spent, "megabytes": kilobytes / 1024}
    print(json.dumps(told | {"modules": modules}))


if __name__ == "__main__":
    if sys.argv[1:2] == ["--in-here"]:
        with tempfile.TemporaryDirectory() as empty:
            asyncio.run(_in_here(sys.argv[2], Path([*sys.argv, str(Path(empty) / "data")][3])))
        raise SystemExit(0)
    raise SystemExit(main())
