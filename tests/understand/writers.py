"""Lines of the writers, whom nobody showed the tables."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from bot.understand.phrases import expand

SETS = Path(__file__).parent.parent / "hearing"
LANGUAGES = tuple(sorted(file.stem for file in (SETS / "second_writer").glob("*.txt")))
# A template may stand for hundreds of lines that are nearly the same.
MOST_LINES = 60


def lines_of(language: str, *kinds: str) -> list[str]:
    """The lines of these classes, such as "not yes", in one language."""
    files = sorted(SETS.glob(f"*_writer/{language}.txt"))
    return [line for file in files for kind, line in _read(file) if kind in kinds]


def _read(file: Path) -> Iterator[tuple[str, str]]:
    kind = ""
    for row in file.read_text(encoding="utf-8").splitlines():
        if row.startswith("=="):
            kind = row[2:].strip()
        elif row.strip() and not row.startswith("#"):
            for line in islice(expand(row), MOST_LINES):
                yield kind, " ".join(line.split())
