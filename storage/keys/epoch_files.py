"""The epochs as numbered files, `<number>.key`, in a folder of their own."""

from __future__ import annotations

import fcntl
import hmac
import os
import re
import secrets
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path

from storage.keys.envelope import KEY_BYTES, Epoch
from storage.keys.roots import Root
from storage.trouble import RefusedError

FORMAT = "handrail-epoch-2"
# The first version's files, from before there was a choice of root.
FIRST_FORMAT, FIRST_ROOT = "handrail-epoch-1", "file"
NAME = re.compile(r"([1-9][0-9]*)\.key")
DRAFT = ".draft"
# Another one after each start of the machine's kernel.
BOOT = Path("/proc/sys/kernel/random/boot_id")


class Epochs:
    """Synchronous, for use off the event loop: it writes to the disk and may ask a KMS."""

    def __init__(self, folder: Path, root: Root, organisation: str) -> None:
        self.folder = folder
        self.root = root
        self.organisation = organisation

    def file(self, number: int) -> Path:
        return self.folder / f"{number}.key"

    def numbers(self) -> set[int]:
        """Those that have a file, whatever is in it."""
        if not self.folder.is_dir():
            return set()
        names = (NAME.fullmatch(each.name) for each in self.folder.iterdir())
        return {int(name[1]) for name in names if name}

    def made_at(self, number: int) -> datetime:
        """When its file was last written, in UTC."""
        return datetime.fromtimestamp(self.file(number).stat().st_mtime, UTC)

    def writable(self) -> bool:
        """False where whoever runs this puts the files there, and takes them away."""
        there = next(each for each in (self.folder, *self.folder.parents) if each.exists())
        return os.access(there, os.W_OK)

    def folder_id(self) -> str:
        """The same for two processes exactly when they share this very folder on one machine."""
        found = self.folder.stat()
        boot = BOOT.read_text("ascii").strip() if BOOT.exists() else "?"
        return f"{boot}|{found.st_dev}|{found.st_ino}"

    @contextmanager
    def alone(self) -> Iterator[None]:
        """One process at a time makes or destroys epochs of others here; until it ends or dies.

        Raises RefusedError where another one does.
        """
        self.folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        lock = os.open(self.folder, os.O_RDONLY)
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            yield
        except BlockingIOError:
            raise RefusedError(
                f"Another process is just changing the epoch in {self.folder}. Try again in a "
                "moment. Nothing was changed."
            ) from None
        finally:
            os.close(lock)

    def draft(self, number: int) -> str:
        """A new epoch as the text of its file, written nowhere."""
        secret = secrets.token_bytes(KEY_BYTES)
        return self._text(number, secret)

    def make(self, number: int) -> Epoch:
        """A new secret, durable, and read back before anything can depend on it.

        Raises OSError, or RefusedError where the root will not have it.
        """
        secret = secrets.token_bytes(KEY_BYTES)
        self._write(number, self._text(number, secret))
        try:
            if not hmac.compare_digest(self._secret(number), secret):
                raise OSError(f"{self.file(number)} does not read back as it was written")
        except (OSError, RefusedError):
            self.destroy(number)
            raise
        return Epoch(number, secret)

    def read(self, number: int) -> Epoch:
        """Raises RefusedError, and changes nothing, when it is not there or does not open."""
        return Epoch(number, self._secret(number))

    def destroy(self, number: int) -> None:
        """Gone, durably, before this returns; nothing happens when it is not there.

        It is overwritten first, which disks and their copies are free to make nothing of.
        """
        self._remove(self.file(number))
        self._sync_folder()

    def keep_only(self, number: int) -> None:
        """Destroys every other epoch, and drafts that a crash left. Call it with a proven one."""
        for other in self.numbers() - {number}:
            self.destroy(other)
        self._clear_drafts()

    def destroy_older(self, number: int) -> None:
        """The same for what came before it, while others may be about to use what comes next."""
        for other in self.numbers():
            if other < number:
                self.destroy(other)

    def _clear_drafts(self) -> None:
        for draft in self.folder.glob(f"*{DRAFT}"):
            self._remove(draft)
        self._sync_folder()

    def _text(self, number: int, secret: bytes) -> str:
        protected = self.root.protect(secret, self._bound_to(number))
        return f"{FORMAT}:{self.root.name}:{protected.hex()}\n"

    def _secret(self, number: int) -> bytes:
        file = self.file(number)
        root, protected = self._parts(number)
        if root != self.root.name:
            raise RefusedError(
                f"The epoch key {file} was made with the root {root}, but HANDRAIL_EPOCH_ROOT is "
                f"{self.root.name}. Set it back to {root}, then start again. Nothing was changed."
            )
        secret = self.root.reveal(protected, self._bound_to(number))
        if len(secret) != KEY_BYTES:
            raise _damaged(file)
        return secret

    def _parts(self, number: int) -> tuple[str, bytes]:
        """The root's name, and the protected secret."""
        file = self.file(number)
        try:
            format_, *parts = file.read_text("ascii").strip().split(":")
            if format_ == FIRST_FORMAT:
                parts = [FIRST_ROOT, *parts]
            elif format_ != FORMAT:
                raise ValueError
            root, protected = parts
            return root, bytes.fromhex(protected)
        except FileNotFoundError:
            raise self._missing(number) from None
        except (OSError, ValueError):
            raise _damaged(file) from None

    def _missing(self, number: int) -> RefusedError:
        others = ", ".join(str(each) for each in sorted(self.numbers()))
        hint = (
            f" There is epoch {others} instead: the key store may be a copy from another time."
            if others
            else ""
        )
        return RefusedError(
            f"The epoch key {self.file(number)} is missing, and without it nothing that is stored "
            f"can be read.{hint} Put the file back from where you keep it, then start again. "
            "Nothing was changed."
        )

    def _bound_to(self, number: int) -> bytes:
        return f"{self.organisation}/{number}".encode()

    def _write(self, number: int, text: str) -> None:
        """Whole or not at all: a half-written key must never be found at the next start."""
        self.folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        handle, name = tempfile.mkstemp(DRAFT, f"{number}.", self.folder)
        draft = Path(name)
        try:
            _fill(handle, text)
            draft.replace(self.file(number))
        except OSError:
            self._remove(draft)
            raise
        self._sync_folder()

    def _remove(self, file: Path) -> None:
        with suppress(OSError), file.open("r+b") as out:
            out.write(bytes(file.stat().st_size))
            out.flush()
            os.fsync(out.fileno())
        file.unlink(missing_ok=True)

    def _sync_folder(self) -> None:
        folder = os.open(self.folder, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)


def put(file: Path, text: str) -> None:
    """Writes an epoch that is brought elsewhere. One that is there is never written over.

    Raises FileExistsError then.
    """
    _fill(os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), text)


def _fill(handle: int, text: str) -> None:
    with os.fdopen(handle, "w", encoding="ascii") as out:
        out.write(text)
        out.flush()
        os.fsync(out.fileno())


def _damaged(file: Path) -> RefusedError:
    return RefusedError(
        f"The epoch key {file} cannot be read or is damaged. Put the right file back "
        "from where you keep it, then start again. Nothing was changed."
    )
