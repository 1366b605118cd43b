"""Which Handrail this is: its version, and the commit that it was built from.

The build writes the commit into the package (`deploy/packaging/commit.py`). A start asks git only
in a source tree, because an installed package has none.
"""

from __future__ import annotations

import re
import subprocess
from dataclasses import dataclass
from functools import cache
from importlib import metadata, resources
from pathlib import Path

NAME = "handrail"
COMMIT_FILE = "commit.txt"
UNKNOWN = "unknown"
ROOT = Path(__file__).parents[2]
GIT_SECONDS = 5.0
# A hash, and "-dirty" where a file was changed after that commit.
COMMIT = re.compile(r"[0-9a-f]{7,64}(-dirty)?")
DESCRIBE = ("git", "describe", "--always", "--dirty", "--abbrev=12", "--exclude=*")


@dataclass(frozen=True, slots=True)
class Release:
    """`commit` is `UNKNOWN` where the build knew none."""

    version: str
    commit: str

    def __str__(self) -> str:
        return f"{self.version} (commit {self.commit})"


@cache
def built() -> Release:
    """Returns version and commit of the package that runs. Never raises."""
    return Release(_version(), _commit())


def _version() -> str:
    try:
        return metadata.version(NAME)
    except metadata.PackageNotFoundError:
        return UNKNOWN


def _commit() -> str:
    try:
        written = (resources.files("bot") / COMMIT_FILE).read_text(encoding="ascii").strip()
    except (OSError, ValueError):
        written = _of_source_tree() if (ROOT / ".git").exists() else ""
    return written if COMMIT.fullmatch(written) else UNKNOWN


def _of_source_tree() -> str:
    try:
        asked = subprocess.run(  # noqa: S603
            DESCRIBE, cwd=ROOT, capture_output=True, text=True, timeout=GIT_SECONDS, check=True
        )
    except (OSError, subprocess.SubprocessError):
        return ""
    return asked.stdout.strip()
