"""What an installation needs: `python -m tests.benchmarks.sizing` (docs/guides/sizing.md).

It plays clients on a real SQLite store, looks how large the files became, and then starts
`handrail run` on them and watches it while nothing is due. Processor time is that of the process
itself, so what else runs on the machine changes it little. It needs Linux.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import resource
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

from bot.settings import Settings
from storage import open_store
from tests.world import Chatter, World, joined

WORDS = "I told the team what I can take on this week, and what has to wait until the next one."
WARMING, WATCHED = 15.0, 30.0
TICKS = os.sysconf("SC_CLK_TCK")
MIB, KIB = 1024 * 1024, 1024


@dataclass(frozen=True)
class Played:
    """Bytes on the disk, messages that left or came in, and seconds of processor time."""

    clients: int
    weeks: int
    empty: int
    full: int
    messages: int
    spent: float


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.sizing")
    parser.add_argument("--clients", type=int, default=40)
    parser.add_argument("--weeks", type=int, default=4)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="hr-") as made:
        folder = Path(made, "data")
        played = asyncio.run(play(folder, asked.clients, asked.weeks))
        busy = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / KIB
        idle, share = watch(folder)
    each = (played.full - played.empty) / played.clients
    print(f"played: {played.clients} clients, {played.weeks} weeks, {played.messages} messages")
    print(f"disk, empty: {played.empty / MIB:.1f} MiB")
    print(f"disk, per 1,000 clients and {played.weeks} weeks: {each * 1000 / MIB:.0f} MiB")
    print(f"processor, per 1,000 messages: {played.spent * 1000 / played.messages:.0f} s")
    print(f"memory, busy (with the players): {busy:.0f} MiB")
    print(f"memory, idle: {idle:.0f} MiB")
    print(f"processor, idle: {share:.1%} of one core")


async def play(folder: Path, clients: int, weeks: int) -> Played:
    """Each client has a coach of their own, is asked twice a week, and answers in words."""
    opened = await open_store(folder, None, Settings().organisation)
    try:
        empty = size(folder)
        world, people = World(store=opened.store), list[Chatter]()
        began = time.process_time()
        for number in range(clients):
            client, _ = await joined(world, client=f"client {number}", coach=f"coach {number}")
            people.append(client)
        for _ in range(2 * weeks):
            await world.until(world.clock.now() + timedelta(days=3, hours=12))
            for client in people:
                await client.writes(WORDS)
        spent = time.process_time() - began
        seen = sum(len(one.shown) for one in world.people.values())
        came = next(world.events)
    finally:
        await opened.close()
    return Played(clients, weeks, empty, size(folder), seen + came, spent)


def size(folder: Path) -> int:
    return sum(file.stat().st_size for file in folder.rglob("*") if file.is_file())


def watch(folder: Path) -> tuple[float, float]:
    """Memory (MiB) and share of one core of `handrail run`, while nothing is due."""
    environment = {**os.environ, "HANDRAIL_DATA": str(folder), "HANDRAIL_PORT": "0"}
    command = (sys.executable, "-m", "bot", "run")
    with subprocess.Popen(command, env=environment, stdout=subprocess.PIPE) as process:
        try:
            assert process.stdout is not None
            assert b"Handrail is at" in process.stdout.readline()
            time.sleep(WARMING)
            before = spent_by(process.pid)
            time.sleep(WATCHED)
            return memory_of(process.pid), (spent_by(process.pid) - before) / WATCHED
        finally:
            process.terminate()


def spent_by(pid: int) -> float:
    """Seconds of processor time."""
    fields = Path(f"/proc/{pid}/stat").read_text(encoding="ascii").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / TICKS


def memory_of(pid: int) -> float:
    lines = Path(f"/proc/{pid}/status").read_text(encoding="ascii").splitlines()
    line = next(one for one in lines if one.startswith("VmRSS:"))
    return int(line.split()[1]) / KIB


if __name__ == "__main__":
    main()
