"""The recovery folder: the sealed copy of the keys, and the endings since, as files.

It lies on another disk or machine than the data. Call it off the event loop.
"""

from __future__ import annotations

import os
import secrets
import tempfile
import time
from dataclasses import dataclass, field
from pathlib import Path

from storage.keys.recovery.key_copy import KeyCopy, whose_copy
from storage.trouble import RefusedError

COPY, BEFORE = "keys.sealed", "keys.sealed.before"
ENDINGS, LAST_SEEN = "endings-", "last-seen-"
# Another process may be about to write to a file that is younger.
IN_USE_SECONDS = 3_600.0


@dataclass(frozen=True, slots=True)
class RecoveryFolder:
    """The files of one process in the folder, and those of all for reading.

    `public` is the public half of the recovery key.
    """

    folder: Path
    public: str
    process: str = field(default_factory=lambda: secrets.token_hex(8))

    def write_copy(self, copy: KeyCopy) -> None:
        """Puts a new copy in the place of the one before, durably. Raises OSError.

        First find out whose copy is there: see `whose`.
        """
        self._replace(COPY, copy.sealed_to(self.public))

    def keep_before(self) -> None:
        """Keeps the copy that a restore is about to replace. Raises OSError."""
        self._replace(BEFORE, (self.folder / COPY).read_bytes())

    def remove_before(self) -> None:
        """Removes that one: it has keys that are destroyed. Raises OSError."""
        (self.folder / BEFORE).unlink(missing_ok=True)

    def read_copy(self) -> bytes:
        """Returns the bytes of the copy. Raises RefusedError where there is none."""
        try:
            return (self.folder / COPY).read_bytes()
        except OSError:
            raise RefusedError(
                f"There is no copy of the keys in {self.folder} (HANDRAIL_RECOVERY), and without "
                "it nothing in a backup can be read. Put the recovery folder back as it was. "
                "Nothing was changed."
            ) from None

    def whose(self) -> tuple[str, bytes] | None:
        """Returns the keyed hash of the keys that the copy is of, and its sealed count of endings.

        None: there is no copy. Raises ValueError where its head is damaged.
        """
        return whose_copy(self.read_copy()) if self.has_copy() else None

    def has_copy(self) -> bool:
        return (self.folder / COPY).exists()

    def add(self, line: str) -> None:
        """Appends one sealed ending durably, before its keys are gone. Raises OSError."""
        self._make()
        handle = os.open(
            self.folder / (ENDINGS + self.process), os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600
        )
        with os.fdopen(handle, "ab", buffering=0) as out:
            out.write(line.encode() + b"\n")
            os.fsync(out.fileno())

    def see(self, line: str) -> None:
        """Writes the sealed moment until which this process's endings are all here."""
        self._replace(LAST_SEEN + self.process, line.encode() + b"\n")

    def endings(self) -> dict[Path, list[str]]:
        """Returns the sealed endings by file. Half a line, which a crash left, is no ending."""
        return {file: file.read_text("ascii").split("\n")[:-1] for file in self._files(ENDINGS)}

    def seen(self) -> list[str]:
        """Returns what `see` wrote, of every process."""
        return [file.read_text("ascii").strip() for file in self._files(LAST_SEEN)]

    def clear(self, files: list[Path]) -> None:
        """Removes endings that the copy has by now, of processes that write no more."""
        mine = {ENDINGS + self.process, LAST_SEEN + self.process}
        for file in (*files, *self._files(LAST_SEEN)):
            if file.name not in mine and _age(file) > IN_USE_SECONDS:
                file.unlink(missing_ok=True)

    def _files(self, name: str) -> list[Path]:
        return sorted(self.folder.glob(f"{name}*")) if self.folder.is_dir() else []

    def _make(self) -> None:
        self.folder.mkdir(parents=True, exist_ok=True, mode=0o700)

    def _replace(self, name: str, content: bytes) -> None:
        """Writes the whole file or none."""
        self._make()
        handle, draft = tempfile.mkstemp(".draft", name, self.folder)
        try:
            with os.fdopen(handle, "wb") as out:
                out.write(content)
                out.flush()
                os.fsync(out.fileno())
            os.replace(draft, self.folder / name)
        except BaseException:
            Path(draft).unlink(missing_ok=True)
            raise
        folder = os.open(self.folder, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)


def _age(file: Path) -> float:
    try:
        return time.time() - file.stat().st_mtime
    except FileNotFoundError:
        return 0.0
