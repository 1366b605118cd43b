"""Starts `handrail` as a process of its own, and reads all that it prints."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.databases import new_database

REAL, LOUD = "bot", "tests.attacks.loud"
ENDS_BY_ITSELF = ("demo", "doctor")
PATIENCE = 60


@dataclass
class Started:
    """A process that has said where it is. `printed` is all of it, once `end` was called."""

    process: subprocess.Popen[str]
    printed: str
    port: int = 0

    def end(self) -> None:
        self.process.send_signal(signal.SIGTERM)
        rest, problems = self.process.communicate(timeout=PATIENCE)
        self.printed += rest + problems


def environment(folder: Path, command: str) -> dict[str, str]:
    """Real settings; with databases where the command is one of many processes."""
    given = {"HANDRAIL_DATA": str(folder / "data"), "HANDRAIL_PORT": "0"}
    if command in ("serve", "worker"):
        given |= {
            "HANDRAIL_DATABASE_URL": new_database(),
            "HANDRAIL_KEYS_URL": new_database(),
            "HANDRAIL_EPOCHS": str(folder / "epochs"),
        }
    return given


@contextmanager
def started(
    command: Sequence[str], given: Mapping[str, str], module: str = REAL
) -> Iterator[Started]:
    """Runs a command that serves, for the block."""
    process = subprocess.Popen(
        [sys.executable, "-m", module, *command],
        env={**os.environ, **given},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    assert process.stdout is not None
    one = Started(process, "")
    try:
        while "Handrail is at" not in one.printed:
            line = process.stdout.readline()
            assert line, process.communicate(timeout=PATIENCE)
            one.printed += line
        one.port = int(
            one.printed.rpartition("Handrail is at ")[2].split("/")[2].rpartition(":")[2]
        )
        yield one
    finally:
        if process.poll() is None:
            process.kill()
            process.communicate()


def printed_by(command: str, folder: Path, module: str, *more: str, **settings: str) -> str:
    """All that a command prints until it ends, or until it is ended once it serves."""
    given = environment(folder, command) | settings
    if command in ENDS_BY_ITSELF or more:
        ran = subprocess.run(
            [sys.executable, "-m", module, command, *more],
            env={**os.environ, **given},
            capture_output=True,
            text=True,
            timeout=PATIENCE,
            check=False,
        )
        return ran.stdout + ran.stderr
    with started([command], given, module) as one:
        one.end()
    return one.printed
