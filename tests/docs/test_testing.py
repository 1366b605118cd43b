"""docs/testing.md says truly where each proof runs."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PAGE = ROOT / "docs" / "testing.md"
ROW = re.compile(
    r"^\| `(tests/\S+\.py)` \|.*\| ([\d, ]*) ?\| (make test|make test-long|both) \|$", re.M
)
FOLDERS = ("proofs", "simulation", "scaled", "peers")
NEVERS = set(range(1, 11))


def rows() -> dict[str, tuple[set[int], str]]:
    """Each file, the nevers that it proves, and where it runs."""
    found = ROW.findall(PAGE.read_text("utf-8"))
    assert len(found) == len({file for file, _, _ in found})
    return {file: ({int(n) for n in re.findall(r"\d+", ns)}, where) for file, ns, where in found}


def where(file: Path) -> str:
    """By the marks in the file: on all of it, on some of it, or on nothing."""
    text = file.read_text("utf-8")
    if re.search(r"^pytestmark = .*mark\.long\b", text, re.M):
        return "make test-long"
    return "both" if "mark.long" in text else "make test"


def proofs() -> set[str]:
    """The files that must be named, and every other one that is marked or opens a browser."""
    here = {f for folder in FOLDERS for f in (ROOT / "tests" / folder).glob("test_*.py")}
    for file in (ROOT / "tests").rglob("test_*.py"):
        text = file.read_text("utf-8")
        if file != Path(__file__) and ("from tests.browser import" in text or "mark.long" in text):
            here.add(file)
    return {file.relative_to(ROOT).as_posix() for file in here}


def test_every_proof_is_named() -> None:
    assert proofs() <= set(rows())


@pytest.mark.parametrize("file", rows())
def test_it_runs_where_the_page_says(file: str) -> None:
    assert where(ROOT / file) == rows()[file][1]


def test_make_test_proves_every_never() -> None:
    short = [nevers for nevers, where in rows().values() if where != "make test-long"]
    assert set().union(*short) == NEVERS


def test_every_other_row_of_the_page_can_be_read() -> None:
    named = re.findall(r"^\| `(tests/\S+\.py)` \|", PAGE.read_text("utf-8"), re.M)
    assert named == list(rows())
