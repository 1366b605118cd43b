"""Who may read a file: keys that others can read are refused, and all else is made our own.

Only the user who runs Handrail, and root, may own or open what is secret. A symbolic link counts
as what it leads to.
"""

from __future__ import annotations

import os
import shlex
import stat
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from storage.trouble import RefusedError

OTHERS = 0o077
ROOT = 0


@dataclass(frozen=True, slots=True)
class Loose:
    """A file or folder that others can open, and the command that closes it."""

    path: Path
    command: str


def own_files_only() -> None:
    """From now on only the user who runs this process can open the files that it makes."""
    os.umask(OTHERS)


def loose(path: Path) -> Loose | None:
    """Returns what is wrong with a file or folder, or None. One that is not there is not wrong."""
    try:
        found = path.stat()
    except OSError:
        return None
    named = shlex.quote(str(path))
    if found.st_uid not in (os.geteuid(), ROOT):
        return Loose(path, f"chown {os.geteuid()} {named}")
    if found.st_mode & OTHERS:
        mode = "700" if stat.S_ISDIR(found.st_mode) else "600"
        return Loose(path, f"chmod {mode} {named}")
    return None


def refuse_loose(*paths: Path) -> None:
    """Raises RefusedError for a key file, or its folder, that others can open or that is theirs."""
    for path in paths:
        wrong = loose(path)
        if wrong is not None:
            raise RefusedError(
                f"Others on this machine can open {wrong.path}, or it is theirs, and it holds a "
                f"key. Type `{wrong.command}`, then start again. If somebody may have read it, "
                "also turn the epoch (`handrail keys turn`). Nothing was changed."
            )


def close_to_others(folder: Path, but: frozenset[Path] = frozenset()) -> None:
    """Takes what others may do from the folder and all in it that is ours, but what is in `but`.

    Raises RefusedError for a folder that belongs to another user.
    """
    wrong = loose(folder)
    if wrong is not None and folder.stat().st_uid != os.geteuid():
        raise RefusedError(
            f"The data folder {folder} belongs to another user. Type `{wrong.command}`, or set "
            "HANDRAIL_DATA to a folder of this one's own. Nothing was changed."
        )
    for path in (folder, *inside(folder, but)):
        found = path.lstat()
        if found.st_uid == os.geteuid() and found.st_mode & OTHERS:
            path.chmod(stat.S_IMODE(found.st_mode) & ~OTHERS)


def inside(folder: Path, but: frozenset[Path] = frozenset()) -> Iterator[Path]:
    """Yields files and folders in a folder, whatever their depth; it follows no link."""
    for one in os.scandir(folder):
        path = Path(one.path)
        if one.is_symlink() or path in but:
            continue
        yield path
        if one.is_dir(follow_symlinks=False):
            yield from inside(path, but)
