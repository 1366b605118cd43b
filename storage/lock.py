"""One process per data folder: a second one is refused before it touches anything."""

from __future__ import annotations

import fcntl
import os
from pathlib import Path

from storage.trouble import RefusedError


class FolderLock:
    """Held until `release`, or until the process dies in any way. Else RefusedError."""

    def __init__(self, folder: Path) -> None:
        self._file = os.open(folder / "handrail.lock", os.O_RDWR | os.O_CREAT, 0o600)
        try:
            fcntl.flock(self._file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            os.close(self._file)
            raise RefusedError(
                f"Another Handrail is already running on the data folder {folder}. "
                "Stop it first, or set HANDRAIL_DATA to a folder of this one's own."
            ) from None

    def release(self) -> None:
        os.close(self._file)


def is_held(folder: Path) -> bool:
    """Whether a process runs on this data folder."""
    if not folder.is_dir():
        return False
    try:
        FolderLock(folder).release()
    except RefusedError:
        return True
    return False
