"""A copy of the product with wrong imports planted in it, and what the import contracts say."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parents[2]
PACKAGES = ("bot", "adapters", "storage")


class WrongImport(NamedTuple):
    """`room` (dotted: a package or a module) imports `forbidden`, in one line of its own."""

    room: str
    forbidden: str

    @property
    def told_as(self) -> str:
        """The words by which the contracts name it."""
        return f"{self.room}{self._file} -> {self.forbidden} (l."

    @property
    def _file(self) -> str:
        return f".{self.stem}" if self._is_package else ""

    @property
    def _is_package(self) -> bool:
        return (ROOT / self.room.replace(".", "/")).is_dir()

    @property
    def stem(self) -> str:
        return "planted_" + self.forbidden.replace(".", "_")

    def plant(self, copy: Path) -> None:
        """Adds the import to the copy: in a new file of a package, else at a module's end."""
        place = copy / self.room.replace(".", "/")
        line = f"import {self.forbidden}  # planted\n"
        if self._is_package:
            (place / f"{self.stem}.py").write_text(line, encoding="utf-8")
        else:
            module = place.with_suffix(".py")
            module.write_text(module.read_text(encoding="utf-8") + line, encoding="utf-8")


def contracts_say(folder: Path, planted: Sequence[WrongImport], new_room: str | None = None) -> str:
    """The report of the import contracts on a copy in `folder` with all of `planted` in it.

    `new_room` is a room of the core that no contract names.
    """
    for package in PACKAGES:
        ignore = shutil.ignore_patterns("__pycache__", "static", "locale", "versions")
        shutil.copytree(ROOT / package, folder / package, ignore=ignore)
    (folder / "bot" / "locale").mkdir()
    (folder / "bot" / "locale" / "__init__.py").touch()
    shutil.copy(ROOT / "pyproject.toml", folder)
    if new_room is not None:
        (folder / "bot" / new_room).mkdir()
        (folder / "bot" / new_room / "__init__.py").touch()
    for one in planted:
        one.plant(folder)
    code = "from importlinter.cli import lint_imports_command; lint_imports_command()"
    command = [sys.executable, "-c", code, "--no-cache"]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    return done.stdout + done.stderr
