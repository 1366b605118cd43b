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

from storage.keys.envelope import KEY_BYTES
from storage.keys.epoch import Epoch
from storage.keys.file_modes import refuse_loose
from storage.keys.roots import Root
from storage.trouble import RefusedError

FORMAT = "handrail-epoch-2"
# The first version of the files, from before the operator could choose a root.
FIRST_FORMAT, FIRST_ROOT = "handrail-epoch-1", "file"
NAME = re.compile(r"([1-9][0-9]*)\.key")
DRAFT = ".draft"
# The kernel gives another id after each start of the machine.
BOOT = Path("/proc/sys/kernel/random/boot_id")


class Epochs:
    """The folder of epochs. Call it off the event loop: it writes to the disk and may ask a KMS."""

    def __init__(self, folder: Path, root: Root, organisation: str) -> None:
        self.folder = folder
        self.root = root
        self.organisation = organisation

    def file(self, number: int) -> Path:
        return self.folder / f"{number}.key"

    def numbers(self) -> set[int]:
        """Returns the numbers that have a file, whatever is in it."""
        if not self.folder.is_dir():
            return set()
        names = (NAME.fullmatch(each.name) for each in self.folder.iterdir())
        return {int(name[1]) for name in names if name}

    def made_at(self, number: int) -> datetime:
        """Returns when its file was last written, in UTC."""
        return datetime.fromtimestamp(self.file(number).stat().st_mtime, UTC)

    def writable(self) -> bool:
        """True if this process may write here. If not, the operator brings and removes files."""
        there = next(each for each in (self.folder, *self.folder.parents) if each.exists())
        return os.access(there, os.W_OK)

    def folder_id(self) -> str:
        """Returns text that is equal for two processes if they share this folder on one machine."""
        found = self.folder.stat()
        boot = BOOT.read_text("ascii").strip() if BOOT.exists() else "?"
        return f"{boot}|{found.st_dev}|{found.st_ino}"

    @contextmanager
    def alone(self) -> Iterator[None]:
        """Lets one process at a time make or destroy epochs here, until the block ends or it dies.

        Raises RefusedError where another process does so now.
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
        """Returns a new epoch as the text of its file, and writes it nowhere."""
        secret = secrets.token_bytes(KEY_BYTES)
        return self._text(number, secret)

    def make(self, number: int) -> Epoch:
        """Makes a new secret, writes it durably, and reads it back before anything depends on it.

        Raises OSError, or RefusedError where the root refuses it.
        """
        secret = secrets.token_bytes(KEY_BYTES)
        self._write(number, self._text(number, secret))
        try:
            if not hmac.compare_digest(self.secret(number), secret):
                raise OSError(f"{self.file(number)} does not read back as it was written")
        except (OSError, RefusedError):
            self.destroy(number)
            raise
        return Epoch(number, secret)

    def read(self, number: int) -> Epoch:
        """Reads it and changes nothing. Raises RefusedError when it is missing or does not open."""
        return Epoch(number, self.secret(number))

    def destroy(self, number: int) -> None:
        """Destroys its file durably before this returns; does nothing when there is none.

        It overwrites the file first, but a disk may keep the old blocks all the same.
        """
        self._remove(self.file(number))
        self._sync_folder()

    def keep_only(self, number: int) -> None:
        """Destroys every other epoch, and drafts that a crash left. First prove `number`."""
        for other in self.numbers() - {number}:
            self.destroy(other)
        self._clear_drafts()

    def destroy_older(self, number: int) -> None:
        """Destroys the epochs before it. Another process may need the later ones soon."""
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

    def secret(self, number: int) -> bytes:
        """Returns its secret, for the sealed copy of the keys. Raises RefusedError as `read`."""
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
        """Returns the name of the root, and the protected secret."""
        file = self.file(number)
        refuse_loose(file)
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
        """Writes the whole file or none: a start must never find half a key."""
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
    """Writes an epoch that the operator takes elsewhere.

    Raises FileExistsError, and writes nothing, where there is a file already.
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
