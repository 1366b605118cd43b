"""The file of a backup: one line that says what it is, then a SQLite database with all rows.

The rows are sealed as they were. What opens them is not in the file.
"""

from __future__ import annotations

import hashlib
import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from pydantic import AwareDatetime, BaseModel, NonNegativeInt, ValidationError

from storage.moving.told import Told
from storage.trouble import RefusedError

FORMAT = "handrail-backup-1"
LONGEST_HEAD = 1 << 20
PART = 1 << 20
NOT_ONE = "{file} is not a backup that `handrail backup` made. Nothing was changed."
CUT_OFF = "{file} is cut off: {missing} bytes are missing. Take another copy. Nothing was changed."
CHANGED = (
    "{file} was changed or is damaged: its checksum is another. Take another copy. "
    "Nothing was changed."
)


class Manifest(BaseModel):
    """What a backup says about itself. `made_at` is in UTC; it names nobody, and counts nothing.

    `length` and `sha256` are of the database after it.
    """

    format: str = FORMAT
    handrail: str
    schema_revision: str
    organisation: str
    made_at: AwareDatetime
    database: str
    length: NonNegativeInt
    sha256: str


def write_backup(file: Path, database: Path, manifest: Manifest, told: Told) -> None:
    """Writes manifest and database to `file`: the whole of it, or nothing.

    Raises OSError, and FileExistsError where there is such a file already.
    """
    # A new file that only this account opens, under a name that nobody can guess beforehand.
    handle, name = tempfile.mkstemp(".draft", ".handrail-", file.parent)
    draft = Path(name)
    try:
        with os.fdopen(handle, "wb") as out:
            out.write(_head(manifest))
            for part in parts(database, told, "writing the file"):
                out.write(part)
            out.flush()
            os.fsync(out.fileno())
        _name(draft, file)
    finally:
        draft.unlink(missing_ok=True)
    folder = os.open(file.parent, os.O_RDONLY)
    try:
        os.fsync(folder)
    finally:
        os.close(folder)


def _name(draft: Path, file: Path) -> None:
    """Gives the draft its name, which no file and no link has. Raises FileExistsError."""
    try:
        os.link(draft, file)
    except FileExistsError:
        raise
    except OSError:
        # A disk without hard links. An empty file keeps the name until the draft takes its place.
        os.close(os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
        draft.replace(file)


def read_manifest(file: Path) -> Manifest:
    """Reads what the file says about itself. Raises RefusedError for what is no backup."""
    with _opened(file) as (manifest, _):
        return manifest


def extract(file: Path, database: Path, told: Told) -> Manifest:
    """Writes the database in `file` to `database` (mode 0600), and compares the checksum.

    Raises RefusedError for a file that was cut off or changed; `database` may then be half.
    """
    with _opened(file) as (manifest, start):
        found, length = hashlib.sha256(), 0
        with open(os.open(database, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as out:
            for part in parts(file, told, "reading the backup", start):
                found.update(part)
                length += len(part)
                out.write(part)
    if length < manifest.length:
        raise RefusedError(CUT_OFF.format(file=file, missing=manifest.length - length))
    if found.hexdigest() != manifest.sha256:
        raise RefusedError(CHANGED.format(file=file))
    return manifest


def checksum_of(database: Path, told: Told) -> tuple[int, str]:
    """Returns the length in bytes and the SHA-256."""
    found, length = hashlib.sha256(), 0
    for part in parts(database, told, "taking the checksum"):
        found.update(part)
        length += len(part)
    return length, found.hexdigest()


def parts(file: Path, told: Told, what: str, start: int = 0) -> Iterator[bytes]:
    """Yields the bytes of a file from `start`, and tells how far it is."""
    whole, done = file.stat().st_size - start, 0
    told(what, 0, whole)
    with file.open("rb") as source:
        source.seek(start)
        while part := source.read(PART):
            yield part
            done += len(part)
            told(what, done, whole)


@contextmanager
def _opened(file: Path) -> Iterator[tuple[Manifest, int]]:
    """Yields the manifest, and where the database begins."""
    try:
        with file.open("rb") as source:
            name, said, head = source.readline(100), source.readline(100), b""
            if name.strip() == FORMAT.encode():
                head = source.readline(LONGEST_HEAD)
            start = source.tell()
    except OSError as why:
        raise RefusedError(
            f"{file} cannot be read ({why.strerror}). Nothing was changed."
        ) from None
    if name.startswith(b"handrail-backup-") and name.strip() != FORMAT.encode():
        raise RefusedError(newer(file))
    if not head:
        raise RefusedError(NOT_ONE.format(file=file))
    if not head.endswith(b"\n") or hashlib.sha256(head).hexdigest().encode() != said.strip():
        raise RefusedError(CHANGED.format(file=file))
    try:
        manifest = Manifest.model_validate_json(head)
    except ValidationError:
        raise RefusedError(NOT_ONE.format(file=file)) from None
    yield manifest, start


def newer(file: Path) -> str:
    """Returns the sentence about a backup of a newer version."""
    return (
        f"{file} was made by a newer Handrail than this one. Install that version, then repeat "
        "the command. Nothing was changed."
    )


def _head(manifest: Manifest) -> bytes:
    told = manifest.model_dump_json().encode() + b"\n"
    return f"{FORMAT}\n{hashlib.sha256(told).hexdigest()}\n".encode() + told
