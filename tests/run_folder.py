"""One temporary folder for all that a run of the tests writes. It is deleted when the run ends."""

from __future__ import annotations

import os
import shutil
import signal
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from tests.postgresql import SHARED

MEMORY = Path("/dev/shm")
# A whole run has less than 1 GB at any moment. A container often has a memory folder of 64 MB.
ENOUGH = 2 * 2**30
PATIENCE = 10


@contextmanager
def run_folder() -> Iterator[Path]:
    """Makes a folder, in memory if there is room, and lets every process of the run use it.

    The name is short, because paths of Unix sockets may have no more than 107 characters.
    """
    before = tempfile.tempdir, os.environ.get("TMPDIR")
    folder = Path(tempfile.mkdtemp(prefix="hr-", dir=MEMORY if has_room(MEMORY) else None))
    tempfile.tempdir = os.environ["TMPDIR"] = str(folder)
    os.environ[SHARED] = str(folder / "pg")
    try:
        yield folder
    finally:
        tempfile.tempdir = before[0]
        os.environ.pop("TMPDIR")
        if before[1] is not None:
            os.environ["TMPDIR"] = before[1]
        stop(Path(os.environ.pop(SHARED)))
        shutil.rmtree(folder, ignore_errors=True)


def has_room(folder: Path) -> bool:
    return os.access(folder, os.W_OK) and shutil.disk_usage(folder).free >= ENOUGH


def stop(server: Path) -> None:
    """Ends the shared PostgreSQL at once, if one was started. Its files are thrown away."""
    pid_file = server / "postmaster.pid"
    until = time.monotonic() + PATIENCE
    with suppress(FileNotFoundError, ProcessLookupError):
        os.kill(int(pid_file.read_text().split()[0]), signal.SIGQUIT)
        while pid_file.exists() and time.monotonic() < until:
            time.sleep(0.02)
