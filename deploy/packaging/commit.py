"""Writes the commit into what is built (`bot/commit.txt`), for Hatchling.

The commit comes from the variable BUILD_COMMIT where the build has no repository (an image), from
git in a repository, and from the file that an sdist has already. Where none of them is there, no
file is written, and Handrail says "unknown".
"""

from __future__ import annotations

import os
import re
import subprocess
import tempfile
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

WHERE = "bot/commit.txt"
COMMIT = re.compile(r"[0-9a-f]{7,64}(-dirty)?")
DESCRIBE = ("git", "describe", "--always", "--dirty", "--abbrev=12", "--exclude=*")


class CommitHook(BuildHookInterface[Any]):
    """Adds the file to a wheel and to an sdist. An editable install reads the repository itself."""

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        root = Path(self.root)
        if version == "editable" or (root / WHERE).exists():
            return
        commit = os.environ.get("BUILD_COMMIT", "").strip() or _of_repository(root)
        if not COMMIT.fullmatch(commit):
            return
        self._folder = tempfile.TemporaryDirectory()
        written = Path(self._folder.name, "commit.txt")
        written.write_text(commit + "\n", encoding="ascii")
        build_data["force_include"][str(written)] = WHERE

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:
        if hasattr(self, "_folder"):
            self._folder.cleanup()


def _of_repository(root: Path) -> str:
    if not (root / ".git").exists():
        return ""
    try:
        asked = subprocess.run(DESCRIBE, cwd=root, capture_output=True, text=True, check=True)  # noqa: S603
    except (OSError, subprocess.SubprocessError):
        return ""
    return asked.stdout.strip()
