"""Creates and finds the operator's socket: in the data folder, or in a private folder elsewhere."""

from __future__ import annotations

import contextlib
import os
import shutil
import socket
import stat
import tempfile
from pathlib import Path

SOCKET = "operator.sock"
POINTER = "operator.path"
# Linux allows 108 bytes, other systems 104, with the closing zero.
LONGEST_PATH = 100


def bind(folder: Path) -> tuple[socket.socket, Path]:
    """Returns a bound socket (mode 0600) that does not listen yet, and its path.

    Call it while the folder is locked; then an older socket belongs to a dead process. If the
    folder's path is too long, or its file system allows no sockets, the socket is in a private
    temporary folder, and a file in the data folder says where. Raises OSError.
    """
    clear(folder)
    path = (folder / SOCKET).absolute()
    if len(os.fsencode(path)) <= LONGEST_PATH:
        with contextlib.suppress(OSError):
            return _bind(path), path
    elsewhere = Path(tempfile.mkdtemp(prefix="handrail-")) / SOCKET
    try:
        bound = _bind(elsewhere)
    except OSError:
        shutil.rmtree(elsewhere.parent, ignore_errors=True)
        raise
    _point(folder, elsewhere)
    return bound, elsewhere


def find(folder: Path) -> Path | None:
    """The socket of a process on this data folder; None when there seems to be none.

    A socket elsewhere counts only in a folder that is closed to others and has the same owner as
    the data, because anyone can create a folder where an old one was deleted.
    """
    path = (folder / SOCKET).absolute()
    if _is_socket(path):
        return path
    elsewhere = _pointed(folder)
    return elsewhere if elsewhere and _trusted(elsewhere.parent, folder) else None


def clear(folder: Path) -> None:
    """Removes the socket, and its folder and pointer when it is elsewhere."""
    path, elsewhere = folder / SOCKET, _pointed(folder)
    if _is_socket(path):
        path.unlink(missing_ok=True)
    if elsewhere and _trusted(elsewhere.parent, folder) and _is_socket(elsewhere):
        elsewhere.unlink(missing_ok=True)
        with contextlib.suppress(OSError):
            elsewhere.parent.rmdir()
    (folder / POINTER).unlink(missing_ok=True)


def _bind(path: Path) -> socket.socket:
    """Sets the mode before the socket listens, so only its owner can ever connect."""
    bound = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
    try:
        bound.bind(str(path))
        path.chmod(0o600)
    except OSError:
        bound.close()
        raise
    return bound


def _point(folder: Path, to: Path) -> None:
    handle = os.open(folder / POINTER, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(handle, "wb") as out:
        out.write(os.fsencode(to))


def _pointed(folder: Path) -> Path | None:
    try:
        return Path(os.fsdecode((folder / POINTER).read_bytes()))
    except OSError:
        return None


def _trusted(private: Path, folder: Path) -> bool:
    try:
        found, data = private.lstat(), folder.stat()
    except (OSError, ValueError):
        return False
    closed = stat.S_ISDIR(found.st_mode) and not found.st_mode & 0o077
    return closed and found.st_uid == data.st_uid


def _is_socket(path: Path) -> bool:
    try:
        return stat.S_ISSOCK(path.lstat().st_mode)
    except OSError:
        return False
