"""Writes the files, and overwrites none in silence: shows each difference, and asks."""

from __future__ import annotations

import difflib
import os
from collections.abc import Callable, Mapping
from pathlib import Path

from bot.commands.init.chosen import is_secret_variable
from bot.commands.init.environment_file import hidden
from bot.commands.init.made import FileToWrite

DRAFT = ".draft"


def differences(files: Mapping[str, FileToWrite], folder: Path) -> dict[str, str]:
    """Returns, for each file that would be overwritten with something else, what would change.

    No secret is in it. Raises OSError.
    """
    found = {}
    for name, file in files.items():
        place = folder / name
        if place.exists() and (old := place.read_bytes()) != file.content:
            found[name] = _difference(name, old, file)
    return found


def write(files: Mapping[str, FileToWrite], folder: Path, may: Callable[[str], bool]) -> list[str]:
    """Writes each file that is new, and each changed one that `may` allows. Returns their names.

    Each is there whole or not at all. Raises OSError.
    """
    changed = differences(files, folder)
    written = []
    for name, file in files.items():
        place = folder / name
        if place.exists() and (name not in changed or not may(name)):
            _close(place, file)
            continue
        place.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        _put(place, file)
        written.append(name)
    return written


def _put(place: Path, file: FileToWrite) -> None:
    draft = place.with_name(place.name + DRAFT)
    draft.unlink(missing_ok=True)
    opened = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, file.mode)
    with open(opened, "wb") as stream:
        stream.write(file.content)
        stream.flush()
        os.fsync(stream.fileno())
    draft.replace(place)


def _close(place: Path, file: FileToWrite) -> None:
    """A file with secrets is closed to others also where it is left as it is."""
    if not file.mode & 0o077 and place.stat().st_mode & 0o077:
        place.chmod(file.mode)


def _difference(name: str, old: bytes, file: FileToWrite) -> str:
    if not file.is_text:
        return f"{name} would be another file.\n"
    lines = difflib.unified_diff(
        old.decode("utf-8", "replace").splitlines(keepends=True),
        file.content.decode().splitlines(keepends=True),
        f"{name} (as it is)",
        f"{name} (as it would be)",
        n=1,
    )
    return hidden("".join(lines), is_secret_variable)
